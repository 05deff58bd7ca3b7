/* The reader's state, and where its panes stand. For the reader's own files (ui, layout, view) and nobody else. */
#ifndef DAHUI_UI_STATE_H
#define DAHUI_UI_STATE_H

#include "base/map.h"
#include "ui/help.h"
#include "ui/list.h"
#include "ui/outline.h"
#include "ui/prompt.h"
#include "ui/reading.h"

enum { MOST_PENDING = 2 };

struct ui {
    struct list list;
    struct reading reading;
    struct outline outline;
    struct help help;
    enum pane focus;
    bool alone;        /* one pane at a time though there is room for both */
    bool outline_open; /* the outline stands where the list does */

    bool prompting;
    struct prompt prompt;
    bool backward;                /* the search that is typed goes backward */
    enum pane before_prompt;      /* what Esc goes back to */
    enum pane before_help;        /* and q, from the help */
    struct page_spot search_from; /* where the report stood when the search began */

    uint32_t pending[MOST_PENDING]; /* keys of a sequence that is not complete */
    size_t n_pending, count;

    const struct article *open; /* the report that was opened last; the reading pane shows it or its capture */
    uint64_t asked;             /* number of the last question */
    const struct article *awaited; /* the report that it asked for; NULL: another thing, or answered */
    struct page_spot capture_start; /* where its capture was first shown: still there, the report is put back to the very line */

    /* Where each report was left, by its id; index into `places`. */
    struct arena arena;
    struct map place_of;
    ARRAY(struct page_spot) places;

    int rows, cols; /* 0: no size is known */
    char message[512];
};

/* Do list and report stand side by side? */
bool both_panes(const struct ui *ui);

/* The pane at the left then: the list, or the outline in its place. */
enum pane left_pane(const struct ui *ui);
int left_cols(const struct ui *ui);

struct area area_of(const struct ui *ui, enum pane pane);
bool in_sight(const struct ui *ui, enum pane pane);

/* Is there no room for anything but to say so? */
bool too_small(const struct ui *ui);

/* Tells each pane its size; to be called when that may have changed. */
void fit_panes(struct ui *ui);

#endif
