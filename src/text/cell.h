/* How text stands on a grid of cells: grapheme clusters and their width. */
#ifndef DAHUI_TEXT_CELL_H
#define DAHUI_TEXT_CELL_H

#include <stdint.h>

#include "base/str.h"

/* What a reader sees as one character, and the cells it takes: 1 or 2, never 0. It is a grapheme cluster (UAX #29), but holds only a
 * base, the marks that are drawn on top of it and what steers them: all that text/safe can show in its place on the screen. */
struct cluster {
    size_t len; /* bytes */
    int width;  /* cells */
};

/* The cluster at `at` (< s.n). A mark that stands alone, a control character, anything else that draws nothing by
 * itself is a cluster of one cell, because text/safe shows a mark in its place. */
struct cluster cluster_at(struct str s, size_t at);

/* Cells of one code point by itself, as above (UAX #11; Ambiguous is 1). */
int cell_width(uint32_t c);

/* Cells of the whole of s. */
size_t cells_of(struct str s);

/* The longest start of s that fits into `cells`: its length in bytes. Never cuts a cluster. */
size_t cells_fit(struct str s, size_t cells);

#endif
