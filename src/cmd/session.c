/* A reader and what it needs: carries its effects out and feeds the answers back. */
#include "cmd/session.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/tr.h"
#include "cmd/export.h"
#include "cmd/gather.h"
#include "cmd/passages.h"
#include "cmd/taste.h"
#include "host/disk.h"
#include "text/safe.h"
#include "text/utf8.h"

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

bool session_is_of_folders(const struct user_session *session)
{
    for (int i = 0; i < session->options.n_operands; i++)
        if (!disk_is_folder(session->options.operands[i]))
            return false;
    return session->options.n_operands > 0 && !session->options.encoding;
}

void session_load(struct user_session *session, enum library_use use)
{
    const struct options *options = &session->options;
    session->use = use;
    if (options->n_operands)
        library_open(&session->library, (const char *const *)options->operands, (size_t)options->n_operands, options->encoding, use);
    else
        load_operands(&session->library, options, 0);
}

bool session_load_beginning(struct user_session *session)
{
    const struct options *options = &session->options;
    bool at_start = !options->start.numbered && !options->start.query;
    return at_start && options->n_operands == 1 && library_begin(&session->library, options->operands[0], options->encoding);
}

/* Is the library only the beginning of a report? */
static bool has_beginning(const struct user_session *session)
{
    return session->library.articles.n && session->library.articles.v[0]->is_beginning;
}

/* What is wrong with the configuration file comes first: it is said once. */
static struct str first_message(struct user_session *session)
{
    const struct config *config = session->options.config;
    struct buf out = buf_make(&session->library.arena, 1000);
    if (config->warnings.n == 0)
        return problems_message(&session->library);
    buf_add_cstr(&out, "config.ini: ");
    buf_add(&out, safe_name_cstr(&session->library.arena, config->warnings.v[0]));
    if (config->warnings.n > 1)
        buf_add_format(&out, tr(" (and %zu more: dahui --print-config)"), config->warnings.n - 1);
    return buf_str(&out);
}

/* A name for the folders that are read: their paths. */
static const char *library_name(struct user_session *session)
{
    struct buf name = buf_make(&session->library.arena, SIZE_MAX);
    for (int i = 0; i < session->options.n_operands; i++) {
        const char *real = disk_real(&session->library.arena, session->options.operands[i]);
        buf_add_format(&name, "%s%s", i ? "\n" : "", real ? real : session->options.operands[i]);
    }
    buf_add_bytes(&name, "", 1);
    return name.p;
}

/* Shows the list as it was left, but in the order that the configuration names. Who wants a certain report is not kept from it by an old question. */
static void show_list(struct user_session *session)
{
    struct effect view = { .order = ORDER_GIVEN };
    enum order_key order = order_by_name(session->options.config->values[SET_ORDER]);
    keeping_shown(&session->keeping, &session->library.arena, session->name, &view);
    if (order != N_ORDERS) {
        view.order = order;
        view.reverse = false;
    }
    if (session->options.start.numbered || session->options.start.query)
        view.query = STR("");
    ui_set_list(session->ui, view.order, view.reverse, view.form, view.query);
}

void session_open(struct user_session *session, const char *folder)
{
    keeping_open(&session->keeping, folder, &session->refused);
    archive_open(&session->archive, &session->library);
    session->bell = (struct bell){ { -1, -1 } };
    bool kept = session->use != LIBRARY_LOOK && library_has_cache(&session->library);
    bool beside = (kept || has_beginning(session)) && bell_open(&session->bell) && kept;
    finder_open(&session->finder, &session->library, beside ? &session->bell : NULL);
    fetcher_open(&session->fetcher, &session->bell);
    lexicon_open(&session->lexicon, &session->library, beside ? &session->bell : NULL);
    gatherer_open(&session->gatherer, &session->library, beside ? &session->bell : NULL);
    opener_open(&session->opener, &session->bell);
    session->ui = ui_create(first_message(session));
    ui_set_page(session->ui, options_page(&session->options));
    session->name = session_is_of_folders(session) ? library_name(session) : NULL;
    show_list(session);
    ui_set_script(session->ui, session->options.script < N_SCRIPT_WISHES ? (enum script_wish)session->options.script : keeping_wish(&session->keeping));
    session->turner.secure = session->options.secure;
    ui_set_keys(session->ui, &session->options.taste->keymap);
}

