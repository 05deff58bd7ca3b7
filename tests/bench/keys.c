/* How long a key takes, in a pseudo-terminal: keys LEAST PROGRAM COMMAND... types the scripts of the program (scripts.h), each as often as
 * gives LEAST keys and more, but not much longer than a minute; in the environment ONLY is a part of the names of those that are wanted,
 * FIRST is typed before all, and with EACH every key is told of on the standard error: first frame, first hits, all. It prints of each
 * script the milliseconds, median and 99th of a hundred,
 *   from the key to its first frame (when the first byte of it can be read, and the emulator has all that came with it);
 *   where it asks, to the first hits: rows of the new answer stand on the screen;
 *   to the first line of text with a match in it;
 *   to the first candidates that the letters may mean;
 *   to the answer that there are none;
 *   to the last byte of all that the key made the program paint. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include "bench/scripts.h"
#include "pty/pty.h"

enum { FIRST, HITS, PASSAGE, WORDS, NONE, ALL, N_TIMES };
static const char *const names[N_TIMES] = { "first frame", "first hits", "first passage", "candidates", "found none", "all" };
enum { MOST = 20000, QUIET_MS = 50, SETTLED_MS = 150, LASTING_MS = 2000, PATIENCE_MS = 1000, HASTE_MS = 20, OPEN_MS = 120000, SCRIPT_S = 60 };

struct taken {
    double v[MOST];
    size_t n;
};

/* What is measured of a key, in milliseconds; 0: it did not come. */
struct times {
    double v[N_TIMES];
};

static bool is_readable(const struct pty *pty, int ms)
{
    struct pollfd on = { .fd = pty->master, .events = POLLIN };
    return poll(&on, 1, ms) > 0;
}

/* Reads until the program is quiet. */
static void settle(struct pty *pty, int quiet)
{
    while (is_readable(pty, quiet) && !pty->ended)
        pty_pump(pty, 0);
}

/* The screen in parts: the panes, the row of candidates, the prompt. */
struct shown {
    struct str panes, words, prompt;
};

static struct shown look(const struct pty *pty, struct arena *arena)
{
    struct str text = pty_text(pty, arena), parts[2];
    text.n -= text.n > 0;
    for (int i = 0; i < 2; i++) {
        size_t at = str_find_last(text, STR("\n"));
        at = at == STR_NONE ? 0 : at;
        parts[i] = str_sub(text, at + 1, text.n);
        text = str_sub(text, 0, at);
    }
    return (struct shown){ text, parts[1], parts[0] };
}

/* Does the screen say that more will come? */
static bool is_pending(const struct shown *shown)
{
    return str_has(str_sub(shown->panes, 0, str_find(shown->panes, STR("\n"), 0)), STR("…")) || str_has(shown->prompt, STR("…"));
}

/* Does a date stand at a place? */
static bool is_date(struct str s, size_t at)
{
    return at + 4 < s.n && (s.p[at] == '1' || s.p[at] == '2') && s.p[at + 4] == '-';
}

/* Is a report listed below the first row? It begins with its date, in the list further in. */
static bool has_hits(struct str panes)
{
    for (size_t at = str_find(panes, STR("\n"), 0); at != STR_NONE; at = str_find(panes, STR("\n"), at + 1))
        if (is_date(panes, at + 2) || is_date(panes, at + 3))
            return true;
    return false;
}

/* Has any row below the first one a match with what stands beside it: text further in than a title, and no mere … ? */
static bool has_passage(struct str panes)
{
    for (size_t at = str_find(panes, STR("\n"), 0); at != STR_NONE; at = str_find(panes, STR("\n"), at + 1))
        if (str_starts(str_sub(panes, at + 1, panes.n), STR("  ")) && str_find(panes, STR("\n"), at + 1) - at > 20)
            return true;
    return false;
}

/* Types a key of a script, or gives the terminal another size. */
static void send_key(struct pty *pty, const struct script *script, struct str key)
{
    int rows, cols;
    vterm_get_size(pty->vt, &rows, &cols);
    if (script->sort == RESIZE)
        pty_resize(pty, rows == 24 ? 40 : 24, cols == 80 ? 120 : 80);
    else
        pty_type_bytes(pty, key.p, key.n);
}

/* It came with the last bytes, where it did not before. */
static void note(struct times *times, int what, bool came)
{
    if (came && times->v[what] <= 0)
        times->v[what] = times->v[ALL];
}

/* Sends a key and reads what comes of it. Hits are new rows in a frame whose prompt has the key, or in one behind it: before the key there is
 * another question's whole answer, or in haste what was found of it so far. */
