/* Marks of Markdown, leavings of tables, addresses and page numbers within the lines. */
#ifndef DAHUI_CLEAN_MARKUP_H
#define DAHUI_CLEAN_MARKUP_H

#include "clean/draft.h"

/* Takes them out of every block; `## ` makes a heading of its line. Bold marks go only where the draft shows other Markdown or the whole
 * line is bold: a ** within a text may be a name struck out. */
void markup_strip(struct arena *arena, struct draft *draft);

#endif
