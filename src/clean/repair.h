/* Where a repair stands: from the block it was made in to the paragraph that the block became. */
#ifndef DAHUI_CLEAN_REPAIR_H
#define DAHUI_CLEAN_REPAIR_H

#include "clean/draft.h"

/* Right after repairs were made, when `paragraph` is the index of a block and `offset` a place in its text: counts the offset as if
 * annotations and the indent were gone already. */
void repair_settle(struct arena *arena, struct draft *draft);

/* Of a shaped draft, whose blocks are the article's paragraphs: sets paragraph and offset of each of the article's repairs. */
void repair_place(const struct draft *draft, struct article *article);

#endif
