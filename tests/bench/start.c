/* How long until the first screen stands, in a pseudo-terminal, beside a peer: start RUNS NAME COMMAND -- NAME COMMAND.
 * With UNTIL in the environment: until a screen with that text in it stands. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { QUIET_MS = 80, LOST_MS = 60000, MOST_RUNS = 1000, MOST_BYTES = 65536 };

static double now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* Does what was written last end with, or hold, the text? It may come in two pieces. */
static bool holds(const char *until, const char *bytes, size_t n)
{
    static char last[2 * MOST_BYTES + 1];
    static size_t kept;
    if (!bytes) {
        kept = 0;
        return !until;
    }
    if (kept > MOST_BYTES) {
        memmove(last, last + kept - 200, 200);
        kept = 200;
    }
    memcpy(last + kept, bytes, n);
    kept += n;
    last[kept] = '\0';
    return strstr(last, until) != NULL;
}

/* Starts a command at 80×24 and answers the milliseconds until the last byte before a pause: the first screen stands. */
static double first_screen(char *const *command)
{
    struct winsize size = { .ws_row = 24, .ws_col = 80 };
    int tty;
    const char *until = getenv("UNTIL");
    double start = now_ms(), last = 0;
    bool met = holds(until, NULL, 0);
    pid_t child = forkpty(&tty, NULL, NULL, &size);
    if (child < 0) {
        perror("forkpty");
        exit(2);
    }
    if (child == 0) {
        setenv("TERM", "xterm-256color", 1);
        setenv("LC_ALL", "C.UTF-8", 1);
        execvp(command[0], command);
        _exit(127);
    }
    for (;;) {
        struct pollfd wait = { .fd = tty, .events = POLLIN };
        char bytes[MOST_BYTES];
        int ready = poll(&wait, 1, last > 0 && met ? QUIET_MS : LOST_MS);
        ssize_t n = ready > 0 ? read(tty, bytes, sizeof bytes) : 0;
        if (n <= 0)
            break;
        last = now_ms() - start;
        met = met || holds(until, bytes, (size_t)n);
    }
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
    close(tty);
    return last;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *v, size_t n)
{
    qsort(v, n, sizeof *v, by_size);
    return n % 2 ? v[n / 2] : (v[n / 2 - 1] + v[n / 2]) / 2;
}

int main(int argc, char **argv)
{
    static double ours[MOST_RUNS], theirs[MOST_RUNS], ratios[MOST_RUNS];
    int split = 4;
    while (split < argc && strcmp(argv[split], "--") != 0)
        split++;
    long runs = argc > 1 ? strtol(argv[1], NULL, 10) : 0;
    if (runs < 1 || runs > MOST_RUNS || split + 2 >= argc) {
        fprintf(stderr, "usage: start RUNS NAME COMMAND... -- NAME COMMAND...\n");
        return 2;
    }
    argv[split] = NULL;
    first_screen(argv + 3); /* a warm-up of each */
    first_screen(argv + split + 2);
    for (long i = 0; i < runs; i++) {
        ours[i] = first_screen(argv + 3);
        theirs[i] = first_screen(argv + split + 2);
        ratios[i] = ours[i] / theirs[i];
    }
    double a = median(ours, (size_t)runs), b = median(theirs, (size_t)runs);
    printf("first screen, median of %ld: %s %.2f ms, %s %.2f ms, ratio %.2f (pairwise median %.2f)\n", runs, argv[2], a, argv[split + 1], b,
           a / b, median(ratios, (size_t)runs));
    return 0;
}
