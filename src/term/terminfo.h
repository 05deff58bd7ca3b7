/* What the terminal database knows of this terminal. */
#ifndef DAHUI_TERM_TERMINFO_H
#define DAHUI_TERM_TERMINFO_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "term/frame.h"

/* Does TERM name a terminal at all? False with words in err. */
bool terminfo_named(struct err *err);

/* Says in err that there is no entry for it; answers false. */
bool terminfo_unknown(struct err *err);

/* All below is of the entry that newterm opened.
 * Can it clear the screen and place a cursor? False with words in err. */
bool terminfo_serves(struct err *err);

/* A string or a number of the entry; NULL, -1 where it has none. The string belongs to the entry. */
const char *terminfo_string(const char *name);
int terminfo_number(const char *name);

/* Will curses write the last cell of the screen where it stands? Else see corner.h. */
bool terminfo_writes_corner(void);

/* Is it one of those that obey ESC [ …, as all do that are still in use? Others are asked nothing. */
bool terminfo_is_ansi(void);

/* Can it save the place of the cursor, return there and go on to the right? Then these two write to `to`, whose room is `max` bytes, and
 * answer how many: the first makes `cells` cells at the cursor blank, the cursor stays; the second, behind the first and whatever
 * was drawn, sets the cursor behind these cells. */
bool terminfo_can_return(void);
size_t terminfo_blank(char *to, size_t max, int cells);
size_t terminfo_skip(char *to, size_t max, int cells);

/* Scrolling. Looks up how, once; then: can it set a region and scroll in it, without a fear of the last column? Rows and columns are
 * half-open; the cursor is anywhere afterwards. */
void terminfo_learn_scrolling(void);
bool terminfo_scrolls(void);
void terminfo_region(struct frame *frame, int top, int bottom);
size_t terminfo_whole_region(char *to, size_t max); /* bytes of the region that is all of the screen */
bool terminfo_scroll(struct frame *frame, int top, int bottom, int by); /* rows up; down where negative. True: the cursor did not move */
void terminfo_margins(struct frame *frame, int left, int right); /* for terminals that say they have them, in that mode */

/* Adds to a frame what moves the cursor; curses does not learn of it. */
void terminfo_move_to(struct frame *frame, int row, int col);

/* The bytes that leave the screen as a shell likes it: no region, cursor on the last of `rows` lines and shown, no attributes, keypad and
 * alternate screen off. Answers how many (at most max); what does not fit is left out. */
size_t terminfo_reset(char *to, size_t max, int rows);

#endif
