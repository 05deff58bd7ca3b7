/* The reader: its panes, which of them are in sight and which has the keys, and what each key does. */
#include "ui/ui.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/tr.h"
#include "ui/state.h"

void say(struct ui *ui, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int n = vsnprintf(ui->message, sizeof ui->message, tr(format), args);
    va_end(args);
    if (n >= (int)sizeof ui->message) {
        size_t end = sizeof ui->message - 1; /* the last one may be half there: it goes */
        do
            end--;
        while (end > 0 && ((unsigned char)ui->message[end] & 0xC0) == 0x80);
        ui->message[end] = '\0';
    }
}

int printed(struct str s)
{
    return (int)(s.n < sizeof((struct ui *)0)->message ? s.n : sizeof((struct ui *)0)->message);
}

struct ui *ui_create(struct str message)
{
    struct ui *ui = calloc(1, sizeof *ui);
    if (!ui)
        arena_no_memory();
    ui->place_of.arena = &ui->arena;
    keymap_init(&ui->keymap);
    ui->focus = PANE_LIST;
    ui->open = ui->awaited = ui->refused = ui->kept = NO_REPORT;
    ui->trip.report = ui->jumps.before.report = NO_REPORT;
    ui->reading.search.current = (size_t)-1;
    ui->reading.rules = PAGE_RULES_USUAL;
    say(ui, "%.*s", printed(message), message.p);
    return ui;
}

void ui_set_page(struct ui *ui, struct page_rules rules)
{
    ui->reading.rules = rules;
}

void ui_set_script(struct ui *ui, enum script_wish script)
{
    ui->script = script;
}

void ui_set_list(struct ui *ui, enum order_key order, bool reverse, enum list_form form, struct str query)
{
    struct view *view = &ui->list.shown;
    view->order = order;
    view->reverse = reverse;
    view_set_query(view, query);
    list_set_form(&ui->list, form);
    ui->view_kept = *view;
    ui->form_kept = form;
}

void ui_go_to(struct ui *ui, uint32_t report, struct place place)
{
    size_t position = list_seek(&ui->list, report);
    if (position == ui->list.listing.n)
        return;
    ui->start = place;
    ui->starts = true;
    list_go(&ui->list, position);
    go_to_pane(ui, PANE_READER);
    if (report == ui->open && ui->opened)
        take_start(ui);
}

void ui_ask(struct ui *ui, struct str query)
{
    start_search(ui, false);
    prompt_set(&ui->prompt, query);
    if (ui->reading.article)
        search_again(ui);
}

void ui_set_keys(struct ui *ui, const struct keymap *keymap)
{
    ui->keymap = *keymap;
}

void ui_destroy(struct ui *ui)
{
    if (!ui)
        return;
    list_finish(&ui->list);
    results_finish(&ui->results);
    marks_finish(&ui->marks);
    roster_finish(&ui->roster);
    arena_finish(&ui->words_arena);
    history_finish(&ui->questions);
    history_finish(&ui->commands);
    reading_finish(&ui->reading);
    arena_finish(&ui->arena);
    free(ui);
}

uint64_t want(struct ui *ui, struct effect effect)
{
    effect.number = ++ui->asked;
    assert(ui->effects.n < EFFECTS_MOST);
    ui->effects.v[ui->effects.n++] = effect;
    return effect.number;
}

void go_to_pane(struct ui *ui, enum pane pane)
{
    ui->focus = pane;
    if (pane == PANE_READER)
        ui->refused = NO_REPORT; /* it may be had now */
    fit_panes(ui);
}

/* What the keys do. */

void move_in(struct ui *ui, enum pane pane, enum action action, size_t count)
{
    switch (pane) {
    case PANE_LIST: rows_move(&ui->list.rows, action, count); break;
    case PANE_OUTLINE: rows_move(&ui->outline.rows, action, count); break;
    case PANE_HELP: rows_move(&ui->help.rows, action, count); break;
    case PANE_RESULTS: rows_move(&ui->results.rows, action, count); break;
    case PANE_MARKS: rows_move(&ui->marks.rows, action, count); break;
    case PANE_ROSTER: rows_move(&ui->roster.rows, action, count); break;
    case PANE_READER:
        if (ui->reading.article && !awaits_move(ui, action, count))
            reading_move(&ui->reading, action, count);
        break;
    }
}

/* Opens the report at the match under the cursor. */
static void open_finding(struct ui *ui)
{
    if (ui->results.n == 0)
        return;
    ui->open_serial = 0; /* though it be open already: its search may be another by now */
    ui->awaited_match = results_at(&ui->results).match;
    go_to_pane(ui, PANE_READER);
}

