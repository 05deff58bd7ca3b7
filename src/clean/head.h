/* What the head of a page says of its article. */
#ifndef DAHUI_CLEAN_HEAD_H
#define DAHUI_CLEAN_HEAD_H

#include "base/arena.h"
#include "base/str.h"
#include "clean/draft.h"

/* What was said so far, by whom; a slice with p NULL: nothing. The first of a kind counts. */
struct head {
    struct str said;                           /* <title> */
    struct str meta, graph, headline;          /* ArticleTitle; og:title; JSON-LD */
    struct str published, source, site, author;
};

/* Takes in a <meta>, the text of <title>, the text of a script of type application/ld+json. */
void head_meta(struct arena *arena, struct head *head, struct str attributes);
void head_title(struct arena *arena, struct head *head, struct str text);
void head_json(struct arena *arena, struct head *head, struct str text);

/* The best of it. The title has no name of the site behind it, where a sign parts the two. */
struct page_head head_best(const struct head *head);

#endif
