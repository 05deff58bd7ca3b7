/* The folded twin of a report, and finding a phrase in it. */
#ifndef DAHUI_FIND_TWIN_H
#define DAHUI_FIND_TWIN_H

#include "article/article.h"
#include "base/arena.h"
#include "text/fold.h"

/* Title, subtitle and paragraphs of one report, folded (text/fold). */
struct twin {
    const struct article *article;
    struct folded *parts; /* title, subtitle, then the paragraphs */
    size_t n;
};

/* Where something was found: bytes [from, to) of a paragraph as it is printed. */
struct hit {
    size_t paragraph; /* or PLACE_TITLE, PLACE_SUBTITLE */
    size_t from, to;
};
struct hits {
    struct hit *v;
    size_t n, cap;
};

struct twin twin_make(struct arena *arena, const struct article *article);

/* Adds every place where `needle` (folded already, not empty) stands, in reading order; hits of one needle do not overlap. */
void twin_find(struct arena *arena, const struct twin *twin, struct str needle, struct hits *hits);

/* The same in title and subtitle only. */
void twin_find_title(struct arena *arena, const struct twin *twin, struct str needle, struct hits *hits);

int hit_cmp(const struct hit *a, const struct hit *b);

#endif
