/* Traditional characters and their simplified ones, for comparing texts of both scripts. */
#ifndef DAHUI_TEXT_VARIANT_H
#define DAHUI_TEXT_VARIANT_H

#include <stdint.h>

#include "base/buf.h"

/* The simplified character of c (會 → 会), the most usual one where there are several (乾 → 干), else c itself. It is a
 * fold for comparing, not a conversion: some of the characters are right in simplified text too (著 於 乾), so a single one
 * of them does not prove that a text is traditional. Constant time. Table and sources: data/variants.tsv. */
static inline uint32_t simplified(uint32_t c);

/* For it: of each character of plane 0 from VARIANT_FIRST on, whether it has a simplified one; and the simplified one of a character
 * that may have one. Most characters are told by their bit alone. */
enum { VARIANT_FIRST = 0x3400, VARIANT_CELLS = (0x10000 - VARIANT_FIRST) / 32 };
extern const uint32_t variant_bits[VARIANT_CELLS];
uint32_t variant_of(uint32_t c) __attribute__((const));

static inline uint32_t simplified(uint32_t c)
{
    uint32_t i = c - VARIANT_FIRST; /* it wraps where c is less */
    if (i < VARIANT_CELLS * 32)
        return variant_bits[i / 32] >> i % 32 & 1 ? variant_of(c) : c;
    return c > 0xFFFF ? variant_of(c) : c;
}

/* The most usual traditional character of c (会 → 會), else c itself. For showing where nothing better is at hand: which of several is
 * right hangs on the word (发 is 發 or 髮). Table and source: data/traditional.tsv. */
uint32_t traditional(uint32_t c);

/* Adds each character of s in its simplified form. */
void buf_add_simplified(struct buf *buf, struct str s);

#endif
