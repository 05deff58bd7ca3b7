/* What is not the report goes: annotations, chrome, pictures, credits, lists. It is kept in `removed`, and what it tells is noted. */
#ifndef DAHUI_CLEAN_STRIP_H
#define DAHUI_CLEAN_STRIP_H

#include "clean/draft.h"

/* Within the lines: indents and blanks at their ends, annotations, marks of Markdown, addresses. */
void strip_lines(struct arena *arena, struct draft *draft);

/* Whole lines: pictures, credits, chrome around the body, keyword lists, related links, repeats. Hidden-text notices become
 * blocks of their own. Publishing date, source and authors go to the draft. */
void strip_chrome(struct arena *arena, struct draft *draft);

#endif
