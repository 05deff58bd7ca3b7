/* Folding for search: the twin of a text in which everything that should match is spelled alike. */
#ifndef DAHUI_TEXT_FOLD_H
#define DAHUI_TEXT_FOLD_H

#include "base/arena.h"
#include "base/str.h"

/* Folded text: full-width forms narrow, letters in one case, compatibility forms undone, traditional characters as their
 * simplified ones, quotes and dashes of one kind, no invisible characters, blanks as one space between letters and
 * digits and none at all beside Han and marks. It is for comparing, never for showing. Two texts match where their folded
 * texts are the same bytes. */
struct folded {
    struct str text;
    /* Where the distance between the two texts changes, in order: folded offset `at` came from source offset `from`.
     * Between two steps both run byte by byte. */
    struct fold_step {
        size_t at, from;
    } *steps;
    size_t n_steps;
};

struct folded fold(struct arena *arena, struct str s);

/* The byte offset in the source of what stands at folded offset `at` (folded.text.n gives the end). */
size_t fold_source(const struct folded *folded, size_t at);

/* The byte offset in the source just behind what ends at folded offset `at` (> 0): the end of a match. */
size_t fold_source_end(const struct folded *folded, struct str source, size_t at);

#endif
