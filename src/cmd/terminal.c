/* The user's terminal: how the reader is to draw on it, and what is remembered of it.
 * It is remembered in the file `terminals` of the state folder: a line a terminal, its name, a tab, its widths; the last used first. */
#include "cmd/terminal.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "cmd/taste.h"
#include "host/state.h"
#include "text/cell.h"

enum { MOST_TERMINALS = 50, LONGEST_WORD = 80, LONGEST_FILE = 1 << 16 };

/* What tells one terminal from another: its kind, its maker, and where the user sits. Blanks, controls and what is not ASCII are _. */
static struct str name_of_terminal(struct arena *arena)
{
    static const char *const variables[] = { "TERM",        "TERM_PROGRAM",    "LC_TERMINAL",    "VTE_VERSION",
                                             "XTERM_VERSION", "KONSOLE_VERSION", "SSH_CONNECTION" };
    struct buf name = buf_make(arena, 1024);
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        const char *value = getenv(variables[i]);
        for (size_t n = 0; value && value[n] && value[n] != ' ' && n < LONGEST_WORD; n++)
            buf_add_bytes(&name, value[n] > ' ' && value[n] < 0x7F ? &value[n] : "_", 1);
        buf_add(&name, STR(" "));
    }
    return buf_str(&name);
}

/* The lines of the file; none where it is no text. */
static struct str read_terminals(struct arena *arena)
{
    struct bytes bytes;
    struct err err;
    if (!state_read(arena, "terminals", &bytes, &err) || bytes.n > LONGEST_FILE)
        return STR("");
    for (size_t i = 0; i < bytes.n; i++)
        if (bytes.p[i] >= 0x7F)
            return STR("");
    return (struct str){ (const char *)bytes.p, bytes.n };
}

/* Cuts the first line off: the name and the widths of one terminal. False: no more lines. */
static bool next_terminal(struct str *lines, struct str *name, struct str *widths)
{
    size_t end = str_find(*lines, STR("\n"), 0), tab = str_find(*lines, STR("\t"), 0);
    if (end == STR_NONE)
        return false;
    tab = tab < end ? tab : end;
    *name = str_sub(*lines, 0, tab);
    *widths = str_sub(*lines, tab + 1, end);
    *lines = str_sub(*lines, end + 1, lines->n);
    return true;
}

static struct str remembered_widths(struct arena *arena)
{
    struct str lines = read_terminals(arena), self = name_of_terminal(arena), name, widths;
    while (next_terminal(&lines, &name, &widths))
        if (str_eq(name, self))
            return widths;
    return STR("");
}

int terminal_ambiguous(const struct options *options)
{
    const char *wish = getenv("DAHUI_AMBIGUOUS");
    if (!wish || (strcmp(wish, "1") != 0 && strcmp(wish, "2") != 0 && strcmp(wish, "auto") != 0))
        wish = options->config->values[SET_AMBIGUOUS];
    return strcmp(wish, "1") == 0 ? 1 : strcmp(wish, "2") == 0 ? 2 : 0;
}

void terminal_obey_ambiguous(const struct options *options)
{
    if (terminal_ambiguous(options))
        cell_set_ambiguous(terminal_ambiguous(options));
}

struct term_settings terminal_settings(struct arena *arena, const struct options *options)
{
    const struct config *config = options->config;
    struct term_settings settings = { .ambiguous = terminal_ambiguous(options) };
    settings.theme = taste_theme(config);
    settings.looks = options->taste->looks;
    settings.mouse = config_is(config, SET_MOUSE, "on");
    if (settings.ambiguous == 0)
        settings.remembered = remembered_widths(arena);
    return settings;
}

void terminal_remember(struct str new)
{
    struct arena arena = { 0 };
    struct err err;
    struct str lines = read_terminals(&arena), self = name_of_terminal(&arena), name, widths;
    struct buf out = buf_make(&arena, LONGEST_FILE);
    buf_add_format(&out, "%.*s\t%.*s\n", (int)self.n, self.p, (int)new.n, new.p);
    bool same = str_starts(lines, buf_str(&out));
    for (int n = 1; n < MOST_TERMINALS && next_terminal(&lines, &name, &widths); n++)
        if (!str_eq(name, self))
            buf_add_format(&out, "%.*s\t%.*s\n", (int)name.n, name.p, (int)widths.n, widths.p);
    if (new.n > 0 && !same)
        state_write("terminals", (struct bytes){ (const unsigned char *)out.p, out.n }, &err);
    arena_finish(&arena);
}
