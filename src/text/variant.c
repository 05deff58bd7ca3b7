/* Traditional characters and their simplified ones, for comparing texts of both scripts. */
#include "text/variant.h"

#include <stddef.h>

#include "gen/traditional.h"
#include "gen/variants.h"
#include "text/utf8.h"

/* The rare ones with one foot beyond the Basic Multilingual Plane: a binary search. */
static uint32_t simplified_far(uint32_t c)
{
    size_t low = 0, high = VARIANT_FAR;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (variant_far[mid].from < c)
            low = mid + 1;
        else
            high = mid;
    }
    return low < VARIANT_FAR && variant_far[low].from == c ? variant_far[low].to : c;
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
    size_t low = 0, high = N_TRADITIONAL;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (traditional_pairs[mid].from < c)
            low = mid + 1;
        else
            high = mid;
    }
    return low < N_TRADITIONAL && traditional_pairs[low].from == c ? traditional_pairs[low].to : c;
}

void buf_add_simplified(struct buf *buf, struct str s)
{
    for (size_t at = 0; at < s.n;) {
        char to[4];
        buf_add_bytes(buf, to, utf8_put(simplified(utf8_next(s, &at)), to));
    }
}
