/* Names of congresses in a text: 枝江市工会第六次代表大会 taken apart. */
#include "clean/congress.h"

#include "base/buf.h"
#include "clean/host.h"
#include "clean/kind.h"
#include "clean/line.h"
#include "clean/phrase.h"
#include "text/han.h"
#include "text/utf8.h"

enum { BODY_CHARS = 14, LIST_CHARS = 24, NUMBER_CHARS = 4 };
enum { DI = 0x7B2C, CI = 0x6B21, JIE = 0x5C4A, DA = 0x5927, SHOU = 0x9996 }; /* 第 次 届 大 首 */

static bool is_dash(uint32_t c)
{
    return c == 0x2014 || c == 0x2015 || c == 0x2500 || narrow(c) == '-';
}

/* The number of 第N次 at *at: its value, 0 where it is hidden, -1 where it is lost; *at moves behind it. A dash is a worn 一 (第—次, 十—届). */
static int ordinal_value(struct str s, size_t *at)
{
    size_t start = *at;
    while (is_struck(utf8_at(s, *at)) && utf8_at(s, *at) != 0x25CB)
        utf8_next(s, at);
    if (*at > start)
        return 0;
    int value = han_number(s, at);
    if (is_dash(utf8_at(s, *at))) {
        utf8_next(s, at);
        return value < 0 ? 1 : value % 10 == 0 ? value + 1 : -1;
    }
    return value;
}

static bool is_counter(uint32_t c)
{
    c = plain(c);
    return c == CI || c == JIE;
}

/* Skips blanks. */
static size_t behind_blanks(struct str s, size_t at)
{
    while (at < s.n && is_blank(utf8_at(s, at)))
        utf8_next(s, &at);
    return at;
}

/* Behind the 第M次 or M次 at `at` (第五届|第二次, 第五届|二次), where a 届 stands in front; `at` where there is none. */
static size_t behind_sitting(struct str s, size_t at)
{
    size_t number = at;
    if (utf8_at(s, at) == DI)
        utf8_next(s, &number);
    if (ordinal_value(s, &number) <= 0 || plain(utf8_at(s, number)) != CI)
        return at;
    utf8_next(s, &number);
    return number;
}

/* 第N次, 第N届 or 首届, and 第M次 behind it; *end is where it ends. */
static bool number_at(struct str s, size_t at, int *value, size_t *end)
{
    bool first = utf8_next(s, &at) == SHOU;
    at = behind_blanks(s, at);
    *value = first ? 1 : ordinal_value(s, &at);
    at = behind_blanks(s, at);
    if (!is_counter(utf8_at(s, at)))
        return false;
    uint32_t counter = utf8_next(s, &at);
    if (utf8_at(s, at) == counter) /* 第三次次代表大会 */
        utf8_next(s, &at);
    *end = behind_sitting(s, at);
    return true;
}

/* The body of the name at `at`: at most a few characters and what meets (全国代表大会, 妇女代表大会, 团代会). Its end, or 0. */
static size_t body_at(struct str s, size_t at)
{
    for (int i = 0; i < BODY_CHARS && at < s.n; i++) {
        uint32_t c = narrow(utf8_at(s, at));
        size_t n = phrase_at(PHRASE_BODY, s, at);
        if (n)
            return at + n;
        if (!(is_han(c) || c == '(' || c == ')' || c == 0xD7) || word_at(s, at, STR("委员会")) || word_at(s, at, STR("会议")) ||
            phrase_at(PHRASE_NAME_CUT, s, at))
            return 0;
        utf8_next(s, &at);
    }
    return 0;
}

static bool has_struck(struct str s)
{
    for (size_t at = 0; at < s.n;)
        if (is_struck(utf8_next(s, &at)))
            return true;
    return false;
}

/* Is it one of those whose spirit (精神) is spoken of: …团代会精神, …团代会、省第十次党代会精神? */
static bool spirit_follows(struct str s, size_t at)
{
    bool list = char_in(utf8_at(s, at), STR("、和及与"));
    for (int i = 0; i <= LIST_CHARS && at < s.n; i++) {
        if (word_at(s, at, STR("精神")))
            return true;
        uint32_t c = utf8_next(s, &at);
        if (!list || !(is_han(c) || c == 0x3001))
            return false;
    }
    return false;
}

