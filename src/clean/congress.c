/* Names of congresses in a text: 枝江市工会第六次代表大会 taken apart. */
#include "clean/congress.h"

#include "base/buf.h"
#include "clean/line.h"
#include "clean/phrase.h"
#include "text/han.h"
#include "text/utf8.h"

enum { HEAD_CHARS = 40, BODY_CHARS = 14, BRACKET_CHARS = 16, LIST_CHARS = 24 };
enum { DI = 0x7B2C, CI = 0x6B21, JIE = 0x5C4A, DA = 0x5927, SHOU = 0x9996 }; /* 第 次 届 大 首 */

/* × and what else stands for a character that was struck out. */
static bool is_struck(uint32_t c)
{
    c = narrow(c);
    return c == 0xD7 || c == 'X' || c == 'x' || c == '*' || c == '_' || c == 0xFE61 || c == 0x25CB || c == 0x2573;
}

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

/* Last characters of the name of a place that is governed: 省 市 区 县 州 盟 旗 镇 乡. */
static bool is_level(uint32_t c)
{
    switch (plain(c)) {
    case 0x7701: case 0x5E02: case 0x533A: case 0x53BF: case 0x5DDE: case 0x76DF: case 0x65D7: case 0x9547: case 0x4E61:
        return true;
    default:
        return false;
    }
}

/* Where the brackets open that close in front of `to`, if what stands in them is another name of who meets, 工商联(总商会), 工会(以下简称…),
 * or of the place, 园区(白鹭镇); else `to`. */
static size_t bracket_start(struct str s, size_t to)
{
    size_t close = to, open;
    if (!to || narrow(utf8_prev(s, &close)) != ')')
        return to;
    open = close;
    for (int i = 0; i < BRACKET_CHARS && open > 0; i++)
        if (narrow(utf8_prev(s, &open)) == '(') {
            size_t inside = open;
            utf8_next(s, &inside);
            size_t last = close;
            bool other = phrase_is(PHRASE_ORG, str_sub(s, inside, close)) || word_at(s, inside, STR("以下简称")) || word_at(s, inside, STR("简称"));
            return other || is_level(utf8_prev(s, &last)) ? open : to;
        }
    return to;
}

/* Where the head of the name begins that ends at `to`: no marks, no verbs, no date in it. */
static size_t head_start(struct str s, size_t to)
{
    size_t start = to;
    for (int i = 0; i < HEAD_CHARS && start > 0; i++) {
        size_t before = bracket_start(s, start);
        if (before < start) {
            start = before;
            continue;
        }
        uint32_t c = utf8_prev(s, &before);
        if (!is_han(c) && !is_struck(c) && c != 0xB7 && c != 0x2022)
            break;
        start = before;
    }
    size_t at = start;
    bool number = false;
    if (start > 0) {
        size_t before = start;
        uint32_t c = narrow(utf8_prev(s, &before));
        number = c >= '0' && c <= '9';
    }
    while (at < to) {
        size_t n = phrase_at(PHRASE_NAME_CUT, s, at), next = at;
        uint32_t c = utf8_next(s, &next);
        if (number && (c == 0x65E5 || c == 0x53F7)) /* 日 号 */
            n = next - at;
        size_t behind = at;
        number = han_number(s, &behind) >= 0;
        if (number)
            next = behind;
        size_t other = phrase_at(PHRASE_BODY, s, at), also = at + other;
        if (other && also < to && char_in(utf8_at(s, also), STR("和与及、暨"))) { /* 第八次文代会和|第七次作代会 */
            utf8_next(s, &also);
            n = also - at;
        }
        if (n && at + n <= to) {
            start = at + n;
            next = start;
            number = false;
        }
        at = next;
    }
    return start;
}

/* Bytes of the level that the name of a place ends in: its last character, or 街道. 0 where it has none. */
static size_t level_of(struct str place)
{
    size_t last = place.n;
    if (place.n >= 6 && word_at(place, place.n - 6, STR("街道")))
        return 6;
    if (!place.n || !is_level(utf8_prev(place, &last)))
        return 0;
    bool city = word_at(place, last, STR("州")) && last == 3; /* 广州 is a city, 凉山州 is governed */
    return city ? 0 : place.n - last;
}

/* Bytes of s up to its last level, or 0. */
static size_t governed_part(struct str s)
{
    for (size_t at = s.n; at > 0; utf8_prev(s, &at)) {
        size_t level = level_of(str_sub(s, 0, bracket_start(s, at)));
        if (level && level < at)
            return at;
    }
    return 0;
}