void open_selected(struct ui *ui)
{
    ui->jumps.leapt = true;
    if (ui->focus == PANE_LIST) {
        if (ui->list.rows.n && !list_enter(&ui->list))
            return_to_report(ui);
        return;
    }
    if (ui->focus == PANE_RESULTS) {
        open_finding(ui);
        return;
    }
    if (ui->focus == PANE_MARKS || ui->focus == PANE_ROSTER) {
        (ui->focus == PANE_MARKS ? go_to_marked : open_named)(ui);
        return;
    }
    const struct heading *heading = outline_current(&ui->outline);
    ui->focus = PANE_READER;
    if (!both_panes(ui))
        ui->outline_open = false;
    fit_panes(ui);
    if (heading)
        reading_go(&ui->reading, (struct place){ heading->paragraph, heading->offset });
}

static void back(struct ui *ui)
{
    switch (ui->focus) {
    case PANE_HELP: go_to_pane(ui, ui->before_help); return;
    case PANE_OUTLINE:
        ui->outline_open = false;
        go_to_pane(ui, PANE_READER);
        return;
    case PANE_RESULTS: close_results(ui); return;
    case PANE_ROSTER: stop_roster(ui); __attribute__((fallthrough));
    case PANE_MARKS: go_to_pane(ui, ui->behind_pane); return;
    case PANE_READER:
        if (ui->list.listing.total <= 1 && !ui->results_open)
            break;
        go_to_pane(ui, ui->results_open ? PANE_RESULTS : PANE_LIST);
        return;
    case PANE_LIST: break;
    }
    want(ui, (struct effect){ .kind = EFFECT_QUIT });
}

/* List, report, outline apart, and round. */
static enum pane other_pane(const struct ui *ui)
{
    if (ui->focus == PANE_READER)
        return outline_apart(ui) ? PANE_OUTLINE : left_pane(ui);
    return ui->focus == PANE_OUTLINE && outline_apart(ui) ? left_pane(ui) : PANE_READER;
}

static void step_article(struct ui *ui, bool forward)
{
    if (ui->results_open) {
        ui->awaited_match = 0;
        if (!results_step(&ui->results, forward, ui->count ? ui->count : 1))
            say(ui, forward ? TR_LATER("this is the last report") : TR_LATER("this is the first report"));
        return;
    }
    size_t n = ui->list.listing.n, at = list_position(&ui->list), by = ui->count ? ui->count : 1;
    size_t left = n == 0 ? 0 : forward ? n - 1 - at : at;
    if (left == 0)
        say(ui, forward ? TR_LATER("this is the last report") : TR_LATER("this is the first report"));
    by = by < left ? by : left;
    if (n)
        list_go(&ui->list, forward ? at + by : at - by);
}

static void toggle_outline(struct ui *ui)
{
    const struct article *article = ui->reading.article;
    uint32_t current = current_report(ui);
    if (ui->outline_open) {
        ui->focus = ui->focus == PANE_LIST ? PANE_LIST : PANE_READER;
        ui->outline_open = false;
    } else if (current == NO_REPORT) {
        say(ui, "no report is open");
    } else if (current != ui->open) { /* its sections come with the answer */
        ui->outline_open = true;
        ui->focus = PANE_OUTLINE;
        ui->outline = (struct outline){ .article = NULL };
    } else if (article->n_outline == 0) {
        if (!awaits_rest(ui))
            say(ui, "this report has no sections");
    } else {
        ui->outline_open = true;
        ui->focus = PANE_OUTLINE;
        fit_panes(ui);
        outline_open(&ui->outline, article, reading_current_section(&ui->reading));
    }
    fit_panes(ui);
}

static void step_section(struct ui *ui, bool forward)
{
    if (!ui->reading.article)
        return;
    if (!reading_section(&ui->reading, forward, ui->count) && !(forward && awaits_rest(ui)))
        say(ui, ui->reading.article->n_outline == 0 ? TR_LATER("this report has no sections")
                : forward                           ? TR_LATER("this is the last section")
                                                    : TR_LATER("this is the first section"));
}

static void step_sentence(struct ui *ui, bool forward)
{
    if (ui->reading.article && !reading_sentence(&ui->reading, forward, ui->count))
        say(ui, "%s", forward ? tr("the last sentence") : tr("the first sentence"));
}

static void toggle_traces(struct ui *ui)
{
    bool traces = !ui->reading.rules.traces;
    reading_show_traces(&ui->reading, traces);
    say(ui, "%s", traces ? tr("‹200B› hidden  ␣ full-width blank  ↵ joined  ‹←was› repaired") : tr("no traces"));
}