/* Fills the mention of s[start, end), whose number stands at [number, body). */
static void read_name(struct arena *arena, struct str s, size_t start, size_t number, size_t body, size_t end, struct mention *m)
{
    struct str body_text = str_sub(s, body, end);
    m->at = start;
    m->len = end - start;
    m->congress.name = str_sub(s, start, end);
    host_read(str_sub(s, start, number), body_text, &m->congress);
    if (!m->congress.place.n)
        host_read_caller(s, start, number, &m->congress);
    if (!m->congress.organisation.n && kind_whole(body_text).n) {
        struct str whole = kind_whole(body_text);
        m->congress.organisation = str_sub(whole, 0, whole.n - STR("代表大会").n);
    }
    if (!m->congress.level.n && word_at(body_text, 0, STR("全国")))
        m->congress.level = STR("全国");
    m->congress.kind = kind_of(arena, m->congress.organisation, body_text);
    m->congress.redacted = has_struck(m->congress.name);
    m->past = word_at(s, end, STR("以来")) || word_at(s, end, STR("代表")) || word_at(s, end, STR("正式代表")) || word_at(s, end, STR("之后")) ||
              spirit_follows(s, end);
}

/* Behind what goes on with the name whose body ends at `end`: 教职工代表大会|暨工会会员代表大会|第一次会议. */
static size_t session_end(struct str s, size_t end)
{
    size_t also = end + word_at(s, end, STR("暨")), second = also > end && utf8_at(s, also) != DI ? body_at(s, also) : 0, at;
    end = second ? second : end;
    at = end;
    if (utf8_at(s, at) != DI)
        return end;
    utf8_next(s, &at);
    if (han_number(s, &at) > 0 && plain(utf8_at(s, at)) == CI && word_at(s, at, STR("次会议")))
        return at + word_at(s, at, STR("次会议"));
    return end;
}

/* 第N次… or 首届… with its 第 or 首 at `at`. */
static bool numbered_at(struct arena *arena, struct str s, size_t at, struct mention *m)
{
    int value;
    size_t body, end;
    if (!number_at(s, at, &value, &body) || !(end = body_at(s, body)))
        return false;
    *m = (struct mention){ .lost = value < 0 };
    m->congress.ordinal = value > 0 ? value : 0;
    size_t sitting = session_end(s, end);
    read_name(arena, s, host_start(s, at), at, body, end, m);
    m->congress.name = str_sub(s, m->at, sitting);
    m->len = sitting - m->at;
    return true;
}

/* Where the number begins that ends at `at` (十六|次); `at` where none does. */
static size_t number_before(struct str s, size_t at)
{
    size_t number = at;
    for (int i = 0; i < NUMBER_CHARS && number > 0; i++) {
        size_t before = number, behind;
        utf8_prev(s, &before);
        behind = before;
        if (han_number(s, &behind) < 0 || behind != at)
            break;
        number = before;
    }
    return number;
}

/* 工会十六次代表大会, with its 次 at `at`. */
static bool bare_at(struct arena *arena, struct str s, size_t at, struct mention *m)
{
    size_t body = at, end, number = number_before(s, at);
    utf8_next(s, &body);
    if (number == at || !(end = body_at(s, body)))
        return false;
    size_t start = host_start(s, number), behind = number;
    if (!phrase_ends(PHRASE_ORG, str_sub(s, start, number)))
        return false;
    *m = (struct mention){ 0 };
    m->congress.ordinal = han_number(s, &behind);
    read_name(arena, s, start, number, body, end, m);
    return true;
}

/* 五届四次职工代表大会, 25届第1次代表大会, with its 届 at `at`. A number of no 届 (…委员会) is none. */
static bool terms_at(struct arena *arena, struct str s, size_t at, struct mention *m)
{
    size_t number = number_before(s, at), behind = at, body, end;
    utf8_next(s, &behind);
    if (number == at || (body = behind_sitting(s, behind)) == behind || !(end = body_at(s, body)))
        return false;
    size_t value = number;
    *m = (struct mention){ 0 };
    m->congress.ordinal = han_number(s, &value);
    read_name(arena, s, host_start(s, number), number, body, end, m);
    return true;
}

