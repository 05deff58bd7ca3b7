/* Set phrases (提法): “四个意识”, 强“三性”、去“四化”, and how they rise and fall over the years. */
#ifndef DAHUI_ARTICLE_TERMS_H
#define DAHUI_ARTICLE_TERMS_H

#include "article/article.h"

/* A set phrase is what a report puts into quotes, 2 to 30 characters long and no sentence: “职工之家”. Quotes that are chained with one
 * verb each are one phrase, 强“三性”、去“四化”. A phrase that begins with a number (四个意识) counts without quotes too, in every
 * report, once any of them quotes it. */
struct term_use {
    const struct article *article;
    size_t paragraph, from, to; /* bytes, without the quotes of a simple phrase */
};

struct term_year {
    int year;
    size_t n_articles;
};

struct term {
    struct str text; /* as the first report prints it */
    ARRAY(struct term_use) uses;    /* reports in order of time, places in order of reading */
    ARRAY(struct term_year) years;  /* those that are known, ascending */
    size_t n_articles;
};

struct terms {
    struct term *v;
    size_t n;
};

/* The phrases that a report quotes, in order of reading. */
struct term_uses {
    struct term_use *v;
    size_t n, cap;
};
void terms_of(struct arena *arena, const struct article *article, struct term_uses *uses);

/* The next phrase without quotes in s, at or behind *at, that begins with a number: the longest there of those that are known in their
 * simplified form. *at is then behind it. False where none is left. */
typedef bool term_known(void *context, struct str simplified);
bool term_next_numbered(struct str s, size_t *at, term_known *known, void *context, struct str *phrase);

/* The next stretch of s in which such a phrase may stand, whatever is known; in it, taken for itself, the same are found as in s. */
bool term_next_stretch(struct str s, size_t *at, struct str *stretch);

/* The phrase as it stands there. */
struct str term_text(const struct term_use *use);

/* Merges the phrases of reports, 繁 and 简 spelling being one; those of most reports first, among equals the older. All of it lives in
 * the arena, the text in the articles. */
struct terms terms_gather(struct arena *arena, const struct article *const *articles, size_t n);

/* Date of the first and the last report with a date; p NULL where none has one. */
struct str term_first(const struct term *term);
struct str term_last(const struct term *term);

#endif
