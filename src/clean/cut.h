/* Taking things out of a draft, so that all that goes is kept. */
#ifndef DAHUI_CLEAN_CUT_H
#define DAHUI_CLEAN_CUT_H

#include "clean/draft.h"

/* Pieces to be taken out of one text: half-open, in order of their starts. What two of them cover goes once. */
struct piece {
    size_t from, to;
    enum removed_class class;
};
struct pieces {
    ARRAY(struct piece) list;
};

void pieces_add(struct arena *arena, struct pieces *pieces, size_t from, size_t to, enum removed_class class);

/* The block's text without the pieces, which go to draft->removed. A text with no pieces stays the slice it is. */
struct str pieces_cut(struct arena *arena, struct draft *draft, const struct block *block, const struct pieces *pieces);

/* Notes s, a slice of the block's text, as taken away; nothing for an empty one. */
void cut_text(struct arena *arena, struct draft *draft, const struct block *block, struct str s, enum removed_class class);

/* Takes the whole block away; it stays in its place, empty, until cut_done. */
void cut_block(struct arena *arena, struct draft *draft, struct block *block, enum removed_class class);

/* Closes the ranks: empty blocks go, and what stood behind one is `after_blank` if that was. */
void cut_done(struct draft *draft);

/* Puts what was taken away into the order of the capture; of what stood at one place, what went first stands first. */
void removed_sort(struct arena *arena, struct removed *removed, size_t n);

#endif
