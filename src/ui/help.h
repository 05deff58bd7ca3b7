/* The help screen, made from the key table. */
#ifndef DAHUI_UI_HELP_H
#define DAHUI_UI_HELP_H

#include "screen/grid.h"
#include "ui/area.h"
#include "ui/rows.h"

struct help {
    struct rows rows; /* the cursor is the first line in sight */
};

void help_fit(struct help *help, struct area area);
void help_view(const struct help *help, const struct keymap *keymap, struct grid *grid, struct area area);

#endif
