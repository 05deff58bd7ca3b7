/* The key table: which keys do what, in which pane. The help screen is made from it. */
#ifndef DAHUI_UI_KEYS_H
#define DAHUI_UI_KEYS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

enum action {
    ACT_NONE,
    ACT_DOWN,
    ACT_UP,
    ACT_PAGE_DOWN,
    ACT_PAGE_UP,
    ACT_HALF_DOWN,
    ACT_HALF_UP,
    ACT_START,
    ACT_END,
    ACT_PERCENT,
    ACT_OPEN,
    ACT_BACK,
    ACT_OUT,
    ACT_QUIT,
    ACT_OTHER_PANE,
    ACT_ALONE,
    ACT_NEXT_ARTICLE,
    ACT_PREV_ARTICLE,
    ACT_SEARCH,
    ACT_SEARCH_BACK,
    ACT_NARROW,
    ACT_SEARCH_LIBRARY,
    ACT_NEXT_HIT,
    ACT_PREV_HIT,
    ACT_CLEAR,
    ACT_NEXT_SECTION,
    ACT_PREV_SECTION,
    ACT_OUTLINE,
    ACT_ORDER,
    ACT_FORM,
    ACT_NEXT_GROUP,
    ACT_PREV_GROUP,
    ACT_STAR,
    ACT_SOURCE,
    ACT_HELP,
    ACT_REDRAW,
    ACT_SUSPEND,
};

/* Panes, as bits. */
enum pane { PANE_LIST = 1, PANE_READER = 2, PANE_OUTLINE = 4, PANE_HELP = 8, PANE_RESULTS = 16 };
#define PANES (PANE_LIST | PANE_READER | PANE_OUTLINE | PANE_HELP | PANE_RESULTS)

struct binding {
    enum action action;
    unsigned panes;
    struct str keys; /* sequences of keys as screen/event's key_read takes them, parted by blanks: "j <Down> ]]" */
    struct str help; /* what it does, in a few characters */
};

extern const struct binding bindings[];
extern const size_t n_bindings;

/* What `typed` (n keys) means in a pane: an action; ACT_NONE with *more true where it begins a longer sequence, false where it means nothing. */
enum action keys_action(enum pane pane, const uint32_t *typed, size_t n, bool *more);

#endif
