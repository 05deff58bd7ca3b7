/* What the page, or who gave it out, struck out of the text: ××市, ***同志, 20XX年. */
#ifndef DAHUI_CLEAN_REDACTION_H
#define DAHUI_CLEAN_REDACTION_H

#include "clean/draft.h"

/* Adds a note that counts the runs of the title and the text, if there are any. They stay where they stand. */
void redaction_note(struct arena *arena, struct draft *draft, const struct article *article);

#endif
