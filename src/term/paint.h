/* A grid of cells on curses' screen. */
#ifndef DAHUI_TERM_PAINT_H
#define DAHUI_TERM_PAINT_H

#include "base/arena.h"
#include "screen/grid.h"
#include "term/frame.h"
#include "term/looks.h"

/* Curses finds out what to send; but it has its own idea of how wide characters are (the C library's), cannot mend a character
 * of two cells that is half overwritten, and scrolls when the last cell is written. So a row is written whole, on a pad of its
 * own that is wider than the screen, and copied; and what curses would draw in another width is not given to it. */
struct painter {
    struct frame *frame; /* where curses writes */
    struct looks looks;
    WINDOW *row;   /* the pad */
    WINDOW *probe; /* where a character is tried first */
    struct arena arena;
    struct cell *last; /* what stands on the screen, rows × cols cells of `arena`; NULL: unknown */
    int rows, cols;    /* of `last` */
    int cursor_row, cursor_col;
    bool writes_corner;  /* as terminfo_writes_corner */
    bool drew_corner;    /* the last cells stand there past curses (corner.h) */
};

/* After newterm. False: no memory for the pads. */
bool painter_start(struct painter *painter, struct frame *frame);

/* Before delscreen. */
void painter_finish(struct painter *painter);

/* After resize_term. False: no memory; then painting does nothing. */
bool painter_resize(struct painter *painter);

/* The next painting clears the screen and sends all. */
void painter_forget(struct painter *painter);

/* Draws into the frame what differs from the last grid; nothing where nothing does. What of the grid lies beyond the screen is not drawn,
 * what of the screen lies beyond the grid is blank. */
void painter_paint(struct painter *painter, const struct grid *grid);

#endif