/* Takes away what is shown beside the text: results, the narrowing of a list, the marks of a search. */
static void clear(struct ui *ui)
{
    struct view all = ui->list.shown;
    if (ui->focus == PANE_RESULTS) {
        close_results(ui);
    } else if (ui->focus == PANE_ROSTER && ui->roster.n_letters) {
        roster_narrow(&ui->roster, STR(""));
    } else if (ui->focus == PANE_ROSTER) {
        stop_roster(ui);
    } else if (ui->focus == PANE_LIST && all.query_n) {
        all.query_n = 0;
        ask_order(ui, &all);
    } else {
        search_clear(&ui->reading.search);
        ui->reading.sentence = (struct hit){ .to = 0 };
    }
}

static void next_order(struct ui *ui)
{
    if (ui->focus == PANE_RESULTS) {
        ui->results.by = (enum finding_order)((ui->results.by + 1) % N_FOUND_ORDERS);
        ask_library(ui, results_question(&ui->results));
        say(ui, "%s", results_order_name(&ui->results).p);
        return;
    }
    struct view next = view_next_order(&ui->asked_view);
    ask_order(ui, &next);
    say(ui, "%s", view_order_name(&next).p);
}

static void next_form(struct ui *ui)
{
    enum list_form form = (enum list_form)((list_form(&ui->list) + 1) % N_FORMS);
    list_set_form(&ui->list, form);
    say(ui, "%s", list_form_name(form).p);
}

static void jump(struct ui *ui, bool forward)
{
    if (ui->list.rows.n)
        ui->asked_jump = want(ui, (struct effect){ .kind = EFFECT_JUMP, .order = ui->list.shown.order, .forward = forward,
                                                   .position = list_position(&ui->list) });
}

static void take_jump(struct ui *ui, const struct event *event)
{
    if (event->number != ui->asked_jump)
        return;
    if (event->position < ui->list.listing.n)
        list_visit(&ui->list, event->position);
    else
        say(ui, "%.*s", printed(event->message), event->message.p);
}

static void toggle_help(struct ui *ui)
{
    enum pane to = ui->focus == PANE_HELP ? ui->before_help : PANE_HELP;
    if (to == PANE_HELP)
        ui->before_help = ui->focus;
    go_to_pane(ui, to);
}

/* Folds the congress, or goes back where there is none to fold. */
static void leave_congress(struct ui *ui)
{
    if (!list_leave(&ui->list))
        back(ui);
}

static void quit(struct ui *ui)
{
    want(ui, (struct effect){ .kind = EFFECT_QUIT });
}

static void redraw(struct ui *ui)
{
    want(ui, (struct effect){ .kind = EFFECT_REDRAW });
}

static void suspend(struct ui *ui)
{
    want(ui, (struct effect){ .kind = EFFECT_SUSPEND });
}

/* ^I is the same byte as Tab: behind ^O it goes the other way. */
static void go_to_other(struct ui *ui)
{
    if (ui->focus == PANE_ROSTER)
        open_roster(ui, !ui->roster.terms);
    else if (ui->stepping_back)
        step_stop(ui, false);
    else
        go_to_pane(ui, other_pane(ui));
}

static void toggle_alone(struct ui *ui)
{
    ui->alone = !ui->alone;
    go_to_pane(ui, ui->focus);
}

static void note_here(struct ui *ui)
{
    start_note(ui, ui->focus == PANE_MARKS ? marks_current(&ui->marks) : NULL);
}

static void search(struct ui *ui, bool backward)
{
    if (ui->focus == PANE_ROSTER)
        start_roster_narrowing(ui);
    else if (ui->list.rows.n)
        start_search(ui, backward);
}

static void narrow(struct ui *ui)
{
    (ui->focus == PANE_ROSTER ? start_roster_narrowing : start_narrowing)(ui);
}

static void go_to_hit(struct ui *ui, bool forward)
{
    if (ui->focus == PANE_RESULTS)
        move_in(ui, ui->focus, forward ? ACT_DOWN : ACT_UP, ui->count);
    else
        step_hit(ui, forward);
}

