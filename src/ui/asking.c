/* What is typed at the prompt: searching the report, narrowing the list, searching the library. */
#include "ui/state.h"

#include <stdio.h>
#include <string.h>

#include "base/tr.h"

/* A prompt opens: what any session asked meanwhile is wanted. */
static void begin_asking(struct ui *ui, enum asking asking)
{
    ui->asking = asking;
    ui->complaint[0] = '\0';
    want(ui, (struct effect){ .kind = EFFECT_RECALL });
}

/* The list. */

void ask_order(struct ui *ui, const struct view *view)
{
    ui->asked_view = *view;
    ui->complaint[0] = '\0';
    ui->asked_order = want(ui, (struct effect){ .kind = EFFECT_ORDER, .order = ui->asked_view.order, .reverse = ui->asked_view.reverse,
                                                .report = ui->kept, .query = view_query(&ui->asked_view) });
}

/* A question that makes no sense leaves the list as it is. */
void take_order(struct ui *ui, const struct event *event)
{
    if (event->number != ui->asked_order)
        return;
    bool first = !ui->list.listing.v;
    if (!event->listing) {
        if (first && ui->list.shown.query_n) { /* an earlier session's question, which has become none */
            ui->list.shown.query_n = 0;
            ask_order(ui, &ui->list.shown);
            return;
        }
        ui->asked_view = ui->list.shown;
        snprintf(ui->complaint, sizeof ui->complaint, "%.*s", printed(event->message), event->message.p);
        if (ui->asking != ASKING_LIST)
            say(ui, "%s", ui->complaint);
        return;
    }
    list_take(&ui->list, event->listing, ui->kept != NO_REPORT ? ui->kept : list_current(&ui->list));
    ui->list.shown = ui->asked_view;
    if (first && event->listing->total == 1)
        ui->focus = PANE_READER;
    fit_panes(ui);
}

void start_narrowing(struct ui *ui)
{
    ui->before_prompt = ui->focus;
    ui->focus = PANE_LIST;
    ui->outline_open = false;
    fit_panes(ui);
    begin_asking(ui, ASKING_LIST);
    ui->before_view = ui->list.shown;
    ui->kept = list_current(&ui->list);
    prompt_start(&ui->prompt, STR("&"), view_query(&ui->list.shown));
}

static void narrow(struct ui *ui)
{
    struct view view = ui->list.shown;
    view_set_query(&view, prompt_text(&ui->prompt));
    ask_order(ui, &view);
}

static void end_narrowing(struct ui *ui, bool given_up)
{
    if (given_up) {
        ui->focus = ui->before_prompt;
        fit_panes(ui);
        ask_order(ui, &ui->before_view);
    }
    ui->asking = ASKING_NOTHING;
    if (!given_up && ui->complaint[0])
        say(ui, "%s", ui->complaint);
}

/* The report. */

void start_search(struct ui *ui, bool backward)
{
    ui->before_prompt = ui->focus;
    ui->focus = PANE_READER;
    fit_panes(ui);
    begin_asking(ui, ASKING_REPORT);
    ui->backward = backward;
    ui->search_from = ui->reading.article ? reading_stand(&ui->reading) : (struct page_spot){ 0, 0 };
    prompt_start(&ui->prompt, backward ? STR("?") : STR("/"), STR(""));
}

void search_again(struct ui *ui)
{
    struct reading *reading = &ui->reading;
    reading_return(reading, ui->search_from);
    search_ask(&reading->search, reading->article, prompt_text(&ui->prompt), reading_place(reading), ui->backward);
    const struct hit *hit = search_current(&reading->search);
    if (hit)
        reading_reveal(reading, (struct place){ hit->paragraph, hit->from });
}

/* What a search that was typed to its end has to say. */
static void say_outcome(struct ui *ui)
{
    const struct search *search = &ui->reading.search;
    if (!search->asked || (!search_current(search) && !ui->backward && awaits_rest(ui)))
        return;
    if (search->hits.n == 0)
        say(ui, "not found: %.*s", printed(search->needle), search->needle.p);
    else if (!search_current(search))
        say(ui, ui->backward ? TR_LATER("none before, %zu behind (n)") : TR_LATER("none behind, %zu before (N)"), search->hits.n);
}

