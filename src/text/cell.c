/* How text stands on a grid of cells: grapheme clusters (UAX #29) and their width (UAX #11). */
#include "text/cell.h"

#include <assert.h>

#include "text/grapheme.h"
#include "text/utf8.h"

/* Traits of what takes two cells; the terminal says whether the ambiguous are among them. */
static unsigned two_cells = TRAIT_WIDE;

void cell_set_ambiguous(int width)
{
    assert(width == 1 || width == 2);
    two_cells = width == 2 ? TRAIT_WIDE | TRAIT_AMBIGUOUS : TRAIT_WIDE;
}

int cell_ambiguous(void)
{
    return two_cells & TRAIT_AMBIGUOUS ? 2 : 1;
}

bool cell_is_ambiguous(uint32_t c)
{
    return trait_of(c).bits & TRAIT_AMBIGUOUS;
}

static int width_of(struct trait trait)
{
    return trait.bits & two_cells ? 2 : 1;
}

int cell_width(uint32_t c)
{
    return width_of(trait_of(c));
}

/* What is drawn beside the character before it stands alone, though UAX #29 would put the two together: the vowel signs of Indic
 * scripts, half-width voicing marks, the second half of a flag, the second person of a family. So nothing is lost where a terminal
 * knows no clusters. What may not be drawn at all stands alone too, so that a mark shows it. */
static bool stands_alone(struct trait trait)
{
    return !(trait.bits & (TRAIT_MARK | TRAIT_STEERS));
}

bool begins_cluster(struct str s, size_t at)
{
    if (at >= s.n)
        return true;
    unsigned char first = (unsigned char)s.p[at], second = at + 1 < s.n ? (unsigned char)s.p[at + 1] : 0;
    return first < 0xCC || (first >= 0xE4 && first <= 0xE9) || (first == 0xEF && (second == 0xBC || second == 0xBD));
}

struct cluster cluster_at(struct str s, size_t at)
{
    assert(at < s.n);
    size_t end = at;
    struct cluster cluster = { .base = utf8_next(s, &end) };
    cluster.trait = trait_of(cluster.base);
    cluster.width = width_of(cluster.trait);
    cluster.len = end - at;
    if (begins_cluster(s, end))
        return cluster;
    struct grapheme_state state = { .last = cluster.trait.grapheme };
    for (size_t next = end; end < s.n; end = next) {
        struct trait trait = trait_of(utf8_next(s, &next));
        if (stands_alone(trait) || grapheme_begins(&state, trait.grapheme))
            break;
    }
    cluster.len = end - at;
    return cluster;
}

size_t cells_of(struct str s)
{
    size_t cells = 0;
    for (size_t at = 0; at < s.n;) {
        struct cluster c = cluster_at(s, at);
        cells += (size_t)c.width;
        at += c.len;
    }
    return cells;
}

size_t cells_fit(struct str s, size_t cells)
{
    size_t at = 0;
    while (at < s.n) {
        struct cluster c = cluster_at(s, at);
        if ((size_t)c.width > cells)
            break;
        cells -= (size_t)c.width;
        at += c.len;
    }
    return at;
}
