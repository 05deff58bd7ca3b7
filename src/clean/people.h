/* Who is named in a report, and as what. */
#ifndef DAHUI_CLEAN_PEOPLE_H
#define DAHUI_CLEAN_PEOPLE_H

#include "article/article.h"
#include "base/arena.h"

/* Fills article->people from its paragraphs: names as printed, in order of first mention, with the roles printed in front of them
 * (区委书记虎强) and behind (选举白玉平同志为区总工会主席). There is no dictionary of names: a name is known by what stands round it, and
 * where nothing does, it is none: precision comes before recall. Who wrote or edited the report (article->authors, 记者 …) is not in it.
 * Linear in the length of the text. Words and characters: data/names.tsv. */
void people(struct arena *arena, struct article *article);

#endif
