/* Character references of HTML: &amp; &#20013; &#x4E2D; */
#include "clean/entity.h"

#include <string.h>

#include "base/buf.h"
#include "text/utf8.h"

enum { LONGEST = 32, LONGEST_BARE = 6 }; /* bytes of a name with its semicolon; of one that may do without */

static const struct named {
    char name[LONGEST + 1]; /* in the row itself: a pointer would cost time at every start of the program */
    uint32_t c[2];
} table[] = {
#include "gen/entities.h"
};

static bool is_alnum(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static const struct named *find(struct str name)
{
    size_t low = 0, high = sizeof table / sizeof *table;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = str_cmp(name, str_of(table[middle].name));
        if (order == 0)
            return &table[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

/* The longest name at `at` that is in the table. */
static const struct named *longest_name(struct str s, size_t at)
{
    size_t end = at;
    while (end < s.n && end - at < LONGEST && is_alnum(s.p[end]))
        end++;
    const struct named *hit = NULL;
    if (end < s.n && s.p[end] == ';')
        hit = find(str_sub(s, at, end + 1));
    for (size_t n = end - at < LONGEST_BARE ? end - at : LONGEST_BARE; !hit && n >= 2; n--)
        hit = find(str_sub(s, at, at + n));
    return hit;
}

/* A number as the standard replaces it: what browsers have always read for the C1 controls, U+FFFD for what is no character. */
static uint32_t replaced(uint32_t c)
{
    static const uint16_t c1[32] = {
        0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
        0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
    };
    if (c == 0 || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        return UTF8_REPLACEMENT;
    return c >= 0x80 && c < 0xA0 ? c1[c - 0x80] : c;
}

static int digit(char c, bool hex)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (hex && c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return hex && c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* &#…; at `at`, which is behind the number sign. */
static size_t number_at(struct str s, size_t at, uint32_t c[2])
{
    size_t from = at;
    bool hex = at < s.n && (s.p[at] == 'x' || s.p[at] == 'X');
    at += hex;
    uint32_t value = 0;
    size_t digits = at;
    for (; at < s.n && digit(s.p[at], hex) >= 0; at++)
        if (value <= 0x10FFFF)
            value = value * (hex ? 16 : 10) + (uint32_t)digit(s.p[at], hex);
    if (at == digits)
        return 0;
    c[0] = replaced(value);
    return at - from + (at < s.n && s.p[at] == ';');
}

size_t entity_at(struct str s, size_t at, bool attribute, uint32_t c[2])
{
    c[0] = c[1] = 0;
    if (at + 1 < s.n && s.p[at + 1] == '#') {
        size_t n = number_at(s, at + 2, c);
        return n ? n + 2 : 0;
    }
    const struct named *hit = longest_name(s, at + 1);
    if (!hit)
        return 0;
    size_t n = strlen(hit->name), end = at + 1 + n;
    if (attribute && hit->name[n - 1] != ';' && end < s.n && (s.p[end] == '=' || is_alnum(s.p[end])))
        return 0;
    memcpy(c, hit->c, sizeof hit->c);
    return n + 1;
}

struct str entity_decode(struct arena *arena, struct str s, bool attribute)
{
    if (!str_has(s, STR("&")))
        return s;
    struct buf out = buf_make(arena, (size_t)-1 / 4);
    for (size_t at = 0; at < s.n;) {
        uint32_t c[2];
        size_t n = s.p[at] == '&' ? entity_at(s, at, attribute, c) : 0;
        char piece[4];
        for (int i = 0; n && i < 2 && (i == 0 || c[i]); i++)
            buf_add_bytes(&out, piece, utf8_put(c[i], piece));
        if (!n)
            buf_add_bytes(&out, s.p + at, 1);
        at += n ? n : 1;
    }
    return buf_str(&out);
}
