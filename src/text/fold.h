/* Folding for search: the twin of a text in which everything that should match is spelled alike. */
#ifndef DAHUI_TEXT_FOLD_H
#define DAHUI_TEXT_FOLD_H

#include "base/arena.h"
#include "base/str.h"
#include "text/unit.h"

/* Folded text: full-width forms narrow, letters in one case, compatibility forms undone, traditional characters as their
 * simplified ones, quotes and dashes of one kind, no invisible characters, blanks and line breaks as one space between letters and
 * digits and none at all beside Han and marks. It is for comparing, never for showing. Two texts match where their folded
 * texts are the same units; there is no U+000A among them. Numbers stay what they are: 二 is not 2. */
struct folded {
    struct units text;
    /* The map back: where the step from one unit to the next changes, in order. The unit `at` came from source offset `from`, each one
     * behind it, up to the next entry, from `stride` bytes further on (0: all from the same character). */
    struct fold_step {
        size_t at, from, stride;
    } *steps;
    size_t n_steps;
};

struct folded fold(struct arena *arena, struct str s);

/* The byte offset in the source of what stands at unit `at` (folded.text.n gives the end). */
size_t fold_source(const struct folded *folded, size_t at);

/* The byte offset in the source just behind what ends at unit `at` (> 0): the end of a match. */
size_t fold_source_end(const struct folded *folded, struct str source, size_t at);

/* The first unit that came from source offset `from` or from behind it: the other direction. */
size_t fold_unit(const struct folded *folded, size_t from);

#endif
