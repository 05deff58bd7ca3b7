/* What commands print: text and JSON that cannot drive a terminal, and complaints. */
#include "cmd/output.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/tr.h"
#include "text/safe.h"
#include "text/utf8.h"

void complain(const char *format, ...)
{
    char message[4096];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, tr(format), args);
    va_end(args);
    struct arena arena = { 0 };
    struct str safe = safe_name_cstr(&arena, message);
    fprintf(stderr, "dahui: %.*s\n", (int)safe.n, safe.p);
    arena_finish(&arena);
}

static void write_str(struct str s)
{
    if (s.n)
        fwrite(s.p, 1, s.n, stdout);
}

void print_safe(struct arena *arena, struct str s)
{
    write_str(safe_line(arena, s));
}

void print_safe_lines(struct arena *arena, struct str s)
{
    for (size_t at = 0; at < s.n;) {
        size_t end = str_find(s, STR("\n"), at);
        size_t cut = end == STR_NONE ? s.n : end;
        size_t text_end = cut > at && s.p[cut - 1] == '\r' ? cut - 1 : cut;
        print_safe(arena, str_sub(s, at, text_end));
        putchar('\n');
        at = cut + 1;
    }
}

void print_blanks(size_t n)
{
    while (n--)
        putchar(' ');
}

/* Inside a JSON string \uXXXX means the same as the character. Outside of strings there is nothing but ASCII. */
static void add_escaped(struct buf *out, uint32_t c)
{
    if (c >= 0x10000) {
        buf_add_format(out, "\\u%04x", (unsigned)(0xD7C0 + (c >> 10)));
        c = 0xDC00 + (c & 0x3FF);
    }
    buf_add_format(out, "\\u%04x", (unsigned)c);
}

void print_json(struct arena *arena, json_t *json)
{
    char *dump = json_dumps(json, JSON_COMPACT);
    json_decref(json);
    if (!dump)
        arena_no_memory();
    struct str s = str_of(dump);
    struct buf out = buf_make(arena, (size_t)-1 / 4);
    size_t from = 0;
    for (size_t at = 0; at < s.n;) {
        size_t start = at;
        uint32_t c = utf8_next(s, &at);
        if (c >= 0x7F && !is_safe(c)) {
            buf_add(&out, str_sub(s, from, start));
            add_escaped(&out, c);
            from = at;
        }
    }
    buf_add(&out, str_sub(s, from, s.n));
    write_str(buf_str(&out));
    putchar('\n');
    free(dump);
}

struct str article_name(struct arena *arena, const char *file, size_t part)
{
    struct buf out = buf_make(arena, (size_t)-1 / 4);
    buf_add(&out, safe_name_cstr(arena, file));
    buf_add_format(&out, "#%zu", part);
    return buf_str(&out);
}

bool finish_output(void)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return true;
    if (errno != EPIPE)
        complain("cannot write standard output: %s", strerror(errno));
    return false;
}
