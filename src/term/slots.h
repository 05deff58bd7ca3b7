/* What curses cannot draw, or would draw in another width: other characters stand for it on curses' screen and are replaced in the
 * frame before it is sent. */
#ifndef DAHUI_TERM_SLOTS_H
#define DAHUI_TERM_SLOTS_H

#include <stdbool.h>
#include <wchar.h>

#include "base/arena.h"
#include "base/map.h"
#include "screen/grid.h"

/* Curses knows the width of a character from the C library: “ has one cell there, whatever the terminal does; an ideograph newer
 * than the library has none. So curses is given a character of the right width in its stead, a slot: U+2A000… for two cells,
 * U+E000… for one. Nothing that stands in a grid is one of the latter (text/safe), and one of the former gets a slot itself. A slot
 * stands for the same bytes until slots_forget, so that curses may take it for a character and find out what changed. */
enum { SLOT_WIDE = 0x2A000, SLOT_NARROW = 0xE000, SLOTS = 1760 /* of each width */ };

struct slots {
    struct arena arena;
    struct slots_of_width {
        struct map places; /* what a slot stands for, and its mark → its place */
        struct str bytes[SLOTS];
        size_t n;
    } of[2]; /* one cell, two cells */
};

/* { 0 } is ready for use. */
void slots_finish(struct slots *slots);

/* No slot stands for anything any more: whoever holds one must draw anew. */
void slots_forget(struct slots *slots);

/* The slot of `width` cells (1 or 2) that stands for these bytes; 0: all are taken. The same bytes have another slot for each `mark`. */
wchar_t slots_take(struct slots *slots, struct str bytes, int width, int mark);

/* Are they nearly all taken? Then it is time to forget. */
bool slots_crowded(const struct slots *slots);

/* Is this a character that slots are made of? */
bool slots_use(uint32_t c);

/* A frame with the bytes in the place of their slots, in the arena. */
struct str slots_replace(const struct slots *slots, struct arena *arena, struct str frame);

#endif
