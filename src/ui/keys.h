/* The key table: which keys do what, in which pane. The help screen and the hints are made from it; the configuration file changes keys. */
#ifndef DAHUI_UI_KEYS_H
#define DAHUI_UI_KEYS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
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
    ACT_NEXT_SENTENCE,
    ACT_PREV_SENTENCE,
    ACT_OUTLINE,
    ACT_OLDER,
    ACT_MARK,
    ACT_TO_MARK,
    ACT_MARKS,
    ACT_UNMARK,
    ACT_NOTE,
    ACT_COPY,
    ACT_PEOPLE,
    ACT_TERMS,
    ACT_COMMAND,
    ACT_ORDER,
    ACT_FORM,
    ACT_NEXT_GROUP,
    ACT_PREV_GROUP,
    ACT_STAR,
    ACT_SOURCE,
    ACT_SCRIPT,
    ACT_TRACES,
    ACT_HELP,
    ACT_REDRAW,
    ACT_SUSPEND,
    N_ACTIONS
};

/* Panes, as bits. */
enum pane { PANE_LIST = 1, PANE_READER = 2, PANE_OUTLINE = 4, PANE_HELP = 8, PANE_RESULTS = 16, PANE_MARKS = 32, PANE_ROSTER = 64 };
#define PANES (PANE_LIST | PANE_READER | PANE_OUTLINE | PANE_HELP | PANE_RESULTS | PANE_MARKS | PANE_ROSTER)

/* What bindings are there for, in the order in which the help screen tells of them. */
enum group { GROUP_MOVE, GROUP_GO, GROUP_FIND, GROUP_LIST, GROUP_REPORT, GROUP_PROGRAM, N_GROUPS };

struct binding {
    enum group group;
    enum action action;
    unsigned panes;
    const char *name; /* of the line in [keys] that gives it other keys; no other binding has it */
    struct str keys; /* sequences of keys as screen/event's key_read takes them, parted by blanks: "j <Down> ]]" */
    const char *help; /* what it does, in a few words: a message */
};

extern const struct binding bindings[];
extern const size_t n_bindings;

/* The keys of each binding: those of the table until the user gives it others, which come first where two bindings want the same. */
enum { MOST_BINDINGS = 128, MOST_PENDING = 2 /* keys of a sequence */ };
struct keymap {
    struct str keys[MOST_BINDINGS];
    bool changed[MOST_BINDINGS];
};

void keymap_init(struct keymap *keymap);

/* Gives the binding of this name other keys, none where `keys` is empty; both must live as long. False with words in err, and nothing changed: there is no
 * such name, or what should be keys is none. */
bool keymap_set(struct keymap *keymap, struct str name, struct str keys, struct err *err);

/* Do the new keys of this binding take keys of another? Says so in err: of which. */
bool keymap_clashes(const struct keymap *keymap, struct str name, struct err *err);

/* What `typed` (n keys) means in a pane: an action; ACT_NONE with *more true where it begins a longer sequence, false where it means nothing. */
enum action keys_action(const struct keymap *keymap, enum pane pane, const uint32_t *typed, size_t n, bool *more);

/* The first sequence of keys that does this in a pane; empty where none does. */
struct str keymap_first(const struct keymap *keymap, enum action action, enum pane pane);

/* The next of the sequences that stand, parted by blanks, behind *at (0 at first); false: no more. */
bool keys_each(struct str keys, size_t *at, struct str *sequence);

/* A sequence as people are shown it, in `to` (`max` bytes; what does not fit is left out): PgDn for <PgDn>, ^D for <C-d>. */
struct str keys_shown(struct str sequence, char *to, size_t max);

#endif
