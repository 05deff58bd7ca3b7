/* Title and subtitle among the lines in front of the text. */
#ifndef DAHUI_CLEAN_TITLE_H
#define DAHUI_CLEAN_TITLE_H

#include "clean/draft.h"

/* Takes title and subtitle out of the draft's blocks into the article. The title is the first line, but for the name of a
 * column above it; the page's own heading decides where there is one. No line fits: the title is made up of the congress's name and what
 * it does (枝江市工会第六次代表大会开幕), and a note says so. */
void title_take(struct arena *arena, struct draft *draft, struct article *article);

#endif
