/* What the page put around the report: breadcrumbs, meta lines, tools, notices of rights, pictures, lists of other pages. */
#include "clean/chrome.h"

#include "base/map.h"
#include "clean/congress.h"
#include "clean/cut.h"
#include "clean/line.h"
#include "clean/meta.h"
#include "clean/phrase.h"
#include "text/han.h"
#include "text/utf8.h"

enum { CHROME_HAN = 120, RELATED_BODY_HAN = 80, REPEAT_HAN = 20, TITLE_HAN = 8, HEAD_BLOCKS = 8 };

/* The body of the draft: blocks [first, last]. */
struct body {
    size_t first, last;
};

static bool is_space_mark(uint32_t c)
{
    c = narrow(c);
    return is_blank(c) || c == '|' || c == 0x4E28 || c == '/' || is_opening(c) || is_closing(c) || c == ':' || c == ',' || c == '-' || c == '>' ||
           c == '<' || c == 0xB7 || c == 0x2022 || c == 0x3001 || (c >= '0' && c <= '9') || c == '+' || c == '.' || (c >= 0x25A0 && c <= 0x25FF) ||
           c == 0xBB || c == 0xD7;
}

/* Nothing but names of tools and what parts them: 【字体:大 中 小】 打印 关闭. */
static bool is_tools(struct str s)
{
    bool any = false;
    for (size_t at = 0; at < s.n;) {
        size_t n = phrase_at(PHRASE_TOOL, s, at), label = phrase_at(PHRASE_META_LABEL, s, at);
        n = n > label ? n : label;
        if (!n && !is_space_mark(utf8_at(s, at)))
            return false;
        any |= n > 0;
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
        uint32_t c = narrow(utf8_next(s, &at));
        bool rule = is_blank(c) || c == '|' || c == '-' || c == ':' || c == '=' || c == '_' || c == '+' || c == '~' || c == '*' || c == '#' || c == '>' ||
                    c == '<' || c == '"' || c == ';' || c == 0x2014 || c == 0x2500 || c == 0x2502 || c == 0xFFFD;
        if (!rule)
            return false;
    }
    return true;
}

/* Nothing but an address: https://…, www.…, 12.html. */
static bool is_address(struct str s)
{
    if (line_han(s, 1) || str_find(s, STR(" "), 0) != STR_NONE)
        return false;
    return str_has(s, STR("://")) || str_starts(s, STR("www.")) || str_ends(s, STR(".html")) || str_ends(s, STR(".htm")) || str_ends(s, STR(".shtml"));
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

static bool has_congress(struct arena *arena, struct str s)
{
    struct mention mention;
    size_t at = 0;
    return congress_next(arena, s, &at, &mention);
}

/* Chrome wherever it stands, as a whole line. */
static bool is_chrome_anywhere(struct str s)
{
    return is_rule(s) || is_address(s) || is_page_number(s) || str_eq(s, STR("exit();?>"));
}

/* Chrome where no text stands around it. */
static bool is_chrome_outside(struct arena *arena, struct str s)
{
    size_t n;
    if (is_tools(s))
        return true;
    if (line_han(s, CHROME_HAN + 1) > CHROME_HAN || has_congress(arena, s))
        return false;
    return phrase_at(PHRASE_CHROME_START, s, 0) || phrase_find(PHRASE_CHROME_HAS, s, 0, &n) != STR_NONE;
}

/* 图片, [图片], 图片1.png, 会议现场.jpg. */
static bool is_picture(struct str s)
{
    static const char *const endings[] = { ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".PNG", ".JPG", ".JPEG", ".GIF" };
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (str_ends(s, str_of(endings[i])) && utf8_count(s) <= 60 && !line_has_stop(s))
            return true;
    size_t at = 0, n = 0;
    for (; at < s.n; at += n) {
        n = phrase_at(PHRASE_PICTURE, s, at);
        uint32_t c = narrow(utf8_at(s, at));
        if (!n && !(is_blank(c) || is_opening(c) || is_closing(c) || c == '!' || (c >= '0' && c <= '9')))
            return false;
        if (!n) {
            size_t next = at;
            utf8_next(s, &next);
            n = next - at;
        }
    }
    size_t any;
    return s.n && phrase_find(PHRASE_PICTURE, s, 0, &any) != STR_NONE;
}

/* The words under a picture: 图为…, …张三 摄, 会议现场. */
static bool is_caption(struct str s)
{
    enum { CAPTION_HAN = 60 };
    size_t han = line_han(s, CAPTION_HAN + 1), start = phrase_at(PHRASE_CAPTION_START, s, 0), end = phrase_ends(PHRASE_CAPTION_END, s);
    if (han > CAPTION_HAN)
        return false;
    if (start && (start == s.n || word_at(s, 0, STR("图为")) || narrow(utf8_at(s, start - 1)) == ':' || !is_han(utf8_at(s, start))))
        return true;
    if (!end || end == s.n)
        return end == s.n;
    size_t before = s.n - end;
    uint32_t c = utf8_prev(s, &before);
    return is_blank(c) || c == '/' || c == 0x4E28 || c == '|' || (word_in(s, "记者") && !line_has_stop(s));
}

/* Opens the list of other pages: 猜你喜欢, 【相关阅读】, 上一篇:…. */
static bool is_related(struct str s)
{
    size_t at = 0;
    while (at < s.n && (is_opening(utf8_at(s, at)) || is_space_mark(utf8_at(s, at)) || utf8_at(s, at) == 0x25A0))
        utf8_next(s, &at);
    size_t n = phrase_at(PHRASE_RELATED, s, at), end = at + n;
    while (n && end < s.n && (is_closing(utf8_at(s, end)) || is_blank(utf8_at(s, end))))
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
        if (draft->blocks.v[i].kind != BLOCK_GAP && (!line_is_sentence(s) || is_caption(s) || is_chrome_outside(arena, s)))
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
        on = on || is_related(block->text);
        if (on)
            cut_block(arena, draft, block, REMOVED_RELATED);
    }
    cut_done(draft);
}

