/* dahui read: the reader in a terminal; where output is none, everything as text. */
#include "cmd/cmd.h"
#include "cmd/output.h"
#include "cmd/session.h"
#include "cmd/show.h"
#include "host/terminal.h"
#include "term/term.h"

#include <signal.h>
#include <stdio.h>
#include <unistd.h>

/* Like less in a pipe: all reports, one after another. */
static int print_all(const struct options *options)
{
    struct library library = { 0 };
    load_operands(&library, options, 0);
    for (size_t i = 0; i < library.articles.n; i++) {
        if (i)
            putchar('\n');
        show_page(library.articles.v[i], options);
    }
    int status = report_problems(&library);
    library_finish(&library);
    return status;
}

/* The loop: paint, wait, update. */
static void run(struct user_session *session, struct term *term)
{
    struct arena frame = { 0 };
    struct event event;
    int rows = 0, cols = 0;
    while (!session->over && term_next(term, &event)) {
        if (event.kind == EVENT_SIZE) {
            rows = event.rows;
            cols = event.cols;
        }
        enum effect_kind effect = session_event(session, &event);
        if (effect == EFFECT_SUSPEND)
            term_suspend(term);
        if (effect == EFFECT_REDRAW)
            term_redraw(term);
        if (session->over)
            break;
        arena_reset(&frame);
        struct grid grid = session_view(session, &frame, rows, cols);
        term_paint(term, &grid);
    }
    arena_finish(&frame);
}

static int read_in_terminal(const struct options *options)
{
    struct err err;
    struct user_session session;
    session_open(&session, options);
    if (session.library.articles.n == 0) {
        report_problems(&session.library);
        session_close(&session);
        return EXIT_TROUBLE;
    }
    struct term *term = term_open(&err);
    if (!term) {
        complain("%s", err.text);
        session_close(&session);
        return EXIT_TROUBLE;
    }
    run(&session, term);
    int by = term_signal(term);
    term_close(term);
    int status = report_problems(&session.library);
    session_close(&session);
    if (by) { /* end as the signal would have ended us, so that the shell knows */
        signal(by, SIG_DFL);
        raise(by);
    }
    return status;
}

int cmd_read(const struct options *options)
{
    return options->text || !output_is_terminal() ? print_all(options) : read_in_terminal(options);
}