/* What each action does: a function of its own, or one that it shares with its opposite. Those that have neither move in the pane. */
static const struct deed {
    void (*alone)(struct ui *ui);
    void (*either)(struct ui *ui, bool way);
    bool way;
    bool jumps;    /* it goes far, so that one may want to come back */
    bool to_report; /* it is done to the report: from the list that is shown first, so that one sees it */
} deeds[N_ACTIONS] = {
    [ACT_START] = { .jumps = true },
    [ACT_END] = { .jumps = true },
    [ACT_PERCENT] = { .jumps = true },
    [ACT_OPEN] = { .alone = open_selected },
    [ACT_BACK] = { .alone = back },
    [ACT_OUT] = { .alone = leave_congress },
    [ACT_QUIT] = { .alone = quit },
    [ACT_OTHER_PANE] = { .alone = go_to_other },
    [ACT_ALONE] = { .alone = toggle_alone },
    [ACT_NEXT_ARTICLE] = { .either = step_article, .way = true },
    [ACT_PREV_ARTICLE] = { .either = step_article },
    [ACT_SEARCH] = { .either = search },
    [ACT_SEARCH_BACK] = { .either = search, .way = true },
    [ACT_NARROW] = { .alone = narrow },
    [ACT_SEARCH_LIBRARY] = { .alone = start_library_search },
    [ACT_NEXT_HIT] = { .either = go_to_hit, .way = true, .jumps = true, .to_report = true },
    [ACT_PREV_HIT] = { .either = go_to_hit, .jumps = true, .to_report = true },
    [ACT_CLEAR] = { .alone = clear },
    [ACT_NEXT_SECTION] = { .either = step_section, .way = true, .jumps = true, .to_report = true },
    [ACT_PREV_SECTION] = { .either = step_section, .jumps = true, .to_report = true },
    [ACT_NEXT_SENTENCE] = { .either = step_sentence, .way = true, .to_report = true },
    [ACT_PREV_SENTENCE] = { .either = step_sentence, .to_report = true },
    [ACT_OUTLINE] = { .alone = toggle_outline },
    [ACT_OLDER] = { .either = step_stop, .way = true },
    [ACT_MARK] = { .either = want_letter, .way = true },
    [ACT_TO_MARK] = { .either = want_letter },
    [ACT_MARKS] = { .alone = open_marks },
    [ACT_UNMARK] = { .alone = unmark },
    [ACT_NOTE] = { .alone = note_here },
    [ACT_COPY] = { .alone = copy_passage },
    [ACT_PEOPLE] = { .either = open_roster },
    [ACT_TERMS] = { .either = open_roster, .way = true },
    [ACT_COMMAND] = { .alone = start_command },
    [ACT_ORDER] = { .alone = next_order },
    [ACT_FORM] = { .alone = next_form },
    [ACT_NEXT_GROUP] = { .either = jump, .way = true },
    [ACT_PREV_GROUP] = { .either = jump },
    [ACT_STAR] = { .alone = toggle_star },
    [ACT_SOURCE] = { .alone = toggle_source },
    [ACT_SCRIPT] = { .alone = next_script },
    [ACT_TRACES] = { .alone = toggle_traces },
    [ACT_HELP] = { .alone = toggle_help },
    [ACT_REDRAW] = { .alone = redraw },
    [ACT_SUSPEND] = { .alone = suspend },
};

void act(struct ui *ui, enum action action)
{
    const struct deed *deed = &deeds[action];
    ui->jumps.leapt |= deed->jumps;
    if (deed->to_report && ui->focus == PANE_LIST && !in_sight(ui, PANE_READER))
        go_to_pane(ui, PANE_READER);
    else if (deed->alone)
        deed->alone(ui);
    else if (deed->either)
        deed->either(ui, deed->way);
    else if (action != ACT_NONE)
        move_in(ui, ui->focus, action, ui->count);
    ui->stepping_back = action == ACT_OLDER || (ui->stepping_back && action == ACT_OTHER_PANE);
}

/* A number before a key repeats it. */
static bool take_digit(struct ui *ui, uint32_t key)
{
    if (ui->n_pending || key > '9' || key < (ui->count ? '0' : '1'))
        return false;
    if (ui->count < 100000000)
        ui->count = ui->count * 10 + (key - '0');
    return true;
}

static void key_event(struct ui *ui, uint32_t key)
{
    ui->message[0] = '\0';
    ui->awaited_move = ACT_NONE;
    if (ui->asking) {
        prompt_event(ui, key);
        return;
    }
    if (ui->letter_for != ACT_NONE) {
        take_letter(ui, key);
        return;
    }
    ui->kept = NO_REPORT;
    if (take_digit(ui, key))
        return;
    ui->pending[ui->n_pending++] = key;
    bool more;
    enum action action = keys_action(&ui->keymap, ui->focus, ui->pending, ui->n_pending, &more);
    if (action == ACT_NONE && more && ui->n_pending < MOST_PENDING)
        return;
    ui->n_pending = 0;
    act(ui, action);
    ui->count = 0;
}

