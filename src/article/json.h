/* A report as JSON: the fields that scripts rely on. */
#ifndef DAHUI_ARTICLE_JSON_H
#define DAHUI_ARTICLE_JSON_H

#include <jansson.h>

#include "article/article.h"

/* Each answers a new reference (the caller's json_decref). A field that is unknown is null, never left out; offsets count
 * code points in the cleaned paragraph. */

/* What `list` prints. `arena` is for work. */
json_t *article_json(struct arena *arena, const struct article *article);

/* The same and text, outline, people, gaps, removed, joins, repairs: what `show` prints. */
json_t *article_json_whole(struct arena *arena, const struct article *article);

/* What cleaning did to it: what `check` prints. `removed` is counted by class. */
json_t *article_json_check(struct arena *arena, const struct article *article);

json_t *heading_json(const struct article *article, const struct heading *heading);

/* A string, or null where s is unknown (p NULL). */
json_t *str_json(struct str s);

/* The number that stands outside for a paragraph: 0-based, -1 the title, -2 the subtitle; and code points before byte `offset` in it. */
long paragraph_number(size_t paragraph);
size_t offset_number(const struct article *article, size_t paragraph, size_t offset);

#endif
