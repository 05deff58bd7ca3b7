/* Text in 16-bit units, for searching. */
#include "text/unit.h"

enum { LONG_NEEDLE = 64, BLOCK = 64 };

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

/* Is there a place in the block at p where a stands? And where b stands behind it? The compiler makes them compare many at once. */
static bool block_has(const unsigned char *p, uint16_t a)
{
    uint16_t any = 0;
    for (size_t i = 0; i < BLOCK; i++) {
        uint16_t x;
        memcpy(&x, p + 2 * i, sizeof x);
        any |= (uint16_t)-(x == a);
    }
    return any;
}

static bool block_has_pair(const unsigned char *p, uint16_t a, uint16_t b)
{
    uint16_t any = 0;
    for (size_t i = 0; i < BLOCK; i++) {
        uint16_t x, y;
        memcpy(&x, p + 2 * i, sizeof x);
        memcpy(&y, p + 2 * i + 2, sizeof y);
        any |= (uint16_t)((uint16_t)-(x == a) & (uint16_t)-(y == b));
    }
    return any;
}

size_t units_next(struct units u, uint16_t c, size_t from)
{
    for (; from + BLOCK <= u.n && !block_has(u.p + 2 * from, c); from += BLOCK)
        ;
    while (from < u.n && unit_at(u, from) != c)
        from++;
    return from < u.n ? from : u.n;
}

/* The next place where a and b stand side by side, or u.n. */
static size_t next_pair(struct units u, uint16_t a, uint16_t b, size_t from)
{
    for (; from + BLOCK < u.n && !block_has_pair(u.p + 2 * from, a, b); from += BLOCK)
        ;
    while (from + 1 < u.n && !(unit_at(u, from) == a && unit_at(u, from + 1) == b))
        from++;
    return from + 1 < u.n ? from : u.n;
}

size_t units_find(struct units u, const struct needle *needle, size_t from)
{
    struct units text = needle->text;
    if (needle->borders)
        return find_long(u, needle, from);
    if (text.n == 1) {
        from = units_next(u, unit_at(text, 0), from);
        return from < u.n ? from : STR_NONE;
    }
    for (;; from++) {
        from = next_pair(u, unit_at(text, 0), unit_at(text, 1), from);
        if (from > u.n || text.n > u.n - from)
            return STR_NONE;
        if (memcmp(u.p + 2 * from, text.p, 2 * text.n) == 0)
            return from;
    }
}
