/* The list pane: congresses with their reports under them, or the reports alone, in an order and narrowed by a question. */
#ifndef DAHUI_UI_LIST_H
#define DAHUI_UI_LIST_H

#include "find/order.h"
#include "screen/grid.h"
#include "ui/area.h"
#include "ui/effect.h"
#include "ui/prompt.h"
#include "ui/rows.h"
#include "ui/shelf.h"
#include "ui/tree.h"

/* What the list shows of the library, and how. */
struct view {
    enum order_key order;
    bool reverse;
    char query[PROMPT_MAX]; /* narrows it; empty: all */
    size_t query_n;         /* bytes */
};
struct str view_query(const struct view *view);
void view_set_query(struct view *view, struct str query);

struct list {
    struct rows rows; /* of the tree */
    struct tree tree;
    struct shelf shelf;
    struct listing listing; /* v NULL: none was told yet */
    struct arena numbers;   /* of the listing */
    struct view shown;      /* what the listing answers */
};

/* { 0 } is a list that nothing is known of. */
void list_finish(struct list *list);

/* Takes another listing; the cursor goes to a report, or to its congress if it is on that now; where it is not listed, to the first row. */
void list_take(struct list *list, const struct listing *listing, uint32_t report);

/* The position in the listing of the report under the cursor, or of the first one of the congress there; listing.n where there is none. */
size_t list_position(const struct list *list);

/* Its number, or NO_REPORT. */
uint32_t list_current(const struct list *list);

/* Puts the cursor on the report at a position (< n), and unfolds its congress. */
void list_go(struct list *list, size_t position);

/* The same, but on the row of its congress where it is the first, or folded into it. */
void list_visit(struct list *list, size_t position);

/* Where a report stands in the listing; listing.n where it is not in it. */
size_t list_seek(const struct list *list, uint32_t number);

/* Goes into the congress under the cursor: unfolds it or goes on to its first report. False on a report. */
bool list_enter(struct list *list);

/* Goes out of it: folds the congress under the cursor, or goes from a report to its congress. False where there is nothing to go out of. */
bool list_leave(struct list *list);

/* How it is shown: congresses that were folded or unfolded by themselves do not count. */
enum list_form list_form(const struct list *list);
void list_set_form(struct list *list, enum list_form form);
struct str list_form_name(enum list_form form);

/* The view that `o` asks for after another: the next order, or the reverse of this one. */
struct view view_next_order(const struct view *view);
struct str view_order_name(const struct view *view);

/* The numbers of the reports about those in sight whose entries the list lacks, where one in sight is among them: at most `most`. */
size_t list_lacks(const struct list *list, uint32_t numbers[], size_t most);

void list_fit(struct list *list, struct area area);
void list_view(const struct list *list, struct grid *grid, struct area area, bool focus);

#endif