void session_close(struct user_session *session)
{
    finder_close(&session->finder);
    fetcher_close(&session->fetcher);
    lexicon_close(&session->lexicon);
    gatherer_close(&session->gatherer);
    opener_close(&session->opener);
    bell_close(&session->bell);
    ui_destroy(session->ui);
    keeping_close(&session->keeping);
    turner_close(&session->turner);
    arena_finish(&session->capture);
    arena_finish(&session->reports[0]);
    arena_finish(&session->reports[1]);
    arena_finish(&session->answer);
    arena_finish(&session->copy_arena);
    archive_close(&session->archive);
    library_finish(&session->library);
}

static void carry_out(struct user_session *session, const struct effect *effect);

/* Gives the reader an event and does what it wants. */
static void feed(struct user_session *session, const struct event *event)
{
    struct effects effects = ui_update(session->ui, event);
    for (size_t i = 0; i < effects.n; i++)
        carry_out(session, &effects.v[i]);
}

static void tell(struct user_session *session, const char *words);

/* Says once why characters are turned one by one. */
static void tell_excuse(struct user_session *session)
{
    const char *excuse = session->turner.excuse;
    if (!excuse || excuse == session->told_excuse)
        return;
    session->told_excuse = excuse;
    tell(session, tr(excuse));
}

/* Answers with a report, with the place where it was left, and its matches if it was found by a query. A beginning has neither. */
static void tell_report(struct user_session *session, const struct effect *effect, const struct article *article, struct err *err)
{
    struct arena *arena = &session->reports[session->report];
    struct matches matches;
    struct place left;
    struct event answer = { .kind = EVENT_ANSWER, .number = effect->number, .article = article, .message = safe_name_cstr(arena, err->text) };
    bool whole = article && !article->is_beginning;
    if (article)
        answer.article = turner_turn(&session->turner, arena, article, effect->script);
    if (whole && keeping_place(&session->keeping, answer.article, &left))
        answer.place = &left;
    const struct query *query = whole && effect->query.n ? query_parse(&session->answer, effect->query, err) : NULL;
    if (query) {
        matches = matches_of(&session->answer, answer.article, query);
        answer.matches = &matches;
    }
    feed(session, &answer);
    tell_excuse(session);
}

/* Has the report to be cleaned beside the reader? Then what it begins with, if that is at hand, is in *beginning. */
static bool takes_a_while(struct user_session *session, const struct effect *effect, struct entry *entry, const struct article **beginning)
{
    struct arena *arena = &session->reports[session->report];
    if (session_bell(session) < 0 || !library_entry(&session->library, arena, effect->report, entry))
        return false;
    if (library_has_cache(&session->library)) {
        bool large = library_is_large(entry->file);
        *beginning = large ? library_beginning(arena, entry->file, entry->part, NULL) : NULL;
        return large;
    }
    *beginning = session->library.articles.v[effect->report];
    return (*beginning)->is_beginning;
}

static void fetch_report(struct user_session *session, const struct effect *effect)
{
    struct err err = { "" };
    struct entry entry;
    const struct article *article = NULL;
    session->report = !session->report;
    session->opened = effect->number;
    arena_reset(&session->reports[session->report]);
    if (!takes_a_while(session, effect, &entry, &article)) {
        opener_forget(&session->opener);
        article = library_article(&session->library, &session->reports[session->report], effect->report, &err);
        tell_report(session, effect, article, &err);
        return;
    }
    opener_ask(&session->opener, effect, &entry, session->options.encoding, has_beginning(session));
    if (effect->whole)
        session->report = !session->report; /* what is shown lives on until the answer is taken */
    else if (article)
        tell_report(session, effect, article, &err);
}

