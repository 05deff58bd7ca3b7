/* What the page, or who gave it out, struck out of the text: ××市, ***同志, 20XX年. */
#ifndef DAHUI_CLEAN_REDACTION_H
#define DAHUI_CLEAN_REDACTION_H

#include "clean/draft.h"

/* Bytes of the run of one sign at `at` that stands for something struck out, or 0: × and more of them, ** ﹡﹡, XX xx Ｘ, __, ==, and the
 * X of 201X年. No runs are × between numbers or in front of a unit (4×100, 3×米), XL of a word in Latin letters, and a line of
 * nothing else. */
size_t redaction_at(struct str s, size_t at);

/* Adds a note that counts the runs of the title and the text, if there are any. They stay where they stand. */
void redaction_note(struct arena *arena, struct draft *draft, const struct article *article);

#endif
