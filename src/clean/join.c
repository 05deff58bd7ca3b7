/* Lines that the page had cut are put together again. */
#include "clean/join.h"

#include "base/buf.h"
#include "clean/line.h"
#include "clean/name.h"
#include "clean/phrase.h"
#include "text/han.h"
#include "text/utf8.h"

enum { WRAP_LINES = 5, WRAP_CELLS = 24, WRAP_SLACK = 2, INDENT_CELLS = 2 };
enum { COLUMN_HAN = 30, OPENING_CLAUSE = 20, PHOTO_CREDIT = 16 };

/* Cells of the blanks that a line begins with. */
static size_t indent_of(struct str s)
{
    size_t at = 0;
    while (at < s.n && is_blank(utf8_at(s, at)))
        utf8_next(s, &at);
    return line_width(str_sub(s, 0, at));
}

static size_t width_of(struct str s)
{
    return indent_of(s) + line_width(str_trim(s));
}

static bool near(size_t a, size_t b)
{
    return (a > b ? a - b : b - a) <= WRAP_SLACK;
}

/* The width at which the page wrapped its lines, or 0: that of a run of five lines, most of which end within a sentence. */
static size_t wrap_width(const struct draft *draft, const size_t *width)
{
    size_t run = 0, open = 0;
    for (size_t i = 0; i < draft->blocks.n; i++) {
        const struct block *block = &draft->blocks.v[i];
        bool goes_on = run && !block->after_blank && block->kind == BLOCK_LINE && near(width[i], width[i - 1]);
        if (!goes_on)
            run = open = 0;
        run++;
        open += !line_closed(block->text);
        if (run >= WRAP_LINES && width[i] >= WRAP_CELLS && open * 5 >= run * 3)
            return width[i];
    }
    return 0;
}

