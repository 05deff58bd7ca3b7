/* Fuzz target: any bytes, by guess and by every name, become valid text or a refusal. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "clean/decode.h"
#include "text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void decode_demand(bool held)
{
    if (!held)
        abort();
}

static size_t decode_count(const char *p, size_t n, char c)
{
    size_t hits = 0;
    for (size_t i = 0; i < n; i++)
        hits += p[i] == c;
    return hits;
}

static void decode_once(struct bytes source, const char *name)
{
    struct arena arena = { 0 };
    struct decoded to;
    struct err err = { .text = "" };
    if (!decode(&arena, source, name, &to, &err)) {
        decode_demand(err.text[0]);
        arena_finish(&arena);
        return;
    }
    decode_demand(to.encoding && to.note.n);
    decode_demand(utf8_valid((struct bytes){ (const unsigned char *)to.text.p, to.text.n }));
    decode_demand(to.bad <= source.n && to.text.n <= source.n * 6);
    decode_demand(arena.used <= 65536 + source.n * 64);
    if (strncmp(to.encoding, "UTF-16", 6) != 0) /* a line end is in no character of the others: none is swallowed */
        decode_demand(decode_count((const char *)source.p, source.n, '\n') == decode_count(to.text.p, to.text.n, '\n'));
    arena_finish(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const names[] = { "utf-8", "gbk", "big5", "utf-16", "utf-16be", "klingon" };
    struct bytes source = { data, size };
    decode_once(source, NULL);
    decode_once(source, names[size % (sizeof names / sizeof *names)]);
    return 0;
}
