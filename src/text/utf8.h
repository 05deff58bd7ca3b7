/* UTF-8: code points in and out of slices, and what to do with bytes that are none. */
#ifndef DAHUI_TEXT_UTF8_H
#define DAHUI_TEXT_UTF8_H

#include <assert.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

#define UTF8_REPLACEMENT 0xFFFDu /* stands for each maximal bad part */

/* The code point at *at (< s.n), and *at moved behind it. s is valid, so this cannot fail. Inline: every loop over text turns on it. */
static inline uint32_t utf8_next(struct str s, size_t *at)
{
    assert(*at < s.n);
    const unsigned char *p = (const unsigned char *)s.p + *at;
    if (p[0] < 0x80) {
        *at += 1;
        return p[0];
    }
    if (p[0] < 0xE0) {
        *at += 2;
        return (uint32_t)(p[0] & 0x1F) << 6 | (p[1] & 0x3F);
    }
    if (p[0] < 0xF0) {
        *at += 3;
        return (uint32_t)(p[0] & 0x0F) << 12 | (uint32_t)(p[1] & 0x3F) << 6 | (p[2] & 0x3F);
    }
    *at += 4;
    return (uint32_t)(p[0] & 0x07) << 18 | (uint32_t)(p[1] & 0x3F) << 12 | (uint32_t)(p[2] & 0x3F) << 6 | (p[3] & 0x3F);
}

/* The code point before *at (> 0), and *at moved to its start. */
static inline uint32_t utf8_prev(struct str s, size_t *at)
{
    assert(*at > 0 && *at <= s.n);
    do
        --*at;
    while (((unsigned char)s.p[*at] & 0xC0) == 0x80);
    size_t next = *at;
    return utf8_next(s, &next);
}

/* The code point at `at`, or 0 at the end. */
static inline uint32_t utf8_at(struct str s, size_t at)
{
    return at < s.n ? utf8_next(s, &at) : 0;
}

/* Writes c, returns how many bytes (1 to 4). A surrogate or a number beyond U+10FFFF is written as U+FFFD. */
size_t utf8_put(uint32_t c, char to[4]);

/* Code points in s; the offset of the n-th one (s.n where s has fewer). */
size_t utf8_count(struct str s);
size_t utf8_offset(struct str s, size_t n);

/* Length of the well-formed sequence at `at` (Unicode 15.0, table 3-7), or 0. */
size_t utf8_good(struct bytes b, size_t at);

/* Length (at least 1) of the maximal subpart of an ill-formed sequence at `at`, as WHATWG's decoder cuts it. Call it where utf8_good is 0. */
size_t utf8_bad(struct bytes b, size_t at);

bool utf8_valid(struct bytes b);

/* The bytes as text: themselves where they are valid, else a copy with one U+FFFD for each maximal bad part, counted in *bad (may be NULL). */
struct str utf8_repair(struct arena *arena, struct bytes b, size_t *bad);

#endif