/* Is it a word of any place: 本市 with its level, 全市, 集团公司? */
static bool is_any_place(struct str place, size_t level)
{
    static const struct str words[] = { STR_INIT("集团"), STR_INIT("公司"), STR_INIT("集团公司"), STR_INIT("学校"), STR_INIT("学院"), STR_INIT("医院"), STR_INIT("单位") };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (word_at(place, 0, words[i]) == place.n)
            return true;
    bool all = level && place.n == level + 3 && word_at(place, 0, STR("全")); /* 全市第三次妇女代表大会 */
    return all || word_at(place, 0, STR("本")) || word_at(place, 0, STR("我")) || word_at(place, 0, STR("该"));
}

static void set_place(struct congress *congress, struct str place)
{
    if (!place.n)
        return;
    struct str plain_place = str_sub(place, 0, bracket_start(place, place.n));
    size_t level = level_of(plain_place);
    if (level)
        congress->level = str_sub(plain_place, plain_place.n - level, plain_place.n);
    else if (word_at(place, 0, STR("中国")) == place.n || word_at(place, 0, STR("全国")) == place.n ||
             word_at(place, 0, STR("中华全国")) == place.n)
        congress->level = STR("全国");
    if (level < place.n && !is_any_place(place, level))
        congress->place = place; /* 市工会…: which one is not said */
}

/* Bytes of a head up to the 工会 or 协会 within it, where the name of a unit follows; 0 where there is none. */
static size_t inner_organisation(struct str head)
{
    for (size_t at = 0; at < head.n; utf8_next(head, &at)) {
        size_t n = word_at(head, at, STR("工会"));
        n = n ? n : word_at(head, at, STR("协会"));
        if (n && at > 0 && at + n < head.n)
            return at + n;
    }
    return 0;
}

/* Head: what stands in front of 第. Who meets stands at its end (枝江市|工会), or at its start (共青团|枝江市), or in the body. */
static void read_head(struct str head, struct str body, struct congress *congress)
{
    static const char *const founding[] = { "成立大会暨", "成立暨", "暨" };
    for (int i = 0; i < 3; i++) {
        size_t at = word_find(head, str_of(founding[i]), 0);
        if (at != STR_NONE && at + str_of(founding[i]).n == head.n)
            head = str_sub(head, 0, at);
    }
    head = str_sub(head, 0, bracket_start(head, head.n));
    size_t known = phrase_ends(PHRASE_ORG, head), first = phrase_at(PHRASE_ORG, head, 0);
    if (!known)
        known = phrase_ends(PHRASE_ORG_END, head);
    if (known && !(first && first == head.n)) {
        size_t split = head.n - known, governed = governed_part(str_sub(head, 0, split));
        if (first && first < split && governed > first) { /* 中国共产党…机关工会: the whole is who meets */
            congress->organisation = str_sub(head, split, head.n);
        } else if (governed) {
            split = governed;
        } else if (phrase_ends(PHRASE_ORG, head) != known) {
            split = 0; /* …协会 of no place: all of it is its name */
        }
        congress->organisation = str_sub(head, split, head.n);
        set_place(congress, str_sub(head, 0, split));
        return;
    }
    if (first) {
        congress->organisation = str_sub(head, 0, first);
        set_place(congress, str_sub(head, first, head.n));
        return;
    }
    size_t within = inner_organisation(head);
    if (within) { /* 中国教育工会|东湖学院 */
        congress->organisation = str_sub(head, 0, within);
        set_place(congress, str_sub(head, within, head.n));
        return;
    }
    size_t from = word_at(body, 0, STR("全国")), n = phrase_at(PHRASE_ORG, body, from);
    if (n)
        congress->organisation = str_sub(body, from, from + n);
    set_place(congress, head);
}

/* 团代会 → 共青团代表大会. */
static struct str whole_of(struct str abbreviation)
{
    static const struct { const char *abbreviation; struct str whole; } table[] = {
        { "团代会", STR_INIT("共青团代表大会") },   { "工代会", STR_INIT("工会代表大会") },
        { "妇代会", STR_INIT("妇女代表大会") },     { "党代会", STR_INIT("中国共产党代表大会") },
        { "文代会", STR_INIT("文学艺术界代表大会") }, { "侨代会", STR_INIT("归侨侨眷代表大会") },
        { "残代会", STR_INIT("残疾人代表大会") },   { "科代会", STR_INIT("科协代表大会") },
        { "学代会", STR_INIT("学生代表大会") },     { "作代会", STR_INIT("作家协会代表大会") },
        { "少代会", STR_INIT("少先队代表大会") },   { "职代会", STR_INIT("职工代表大会") },
        { "人代会", STR_INIT("人民代表大会") },     { "教代会", STR_INIT("教职工代表大会") },
        { "研代会", STR_INIT("研究生代表大会") },
    };
    size_t all = word_at(abbreviation, 0, STR("全国"));
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (word_at(abbreviation, all, str_of(table[i].abbreviation)))
            return table[i].whole;
    return (struct str){ 0 };
}

