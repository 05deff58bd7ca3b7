/* What the page put around the report: breadcrumbs, meta lines, tools, notices of rights, pictures, lists of other pages. */
#include "clean/chrome.h"

#include "base/buf.h"
#include "base/map.h"
#include "clean/congress.h"
#include "clean/cut.h"
#include "clean/date.h"
#include "clean/keyword.h"
#include "clean/line.h"
#include "clean/meta.h"
#include "clean/phrase.h"
#include "clean/picture.h"
#include "text/han.h"
#include "text/utf8.h"

enum { CHROME_HAN = 120, RELATED_BODY_HAN = 80, REPEAT_HAN = 20, TITLE_HAN = 8, HEAD_BLOCKS = 8, TAIL_HAN = 6, PAPER_HAN = 16 };

/* The body of the draft: blocks [first, last]. */
struct body {
    size_t first, last;
};

static bool is_space_mark(uint32_t c)
{
    bool digit = narrow(c) >= '0' && narrow(c) <= '9', shape = c >= 0x25A0 && c <= 0x25FF; /* ■ ▲ ● */
    return digit || shape || is_blank(c) || is_opening(c) || is_closing(c) || char_in(c, STR("|丨/:,、-—<>+.·•»×⊕⊖┊│"));
}

/* Bytes of the 万 of a counter at `at` (阅读 1.2万), or 0. */
static size_t unit_behind_digit(struct str s, size_t at)
{
    return at && s.p[at - 1] >= '0' && s.p[at - 1] <= '9' ? word_at(s, at, STR("万")) : 0;
}

/* Nothing but names of tools and what parts them: 【字体:大 中 小】 打印 关闭. */
static bool is_tools(struct str s)
{
    bool any = false;
    for (size_t at = 0; at < s.n;) {
        size_t n = phrase_at(PHRASE_TOOL, s, at), label = phrase_at(PHRASE_META_LABEL, s, at);
        n = n > label ? n : label;
        n = n ? n : unit_behind_digit(s, at);
        if (!n && !is_space_mark(utf8_at(s, at)))
            return false;
        any |= n > 0; /* and a number's unit has one in front */
        if (n)
            at += n;
        else
            utf8_next(s, &at);
    }
    return any;
}

/* A line of rules: | - : = _ and blanks, left over from a table. */
static bool is_rule(struct str s)
{
    for (size_t at = 0; at < s.n;) {
        uint32_t c = utf8_next(s, &at);
        if (!is_blank(c) && c != UTF8_REPLACEMENT && !char_in(c, STR("|-:=_+~*#<>\";—─│")))
            return false;
    }
    return true;
}

/* Nothing but an address: https://…, www.…, 12.html. */
static bool is_address(struct str s)
{
    if (line_han(s, 1) || str_find(s, STR(" "), 0) != STR_NONE)
        return false;
    bool file = str_ends(s, STR(".html")) || str_ends(s, STR(".htm")) || str_ends(s, STR(".shtml"));
    return file || str_has(s, STR("://")) || str_starts(s, STR("www."));
}

/* 第1页共6页, 第 2 页. */
static bool is_page_number(struct str s)
{
    size_t at = word_at(s, 0, STR("第"));
    if (!at || s.n > 60)
        return false;
    while (at < s.n && is_blank(utf8_at(s, at)))
        utf8_next(s, &at);
    if (han_number(s, &at) < 0)
        return false;
    while (at < s.n && is_blank(utf8_at(s, at)))
        utf8_next(s, &at);
    at += word_at(s, at, STR("页"));
    return utf8_at(s, at ? at - 3 : 0) == 0x9875 && line_han(s, 7) <= 6;
}

/* Chrome wherever it stands, as a whole line. */
static bool is_chrome_anywhere(struct str s)
{
    return is_rule(s) || is_page_number(s) || str_eq(s, STR("exit();?>"));
}