/* Asks the report what was asked last, in this session or another: as an empty search does in less and vi. */
static void ask_again(struct ui *ui)
{
    struct search *search = &ui->reading.search;
    if (search->asked) {
        search->backward = ui->backward && !search->of_library;
        step_hit(ui, search->backward || !ui->backward);
    } else if (ui->reading.article) {
        prompt_set(&ui->prompt, history_last(&ui->questions));
        search_again(ui);
    }
}

static void end_search(struct ui *ui, bool given_up)
{
    ui->asking = ASKING_NOTHING;
    ui->jumps.leapt = true;
    if (!given_up && ui->prompt.n == 0)
        ask_again(ui);
    if (!given_up) {
        say_outcome(ui);
        return;
    }
    search_clear(&ui->reading.search);
    if (ui->reading.article)
        reading_return(&ui->reading, ui->search_from);
    ui->focus = ui->before_prompt;
    fit_panes(ui);
}

/* On from the last match of a report to the first of the next one that was found, or back. */
static void step_finding(struct ui *ui, bool forward)
{
    if (!ui->results_open || !results_step(&ui->results, forward, 1)) {
        say(ui, forward ? TR_LATER("this is the last hit") : TR_LATER("this is the first hit"));
        return;
    }
    ui->awaited_match = forward ? 0 : (size_t)-1;
    if (!forward)
        results_go(&ui->results, results_at(&ui->results).finding, (size_t)-1);
}

static void step_found(struct ui *ui, bool forward)
{
    struct search *search = &ui->reading.search;
    if (!search_step(search, forward, ui->count ? ui->count : 1)) {
        step_finding(ui, forward);
        return;
    }
    const struct hit *hit = search_current(search);
    reading_reveal(&ui->reading, (struct place){ hit->paragraph, hit->from });
    if (ui->results_open)
        results_go(&ui->results, results_at(&ui->results).finding, search->current);
}

/* The hit of the question asked last, in an earlier session, that comes next or came before. */
static void ask_last(struct ui *ui, bool forward)
{
    if (!ui->reading.article || history_last(&ui->questions).n == 0) {
        say(ui, "nothing was searched for (/)");
        return;
    }
    ui->backward = !forward;
    ui->search_from = ui->reading.anchor;
    prompt_set(&ui->prompt, history_last(&ui->questions));
    search_again(ui);
    say_outcome(ui);
    ui->reading.search.backward &= !search_current(&ui->reading.search); /* it stays a search forward, and N a step back in it */
}

void step_hit(struct ui *ui, bool forward)
{
    struct search *search = &ui->reading.search;
    if (search->asked && search->of_library) {
        step_found(ui, forward);
        return;
    }
    if (!search->asked) {
        ask_last(ui, forward);
        return;
    }
    bool onward = forward != search->backward;
    if (search->hits.n == 0)
        say_outcome(ui);
    else if (!search_step(search, onward, ui->count ? ui->count : 1) && !(forward && awaits_rest(ui)))
        say(ui, onward ? TR_LATER("this is the last hit") : TR_LATER("this is the first hit"));
    const struct hit *hit = search_current(search);
    if (hit)
        reading_reveal(&ui->reading, (struct place){ hit->paragraph, hit->from });
}

/* The library. */

void ask_library(struct ui *ui, struct str question)
{
    ui->complaint[0] = '\0';
    ui->asked_question_n = question.n;
    memmove(ui->asked_question, question.p, question.n);
    struct str kept = { ui->asked_question, question.n };
    ui->passages_awaited = false;
    ui->asked_passages = 0;
    ui->asked_search = ui->answered_search = 0;
    if (question.n)
        ui->asked_search = want(ui, (struct effect){ .kind = EFFECT_SEARCH, .query = kept, .by = ui->results.by });
    else
        results_take(&ui->results, &kept, &(struct findings_so_far){ .over = true }, NO_REPORT, 0);
}