static void fetch_capture(struct user_session *session, const struct effect *effect)
{
    struct err err = { "" };
    struct event answer = { .kind = EVENT_ANSWER, .number = effect->number };
    arena_reset(&session->capture);
    answer.article = library_capture(&session->capture, effect->article, session->options.encoding, &err);
    answer.message = safe_name_cstr(&session->capture, err.text);
    feed(session, &answer);
}

/* People or phrases as far as they are known; gatherer_go_on follows. */
static void tell_gathered(struct user_session *session)
{
    struct event answer = { .kind = EVENT_ROSTER, .number = session->rolled.number, .roster = &session->roster };
    session->roster = gatherer_roster(&session->gatherer, session->rolled.terms);
    feed(session, &answer);
}

/* The library has grown, and so has its listing: so do people and phrases, where they are wanted. */
static void regather(struct user_session *session)
{
    if (session->grown && session->gatherer.wanted) {
        gatherer_ask(&session->gatherer, &session->archive.listing, true);
        tell_gathered(session);
        gatherer_go_on(&session->gatherer);
    }
    session->grown = false;
}

/* Answers a listing that nothing narrows. */
static void tell_all(struct user_session *session, const struct effect *effect)
{
    struct event answer = { .kind = EVENT_ORDER, .number = effect->number };
    answer.listing = archive_order(&session->archive, effect->order, effect->reverse);
    feed(session, &answer);
    regather(session);
}

/* Tells the reader what is known of a question since. */
static void tell_found(struct user_session *session)
{
    const struct effect *effect;
    const struct finder_answer *known;
    for (; (effect = finder_answered(&session->finder, &known)); finder_go_on(&session->finder)) {
        struct event answer = { .kind = effect->kind == EFFECT_SEARCH ? EVENT_FOUND : EVENT_ORDER, .number = effect->number };
        arena_reset(&session->answer);
        if (known->bad)
            answer.message = safe_name_cstr(&session->answer, known->err.text);
        else if (effect->kind == EFFECT_SEARCH)
            answer.found = &known->found;
        else
            answer.listing = archive_narrow(&session->archive, &known->listing);
        feed(session, &answer);
        if (answer.listing && !answer.listing->more)
            regather(session);
    }
}

/* `again`: it was answered already, and the library has changed. */
static void ask(struct user_session *session, const struct effect *effect, bool again)
{
    if (effect->query.n == 0) {
        tell_all(session, effect);
        return;
    }
    bool under_way = !finder_rests(&session->finder);
    finder_ask(&session->finder, effect, again);
    if (!under_way)
        tell_found(session);
}

/* Keeps a question, to be asked again. */
static void keep(struct asked *asked, const struct effect *effect)
{
    asked->effect = *effect;
    asked->effect.query = (struct str){ asked->query, effect->query.n < sizeof asked->query ? effect->query.n : sizeof asked->query };
    memcpy(asked->query, effect->query.p, asked->effect.query.n);
}

/* Passages come later where that takes a while. */
static void tell_entries(struct user_session *session, const struct effect *effect)
{
    struct event answer = { .kind = EVENT_ENTRIES, .number = effect->number };
    struct arena *arena = &session->answer;
    arena_reset(arena);
    struct entries entries = archive_entries(&session->archive, arena, effect->reports, effect->n_reports);
    bool beside = session->finder.bell && library_has_cache(&session->library);
    if (effect->query.n && beside)
        entries.left = entries.n;
    else if (effect->query.n)
        entries.passages = archive_passages(&session->archive, arena, &entries, effect->query);
    if (entries.left)
        fetcher_ask(&session->fetcher, effect, &entries);
    answer.entries = &entries;
    feed(session, &answer);
}

static void tell_passages(struct user_session *session)
{
    struct entries some;
    struct event answer = { .kind = EVENT_ENTRIES, .entries = &some };
    while (fetcher_fetched(&session->fetcher, &some, &answer.number)) {
        arena_reset(&session->answer);
        some.signs = archive_all_signs(&session->archive, &session->answer, some.v, some.n);
        feed(session, &answer);
    }
}

