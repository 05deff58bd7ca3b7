/* The pane of marks and notes: a row each, by report. */
#ifndef DAHUI_UI_MARKS_H
#define DAHUI_UI_MARKS_H

#include "article/mark.h"
#include "screen/grid.h"
#include "ui/area.h"
#include "ui/rows.h"

struct marks_pane {
    struct rows rows;
    struct arena arena; /* of the marks */
    struct marks marks;
};

void marks_finish(struct marks_pane *pane);

/* Takes marks, copied; the cursor stays on its row. */
void marks_take(struct marks_pane *pane, const struct marks *marks);

/* The one under the cursor, or NULL. */
const struct mark *marks_current(const struct marks_pane *pane);

void marks_fit(struct marks_pane *pane, struct area area);
void marks_view(const struct marks_pane *pane, struct grid *grid, struct area area, bool focus);

#endif
