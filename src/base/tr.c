/* Words in the reader's language: asked of a catalogue that somebody else opened. */
#include "base/tr.h"

static const char *as_it_is(const char *message)
{
    return message;
}

static const char *by_number(const char *one, const char *many, unsigned long n)
{
    return n == 1 ? one : many;
}

static const char *(*lookup)(const char *) = as_it_is;
static const char *(*lookup_many)(const char *, const char *, unsigned long) = by_number;

void tr_with(const char *(*one)(const char *), const char *(*many)(const char *, const char *, unsigned long))
{
    lookup = one ? one : as_it_is;
    lookup_many = many ? many : by_number;
}

const char *tr(const char *message)
{
    return *message ? lookup(message) : message;
}

const char *tr_n(const char *one, const char *many, unsigned long n)
{
    return lookup_many(one, many, n);
}
