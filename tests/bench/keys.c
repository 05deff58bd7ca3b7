/* How long a key takes, in a pseudo-terminal: keys ROUNDS NAME COMMAND... Prints of each kind of key the milliseconds, median and 99th of
 * a hundred, to its first frame, to the first change of what stands above the prompt (at which hits are seen), and to the last byte. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include "pty/pty.h"

enum { QUIET_MS = 150, MOST = 20000 };

/* Keys that are typed one after the other, each measured; then `back` is typed, which is not. */
static const struct script {
    const char *name, *start, *keys, *back;
} scripts[] = {
    { "moving in the list", "", "jjjk  Ggjj jkG}{", "g" },
    { "other orders", "", "ooooo", "ooooo" },
    { "opening a report and back", "j", "\rJ \r]qj\rq", "g" },
    { "\\ characters", "\\\025", "代表大会 开幕 -红十字", "\033" },
    { "\\ letters", "\\\025", "gonghui jgly", "\033" },
    { "\\ numbers and fields", "\\\025", "2013年 year:2010..2012", "\033" },
    { "in the results", "\\\025工会\r", "jjn  Gkk\rnnq", "q" },
    { "orders of results", "\\\025职工\r", "ooo", "q" },
    { "& characters", "&\025", "职工代表|青年", "\033" },
    { "& letters", "&\025", "fulian", "\033" },
};

struct taken {
    double v[MOST];
    size_t n;
};

static void settle(struct pty *pty)
{
    size_t seen;
    do {
        seen = pty->sent.n;
        pty_pump(pty, QUIET_MS);
    } while (pty->sent.n != seen && !pty->ended);
}

/* The rows above the prompt. */
static struct str panes(const struct pty *pty, struct arena *arena)
{
    struct str text = pty_text(pty, arena);
    text.n -= text.n > 0;
    size_t last = str_find_last(text, STR("\n"));
    return last == STR_NONE ? text : str_sub(text, 0, last);
}

static void add(struct taken *taken, double ms)
{
    if (taken->n < MOST && ms > 0)
        taken->v[taken->n++] = ms;
}

/* Types one key and waits till it is quiet. */
static void measure(struct pty *pty, const char *key, size_t n, struct taken *first, struct taken *hits, struct taken *all)
{
    struct arena arena = { 0 };
    struct str before = panes(pty, &arena);
    double start = pty_now(), at_first = 0, at_hits = 0, at_last = 0;
    pty_type_bytes(pty, key, n);
    for (size_t seen = pty->sent.n;; seen = pty->sent.n) {
        pty_pump(pty, QUIET_MS);
        if (pty->sent.n == seen)
            break;
        at_last = (pty_now() - start) * 1e3;
        at_first = at_first > 0 ? at_first : at_last;
        if (at_hits == 0 && !str_eq(panes(pty, &arena), before))
            at_hits = at_last;
    }
    add(first, at_first);
    add(hits, at_hits);
    add(all, at_last);
    arena_finish(&arena);
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void print(const char *what, struct taken *taken)
{
    if (taken->n == 0)
        return;
    qsort(taken->v, taken->n, sizeof *taken->v, by_size);
    printf("; %s %.1f, %.1f", what, taken->v[taken->n / 2], taken->v[(taken->n * 99 + 99) / 100 - 1]);
}

static void run(struct pty *pty, const char *name, const struct script *script, long rounds)
{
    static struct taken first, hits, all;
    first.n = hits.n = all.n = 0;
    for (long round = 0; round < rounds; round++) {
        pty_type(pty, script->start);
        settle(pty);
        for (size_t at = 0, n; script->keys[at]; at += n) {
            n = utf8_good((struct bytes){ (const unsigned char *)script->keys, strlen(script->keys) }, at);
            measure(pty, script->keys + at, n, &first, &hits, &all);
        }
        pty_type(pty, script->back);
        settle(pty);
    }
    printf("%s, %s, %zu keys, ms", name, script->name, first.n);
    print("first frame", &first);
    print("hits or rows", &hits);
    print("all", &all);
    printf("\n");
    fflush(stdout);
}

int main(int argc, char **argv)
{
    struct pty pty;
    long rounds = argc > 3 ? strtol(argv[1], NULL, 10) : 0;
    if (rounds < 1) {
        fprintf(stderr, "usage: keys ROUNDS NAME COMMAND...\n");
        return 2;
    }
    pty_start(&pty, &(struct pty_how){ .argv = (const char *const *)(uintptr_t)(argv + 3), .rows = 24, .cols = 80 });
    settle(&pty);
    settle(&pty);
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
        run(&pty, argv[2], &scripts[i], rounds);
    pty_finish(&pty);
    return 0;
}