/* What a search of the library that was typed to its end has to say. */
static void say_found(struct ui *ui)
{
    if (ui->complaint[0])
        say(ui, "%s", ui->complaint);
    else if (ui->results.over && ui->results.n == 0)
        say(ui, "not found: %.*s", printed(results_question(&ui->results)), ui->results.question);
}

void take_found(struct ui *ui, const struct event *event)
{
    if (event->number != ui->asked_search)
        return;
    if (!event->found) {
        ui->asked_search = ui->answered_search;
        snprintf(ui->complaint, sizeof ui->complaint, "%.*s", printed(event->message), event->message.p);
    } else if (event->number != ui->restoring || event->found->over) {
        struct str question = { ui->asked_question, ui->asked_question_n };
        struct results_at at = results_at(&ui->results);
        bool same = event->number == ui->answered_search;
        if (!same) { /* passages that were asked for meanwhile are of the question before */
            ui->passages_awaited = false;
            ui->asked_passages = 0;
        }
        bool moved = same && (ui->results.rows.cursor > 0 || ui->asking != ASKING_LIBRARY);
        if (event->number == ui->restoring)
            results_take(&ui->results, &question, event->found, ui->before_results.report, ui->before_results.match);
        else
            results_take(&ui->results, same ? NULL : &question, event->found, moved ? results_report(&ui->results) : NO_REPORT, at.match);
        ui->answered_search = event->number;
        ui->restoring = 0;
    }
    fit_panes(ui);
    if (ui->asking != ASKING_LIBRARY && ui->focus == PANE_RESULTS)
        say_found(ui);
}

void start_library_search(struct ui *ui)
{
    struct before_results *before = &ui->before_results;
    struct str last = results_question(&ui->results);
    before->focus = ui->focus == PANE_HELP ? ui->before_help : ui->focus;
    before->open = ui->results_open;
    before->report = results_report(&ui->results);
    before->match = results_at(&ui->results).match;
    before->n = last.n;
    memcpy(before->question, last.p, last.n);
    if (!ui->results_open)
        ui->behind_results = before->focus == PANE_OUTLINE ? PANE_READER : before->focus;
    if (last.n == 0)
        last = history_last(&ui->questions);
    ui->results_open = true;
    ui->outline_open = false;
    ui->focus = PANE_RESULTS;
    fit_panes(ui);
    begin_asking(ui, ASKING_LIBRARY);
    prompt_start(&ui->prompt, STR("\\"), last);
    if (before->n == 0 && last.n)
        ask_library(ui, last);
}

void close_results(struct ui *ui)
{
    ui->results_open = false;
    ui->focus = ui->behind_results;
    fit_panes(ui);
}

static void end_library_search(struct ui *ui, bool given_up)
{
    const struct before_results *before = &ui->before_results;
    ui->asking = ASKING_NOTHING;
    if (!given_up && ui->prompt.n > 0) {
        say_found(ui);
        return;
    }
    struct str question = { before->question, before->n };
    if (!str_eq(question, (struct str){ ui->asked_question, ui->asked_question_n })) {
        ask_library(ui, question);
        ui->restoring = ui->asked_search;
    }
    ui->awaited_match = before->match;
    if (!before->open)
        close_results(ui);
    ui->focus = before->focus;
    fit_panes(ui);
}

static void remember(struct ui *ui, struct str question)
{
    if (question.n == 0 || str_eq(history_last(&ui->questions), question))
        return;
    history_add(&ui->questions, question);
    want(ui, (struct effect){ .kind = EFFECT_REMEMBER, .query = history_last(&ui->questions) });
}

/* Words that letters may mean. */

