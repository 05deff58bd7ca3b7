/* Bytes of a capture into text, whatever they were written in. */
#ifndef DAHUI_CLEAN_DECODE_H
#define DAHUI_CLEAN_DECODE_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "clean/mended.h"

/* A capture as text. Where the bytes are UTF-8 already `text` is a slice of them, else it lives in the arena. */
struct decoded {
    struct str text;
    const char *encoding; /* iconv's name of it, static: UTF-8, GB18030, BIG5, UTF-16LE, UTF-16BE */
    size_t bad;           /* places that could not be read; a U+FFFD stands at each */
    struct mendings mended; /* passages that had been misread before, and are turned back in `text` */
    struct str note;      /* one sentence: how it was read, how sure that is, how many bad places */
};

/* Reads `source`, which must live as long as the text. `encoding` is a name that overrules the guess, or NULL.
 * False with words in err: no text at all (a picture, an archive, mostly control characters), or a name that is not in the table. */
bool decode(struct arena *arena, struct bytes source, const char *encoding, struct decoded *to, struct err *err);

#endif