/* Offers what is known by now of the words that the last letters spell. */
static void tell_words(struct user_session *session)
{
    const struct effect *effect = &session->spelled.effect;
    struct event answer = { .kind = EVENT_WORDS, .number = effect->number };
    if (effect->kind != EFFECT_SUGGEST)
        return;
    arena_reset(&session->answer);
    struct words words = lexicon_words(&session->lexicon, &session->answer, effect->query, SUGGESTIONS);
    answer.words = &words;
    feed(session, &answer);
}

static void tell_jump(struct user_session *session, const struct effect *effect)
{
    struct event answer = { .kind = EVENT_JUMP, .number = effect->number };
    answer.position = archive_jump(&session->archive, effect->order, effect->position, effect->forward);
    answer.message = effect->forward ? TR("there is none behind") : TR("there is none before");
    feed(session, &answer);
}

/* Puts words on the reader's status line. */
static void tell(struct user_session *session, const char *words)
{
    arena_reset(&session->answer);
    struct event event = { .kind = EVENT_SAID, .message = safe_name_cstr(&session->answer, words) };
    feed(session, &event);
}

/* Keeps a place, signs, a question or how the list is shown. */
static void keep_reading(struct user_session *session, const struct effect *effect)
{
    struct err err = { "" };
    bool fine = effect->kind == EFFECT_LEAVE      ? keeping_leave(&session->keeping, effect, &err)
                : effect->kind == EFFECT_REMEMBER ? keeping_asked(&session->keeping, effect, &err)
                : effect->kind == EFFECT_SCRIPT   ? keeping_script(&session->keeping, effect, &err)
                : effect->kind == EFFECT_VIEW     ? keeping_view(&session->keeping, session->name, effect, &err)
                                                  : keeping_signs(&session->keeping, &session->archive, effect, &err);
    if (!fine)
        tell(session, err.text);
}

static void tell_questions(struct user_session *session)
{
    arena_reset(&session->answer);
    struct words questions = keeping_questions(&session->keeping, &session->answer);
    struct event event = { .kind = EVENT_HISTORY, .words = &questions };
    feed(session, &event);
}

static struct marks all_marks(struct user_session *session)
{
    struct marks marks = { .v = NULL };
    state_marks(&session->answer, session->keeping.state, NULL, &marks);
    return marks;
}

static void show_marks(struct user_session *session, uint64_t number)
{
    arena_reset(&session->answer);
    struct marks marks = all_marks(session);
    struct event event = { .kind = EVENT_MARKS, .number = number, .marks = &marks };
    feed(session, &event);
}

/* Keeps a mark or writes all of them to a file, and says what came of it. */
static void tell_outcome(struct user_session *session, const struct effect *effect)
{
    struct err err = { "" };
    char words[600], path[1100];
    bool done;
    arena_reset(&session->answer);
    if (effect->kind == EFFECT_MARK) {
        done = keeping_mark(&session->keeping, effect, &err);
        snprintf(words, sizeof words, effect->mark->letter ? tr("marked %c") : tr("the note is kept (M lists all)"), effect->mark->letter);
        show_marks(session, effect->number);
    } else {
        struct marks marks = all_marks(session);
        snprintf(path, sizeof path, "%.*s", (int)effect->query.n, effect->query.p);
        const char *file = *path ? path : "dahui-notes.md";
        if (session->options.secure)
            done = err_set(&err, "cannot write '%s': nothing is written in secure mode", file);
        else
            done = export_to_file(file, effect->anyway, &marks, &err);
        snprintf(words, sizeof words, tr("%zu marks and notes written to '%s'"), marks.n, file);
    }
    tell(session, done ? words : err.text);
}

static void tell_marks(struct user_session *session, const struct effect *effect)
{
    struct err err = { "" };
    bool done = effect->kind == EFFECT_MARKS || keeping_unmark(&session->keeping, effect, &err);
    show_marks(session, effect->number);
    if (!done)
        tell(session, err.text);
}