/* 第A04版:要闻, 第3版 上一版 下一版: a page of a paper; 青岚日报数字报: the paper. */
static bool is_paper_page(struct str s)
{
    static const struct str papers[] = { STR_INIT("数字报"), STR_INIT("电子报"), STR_INIT("电子版"), STR_INIT("数字版") };
    for (size_t i = 0; i < sizeof papers / sizeof *papers; i++)
        if (s.n > papers[i].n && word_at(s, s.n - papers[i].n, papers[i]) && line_han(s, PAPER_HAN + 1) == utf8_count(s))
            return true;
    size_t at = word_at(s, 0, STR("第")), digits = 0;
    if (!at || line_has_stop(s) || line_han(s, PAPER_HAN + 1) > PAPER_HAN)
        return false;
    for (; at < s.n && ((s.p[at] >= '0' && s.p[at] <= '9') || (s.p[at] >= 'A' && s.p[at] <= 'D')); at++)
        digits++;
    size_t behind = at + word_at(s, at, STR("版"));
    uint32_t c = narrow(utf8_at(s, behind));
    return digits && digits <= 3 && behind > at && (behind == s.n || c == ':' || is_blank(c));
}

/* A bare number: how often the page was called. */
static bool is_counter(struct str s)
{
    size_t at = 0;
    while (at < s.n && s.p[at] >= '0' && s.p[at] <= '9')
        at++;
    return s.n && at == s.n && s.n <= TAIL_HAN;
}

/* Chrome where no text stands around it. */
static bool is_chrome_outside(struct arena *arena, struct str s)
{
    if (is_tools(s) || is_paper_page(s) || is_counter(s))
        return true;
    size_t start = 0;
    while (start < s.n && is_opening(utf8_at(s, start)))
        utf8_next(s, &start);
    if (phrase_at(PHRASE_ORIGINAL, s, start))
        return true;
    if (line_han(s, CHROME_HAN + 1) > CHROME_HAN || congress_named(arena, s))
        return false;
    return phrase_at(PHRASE_CHROME_START, s, start) || phrase_in(PHRASE_CHROME_HAS, s);
}

/* [沙发] 发表于 2006-12-9 21:02, within the brackets at `at`: from here on others have their say. */
static bool opens_floor(struct str s, size_t at)
{
    static const char *const floors[] = { "沙发]", "板凳]", "地板]", "沙发】", "板凳】" };
    for (size_t i = 0; at && i < sizeof floors / sizeof *floors; i++) {
        size_t n = word_at(s, at, str_of(floors[i]));
        while (n && at + n < s.n && is_blank(utf8_at(s, at + n)))
            n++;
        if (n && word_at(s, at + n, STR("发表")))
            return true;
    }
    return false;
}

/* [某某在大会上的讲话稿]相关文章: */
static bool ends_in_related(struct str s)
{
    size_t end = s.n;
    if (!is_opening(utf8_at(s, 0)) || narrow(utf8_prev(s, &end)) != ':' || line_has_stop(s))
        return false;
    size_t n = phrase_ends(PHRASE_RELATED, str_sub(s, 0, end)), mark = end - n;
    return n && mark && is_closing(utf8_prev(s, &mark));
}

/* Behind the marks that open a line: 【, ■, [. */
static size_t opening_end(struct str s)
{
    size_t at = 0;
    while (at < s.n && (is_opening(utf8_at(s, at)) || is_space_mark(utf8_at(s, at))))
        utf8_next(s, &at);
    return at;
}

bool chrome_opens_related(struct str s)
{
    size_t at = opening_end(s);
    if (opens_floor(s, at) || (s.n && ends_in_related(s)))
        return true;
    size_t n = phrase_at(PHRASE_RELATED, s, at), end = at + n;
    for (size_t more = n; more; end += more = phrase_at(PHRASE_RELATED, s, end)) /* 上一篇 下一篇 */
        while (end < s.n && (is_closing(utf8_at(s, end)) || is_blank(utf8_at(s, end))))
            utf8_next(s, &end);
    return n && (end == s.n || is_space_mark(utf8_at(s, end)) || phrase_at(PHRASE_TOOL, s, end) == s.n - end);
}

