/* The columns of the list: what stands where of a report or a congress, fitted to the width. */
#ifndef DAHUI_UI_COLUMNS_H
#define DAHUI_UI_COLUMNS_H

#include "screen/grid.h"
#include "ui/area.h"
#include "ui/shelf.h"

/* Where each begins, in cells of the screen; 0 for one that there is no room for. A narrow pane shows the year alone,
 * one of a few cells only that and the title. */
struct columns {
    int sign, date, place, ordinal, kind, title, size, end;
    bool narrow;
};

struct columns columns_fit(struct area area);

void columns_head(const struct columns *at, struct grid *grid, int row);

/* How the congress of a report is told: in its own columns, by ditto marks below a report of the same, or in the row above. */
enum told { TOLD_HERE, TOLD_DITTO, TOLD_ABOVE };

void columns_report(const struct columns *at, struct grid *grid, int row, const struct shelved *report, enum told told);

/* The row of a congress, of which `first` is the first of `n` reports. */
void columns_congress(const struct columns *at, struct grid *grid, int row, const struct shelved *first, size_t n, bool folded);

#endif
