/* Slices: comparing, cutting and searching them. */
#include "base/str.h"

#include <string.h>

struct str str_of(const char *s)
{
    return (struct str){ s, strlen(s) };
}

struct str str_sub(struct str s, size_t from, size_t to)
{
    if (to > s.n)
        to = s.n;
    if (from > to)
        from = to;
    return (struct str){ s.n ? s.p + from : s.p, to - from };
}

bool str_eq(struct str a, struct str b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

int str_cmp(struct str a, struct str b)
{
    size_t n = a.n < b.n ? a.n : b.n;
    int order = n ? memcmp(a.p, b.p, n) : 0;
    if (order)
        return order;
    return (a.n > b.n) - (a.n < b.n);
}

bool str_starts(struct str s, struct str prefix)
{
    return s.n >= prefix.n && str_eq(str_sub(s, 0, prefix.n), prefix);
}

bool str_ends(struct str s, struct str suffix)
{
    return s.n >= suffix.n && str_eq(str_sub(s, s.n - suffix.n, s.n), suffix);
}

size_t str_find(struct str s, struct str needle, size_t from)
{
    if (from > s.n || needle.n > s.n - from)
        return STR_NONE;
    if (needle.n == 0)
        return from;
    const char *hit = memmem(s.p + from, s.n - from, needle.p, needle.n);
    return hit ? (size_t)(hit - s.p) : STR_NONE;
}

size_t str_find_last(struct str s, struct str needle)
{
    if (needle.n > s.n)
        return STR_NONE;
    for (size_t at = s.n - needle.n + 1; at-- > 0;)
        if (str_eq(str_sub(s, at, at + needle.n), needle))
            return at;
    return STR_NONE;
}

bool str_has(struct str s, struct str needle)
{
    return str_find(s, needle, 0) != STR_NONE;
}
