/* Numbers that a document site put between the chunks of its text: …服务职1、工,…. */
#ifndef DAHUI_CLEAN_CHUNK_H
#define DAHUI_CLEAN_CHUNK_H

#include "clean/draft.h"

/* Takes the numbers out that part chunks of a block: at least three, one after another (k、 k+1、 k+2、), each glued between Han, with a
 * sentence that ends between two of them. Items of a list that held a whole sentence would end with its stop and not in mid-clause. */
void chunk_strip(struct arena *arena, struct draft *draft);

#endif
