/* Lines that the page had cut are put together again. */
#ifndef DAHUI_CLEAN_JOIN_H
#define DAHUI_CLEAN_JOIN_H

#include "clean/draft.h"

/* Hard wraps: at least five lines in a row of one width, most of them cut within a sentence, become one up to the first short
 * line. Before anything is trimmed, since an indent begins a paragraph. */
void join_wraps(struct arena *arena, struct draft *draft);

/* Column breaks: a paragraph of at least 30 Han without a closing mark and the one behind it, where that goes on in mid-sentence.
 * Each leaves a seam. Never across a gap. */
void join_columns(struct arena *arena, struct draft *draft);

#endif