static void take_passages(struct ui *ui, const struct event *event)
{
    ui->passages_awaited = event->entries->left > 0;
    ui->asked_passages = ui->passages_awaited ? event->number : 0;
    shelf_put(&ui->results.shelf, event->entries);
}

static void take_entries(struct ui *ui, const struct event *event)
{
    if (event->number == ui->asked_passages)
        take_passages(ui, event);
    if (event->number != ui->asked_entries)
        return;
    ui->entries_awaited = false;
    shelf_put(&ui->list.shelf, event->entries);
}

static void want_entries(struct ui *ui)
{
    if (ui->entries_awaited || too_small(ui))
        return;
    size_t n = list_lacks(&ui->list, ui->asked_numbers, MOST_ASKED);
    if (n == 0)
        return;
    ui->entries_awaited = true;
    ui->asked_entries = want(ui, (struct effect){ .kind = EFFECT_ENTRIES, .reports = ui->asked_numbers, .n_reports = n });
}

static void want_passages(struct ui *ui)
{
    if (ui->passages_awaited || too_small(ui) || !in_sight(ui, PANE_RESULTS))
        return;
    size_t n = results_lack(&ui->results, ui->asked_findings, MOST_ASKED);
    if (n == 0)
        return;
    ui->passages_awaited = true;
    ui->asked_passages = want(ui, (struct effect){ .kind = EFFECT_ENTRIES, .reports = ui->asked_findings, .n_reports = n,
                                                   .query = results_question(&ui->results) });
}

/* Keeps how the list is shown, where that is not what was kept last. What is being typed is nothing yet. */
static void note_view(struct ui *ui)
{
    const struct view *shown = &ui->list.shown, *kept = &ui->view_kept;
    enum list_form form = list_form(&ui->list);
    bool same = shown->order == kept->order && shown->reverse == kept->reverse && form == ui->form_kept && str_eq(view_query(shown), view_query(kept));
    if (same || ui->asking == ASKING_LIST)
        return;
    ui->view_kept = *shown;
    ui->form_kept = form;
    want(ui, (struct effect){ .kind = EFFECT_VIEW, .order = shown->order, .reverse = shown->reverse, .form = form, .query = view_query(&ui->view_kept) });
}

/* The outline follows the report; its cursor too, while it has not the keys. */
static void follow(struct ui *ui)
{
    if (ui->outline_open && ui->reading.page && ui->outline.article == ui->reading.article)
        outline_follow(&ui->outline, reading_current_section(&ui->reading), ui->focus != PANE_OUTLINE);
}

/* What is wanted whatever happened: what is in sight, and is not there. */
static void want_the_rest(struct ui *ui)
{
    if (ui->rows == 0)
        return;
    if (!ui->asked_order)
        ask_order(ui, &ui->list.shown);
    if (in_sight(ui, PANE_READER) || in_sight(ui, PANE_OUTLINE))
        want_report(ui);
    want_entries(ui);
    want_passages(ui);
    note_progress(ui);
    note_view(ui);
    note_stop(ui);
    follow(ui);
    show_margin(ui);
}

struct effects ui_update(struct ui *ui, const struct event *event)
{
    ui->effects.n = 0;
    switch (event->kind) {
    case EVENT_SIZE:
        ui->rows = event->rows;
        ui->cols = event->cols;
        fit_panes(ui);
        break;
    case EVENT_KEY:
        if (!event->pasted)
            key_event(ui, event->key);
        else if (ui->asking)
            prompt_paste(ui, event->key);
        break;
    case EVENT_MOUSE: mouse_event(ui, event); break;
    case EVENT_ANSWER: take_report(ui, event); break;
    case EVENT_ORDER: take_order(ui, event); break;
    case EVENT_ENTRIES: take_entries(ui, event); break;
    case EVENT_JUMP: take_jump(ui, event); break;
    case EVENT_FOUND: take_found(ui, event); break;
    case EVENT_WORDS: take_words(ui, event); break;
    case EVENT_WAKE: break;
    case EVENT_HISTORY: history_take(&ui->questions, event->words); break;
    case EVENT_KEPT:
        take_kept(ui);
        if (event->message.n)
            say(ui, "%.*s", printed(event->message), event->message.p);
        break;
    case EVENT_SAID: say(ui, "%.*s", printed(event->message), event->message.p); break;
    case EVENT_PLACE: take_mark_place(ui, event); break;
    case EVENT_LEFT: take_left(ui, event); break;
    case EVENT_MARKS: take_marks(ui, event); break;
    case EVENT_ROSTER: take_roster(ui, event); break;
    case EVENT_PROGRESS: ui->progress = *event->progress; break;
    }
    want_the_rest(ui);
    return ui->effects;
}
