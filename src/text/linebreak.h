/* Where a line may end inside a paragraph: the Unicode line breaking algorithm (UAX #14), character by character. */
#ifndef DAHUI_TEXT_LINEBREAK_H
#define DAHUI_TEXT_LINEBREAK_H

#include <stdbool.h>

#include "base/str.h"
#include "text/trait.h"

/* What was met so far, as much of it as the rules ask for. { 0 } stands before the first character. */
struct line_state {
    bool begun;
    uint8_t last;   /* class of the last character that is no blank; marks on it are left out (LB9) */
    bool blanks;    /* there are blanks (SP) behind it */
    bool joiner;    /* the very last character is a zero width joiner */
    uint8_t number; /* LB25: 1 inside a number, 2 behind the bracket that closes it */
    bool hyphen;    /* LB21a: the last is a hyphen behind a Hebrew letter */
    bool half_flag; /* LB30a: the last is the first half of a flag */
};

enum line_break { LINE_BREAK_NOT, LINE_BREAK_MAY, LINE_BREAK_MUST };

/* May the line end before the next character, which has this class? Takes it in. `number_follows` matters only where line_asks says so:
 * is what stands behind it, marks left out, of class NU? */
enum line_break line_next(struct line_state *state, enum line_class class, bool number_follows);
bool line_asks(const struct line_state *state, enum line_class class);

/* The same for the character at `at` (< s.n) of a text whose characters before it were taken in, by the plain rules. */
enum line_break line_break_at(struct line_state *state, struct str s, size_t at);

/* Is the first character of s that is no mark of class NU? */
bool line_number_follows(struct str s);

#endif
