/* dahui read: the reader in a terminal; where output is none, everything as text. */
#include "base/tr.h"
#include "cmd/cmd.h"
#include "cmd/output.h"
#include "cmd/session.h"
#include "cmd/show.h"
#include "cmd/terminal.h"
#include "host/state.h"
#include "host/terminal.h"
#include "host/workers.h"
#include "text/cell.h"

#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* Like less in a pipe: all reports, one after another. */
static int print_all(const struct options *options)
{
    struct library library = { 0 };
    struct turner turner = { .secure = options->secure };
    terminal_obey_ambiguous(options);
    load_operands(&library, options, 0);
    for (size_t i = 0; i < library.articles.n; i++) {
        if (i)
            putchar('\n');
        show_page(library.articles.v[i], &turner, options);
    }
    int status = report_problems(&library);
    turner_close(&turner);
    library_finish(&library);
    return status;
}

/* How often the library is looked at for news: while it is being made, and afterwards. Nothing changes in one that is in memory. */
static int beat_of(const struct user_session *session)
{
    enum { MAKING_MS = 250, KEPT_MS = 2000 };
    struct library_progress progress = library_progress(&session->library);
    return !session->library.folders ? 0 : progress.done < progress.total || library_count(&session->library) == 0 ? MAKING_MS : KEPT_MS;
}

static bool wait_for(struct user_session *session, struct term *term, struct event *event)
{
    term_wake(term, session_bell(session), beat_of(session));
    return term_next(term, event);
}

static void paint(struct user_session *session, struct term *term, struct arena *frame, int rows, int cols)
{
    arena_reset(frame);
    struct grid grid = session_view(session, frame, rows, cols);
    term_paint(term, &grid);
}

/* The loop: paint, wait, update. DAHUI_DEBUG names a file that gets a line a frame: how many bytes were sent for it. */
static void run(struct user_session *session, struct term *term)
{
    struct arena frame = { 0 };
    struct event event;
    const char *log_name = getenv("DAHUI_DEBUG");
    FILE *log = log_name && *log_name && !session->options.secure ? fopen(log_name, "a") : NULL;
    int rows = 0, cols = 0;
    bool recalled = false;
    while (!session->over && wait_for(session, term, &event)) {
        size_t sent = term_sent(term);
        if (event.kind == EVENT_SIZE) {
            rows = event.rows;
            cols = event.cols;
            cell_set_ambiguous(event.ambiguous);
        }
        if (event.kind == EVENT_WAKE)
            session_wake(session);
        enum effect_kind effect = session_event(session, &event);
        if (effect == EFFECT_SUSPEND)
            term_suspend(term);
        if (effect == EFFECT_COPY)
            term_copy(term, session->copied);
        if (effect == EFFECT_MOUSE)
            term_mouse(term, session->mouse);
        if (effect == EFFECT_REDRAW)
            term_redraw(term);
        if (session->over)
            break;
        paint(session, term, &frame, rows, cols);
        if (!recalled) {
            session_recall(session);
            paint(session, term, &frame, rows, cols);
            recalled = true;
        }
        if (log && fprintf(log, "%zu\n", term_sent(term) - sent) > 0)
            fflush(log);
    }
    if (log)
        fclose(log);
    arena_finish(&frame);
}

static void open_aside(void *context)
{
    struct user_session *session = context;
    session_open(session, state_folder(&session->library.arena));
}

static void load_aside(void *session)
{
    if (!session_load_beginning(session))
        session_load(session, LIBRARY_LOOK);
    open_aside(session);
}

static void say_reading(struct term *term)
{
    struct arena frame = { 0 };
    struct grid grid = grid_make(&frame, 1, 40);
    grid_put(&grid, 0, 1, 40, TR("Reading…"), STYLE_TEXT);
    term_paint(term, &grid);
    arena_finish(&frame);
}

/* Waits until all is read; where that lasts, the screen says so. */
static void wait_for_load(struct aside *load, struct term *term)
{
    enum { PATIENCE_MS = 300 };
    if (term && aside_wait(load, PATIENCE_MS))
        return;
    if (term)
        say_reading(term);
    aside_wait(load, -1);
}

/* Files are read, and what was kept is looked at, while the terminal is taken: each takes a moment that one would see. Folders go
 * through their cache, which another process keeps: that must be started while there is one thread. */
static int read_in_terminal(const struct options *options)
{
    struct err err;
    static struct user_session session; /* a large report that is left while it is cleaned rings its bell, even when we have returned */
    session_begin(&session, options);
    setlocale(LC_CTYPE, ""); /* before there is a second thread */
    signal(SIGXFSZ, SIG_IGN); /* a file that may not grow is like a disk that is full */
    bool folders = session_is_of_folders(&session);
    if (folders)
        session_load(&session, options->secure ? LIBRARY_LOOK : LIBRARY_KEEP);
    struct aside *load = aside_start(folders ? open_aside : load_aside, &session);
    struct term_settings settings = terminal_settings(&session.capture, options);
    struct term *term = term_open(&settings, &err);
    wait_for_load(load, term);
    int by = 0;
    if (!term) {
        complain("%s", err.text);
    } else if (session.library.folders || session.library.articles.n) {
        run(&session, term);
        by = term_signal(term);
    }
    struct str widths = term ? arena_str(&session.capture, term_answers(term)) : STR("");
    bool refused = term && term_refused(term, &err), failed = !term || refused || library_count(&session.library) == 0;
    term_close(term);
    terminal_remember(widths); /* a disk may take its time: the terminal is given back before */
    if (refused)
        complain("%s", err.text);
    int status = failed && !term ? EXIT_TROUBLE : report_problems(&session.library);
    session_close(&session);
    if (by) { /* end as the signal would have ended us, so that the shell knows */
        signal(by, SIG_DFL);
        raise(by);
    }
    return failed ? EXIT_TROUBLE : status;
}

int cmd_read(const struct options *options)
{
    return options->text || !output_is_terminal() ? print_all(options) : read_in_terminal(options);
}
