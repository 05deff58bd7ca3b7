/* What is made of a file for the cache, by one process for another. */
#ifndef DAHUI_LIBRARY_INTAKE_H
#define DAHUI_LIBRARY_INTAKE_H

#include "article/mentions.h"
#include "base/buf.h"
#include "base/map.h"
#include "library/segment.h"

/* The answer: what became of the file, then its reports one by one. */
struct intake {
    uint64_t hash; /* over its bytes */
    uint64_t size;
    uint32_t row; /* of a file that is known, with the same content: no reports follow */
    uint32_t n;   /* reports */
    const char *problem; /* why there are none, or NULL */
};
struct intake_report {
    struct segment_report kept;
    struct bytes words; /* what it may be looked for by: each with a NUL behind it */
};

/* The words that a report may be looked for by, each once: place and kind of its congress (or NULL), names of people, set phrases. Slices of both. */
struct report_words {
    struct str *v;
    size_t n, cap;
};
void report_words(struct arena *arena, const struct congress *congress, const struct mentions *mentions, struct report_words *words);

/* Reads and cleans a file and writes the answer. `known` has the rows of files that may have the same content, by intake_key. */
void intake_write(struct arena *arena, const char *path, const struct map *known, struct buf *answer);

/* What tells contents apart. */
struct intake_key {
    uint64_t size, hash;
};

/* Takes the answer apart again; the bytes that are left are in *answer. False where it is none. */
bool intake_read(struct arena *arena, struct bytes *answer, struct intake *intake);
bool intake_next(struct arena *arena, struct bytes *answer, struct intake_report *report);

#endif
