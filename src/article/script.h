/* A report in the other script: 简 for 繁, 繁 for 简. */
#ifndef DAHUI_ARTICLE_SCRIPT_H
#define DAHUI_ARTICLE_SCRIPT_H

#include "article/article.h"

/* Turns a text; false where it cannot. Whoever calls may have a better way than ours, which goes character by character. */
typedef bool turn_text(void *context, struct arena *arena, struct str s, struct str *to);

/* A copy of the report to be shown in the script that it is not in: title, subtitle, paragraphs and the words of outline and card. `id`,
 * file and part are those of the report. Places keep paragraph and character; where a turned paragraph has not as many
 * characters as before, our own way turns it, which keeps them. `turn` may be NULL. */
const struct article *article_turned(struct arena *arena, const struct article *article, turn_text *turn, void *context);

/* The place of the same character in the other one of the two. */
struct place place_turned(const struct article *from, struct place place, const struct article *to);

#endif
