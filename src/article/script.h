/* A report in the other script: 简 for 繁, 繁 for 简. */
#ifndef DAHUI_ARTICLE_SCRIPT_H
#define DAHUI_ARTICLE_SCRIPT_H

#include "article/article.h"

/* In which script a reader wants reports. */
enum script_wish { SCRIPT_AS_WRITTEN, SCRIPT_SIMPLIFIED, SCRIPT_TRADITIONAL, N_SCRIPT_WISHES };

/* as-written, simplified, traditional; N_SCRIPT_WISHES where it is none of them. */
enum script_wish script_wish_by_name(const char *name);
const char *script_wish_name(enum script_wish wish);

/* Must the report be turned for that? */
bool script_differs(const struct article *article, enum script_wish wish);

/* Turns a text; false where it cannot. Whoever calls may have a better way than ours, which goes character by character. */
typedef bool turn_text(void *context, struct arena *arena, struct str s, struct str *to);

/* A copy of the report to be shown in the script that it is not in: title, subtitle, paragraphs and the words of outline and card. `id`,
 * file and part are those of the report. Places keep paragraph and character; where a turned paragraph has not as many
 * characters as before, our own way turns it, which keeps them. `turn` may be NULL. The copy needs the report as long as it lives. What it says of its
 * cleaning (joins, repairs, gaps, what was removed) and of people is that of the report, places too. */
const struct article *article_turned(struct arena *arena, const struct article *article, turn_text *turn, void *context);

/* The place of the same character in the other one of the two. */
struct place place_turned(const struct article *from, struct place place, const struct article *to);

/* The report as it was written: what a turned copy is of, or else the article itself. */
const struct article *article_written(const struct article *article);

/* A place of an article in the report as it was written, and the other way. */
struct place place_written(const struct article *article, struct place place);
struct place place_shown(const struct article *article, struct place place);

#endif