/* Where the letters begin that stand before the cursor of the prompt, a word of their own outside quotes; its cursor where none do. */
static size_t letters_from(const struct prompt *prompt)
{
    size_t from = prompt->cursor, quotes = 0;
    while (from > 0 && ((prompt->text[from - 1] >= 'a' && prompt->text[from - 1] <= 'z') || prompt->text[from - 1] == '\''))
        from--;
    for (size_t i = 0; i < from; i++)
        quotes += prompt->text[i] == '"';
    bool apart = from == 0 || strchr(" |-", prompt->text[from - 1]);
    return apart && quotes % 2 == 0 ? from : prompt->cursor;
}

/* Asks what the letters at the prompt may mean; a single one may mean too much. */
static void want_words(struct ui *ui)
{
    enum { LEAST = 2 };
    ui->words.n = 0;
    ui->asked_words = 0;
    ui->words_from = letters_from(&ui->prompt);
    struct str letters = str_sub(prompt_text(&ui->prompt), ui->words_from, ui->prompt.cursor);
    if (letters.n >= LEAST)
        ui->asked_words = want(ui, (struct effect){ .kind = EFFECT_SUGGEST, .query = letters });
}

void take_words(struct ui *ui, const struct event *event)
{
    if (event->number != ui->asked_words || !ui->asking)
        return;
    arena_reset(&ui->words_arena);
    struct str *v = NEW_N(&ui->words_arena, struct str, WORDS_MOST);
    ui->words = (struct words){ v, event->words->n < WORDS_MOST ? event->words->n : WORDS_MOST };
    for (size_t i = 0; i < ui->words.n; i++)
        v[i] = arena_str(&ui->words_arena, event->words->v[i]);
}

/* A digit takes the word of that number, Tab the first. */
static bool take_word(struct ui *ui, uint32_t key)
{
    size_t i = key == K_TAB ? 0 : key >= '1' && key <= '9' ? key - '1' : WORDS_MOST;
    if (i >= ui->words.n)
        return false;
    prompt_replace(&ui->prompt, ui->words_from, ui->words.v[i]);
    return true;
}

/* Keys at the prompt. */

/* Asks what is typed now. */
static void ask_prompt(struct ui *ui)
{
    if (ui->asking == ASKING_LIST)
        narrow(ui);
    else if (ui->asking == ASKING_LIBRARY)
        ask_library(ui, prompt_text(&ui->prompt));
    else if (ui->reading.article)
        search_again(ui);
    if (ui->asking != ASKING_REPORT)
        want_words(ui);
}

static void end_prompt(struct ui *ui, bool given_up)
{
    if (!given_up)
        remember(ui, prompt_text(&ui->prompt));
    ui->words.n = 0;
    switch (ui->asking) {
    case ASKING_REPORT: end_search(ui, given_up); break;
    case ASKING_LIST: end_narrowing(ui, given_up); break;
    case ASKING_LIBRARY: end_library_search(ui, given_up); break;
    case ASKING_NOTE:
    case ASKING_ROSTER:
    case ASKING_COMMAND:
    case ASKING_NOTHING: break;
    }
    history_leave(&ui->questions);
}

void prompt_paste(struct ui *ui, uint32_t c)
{
    if (prompt_key(&ui->prompt, c < 0x20 ? ' ' : c) == PROMPT_CHANGED)
        ask_prompt(ui);
}

void prompt_event(struct ui *ui, uint32_t key)
{
    if (ui->asking >= ASKING_NOTE) {
        (ui->asking == ASKING_NOTE ? note_event : ui->asking == ASKING_ROSTER ? roster_event : command_event)(ui, key);
        return;
    }
    if (take_word(ui, key) || ((key == K_UP || key == K_DOWN) && history_step(&ui->questions, &ui->prompt, key == K_UP))) {
        ask_prompt(ui);
        return;
    }
    switch (prompt_key(&ui->prompt, key)) {
    case PROMPT_SAME: break;
    case PROMPT_CHANGED: ask_prompt(ui); break;
    case PROMPT_DONE: end_prompt(ui, false); break;
    case PROMPT_LEFT: end_prompt(ui, true); break;
    }
}
