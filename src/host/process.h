/* Processes of our own: one that works beside us, and a crew that does the dangerous part of a piece of work. */
#ifndef DAHUI_HOST_PROCESS_H
#define DAHUI_HOST_PROCESS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/* Memory that a process and those it starts from then on have in common, all zero. Never NULL. */
void *shared_make(size_t n);
void shared_give_back(void *p, size_t n);

/* A process that runs a function and ends: it has what we have at that moment, but writes to nobody's terminal. It dies with us.
 * To be started before there is a second thread. */
struct process {
    int id; /* 0: none runs */
};
bool process_start(struct process *process, void (*job)(void *context), void *context);
bool process_wait(struct process *process, int ms); /* true when it has ended; -1: as long as it takes */
void process_stop(struct process *process);         /* at once, whatever it does */
bool process_alone(void);                           /* in such a process: is whoever started it gone? */

/* Does job(context, i, answer) for each i below n in processes that may crash, hang or run out of memory, and hands what they
 * answered to take(context, i, answer, NULL) in ours, in the order in which it comes; where one came to grief over i,
 * take(context, i, nothing, why) and the rest goes on. `seconds` bounds one i, `bytes` the memory of a process.
 * Ends early, false, as soon as take answers false, or where no process can be made. */
struct crew {
    bool (*take)(void *context, size_t i, struct bytes answer, const char *why);
    void (*job)(void *context, size_t i, struct buf *answer);
    void *context;
    size_t n;
    int seconds;
    size_t bytes;
    int lock; /* a descriptor that they close: a lock on it must not outlive ours while they are dying; 0: none */
};
bool crew_run(const struct crew *crew);

/* Sleeps; nothing wakes it but the time. */
void sleep_ms(int ms);
/* Milliseconds of a clock that is never set; nanoseconds since 1970. */
int64_t now_ms(void);
int64_t now_ns(void);

#endif
