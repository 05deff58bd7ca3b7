/* The twin of a report at hand: its record, and the way back from there to what is printed. */
#ifndef DAHUI_FIND_TWIN_H
#define DAHUI_FIND_TWIN_H

#include "find/record.h"

struct twin {
    const struct article *article;
    struct record record;
    struct folded *parts; /* title, subtitle, then the paragraphs: the maps of the record's text */
    size_t *starts;       /* of each part, its first unit in the record's text */
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

/* Units [from, to) of the record's text, at least one and all of one part, as they are printed: whole characters. */
struct hit twin_hit(const struct twin *twin, size_t from, size_t to);

/* Adds every place where `needle` (folded already, not empty) stands, in reading order; they do not overlap. */
void twin_find(struct arena *arena, const struct twin *twin, const struct needle *needle, struct hits *hits);

int hit_cmp(const struct hit *a, const struct hit *b);

#endif