/* Where the verb of calling begins that ends at `at`, with what goes with it: 隆重召开了, 组织召开. `at` where none stands there. */
static size_t calling_start(struct str s, size_t at)
{
    static const struct str words[] = { STR_INIT("了"), STR_INIT("召开"), STR_INIT("举行"), STR_INIT("举办"), STR_INIT("迎来") };
    static const struct str ways[] = { STR_INIT("隆重"), STR_INIT("胜利"), STR_INIT("顺利"), STR_INIT("成功"), STR_INIT("圆满"), STR_INIT("组织"),
                                       STR_INIT("如期"), STR_INIT("正式") };
    size_t end = at, start = at;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (start >= words[i].n && word_at(s, start - words[i].n, words[i]) == words[i].n)
            start -= words[i].n;
    if (end - start < 6)
        return at;
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        if (start >= ways[i].n && word_at(s, start - ways[i].n, ways[i]) == ways[i].n)
            start -= ways[i].n;
    return start;
}

/* Where the day begins that a verb is said to be of and that ends at `at`: 某镇|于10月15、16日, 某总会|今(18)日; `at` where none does. */
static size_t day_start(struct str s, size_t at)
{
    size_t start = at, last = at;
    if (!at || !char_in(utf8_prev(s, &last), STR("日号午")))
        return at;
    for (size_t before = start; before > 0 && (char_in(plain(utf8_prev(s, &before)), STR("年月日号、至-—~()今本上下午")) || (s.p[before] >= '0' && s.p[before] <= '9'));)
        start = before;
    for (int i = 0; i < 2; i++)
        if (start >= 3 && (word_at(s, start - 3, STR("于")) || word_at(s, start - 3, STR("在"))))
            start -= 3;
    return start;
}

/* 市总工会召开第十三次代表大会, 某县召开工会第十二次代表大会: who called it stands in front of the verb, where the name begins (at `at`). */
static void read_host(struct str s, size_t at, size_t number, struct congress *congress)
{
    size_t verb = calling_start(s, at), end = day_start(s, verb), start = head_start(s, end);
    if (verb == at)
        return;
    struct str host = str_sub(s, start, end), named = str_sub(host, 0, bracket_start(host, host.n));
    bool unit = phrase_ends(PHRASE_ORG, named) || phrase_ends(PHRASE_ORG_END, named);
    bool founding = word_at(s, at, STR("成立")) > 0; /* 召开了|成立大会暨第一次… */
    if (unit && (at == number || founding))
        read_head(host, (struct str){ 0 }, congress);
    else if (unit)
        set_place(congress, str_sub(host, 0, governed_part(host))); /* 某市总工会召开全市工会… */
    bool venue = start >= 3 && (word_at(s, start - 3, STR("在")) || word_at(s, start - 3, STR("于")));
    if (!unit && !venue && governed_part(host) == host.n)
        set_place(congress, host); /* 某某乡召开第十次…, not 在某某市召开 */
}

static void add_plain(struct buf *buf, struct str s)
{
    for (size_t at = 0; at < s.n;) {
        char piece[4];
        size_t n = utf8_put(plain(utf8_next(s, &at)), piece);
        buf_add_bytes(buf, piece, n);
    }
}

/* Bodies whose congress is called after their members. */
static const struct { struct str organisation, members; } usual[] = {
    { STR_INIT("总工会"), STR_INIT("工会") },           { STR_INIT("妇联"), STR_INIT("妇女") },         { STR_INIT("妇女联合会"), STR_INIT("妇女") },
    { STR_INIT("侨联"), STR_INIT("归侨侨眷") },         { STR_INIT("残联"), STR_INIT("残疾人") },       { STR_INIT("残疾人联合会"), STR_INIT("残疾人") },
    { STR_INIT("归国华侨联合会"), STR_INIT("归侨侨眷") }, { STR_INIT("文联"), STR_INIT("文学艺术界") }, { STR_INIT("中共"), STR_INIT("中国共产党") },
    { STR_INIT("文学艺术界联合会"), STR_INIT("文学艺术界") }, { STR_INIT("科学技术协会"), STR_INIT("科协") },
    { STR_INIT("中国共产主义青年团"), STR_INIT("共青团") }, { STR_INIT("共产主义青年团"), STR_INIT("共青团") },
    { STR_INIT("工商业联合会"), STR_INIT("工商联") },   { STR_INIT("作协"), STR_INIT("作家协会") },     { STR_INIT("记协"), STR_INIT("新闻工作者协会") },
    { STR_INIT("中国少年先锋队"), STR_INIT("少先队") }, { STR_INIT("少年先锋队"), STR_INIT("少先队") },
};

