/* Sections of a report: numbered headings, speakers, lists, stages of the ceremony. */
#ifndef DAHUI_CLEAN_OUTLINE_H
#define DAHUI_CLEAN_OUTLINE_H

#include "article/article.h"
#include "base/arena.h"

/* Fills article->outline from its paragraphs and gaps (cleaning.md §9): numbered headings, the sentence that leads, speakers (the same
 * one going on is a level deeper), 一是…二是… in order, demands (要…) under a speaker, the ceremony, gaps. */
void outline(struct arena *arena, struct article *article);

#endif
