/* Work on all processors, and work aside. */
#ifndef DAHUI_HOST_WORKERS_H
#define DAHUI_HOST_WORKERS_H

#include <stdbool.h>
#include <stddef.h>

enum { WORKERS_MOST = 16 };

/* How many work at once: the processors of the machine, at most WORKERS_MOST. */
size_t workers_count(void);

/* Calls job(context, worker, i) once for each i below n, in about that order, from several threads: `worker` is below workers_count and
 * the same for all calls of one thread, so what belongs to a worker needs no lock. Returns when all is done. Where no thread can be
 * made, the caller's does it all. */
void workers_run(size_t n, void (*job)(void *context, size_t worker, size_t i), void *context);

/* One job that is done aside, by a thread of its own. */
struct aside;

/* Starts it; where no thread can be made it is done before this returns. */
struct aside *aside_start(void (*job)(void *context), void *context);

/* To be called by the job: from now on the threads that wait for a key go first where processors are scarce. */
void aside_yield(void);

/* Waits for its end, `ms` milliseconds at most (-1: as long as it takes). True when it is done; what there was of it is then gone. */
bool aside_wait(struct aside *aside, int ms);

/* Waits no longer: it goes on to its end, or to that of the process, and so long there must be what it works with. */
void aside_leave(struct aside *aside);

#endif
