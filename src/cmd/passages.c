/* Where a report answers a question, and the passages there. */
#include "cmd/passages.h"

#include <stdlib.h>

#include "find/excerpt.h"

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

struct matches matches_of(struct arena *arena, const struct article *article, const struct query *query)
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

struct passages passages_of(struct arena *arena, const struct article *article, const struct query *query)
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
