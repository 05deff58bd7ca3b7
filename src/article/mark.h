/* Marks and notes: places of reports that somebody wants to come back to. */
#ifndef DAHUI_ARTICLE_MARK_H
#define DAHUI_ARTICLE_MARK_H

#include <stdint.h>

#include "article/article.h"

/* A letter (a–z: one for each report; A–Z: one for the library), or 0 and words. */
struct mark {
    int64_t number; /* its own; 0: not saved yet */
    char letter;
    char id[17];
    struct place place;
    struct str quote; /* what stands there, to be listed and to be found by */
    struct str text;  /* of a note; may have several lines */
    struct str file, title, source, day; /* of the report: where to find it, and what a citation says of it */
    size_t part; /* number of the report in that file */
    int64_t time; /* seconds since 1970 */
};

/* Some of them, by report in the order of their places. */
struct marks {
    struct mark *v;
    size_t n, cap;
};

#endif
