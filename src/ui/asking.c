/* What is typed at the prompt: searching the report, narrowing the list. */
#include "ui/state.h"

#include <stdio.h>

/* The list. */

void ask_order(struct ui *ui, const struct view *view)
{
    ui->asked_view = *view;
    ui->complaint[0] = '\0';
    ui->asked_order = want(ui, (struct effect){ .kind = EFFECT_ORDER, .order = ui->asked_view.order, .reverse = ui->asked_view.reverse,
                                                .query = view_query(&ui->asked_view) });
}

/* A question that makes no sense leaves the list as it is. */
void take_order(struct ui *ui, const struct event *event)
{
    if (event->number != ui->asked_order)
        return;
    bool first = !ui->list.listing.v;
    if (!event->listing) {
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
    ui->asking = ASKING_LIST;
    ui->before_view = ui->list.shown;
    ui->kept = list_current(&ui->list);
    ui->complaint[0] = '\0';
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
    ui->asking = ASKING_REPORT;
    ui->complaint[0] = '\0';
    ui->backward = backward;
    ui->search_from = ui->reading.anchor;
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
    if (!search->asked)
        return;
    if (search->hits.n == 0)
        say(ui, "没有找到: %.*s", printed(search->needle), search->needle.p);
    else if (!search_current(search))
        say(ui, ui->backward ? "前面没有, 后面有 %zu 处 (n)" : "后面没有, 前面有 %zu 处 (N)", search->hits.n);
}

static void end_search(struct ui *ui, bool given_up)
{
    ui->asking = ASKING_NOTHING;
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

void step_hit(struct ui *ui, bool forward)
{
    struct search *search = &ui->reading.search;
    if (!search->asked) {
        say(ui, "还没有查找 (/)");
        return;
    }
    bool onward = forward != search->backward;
    if (search->hits.n == 0)
        say_outcome(ui);
    else if (!search_step(search, onward, ui->count ? ui->count : 1))
        say(ui, onward ? "已是最后一处" : "已是第一处");
    const struct hit *hit = search_current(search);
    if (hit)
        reading_reveal(&ui->reading, (struct place){ hit->paragraph, hit->from });
}

/* Keys at the prompt. */

void prompt_event(struct ui *ui, uint32_t key)
{
    enum prompt_result result = prompt_key(&ui->prompt, key);
    bool over = result == PROMPT_DONE || result == PROMPT_LEFT;
    switch (ui->asking) {
    case ASKING_REPORT:
        if (over)
            end_search(ui, result == PROMPT_LEFT);
        else if (result == PROMPT_CHANGED && ui->reading.article)
            search_again(ui);
        break;
    case ASKING_LIST:
        if (over)
            end_narrowing(ui, result == PROMPT_LEFT);
        else if (result == PROMPT_CHANGED)
            narrow(ui);
        break;
    case ASKING_NOTHING:
        break;
    }
}