/* One block: what it is, and out with it. */
static void strip_block(struct arena *arena, struct draft *draft, struct block *block, bool inside)
{
    struct str s = block->text;
    if (block->kind == BLOCK_GAP)
        return;
    if (block->kind == BLOCK_CAPTION || is_picture(s) || is_caption(s))
        cut_block(arena, draft, block, REMOVED_IMAGE);
    else if (is_chrome_anywhere(s) || (!line_is_sentence(s) && (crumb_read(arena, s, draft) || meta_read(arena, s, draft))))
        cut_block(arena, draft, block, REMOVED_CHROME);
    else if (!inside && (is_chrome_outside(arena, s) || is_related(s)))
        cut_block(arena, draft, block, REMOVED_CHROME);
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
        map_put(&seen, block->text, i, &found);
        if (found)
            cut_block(arena, draft, block, REMOVED_CHROME);
    }
    cut_done(draft);
}

/* A keyword: a short line without a mark. */
static bool is_keyword(struct str s)
{
    size_t n = utf8_count(s);
    if (n < 2 || n > 6)
        return false;
    for (size_t at = 0; at < s.n;)
        if (!is_han(utf8_next(s, &at)))
            return false;
    return true;
}

/* The short lines at the end that stand in the body too: at least five, most of them found. */
static void strip_keywords(struct arena *arena, struct draft *draft)
{
    enum { KEYWORDS = 5, KEYWORDS_MOST = 60 };
    size_t start = draft->blocks.n, known = 0;
    while (start > 0 && draft->blocks.n - start < KEYWORDS_MOST && is_keyword(draft->blocks.v[start - 1].text))
        start--;
    size_t n = draft->blocks.n - start;
    if (n < KEYWORDS)
        return;
    for (size_t i = start; i < draft->blocks.n; i++) {
        bool found = false;
        for (size_t j = 0; j < start && !found; j++)
            found = str_has(draft->blocks.v[j].text, draft->blocks.v[i].text);
        known += found;
    }
    for (size_t i = start; known * 2 > n && i < draft->blocks.n; i++)
        cut_block(arena, draft, &draft->blocks.v[i], REMOVED_KEYWORDS);
    cut_done(draft);
}

void chrome_strip(struct arena *arena, struct draft *draft)
{
    strip_related(arena, draft, find_body(arena, draft));
    struct body body = find_body(arena, draft);
    for (size_t i = 0; i < draft->blocks.n; i++)
        strip_block(arena, draft, &draft->blocks.v[i], i >= body.first && i <= body.last);
    cut_done(draft);
    strip_repeats(arena, draft);
    strip_keywords(arena, draft);
}
