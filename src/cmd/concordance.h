/* Matches on lines of their own, with what stands left and right of them. */
#ifndef DAHUI_CMD_CONCORDANCE_H
#define DAHUI_CMD_CONCORDANCE_H

#include "find/excerpt.h"

/* How the lines look. In columns, all matches stand in one; that of the places grows with the widest place so far. */
struct concordance {
    bool columns, colors;
    size_t context; /* Han at each side, */
    bool fit;       /* or less, if the terminal has no more room; it is found out with the first line */
    size_t place_cells;
};

void concordance_print(struct concordance *concordance, const struct article *article, struct hit hit);

/* A piece of a line in a colour of its own. */
enum color { COLOR_PLACE, COLOR_MATCH };
void print_colored(bool colors, enum color color, struct str s);

#endif
