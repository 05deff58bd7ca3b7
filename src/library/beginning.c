/* What a large file begins with, to be shown while the rest is cleaned. */
#include <string.h>

#include "clean/clean.h"
#include "host/file.h"
#include "library/library.h"

enum {
    LARGE = 1 << 20, /* bytes from which cleaning takes a time that one would see */
    FIRST = 32 << 10, LATER = 256 << 10, /* so many are cleaned at once, in some milliseconds: some ten screens; or where there is no text in them, so many */
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

/* The part as the first `most` bytes have it; NULL where they do not reach it. */
static struct article *read_start(struct arena *arena, const char *file, size_t most, size_t part, const char *encoding)
{
    struct bytes start;
    struct reports reports = { 0 };
    struct err err;
    bool fine = file_read_start(arena, file, most, &start) && clean(arena, whole_lines(start), encoding, &reports, &err);
    return fine && part >= 1 && part <= reports.n && reports.v[part - 1].n_paragraphs ? &reports.v[part - 1] : NULL;
}

const struct article *library_beginning(struct arena *arena, const char *file, size_t part, const char *encoding)
{
    struct article *article = NULL;
    if (!library_is_large(file))
        return NULL;
    for (size_t most = FIRST; !article && most <= LATER; most *= LATER / FIRST)
        article = read_start(arena, file, most, part, encoding);
    if (!article)
        return NULL;
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
