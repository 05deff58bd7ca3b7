/* Where a repair stands: from the place in the capture where it was made to the paragraph that it is in. */
#ifndef DAHUI_CLEAN_REPAIR_H
#define DAHUI_CLEAN_REPAIR_H

#include "clean/draft.h"

/* The bytes [from, to) of the decoded text stand at `offset` of the block of that origin: what decoding mended in them becomes a repair
 * there, and what it mended before them, in no block, too. To be called in the order of the text. */
void repair_met(struct arena *arena, struct draft *draft, size_t from, size_t to, size_t origin, size_t offset);

/* Once repairs are made, when `paragraph` is the origin of a block and `offset` a place in its text: puts them in order, and counts
 * the offsets as if annotations and the indent were gone already. */
void repair_settle(struct draft *draft);

/* Of a draft whose blocks are the article's paragraphs: sets paragraph and offset of each of its repairs, and notes how many there are. One
 * that went with what was removed gets the place nearest to it. */
void repair_place(struct arena *arena, struct draft *draft, const struct article *article);

#endif
