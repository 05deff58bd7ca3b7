/* dahui snap: types keys at a reader without a terminal and prints its screens as text. */
#include <stdio.h>
#include <string.h>

#include "cmd/cmd.h"
#include "cmd/output.h"
#include "cmd/session.h"
#include "cmd/terminal.h"
#include "text/han.h"
#include "text/utf8.h"

enum { USUAL_ROWS = 24, USUAL_COLS = 80 };

struct snap {
    struct user_session session;
    const struct options *options;
    int rows, cols, printed;
};

static void write_out(struct str s)
{
    fwrite(s.p, 1, s.n, stdout);
}

/* Prints the screen as it stands; a line of a form feed parts it from the one before. */
static void print_screen(struct snap *snap)
{
    struct arena frame = { 0 };
    struct grid grid = session_view(&snap->session, &frame, snap->rows, snap->cols);
    if (snap->printed++)
        puts("\f");
    write_out(grid_text(&frame, &grid));
    if (snap->options->styles)
        write_out(grid_styles(&frame, &grid));
    arena_finish(&frame);
}

static void set_size(struct snap *snap, int rows, int cols)
{
    struct event event = { .kind = EVENT_SIZE, .rows = rows, .cols = cols };
    snap->rows = rows;
    snap->cols = cols;
    session_event(&snap->session, &event);
}

/* <Size:100x30> and <Snap>: what a script does that is no key. Answers how many bytes it took, 0 where it is neither. */
static size_t script_word(struct snap *snap, struct str script)
{
    size_t close = str_find(script, STR(">"), 0), at = sizeof "<Size:" - 1;
    if (str_starts(script, STR("<Snap>"))) {
        print_screen(snap);
        return close + 1;
    }
    if (!str_starts(script, STR("<Size:")) || close == STR_NONE)
        return 0;
    int cols = han_number(script, &at);
    bool cross = utf8_at(script, at) == 'x';
    at += cross;
    int rows = cross ? han_number(script, &at) : -1;
    if (cols < 1 || rows < 1 || cols > 1000 || rows > 500 || at != close)
        return 0;
    set_size(snap, rows, cols);
    return close + 1;
}

/* Types the whole script; false, with a complaint, at a word that is no key. */
static bool type(struct snap *snap, struct str script)
{
    while (script.n && !snap->session.over) {
        size_t taken = script_word(snap, script);
        struct event event = { .kind = EVENT_KEY };
        if (taken == 0 && (taken = key_read(script, &event.key)))
            session_event(&snap->session, &event);
        if (taken == 0) {
            complain("--keys: no key '%.*s'", (int)(script.n < 20 ? script.n : 20), script.p);
            return false;
        }
        script = str_sub(script, taken, script.n);
    }
    return true;
}

int cmd_snap(const struct options *options)
{
    struct snap snap = { .options = options };
    struct arena arena = { 0 };
    const char *keys = options->keys ? options->keys : "";
    terminal_obey_ambiguous(options);
    session_begin(&snap.session, options);
    session_load(&snap.session, LIBRARY_LOOK);
    session_open(&snap.session, options->state);
    set_size(&snap, options->rows ? options->rows : USUAL_ROWS, options->cols ? options->cols : USUAL_COLS);
    session_recall(&snap.session);
    bool ok = type(&snap, utf8_repair(&arena, (struct bytes){ (const unsigned char *)keys, strlen(keys) }, NULL));
    if (ok && !snap.session.over)
        print_screen(&snap);
    int status = report_problems(&snap.session.library);
    session_close(&snap.session);
    arena_finish(&arena);
    return ok ? status : EXIT_TROUBLE;
}
