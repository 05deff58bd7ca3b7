/* Regular expressions over folded text, by PCRE2, with an end to every search. */
#ifndef DAHUI_FIND_REGEX_H
#define DAHUI_FIND_REGEX_H

#include "base/err.h"
#include "text/unit.h"

/* Units [from, to). */
struct span {
    size_t from, to;
};

struct regex;

/* What one search holds beside the regex, which several may share: { .arena = a } is a new one. */
struct regex_work {
    struct arena *arena;
    struct regex_tools *tools;
    bool gave_up;     /* a search took too many steps or too much memory, and was ended without an answer */
    struct span line; /* of the text that is being searched: the line that was searched last, known to be well formed */
};

/* NULL with PCRE2's words in err, and in *at the byte of the pattern where it stumbled. The pattern is folded as texts are: Han
 * simplified (but for the ends of a range), full-width marks narrow and without a meaning of their own; it ignores case. */
struct regex *regex_compile(struct arena *arena, struct str pattern, struct err *err, size_t *at);

/* A run of Han that every match holds, as long as can be told without understanding much of the expression; empty where none can. */
struct units regex_run(const struct regex *regex);

/* The first match that is not empty, at or behind `from`, each line (ended by U+000A) being searched for itself; one that is not well
 * formed has none. `from` is 0, or where the last match in this text ended. The steps are limited: the longer the line the fewer there
 * are for each place in it. `text` must be aligned. */
bool regex_find(const struct regex *regex, struct regex_work *work, struct units text, size_t from, struct span *span);

#endif
