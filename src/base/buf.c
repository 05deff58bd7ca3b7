/* A growing run of text with a limit it was born with. */
#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct buf buf_make(struct arena *arena, size_t max)
{
    return (struct buf){ .arena = arena, .max = max };
}

/* Makes room for n more bytes and a NUL, or answers false and marks the buffer full. */
static bool make_room(struct buf *buf, size_t n)
{
    if (buf->full || n > buf->max - buf->n) {
        buf->full = true;
        return false;
    }
    if (n <= buf->cap - buf->n)
        return true;
    size_t cap = buf->cap ? buf->cap : 64;
    while (cap - buf->n < n)
        cap = cap > buf->max / 2 ? buf->max : cap * 2;
    char *p = arena_alloc(buf->arena, cap + 1, 1); /* vsnprintf wants its NUL too */
    if (buf->n)
        memcpy(p, buf->p, buf->n);
    buf->p = p;
    buf->cap = cap;
    return true;
}

bool buf_add_bytes(struct buf *buf, const void *p, size_t n)
{
    if (!make_room(buf, n))
        return false;
    if (n)
        memcpy(buf->p + buf->n, p, n);
    buf->n += n;
    return true;
}

bool buf_add(struct buf *buf, struct str s)
{
    return buf_add_bytes(buf, s.p, s.n);
}

bool buf_add_cstr(struct buf *buf, const char *s)
{
    return buf_add_bytes(buf, s, strlen(s));
}

bool buf_add_format(struct buf *buf, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    bool ok = n >= 0 && make_room(buf, (size_t)n);
    if (ok && n > 0) {
        vsnprintf(buf->p + buf->n, (size_t)n + 1, format, again);
        buf->n += (size_t)n;
    }
    va_end(again);
    return ok;
}

struct str buf_str(const struct buf *buf)
{
    return (struct str){ buf->p, buf->n };
}
