/* What is not the report goes: annotations, chrome, pictures, credits, lists. It is kept in `removed`, and what it tells is noted. */
#include "clean/strip.h"

#include "clean/annotation.h"
#include "clean/chrome.h"
#include "clean/chunk.h"
#include "clean/credit.h"
#include "clean/cut.h"
#include "clean/date.h"
#include "clean/line.h"
#include "clean/markup.h"
#include "clean/meta.h"
#include "clean/name.h"
#include "clean/notice.h"
#include "clean/phrase.h"
#include "clean/picture.h"
#include "clean/space.h"
#include "text/han.h"
#include "text/utf8.h"

enum { NAME_HAN = 4, TITLE_HAN = 8, BRACKETED_BYTES = 60, BRACKETED_NAMES = 4, DATELINE_BYTES = 150, LAST_CREDIT = 50 };

/* Blanks at both ends go: an indent, and what trails. */
static void trim_block(struct arena *arena, struct draft *draft, struct block *block)
{
    struct str text = str_trim(block->text);
    size_t indent = (size_t)(text.p - block->text.p);
    cut_text(arena, draft, block, str_sub(block->text, 0, indent), REMOVED_NBSP_INDENT);
    cut_text(arena, draft, block, str_sub(block->text, indent + text.n, block->text.n), REMOVED_WHITESPACE);
    block->text = text;
}

void strip_lines(struct arena *arena, struct draft *draft)
{
    for (size_t i = 0; i < draft->blocks.n; i++)
        trim_block(arena, draft, &draft->blocks.v[i]);
    annotation_strip(arena, draft);
    markup_strip(arena, draft);
    space_strip(arena, draft);
    chunk_strip(arena, draft);
    cut_done(draft);
}

/* A name by itself in brackets, as the last line: (张三). */
static bool bracketed_name(struct str s)
{
    s = str_trim(s);
    size_t from = 0, to = s.n;
    if (s.n < 8 || narrow(utf8_next(s, &from)) != '(' || narrow(utf8_prev(s, &to)) != ')' || from >= to)
        return false;
    struct str name = str_sub(s, from, to);
    size_t han = line_han(name, NAME_HAN + 1);
    return han >= 2 && han <= NAME_HAN && utf8_count(name) == han && surname_at(name, 0);
}

/* What stands between the first and the last character of s: 张三 of (张三). */
static struct str inner(struct str s)
{
    s = str_trim(s);
    return str_sub(s, utf8_offset(s, 1), utf8_offset(s, utf8_count(s) - 1));
}

/* Adds who signs without saying as what, unless a credit says it. */
static void add_signer(struct arena *arena, struct str name, struct draft *draft)
{
    for (size_t i = 0; i < draft->authors.n; i++)
        if (str_eq(draft->authors.v[i].name, name))
            return;
    *PUSH(arena, &draft->authors) = (struct author){ { 0 }, name };
}

/* Names in brackets at an end of the text, which stay: …新局面。(张三 李四), (张三)6月11日…. */
static void note_names(struct arena *arena, struct str s, struct draft *draft)
{
    size_t n = 0;
    ARRAY(struct str) names = { 0 };
    for (size_t at = 0; at < s.n; n++) {
        size_t from = at;
        while (at < s.n && is_han(utf8_at(s, at)))
            utf8_next(s, &at);
        struct str name = str_sub(s, from, at);
        size_t han = line_han(name, NAME_HAN + 1);
        bool word = phrase_ends(PHRASE_UNIT_END, name) || phrase_at(PHRASE_NAME_STOP, name, 0) || phrase_at(PHRASE_CREDIT, name, 0);
        if (han < 2 || han > NAME_HAN || word || !surname_at(name, 0) || (han == NAME_HAN && surname_at(name, 0) < 6) ||
            n >= BRACKETED_NAMES)
            return;
        *PUSH(arena, &names) = name;
        while (at < s.n && (is_blank(utf8_at(s, at)) || utf8_at(s, at) == 0x3001))
            utf8_next(s, &at);
    }
    for (size_t i = 0; i < names.n; i++)
        add_signer(arena, names.v[i], draft);
}

