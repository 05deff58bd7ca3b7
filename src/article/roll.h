/* The roll: who is named in many reports, in which of them, and as what over the years. */
#ifndef DAHUI_ARTICLE_ROLL_H
#define DAHUI_ARTICLE_ROLL_H

#include "article/article.h"

/* A role that somebody is called by; the first report in time that does so, and how many do. */
struct roll_role {
    struct str role; /* as printed there */
    const struct article *since;
    size_t n_articles;
};

/* One name. Two people of the same name are one here: reports do not tell them apart. */
struct roll_person {
    struct str name; /* as printed in the first report */
    ARRAY(struct roll_role) roles;             /* in order of their first report; 同志 is not among them */
    ARRAY(const struct article *) articles;    /* in order of time */
};

struct roll {
    struct roll_person *v;
    size_t n;
};

/* The articles in order of time; those without a date come last, as they were given. */
const struct article **articles_by_date(struct arena *arena, const struct article *const *articles, size_t n);

/* Merges the people of the articles, traditional and simplified spelling of a name or role being one. Reports without a date come last, as
 * they were given; the most often named come first, among equals who was named first. All of it lives in the arena, the text in
 * the articles. */
struct roll roll_call(struct arena *arena, const struct article *const *articles, size_t n);

#endif
