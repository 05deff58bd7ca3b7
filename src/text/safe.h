/* The one gate to the terminal: what of a text may be drawn, and what stands in the place of the rest. */
#ifndef DAHUI_TEXT_SAFE_H
#define DAHUI_TEXT_SAFE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "text/drawable.h"

enum { SAFE_MARKS = 4, SAFE_MAX = 4 * (1 + SAFE_MARKS) };

/* What to draw for one grapheme cluster (text/cell): its base and at most SAFE_MARKS marks, copied to `to`; what only
 * steers drawing (variation selectors, joiners) is left out; what may not be drawn is replaced: a C0 control by its
 * picture (U+2400…), all else by U+FFFD. Answers the length in bytes (≥ 1); *replaced (may be NULL) tells whether a mark was set. */
size_t safe_cluster(struct str cluster, char to[SAFE_MAX], bool *replaced);

/* s on one line for a terminal or a pipe: every cluster through safe_cluster. */
struct str safe_line(struct arena *arena, struct str s);

/* The name of a file, or a message with one in it: control characters as \x1b, bytes that are not UTF-8 as \ff, invisible
 * and other unsafe characters as \u202e. A backslash stays one backslash. The answer is valid and safe. */
struct str safe_name(struct arena *arena, struct bytes name);
struct str safe_name_cstr(struct arena *arena, const char *name);

#endif
