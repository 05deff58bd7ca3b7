/* What curses writes, kept until a frame is whole and then sent by one write. */
#ifndef DAHUI_TERM_FRAME_H
#define DAHUI_TERM_FRAME_H

#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"

/* Curses writes into a file in memory, never to the terminal: it would send each movement of the cursor by a write of its own, and
 * we want to look at what it writes (slots.h). What is added by us goes the same way, in its turn. */
struct frame {
    FILE *file; /* in memory, or in a temporary file that has no name; given to newterm */
    struct arena arena;
    struct buf bytes; /* of the frame that is being sent */
    size_t sent;      /* bytes since frame_open */
};

/* False with words in err: the system has no such file for us. */
bool frame_open(struct frame *frame, struct err *err);
void frame_close(struct frame *frame);

/* Adds bytes behind those that curses has written. */
void frame_add(struct frame *frame, struct str bytes);

/* How many bytes it has now. */
size_t frame_size(const struct frame *frame);

/* Takes out what curses and we have written; good until the next frame_take. */
struct str frame_take(struct frame *frame);

/* Sends bytes to a terminal, by one write unless it is interrupted. Waits as long as nobody reads there; what a terminal that has gone
 * does not take is dropped. */
void frame_send(struct frame *frame, int out, struct str bytes);

#endif
