/* What a catalogue knows of a report without its text: enough to list it, to order it and to find it again. */
#ifndef DAHUI_ARTICLE_ENTRY_H
#define DAHUI_ARTICLE_ENTRY_H

#include <stdint.h>

#include "article/article.h"

/* A report of a library by its number, which is the library's own and holds as long as it is open; `id` holds for ever. */
struct entry {
    uint32_t number;
    char id[17];
    const char *file; /* path as given */
    size_t part, parts;
    struct str title, subtitle;
    bool has_congress;
    struct congress congress;
    enum session session;
    struct str date, published;
    enum date_from date_from;
    enum script script;
    size_t chars;
};

/* The entry of a report, with slices of the report itself. */
struct entry entry_of(const struct article *article, uint32_t number);

/* A copy that shares nothing with the original. */
struct entry entry_copy(struct arena *arena, const struct entry *entry);

#endif
