/* How wide the terminal draws what Unicode calls ambiguous (UAX #11: “ … × ① ─ ■ é), asked of the terminal itself. */
#ifndef DAHUI_TERM_WIDTHS_H
#define DAHUI_TERM_WIDTHS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* Terminals differ character by character, so one of each kind is asked about. */
enum { WIDTH_KINDS = 7, WIDTHS_UTF8 = 5 };

/* The answer, as it is remembered from one session to the next: a digit 1 or 2 for each kind. "" is none. */
struct widths {
    char cells[WIDTH_KINDS + 1];
};

/* What is sent to ask: draws each in the second row (an answer from the first looks like a key, shift and F3) and erases it.
 * For each comes the place of the cursor, then whether the terminal has left and right margins, then what terminal it is: all
 * terminals know the last question, so its answer ends the matter. Behind the kinds comes the place behind two ideographs: column
 * WIDTHS_UTF8 of a terminal that is UTF-8, another of any other. The cursor is left in the second row. */
struct str widths_question(void);

/* Takes a remembered answer; false, and nothing taken, where it is not one. */
bool widths_read(struct widths *widths, struct str remembered);

/* All of them the same: 1 or 2. */
struct widths widths_all(int cells);

/* How many cells an ambiguous character shall have in what we set: 2 as soon as the terminal draws one of them so. 1 where there is
 * no answer. */
int widths_ambiguous(const struct widths *widths);

/* How many cells the terminal draws this ambiguous character in. */
int widths_of(const struct widths *widths, uint32_t c);

#endif
