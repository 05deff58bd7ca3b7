/* Answers the reader's questions from reports in memory. */
#include "cmd/archive.h"

#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "find/excerpt.h"
#include "find/query.h"
#include "find/spelling.h"
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

/* A query may ask for people: reports get theirs before the first. */
static void complete(struct archive *archive)
{
    for (size_t i = 0; !archive->complete && i < archive->library->articles.n; i++)
        library_complete(archive->library, archive->library->articles.v[i]);
    archive->complete = true;
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

/* Reports as numbers, with the marks that part congresses. */
static struct listing number_reports(const struct archive *archive, struct arena *arena, const struct article *const *ordered, size_t n)
{
    const struct library *library = archive->library;
    uint32_t *numbers = NEW_N(arena, uint32_t, n + 1);
    struct map places = { .arena = arena };
    for (size_t i = 0; i < library->articles.n; i++)
        map_put(&places, pointer_key(&library->articles.v[i]), i, NULL);
    size_t read = 0;
    for (size_t i = 0; i < n; i++) {
        const struct article *article = ordered[i];
        numbers[i] = (uint32_t)*map_get(&places, pointer_key(&article));
        read += (archive->signs[numbers[i]] & SIGN_READ) != 0;
        if (i == 0 || !same_congress(ordered[i - 1], article))
            numbers[i] |= LISTED_FIRST;
        if (!article->congress)
            numbers[i] |= LISTED_ALONE;
    }
    return (struct listing){ numbers, n, library->articles.n, read };
}

static struct listing list_all(const struct archive *archive, struct arena *arena, enum order_key order)
{
    const struct library *library = archive->library;
    size_t n = library->articles.n;
    const struct article **ordered = NEW_N(arena, const struct article *, n + 1);
    memcpy(ordered, library->articles.v, n * sizeof *ordered);
    order_articles(arena, ordered, n, order, false);
    return number_reports(archive, arena, ordered, n);
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
    if (asked)
        complete(archive);
    struct arena *arena = &archive->ordering;
    arena_reset(arena);
    archive->ordered = NEW_N(arena, const struct article *, library->articles.n + 1);
    for (size_t i = 0; i < library->articles.n; i++)
        if (!asked || answers(asked, library->articles.v[i]))
            archive->ordered[n++] = library->articles.v[i];
    order_articles(&work, archive->ordered, n, order, reverse);
    archive->listing = number_reports(archive, arena, archive->ordered, n);
    arena_finish(&work);
    return &archive->listing;
}

/* A match and its word, while they are put in order. */
struct worded {
    struct hit hit;
    unsigned char word;
};

static int by_place(const void *a, const void *b)
{
    const struct worded *x = a, *y = b;
    return hit_cmp(&x->hit, &y->hit);
}

/* The matches of all words in reading order; of those that begin alike the longest. */
static struct matches in_order(struct arena *arena, struct worded *v, size_t n)
{
    struct hit *hits = NEW_N(arena, struct hit, n + 1);
    unsigned char *words = NEW_N(arena, unsigned char, n + 1);
    size_t kept = 0;
    if (n)
        qsort(v, n, sizeof *v, by_place);
    for (size_t i = 0; i < n; i++) {
        if (kept && hits[kept - 1].paragraph == v[i].hit.paragraph && hits[kept - 1].from == v[i].hit.from)
            kept--;
        hits[kept] = v[i].hit;
        words[kept++] = v[i].word;
    }
    return (struct matches){ hits, words, kept };
}

static struct matches matches_of(struct arena *arena, const struct article *article, const struct query *query)
{
    ARRAY(struct worded) all = { 0 };
    struct twin twin = twin_make(arena, article);
    const struct query *word;
    for (size_t i = 0; (word = query_word(arena, query, i)); i++) {
        struct hits hits = { 0 };
        query_match(arena, word, &twin, &hits);
        for (size_t k = 0; k < hits.n; k++)
            *PUSH(arena, &all) = (struct worded){ hits.v[k], (unsigned char)(i < 255 ? i : 255) };
    }
    return in_order(arena, all.v, all.n);
}

struct matches archive_matches(struct arena *arena, const struct article *article, struct str query)
{
    struct err err;
    const struct query *asked = query_parse(arena, query, &err);
    return asked ? matches_of(arena, article, asked) : (struct matches){ NULL, NULL, 0 };
}

/* Which twelfth of the report each match stands in. */
static void fill_bar(unsigned char bar[BAR_CELLS], const struct article *article, const struct matches *matches)
{
    size_t total = 1, before = 0, paragraph = 0;
    for (size_t i = 0; i < article->n_paragraphs; i++)
        total += article->paragraphs[i].n;
    for (size_t i = 0; i < matches->n; i++) {
        bool in_text = matches->v[i].paragraph < article->n_paragraphs;
        for (; in_text && paragraph < matches->v[i].paragraph; paragraph++)
            before += article->paragraphs[paragraph].n;
        unsigned char *cell = &bar[in_text ? (before + matches->v[i].from) * BAR_CELLS / total : 0];
        *cell = (unsigned char)(*cell + (*cell < 255));
    }
}

static struct passages passages_of(struct arena *arena, const struct article *article, const struct query *query)
{
    enum { CONTEXT = 80 };
    struct matches matches = matches_of(arena, article, query);
    struct passage *v = NEW_N(arena, struct passage, PASSAGES_MOST);
    struct passages passages = { .v = v, .n = matches.n < PASSAGES_MOST ? matches.n : PASSAGES_MOST };
    for (size_t i = 0; i < passages.n; i++) {
        struct excerpt excerpt = excerpt_of(article, matches.v[i], CONTEXT);
        v[i] = (struct passage){ matches.v[i], excerpt.left, excerpt.match, excerpt.right, matches.words[i] };
    }
    fill_bar(passages.bar, article, &matches);
    return passages;
}

struct entries archive_entries(struct archive *archive, struct arena *arena, const uint32_t *numbers, size_t n, struct str query)
{
    struct err err;
    const struct query *asked = query.n ? query_parse(arena, query, &err) : NULL;
    struct entry *v = NEW_N(arena, struct entry, n + 1);
    unsigned char *signs = NEW_N(arena, unsigned char, n + 1);
    struct passages *passages = asked ? NEW_N(arena, struct passages, n + 1) : NULL;
    for (size_t i = 0; i < n; i++) {
        const struct article *article = archive->library->articles.v[numbers[i]];
        v[i] = entry_of(article, numbers[i]);
        signs[i] = archive->signs[numbers[i]];
        if (asked)
            passages[i] = passages_of(arena, article, asked);
    }
    return (struct entries){ v, signs, passages, n };
}

static int by_score(const void *a, const void *b)
{
    const uint64_t *x = a, *y = b;
    return (x[0] < y[0]) - (x[0] > y[0]) ? (x[0] < y[0]) - (x[0] > y[0]) : (x[1] > y[1]) - (x[1] < y[1]);
}

/* Puts the findings, with a score each, in the order of these; equal ones stay as they are. */
static void order_by_score(struct arena *arena, struct finding *v, const uint64_t *scores, size_t n)
{
    uint64_t (*ranked)[2] = arena_alloc_n(arena, n + 1, sizeof *ranked, alignof(uint64_t));
    struct finding *old = NEW_N(arena, struct finding, n + 1);
    for (size_t i = 0; i < n; i++) {
        ranked[i][0] = scores[i];
        ranked[i][1] = i;
        old[i] = v[i];
    }
    qsort(ranked, n, sizeof *ranked, by_score);
    for (size_t i = 0; i < n; i++)
        v[i] = old[ranked[i][1]];
}

bool archive_find(struct archive *archive, struct arena *arena, struct str query, enum finding_order by, struct findings_so_far *found,
                  struct err *err)
{
    const struct library *library = archive->library;
    const struct query *asked = query_parse(arena, query, err);
    struct listing listing;
    if (!asked)
        return false;
    complete(archive);
    listing = list_all(archive, arena, by == FOUND_BY_PLACE ? ORDER_PLACE : ORDER_DATE);
    struct finding *v = NEW_N(arena, struct finding, listing.n + 1);
    uint64_t *scores = NEW_N(arena, uint64_t, listing.n + 1);
    *found = (struct findings_so_far){ .v = v, .over = true };
    for (size_t i = 0; i < listing.n; i++) {
        uint32_t number = listing.v[i] & LISTED_NUMBER;
        struct arena work = { 0 };
        struct hits hits = { 0 };
        struct twin twin = twin_make(&work, library->articles.v[number]);
        struct answer answer = query_match(&work, asked, &twin, &hits);
        arena_finish(&work);
        if (!answer.yes)
            continue;
        scores[found->n] = query_score(&answer);
        v[found->n++] = (struct finding){ number, (uint32_t)answer.matches };
        found->matches += answer.matches;
    }
    if (by == FOUND_BY_RELEVANCE)
        order_by_score(arena, v, scores, found->n);
    return true;
}

const struct article *archive_article(struct archive *archive, uint32_t number)
{
    const struct article *article = archive->library->articles.v[number];
    library_complete(archive->library, article);
    return article;
}

/* Adds a name if the letters spell it from its start and it is not there yet. */
static void suggest(struct arena *arena, const struct spelling *spelling, struct str name, struct str *v, size_t *n, size_t most)
{
    struct span span;
    for (size_t i = 0; i < *n; i++)
        if (str_eq(v[i], name))
            return;
    if (name.n && *n < most && spelling_find(spelling, fold(arena, name).text, 0, &span) && span.from == 0)
        v[(*n)++] = name;
}

struct words archive_words(struct archive *archive, struct arena *arena, struct str letters, size_t most)
{
    const struct spelling *spelling = spelling_make(arena, fold(arena, letters).text, false);
    struct str *v = NEW_N(arena, struct str, most);
    size_t n = 0;
    complete(archive);
    for (size_t i = 0; spelling && i < archive->library->articles.n && n < most; i++) {
        const struct article *article = archive->library->articles.v[i];
        if (article->congress)
            suggest(arena, spelling, article->congress->place, v, &n, most);
        for (size_t k = 0; k < article->n_people; k++)
            suggest(arena, spelling, article->people[k].name, v, &n, most);
    }
    return (struct words){ v, n };
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
