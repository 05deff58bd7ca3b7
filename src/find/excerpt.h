/* A hit with what stands left and right of it, as a concordance shows it. */
#ifndef DAHUI_FIND_EXCERPT_H
#define DAHUI_FIND_EXCERPT_H

#include "find/twin.h"

struct excerpt {
    struct str left, match, right; /* pieces of the paragraph; at most `context` code points at each side */
};

struct excerpt excerpt_of(const struct article *article, struct hit hit, size_t context);

#endif
