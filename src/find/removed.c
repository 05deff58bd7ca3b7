/* Where what cleaning took out of a report stands in its capture. */
#include "find/removed.h"

enum { NEAR = 400 }; /* bytes from where a piece is said to have stood */

/* The whole text of a capture. */
static struct str text_of(const struct article *capture)
{
    const struct str *first = capture->paragraphs, *last = first + capture->n_paragraphs - 1;
    return (struct str){ first->p, (size_t)(last->p + last->n - first->p) };
}

/* Where a piece begins that stood about here, not before `least`; STR_NONE where it is not there. */
static size_t find_piece(struct str text, const struct removed *removed, size_t least)
{
    size_t from = removed->at > least ? removed->at : least, end = from + removed->text.n + NEAR;
    if (str_eq(str_sub(text, from, from + removed->text.n), removed->text))
        return from;
    from = from > least + NEAR ? from - NEAR : least;
    return removed->text.n ? str_find(str_sub(text, 0, end), removed->text, from) : STR_NONE;
}

/* Adds bytes [from, to) of the text, line by line; *line is the first that may hold some of them. */
static void add_lines(struct arena *arena, const struct article *capture, size_t from, size_t to, size_t *line, struct hits *hits)
{
    const char *text = capture->paragraphs[0].p;
    for (; *line < capture->n_paragraphs; ++*line) {
        size_t start = (size_t)(capture->paragraphs[*line].p - text), end = start + capture->paragraphs[*line].n;
        if (start >= to)
            return;
        size_t first = from > start ? from : start, last = to < end ? to : end;
        if (first < last)
            *PUSH(arena, hits) = (struct hit){ *line, first - start, last - start };
        if (to <= end)
            return;
    }
}

void removed_find(struct arena *arena, const struct article *article, const struct article *capture, struct hits *hits)
{
    size_t least = 0, line = 0;
    if (capture->n_paragraphs == 0 || article->n_removed == 0)
        return;
    struct str text = text_of(capture);
    for (size_t i = 0; i < article->n_removed; i++) {
        size_t from = find_piece(text, &article->removed[i], least);
        if (from == STR_NONE)
            continue;
        least = from + article->removed[i].text.n;
        add_lines(arena, capture, from, least, &line, hits);
    }
}
