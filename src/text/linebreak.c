/* UAX #14, Unicode 15.0: a table says what two characters side by side do (data/linebreak.tsv), and here is what needs more than two. */
#include "text/linebreak.h"

#include "gen/linebreak.h"
#include "text/utf8.h"

#define SET(class) (1ull << (class))

static const uint64_t hard = SET(LINE_BK) | SET(LINE_CR) | SET(LINE_LF) | SET(LINE_NL), marks = SET(LINE_CM) | SET(LINE_ZWJ),
                      closing = SET(LINE_CL) | SET(LINE_CP) | SET(LINE_CPW);

static bool in(uint64_t set, unsigned class)
{
    return set >> class & 1;
}

/* LB25: does c belong to the number before it? Which pairs begin one is in the table. */
static bool goes_on(const struct line_state *state, enum line_class c, bool number_follows)
{
    if (state->number == 1 && in(SET(LINE_NU) | SET(LINE_SY) | SET(LINE_IS) | closing, c))
        return true;
    if (state->number && in(SET(LINE_PO) | SET(LINE_PR), c))
        return true;
    return number_follows && line_asks(state, c);
}

static uint8_t number_behind(const struct line_state *state, enum line_class c)
{
    if (c == LINE_NU)
        return 1;
    if (state->number != 1 || state->blanks)
        return 0;
    return in(SET(LINE_SY) | SET(LINE_IS), c) ? 1 : in(closing, c) ? 2 : 0;
}

/* Takes in a character that is no mark on the one before, nor a blank behind it. */
static void take(struct line_state *state, enum line_class c, bool joiner)
{
    state->number = number_behind(state, c);
    state->hyphen = !state->blanks && state->last == LINE_HL && in(SET(LINE_HY) | SET(LINE_BA), c);
    state->half_flag = c == LINE_RI && !(state->half_flag && !state->blanks);
    state->begun = true;
    state->last = (uint8_t)c;
    state->blanks = c == LINE_SP;
    state->joiner = joiner;
}

static enum line_break decide(const struct line_state *state, enum line_class c, bool number_follows)
{
    unsigned last = state->last;
    if (state->blanks)
        return in(not_behind_blanks[last], c) ? LINE_BREAK_NOT : LINE_BREAK_MAY; /* LB18 */
    if (in(not_directly[last], c) || state->hyphen || goes_on(state, c, number_follows))
        return LINE_BREAK_NOT;
    return state->half_flag && c == LINE_RI ? LINE_BREAK_NOT : LINE_BREAK_MAY;
}

bool line_asks(const struct line_state *state, enum line_class class)
{
    return !state->blanks && in(SET(LINE_PR) | SET(LINE_PO), state->last) && in(SET(LINE_OP) | SET(LINE_OPW) | SET(LINE_HY), class);
}

enum line_break line_next(struct line_state *state, enum line_class class, bool number_follows)
{
    enum line_break answer;
    enum line_class c = class;
    bool attached = in(marks, c) && state->begun && !state->blanks && !in(hard | SET(LINE_ZW), state->last); /* LB9 */
    if (!state->begun)
        answer = LINE_BREAK_NOT;
    else if (in(hard, state->last) && !state->blanks)
        answer = state->last == LINE_CR && c == LINE_LF ? LINE_BREAK_NOT : LINE_BREAK_MUST; /* LB4, LB5 */
    else if (in(hard | SET(LINE_SP) | SET(LINE_ZW), c))
        answer = LINE_BREAK_NOT; /* LB6, LB7 */
    else if (state->last == LINE_ZW)
        answer = LINE_BREAK_MAY; /* LB8 */
    else if (state->joiner || attached)
        answer = LINE_BREAK_NOT; /* LB8a, LB9 */
    else
        answer = decide(state, in(marks, c) ? LINE_AL : c, number_follows);
    if (attached) {
        state->joiner = c == LINE_ZWJ;
    } else if (c == LINE_SP && state->begun && !in(hard, state->last)) {
        state->blanks = true;
        state->joiner = false;
    } else {
        take(state, in(marks, c) ? LINE_AL : c, c == LINE_ZWJ); /* LB10 */
    }
    return answer;
}

bool line_number_follows(struct str s)
{
    for (size_t at = 0; at < s.n;) {
        enum line_class class = trait_of(utf8_next(s, &at)).line;
        if (!in(marks, class))
            return class == LINE_NU;
    }
    return false;
}

enum line_break line_break_at(struct line_state *state, struct str s, size_t at)
{
    size_t behind = at;
    enum line_class class = trait_of(utf8_next(s, &behind)).line;
    bool number = line_asks(state, class) && line_number_follows(str_sub(s, behind, s.n));
    return line_next(state, class, number);
}
