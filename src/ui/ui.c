/* The reader: its panes, which of them are in sight and which has the keys, and what each key does. */
#include "ui/ui.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "find/align.h"
#include "text/cell.h"
#include "ui/state.h"

/* Puts words on the status line; what is too long for it is cut behind a character. */
static void say(struct ui *ui, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void say(struct ui *ui, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int n = vsnprintf(ui->message, sizeof ui->message, format, args);
    va_end(args);
    if (n >= (int)sizeof ui->message) {
        size_t end = sizeof ui->message - 1; /* the last one may be half there: it goes */
        do
            end--;
        while (end > 0 && ((unsigned char)ui->message[end] & 0xC0) == 0x80);
        ui->message[end] = '\0';
    }
}

/* The length of s for %.*s: enough of it for any message. */
static int printed(struct str s)
{
    return (int)(s.n < sizeof((struct ui *)0)->message ? s.n : sizeof((struct ui *)0)->message);
}

struct ui *ui_create(const struct article **articles, size_t n, struct str message)
{
    struct ui *ui = calloc(1, sizeof *ui);
    if (!ui)
        arena_no_memory();
    list_init(&ui->list, articles, n);
    ui->place_of.arena = &ui->arena;
    ui->focus = n == 1 ? PANE_READER : PANE_LIST;
    ui->reading.search.current = (size_t)-1;
    say(ui, "%.*s", printed(message), message.p);
    return ui;
}

void ui_set_measure(struct ui *ui, int measure)
{
    ui->reading.measure = measure;
}

void ui_destroy(struct ui *ui)
{
    if (!ui)
        return;
    reading_finish(&ui->reading);
    arena_finish(&ui->arena);
    free(ui);
}

static struct effect nothing(void)
{
    return (struct effect){ EFFECT_NONE, 0, NULL };
}

/* Opening a report: a question now, an answer later. */

static void keep_place(struct ui *ui)
{
    const struct article *article = ui->reading.article;
    if (!article || article->is_capture)
        return;
    bool found;
    size_t *index = map_put(&ui->place_of, str_of(article->id), ui->places.n, &found);
    if (!found)
        *PUSH(&ui->arena, &ui->places) = ui->reading.anchor;
    ui->places.v[*index] = ui->reading.anchor;
}

static struct page_spot kept_place(const struct ui *ui, const struct article *article)
{
    const size_t *index = map_get(&ui->place_of, str_of(article->id));
    return index ? ui->places.v[*index] : (struct page_spot){ 0, 0 };
}

/* Asks for the report under the cursor, unless it is open or asked for. Back on the one that is open, the answer for another that one
 * passed by is not wanted any more. */
static struct effect want_current(struct ui *ui)
{
    const struct article *article = list_current(&ui->list);
    if (ui->awaited && article == ui->open) {
        ui->asked++;
        ui->awaited = NULL;
    }
    if (!article || article == ui->open || article == ui->awaited)
        return nothing();
    ui->awaited = article;
    return (struct effect){ EFFECT_OPEN, ++ui->asked, article };
}

/* Shows the capture at the place where the report stands. */
static void show_source(struct ui *ui, const struct article *capture)
{
    struct place place = ui->reading.page ? reading_place(&ui->reading) : (struct place){ PLACE_TITLE, 0 };
    ui->outline_open = false;
    reading_open(&ui->reading, capture, (struct page_spot){ 0, 0 });
    fit_panes(ui);
    if (ui->reading.page)
        reading_go(&ui->reading, align_place(ui->open, place, capture));
    ui->capture_start = ui->reading.anchor;
}

/* Asks for the capture, or goes back from it to the report at the same place. */
static struct effect toggle_source(struct ui *ui)
{
    const struct article *shown = ui->reading.article;
    if (!shown || !ui->reading.page)
        return nothing();
    if (!shown->is_capture) {
        ui->awaited = NULL;
        return (struct effect){ EFFECT_SOURCE, ++ui->asked, shown };
    }
    bool moved = page_spot_cmp(ui->reading.anchor, ui->capture_start) != 0;
    struct place place = reading_place(&ui->reading);
    reading_open(&ui->reading, ui->open, kept_place(ui, ui->open));
    if (moved)
        reading_go(&ui->reading, align_place(shown, place, ui->open));
    return nothing();
}

/* Shows a report where it was left. */
static void show_report(struct ui *ui, const struct article *article)
{
    ui->open = article;
    reading_open(&ui->reading, article, kept_place(ui, article));
    if (!ui->outline_open)
        return;
    if (article->n_outline == 0) {
        ui->outline_open = false;
        fit_panes(ui);
        say(ui, "本篇没有小节");
    } else {
        outline_open(&ui->outline, article, reading_current_section(&ui->reading));
    }
}

static void ask(struct ui *ui);

static void take_answer(struct ui *ui, const struct event *event)
{
    if (event->number != ui->asked)
        return;
    ui->awaited = NULL;
    if (!event->article) {
        ui->outline_open &= ui->outline.article != NULL; /* it waited for its sections */
        fit_panes(ui);
        say(ui, "%.*s", printed(event->message), event->message.p);
        return;
    }
    keep_place(ui);
    if (event->article->is_capture)
        show_source(ui, event->article);
    else
        show_report(ui, event->article);
    if (ui->prompting) { /* what is typed is meant for this report */
        ui->search_from = ui->reading.anchor;
        ask(ui);
    }
}

/* Moves the keys to a pane; the report is fetched where it comes in sight. */
static struct effect go_to(struct ui *ui, enum pane pane)
{
    ui->focus = pane;
    if (pane == PANE_LIST)
        ui->outline_open = false;
    fit_panes(ui);
    return in_sight(ui, PANE_READER) ? want_current(ui) : nothing();
}

/* Searching. */

static struct effect start_search(struct ui *ui, bool backward)
{
    struct effect effect = want_current(ui);
    ui->before_prompt = ui->focus;
    ui->focus = PANE_READER;
    fit_panes(ui);
    ui->prompting = true;
    ui->backward = backward;
    ui->search_from = ui->reading.anchor;
    prompt_start(&ui->prompt, backward ? STR("?") : STR("/"));
    return effect;
}

static void ask(struct ui *ui)
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

static struct effect prompt_event(struct ui *ui, uint32_t key)
{
    switch (prompt_key(&ui->prompt, key)) {
    case PROMPT_SAME:
        break;
    case PROMPT_CHANGED:
        if (ui->reading.article)
            ask(ui);
        break;
    case PROMPT_DONE:
        ui->prompting = false;
        say_outcome(ui);
        break;
    case PROMPT_LEFT:
        ui->prompting = false;
        search_clear(&ui->reading.search);
        if (ui->reading.article)
            reading_return(&ui->reading, ui->search_from);
        ui->focus = ui->before_prompt;
        fit_panes(ui);
        break;
    }
    return nothing();
}

static void step_hit(struct ui *ui, bool forward)
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

/* What the keys do. */

static struct effect move(struct ui *ui, enum action action)
{
    switch (ui->focus) {
    case PANE_LIST:
        rows_move(&ui->list.rows, action, ui->count);
        return in_sight(ui, PANE_READER) ? want_current(ui) : nothing();
    case PANE_OUTLINE:
        rows_move(&ui->outline.rows, action, ui->count);
        break;
    case PANE_HELP:
        rows_move(&ui->help.rows, action, ui->count);
        break;
    case PANE_READER:
        if (ui->reading.article)
            reading_move(&ui->reading, action, ui->count);
        break;
    }
    return nothing();
}

static struct effect open_selected(struct ui *ui)
{
    if (ui->focus == PANE_LIST)
        return ui->list.rows.n ? go_to(ui, PANE_READER) : nothing();
    const struct heading *heading = outline_current(&ui->outline);
    ui->focus = PANE_READER;
    if (!both_panes(ui))
        ui->outline_open = false;
    fit_panes(ui);
    if (heading)
        reading_go(&ui->reading, (struct place){ heading->paragraph, heading->offset });
    return nothing();
}

static struct effect back(struct ui *ui)
{
    switch (ui->focus) {
    case PANE_HELP:
        return go_to(ui, ui->before_help);
    case PANE_OUTLINE:
        ui->outline_open = false;
        return go_to(ui, PANE_READER);
    case PANE_READER:
        if (ui->list.rows.n > 1)
            return go_to(ui, PANE_LIST);
        break;
    case PANE_LIST:
        break;
    }
    return (struct effect){ EFFECT_QUIT, 0, NULL };
}

static struct effect other_pane(struct ui *ui)
{
    if (ui->focus == PANE_READER)
        return go_to(ui, left_pane(ui));
    return go_to(ui, PANE_READER);
}

static struct effect step_article(struct ui *ui, bool forward)
{
    struct rows *rows = &ui->list.rows;
    size_t before = rows->cursor;
    rows_move(rows, forward ? ACT_DOWN : ACT_UP, ui->count);
    if (rows->cursor == before)
        say(ui, forward ? "已是最后一篇" : "已是第一篇");
    return in_sight(ui, PANE_READER) || in_sight(ui, PANE_OUTLINE) ? want_current(ui) : nothing();
}

static struct effect toggle_outline(struct ui *ui)
{
    const struct article *article = ui->reading.article, *current = list_current(&ui->list);
    struct effect effect = nothing();
    if (ui->outline_open) {
        ui->outline_open = false;
        ui->focus = PANE_READER;
    } else if (!current) {
        say(ui, "还没有打开报告");
    } else if (current != ui->open) { /* its sections come with the answer */
        ui->outline_open = true;
        ui->focus = PANE_OUTLINE;
        ui->outline = (struct outline){ .article = NULL };
        effect = want_current(ui);
    } else if (article->n_outline == 0) {
        say(ui, "本篇没有小节");
    } else {
        ui->outline_open = true;
        ui->focus = PANE_OUTLINE;
        fit_panes(ui);
        outline_open(&ui->outline, article, reading_current_section(&ui->reading));
    }
    fit_panes(ui);
    return effect;
}

static void step_section(struct ui *ui, bool forward)
{
    if (!ui->reading.article)
        return;
    if (!reading_section(&ui->reading, forward, ui->count))
        say(ui, ui->reading.article->n_outline == 0 ? "本篇没有小节" : forward ? "已是最后一节" : "已是第一节");
    size_t section = reading_current_section(&ui->reading);
    if (ui->outline_open)
        rows_go(&ui->outline.rows, section == (size_t)-1 ? 0 : section);
}

/* Is it done to the report? From the list the report is shown first, so that one sees it. */
static bool is_for_report(enum action action)
{
    return action == ACT_NEXT_HIT || action == ACT_PREV_HIT || action == ACT_NEXT_SECTION || action == ACT_PREV_SECTION;
}

static struct effect act(struct ui *ui, enum action action)
{
    if (is_for_report(action) && ui->focus == PANE_LIST && !in_sight(ui, PANE_READER))
        return go_to(ui, PANE_READER);
    switch (action) {
    case ACT_OPEN: return open_selected(ui);
    case ACT_BACK: return back(ui);
    case ACT_QUIT: return (struct effect){ EFFECT_QUIT, 0, NULL };
    case ACT_OTHER_PANE: return other_pane(ui);
    case ACT_ALONE:
        ui->alone = !ui->alone;
        return go_to(ui, ui->focus);
    case ACT_NEXT_ARTICLE: return step_article(ui, true);
    case ACT_PREV_ARTICLE: return step_article(ui, false);
    case ACT_SEARCH: return ui->list.rows.n ? start_search(ui, false) : nothing();
    case ACT_SEARCH_BACK: return ui->list.rows.n ? start_search(ui, true) : nothing();
    case ACT_NEXT_HIT: step_hit(ui, true); return nothing();
    case ACT_PREV_HIT: step_hit(ui, false); return nothing();
    case ACT_CLEAR: search_clear(&ui->reading.search); return nothing();
    case ACT_NEXT_SECTION: step_section(ui, true); return nothing();
    case ACT_PREV_SECTION: step_section(ui, false); return nothing();
    case ACT_OUTLINE: return toggle_outline(ui);
    case ACT_ORDER:
        list_next_order(&ui->list);
        say(ui, "%s", list_order_name(&ui->list).p);
        return nothing();
    case ACT_SOURCE: return toggle_source(ui);
    case ACT_HELP:
        if (ui->focus == PANE_HELP)
            return go_to(ui, ui->before_help);
        ui->before_help = ui->focus;
        return go_to(ui, PANE_HELP);
    case ACT_REDRAW: return (struct effect){ EFFECT_REDRAW, 0, NULL };
    case ACT_SUSPEND: return (struct effect){ EFFECT_SUSPEND, 0, NULL };
    default: return move(ui, action);
    }
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

static struct effect key_event(struct ui *ui, uint32_t key)
{
    ui->message[0] = '\0';
    if (ui->prompting)
        return prompt_event(ui, key);
    if (take_digit(ui, key))
        return nothing();
    ui->pending[ui->n_pending++] = key;
    bool more;
    enum action action = keys_action(ui->focus, ui->pending, ui->n_pending, &more);
    if (action == ACT_NONE && more && ui->n_pending < MOST_PENDING)
        return nothing();
    ui->n_pending = 0;
    struct effect effect = action == ACT_NONE ? nothing() : act(ui, action);
    ui->count = 0;
    return effect;
}

struct effect ui_update(struct ui *ui, const struct event *event)
{
    switch (event->kind) {
    case EVENT_SIZE:
        ui->rows = event->rows;
        ui->cols = event->cols;
        fit_panes(ui);
        return in_sight(ui, PANE_READER) ? want_current(ui) : nothing();
    case EVENT_ANSWER:
        take_answer(ui, event);
        return nothing();
    case EVENT_KEY:
        return key_event(ui, event->key);
    }
    return nothing();
}
