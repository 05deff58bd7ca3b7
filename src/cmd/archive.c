/* Answers the reader's questions from reports in memory. */
#include "cmd/archive.h"

#include <string.h>

#include "base/map.h"
#include "find/query.h"
#include "text/utf8.h"

void archive_open(struct archive *archive, struct library *library)
{
    *archive = (struct archive){ .library = library };
    archive->signs = NEW_N(&archive->arena, unsigned char, library->articles.n + 1);
}

void archive_close(struct archive *archive)
{
    arena_finish(&archive->arena);
    arena_finish(&archive->ordering);
}

static bool answers(const struct query *query, const struct article *article)
{
    struct arena work = { 0 };
    struct hits hits = { 0 };
    struct twin twin = twin_make(&work, article);
    bool yes = query_match(&work, query, &twin, &hits).yes;
    arena_finish(&work);
    return yes;
}

static struct str pointer_key(const struct article *const *article)
{
    return (struct str){ (const char *)article, sizeof *article };
}

/* The reports of archive->ordered as numbers, with the bits that part congresses. */
static void number_reports(struct archive *archive, struct arena *arena, size_t n)
{
    const struct library *library = archive->library;
    uint32_t *numbers = NEW_N(arena, uint32_t, n + 1);
    struct map places = { .arena = arena };
    for (size_t i = 0; i < library->articles.n; i++)
        map_put(&places, pointer_key(&library->articles.v[i]), i, NULL);
    size_t read = 0;
    for (size_t i = 0; i < n; i++) {
        const struct article *article = archive->ordered[i];
        numbers[i] = (uint32_t)*map_get(&places, pointer_key(&article));
        read += (archive->signs[numbers[i]] & SIGN_READ) != 0;
        if (i == 0 || !same_congress(archive->ordered[i - 1], article))
            numbers[i] |= LISTED_FIRST;
        if (!article->congress)
            numbers[i] |= LISTED_ALONE;
    }
    archive->listing = (struct listing){ numbers, n, library->articles.n, read };
}

const struct listing *archive_order(struct archive *archive, enum order_key order, bool reverse, struct str query, struct err *err)
{
    const struct library *library = archive->library;
    const struct query *asked = NULL;
    struct arena work = { 0 };
    size_t n = 0;
    if (query.n && !(asked = query_parse(&work, query, err))) {
        arena_finish(&work);
        return NULL;
    }
    struct arena *arena = &archive->ordering;
    arena_reset(arena);
    archive->ordered = NEW_N(arena, const struct article *, library->articles.n + 1);
    for (size_t i = 0; i < library->articles.n; i++)
        if (!asked || answers(asked, library->articles.v[i]))
            archive->ordered[n++] = library->articles.v[i];
    order_articles(&work, archive->ordered, n, order, reverse);
    number_reports(archive, arena, n);
    arena_finish(&work);
    return &archive->listing;
}

struct entries archive_entries(const struct archive *archive, struct arena *arena, const uint32_t *numbers, size_t n)
{
    struct entry *v = NEW_N(arena, struct entry, n + 1);
    unsigned char *signs = NEW_N(arena, unsigned char, n + 1);
    for (size_t i = 0; i < n; i++) {
        v[i] = entry_of(archive->library->articles.v[numbers[i]], numbers[i]);
        signs[i] = archive->signs[numbers[i]];
    }
    return (struct entries){ v, signs, n };
}

/* What the reports of one run have in common. */
static struct str run_of(const struct article *article, enum order_key order)
{
    const struct congress *congress = article->congress;
    switch (order) {
    case ORDER_PLACE: return congress ? congress->place : STR("");
    case ORDER_TITLE: {
        size_t first = 0;
        if (article->title.n)
            utf8_next(article->title, &first);
        return str_sub(article->title, 0, first);
    }
    default: return str_sub(article->date.p ? article->date : article->published, 0, 4);
    }
}

static bool same_run(const struct archive *archive, enum order_key order, size_t a, size_t b)
{
    const struct article *x = archive->ordered[a], *y = archive->ordered[b];
    if (order == ORDER_ORDINAL)
        return (x->congress ? x->congress->ordinal : 0) == (y->congress ? y->congress->ordinal : 0);
    return str_eq(run_of(x, order), run_of(y, order));
}

/* The next or previous first report of a congress; (size_t)-1 where there is none. */
static size_t step(const struct archive *archive, size_t position, bool forward)
{
    do
        position += forward ? 1 : (size_t)-1;
    while (position < archive->listing.n && !(archive->listing.v[position] & LISTED_FIRST));
    return position < archive->listing.n ? position : (size_t)-1;
}

size_t archive_jump(const struct archive *archive, enum order_key order, size_t position, bool forward)
{
    while (!(archive->listing.v[position] & LISTED_FIRST))
        position--;
    size_t at = step(archive, position, forward);
    while (at != (size_t)-1 && same_run(archive, order, at, position))
        at = step(archive, at, forward);
    if (at == (size_t)-1 || forward)
        return at;
    for (size_t before; (before = step(archive, at, false)) != (size_t)-1 && same_run(archive, order, before, at);)
        at = before; /* the start of that run */
    return at;
}
