/* What a scrolled line and a turned page cost on the wire: bytes COLSxROWS NAME LINE-KEY PAGE-KEY START-KEYS COMMAND...
 * Prints them beside the bound: the bytes of the rows that come into view, and the shortest sequence that scrolls (CR LF; with margins
 * where something stands beside the rows). Exit status 1 where the text did not scroll: it began at its end, say. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include "pty/pty.h"
#include "text/han.h"

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

/* The row behind the border of a list, or all of it where there is no border, without the blanks at its ends. */
static struct str pane_row(const struct pty *pty, struct arena *arena, int row, size_t *left)
{
    struct buf text = buf_make(arena, 1 << 16);
    pty_add_row(pty, &text, row);
    struct str s = str_sub(buf_str(&text), 0, text.n - 1);
    size_t border = str_find_last(s, STR("│"));
    *left = border == STR_NONE ? 0 : 1;
    return str_trim(border == STR_NONE ? s : str_sub(s, border + 3, s.n));
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

/* How many rows up the text went, but for a few rows that frame it; 0: it did not. */
static int distance(const struct rows *old, const struct rows *new)
{
    enum { FRAMING = 4 };
    int best = 0, most = 0;
    for (int by = 0; by < old->n; by++) {
        int same = 0;
        for (int row = 0; row + by < old->n; row++)
            same += str_eq(old->v[row + by], new->v[row]);
        if (same > most && same >= old->n - by - FRAMING) {
            best = by;
            most = same;
        }
    }
    return best;
}

static bool stood(const struct rows *rows, struct str row)
{
    for (int i = 0; i < rows->n; i++)
        if (str_eq(rows->v[i], row))
            return true;
    return false;
}

/* Bytes of the rows that were not there before, and of what scrolls. */
static size_t bound_of(const struct rows *old, const struct rows *new)
{
    size_t bytes = new->beside ? strlen("\033[39;120s\033[S\033[s") : 0;
    for (int row = 0; row < new->n; row++)
        if (!stood(old, new->v[row]))
            bytes += new->v[row].n + (new->beside ? 0 : 2);
    return bytes;
}

struct cost {
    size_t n, bytes, bound; /* n: how often it scrolled */
};

/* Types a key some times. The first time may be dearer: a region is set, say. */
static struct cost measure(struct pty *pty, const char *key, bool page)
{
    struct cost cost = { 0 };
    for (int i = 0; i < KEYS; i++) {
        struct arena arena = { 0 };
        struct rows old = read_rows(pty, &arena);
        size_t sent = pty->sent.n;
        pty_type(pty, key);
        settle(pty);
        struct rows new = read_rows(pty, &arena);
        int by = distance(&old, &new);
        if (i > 0 && pty->sent.n > sent && page == (by != 1)) {
            cost.bytes += pty->sent.n - sent;
            cost.bound += bound_of(&old, &new);
            cost.n++;
        }
        arena_finish(&arena);
    }
    return cost;
}

static void print_one(const char *what, const struct cost *cost)
{
    printf(", %s %zu bytes (bound %zu, ratio %.2f)", what, cost->bytes / cost->n, cost->bound / cost->n,
           (double)cost->bytes / (double)cost->bound);
}

int main(int argc, char **argv)
{
    int rows, cols;
    if (argc < 7 || sscanf(argv[1], "%dx%d", &cols, &rows) != 2) {
        fprintf(stderr, "usage: bytes COLSxROWS NAME LINE-KEY PAGE-KEY START-KEYS COMMAND...\n");
        return 2;
    }
    struct pty pty;
    pty_start(&pty, &(struct pty_how){ .argv = (const char *const *)(uintptr_t)(argv + 6), .rows = rows, .cols = cols });
    settle(&pty);
    for (const char *key = argv[5]; *key; key++) {
        pty_type_bytes(&pty, key, 1);
        settle(&pty);
    }
    struct cost line = measure(&pty, argv[3], false), page = measure(&pty, argv[4], true);
    bool scrolled = line.n > 0 && page.n > 0;
    printf("%s, %s", argv[2], argv[1]);
    if (scrolled) {
        print_one("a line", &line);
        print_one("a page", &page);
    }
    printf(scrolled ? "\n" : ": the text did not scroll\n");
    pty_finish(&pty);
    return !scrolled;
}
