/* Who speaks: the clause 市委副书记张某强调 in a report. */
#ifndef DAHUI_CLEAN_SPEAKER_H
#define DAHUI_CLEAN_SPEAKER_H

#include "article/article.h"
#include "base/arena.h"
#include "base/map.h"

/* The names that are known, for speaker_at: those of article->people. */
struct map speaker_names(struct arena *arena, const struct article *article);

/* A clause that lets somebody speak. */
struct speaker {
    struct str name;
    struct str text; /* the clause, up to its verb where it has one right behind the name: 虎强要求; a long one without its long role */
    bool chairs;     /* 大会由…主持: a stage of the ceremony */
};

/* Does a clause at `at` begin with [role] name [同志] and go on as speakers do? A name is one that is known, or a usual surname with one or
 * two characters behind a role or in front of the verb. 他强调 names nobody; ”某某说。 ends a quotation and opens nothing. */
bool speaker_at(const struct map *names, struct str s, size_t at, struct speaker *speaker);

#endif