/* 工会代表大会: who meets and what, without 全国, simplified. */
static struct str kind_of(struct arena *arena, struct str organisation, struct str body)
{
    struct buf kind = buf_make(arena, 512);
    struct str whole = whole_of(body);
    if (whole.n)
        return whole;
    body = str_sub(body, word_at(body, 0, STR("全国")), body.n);
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        if (organisation.n && word_at(organisation, 0, usual[i].organisation) == organisation.n) {
            if (!word_at(body, 0, usual[i].members))
                buf_add(&kind, usual[i].members);
            organisation.n = 0;
        }
    if (organisation.n && organisation.p != body.p && !word_at(body, 0, organisation))
        add_plain(&kind, organisation);
    add_plain(&kind, body);
    return buf_str(&kind);
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
    read_head(str_sub(s, start, number), body_text, &m->congress);
    if (!m->congress.place.n)
        read_host(s, start, number, &m->congress);
    if (!m->congress.organisation.n && whole_of(body_text).n) {
        struct str whole = whole_of(body_text);
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
    read_name(arena, s, head_start(s, at), at, body, end, m);
    m->congress.name = str_sub(s, m->at, sitting);
    m->len = sitting - m->at;
    return true;
}

/* 工会十六次代表大会, with its 次 at `at`. */
static bool bare_at(struct arena *arena, struct str s, size_t at, struct mention *m)
{
    size_t body = at, end, number = at;
    utf8_next(s, &body);
    for (int i = 0; i < 4 && number > 0; i++) {
        size_t before = number, behind;
        utf8_prev(s, &before);
        behind = before;
        if (han_number(s, &behind) < 0 || behind != at)
            break;
        number = before;
    }
    if (number == at || !(end = body_at(s, body)))
        return false;
    size_t start = head_start(s, number), behind = number;
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
    size_t number = at, behind = at, body, end;
    for (int i = 0; i < 4 && number > 0; i++) {
        size_t before = number, stop;
        utf8_prev(s, &before);
        stop = before;
        if (han_number(s, &stop) < 0 || stop != at)
            break;
        number = before;
    }
    utf8_next(s, &behind);
    if (number == at || (body = behind_sitting(s, behind)) == behind || !(end = body_at(s, body)))
        return false;
    size_t value = number;
    *m = (struct mention){ 0 };
    m->congress.ordinal = han_number(s, &value);
    read_name(arena, s, head_start(s, number), number, body, end, m);
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
    size_t start = head_start(s, at);
    struct str head = str_sub(s, start, at);
    if (!phrase_ends(PHRASE_ORG, head) || word_in(head, "中国共产党") || word_in(head, "中共"))
        return false;
    *m = (struct mention){ 0 };
    m->congress.ordinal = value;
    read_name(arena, s, start, at, end, end, m);
    struct buf kind = buf_make(arena, 512);
    add_plain(&kind, m->congress.organisation);
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
        bool found = ((c == DI || c == SHOU) && numbered_at(arena, text, here, mention)) || (c == CI && bare_at(arena, text, here, mention)) ||
                     (plain(c) == JIE && terms_at(arena, text, here, mention)) ||
                     (c == 0x201C && quoted_at(arena, text, here, mention));
        if (found) {
            *at = mention->at + mention->len;
            return true;
        }
    }
    *at = text.n;
    return false;
}

bool congress_is_called(struct str text, const struct mention *mention)
{
    return calling_start(text, mention->at) < mention->at;
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
        if (verb != STR_NONE && (verb == 0 || apart || calling_start(clause, verb + n) == 0))
            return true;
    }
    return false;
}

bool congress_unnumbered(struct arena *arena, struct str s, struct mention *m)
{
    size_t n;
    for (size_t body = 0; (body = phrase_find(PHRASE_BODY, s, body, &n)) != STR_NONE; body += n) {
        size_t end = session_end(s, body + n), start = head_start(s, body), year = 0;
        while (start < body && char_in(utf8_at(s, start), STR("年度")))
            start += 3;
        struct str head = str_sub(s, start, body);
        year = year_before(s, start);
        bool who = phrase_ends(PHRASE_ORG, head) || phrase_at(PHRASE_ORG, s, body) || whole_of(str_sub(s, body, end)).n;
        *m = (struct mention){ .at = start };
        bool called = calling_start(s, start - year) < start - year;
        if (!who || !(called ? !is_han(utf8_at(s, end)) : is_held(s, end)))
            continue;
        read_name(arena, s, start, body, body, end, m);
        return !m->past;
    }
    return false;
}
