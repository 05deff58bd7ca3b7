/* The same place in two versions of a text: a report and the capture that it was cleaned from. */
#ifndef DAHUI_FIND_ALIGN_H
#define DAHUI_FIND_ALIGN_H

#include "article/article.h"

/* The place in `to` that corresponds to `place` in `from`. Only Han counts, compared in simplified form, so that annotations, tags and
 * marks between them do not matter. Where what stands at the place is not in `to`, the next that is; where nothing is, the start. */
struct place align_place(const struct article *from, struct place place, const struct article *to);

#endif
