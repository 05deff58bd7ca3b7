/* Traditional characters and their simplified ones, for comparing texts of both scripts. */
#include "text/variant.h"

#include <stddef.h>

/* Of the tables, which are sorted by `from`. */
struct variant_pair {
    uint32_t from, to;
};

#include "gen/traditional.h"
#include "gen/variants.h"
#include "text/utf8.h"

/* What c becomes by a table; itself where it is not there. */
static uint32_t look_up(const struct variant_pair *pairs, size_t n, uint32_t c)
{
    size_t low = 0, high = n;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (pairs[mid].from < c)
            low = mid + 1;
        else
            high = mid;
    }
    return low < n && pairs[low].from == c ? pairs[low].to : c;
}

/* The rare ones with one foot beyond the Basic Multilingual Plane. */
static uint32_t simplified_far(uint32_t c)
{
    return look_up(variant_far, VARIANT_FAR, c);
}

static unsigned bits_set(uint32_t bits)
{
    unsigned n = 0;
    for (; bits; bits &= bits - 1)
        n++;
    return n;
}

uint32_t variant_of(uint32_t c)
{
    if (c > 0xFFFF)
        return simplified_far(c);
    size_t cell = (c - VARIANT_FIRST) / 32;
    uint32_t bit = 1u << ((c - VARIANT_FIRST) % 32);
    size_t before = bits_set(variant_bits[cell] & (bit - 1));
    uint32_t near = variant_near[variant_starts[cell] + before];
    return near != 0 ? near : simplified_far(c);
}

uint32_t traditional(uint32_t c)
{
    return look_up(traditional_pairs, N_TRADITIONAL, c);
}

void buf_add_simplified(struct buf *buf, struct str s)
{
    for (size_t at = 0; at < s.n;) {
        char to[4];
        buf_add_bytes(buf, to, utf8_put(simplified(utf8_next(s, &at)), to));
    }
}
