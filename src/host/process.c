/* Processes of our own: one beside us, and crews that may come to grief. */
#include "host/process.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#include "host/workers.h"

void *shared_make(size_t n)
{
    void *p = mmap(NULL, n, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0); /* no file: nobody can cut it */
    if (p == MAP_FAILED)
        arena_no_memory();
    return p;
}

void shared_give_back(void *p, size_t n)
{
    if (p)
        munmap(p, n);
}

int64_t now_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

int64_t now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

void sleep_ms(int ms)
{
    poll(NULL, 0, ms);
}

static pid_t starter; /* who started this process */

bool process_alone(void)
{
    return starter && getppid() != starter;
}

/* Forks; in the new process: signals as they were born, no terminal, and death when the one that started it dies. */
static pid_t fork_ours(void)
{
    pid_t parent = getpid(), child;
    fflush(NULL);
    child = fork();
    if (child != 0)
        return child;
    sigset_t none;
    starter = parent;
    arena_before_exit = NULL;
    for (int i = 1; i < NSIG; i++)
        signal(i, i == SIGINT || i == SIGQUIT || i == SIGXFSZ ? SIG_IGN : SIG_DFL);
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
#ifdef __linux__
    prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
    if (process_alone())
        _exit(1);
    int null = open("/dev/null", O_RDWR | O_CLOEXEC);
    for (int fd = 0; fd < 3 && null >= 0; fd++)
        dup2(null, fd);
    return 0;
}

bool process_start(struct process *process, void (*job)(void *context), void *context)
{
    pid_t child = fork_ours();
    if (child == 0) {
        job(context);
        _exit(0);
    }
    process->id = child > 0 ? child : 0;
    return child > 0;
}

bool process_wait(struct process *process, int ms)
{
    int64_t end = now_ms() + ms;
    while (process->id) {
        pid_t ended = waitpid(process->id, NULL, ms < 0 ? 0 : WNOHANG);
        if (ended == process->id || (ended < 0 && errno != EINTR))
            process->id = 0;
        else if (ms >= 0 && now_ms() >= end)
            return false;
        else if (ms >= 0)
            sleep_ms(1);
    }
    return true;
}

void process_stop(struct process *process)
{
    if (process->id)
        kill(process->id, SIGKILL);
    process_wait(process, -1);
}

/* What a crew and its workers both see. `current` is 1 + the number of what a worker does, `since` when it began, 0 while it hands over. */
struct desk {
    atomic_size_t current;
    atomic_llong since;
};
struct board {
    atomic_size_t next;
    struct desk desks[WORKERS_MOST];
};

/* A worker as the crew sees it: its pipe, and of what it sent that which is no whole answer yet. */
struct worker {
    pid_t id;
    int pipe; /* -1: gone */
    char *p;
    size_t n, cap;
    size_t answered; /* 1 + the number of its last answer */
    bool late;
};

/* An answer on its way: this, then the bytes. */
struct answer_head {
    size_t i, n;
};

struct crew_work {
    const struct crew *crew;
    struct board *board;
    struct worker workers[WORKERS_MOST];
    size_t n_workers;
};

static void send_all(int fd, const void *p, size_t n)
{
    for (const char *from = p; n;) {
        ssize_t put = write(fd, from, n);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            _exit(1);
        from += put;
        n -= (size_t)put;
    }
}

_Noreturn static void work(const struct crew *crew, struct board *board, struct desk *desk, int pipe)
{
#ifndef __SANITIZE_ADDRESS__ /* which reserves more than there is */
    struct rlimit memory = { crew->bytes, crew->bytes };
    setrlimit(RLIMIT_AS, &memory);
#endif
    struct rlimit no_core = { 0, 0 };
    setrlimit(RLIMIT_CORE, &no_core);
    struct arena arena = { 0 };
    for (size_t i; (i = atomic_fetch_add(&board->next, 1)) < crew->n;) {
        struct buf answer = buf_make(&arena, (size_t)-1 / 4);
        atomic_store(&desk->current, i + 1);
        atomic_store(&desk->since, now_ms());
        crew->job(crew->context, i, &answer);
        atomic_store(&desk->since, 0);
        send_all(pipe, &(struct answer_head){ i, answer.n }, sizeof(struct answer_head));
        send_all(pipe, answer.p, answer.n);
        arena_reset(&arena);
    }
    _exit(0);
}

static bool hire(struct crew_work *w, size_t k)
{
    int ends[2];
    struct desk *desk = &w->board->desks[k];
    w->workers[k].pipe = -1;
    if (pipe(ends) != 0)
        return false;
#ifdef F_SETPIPE_SZ
    fcntl(ends[0], F_SETPIPE_SZ, 1 << 20);
#endif
    atomic_store(&desk->current, 0);
    atomic_store(&desk->since, 0);
    pid_t id = fork_ours();
    if (id == 0) {
        close(ends[0]);
        if (w->crew->lock)
            close(w->crew->lock);
        work(w->crew, w->board, desk, ends[1]);
    }
    close(ends[1]);
    if (id < 0) {
        close(ends[0]);
        return false;
    }
    struct worker *worker = &w->workers[k];
    worker->id = id;
    worker->pipe = ends[0];
    worker->n = worker->answered = 0;
    worker->late = false;
    return true;
}

