/* Where a line ends: Chinese line breaking on a grid of cells. */
#ifndef DAHUI_PAGE_BREAK_H
#define DAHUI_PAGE_BREAK_H

#include "base/str.h"

/* How strictly marks are kept from the ends of a line (CLREQ 3.1.5, 行首行尾禁则). */
enum breaks {
    BREAKS_STRICT, /* no line begins with a mark that closes, pauses or joins, nor with —— or ……, nor ends with one that opens */
    BREAKS_BASIC,  /* but —— may begin one */
    BREAKS_OFF,    /* marks stand where they fall; words, numbers, —— and …… are whole still */
    N_BREAKS
};

/* strict, basic, off; N_BREAKS where it is none of them. */
enum breaks breaks_by_name(const char *name);

enum { HANG_CELLS = 2 }; /* room for a mark behind the end of a line */

struct line_rules {
    enum breaks breaks;
    bool hang; /* may one stop or pause stand behind the end of the line, in two cells there? (CLREQ 3.1.6, 标点悬挂) */
};

/* The end (a byte offset, > from) of the line that begins at `from` and has room for `cells`, not counting the mark that hangs.
 * UAX #14 says where it may be, but: “ ‘ open and ” ’ close beside Han; ambiguous symbols are like Han beside Han; · between Han holds
 * both; a number holds its unit (2025年) and 第; letters and digits of full width are letters and digits. A blank belongs to what is
 * before it. Where a line can hold no such place, it ends at the last one that cuts no word and keeps the marks from its ends, and
 * where there is none, between any two characters; it holds one at least. The last line of a text holds more than one character where
 * the line before it can give one. What is before `from`, and what is more than a few characters behind the end, does not matter. */
size_t break_line(struct str text, size_t from, size_t cells, struct line_rules rules);

#endif
