/* Where the cursor rests between frames: kept by the terminal, which brings it back by a shorter sequence. */
#include "term/rest.h"

#include <stdio.h>

#include "base/buf.h"
#include "term/terminfo.h"

#define SAVE "\0337"
#define RETURN "\0338"

static bool is(const char *name, const char *bytes)
{
    const char *s = terminfo_string(name);
    return s && str_eq(str_of(s), str_of(bytes));
}

void rest_start(struct rest *rest)
{
    *rest = (struct rest){ .able = is("sc", SAVE) && is("rc", RETURN) && is("vpa", "\033[%i%p1%dd") };
}

void rest_forget(struct rest *rest)
{
    rest->known = rest->saved = false;
}

/* The frame without a change of looks at its end. */
static struct str without_looks(struct str frame)
{
    size_t at = str_find_last(frame, STR("\033["));
    if (at == STR_NONE || frame.p[frame.n - 1] != 'm')
        return frame;
    for (size_t i = at + 2; i + 1 < frame.n; i++)
        if ((unsigned char)frame.p[i] >= 0x40)
            return frame;
    return str_sub(frame, 0, at);
}

/* The frame without the way to the place where it ends; all of it where it does not end with one. */
static struct str without_way(struct str frame, int row, int col)
{
    char way[32];
    int n = snprintf(way, sizeof way, "\033[%d;%dH", row + 1, col + 1);
    struct str rest = without_looks(frame), from = str_sub(rest, rest.n - ((size_t)n < rest.n ? (size_t)n : rest.n), rest.n);
    return str_eq(from, (struct str){ way, (size_t)n }) ? without_looks(str_sub(rest, 0, rest.n - from.n)) : frame;
}

/* Reads a number; 0 where there is none. */
static int number(struct str s, size_t *at)
{
    int n = 0;
    for (; *at < s.n && s.p[*at] >= '0' && s.p[*at] <= '9' && n < 10000; (*at)++)
        n = 10 * n + (s.p[*at] - '0');
    return n;
}

/* Adds the first way, if it is one down the column where the cursor rests, without that column; answers where it ends, or 0. */
static size_t add_way_down(const struct rest *rest, struct buf *out, struct str frame)
{
    struct str scrolls = str_starts(frame, STR("\033[S")) || str_starts(frame, STR("\033[T")) ? str_sub(frame, 0, 3) : STR("");
    size_t at = scrolls.n + 2;
    if (!rest->known || !str_starts(str_sub(frame, scrolls.n, frame.n), STR("\033[")))
        return 0;
    int row = number(frame, &at);
    if (row == 0 || at == frame.n || frame.p[at++] != ';' || number(frame, &at) != rest->col + 1 || at == frame.n || frame.p[at] != 'H')
        return 0;
    buf_add(out, scrolls);
    buf_add_format(out, "\033[%dd", row);
    return at + 1;
}

struct str rest_shorten(struct rest *rest, struct arena *arena, struct str frame, int row, int col)
{
    if (!rest->able || frame.n == 0)
        return frame;
    bool stays = rest->known && rest->row == row && rest->col == col;
    rest->saved = rest->saved && stays && !str_has(frame, STR(SAVE));
    struct buf out = buf_make(arena, (size_t)-1 / 4);
    size_t begun = add_way_down(rest, &out, frame), end = rest->saved ? without_way(frame, row, col).n : frame.n;
    buf_add(&out, str_sub(frame, begun, end));
    if (end < frame.n)
        buf_add(&out, STR(RETURN));
    if (stays && !rest->saved)
        buf_add(&out, STR(SAVE));
    *rest = (struct rest){ .able = true, .known = true, .saved = stays, .row = row, .col = col };
    return buf_str(&out);
}
