/* What a scrolled line and a turned page cost on the wire: bytes NAME LINE-KEY PAGE-KEY START-KEYS COMMAND...
 * Prints them for two sizes of the screen, beside the bound: the bytes of the rows that come into view, and the shortest sequence that
 * scrolls (CR LF; with margins where something stands beside the rows). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include "pty/pty.h"

enum { KEYS = 10, QUIET_MS = 120 };

/* Reads until the program is quiet. */
static void settle(struct pty *pty)
{
    size_t seen;
    do {
        seen = pty->sent.n;
        pty_pump(pty, QUIET_MS);
    } while (pty->sent.n != seen);
}

/* The row behind the border of a list, blanks at its end left out; all of it where there is no border. */
static struct str pane_row(const struct pty *pty, struct arena *arena, int row, size_t *left)
{
    struct buf text = buf_make(arena, 1 << 16);
    pty_add_row(pty, &text, row);
    struct str s = str_sub(buf_str(&text), 0, text.n - 1);
    size_t border = str_find_last(s, STR("│"));
    *left = border == STR_NONE ? 0 : 1;
    return border == STR_NONE ? s : str_sub(s, border + 3, s.n);
}

struct rows {
    int n;
    bool beside;
    struct str v[200];
};

static struct rows read_rows(const struct pty *pty, struct arena *arena)
{
    struct rows rows = { 0 };
    int cols;
    size_t left;
    vterm_get_size(pty->vt, &rows.n, &cols);
    rows.n--; /* the status line */
    for (int row = 0; row < rows.n; row++) {
        rows.v[row] = pane_row(pty, arena, row, &left);
        rows.beside = rows.beside || left > 0;
    }
    return rows;
}

/* How many rows up the text went; 0: it did not. */
static int distance(const struct rows *old, const struct rows *new)
{
    for (int by = 1; by < old->n; by++) {
        int same = 0;
        for (int row = 0; row + by < old->n; row++)
            same += str_eq(old->v[row + by], new->v[row]);
        if (same == old->n - by)
            return by;
    }
    return 0;
}

static size_t bound_of(const struct rows *old, const struct rows *new)
{
    int by = distance(old, new);
    size_t bytes = new->beside ? strlen("\033[39;120s\033[S\033[s") : 0;
    for (int row = by ? new->n - by : 0; row < new->n; row++)
        bytes += new->v[row].n + (new->beside ? 0 : 2);
    return bytes;
}

/* Types a key some times; answers bytes and bound of those that scrolled. */
static int measure(struct pty *pty, const char *key, size_t *bytes, size_t *bound)
{
    int n = 0;
    *bytes = *bound = 0;
    for (int i = 0; i < KEYS; i++) {
        struct arena arena = { 0 };
        struct rows old = read_rows(pty, &arena);
        size_t sent = pty->sent.n;
        pty_type(pty, key);
        settle(pty);
        struct rows new = read_rows(pty, &arena);
        if (i > 0 && pty->sent.n > sent && (distance(&old, &new) > 0 || strlen(key) > 1 || *key == ' ')) {
            *bytes += pty->sent.n - sent;
            *bound += bound_of(&old, &new);
            n++;
        }
        arena_finish(&arena);
    }
    return n;
}

static void print_one(const char *what, int n, size_t bytes, size_t bound)
{
    if (n > 0)
        printf(", %s %zu bytes (bound %zu, ratio %.2f)", what, bytes / (size_t)n, bound / (size_t)n, (double)bytes / (double)bound);
}

int main(int argc, char **argv)
{
    static const int sizes[][2] = { { 24, 80 }, { 40, 120 } };
    if (argc < 6) {
        fprintf(stderr, "usage: bytes NAME LINE-KEY PAGE-KEY START-KEYS COMMAND...\n");
        return 2;
    }
    for (size_t i = 0; i < 2; i++) {
        struct pty pty;
        size_t bytes, bound;
        pty_start(&pty, &(struct pty_how){ .argv = (const char *const *)(uintptr_t)(argv + 5), .rows = sizes[i][0], .cols = sizes[i][1] });
        settle(&pty);
        pty_type(&pty, argv[4]);
        settle(&pty);
        printf("%s, %dx%d", argv[1], sizes[i][1], sizes[i][0]);
        int n = measure(&pty, argv[2], &bytes, &bound);
        print_one("a line", n, bytes, bound);
        n = measure(&pty, argv[3], &bytes, &bound);
        print_one("a page", n, bytes, bound);
        printf("\n");
        pty_finish(&pty);
    }
    return 0;
}
