/* What a page seems to have lost: said, never mended. */
#ifndef DAHUI_CLEAN_LOSS_H
#define DAHUI_CLEAN_LOSS_H

#include "clean/draft.h"

/* Adds notes: 党的大 (its number is gone), 第届 and 第次, empty brackets, a date without its parts, an end in mid-sentence. Of a shaped
 * article, before its notes are handed over. */
void loss_note(struct arena *arena, struct draft *draft, const struct article *article);

/* Notes the section numbers that are missing: 一 and then 三. Once the outline stands. */
void loss_note_sections(struct arena *arena, struct article *article);

#endif
