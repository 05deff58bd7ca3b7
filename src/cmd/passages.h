/* Where a report answers a question, and the passages there. */
#ifndef DAHUI_CMD_PASSAGES_H
#define DAHUI_CMD_PASSAGES_H

#include "find/query.h"
#include "ui/answer.h"

/* All places that answer one of the words of a question, in the arena. */
struct matches matches_of(struct arena *arena, const struct article *article, const struct query *query);

/* The first of them with what stands around them: slices of the report. */
struct passages passages_of(struct arena *arena, const struct article *article, const struct query *query);

#endif
