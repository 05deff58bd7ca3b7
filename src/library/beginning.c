/* What a large file begins with, to be shown while the rest is cleaned. */
#include <string.h>

#include "clean/clean.h"
#include "host/file.h"
#include "library/library.h"

enum {
    LARGE = 1 << 20,       /* bytes from which cleaning takes a time that one would see */
    BEGINNING = 128 << 10, /* as many are cleaned at once: in some milliseconds, and enough for some fifty screens */
};

bool library_is_large(const char *file)
{
    return file_size(file) >= LARGE;
}

/* Without the line that is cut at the end, if there are lines; before the line feed, of which UTF-16 has half. */
static struct bytes whole_lines(struct bytes source)
{
    size_t n = source.n;
    while (n > source.n / 2 && source.p[n - 1] != '\n')
        n--;
    return (struct bytes){ source.p, n > source.n / 2 ? n - 1 : source.n };
}

const struct article *library_beginning(struct arena *arena, const char *file, size_t part, const char *encoding)
{
    struct bytes start;
    struct reports reports = { 0 };
    struct err err;
    if (!library_is_large(file) || !file_read_start(arena, file, BEGINNING, &start) ||
        !clean(arena, whole_lines(start), encoding, &reports, &err) || part < 1 || part > reports.n)
        return NULL;
    struct article *article = &reports.v[part - 1];
    article->file = file;
    article->is_beginning = true;
    memset(article->id, 0, sizeof article->id);
    return article;
}

bool library_begin(struct library *library, const char *file, const char *encoding)
{
    const struct article *beginning = library_beginning(&library->arena, file, 1, encoding);
    if (beginning)
        *PUSH(&library->arena, &library->articles) = beginning;
    library->n_files = library->articles.n;
    return beginning;
}

void library_adopt(struct library *library, struct library *whole)
{
    library->articles.n = 0;
    for (size_t i = 0; i < whole->articles.n; i++)
        *PUSH(&library->arena, &library->articles) = whole->articles.v[i];
    for (size_t i = 0; i < whole->problems.n; i++)
        *PUSH(&library->arena, &library->problems) = whole->problems.v[i];
    for (size_t i = 0; i < whole->shelves.n; i++)
        *PUSH(&library->arena, &library->shelves) = whole->shelves.v[i];
    *PUSH(&library->arena, &library->shelves) = whole->arena;
    library->n_files = whole->n_files;
    *whole = (struct library){ .n_files = 0 };
}
