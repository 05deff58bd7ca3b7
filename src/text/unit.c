/* Text in 16-bit units, for searching. */
#include "text/unit.h"

#include "base/wide.h"

enum { LONG_NEEDLE = 64, BLOCK = 64, SOME = 8 };

bool units_eq(struct units a, struct units b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, 2 * a.n) == 0);
}

struct needle needle_make(struct arena *arena, struct units text)
{
    if (text.n <= LONG_NEEDLE)
        return (struct needle){ text, NULL };
    uint32_t *borders = NEW_N(arena, uint32_t, text.n + 1);
    for (size_t i = 1, k = 0; i < text.n; i++) {
        while (k > 0 && unit_at(text, i) != unit_at(text, k))
            k = borders[k];
        k += unit_at(text, i) == unit_at(text, k);
        borders[i + 1] = (uint32_t)k;
    }
    return (struct needle){ text, borders };
}

static size_t find_long(struct units u, const struct needle *needle, size_t from)
{
    size_t k = 0;
    for (size_t i = from; i < u.n; i++) {
        while (k > 0 && unit_at(u, i) != unit_at(needle->text, k))
            k = needle->borders[k];
        k += unit_at(u, i) == unit_at(needle->text, k);
        if (k == needle->text.n)
            return i + 1 - k;
    }
    return STR_NONE;
}

/* Is a among the n units at p? Is it anywhere with b standing `gap` behind it? The compiler makes them compare many at once. */
INLINE bool any_is(const unsigned char *p, size_t n, uint16_t a)
{
    uint16_t any = 0;
    for (size_t i = 0; i < n; i++) {
        uint16_t x;
        memcpy(&x, p + 2 * i, sizeof x);
        any |= (uint16_t)-(x == a);
    }
    return any;
}

INLINE bool any_are(const unsigned char *p, size_t n, uint16_t a, uint16_t b, size_t gap)
{
    uint16_t any = 0;
    for (size_t i = 0; i < n; i++) {
        uint16_t x, y;
        memcpy(&x, p + 2 * i, sizeof x);
        memcpy(&y, p + 2 * gap + 2 * i, sizeof y);
        any |= (uint16_t)((uint16_t)-(x == a) & (uint16_t)-(y == b));
    }
    return any;
}

/* They step over what has it nowhere by blocks, then by some units, then one by one. */
INLINE size_t next_unit(struct units u, uint16_t c, size_t from)
{
    for (; from + BLOCK <= u.n && !any_is(u.p + 2 * from, BLOCK, c); from += BLOCK)
        ;
    for (; from + SOME <= u.n && !any_is(u.p + 2 * from, SOME, c); from += SOME)
        ;
    while (from < u.n && unit_at(u, from) != c)
        from++;
    return from < u.n ? from : u.n;
}

/* The next place below `end` where a stands and b `gap` behind it, or `end`. */
INLINE size_t next_pair(struct units u, uint16_t a, uint16_t b, size_t gap, size_t from, size_t end)
{
    for (; from + BLOCK <= end && !any_are(u.p + 2 * from, BLOCK, a, b, gap); from += BLOCK)
        ;
    for (; from + SOME <= end && !any_are(u.p + 2 * from, SOME, a, b, gap); from += SOME)
        ;
    while (from < end && !(unit_at(u, from) == a && unit_at(u, from + gap) == b))
        from++;
    return from;
}

WIDE static size_t next_unit_wide(struct units u, uint16_t c, size_t from)
{
    return next_unit(u, c, from);
}

WIDE static size_t next_pair_wide(struct units u, uint16_t a, uint16_t b, size_t gap, size_t from, size_t end)
{
    return next_pair(u, a, b, gap, from, end);
}

size_t units_next(struct units u, uint16_t c, size_t from)
{
    return has_wide() ? next_unit_wide(u, c, from) : next_unit(u, c, from);
}

/* By its first and last unit together: they stand so far apart more seldom than two side by side, which are often a word. */
size_t units_find(struct units u, const struct needle *needle, size_t from)
{
    struct units text = needle->text;
    if (needle->borders)
        return find_long(u, needle, from);
    if (text.n == 1) {
        from = units_next(u, unit_at(text, 0), from);
        return from < u.n ? from : STR_NONE;
    }
    uint16_t first = unit_at(text, 0), last = unit_at(text, text.n - 1);
    size_t end = text.n <= u.n ? u.n - text.n + 1 : 0;
    for (; from < end; from++) {
        from = has_wide() ? next_pair_wide(u, first, last, text.n - 1, from, end) : next_pair(u, first, last, text.n - 1, from, end);
        if (from < end && memcmp(u.p + 2 * from, text.p, 2 * text.n) == 0)
            return from;
    }
    return STR_NONE;
}
