/* Where what cleaning took out of a report stands in its capture. */
#ifndef DAHUI_FIND_REMOVED_H
#define DAHUI_FIND_REMOVED_H

#include "find/twin.h"

/* Adds the pieces of `article->removed` as places of its capture, whose lines are slices of one text: a hit for each line of a piece, in reading
 * order. A piece that does not stand as it is near where it was taken from (others had gone out of it before) is left out. */
void removed_find(struct arena *arena, const struct article *article, const struct article *capture, struct hits *hits);

#endif
