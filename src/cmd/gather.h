/* Gathering people and set phrases beside the reader: what all reports of a listing mention is counted, some reports at a time. */
#ifndef DAHUI_CMD_GATHER_H
#define DAHUI_CMD_GATHER_H

#include <stdatomic.h>

#include "article/census.h"
#include "host/bell.h"
#include "library/library.h"
#include "ui/answer.h"

/* Reports are counted in batches by a thread, which rings when it is through one; between two of them it rests, and its census may be
 * looked at. Without a cache small batches are counted by whoever says gatherer_go_on: what is in memory is his. What was counted stays
 * till the next question, which goes on from there if it is of the same reports or of more. */
struct gatherer {
    struct library *library;
    struct bell *bell;   /* NULL: a question is answered whole before gatherer_ask returns */
    bool counts;         /* the batch; */
    struct aside *aside; /* a thread does; NULL: none does */
    atomic_bool cancel, ended;
    bool wanted; /* it shall go on; */
    bool waits;  /* with another question, when the batch has ended */
    struct census census;
    struct arena kept;
    ARRAY(unsigned char) counted; /* a bit a number: it was; in `kept` */
    size_t n_counted;
    struct arena asked;
    uint32_t *numbers; /* that are asked for and were not counted when they were, in the order of time; in `asked` */
    size_t n, done;
    struct report_batch {
        size_t n, done;
        bool shows; /* rows are made of the census behind it */
    } batch;
    size_t shown; /* reports that were counted when rows were made last */
    struct gathered {
        struct arena arena;
        struct roster people, terms;
    } now, next; /* what the reader has; what the thread makes */
};

/* The library and the bell live longer. */
void gatherer_open(struct gatherer *gatherer, struct library *library, struct bell *bell);
void gatherer_close(struct gatherer *gatherer);

/* Asks for the reports of a listing; gatherer_go_on begins. A batch that is under way ends early, and is waited for by gatherer_gathered
 * alone. `again`: the library has changed, and what is known stays till all is known of what it is now. */
void gatherer_ask(struct gatherer *gatherer, const struct listing *listing, bool again);

/* Ends the gathering; what is there stays. */
void gatherer_stop(struct gatherer *gatherer);

/* To be called when the bell was rung, with the listing as it is: true where there is more to tell. gatherer_go_on must follow when it was told. */
bool gatherer_gathered(struct gatherer *gatherer, const struct listing *listing);
void gatherer_go_on(struct gatherer *gatherer);

/* Is it between two batches? Only then may the library be refreshed. */
bool gatherer_rests(const struct gatherer *gatherer);

/* People or phrases as far as they are known; good until gatherer_go_on was called behind the next of these. */
struct roster gatherer_roster(const struct gatherer *gatherer, bool terms);

#endif
