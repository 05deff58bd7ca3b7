/* How each style looks on this terminal: attributes and pairs of colours, as curses takes them. */
#ifndef DAHUI_TERM_LOOKS_H
#define DAHUI_TERM_LOOKS_H

#include <curses.h>

#include "term/theme.h"

struct looks {
    attr_t attributes[N_STYLES];
    short pairs[N_STYLES]; /* 0: the colours of the terminal */
    int colours;           /* 0: none are used */
};

/* After newterm. Colours are used where the terminal has them and NO_COLOR is not set. May be called again for another theme. */
void looks_choose(struct looks *looks, enum theme theme, const struct look_changes *changes);

#endif
