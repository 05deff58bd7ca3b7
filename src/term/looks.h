/* How each style looks on this terminal: the one table of attributes and colours. */
#ifndef DAHUI_TERM_LOOKS_H
#define DAHUI_TERM_LOOKS_H

#include <curses.h>

#include "screen/grid.h"

struct looks {
    attr_t attributes[N_STYLES];
    short pairs[N_STYLES]; /* 0: the colours of the terminal */
};

/* After newterm. Colours are used where the terminal has them and NO_COLOR is not set. */
void looks_choose(struct looks *looks);

#endif
