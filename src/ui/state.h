/* The reader's state, and where its panes stand. For the reader's own files (ui, opening, asking, layout, view) and nobody else. */
#ifndef DAHUI_UI_STATE_H
#define DAHUI_UI_STATE_H

#include "base/map.h"
#include "screen/event.h"
#include "ui/effect.h"
#include "ui/help.h"
#include "ui/list.h"
#include "ui/outline.h"
#include "ui/prompt.h"
#include "ui/reading.h"

enum { MOST_PENDING = 2, MOST_ASKED = 1024 };

/* What is typed at the prompt. */
enum asking { ASKING_NOTHING, ASKING_REPORT, ASKING_LIST };

struct ui {
    struct list list;
    struct reading reading;
    struct outline outline;
    struct help help;
    enum pane focus;
    bool alone;        /* one pane at a time though there is room for both */
    bool outline_open; /* the outline stands where the list does */

    enum asking asking;
    struct prompt prompt;
    bool backward;                /* the search that is typed goes backward */
    enum pane before_prompt;      /* what Esc goes back to */
    enum pane before_help;        /* and q, from the help */
    struct page_spot search_from; /* where the report stood when the search began */
    struct view before_view;      /* what the list showed when narrowing began */
    char complaint[256];          /* what is wrong with the question at the prompt */

    uint32_t pending[MOST_PENDING]; /* keys of a sequence that is not complete */
    size_t n_pending, count;

    /* Questions: the number of the last of all, and of the last of each kind. */
    uint64_t asked, asked_report, asked_order, asked_entries, asked_jump;
    bool entries_awaited;
    uint32_t asked_numbers[MOST_ASKED];
    struct view asked_view;         /* of the listing that was asked for */
    uint32_t kept;                  /* where the cursor stood when narrowing began, till the next key behind it */

    uint32_t open;                  /* the report that was opened last; the reading pane shows it or its capture */
    const struct article *opened;   /* the same */
    uint32_t awaited;               /* the report that was asked for and is not there yet */
    uint32_t refused;               /* one that could not be had: it is not asked for again by itself */
    struct page_spot capture_start; /* where its capture was first shown: still there, the report is put back to the very line */

    /* Where each report was left, by its id; index into `places`. */
    struct arena arena;
    struct map place_of;
    ARRAY(struct page_spot) places;

    struct effects effects; /* of the event under way */
    struct progress progress;
    int rows, cols; /* 0: no size is known */
    char message[512];
};

/* ui: what an event does to all of it. */

/* Wants something done. A question gets its number, which is answered. */
uint64_t want(struct ui *ui, struct effect effect);
/* Puts words on the status line; what is too long for it is cut behind a character. */
void say(struct ui *ui, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The length of s for %.*s: enough of it for any message. */
int printed(struct str s);

/* opening: fetching reports and their captures. */

/* Asks for the report under the cursor, unless it is open or asked for. */
void want_report(struct ui *ui);
void take_report(struct ui *ui, const struct event *event);
/* Asks for the capture, or goes back from it to the report at the same place. */
void toggle_source(struct ui *ui);
/* Keeps how far the report was read. */
void note_progress(struct ui *ui);
void toggle_star(struct ui *ui);

/* asking: what is typed at the prompt. */

void ask_order(struct ui *ui, const struct view *view);
void take_order(struct ui *ui, const struct event *event);
void start_narrowing(struct ui *ui);
void start_search(struct ui *ui, bool backward);
/* Asks the report anew what is at the prompt. */
void search_again(struct ui *ui);
void step_hit(struct ui *ui, bool forward);
void prompt_event(struct ui *ui, uint32_t key);

/* layout */

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
