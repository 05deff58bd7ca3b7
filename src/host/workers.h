/* Work on all processors. */
#ifndef DAHUI_HOST_WORKERS_H
#define DAHUI_HOST_WORKERS_H

#include <stddef.h>

enum { WORKERS_MOST = 16 };

/* How many work at once: the processors of the machine, at most WORKERS_MOST. */
size_t workers_count(void);

/* Calls job(context, worker, i) once for each i below n, in about that order, from several threads: `worker` is below workers_count and
 * the same for all calls of one thread, so what belongs to a worker needs no lock. Returns when all is done. Where no thread can be
 * made, the caller's does it all. */
void workers_run(size_t n, void (*job)(void *context, size_t worker, size_t i), void *context);

#endif
