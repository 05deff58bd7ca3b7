/* Text in 16-bit units, for searching: most characters are one unit wide, so places are numbers and scanning is fast. */
#ifndef DAHUI_TEXT_UNIT_H
#define DAHUI_TEXT_UNIT_H

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/str.h"

/* `n` units of UTF-16 in the byte order of the machine, owned by somebody else. They may stand anywhere in a file's buffer: p need not be
 * aligned, so a unit is read by unit_at. Where they come from outside they need not be well formed either. */
struct units {
    const unsigned char *p;
    size_t n;
};

/* What is looked for. `borders` is for those so long that trying them at every place would take too long: the length of the longest
 * border of each of their beginnings (Knuth, Morris and Pratt 1977); else NULL. */
struct needle {
    struct units text;
    const uint32_t *borders;
};

static inline uint16_t unit_at(struct units u, size_t i)
{
    uint16_t unit;
    memcpy(&unit, u.p + 2 * i, sizeof unit);
    return unit;
}

/* Units [from, to) of u; both ends are clamped to u. */
static inline struct units units_sub(struct units u, size_t from, size_t to)
{
    to = to < u.n ? to : u.n;
    from = from < to ? from : to;
    return (struct units){ u.p + 2 * from, to - from };
}

/* Writes c (no surrogate), returns how many units: 1 or 2. */
static inline size_t unit_put(uint32_t c, uint16_t to[2])
{
    if (c < 0x10000) {
        to[0] = (uint16_t)c;
        return 1;
    }
    to[0] = (uint16_t)(0xD7C0 + (c >> 10));
    to[1] = (uint16_t)(0xDC00 | (c & 0x3FF));
    return 2;
}

bool units_eq(struct units a, struct units b);

/* The text is not copied. */
struct needle needle_make(struct arena *arena, struct units text);

/* Where the needle (not empty) stands first in u at or behind `from`, or STR_NONE. Linear time. */
size_t units_find(struct units u, const struct needle *needle, size_t from);

/* The first unit `c` at or behind `from`, or u.n. */
size_t units_next(struct units u, uint16_t c, size_t from);

#endif
