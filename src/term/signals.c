/* Signals. A handler is given nothing but a number, so what it needs stands in globals; they are all in this file. */
#include "term/signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"

enum { PATIENCE = 1 /* seconds that an end may take */, CRASH_STACK = 1 << 16 };

static volatile sig_atomic_t news[N_NEWS];
static volatile sig_atomic_t end_signal;
static volatile sig_atomic_t rescue_ready; /* `rescue` is whole and the terminal is ours */
static struct rescue rescue;
static int wake[2] = { -1, -1 };
static char crash_stack[CRASH_STACK]; /* a stack that overflowed cannot carry its own handler */
static bool taken;

static void on_news(int signal);
static void on_end(int signal);
static void on_late(int signal);
static void on_crash(int signal);

/* `polite`: left alone where our parent had it ignored (nohup, a shell without job control). */
static struct caught {
    int signal;
    unsigned flags;
    bool polite;
    void (*handler)(int);
    struct sigaction before;
} caught[] = {
    { .signal = SIGWINCH, .flags = SA_RESTART, .handler = on_news },
    { .signal = SIGCONT, .flags = SA_RESTART, .handler = on_news },
    { .signal = SIGTSTP, .flags = SA_RESTART, .handler = on_news, .polite = true },
    { .signal = SIGHUP, .flags = SA_RESTART, .handler = on_end, .polite = true },
    { .signal = SIGINT, .flags = SA_RESTART, .handler = on_end, .polite = true },
    { .signal = SIGQUIT, .flags = SA_RESTART, .handler = on_end, .polite = true },
    { .signal = SIGTERM, .flags = SA_RESTART, .handler = on_end, .polite = true },
    { .signal = SIGALRM, .handler = on_late },
    { .signal = SIGSEGV, .flags = SA_ONSTACK | SA_RESETHAND | SA_NODEFER, .handler = on_crash },
    { .signal = SIGBUS, .flags = SA_ONSTACK | SA_RESETHAND | SA_NODEFER, .handler = on_crash },
    { .signal = SIGFPE, .flags = SA_ONSTACK | SA_RESETHAND | SA_NODEFER, .handler = on_crash },
    { .signal = SIGILL, .flags = SA_ONSTACK | SA_RESETHAND | SA_NODEFER, .handler = on_crash },
    { .signal = SIGABRT, .flags = SA_ONSTACK | SA_RESETHAND | SA_NODEFER, .handler = on_crash },
};
enum { N_CAUGHT = sizeof caught / sizeof *caught };

/* Gives the terminal back by calls that are safe in a handler. The descriptor may be shared with a shell, so it does not
 * stay non-blocking; a terminal that takes no bytes gets its modes only. */
static void perform_rescue(void)
{
    if (!rescue_ready)
        return;
    rescue_ready = 0;
    int flags = fcntl(rescue.out, F_GETFL);
    if (flags >= 0 && fcntl(rescue.out, F_SETFL, flags | O_NONBLOCK) == 0) {
        ssize_t sent = write(rescue.out, rescue.bytes, rescue.n);
        (void)sent;
        fcntl(rescue.out, F_SETFL, flags);
    }
    tcsetattr(rescue.in, TCSANOW, &rescue.shell);
}

static void ring(void)
{
    int why = errno;
    ssize_t sent = write(wake[1], "", 1); /* a full pipe wakes as well */
    (void)sent;
    errno = why;
}

static void on_news(int signal)
{
    news[signal == SIGWINCH ? NEWS_SIZE : signal == SIGTSTP ? NEWS_STOP : NEWS_CONTINUE] = 1;
    ring();
}

static void on_end(int signal)
{
    if (!end_signal)
        alarm(PATIENCE);
    end_signal = signal;
    ring();
}

/* An end was asked for and has not come: most likely a write to a terminal that nobody reads. The shell is to see what asked for it. */
static void on_late(int by)
{
    int ends = end_signal ? end_signal : by;
    perform_rescue();
    signal(ends, SIG_DFL);
    raise(ends);
    _exit(128 + ends);
}

static void on_crash(int signal)
{
    perform_rescue();
    raise(signal);
}

static bool is_ignored(const struct caught *c)
{
    return c->polite && c->before.sa_handler == SIG_IGN;
}

static void install(const struct caught *c)
{
    struct sigaction action = { .sa_handler = c->handler, .sa_flags = (int)c->flags };
    sigemptyset(&action.sa_mask);
    if (!is_ignored(c))
        sigaction(c->signal, &action, NULL);
}

/* Both ends close on exec and never block. */
static bool open_pipe(struct err *err)
{
    if (pipe(wake) != 0)
        return err_set(err, "cannot make a pipe: %s", strerror(errno));
    for (int i = 0; i < 2; i++) {
        fcntl(wake[i], F_SETFD, FD_CLOEXEC);
        fcntl(wake[i], F_SETFL, O_NONBLOCK);
    }
    return true;
}

bool signals_take(struct err *err)
{
    if (!taken) {
        stack_t stack = { .ss_sp = crash_stack, .ss_size = sizeof crash_stack };
        if (!open_pipe(err))
            return false;
        sigaltstack(&stack, NULL);
        end_signal = 0;
        for (int i = 0; i < N_NEWS; i++)
            news[i] = 0;
        for (int i = 0; i < N_CAUGHT; i++)
            sigaction(caught[i].signal, NULL, &caught[i].before);
        arena_before_exit = perform_rescue;
        taken = true;
    }
    for (int i = 0; i < N_CAUGHT; i++)
        install(&caught[i]);
    return true;
}

void signals_give_back(void)
{
    if (!taken)
        return;
    signals_rescue(NULL);
    alarm(0);
    for (int i = 0; i < N_CAUGHT; i++)
        sigaction(caught[i].signal, &caught[i].before, NULL);
    arena_before_exit = NULL;
    close(wake[0]);
    close(wake[1]);
    wake[0] = wake[1] = -1;
    taken = false;
}

void signals_rescue(const struct rescue *with)
{
    rescue_ready = 0;
    if (with) {
        rescue = *with;
        rescue_ready = 1;
    }
}

int signals_pipe(void)
{
    return wake[0];
}

void signals_calm(void)
{
    char bytes[64];
    while (read(wake[0], bytes, sizeof bytes) > 0)
        ;
}

bool signals_news(enum signal_news which)
{
    bool came = news[which];
    if (came)
        news[which] = 0;
    return came;
}

int signals_end(void)
{
    return end_signal;
}

void signals_stop(void)
{
    struct sigaction action = { .sa_handler = SIG_DFL };
    sigemptyset(&action.sa_mask);
    for (int i = 0; i < N_CAUGHT; i++) {
        if (caught[i].signal == SIGTSTP && !is_ignored(&caught[i])) {
            sigaction(SIGTSTP, &action, NULL);
            raise(SIGTSTP);
            install(&caught[i]);
        }
    }
}
