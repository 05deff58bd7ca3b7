/* The list pane: one row a report, the reports of one congress together. */
#ifndef DAHUI_UI_LIST_H
#define DAHUI_UI_LIST_H

#include "find/order.h"
#include "screen/grid.h"
#include "ui/area.h"
#include "ui/rows.h"

struct list {
    struct rows rows;
    const struct article **articles; /* in the order that is shown */
    enum order_key order;
    bool reverse;
    size_t congresses;
};

/* `articles` is the list's to order; it and the reports live as long as the list does. */
void list_init(struct list *list, const struct article **articles, size_t n);

/* The report under the cursor, or NULL. */
const struct article *list_current(const struct list *list);

/* Goes on to the next order, or to the reverse of this one; the cursor stays on its report. */
void list_next_order(struct list *list);
struct str list_order_name(const struct list *list);

void list_fit(struct list *list, struct area area);
void list_view(const struct list *list, struct grid *grid, struct area area, bool focus);

#endif
