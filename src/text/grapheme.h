/* What a reader takes for one character: the grapheme clusters of Unicode (UAX #29). */
#ifndef DAHUI_TEXT_GRAPHEME_H
#define DAHUI_TEXT_GRAPHEME_H

#include <stdbool.h>

#include "text/trait.h"

/* What was met so far. { 0 } stands before the first character. */
struct grapheme_state {
    uint8_t last;   /* class of the last character */
    bool picture;   /* GB11: before it, or it itself, a picture and marks on it */
    bool half_flag; /* GB12, GB13: it is the first half of a flag */
};

/* Does a cluster begin with the next character, which has this class? Takes it in. */
bool grapheme_begins(struct grapheme_state *state, enum grapheme_class class);

#endif
