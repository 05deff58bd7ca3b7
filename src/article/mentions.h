/* What a report mentions: the people and set phrases that a census counts. */
#ifndef DAHUI_ARTICLE_MENTIONS_H
#define DAHUI_ARTICLE_MENTIONS_H

#include "article/article.h"

/* All that article/census needs of a report, so that it need not be read whole. A phrase that begins with a number counts without quotes only
 * where another report quotes it; so here are the stretches of text in which one may stand (article/terms). */
struct mentions {
    int year; /* of the event, or at least of the page; 0: not known */
    struct person *people; /* names and roles; their paragraphs are not always kept */
    size_t n_people;
    struct str *quoted; /* phrases as printed, in order of reading, each once */
    size_t n_quoted;
    struct str *numbered; /* stretches in simplified characters, each once */
    size_t n_numbered;
};

/* Those of a report that is not brief: in the arena, with slices of the report itself. */
struct mentions mentions_of(struct arena *arena, const struct article *article);

#endif
