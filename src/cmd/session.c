/* A reader and what it needs: carries its effects out and feeds the answers back. */
#include "cmd/session.h"

#include <stdint.h>

#include "base/buf.h"
#include "base/tr.h"
#include "text/safe.h"

/* What the status line says of the files that gave no report. */
static struct str problems_message(struct library *library)
{
    struct buf out = buf_make(&library->arena, 400);
    size_t n = library->problems.n;
    if (n == 1)
        buf_add(&out, safe_name_cstr(&library->arena, library->problems.v[0].message));
    else if (n > 1)
        buf_add_format(&out, tr_n("%zu file could not be read (named at the end)", "%zu files could not be read (named at the end)", n), n);
    return buf_str(&out);
}

void session_begin(struct user_session *session, const struct options *options)
{
    *session = (struct user_session){ .options = *options };
    session->library.brief = true;
    const char *home = options->n_operands ? NULL : library_default(&session->library);
    if (home) {
        session->home = (char *)(uintptr_t)home; /* operands are char * as main's are; nobody writes to them */
        session->options.operands = &session->home;
        session->options.n_operands = 1;
    }
}

void session_load(struct user_session *session)
{
    load_operands(&session->library, &session->options, 0);
}

void session_open(struct user_session *session)
{
    session->ui = ui_create(session->library.articles.v, session->library.articles.n, problems_message(&session->library));
    if (session->options.measure > 0)
        ui_set_measure(session->ui, session->options.measure);
}

void session_close(struct user_session *session)
{
    ui_destroy(session->ui);
    arena_finish(&session->capture);
    library_finish(&session->library);
}

enum effect_kind session_event(struct user_session *session, const struct event *event)
{
    struct effect effect = ui_update(session->ui, event);
    while (effect.kind == EFFECT_OPEN || effect.kind == EFFECT_SOURCE) {
        struct err err = { "" };
        struct event answer = { .kind = EVENT_ANSWER, .number = effect.number };
        if (effect.kind == EFFECT_OPEN) { /* every report is in memory */
            library_complete(&session->library, effect.article);
            answer.article = effect.article;
        } else {
            arena_reset(&session->capture);
            answer.article = library_capture(&session->capture, effect.article, session->options.encoding, &err);
            answer.message = safe_name_cstr(&session->capture, err.text);
        }
        effect = ui_update(session->ui, &answer);
    }
    if (effect.kind == EFFECT_QUIT)
        session->over = true;
    return effect.kind;
}

struct grid session_view(struct user_session *session, struct arena *arena, int rows, int cols)
{
    struct grid grid = grid_make(arena, rows, cols);
    ui_view(session->ui, &grid);
    return grid;
}