/* The body, by its sentences; chrome with a stop in it does not count. */
static struct body find_body(struct arena *arena, const struct draft *draft)
{
    struct body body = { 0, 0 };
    bool found = false;
    for (size_t i = 0; i < draft->blocks.n; i++) {
        struct str s = draft->blocks.v[i].text;
        if (draft->blocks.v[i].kind != BLOCK_GAP && (!line_is_sentence(s) || caption_is(s) || is_chrome_outside(arena, s)))
            continue;
        if (!found)
            body.first = i;
        body.last = i;
        found = true;
    }
    if (!found && draft->blocks.n)
        body.last = draft->blocks.n - 1;
    return body;
}

/* Those who have their say in a forum, by the lines above the first of them (block `floor`): a short name each, of no unit and no day. */
static void strip_nicknames(struct arena *arena, struct draft *draft, size_t floor)
{
    enum { LINES = 3, NICKNAME_CHARS = 12 };
    struct date date;
    for (size_t i = floor; i > 0 && floor - i < LINES; i--) {
        struct block *block = &draft->blocks.v[i - 1];
        size_t at = 0, chars = utf8_count(block->text);
        bool unit = phrase_ends(PHRASE_UNIT_END, block->text) || phrase_ends(PHRASE_ORG_END, block->text);
        bool name = chars <= NICKNAME_CHARS && !line_closed(block->text) && !is_tools(block->text) && !unit;
        if (block->kind == BLOCK_GAP || !name || date_next(block->text, &at, &date))
            return;
        cut_block(arena, draft, block, REMOVED_RELATED);
    }
}

/* From a heading of related links to the end; a long closed paragraph is text again. */
static void strip_related(struct arena *arena, struct draft *draft, struct body body)
{
    bool on = false;
    for (size_t i = body.first + 1; i < draft->blocks.n; i++) {
        struct block *block = &draft->blocks.v[i];
        if (on && line_han(block->text, RELATED_BODY_HAN) >= RELATED_BODY_HAN && line_is_sentence(block->text) && line_closed(block->text))
            on = false;
        if (block->kind == BLOCK_GAP)
            continue;
        if (!on && opens_floor(block->text, opening_end(block->text)))
            strip_nicknames(arena, draft, i);
        on = on || chrome_opens_related(block->text);
        bool chrome = on && !chrome_opens_related(block->text) && is_chrome_outside(arena, block->text);
        if (on)
            cut_block(arena, draft, block, chrome ? REMOVED_CHROME : REMOVED_RELATED);
    }
    cut_done(draft);
}

/* Digits of s from `at` on as a number of n of them, or -1. */
static int digits(struct str s, size_t at, int n)
{
    int value = 0;
    for (int i = 0; i < n; i++, at++) {
        if (at >= s.n || s.p[at] < '0' || s.p[at] > '9')
            return -1;
        value = value * 10 + (s.p[at] - '0');
    }
    return value;
}

/* The day in an address is that of publishing where no line says it: /2013/09/25/, /20130925/, t20180622_. */
static void note_address(struct arena *arena, struct draft *draft, struct str s)
{
    for (size_t at = 0; at + 8 <= s.n && !draft->published.p; at++) {
        int year = digits(s, at, 4);
        if (year < 1990 || year > 2100 || (at > 0 && s.p[at - 1] >= '0' && s.p[at - 1] <= '9'))
            continue;
        size_t gap = s.p[at + 4] == '/' || s.p[at + 4] == '-';
        int month = digits(s, at + 4 + gap, 2), day = digits(s, at + 6 + gap + gap, 2);
        if (month < 1 || month > 12 || day < 1 || day > 31 || digits(s, at + 8 + gap + gap, 1) >= 0)
            continue;
        struct buf iso = buf_make(arena, 32);
        buf_add_format(&iso, "%04d-%02d-%02d", year, month, day);
        draft->published = buf_str(&iso);
    }
}

/* A counter or a label of nothing below the text: 937, 主题:, 附件:. */
static bool is_tail(struct str s)
{
    size_t han = line_han(s, TAIL_HAN + 1), chars = utf8_count(s), last = s.n;
    if (is_counter(s))
        return true;
    return han >= 2 && han <= TAIL_HAN && chars == han + 1 && narrow(utf8_prev(s, &last)) == ':';
}

