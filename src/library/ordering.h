/* The orders of a list, made ready for all reports of a library at once. */
#ifndef DAHUI_LIBRARY_ORDERING_H
#define DAHUI_LIBRARY_ORDERING_H

#include "article/entry.h"
#include "find/order.h"

/* Of one report, what it is sorted by. The rows stand in the order in which the reports were given. */
struct ordering_row {
    uint32_t number;
    int32_t ordinal; /* 0: unknown */
    uint64_t congress; /* the same for reports of the same congress; of no congress: 0 */
    uint64_t chars;
    struct str date, place, title; /* p NULL: unknown */
};
struct ordering_row ordering_row_of(struct arena *arena, const struct entry *entry);

/* Rows with what all orders have in common: which of them tell of the same congress. */
struct ordering {
    const struct ordering_row *rows;
    size_t n;
    struct ordering_place { uint32_t group, listed; } *places; /* of each row its group, and how it is listed where it is not its first */
    uint32_t *sizes; /* of each group */
    size_t n_groups, n_congresses;
};
struct ordering ordering_prepare(struct arena *arena, const struct ordering_row *rows, size_t n);

/* Numbers in the order of a key, forward and reversed, as find/order has it: what is unknown comes last, equal ones stay as they were,
 * reports of one congress move up to the first of them. The first of a congress, and each report of none, bear LISTED_FIRST;
 * the latter LISTED_ALONE too (find/order). Both arrays have room for n. Several threads may do one key each. */
void ordering_make(const struct ordering *ordering, enum order_key key, uint32_t *forward, uint32_t *reversed);

#endif