static void tell_left(struct user_session *session, const struct effect *effect)
{
    struct place place;
    struct event answer = { .kind = EVENT_LEFT, .article = effect->article, .place = &place };
    if (keeping_place(&session->keeping, effect->article, &place))
        feed(session, &answer);
}

static void tell_place(struct user_session *session, const struct effect *effect)
{
    struct err err = { "" };
    struct place place;
    struct event answer = { .kind = EVENT_PLACE, .number = effect->number };
    arena_reset(&session->answer);
    answer.report = keeping_find(&session->keeping, &session->answer, &session->archive, effect, &place, &err);
    answer.place = answer.report != NO_REPORT ? &place : NULL;
    answer.message = safe_name_cstr(&session->answer, err.text);
    feed(session, &answer);
}

static void tell_roster(struct user_session *session, const struct effect *effect)
{
    session->rolled = *effect;
    gatherer_ask(&session->gatherer, &session->archive.listing, false);
    tell_gathered(session);
    gatherer_go_on(&session->gatherer);
}

/* No more of it is wanted. */
static void stop_roster(struct user_session *session)
{
    gatherer_stop(&session->gatherer);
    tell_gathered(session);
}

/* Hands a passage to the terminal. */
static void copy(struct user_session *session, const struct effect *effect)
{
    enum { COPIED_MOST = 100000 };
    const struct hit *passage = &effect->passage;
    char words[200];
    arena_reset(&session->copy_arena);
    session->copied = export_passage(&session->copy_arena, effect->article, passage->paragraph, passage->from, passage->to, effect->position,
                                     session->options.config->values[SET_CITATION]);
    bool fits = session->copied.n && session->copied.n <= COPIED_MOST;
    if (fits)
        session->terminal = EFFECT_COPY;
    snprintf(words, sizeof words, tr("copied with its source: %zu characters"), utf8_count(session->copied));
    tell(session, fits ? words : tr("too much to copy"));
}

static void carry_out(struct user_session *session, const struct effect *effect)
{
    switch (effect->kind) {
    case EFFECT_OPEN: fetch_report(session, effect); break;
    case EFFECT_SOURCE: fetch_capture(session, effect); break;
    case EFFECT_ORDER:
    case EFFECT_SEARCH:
        keep(effect->kind == EFFECT_SEARCH ? &session->searched : &session->listed, effect);
        if (effect->kind == EFFECT_SEARCH)
            fetcher_drop(&session->fetcher);
        ask(session, effect, false);
        break;
    case EFFECT_ENTRIES: tell_entries(session, effect); break;
    case EFFECT_SUGGEST:
        keep(&session->spelled, effect);
        lexicon_gather(&session->lexicon);
        tell_words(session);
        break;
    case EFFECT_JUMP: tell_jump(session, effect); break;
    case EFFECT_SIGNS:
    case EFFECT_SCRIPT:
    case EFFECT_VIEW:
    case EFFECT_REMEMBER:
    case EFFECT_LEAVE: keep_reading(session, effect); break;
    case EFFECT_MARK:
    case EFFECT_EXPORT: tell_outcome(session, effect); break;
    case EFFECT_UNMARK:
    case EFFECT_MARKS: tell_marks(session, effect); break;
    case EFFECT_RETURN: tell_left(session, effect); break;
    case EFFECT_TO_MARK: tell_place(session, effect); break;
    case EFFECT_ROSTER: tell_roster(session, effect); break;
    case EFFECT_ENOUGH: stop_roster(session); break;
    case EFFECT_COPY: copy(session, effect); break;
    case EFFECT_RECALL: tell_questions(session); break;
    case N_EFFECTS:
    case EFFECT_NONE: break;
    case EFFECT_QUIT: session->over = true; break;
    case EFFECT_MOUSE: session->mouse = effect->on; __attribute__((fallthrough));
    case EFFECT_SUSPEND:
    case EFFECT_REDRAW: session->terminal = effect->kind; break;
    }
}

