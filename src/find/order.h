/* The order of a list of reports, and which of them tell of the same congress. */
#ifndef DAHUI_FIND_ORDER_H
#define DAHUI_FIND_ORDER_H

#include <stdint.h>

#include "article/article.h"
#include "base/arena.h"

enum order_key { ORDER_GIVEN, ORDER_DATE, ORDER_PLACE, ORDER_ORDINAL, ORDER_TITLE, ORDER_SIZE, N_ORDERS };

/* Marks on the number of a report in a list: the first of its congress, or of none; tells of no congress. */
#define LISTED_FIRST 0x80000000u
#define LISTED_ALONE 0x40000000u
#define LISTED_NUMBER 0x3fffffffu

/* Puts the reports into the order of a key (what is unknown comes last; equal ones stay as they were), then moves the reports of one
 * congress up to the first of them. */
void order_articles(struct arena *arena, const struct article **v, size_t n, enum order_key key, bool reverse);

/* A number that is the same for reports of the same congress, and never 0. A congress without a name, or with its place or ordinal hidden, is
 * known only within one file. */
uint64_t congress_hash(struct arena *arena, const struct congress *congress, const char *file);

/* "date", "place", …; and back: N_ORDERS for a name that is none. */
const char *order_name(enum order_key order);
enum order_key order_by_name(const char *name);

#endif