/* One block: what it is, and out with it. */
static void strip_block(struct arena *arena, struct draft *draft, struct block *block, bool inside)
{
    struct str s = block->text;
    if (block->kind == BLOCK_GAP)
        return;
    if (block->kind == BLOCK_CAPTION || picture_is(s) || caption_is(s))
        cut_block(arena, draft, block, REMOVED_IMAGE);
    else if (is_address(s)) {
        note_address(arena, draft, s);
        cut_block(arena, draft, block, REMOVED_CHROME);
    } else if (is_chrome_anywhere(s) || (!line_is_sentence(s) && (crumb_read(s, draft) || meta_read(arena, s, inside, draft))))
        cut_block(arena, draft, block, REMOVED_CHROME);
    else if (!inside && keyword_line_is(s))
        cut_block(arena, draft, block, REMOVED_KEYWORDS);
    else if (!inside && (is_chrome_outside(arena, s) || chrome_opens_related(s)))
        cut_block(arena, draft, block, REMOVED_CHROME);
}

/* A forum or an office prints its title behind a label and again: 主题: 我县工会第四次代表大会闭幕. */
static struct str behind_topic(struct str s)
{
    static const struct str labels[] = { STR_INIT("主题:"), STR_INIT("标题:"), STR_INIT("标 题:") };
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (word_at(s, 0, labels[i]))
            return str_trim(str_sub(s, word_at(s, 0, labels[i]), s.n));
    return s;
}

/* A title printed twice, a paragraph printed twice: the first one stays. */
static void strip_repeats(struct arena *arena, struct draft *draft)
{
    struct map seen = { .arena = arena };
    for (size_t i = 0; i < draft->blocks.n; i++) {
        struct block *block = &draft->blocks.v[i];
        size_t least = i < HEAD_BLOCKS ? TITLE_HAN : REPEAT_HAN;
        bool found = false;
        if (block->kind == BLOCK_GAP || line_han(block->text, least) < least)
            continue;
        map_put(&seen, behind_topic(block->text), i, &found);
        if (found)
            cut_block(arena, draft, block, REMOVED_CHROME);
    }
    cut_done(draft);
}

/* A breadcrumb parts the site's own lines from the report's: what stands above it goes, but for a title, where none follows. */
static void strip_header(struct arena *arena, struct draft *draft, struct body body)
{
    struct draft aside = { 0 };
    size_t crumb = 0;
    bool titled = false;
    while (crumb < body.first && !crumb_read(draft->blocks.v[crumb].text, &aside))
        crumb++;
    for (size_t i = crumb + 1; i < body.first; i++)
        titled |= line_han(draft->blocks.v[i].text, TITLE_HAN) >= TITLE_HAN;
    for (size_t i = 0; crumb < body.first && i < crumb; i++)
        if (titled || line_han(draft->blocks.v[i].text, TITLE_HAN) < TITLE_HAN)
            cut_block(arena, draft, &draft->blocks.v[i], REMOVED_CHROME);
    cut_done(draft);
}

/* The body, which was `body` when there were n blocks: looked for anew only where some have gone. */
static struct body body_now(struct arena *arena, const struct draft *draft, struct body body, size_t n)
{
    return draft->blocks.n == n ? body : find_body(arena, draft);
}

void chrome_strip(struct arena *arena, struct draft *draft)
{
    struct body body = find_body(arena, draft);
    size_t n = draft->blocks.n;
    strip_related(arena, draft, body);
    body = body_now(arena, draft, body, n);
    n = draft->blocks.n;
    strip_header(arena, draft, body);
    body = body_now(arena, draft, body, n);
    for (size_t i = 0; i < draft->blocks.n; i++)
        strip_block(arena, draft, &draft->blocks.v[i], i >= body.first && i <= body.last);
    for (size_t i = draft->blocks.n; i > body.last + 1; i--) {
        struct block *block = &draft->blocks.v[i - 1];
        bool gone = !block->text.n;
        if (!gone && (block->kind == BLOCK_GAP || !is_tail(block->text)))
            break;
        if (!gone)
            cut_block(arena, draft, block, REMOVED_CHROME);
    }
    cut_done(draft);
    strip_repeats(arena, draft);
    keyword_strip(arena, draft);
}
