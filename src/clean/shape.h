/* The lines that are left become a report: title, congress, date, people's credits, paragraphs, sections. */
#ifndef DAHUI_CLEAN_SHAPE_H
#define DAHUI_CLEAN_SHAPE_H

#include "clean/draft.h"

/* The one report of a stripped and joined draft. */
void shape(struct arena *arena, struct draft *draft, struct article *article);

/* What the reports of one file tell of each other: the year. */
void shape_siblings(struct arena *arena, struct article *articles, size_t n);

#endif
