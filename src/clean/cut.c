/* Taking things out of a draft, so that all that goes is kept. */
#include "clean/cut.h"

#include <stdlib.h>
#include <string.h>

#include "text/han.h"

void pieces_add(struct arena *arena, struct pieces *pieces, size_t from, size_t to, enum removed_class class)
{
    *PUSH(arena, &pieces->list) = (struct piece){ from, to, class };
}

struct str pieces_cut(struct arena *arena, struct draft *draft, const struct block *block, const struct pieces *pieces)
{
    struct str text = block->text;
    if (!pieces->list.n)
        return text;
    char *p = arena_alloc(arena, text.n + 1, 1);
    size_t n = 0, at = 0;
    for (size_t i = 0; i < pieces->list.n; i++) {
        struct piece piece = pieces->list.v[i];
        if (piece.to <= at)
            continue;
        if (piece.from < at)
            piece.from = at;
        memcpy(p + n, text.p + at, piece.from - at);
        n += piece.from - at;
        at = piece.to;
        cut_text(arena, draft, block, str_sub(text, piece.from, piece.to), piece.class);
    }
    memcpy(p + n, text.p + at, text.n - at);
    return (struct str){ p, n + text.n - at };
}

void cut_text(struct arena *arena, struct draft *draft, const struct block *block, struct str s, enum removed_class class)
{
    if (s.n)
        *PUSH(arena, &draft->removed) = (struct removed){ class, s, block->at + (size_t)(s.p - block->text.p) };
}

void cut_block(struct arena *arena, struct draft *draft, struct block *block, enum removed_class class)
{
    cut_text(arena, draft, block, str_trim(block->text), class);
    block->text.n = 0;
}

void cut_done(struct draft *draft)
{
    size_t n = 0;
    bool after_blank = false;
    for (size_t i = 0; i < draft->blocks.n; i++) {
        struct block block = draft->blocks.v[i];
        block.after_blank |= after_blank;
        after_blank = block.after_blank && !block.text.n;
        if (block.text.n)
            draft->blocks.v[n++] = block;
    }
    draft->blocks.n = n;
}

struct place_of_removed {
    size_t at, number;
};

static int by_place(const void *a, const void *b)
{
    const struct place_of_removed *left = a, *right = b;
    size_t l = left->at != right->at ? left->at : left->number, r = left->at != right->at ? right->at : right->number;
    return (l > r) - (l < r);
}

void removed_sort(struct arena *arena, struct removed *removed, size_t n)
{
    struct place_of_removed *places = NEW_N(arena, struct place_of_removed, n);
    struct removed *copy = NEW_N(arena, struct removed, n);
    bool sorted = true;
    for (size_t i = 0; i < n; i++) {
        places[i] = (struct place_of_removed){ removed[i].at, i };
        copy[i] = removed[i];
        sorted = sorted && (!i || removed[i - 1].at <= removed[i].at);
    }
    if (sorted)
        return;
    qsort(places, n, sizeof *places, by_place);
    for (size_t i = 0; i < n; i++)
        removed[i] = copy[places[i].number];
}
