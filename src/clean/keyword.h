/* Keywords at the end of a page. */
#ifndef DAHUI_CLEAN_KEYWORD_H
#define DAHUI_CLEAN_KEYWORD_H

#include "clean/draft.h"

/* Takes out the list at the end: at least five short lines without a mark, most of which stand in the body too. So a list of names, or the
 * place and date under a speech, stays. */
void keyword_strip(struct arena *arena, struct draft *draft);

/* Is s a line of keywords with its label: 关键词:…, 标签:…? */
bool keyword_line_is(struct str s);

#endif
