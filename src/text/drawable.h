/* Which characters draw themselves and nothing else. */
#ifndef DAHUI_TEXT_DRAWABLE_H
#define DAHUI_TEXT_DRAWABLE_H

#include <stdbool.h>

#include "text/trait.h"

/* May c be sent to a terminal as it is? Not the controls of C0 and C1 and DEL, surrogates, line and paragraph separators, the
 * bidirectional controls, invisible format characters, tags, private use, noncharacters and what Unicode 15.0 does not assign. */
static inline bool is_safe(uint32_t c)
{
    return trait_of(c).bits & TRAIT_SAFE;
}

/* May c be drawn on top of the character before it? Marks without a width, and the inner letters of a Hangul syllable. */
static inline bool is_mark(uint32_t c)
{
    return trait_of(c).bits & TRAIT_MARK;
}

/* Does c only steer how its neighbours are drawn, and draw nothing? Variation selectors and joiners, and no other invisible character. */
static inline bool is_steering(uint32_t c)
{
    return trait_of(c).bits & TRAIT_STEERS;
}

#endif
