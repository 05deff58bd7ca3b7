/* Where a repair stands: from the place in the capture where it was made to the paragraph that it is in. */
#include "clean/repair.h"

#include <stdlib.h>

#include "base/buf.h"
#include "clean/annotation.h"
#include "text/han.h"
#include "text/utf8.h"

enum { SEARCHES = 16, SHOWN = 20 }; /* times that all text is searched at most; characters of a repair in a note */

void repair_met(struct arena *arena, struct draft *draft, size_t from, size_t to, size_t origin, size_t offset)
{
    struct mendings *mended = &draft->mended;
    for (; mended->n && mended->v->at <= to; mended->v++, mended->n--) {
        if (mended->v->at == to && to > from)
            break;
        size_t within = mended->v->at > from ? mended->v->at - from : 0;
        *PUSH(arena, &draft->repairs) = (struct repair){ mended->v->from, mended->v->to, origin, offset + within };
    }
}

static int by_place(const void *a, const void *b)
{
    const struct repair *left = a, *right = b;
    bool same = left->paragraph == right->paragraph;
    size_t l = same ? left->offset : left->paragraph, r = same ? right->offset : right->paragraph;
    return (l > r) - (l < r);
}

/* Bytes of s without its annotations. */
static size_t free_length(struct arena *work, struct str s)
{
    if (!str_has(s, STR("(")) && !str_has(s, STR("（")))
        return s.n;
    size_t n = annotation_free(work, s).n;
    arena_reset(work);
    return n;
}

/* Settles the repairs [first, end), which are all of one block. */
static void settle_block(struct arena *work, const struct block *block, struct repair *first, struct repair *end)
{
    struct str all = block->text, text = str_trim(all);
    size_t indent = (size_t)(text.p - all.p), done = 0, free = 0;
    for (struct repair *repair = first; repair < end; repair++) {
        size_t offset = repair->offset > indent ? repair->offset - indent : 0;
        if (offset > done && str_starts(str_sub(text, offset, text.n), repair->to)) {
            free += free_length(work, str_sub(text, done, offset));
            done = offset;
        }
        repair->offset = free;
    }
}

void repair_settle(struct draft *draft)
{
    struct repair *repairs = draft->repairs.v;
    size_t n = draft->repairs.n, block = 0;
    struct arena work = { 0 };
    if (n)
        qsort(repairs, n, sizeof *repairs, by_place);
    for (size_t i = 0, end; i < n; i = end) {
        for (end = i + 1; end < n && repairs[end].paragraph == repairs[i].paragraph;)
            end++;
        while (block < draft->blocks.n && draft->blocks.v[block].origin < repairs[i].paragraph)
            block++;
        if (block < draft->blocks.n && draft->blocks.v[block].origin == repairs[i].paragraph)
            settle_block(&work, &draft->blocks.v[block], repairs + i, repairs + end);
    }
    arena_finish(&work);
}

/* The place of `what` in s from `from` on, or STR_NONE; once the budget is used up nothing is looked for. */
static size_t look(struct str s, struct str what, size_t from, size_t *budget)
{
    size_t at = *budget ? str_find(s, what, from) : STR_NONE, cost = (at == STR_NONE ? s.n : at) - (from < s.n ? from : s.n);
    *budget -= cost < *budget ? cost : *budget;
    return at;
}

/* Is the repair in that paragraph: where it is expected, behind that, or, behind the repair before it that ends at `behind`? */
static bool place_in(const struct article *article, size_t paragraph, size_t behind, struct repair *repair, size_t *budget)
{
    struct str s = article_paragraph(article, paragraph);
    size_t expected = repair->offset > behind ? repair->offset : behind;
    size_t at = expected < s.n ? look(s, repair->to, expected, budget) : STR_NONE;
    if (at == STR_NONE && behind < expected)
        at = look(s, repair->to, behind, budget);
    if (at == STR_NONE)
        return false;
    repair->paragraph = paragraph;
    repair->offset = at;
    return true;
}

static struct str shown(struct str s)
{
    return str_sub(s, 0, utf8_offset(s, SHOWN));
}

static void note_repairs(struct arena *arena, struct draft *draft)
{
    size_t n = draft->repairs.n;
    if (!n)
        return;
    struct str from = shown(draft->repairs.v[0].from), to = shown(draft->repairs.v[0].to);
    struct buf text = buf_make(arena, 512);
    buf_add_format(&text, "%zu place%s put right; the first was %.*s and is %.*s", n, n == 1 ? "" : "s", (int)from.n, from.p,
                   (int)to.n, to.p);
    *PUSH(arena, &draft->notes) = (struct note){ NOTE_REPAIRED, buf_str(&text) };
}

void repair_place(struct arena *arena, struct draft *draft, const struct article *article)
{
    size_t block = 0, behind = 0, budget = 0;
    for (size_t i = 0; i < article->n_paragraphs; i++)
        budget += SEARCHES * article->paragraphs[i].n;
    for (size_t i = 0; i < draft->repairs.n; i++) {
        struct repair *repair = &draft->repairs.v[i];
        for (; block + 1 < draft->blocks.n && draft->blocks.v[block + 1].origin <= repair->paragraph; block++)
            behind = 0;
        bool here = block < draft->blocks.n && draft->blocks.v[block].origin <= repair->paragraph;
        size_t titles = 1 << 12;
        if (here && place_in(article, block, behind, repair, &budget))
            behind = repair->offset + repair->to.n;
        else if (!place_in(article, PLACE_TITLE, 0, repair, &titles) && !place_in(article, PLACE_SUBTITLE, 0, repair, &titles))
            *repair = (struct repair){ repair->from, repair->to, article->n_paragraphs ? block : PLACE_TITLE,
                                       article->n_paragraphs ? behind : 0 };
    }
    note_repairs(arena, draft);
}
