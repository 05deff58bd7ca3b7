/* A reader and what it needs: carries its effects out and feeds the answers back. */
#include "cmd/session.h"

#include <stdint.h>

#include "base/buf.h"
#include "base/tr.h"
#include "text/safe.h"

enum { SUGGESTIONS = 9 };

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
    archive_open(&session->archive, &session->library);
    session->ui = ui_create(problems_message(&session->library));
    ui_set_page(session->ui, options_page(&session->options));
}

void session_close(struct user_session *session)
{
    ui_destroy(session->ui);
    arena_finish(&session->capture);
    arena_finish(&session->answer);
    archive_close(&session->archive);
    library_finish(&session->library);
}

/* Fetches a report or a capture. */
static void fetch(struct user_session *session, const struct effect *effect, struct event *answer)
{
    struct err err = { "" };
    if (effect->kind == EFFECT_OPEN) { /* every report is in memory */
        answer->article = archive_article(&session->archive, effect->report);
        return;
    }
    arena_reset(&session->capture);
    answer->article = library_capture(&session->capture, effect->article, session->options.encoding, &err);
    answer->message = safe_name_cstr(&session->capture, err.text);
}

static void order(struct user_session *session, const struct effect *effect, struct event *answer)
{
    struct err err = { "" };
    answer->kind = EVENT_ORDER;
    answer->listing = archive_order(&session->archive, effect->order, effect->reverse, effect->query, &err);
    answer->message = safe_name_cstr(&session->answer, err.text);
}

static void jump(struct user_session *session, const struct effect *effect, struct event *answer)
{
    answer->kind = EVENT_JUMP;
    answer->position = archive_jump(&session->archive, effect->order, effect->position, effect->forward);
    answer->message = effect->forward ? STR("后面没有了") : STR("前面没有了");
}

static void find(struct user_session *session, const struct effect *effect, struct event *answer, struct findings_so_far *found)
{
    struct err err = { "" };
    answer->kind = EVENT_FOUND;
    if (archive_find(&session->archive, &session->answer, effect->query, effect->by, found, &err))
        answer->found = found;
    answer->message = safe_name_cstr(&session->answer, err.text);
}

static void carry_out(struct user_session *session, const struct effect *effect);

/* Gives the reader an event and does what it wants. */
static void feed(struct user_session *session, const struct event *event)
{
    struct effects effects = ui_update(session->ui, event);
    for (size_t i = 0; i < effects.n; i++)
        carry_out(session, &effects.v[i]);
}

static void carry_out(struct user_session *session, const struct effect *effect)
{
    struct event answer = { .kind = EVENT_ANSWER, .number = effect->number };
    struct entries entries;
    struct matches matches;
    struct findings_so_far found;
    struct words words;
    arena_reset(&session->answer);
    switch (effect->kind) {
    case EFFECT_OPEN:
        if (effect->query.n) {
            matches = archive_matches(&session->answer, archive_article(&session->archive, effect->report), effect->query);
            answer.matches = &matches;
        }
        fetch(session, effect, &answer);
        break;
    case EFFECT_SOURCE: fetch(session, effect, &answer); break;
    case EFFECT_ORDER: order(session, effect, &answer); break;
    case EFFECT_ENTRIES:
        answer.kind = EVENT_ENTRIES;
        entries = archive_entries(&session->archive, &session->answer, effect->reports, effect->n_reports, effect->query);
        answer.entries = &entries;
        break;
    case EFFECT_JUMP: jump(session, effect, &answer); break;
    case EFFECT_SEARCH: find(session, effect, &answer, &found); break;
    case EFFECT_SUGGEST:
        answer.kind = EVENT_WORDS;
        words = archive_words(&session->archive, &session->answer, effect->query, SUGGESTIONS);
        answer.words = &words;
        break;
    case EFFECT_REMEMBER: return;
    case EFFECT_SIGNS: session->archive.signs[effect->report] = effect->signs; return;
    case EFFECT_QUIT: session->over = true; return;
    default: session->terminal = effect->kind; return;
    }
    feed(session, &answer);
}

enum effect_kind session_event(struct user_session *session, const struct event *event)
{
    session->terminal = EFFECT_NONE;
    feed(session, event);
    return session->terminal;
}

struct grid session_view(struct user_session *session, struct arena *arena, int rows, int cols)
{
    struct grid grid = grid_make(arena, rows, cols);
    ui_view(session->ui, &grid);
    return grid;
}
