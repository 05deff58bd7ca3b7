/* A question in the language of the search prompt, and its answer from one report. */
#ifndef DAHUI_FIND_QUERY_H
#define DAHUI_FIND_QUERY_H

#include "base/err.h"
#include "find/twin.h"

/* Words that must all occur; "…" keeps blanks, -word excludes, A|B is either; title: place: kind: year:2017..2022 no:5 narrow a
 * field. lit: takes the rest of the word as it stands. Everything is compared folded. */
struct query;

/* NULL, with words and the column (from 1, in code points) in err: an unclosed quote, an empty question, an unknown range. */
struct query *query_parse(struct arena *arena, struct str text, struct err *err);

/* Does the report answer the question? Then adds every place where one of its words stands, in reading order, to hits. A question
 * of fields alone has no places but is answered. */
bool query_match(struct arena *arena, const struct query *query, const struct twin *twin, struct hits *hits);

#endif
