/* Taking things out of a draft, so that all that goes is kept. */
#include "clean/cut.h"

#include <string.h>

#include "text/han.h"

void pieces_add(struct arena *arena, struct pieces *pieces, size_t from, size_t to, enum removed_class class)
{
    *PUSH(arena, &pieces->list) = (struct piece){ from, to, class };
}

struct str pieces_cut(struct arena *arena, struct draft *draft, struct str text, const struct pieces *pieces)
{
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
        cut_text(arena, draft, str_sub(text, piece.from, piece.to), piece.class);
    }
    memcpy(p + n, text.p + at, text.n - at);
    return (struct str){ p, n + text.n - at };
}

void cut_text(struct arena *arena, struct draft *draft, struct str s, enum removed_class class)
{
    if (s.n)
        *PUSH(arena, &draft->removed) = (struct removed){ class, s };
}

void cut_block(struct arena *arena, struct draft *draft, struct block *block, enum removed_class class)
{
    cut_text(arena, draft, str_trim(block->text), class);
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
