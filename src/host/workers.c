/* Work on all processors, and work aside. */
#include "host/workers.h"

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>
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

/* Creates a thread that begins on another processor than ours, and may run on any from then on. Left to itself the kernel often queues it
 * behind us for a millisecond, which is as long as all its work may take. */
static bool create_elsewhere(pthread_t *thread, void *(*run)(void *), void *argument)
{
#ifdef __linux__
    cpu_set_t allowed, others;
    int here = sched_getcpu();
    if (here >= 0 && sched_getaffinity(0, sizeof allowed, &allowed) == 0 && CPU_COUNT(&allowed) > 1) {
        pthread_attr_t attributes;
        others = allowed;
        CPU_CLR((size_t)here, &others);
        pthread_attr_init(&attributes);
        pthread_attr_setaffinity_np(&attributes, sizeof others, &others);
        bool created = pthread_create(thread, &attributes, run, argument) == 0;
        pthread_attr_destroy(&attributes);
        if (created)
            pthread_setaffinity_np(*thread, sizeof allowed, &allowed);
        return created;
    }
#endif
    return pthread_create(thread, NULL, run, argument) == 0;
}

/* Starts a thread that no signal is delivered to: they are the main thread's. But for those that a fault of its own raises. */
static bool start(pthread_t *thread, void *(*run)(void *), void *argument)
{
    static const int own[] = { SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT };
    sigset_t blocked, before;
    sigfillset(&blocked);
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        sigdelset(&blocked, own[i]);
    pthread_sigmask(SIG_SETMASK, &blocked, &before);
    bool created = create_elsewhere(thread, run, argument);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return created;
}

void workers_run(size_t n, void (*job)(void *context, size_t worker, size_t i), void *context)
{
    struct work work = { .job = job, .context = context, .n = n };
    struct worker workers[WORKERS_MOST];
    size_t most = workers_count(), started = 1;
    for (; started < most && started < n; started++) {
        workers[started] = (struct worker){ .work = &work, .number = started };
        if (!start(&workers[started].thread, work_on, &workers[started]))
            break;
    }
    workers[0] = (struct worker){ .work = &work };
    work_on(&workers[0]);
    for (size_t i = 1; i < started; i++)
        pthread_join(workers[i].thread, NULL);
}

struct aside {
    void (*job)(void *context);
    void *context;
    pthread_t thread;
    bool threaded;
    pthread_mutex_t lock; /* of `done` */
    pthread_cond_t ended;
    bool done, left;
};

static void aside_free(struct aside *aside)
{
    pthread_cond_destroy(&aside->ended);
    pthread_mutex_destroy(&aside->lock);
    free(aside);
}

static void *do_aside(void *argument)
{
    struct aside *aside = argument;
    aside->job(aside->context);
    pthread_mutex_lock(&aside->lock);
    bool left = aside->left;
    aside->done = true;
    pthread_cond_signal(&aside->ended);
    pthread_mutex_unlock(&aside->lock);
    if (left)
        aside_free(aside);
    return NULL;
}

struct aside *aside_start(void (*job)(void *context), void *context)
{
    struct aside *aside = calloc(1, sizeof *aside);
    if (!aside) {
        job(context);
        return NULL;
    }
    aside->job = job;
    aside->context = context;
    pthread_mutex_init(&aside->lock, NULL);
    pthread_cond_init(&aside->ended, NULL);
    aside->threaded = start(&aside->thread, do_aside, aside);
    if (!aside->threaded)
        do_aside(aside);
    return aside;
}

void aside_yield(void)
{
#ifdef __linux__ /* where it concerns the thread alone, and those that it starts */
    enum { NICE = 10 };
    setpriority(PRIO_PROCESS, 0, getpriority(PRIO_PROCESS, 0) + NICE);
#endif
}

/* The moment `ms` milliseconds from now. */
static struct timespec moment(int ms)
{
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    t.tv_sec += ms / 1000;
    t.tv_nsec += ms % 1000 * 1000000L;
    if (t.tv_nsec >= 1000000000L) {
        t.tv_sec++;
        t.tv_nsec -= 1000000000L;
    }
    return t;
}

bool aside_wait(struct aside *aside, int ms)
{
    if (!aside)
        return true;
    struct timespec until = moment(ms < 0 ? 0 : ms);
    int late = 0;
    pthread_mutex_lock(&aside->lock);
    while (!aside->done && !late) {
        if (ms < 0)
            pthread_cond_wait(&aside->ended, &aside->lock);
        else
            late = pthread_cond_timedwait(&aside->ended, &aside->lock, &until);
    }
    bool done = aside->done;
    pthread_mutex_unlock(&aside->lock);
    if (!done)
        return false;
    if (aside->threaded)
        pthread_join(aside->thread, NULL);
    aside_free(aside);
    return true;
}

void aside_leave(struct aside *aside)
{
    if (!aside || aside_wait(aside, 0))
        return;
    pthread_mutex_lock(&aside->lock);
    bool done = aside->done;
    aside->left = true;
    pthread_detach(aside->thread);
    pthread_mutex_unlock(&aside->lock);
    if (done)
        aside_free(aside);
}
