/* What the terminal database knows of this terminal. */
#ifndef DAHUI_TERM_TERMINFO_H
#define DAHUI_TERM_TERMINFO_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

/* Opens the entry that TERM names, for the terminal at fd. False with words in err where there is none, or where it cannot
 * clear the screen and place a cursor. Nothing is sent to the terminal. */
bool terminfo_open(int fd, struct err *err);

/* The entry is not needed any more (curses opens its own). */
void terminfo_close(void);

/* A string or a number of the entry; NULL, -1 where it has none. The string belongs to the entry. */
const char *terminfo_string(const char *name);
int terminfo_number(const char *name);

/* Will curses write the last cell of the screen where it stands? Else see corner.h. */
bool terminfo_writes_corner(void);

/* Writes to standard output what moves the cursor; curses does not learn of it. */
void terminfo_move_to(int row, int col);

/* The bytes that leave the screen as a shell likes it: cursor on the last of `rows` lines and shown, no attributes, keypad and
 * alternate screen off. Answers how many (at most max); what does not fit is left out. */
size_t terminfo_reset(char *to, size_t max, int rows);

#endif
