/* The census: who is named and which set phrases are used in very many reports, counted while they go by. */
#ifndef DAHUI_ARTICLE_CENSUS_H
#define DAHUI_ARTICLE_CENSUS_H

#include "article/mentions.h"
#include "base/map.h"

/* A name or a phrase. Traditional and simplified spelling are one, and so are two people of one name. */
struct counted {
    struct str text; /* as the first report prints it */
    unsigned n;      /* reports */
    int first, last; /* years, 0: not known */
    ARRAY(struct str) roles; /* of somebody, in the order in which they came, as printed, the first some; 同志 is none */
    ARRAY(struct counted_year {
        int year;
        unsigned n;
    }) years;    /* of a phrase, ascending */
    size_t turn; /* the last report that counted */
};

/* Those of one kind, in the order in which they came. */
struct counts {
    struct arena arena;
    struct map places; /* simplified text → place in v */
    ARRAY(struct counted) v;
    bool cut; /* there were too many: the rarest were left out, and count from nothing when they come again */
};

/* { 0 } is ready. It holds on to nothing of a report, and to so many names and phrases at most. */
struct census {
    struct counts people, terms;
    size_t turn; /* reports that were counted */
};
enum { COUNTED_MOST = 200000 };

/* Counts a report by what it mentions. A phrase that begins with a number counts without its quotes, too, in the reports that come behind one
 * that quotes it: reports should come in the order of time. */
void census_count(struct census *census, const struct mentions *mentions);

/* The same of a report at hand, not a brief one. */
void census_take(struct census *census, const struct article *article);

void census_finish(struct census *census);

/* Their places in v, those of most reports first, among equals the first first; in the arena. */
uint32_t *counts_ranked(struct arena *arena, const struct counts *counts);

#endif
