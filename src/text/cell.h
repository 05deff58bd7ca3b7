/* How text stands on a grid of cells: grapheme clusters and their width. */
#ifndef DAHUI_TEXT_CELL_H
#define DAHUI_TEXT_CELL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "text/trait.h"

/* What a reader sees as one character, and the cells it takes: 1 or 2, never 0. It is a grapheme cluster (UAX #29), but holds only a
 * base, the marks that are drawn on top of it and what steers them: all that text/safe can show in its place on the screen. */
struct cluster {
    size_t len; /* bytes */
    int width;  /* cells */
    uint32_t base;
    struct trait trait; /* of the base */
};

/* Ambiguous characters (UAX #11: “ … — × · é ①) are one cell wide on some terminals, two on others. The program says once which, before
 * anything is set or drawn, and again only where the terminal answers late: then all that was set must be set anew. It is 1 at first.
 * The one setting of the whole program, because what is set, what is drawn and what the terminal does must agree to the cell. */
void cell_set_ambiguous(int width);
int cell_ambiguous(void);
bool cell_is_ambiguous(uint32_t c);

/* The cluster at `at` (< s.n). A mark that stands alone, a control character, anything else that draws nothing by
 * itself is a cluster as wide as the mark that text/safe shows in its place. */
/* Does a cluster begin at `at` for sure? Asks but the first bytes there. */
bool begins_cluster(struct str s, size_t at);

struct cluster cluster_at(struct str s, size_t at);

/* Cells of one code point by itself, as above. */
int cell_width(uint32_t c);

/* Cells of the whole of s. */
size_t cells_of(struct str s);

/* The longest start of s that fits into `cells`: its length in bytes. Never cuts a cluster. */
size_t cells_fit(struct str s, size_t cells);

#endif
