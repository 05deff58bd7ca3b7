/* A growing run of text with a limit it was born with. */
#ifndef DAHUI_BASE_BUF_H
#define DAHUI_BASE_BUF_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/* Text under construction, in an arena. It never grows beyond `max` bytes: what does not fit is left out whole
 * and `full` stays true from then on, so a caller may add without asking and look once at the end.
 * The bytes are valid UTF-8 as long as what is added is. */
struct buf {
    struct arena *arena;
    char *p;
    size_t n, cap, max;
    bool full;
};

struct buf buf_make(struct arena *arena, size_t max);

/* Each answers false when the limit was met. */
bool buf_add(struct buf *buf, struct str s);
bool buf_add_cstr(struct buf *buf, const char *s);
bool buf_add_bytes(struct buf *buf, const void *p, size_t n);
bool buf_add_format(struct buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* What was added so far; good until the next addition. */
struct str buf_str(const struct buf *buf);

#endif
