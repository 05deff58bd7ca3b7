/* Work on all processors. */
#include "host/workers.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <unistd.h>

struct work {
    void (*job)(void *context, size_t worker, size_t i);
    void *context;
    size_t n;
    atomic_size_t next;
};

struct worker {
    struct work *work;
    size_t number;
    pthread_t thread;
};

size_t workers_count(void)
{
    long n = sysconf(_SC_NPROCESSORS_ONLN);
    return n < 1 ? 1 : n > WORKERS_MOST ? WORKERS_MOST : (size_t)n;
}

static void *work_on(void *argument)
{
    struct worker *worker = argument;
    struct work *work = worker->work;
    for (size_t i; (i = atomic_fetch_add(&work->next, 1)) < work->n;)
        work->job(work->context, worker->number, i);
    return NULL;
}

/* Starts a thread that no signal is delivered to: they are the main thread's. */
static int start(struct worker *worker)
{
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    int failed = pthread_create(&worker->thread, NULL, work_on, worker);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return failed;
}

void workers_run(size_t n, void (*job)(void *context, size_t worker, size_t i), void *context)
{
    struct work work = { .job = job, .context = context, .n = n };
    struct worker workers[WORKERS_MOST];
    size_t most = workers_count(), started = 1;
    for (; started < most && started < n; started++) {
        workers[started] = (struct worker){ .work = &work, .number = started };
        if (start(&workers[started]) != 0)
            break;
    }
    workers[0] = (struct worker){ .work = &work };
    work_on(&workers[0]);
    for (size_t i = 1; i < started; i++)
        pthread_join(workers[i].thread, NULL);
}