/* Hands over the whole answers that came from a worker. */
static bool take_answers(struct crew_work *w, struct worker *worker)
{
    struct answer_head head;
    size_t at = 0;
    bool go_on = true;
    while (go_on && worker->n - at >= sizeof head) {
        memcpy(&head, worker->p + at, sizeof head);
        if (worker->n - at - sizeof head < head.n)
            break;
        worker->answered = head.i + 1;
        struct bytes answer = { (const unsigned char *)worker->p + at + sizeof head, head.n };
        go_on = w->crew->take(w->crew->context, head.i, answer, NULL);
        at += sizeof head + head.n;
    }
    worker->n -= at;
    if (worker->n)
        memmove(worker->p, worker->p + at, worker->n);
    return go_on;
}

/* Ends a worker and tells what happened to the thing it had in hand. */
static bool bury(struct crew_work *w, size_t k)
{
    struct worker *worker = &w->workers[k];
    size_t current = atomic_load(&w->board->desks[k].current);
    int status = 0;
    char why[100];
    close(worker->pipe);
    worker->pipe = -1;
    while (waitpid(worker->id, &status, 0) < 0 && errno == EINTR)
        ;
    if (current == 0 || current == worker->answered)
        return true;
    if (worker->late)
        snprintf(why, sizeof why, "took longer than %d s", w->crew->seconds);
    else if (WIFSIGNALED(status))
        snprintf(why, sizeof why, "ended whoever read it: signal %d", WTERMSIG(status));
    else
        snprintf(why, sizeof why, WEXITSTATUS(status) == 3 ? "needs too much memory" : "ended whoever read it");
    return w->crew->take(w->crew->context, current - 1, (struct bytes){ 0 }, why) && hire(w, k);
}

static bool listen_to(struct crew_work *w, size_t k)
{
    enum { PIECE = 1 << 20 };
    struct worker *worker = &w->workers[k];
    if (worker->cap - worker->n < PIECE) {
        worker->cap = worker->cap * 2 + PIECE;
        worker->p = realloc(worker->p, worker->cap);
        if (!worker->p)
            arena_no_memory();
    }
    ssize_t got = read(worker->pipe, worker->p + worker->n, worker->cap - worker->n);
    if (got < 0)
        return errno == EINTR || errno == EAGAIN;
    if (got == 0)
        return bury(w, k);
    worker->n += (size_t)got;
    return take_answers(w, worker);
}

static void stop_late(struct crew_work *w)
{
    for (size_t k = 0; k < w->n_workers; k++) {
        long long since = atomic_load(&w->board->desks[k].since);
        if (w->workers[k].pipe >= 0 && since && now_ms() - since > w->crew->seconds * 1000LL) {
            w->workers[k].late = true;
            kill(w->workers[k].id, SIGKILL);
        }
    }
}

/* One round: waits for answers and takes them. False when it is over, *ok then tells how. */
static bool attend(struct crew_work *w, bool *ok)
{
    struct pollfd fds[WORKERS_MOST];
    size_t living = 0;
    for (size_t k = 0; k < w->n_workers; k++) {
        fds[k] = (struct pollfd){ .fd = w->workers[k].pipe, .events = POLLIN };
        living += w->workers[k].pipe >= 0;
    }
    if (living == 0 || process_alone()) {
        *ok = living == 0;
        return false;
    }
    poll(fds, (nfds_t)w->n_workers, 200);
    for (size_t k = 0; k < w->n_workers; k++)
        if (fds[k].fd >= 0 && fds[k].revents && !listen_to(w, k))
            return *ok = false;
    stop_late(w);
    return true;
}

bool crew_run(const struct crew *crew)
{
    struct crew_work w = { .crew = crew, .board = shared_make(sizeof(struct board)) };
    bool ok = true;
    size_t most = workers_count();
    while (ok && w.n_workers < most && w.n_workers < crew->n) {
        ok = hire(&w, w.n_workers) || w.n_workers;
        w.n_workers++;
    }
    while (attend(&w, &ok))
        ;
    for (size_t k = 0; k < w.n_workers; k++) {
        if (w.workers[k].pipe >= 0) {
            kill(w.workers[k].id, SIGKILL);
            close(w.workers[k].pipe);
            waitpid(w.workers[k].id, NULL, 0);
        }
        free(w.workers[k].p);
    }
    shared_give_back(w.board, sizeof *w.board);
    return ok;
}
