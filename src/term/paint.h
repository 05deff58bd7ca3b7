/* A grid of cells on curses' screen. */
#ifndef DAHUI_TERM_PAINT_H
#define DAHUI_TERM_PAINT_H

#include "base/arena.h"
#include "screen/grid.h"
#include "term/frame.h"
#include "term/looks.h"
#include "term/rest.h"
#include "term/scroll.h"
#include "term/slots.h"
#include "term/widths.h"

/* Curses finds out what to send; but it has its own idea of how wide characters are (the C library's), cannot mend a character
 * of two cells that is half overwritten, and scrolls when the last cell is written. So a row is written whole, on a pad of its
 * own that is wider than the screen, and copied; and what curses would draw in another width gets a slot (slots.h). */
struct painter {
    struct frame *frame; /* where curses writes */
    struct slots slots;
    struct scroller scroller;
    struct rest rest;
    struct widths widths; /* of ambiguous characters, as the terminal draws them */
    struct looks looks;
    WINDOW *row;   /* the pad */
    WINDOW *probe; /* where a character is tried first */
    struct arena arena;
    struct cell *last; /* what stands on the screen, rows × cols cells of `arena`; NULL: unknown */
    int rows, cols;    /* of `last` */
    int cursor_row, cursor_col;
    bool local;          /* the character set is not UTF-8: no slots, and what it has not is marked */
    bool writes_corner;  /* as terminfo_writes_corner */
    bool can_return;     /* as terminfo_can_return */
    bool chose_charset;  /* in an earlier frame */
    bool cleared;        /* by painter_clear, and nothing was painted since */
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

/* Clears the screen at once, and tells which bytes are to be drawn on it, where nobody will see them: what is painted next is drawn
 * behind them in the same frame. */
void painter_clear(struct painter *painter, struct str bytes);

/* Draws into the frame what differs from the last grid; nothing where nothing does. What of the grid lies beyond the screen is not drawn,
 * what of the screen lies beyond the grid is blank. */
void painter_paint(struct painter *painter, const struct grid *grid);

/* Before the screen is left to others. */
void painter_leave(struct painter *painter);

/* The frame as it is to be sent; good until the next. */
struct str painter_frame(struct painter *painter);

#endif