/* The brackets that open at `at`: what stands in them; *end behind them. Empty where they hold more than some names. */
static struct str bracketed(struct str s, size_t at, size_t *end)
{
    size_t close;
    if (narrow(utf8_at(s, at)) != '(')
        return (struct str){ 0 };
    utf8_next(s, &at);
    for (close = at; close < s.n && close - at <= BRACKETED_BYTES; utf8_next(s, &close))
        if (narrow(utf8_at(s, close)) == ')') {
            *end = close;
            utf8_next(s, end);
            return str_sub(s, at, close);
        }
    return (struct str){ 0 };
}

/* A credit, or links, that the capture glued to the end of the text, behind its last stop: …圆满结束。 图文:李建宏. */
static void strip_glued_end(struct arena *arena, struct draft *draft)
{
    struct block *block = &draft->blocks.v[draft->blocks.n - 1];
    struct str s = block->text;
    size_t stop = s.n, mark = s.n;
    for (int i = 0; i < LAST_CREDIT && mark > 0; i++) {
        if (utf8_prev(s, &mark) == 0x3002) { /* 。 */
            stop = mark + 3;
            break;
        }
    }
    struct str credit = str_trim(str_sub(s, stop, s.n));
    size_t links = phrase_at(PHRASE_RELATED, credit, 0);
    if (links && narrow(utf8_at(credit, links)) == ':') { /* …圆满结束。 上一篇:某某 下一篇:没有了 */
        cut_text(arena, draft, block, credit, REMOVED_RELATED);
        block->text = str_trim(str_sub(s, 0, stop));
        return;
    }
    if (!credit.n || !word_in(credit, ":") || !phrase_at(PHRASE_CREDIT, credit, 0) || !credit_read(arena, credit, draft))
        return;
    cut_text(arena, draft, block, credit, REMOVED_CREDIT);
    block->text = str_trim(str_sub(s, 0, stop));
}

/* Who signs the text in brackets: at the very end behind a stop, or at the very start in front of a date. */
static void strip_signature(struct arena *arena, struct draft *draft)
{
    if (!draft->blocks.n)
        return;
    struct str first = (struct str){ 0 }, last = str_trim(draft->blocks.v[draft->blocks.n - 1].text), names;
    for (size_t i = 0; i < draft->blocks.n && !first.n; i++)
        if (line_is_sentence(draft->blocks.v[i].text))
            first = draft->blocks.v[i].text;
    size_t end = 0, at = last.n, open;
    struct date date;
    names = bracketed(first, 0, &end);
    open = end;
    if (names.n && date_next(first, &open, &date) && date.at == end)
        note_names(arena, names, draft);
    for (open = 0; open < first.n && open < DATELINE_BYTES; utf8_next(first, &open)) { /* 新华社某地8月30日电(张三) */
        bool dateline = word_at(first, open, STR("电")) || word_at(first, open, STR("讯")) || word_at(first, open, STR("消息"));
        size_t behind = open + (word_at(first, open, STR("消息")) ? 6 : 3);
        if (dateline && (names = bracketed(first, behind, &end)).n && !phrase_at(PHRASE_CREDIT, names, 0))
            note_names(arena, names, draft);
    }
    if (!last.n || narrow(utf8_prev(last, &at)) != ')') {
        strip_glued_end(arena, draft);
        return;
    }
    for (open = at; open > 0 && at - open <= BRACKETED_BYTES;)
        if (narrow(utf8_prev(last, &open)) == '(')
            break;
    names = bracketed(last, open, &end);
    if (names.n && end == last.n && open > 0 && line_closed(str_sub(last, 0, open)) && line_is_sentence(last))
        if (!phrase_at(PHRASE_CREDIT, names, 0) && !credit_read(arena, names, draft)) /* (记者 张三) is a byline and noted */
            note_names(arena, names, draft);
}

