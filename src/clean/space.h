/* Blanks and doubled marks that a page put into its sentences. */
#ifndef DAHUI_CLEAN_SPACE_H
#define DAHUI_CLEAN_SPACE_H

#include "clean/draft.h"

/* Takes out a stray blank between two Han within a sentence, blanks round marks, and a comma in front of another mark; the last two only
 * where the page does so all over. Blanks within 《》 and “”, between names and between the parts of a headline stay. */
void space_strip(struct arena *arena, struct draft *draft);

#endif
