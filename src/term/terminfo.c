/* What the terminal database knows of this terminal; the only file that sees <term.h>, whose macros are named like our words. */
#include "term/terminfo.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <curses.h>
#include <term.h>

#define ADVICE "; try TERM=xterm-256color"

/* What scrolls, as the entry had it. */
static struct {
    const char *region, *up, *down, *many_up, *many_down;
} scrolling;

bool terminfo_named(struct err *err)
{
    const char *name = getenv("TERM");
    return name && *name ? true : err_set(err, "TERM is not set" ADVICE);
}

bool terminfo_unknown(struct err *err)
{
    return err_set(err, "unknown terminal type '%.40s'" ADVICE, getenv("TERM"));
}

bool terminfo_serves(struct err *err)
{
    if (terminfo_string("cup") && terminfo_string("clear"))
        return true;
    return err_set(err, "terminal type '%.40s' cannot place a cursor" ADVICE, getenv("TERM"));
}

const char *terminfo_string(const char *name)
{
    const char *s = tigetstr(name);
    return s == (const char *)-1 ? NULL : s;
}

int terminfo_number(const char *name)
{
    int n = tigetnum(name);
    return n < 0 ? -1 : n;
}

bool terminfo_writes_corner(void)
{
    return tigetflag("am") <= 0 || (terminfo_string("smam") && terminfo_string("rmam"));
}

/* Adds s without its $<padding>, which is for terminals that were slow. */
static size_t add(char *to, size_t n, size_t max, const char *s)
{
    size_t start = n;
    while (s && *s) {
        const char *end = s[0] == '$' && s[1] == '<' ? strchr(s, '>') : NULL;
        if (end) {
            s = end + 1;
            continue;
        }
        if (n == max)
            return start;
        to[n++] = *s++;
    }
    return n;
}

bool terminfo_is_ansi(void)
{
    const char *place = terminfo_string("cup");
    return place && strncmp(place, "\033[", 2) == 0;
}

bool terminfo_can_return(void)
{
    bool inserts_by_mode = terminfo_string("smir") && !terminfo_string("ich"); /* the blanks would be inserted too */
    return terminfo_string("sc") && terminfo_string("rc") && terminfo_string("cuf") && !inserts_by_mode;
}

size_t terminfo_blank(char *to, size_t max, int cells)
{
    size_t n = add(to, 0, max, terminfo_string("sc"));
    n = add(to, n, max, cells == 2 ? "  " : " ");
    return add(to, n, max, terminfo_string("rc"));
}

size_t terminfo_skip(char *to, size_t max, int cells)
{
    size_t n = add(to, 0, max, terminfo_string("rc"));
    return add(to, n, max, tiparm(terminfo_string("cuf"), cells));
}

size_t terminfo_reset(char *to, size_t max, int rows)
{
    static const char *const names[] = { "sgr0", "rmkx", "cnorm", "rmcup" };
    const char *place = terminfo_string("cup"), *region = scrolling.region;
    size_t n = add(to, 0, max, terminfo_is_ansi() ? "\033[?69l" : NULL);
    n = add(to, n, max, region ? tiparm(region, 0, rows - 1) : NULL);
    n = add(to, n, max, place ? tiparm(place, rows - 1, 0) : NULL);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        n = add(to, n, max, terminfo_string(names[i]));
    return n;
}

void terminfo_learn_scrolling(void)
{
    scrolling.region = terminfo_string("csr");
    scrolling.up = terminfo_string("ind");
    scrolling.down = terminfo_string("ri");
    scrolling.many_up = terminfo_string("indn");
    scrolling.many_down = terminfo_string("rin");
}

bool terminfo_scrolls(void)
{
    return scrolling.region && scrolling.up && scrolling.down && tigetflag("xenl") > 0;
}

static void put(struct frame *frame, const char *s)
{
    char bytes[64];
    frame_add(frame, (struct str){ bytes, add(bytes, 0, sizeof bytes, s) });
}

void terminfo_region(struct frame *frame, int top, int bottom)
{
    put(frame, tiparm(scrolling.region, top, bottom - 1));
}

size_t terminfo_whole_region(char *to, size_t max)
{
    return add(to, 0, max, tiparm(scrolling.region, 0, LINES - 1));
}

bool terminfo_scroll(struct frame *frame, int top, int bottom, int by)
{
    const char *many = by > 0 ? scrolling.many_up : scrolling.many_down, *one = by > 0 ? scrolling.up : scrolling.down;
    if (many) {
        bool one_row = (by == 1 || by == -1) && strncmp(many, "\033[", 2) == 0; /* a number that is left out is 1 */
        put(frame, one_row ? by > 0 ? "\033[S" : "\033[T" : tiparm(many, by > 0 ? by : -by));
        return true;
    }
    terminfo_move_to(frame, by > 0 ? bottom - 1 : top, 0);
    for (int i = 0; i < (by > 0 ? by : -by); i++)
        put(frame, one);
    return false;
}

void terminfo_margins(struct frame *frame, int left, int right)
{
    char bytes[64];
    int n = snprintf(bytes, sizeof bytes, "\033[%d;%ds", left + 1, right);
    frame_add(frame, (struct str){ bytes, (size_t)n });
}

void terminfo_move_to(struct frame *frame, int row, int col)
{
    char bytes[64];
    frame_add(frame, (struct str){ bytes, add(bytes, 0, sizeof bytes, tiparm(terminfo_string("cup"), row, col)) });
}