static bool is_word(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Joins blocks [first, end) into the first; a blank only between two Latin words. */
static void join_lines(struct arena *arena, struct draft *draft, size_t first, size_t end)
{
    size_t bytes = 0;
    for (size_t i = first; i < end; i++)
        bytes += draft->blocks.v[i].text.n + 1;
    struct buf all = buf_make(arena, bytes);
    for (size_t i = first; i < end; i++) {
        struct str line = draft->blocks.v[i].text;
        struct str text = str_trim(line);
        if (i == first)
            text = str_sub(line, 0, (size_t)(text.p - line.p) + text.n);
        if (all.n && text.n && is_word((unsigned char)all.p[all.n - 1]) && is_word((unsigned char)text.p[0]))
            buf_add(&all, STR(" "));
        buf_add(&all, text);
        draft->blocks.v[i].text.n = 0;
    }
    draft->blocks.v[first].text = buf_str(&all);
}

/* Does the line at i go on with the one behind it? */
static bool wraps_on(const struct draft *draft, const size_t *width, size_t i, size_t full)
{
    if (i + 1 >= draft->blocks.n)
        return false;
    const struct block *next = &draft->blocks.v[i + 1];
    bool section = line_closed(draft->blocks.v[i].text) && section_number(str_trim(next->text), NULL, NULL);
    return near(width[i], full) && !next->after_blank && next->kind == BLOCK_LINE && width[i + 1] <= full + WRAP_SLACK &&
           indent_of(next->text) < INDENT_CELLS && !section;
}

static void drop_empty(struct draft *draft)
{
    size_t n = 0;
    for (size_t i = 0; i < draft->blocks.n; i++)
        if (draft->blocks.v[i].text.n)
            draft->blocks.v[n++] = draft->blocks.v[i];
    draft->blocks.n = n;
}

void join_wraps(struct arena *arena, struct draft *draft)
{
    size_t *width = NEW_N(arena, size_t, draft->blocks.n + 1);
    for (size_t i = 0; i < draft->blocks.n; i++)
        width[i] = width_of(draft->blocks.v[i].text);
    size_t full = wrap_width(draft, width);
    if (!full)
        return;
    for (size_t i = 0, end; i < draft->blocks.n; i = end) {
        for (end = i + 1; wraps_on(draft, width, end - 1, full);)
            end++;
        if (end > i + 1)
            join_lines(arena, draft, i, end);
    }
    drop_empty(draft);
}

/* Does the line end with who took the picture above it: …向代表致意。新华社记者 某某 摄, 某某总工会提供? */
static bool is_photo_credit(struct str s)
{
    size_t end = phrase_ends(PHRASE_CAPTION_END, s), from = s.n;
    if (word_at(s, s.n - (s.n < 6 ? s.n : 6), STR("提供")))
        return true;
    for (int i = 0; i < PHOTO_CREDIT && from > 0; i++)
        utf8_prev(s, &from);
    struct str tail = str_sub(s, from, s.n - end);
    size_t stop = sentence_end(tail, 0), name = stop < tail.n ? stop : 0; /* …圆满成功。 何俊昌摄 */
    while (name < tail.n && is_blank(utf8_at(tail, name)))
        utf8_next(tail, &name);
    return end && (phrase_in(PHRASE_CREDIT, tail) || (name && surname_at(tail, name) && line_han(str_sub(tail, name, tail.n), 5) <= 4));
}

/* Is it a paragraph of the text that may have been cut? A title has no pause and no stop, a heading no stop. */
static bool is_open(const struct block *block)
{
    struct str text = block->text;
    if (block->kind == BLOCK_GAP || block->kind == BLOCK_CAPTION || block->kind == BLOCK_HEADING)
        return false;
    if (line_closed(text) || line_han(text, COLUMN_HAN) < COLUMN_HAN || is_photo_credit(text))
        return false;
    bool pause = clause_end(text, 0) < text.n;
    return pause && (line_has_stop(text) || !section_number(text, NULL, NULL));
}

/* Does a clause of s begin with somebody who speaks, or with a new report? */
static bool opens_anew(struct str s)
{
    struct str clause = str_sub(s, 0, clause_end(s, 0));
    if (section_number(s, NULL, NULL) || phrase_at(PHRASE_DATELINE, s, 0) || is_opening(utf8_at(s, 0)))
        return true;
    if (word_at(s, 0, STR("新华社")) || word_at(s, 0, STR("中新社")) || word_at(s, 0, STR("中新网")) || word_at(s, 0, STR("人民网")))
        return word_in(clause, "电") || word_in(clause, "讯");
    if (phrase_at(PHRASE_ENUMERATION, s, 0) || line_han(clause, OPENING_CLAUSE + 1) > OPENING_CLAUSE)
        return phrase_at(PHRASE_ENUMERATION, s, 0) > 0;
    return phrase_in(PHRASE_SAYS, clause);
}

/* Does `right` go on with `left` in mid-sentence? */
static bool goes_on(const struct block *left, const struct block *right)
{
    bool text = right->kind == left->kind && (line_has_stop(right->text) || line_closed(right->text));
    return text && is_open(left) && !opens_anew(right->text);
}

/* Joins blocks [first, end) into the first, with a seam at each border. */
static void join_paragraphs(struct arena *arena, struct draft *draft, size_t first, size_t end)
{
    struct block *left = &draft->blocks.v[first];
    size_t bytes = 0;
    for (size_t i = first; i < end; i++)
        bytes += draft->blocks.v[i].text.n;
    struct buf all = buf_make(arena, bytes);
    left->seams = NEW_N(arena, size_t, end - first);
    for (size_t i = first; i < end; i++) {
        struct block *block = &draft->blocks.v[i];
        if (i > first) {
            left->seams[left->n_seams++] = all.n;
            left->link_bytes += block->link_bytes;
        }
        buf_add(&all, block->text);
        block->text.n = 0;
    }
    left->text = buf_str(&all);
}

void join_columns(struct arena *arena, struct draft *draft)
{
    for (size_t i = 0, end; i < draft->blocks.n; i = end) {
        for (end = i + 1; end < draft->blocks.n && goes_on(&draft->blocks.v[end - 1], &draft->blocks.v[end]);)
            end++;
        if (end > i + 1)
            join_paragraphs(arena, draft, i, end);
    }
    drop_empty(draft);
}
