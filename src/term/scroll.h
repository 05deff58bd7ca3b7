/* Rows that moved up or down since the last frame: moved on the terminal instead of being sent again. */
#ifndef DAHUI_TERM_SCROLL_H
#define DAHUI_TERM_SCROLL_H

#include <stdbool.h>

#include "screen/grid.h"
#include "term/frame.h"

/* Curses scrolls whole rows only, and sets the scrolling region anew each time; a pane beside a list costs it the screen. So the painter
 * makes that no row looks like another to it (the first cell is a slot with the row as its mark), and here is done what is worth it.
 * The last row of the screen, the status line, never moves. The region stays set from one time to the next. */
struct scroller {
    bool able;       /* the terminal can scroll in a region */
    bool margins;    /* the terminal has left and right margins (DECSLRM) */
    int top, bottom; /* rows [top, bottom) of the region that is set; 0, 0: all */
    bool margins_on; /* the mode in which they can be set */
    size_t own;      /* bytes at the start of this frame that are ours; */
    size_t back;     /* the last of them only bring the cursor back */
};

/* A band of cells, [top, bottom) × [left, right), whose content moves `by` rows up (down where negative). */
struct band {
    int top, bottom, left, right, by;
};

/* Looks for rows of `old` (cells of the same number of rows and columns, which stand on the screen) that stand elsewhere in the new
 * grid. Where moving them spares bytes, adds to the frame what moves them, tells curses, and answers true. */
bool scroller_move(struct scroller *scroller, struct frame *frame, const struct grid *old, const struct grid *new, struct band *band);

/* A frame of curses that does not bear a region (it moves down by a line feed, for one): then the region is let go behind our own bytes. */
struct str scroller_guard(struct scroller *scroller, struct arena *arena, struct str frame);

/* The region is all of the screen again: before a clearing, before leaving. */
void scroller_leave(struct scroller *scroller, struct frame *frame);

#endif
