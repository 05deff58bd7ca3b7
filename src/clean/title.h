/* Title and subtitle among the lines in front of the text. */
#ifndef DAHUI_CLEAN_TITLE_H
#define DAHUI_CLEAN_TITLE_H

#include "clean/draft.h"

/* Takes title and subtitle out of the draft's blocks into the article. The title is the first line, but for the name of a
 * column above it; the page's own heading decides where there is one. Where no line fits the title stays empty. */
void title_take(struct arena *arena, struct draft *draft, struct article *article);

/* Makes up the title that the page does not print, and a note says so: of the congress's place and name and what it does
 * (枝江市工会第六次代表大会开幕), in the script of the article; where it is about none, of the first clauses of its text. The congress, the session
 * and the script are known. */
void title_make_up(struct arena *arena, struct draft *draft, struct article *article);

#endif
