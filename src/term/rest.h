/* Where the cursor rests between frames. */
#ifndef DAHUI_TERM_REST_H
#define DAHUI_TERM_REST_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

/* While a text is scrolled the cursor comes back to the same place after each frame. The terminal keeps that place (DECSC), and the way
 * back, with the end of all looks, is two bytes then instead of eight or ten. Whatever else saves a cursor takes the place away.
 * And the first way of the next frame, down its column, needs no column; curses does not think of that. */
struct rest {
    bool able;    /* the terminal saves and returns by ESC 7 and ESC 8, and goes to a row by ESC [ … d */
    bool known;   /* it rested at `row`, `col` after the last frame, */
    bool saved;   /* and the terminal keeps that place */
    int row, col;
};

/* After newterm. */
void rest_start(struct rest *rest);

/* The terminal may have lost it: before the screen is cleared or left to others. */
void rest_forget(struct rest *rest);

/* The same frame, shorter where that can be. It leaves the cursor at `row`, `col`, and no looks set. */
struct str rest_shorten(struct rest *rest, struct arena *arena, struct str frame, int row, int col);

#endif
