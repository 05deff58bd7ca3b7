/* UAX #29, Unicode 15.0: where one grapheme cluster ends and the next begins. */
#include "text/grapheme.h"

#define SET(class) (1u << GRAPHEME_##class)

enum {
    CONTROLS = SET(CONTROL) | SET(CR) | SET(LF),
    AFTER_L = SET(L) | SET(V) | SET(LV) | SET(LVT),
};

static bool in(unsigned set, unsigned class)
{
    return set >> class & 1;
}

/* GB3 to GB999, in their order. */
static bool is_apart(const struct grapheme_state *state, unsigned c)
{
    unsigned a = state->last;
    if (a == GRAPHEME_CR && c == GRAPHEME_LF)
        return false;
    if (in(CONTROLS, a) || in(CONTROLS, c))
        return true;
    if (a == GRAPHEME_L && in(AFTER_L, c))
        return false;
    if (in(SET(LV) | SET(V), a) && in(SET(V) | SET(T), c))
        return false;
    if (in(SET(LVT) | SET(T), a) && c == GRAPHEME_T)
        return false;
    if (in(SET(EXTEND) | SET(ZWJ) | SET(SPACINGMARK), c) || a == GRAPHEME_PREPEND)
        return false;
    if (a == GRAPHEME_ZWJ && state->picture && c == GRAPHEME_PICT)
        return false;
    return !(state->half_flag && c == GRAPHEME_REGIONAL_INDICATOR);
}

bool grapheme_begins(struct grapheme_state *state, enum grapheme_class class)
{
    unsigned c = class;
    bool apart = is_apart(state, c);
    state->half_flag = c == GRAPHEME_REGIONAL_INDICATOR && !state->half_flag;
    state->picture = c == GRAPHEME_PICT || (state->picture && in(SET(EXTEND) | SET(ZWJ), c) && state->last != GRAPHEME_ZWJ);
    state->last = (uint8_t)c;
    return apart;
}