/* Opens what the command line asked for, as soon as there are reports. */
static void begin_there(struct user_session *session, const struct event *event)
{
    struct start start = session->options.start;
    if ((!start.numbered && !start.query) || library_count(&session->library) == 0)
        return;
    session->options.start = (struct start){ .query = NULL };
    if (start.numbered)
        ui_go_to(session->ui, start.report, start.place);
    if (start.query)
        ui_ask(session->ui, utf8_repair(&session->library.arena, (struct bytes){ (const unsigned char *)start.query, strlen(start.query) }, NULL));
    feed(session, event);
    if (start.query)
        feed(session, &(struct event){ .kind = EVENT_KEY, .key = K_ENTER });
}

/* Does nobody read in the library beside us, who would mind that it changes? */
static bool library_rests(const struct user_session *session)
{
    return finder_rests(&session->finder) && lexicon_rests(&session->lexicon) && gatherer_rests(&session->gatherer);
}

/* Starts who keeps the cache as soon as there is but one thread. */
static void keep_library(struct user_session *session)
{
    if (library_rests(session) && fetcher_rests(&session->fetcher) && !session->opener.now)
        library_keep(&session->library);
}

void session_recall(struct user_session *session)
{
    struct event event = { .kind = EVENT_KEPT };
    keeping_recall(&session->keeping, &session->archive);
    arena_reset(&session->answer);
    event.message = safe_name_cstr(&session->answer, session->refused.text);
    feed(session, &event);
    show_marks(session, 0);
    tell_questions(session);
    keep_library(session);
    if (session->lexicon.bell) /* the words are there when letters are typed */
        lexicon_gather(&session->lexicon);
}

enum effect_kind session_event(struct user_session *session, const struct event *event)
{
    session->terminal = EFFECT_NONE;
    feed(session, event);
    if (event->kind == EVENT_SIZE || event->kind == EVENT_WAKE)
        begin_there(session, event);
    return session->terminal;
}

int session_bell(const struct user_session *session)
{
    return session->bell.ends[0];
}

/* Says how far the reading of files is, where that is something new. */
static void tell_progress(struct user_session *session)
{
    struct library_progress now = library_progress(&session->library);
    struct progress progress = { now.done, now.total, now.rate };
    struct event event = { .kind = EVENT_PROGRESS, .progress = &progress };
    if (now.done == session->progress.done && now.total == session->progress.total)
        return;
    session->progress = now;
    feed(session, &event);
}

/* Answers with large reports that have come, if they are still wanted. */
static bool tell_opened(struct user_session *session)
{
    struct opening *opening;
    bool adopted = false;
    while ((opening = opener_opened(&session->opener))) {
        bool wanted = opening->effect.number == session->opened;
        if (opening->adopts && opening->article) {
            library_adopt(&session->library, &opening->library);
            adopted = true;
        }
        if (wanted) {
            session->report = !session->report;
            arena_finish(&session->reports[session->report]);
            session->reports[session->report] = opening->arena;
            opening->arena = (struct arena){ 0 };
            tell_report(session, &opening->effect, opening->article, &opening->err);
        }
        opening_free(opening);
    }
    return adopted;
}

/* Takes up what came to the library since, when nobody reads in it. */
static void look_again(struct user_session *session)
{
    keep_library(session);
    if (!tell_opened(session) && (!library_rests(session) || library_refresh(&session->library) == LIBRARY_SAME))
        return;
    keeping_recall(&session->keeping, &session->archive);
    session->grown = true;
    if (session->listed.effect.kind)
        ask(session, &session->listed.effect, true);
    if (session->searched.effect.kind)
        ask(session, &session->searched.effect, true);
}

void session_wake(struct user_session *session)
{
    bell_heard(&session->bell);
    tell_found(session);
    tell_passages(session);
    if (gatherer_gathered(&session->gatherer, &session->archive.listing))
        tell_gathered(session);
    tell_progress(session);
    if (lexicon_has_news(&session->lexicon))
        tell_words(session);
    look_again(session);
    gatherer_go_on(&session->gatherer);
}

struct grid session_view(struct user_session *session, struct arena *arena, int rows, int cols)
{
    struct grid grid = grid_make(arena, rows, cols);
    ui_view(session->ui, &grid);
    return grid;
}
