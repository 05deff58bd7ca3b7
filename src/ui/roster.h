/* The pane of people, or of set phrases: who or what stands in which years, narrowed as one types. */
#ifndef DAHUI_UI_ROSTER_H
#define DAHUI_UI_ROSTER_H

#include "screen/grid.h"
#include "ui/answer.h"
#include "ui/area.h"
#include "ui/prompt.h"
#include "ui/rows.h"

struct roster_pane {
    struct rows rows; /* of those that are shown */
    struct arena arena;
    struct roster roster; /* its rows are another's; none: not there yet */
    bool terms;
    size_t *shown; /* places in the roster, in `arena` */
    size_t n_shown;
    int first, last; /* years that phrases are used in; 0: none is known */
    char letters[PROMPT_MAX]; /* what narrows it */
    size_t n_letters;
};

void roster_finish(struct roster_pane *pane);

/* Will there be more of it? */
bool roster_grows(const struct roster_pane *pane);

/* Takes a roster, whose rows live until the next one is taken. The cursor stays on its name or phrase, where it stands on one that was chosen. */
void roster_take(struct roster_pane *pane, const struct roster *roster);

/* Shows those alone that have the text, or are spelled by it in pinyin or initials; all where it is empty. */
void roster_narrow(struct roster_pane *pane, struct str text);

/* The row under the cursor, or NULL. */
const struct roster_row *roster_current(const struct roster_pane *pane);

void roster_fit(struct roster_pane *pane, struct area area);
void roster_view(const struct roster_pane *pane, struct grid *grid, struct area area, bool focus);

#endif
