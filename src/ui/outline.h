/* The outline pane: the sections of the report that is open. */
#ifndef DAHUI_UI_OUTLINE_H
#define DAHUI_UI_OUTLINE_H

#include "article/article.h"
#include "screen/grid.h"
#include "ui/area.h"
#include "ui/rows.h"

struct outline {
    struct rows rows;
    const struct article *article;
    size_t here; /* the section that the report stands in; (size_t)-1: before the first */
};

/* Shows the sections of a report with the cursor on one of them ((size_t)-1: the first). */
void outline_open(struct outline *outline, const struct article *article, size_t section);

/* The report stands in a section now: it is marked. The cursor goes there too if that is another than before, or it `shall`. */
void outline_follow(struct outline *outline, size_t section, bool shall);

/* The section under the cursor, or NULL. */
const struct heading *outline_current(const struct outline *outline);

void outline_fit(struct outline *outline, struct area area);
void outline_view(const struct outline *outline, struct grid *grid, struct area area, bool focus);

#endif
