/* The one gate to the terminal. A reader's terminal obeys what it is sent: titles are set, answers typed back, text turned
 * round. So nothing of a file, a title or a file's name is sent but characters that draw themselves. */
#include "text/safe.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "text/cell.h"
#include "text/utf8.h"

/* What is drawn for a character that may not be: the picture of a control, or the replacement character. */
static uint32_t mark_of(uint32_t c)
{
    if (c < 0x20)
        return 0x2400 + c;
    return c == 0x7F ? 0x2421 : UTF8_REPLACEMENT;
}

size_t safe_cluster(struct str cluster, char to[SAFE_MAX], bool *replaced)
{
    size_t at = 0;
    uint32_t base = utf8_next(cluster, &at);
    bool safe = is_safe(base) && !is_mark(base);
    if (replaced)
        *replaced = !safe;
    if (base == '\t') /* a blank that needs no mark */
        base = ' ';
    else if (!safe)
        base = mark_of(base);
    size_t n = utf8_put(base, to);
    for (int marks = 0; safe && at < cluster.n && marks < SAFE_MARKS;) {
        uint32_t c = utf8_next(cluster, &at);
        if (is_mark(c)) {
            n += utf8_put(c, to + n);
            marks++;
        }
    }
    if (replaced && cluster.p[0] == '\t')
        *replaced = false;
    return n;
}

struct str safe_line(struct arena *arena, struct str s)
{
    struct buf out = buf_make(arena, (size_t)-1 / 4);
    for (size_t at = 0; at < s.n;) {
        char drawn[SAFE_MAX];
        struct cluster c = cluster_at(s, at);
        buf_add_bytes(&out, drawn, safe_cluster(str_sub(s, at, at + c.len), drawn, NULL));
        at += c.len;
    }
    return buf_str(&out);
}

struct str safe_name(struct arena *arena, struct bytes name)
{
    struct buf out = buf_make(arena, (size_t)-1 / 4);
    for (size_t at = 0; at < name.n;) {
        size_t n = utf8_good(name, at);
        if (n == 0) {
            buf_add_format(&out, "\\%02x", name.p[at]);
            at++;
            continue;
        }
        uint32_t c = utf8_at((struct str){ (const char *)name.p + at, n }, 0);
        if (is_safe(c))
            buf_add_bytes(&out, name.p + at, n);
        else
            buf_add_format(&out, c < 0x100 ? "\\x%02x" : "\\u%04x", (unsigned)c);
        at += n;
    }
    return buf_str(&out);
}

struct str safe_name_cstr(struct arena *arena, const char *name)
{
    return safe_name(arena, (struct bytes){ (const unsigned char *)name, strlen(name) });
}