static struct times measure(struct pty *pty, const struct script *script, struct str key)
{
    struct arena arena = { 0 };
    struct times times = { 0 };
    struct shown before = look(pty, &arena), now = before;
    bool asks = script->sort == QUESTION || script->sort == HASTE, seen = false;
    double start = pty_now();
    send_key(pty, script, key);
    for (;;) {
        bool waits = times.v[FIRST] <= 0 || (asks && ((times.v[HITS] <= 0 && times.v[NONE] <= 0) || is_pending(&now)));
        if (!is_readable(pty, script->sort == LASTING ? LASTING_MS : QUIET_MS)) {
            if (waits && pty_now() - start < PATIENCE_MS / 1e3)
                continue;
            break;
        }
        times.v[ALL] = (pty_now() - start) * 1e3;
        pty_pump(pty, 0);
        note(&times, FIRST, true);
        if (!asks)
            continue;
        now = look(pty, &arena);
        seen = seen || !str_eq(now.prompt, before.prompt);
        if (!seen)
            before = now; /* the answer to a key before it */
        bool changed = seen && !str_eq(now.panes, before.panes);
        note(&times, HITS, changed && has_hits(now.panes));
        note(&times, NONE, changed && str_has(now.panes, STR(" 0 ")));
        note(&times, PASSAGE, times.v[HITS] > 0 && script->start[0] == '\\' && has_passage(now.panes));
        note(&times, WORDS, seen && str_starts(now.words, STR(" 1 ")));
    }
    arena_finish(&arena);
    return times;
}

static size_t key_length(const char *keys, size_t at)
{
    size_t n = strlen(keys), to = at + 2;
    if (keys[at] != '\033' || (keys[at + 1] != '[' && keys[at + 1] != 'O'))
        return utf8_good((struct bytes){ (const unsigned char *)keys, n }, at);
    while (to < n && (keys[to] < '@' || keys[to] > '~'))
        to++;
    return to + 1 - at;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void add(struct taken *taken, double ms)
{
    if (taken->n < MOST && ms > 0)
        taken->v[taken->n++] = ms;
}

static void print(const char *what, struct taken *taken)
{
    if (taken->n == 0)
        return;
    qsort(taken->v, taken->n, sizeof *taken->v, by_size);
    printf("; %s %.1f, %.1f", what, taken->v[taken->n / 2], taken->v[(taken->n * 99 + 99) / 100 - 1]);
}

/* Types the keys once. */
static void play(struct pty *pty, const struct script *script, struct taken taken[N_TIMES])
{
    pty_type(pty, script->start);
    settle(pty, SETTLED_MS);
    for (size_t at = 0, n; script->keys[at]; at += n) {
        n = key_length(script->keys, at);
        if (script->sort == HASTE && script->keys[at + n]) {
            pty_type_bytes(pty, script->keys + at, n);
            settle(pty, HASTE_MS);
            continue;
        }
        struct times times = measure(pty, script, (struct str){ script->keys + at, n });
        if (getenv("EACH"))
            fprintf(stderr, "%s: %.*s\t%.1f\t%.1f\t%.1f\n", script->name, (int)(at + n), script->keys, times.v[FIRST], times.v[HITS], times.v[ALL]);
        for (int i = 0; i < N_TIMES; i++)
            add(&taken[i], times.v[i]);
    }
    pty_type(pty, script->end);
    settle(pty, script->sort == LASTING ? LASTING_MS : SETTLED_MS);
}

static void run(struct pty *pty, const struct script *script, size_t least)
{
    static struct taken taken[N_TIMES];
    for (int i = 0; i < N_TIMES; i++)
        taken[i].n = 0;
    double end = pty_now() + SCRIPT_S;
    while (taken[FIRST].n < least && pty_now() < end && !pty->ended)
        play(pty, script, taken);
    printf("%s, %s, %zu keys", script->program, script->name, taken[FIRST].n);
    for (int i = 0; i < N_TIMES; i++)
        print(names[i], &taken[i]);
    printf("\n");
    fflush(stdout);
}

int main(int argc, char **argv)
{
    struct pty pty;
    size_t least = argc > 3 ? strtoul(argv[1], NULL, 10) : 0;
    const char *only = getenv("ONLY"), *first = getenv("FIRST");
    if (least < 1) {
        fprintf(stderr, "usage: keys LEAST PROGRAM COMMAND...\n");
        return 2;
    }
    pty_start(&pty, &(struct pty_how){ .argv = (const char *const *)(uintptr_t)(argv + 3), .rows = 24, .cols = 80 });
    if (!is_readable(&pty, OPEN_MS))
        return 1;
    settle(&pty, LASTING_MS);
    if (first) {
        pty_type(&pty, first);
        settle(&pty, LASTING_MS);
    }
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
        if (strcmp(scripts[i].program, argv[2]) == 0 && (!only || strstr(scripts[i].name, only)))
            run(&pty, &scripts[i], least);
    pty_finish(&pty);
    return 0;
}