/* 工会“八大”, with its opening quote at `at`. The party's own are no congress that a report here is about. */
static bool quoted_at(struct arena *arena, struct str s, size_t at, struct mention *m)
{
    size_t number = at, end;
    utf8_next(s, &number);
    end = number;
    int value = han_number(s, &end);
    if (value < 1 || utf8_at(s, end) != DA)
        return false;
    utf8_next(s, &end);
    if (!is_closing(utf8_at(s, end)))
        return false;
    utf8_next(s, &end);
    size_t start = host_start(s, at);
    struct str head = str_sub(s, start, at);
    if (!phrase_ends(PHRASE_ORG, head) || word_in(head, "中国共产党") || word_in(head, "中共"))
        return false;
    *m = (struct mention){ 0 };
    m->congress.ordinal = value;
    read_name(arena, s, start, at, end, end, m);
    struct buf kind = buf_make(arena, 512);
    kind_add_plain(&kind, m->congress.organisation);
    buf_add(&kind, STR("代表大会"));
    m->congress.kind = buf_str(&kind);
    return true;
}

bool congress_next(struct arena *arena, struct str text, size_t *at, struct mention *mention)
{
    size_t i = *at;
    while (i < text.n) {
        size_t here = i;
        uint32_t c = utf8_next(text, &i);
        bool found = ((c == DI || c == SHOU) && numbered_at(arena, text, here, mention)) ||
                     (c == CI && bare_at(arena, text, here, mention)) || (plain(c) == JIE && terms_at(arena, text, here, mention)) ||
                     (c == 0x201C && quoted_at(arena, text, here, mention));
        if (found) {
            *at = mention->at + mention->len;
            return true;
        }
    }
    *at = text.n;
    return false;
}

bool congress_named(struct arena *arena, struct str s)
{
    struct mention mention;
    size_t at = 0;
    return congress_next(arena, s, &at, &mention);
}

bool congress_of_unit(struct arena *arena, struct str unit, struct congress *congress)
{
    bool meets = phrase_ends(PHRASE_ORG, unit) || phrase_ends(PHRASE_ORG_END, unit);
    if (!meets || congress->place.n || congress->organisation.n)
        return false;
    struct str kind = congress->kind;
    host_read(unit, (struct str){ 0 }, congress);
    congress->kind = kind_of(arena, congress->organisation, kind);
    return true;
}

bool congress_is_called(struct str text, const struct mention *mention)
{
    return host_calling(text, mention->at) < mention->at;
}

/* Bytes of a year in front of `at`: 2017年, 2017年度; 0 where there is none. */
static size_t year_before(struct str s, size_t at)
{
    size_t start = at, digits = 0;
    start -= start >= 3 && word_at(s, start - 3, STR("度")) ? 3 : 0;
    if (start < 3 || !word_at(s, start - 3, STR("年")))
        return 0;
    for (start -= 3; start > 0 && s.p[start - 1] >= '0' && s.p[start - 1] <= '9'; digits++)
        start--;
    return digits == 4 ? at - start : 0;
}

/* Does it go on behind the name that something is done there: 隆重召开, 在礼堂举行, 胜利闭幕? */
static bool is_held(struct str s, size_t at)
{
    static const enum phrase_class sessions[] = { PHRASE_SESSION_FULL, PHRASE_SESSION_OPEN, PHRASE_SESSION_CLOSE };
    size_t n;
    uint32_t c = utf8_at(s, at);
    struct str clause = str_sub(s, at, clause_end(s, at));
    bool apart = !is_han(c) || c == 0x5728 || c == 0x4E8E; /* 在 于 */
    for (size_t i = 0; i < 3; i++) {
        size_t verb = phrase_find(sessions[i], clause, 0, &n);
        if (verb != STR_NONE && (verb == 0 || apart || host_calling(clause, verb + n) == 0))
            return true;
    }
    return false;
}

bool congress_unnumbered(struct arena *arena, struct str s, struct mention *m)
{
    size_t n;
    for (size_t body = 0; (body = phrase_find(PHRASE_BODY, s, body, &n)) != STR_NONE; body += n) {
        size_t end = session_end(s, body + n), start = host_start(s, body), year = 0;
        while (start < body && char_in(utf8_at(s, start), STR("年度")))
            start += 3;
        struct str head = str_sub(s, start, body);
        year = year_before(s, start);
        bool who = phrase_ends(PHRASE_ORG, head) || phrase_at(PHRASE_ORG, s, body) || kind_whole(str_sub(s, body, end)).n;
        *m = (struct mention){ .at = start };
        bool called = host_calling(s, start - year) < start - year;
        if (!who || !(called ? !is_han(utf8_at(s, end)) : is_held(s, end)))
            continue;
        read_name(arena, s, start, body, body, end, m);
        return !m->past;
    }
    return false;
}
