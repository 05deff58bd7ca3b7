/* The last corner of the screen, on terminals where curses cannot fill it behind a character of two cells. */
#ifndef DAHUI_TERM_CORNER_H
#define DAHUI_TERM_CORNER_H

#include <curses.h>

#include "screen/grid.h"
#include "term/frame.h"

/* Curses takes care not to write the last cell of the last row, lest the screen scroll. Where the terminal cannot be told not
 * to (tmux, screen) it writes one cell before and pushes that along, and does so as well when a character of two cells ends
 * there: the row is broken. So in that case curses is given three blanks, and these three cells are written over its picture,
 * between two of its updates; such terminals do not scroll before another character comes. */
enum { CORNER_CELLS = 3 };

/* Ends a character of two cells just before the last cell of this screen of rows × cols? */
bool corner_is_split(const struct grid *grid, int rows, int cols);

/* Writes the head of that character and the last cell behind curses' back, who finds attributes and cursor as it left them. */
void corner_draw(struct frame *frame, const cchar_t *wide, const cchar_t *last);

/* Makes the three cells blank again, as curses believes them to be. */
void corner_wipe(struct frame *frame);

#endif