/* A nickname between title and text: a short line without Han, digits of a date or an address. */
static bool is_nickname(struct str s)
{
    size_t letters = 0;
    for (size_t at = 0; at < s.n;) {
        uint32_t c = utf8_next(s, &at);
        if (is_han(c))
            return false;
        letters += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    bool address = str_has(s, STR("www.")) || str_has(s, STR("://")) || str_has(s, STR("</")) || str_has(s, STR(".com"));
    bool shout = true; /* NEWS CENTER is a heading of the site */
    for (size_t at = 0; at < s.n; at++)
        shout = shout && !(s.p[at] >= 'a' && s.p[at] <= 'z');
    return letters >= 3 && s.n <= 40 && !address && !(shout && str_has(s, STR(" ")));
}

/* A sentence that is no notice of rights. */
static bool is_text(struct str s)
{
    return line_is_sentence(s) && !phrase_at(PHRASE_CHROME_START, s, 0);
}

/* The first sentence behind block i, or an empty one. */
static struct str next_text(const struct draft *draft, size_t i)
{
    for (i++; i < draft->blocks.n; i++)
        if (is_text(draft->blocks.v[i].text))
            return draft->blocks.v[i].text;
    return (struct str){ 0 };
}

/* The meta line in front of the first sentence of a page in one block. */
static void strip_lead(struct arena *arena, struct draft *draft, struct block *block)
{
    size_t lead = meta_lead(arena, block->text, draft);
    cut_text(arena, draft, block, str_sub(block->text, 0, lead), REMOVED_CHROME);
    block->text = str_sub(block->text, lead, block->text.n);
}

/* Who made it, in printed order: meta lines above the text, credit lines, a nickname under the title, a last line (张三), and bylines. */
static void strip_people(struct arena *arena, struct draft *draft)
{
    bool title = false, sentence = false;
    size_t end = draft->blocks.n; /* behind the last sentence */
    while (end > 0 && !is_text(draft->blocks.v[end - 1].text))
        end--;
    for (size_t i = 0; i < draft->blocks.n; i++) {
        struct block *block = &draft->blocks.v[i];
        bool han = line_han(block->text, TITLE_HAN) >= TITLE_HAN, text = line_is_sentence(block->text);
        bool last = i >= end && sentence;
        if (block->kind == BLOCK_GAP)
            continue;
        size_t day = sentence || text ? 0 : meta_day_before_title(arena, block->text, draft);
        if (day) {
            cut_text(arena, draft, block, str_sub(block->text, 0, day), REMOVED_CHROME);
            block->text = str_sub(block->text, day, block->text.n);
            title = true;
            continue;
        }
        if (!sentence && text)
            strip_lead(arena, draft, block);
        if (!sentence && !text && meta_read(arena, block->text, false, draft)) {
            cut_block(arena, draft, block, REMOVED_CHROME);
        } else if (!sentence && title && meta_lone_day(block->text, next_text(draft, i))) {
            draft->published = draft->published.p ? draft->published : block->text;
            cut_block(arena, draft, block, REMOVED_CHROME);
        } else if (!sentence && text && phrase_at(PHRASE_CHROME_START, block->text, 0)) {
            continue;
        } else if (credit_read(arena, block->text, draft)) {
            cut_block(arena, draft, block, REMOVED_CREDIT);
        } else if ((title && !sentence && is_nickname(block->text)) || (last && bracketed_name(block->text))) {
            add_signer(arena, last ? inner(block->text) : block->text, draft);
            cut_block(arena, draft, block, REMOVED_CREDIT);
        } else {
            if (caption_is(block->text))
                credit_picture(arena, block->text, draft);
            else
                credit_bylines(arena, block->text, draft);
            title |= han;
            sentence |= is_text(block->text);
        }
    }
    cut_done(draft);
}

void strip_chrome(struct arena *arena, struct draft *draft)
{
    notice_split(arena, draft);
    strip_people(arena, draft);
    chrome_strip(arena, draft);
    strip_signature(arena, draft);
}
