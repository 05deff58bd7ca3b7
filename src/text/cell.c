/* How text stands on a grid of cells: grapheme clusters (UAX #29) and their width (UAX #11). */
#include "text/cell.h"

#include <assert.h>
#include <utf8proc.h>

#include "text/drawable.h"
#include "text/han.h"
#include "text/utf8.h"

/* Is c followed by `next` two clusters for sure? True for what our texts are made of; the rules are asked about the rest. */
static bool plainly_apart(uint32_t c, uint32_t next)
{
    bool simple = (c >= 0x20 && c < 0x7F) || (c >= 0x3001 && c <= 0x3029) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xFF01 && c <= 0xFF5E);
    return simple && (next < 0x300 || (next >= 0x3000 && next <= 0x3029) || (next >= 0x4E00 && next <= 0x9FFF) ||
                      (next >= 0xFF01 && next <= 0xFF5E));
}

int cell_width(uint32_t c)
{
    if (c < 0x300)
        return 1;
    if (is_han(c))
        return is_safe(c) ? 2 : 1;
    return utf8proc_charwidth((utf8proc_int32_t)c) == 2 && is_safe(c) ? 2 : 1;
}

/* What is drawn beside the character before it stands alone, though UAX #29 would put the two together: the vowel signs of Indic
 * scripts, half-width voicing marks, the second half of a flag, the second person of a family. So nothing is lost where a terminal
 * knows no clusters. What may not be drawn at all stands alone too, so that a mark shows it. */
static bool stands_alone(uint32_t c)
{
    return !is_mark(c) && !is_steering(c);
}

struct cluster cluster_at(struct str s, size_t at)
{
    assert(at < s.n);
    size_t end = at;
    uint32_t base = utf8_next(s, &end), c = base;
    if (end == s.n || plainly_apart(base, utf8_at(s, end)))
        return (struct cluster){ end - at, cell_width(base) };
    utf8proc_int32_t state = 0;
    for (size_t next = end; end < s.n; end = next) {
        uint32_t d = utf8_next(s, &next);
        if (utf8proc_grapheme_break_stateful((utf8proc_int32_t)c, (utf8proc_int32_t)d, &state) || stands_alone(d))
            break;
        c = d;
    }
    return (struct cluster){ end - at, cell_width(base) };
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
