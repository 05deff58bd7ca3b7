/* A cursor on a list of rows, of which a pane shows some. */
#ifndef DAHUI_UI_ROWS_H
#define DAHUI_UI_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/keys.h"

struct rows {
    size_t n;      /* rows in all */
    size_t cursor; /* < n, or 0 */
    size_t top;    /* the first that is shown */
    size_t shown;  /* how many the pane has room for */
};

/* Moves the cursor as an action says, `count` times (0: none was typed); false where the action is no movement. */
bool rows_move(struct rows *rows, enum action action, size_t count);

/* Gives the pane room for `shown` rows and keeps the cursor in sight. */
void rows_fit(struct rows *rows, size_t shown);

void rows_go(struct rows *rows, size_t row);

#endif
