/* The line to the terminal: where its keys are read, its modes, its size. */
#ifndef DAHUI_TERM_LINE_H
#define DAHUI_TERM_LINE_H

#include <stdbool.h>
#include <termios.h>

#include "base/err.h"

/* The screen in cells, as we use it: at least 1, at most MAX_ROWS and MAX_COLS whatever the terminal says. */
enum { MAX_ROWS = 500, MAX_COLS = 1000 };
struct size {
    int rows, cols;
};

/* A line that was opened. `in` is standard input or our own descriptor of /dev/tty; `out` is standard output. */
struct line {
    int in, out;
    struct termios shell; /* modes as they were found */
    struct termios ours;  /* keys one by one, no echo, ^C and ^Z still signals, ^S ^Q ^V ^O ^Y plain keys */
};

/* False with words in err: there is no terminal at one end. Modes are read, not changed. */
bool line_open(struct line *line, struct err *err);

/* Closes what line_open opened; modes stay as they are. */
void line_close(struct line *line);

void line_take(const struct line *line);
void line_give_back(const struct line *line);

/* Do the keys come to us, or are we in the background? */
bool line_is_ours(const struct line *line);

/* The size that the terminal says now; where it says nothing, `otherwise`; clamped in both cases. */
struct size line_size(const struct line *line, struct size otherwise);

#endif
