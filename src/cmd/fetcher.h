/* Fetching passages beside the reader: each report of them is read and cleaned again. */
#ifndef DAHUI_CMD_FETCHER_H
#define DAHUI_CMD_FETCHER_H

#include <stdatomic.h>

#include "host/bell.h"
#include "ui/effect.h"

/* Entries whose passages are being fetched. */
struct batch {
    struct arena arena;  /* of itself, too */
    struct bell *bell;
    struct aside *aside; /* at work; NULL: nobody is */
    atomic_bool cancel;
    atomic_size_t done;  /* entries whose passages are there */
    size_t told;
    uint64_t number;     /* of the question */
    struct str query;
    struct entry *v;
    struct passages *passages;
    size_t n;
    struct batch *behind; /* of those that leave */
};

/* The last batch is under way: it begins at once, and makes the one before it end early. */
struct fetcher {
    struct bell *bell;     /* rings when passages are there */
    struct batch *now;     /* NULL: none */
    struct batch *leaving; /* those that are not wanted any more */
};

void fetcher_open(struct fetcher *fetcher, struct bell *bell);
void fetcher_close(struct fetcher *fetcher);

/* Asks for the passages of some entries, which are copied, in answer to EFFECT_ENTRIES. */
void fetcher_ask(struct fetcher *fetcher, const struct effect *effect, const struct entries *entries);

/* What was asked for is not wanted any more. */
void fetcher_drop(struct fetcher *fetcher);

/* Entries whose passages came since, good until the next call or question, and the number of the question; false where none did. */
bool fetcher_fetched(struct fetcher *fetcher, struct entries *some, uint64_t *number);

/* Is nothing under way? */
bool fetcher_rests(const struct fetcher *fetcher);

#endif
