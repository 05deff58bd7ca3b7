/* Reports for tests, made by hand. */
#ifndef DAHUI_TESTS_REPORTS_H
#define DAHUI_TESTS_REPORTS_H

#include "article/article.h"
#include "base/arena.h"
#include "base/str.h"
#include "find/order.h"

/* A report with a title and paragraphs (NULL ends them), and nothing else known. */
static inline struct article *report_make(struct arena *arena, const char *title, const char *const *paragraphs)
{
    struct article *article = NEW(arena, struct article);
    size_t n = 0;
    while (paragraphs[n])
        n++;
    *article = (struct article){ .title = str_of(title), .file = "甲.txt", .part = 1, .parts = 1, .delegates = -1, .encoding = "UTF-8" };
    article->paragraphs = NEW_N(arena, struct str, n + 1);
    article->n_paragraphs = n;
    for (size_t i = 0; i < n; i++)
        article->paragraphs[i] = str_of(paragraphs[i]);
    article_seal(article);
    return article;
}

/* A report of one paragraph, of a day (NULL: not known). */
static inline struct article report_said(struct arena *arena, const char *date, const char *paragraph)
{
    struct article article = { .paragraphs = NEW_N(arena, struct str, 1), .n_paragraphs = 1 };
    article.date = date ? str_of(date) : (struct str){ 0 };
    article.paragraphs[0] = str_of(paragraph);
    return article;
}

static inline struct congress *congress_make(struct arena *arena, const char *name, const char *place, const char *kind, int ordinal)
{
    struct congress *congress = NEW(arena, struct congress);
    *congress = (struct congress){ .name = str_of(name), .place = str_of(place), .kind = str_of(kind), .ordinal = ordinal };
    return congress;
}

/* Do both tell of the same congress? */
static inline bool same_congress(const struct article *a, const struct article *b)
{
    struct arena work = { 0 };
    bool same = a->congress && b->congress && congress_hash(&work, a->congress, a->file) == congress_hash(&work, b->congress, b->file);
    arena_finish(&work);
    return same;
}

#endif
