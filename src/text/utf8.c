/* UTF-8: the encoding's own rules (Unicode 15.0 §3.9, table 3-7; WHATWG Encoding, "UTF-8 decoder"). */
#include "text/utf8.h"

#include <assert.h>
#include <string.h>

#include "base/buf.h"

size_t utf8_put(uint32_t c, char to[4])
{
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        c = UTF8_REPLACEMENT;
    if (c < 0x80) {
        to[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        to[0] = (char)(0xC0 | c >> 6);
        to[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        to[0] = (char)(0xE0 | c >> 12);
        to[1] = (char)(0x80 | (c >> 6 & 0x3F));
        to[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    to[0] = (char)(0xF0 | c >> 18);
    to[1] = (char)(0x80 | (c >> 12 & 0x3F));
    to[2] = (char)(0x80 | (c >> 6 & 0x3F));
    to[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

size_t utf8_count(struct str s)
{
    size_t n = s.n, i = 0;
    for (; s.n - i >= 8; i += 8) { /* eight bytes at once: those that go on a character are 10xxxxxx */
        uint64_t eight;
        memcpy(&eight, s.p + i, 8);
        n -= (eight >> 7 & ~eight >> 6 & 0x0101010101010101u) * 0x0101010101010101u >> 56;
    }
    for (; i < s.n; i++)
        n -= ((unsigned char)s.p[i] & 0xC0) == 0x80;
    return n;
}

size_t utf8_offset(struct str s, size_t n)
{
    size_t at = 0;
    for (; n && at < s.n; n--)
        utf8_next(s, &at);
    return at;
}

/* What the first byte demands: how many bytes in all (0: not a first byte) and the range of the second. */
static size_t demand(unsigned char first, unsigned char *low, unsigned char *high)
{
    *low = 0x80;
    *high = 0xBF;
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return 2;
    if (first >= 0xE0 && first <= 0xEF) {
        if (first == 0xE0)
            *low = 0xA0;
        if (first == 0xED)
            *high = 0x9F;
        return 3;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        if (first == 0xF0)
            *low = 0x90;
        if (first == 0xF4)
            *high = 0x8F;
        return 4;
    }
    return 0;
}

/* How many bytes at `at` fit a well-formed sequence, and in *want how many it takes. */
static size_t fitting(struct bytes b, size_t at, size_t *want)
{
    unsigned char low, high;
    *want = demand(b.p[at], &low, &high);
    if (*want == 0)
        return 0;
    size_t have = 1;
    while (have < *want && at + have < b.n && b.p[at + have] >= low && b.p[at + have] <= high) {
        low = 0x80;
        high = 0xBF;
        have++;
    }
    return have;
}

size_t utf8_good(struct bytes b, size_t at)
{
    size_t want, have = fitting(b, at, &want);
    return want && have == want ? want : 0;
}

size_t utf8_bad(struct bytes b, size_t at)
{
    size_t want, have = fitting(b, at, &want);
    assert(want == 0 || have < want);
    return have ? have : 1;
}

/* Most of Chinese text: three bytes of which the first leaves no question about the others. */
static bool is_plain_three(struct bytes b, size_t at)
{
    return b.n - at >= 3 && b.p[at] >= 0xE1 && b.p[at] <= 0xEC && (b.p[at + 1] & 0xC0) == 0x80 && (b.p[at + 2] & 0xC0) == 0x80;
}

/* Offset of the first byte at or behind `at` that belongs to no well-formed sequence, or b.n. */
static size_t good_until(struct bytes b, size_t at)
{
    while (at < b.n) {
        uint64_t eight;
        if (b.p[at] < 0x80 && b.n - at >= 8) {
            memcpy(&eight, b.p + at, 8);
            if (!(eight & 0x8080808080808080u)) {
                at += 8;
                continue;
            }
        }
        size_t n = b.p[at] < 0x80 ? 1 : is_plain_three(b, at) ? 3 : utf8_good(b, at);
        if (n == 0)
            break;
        at += n;
    }
    return at;
}

bool utf8_valid(struct bytes b)
{
    return good_until(b, 0) == b.n;
}

struct str utf8_repair(struct arena *arena, struct bytes b, size_t *bad)
{
    size_t good = good_until(b, 0), parts = 0;
    if (bad)
        *bad = 0;
    if (good == b.n)
        return (struct str){ (const char *)b.p, b.n };
    struct buf out = buf_make(arena, (size_t)-1 / 4);
    for (size_t at = 0; at < b.n;) {
        good = good_until(b, at);
        buf_add_bytes(&out, b.p + at, good - at);
        if (good < b.n) {
            buf_add(&out, STR("\uFFFD"));
            parts++;
            good += utf8_bad(b, good);
        }
        at = good;
    }
    if (bad)
        *bad = parts;
    return buf_str(&out);
}
