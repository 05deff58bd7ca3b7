/* Fetching reports and their captures: a question now, an answer later; and what becomes of a report while it is read. */
#include <string.h>

#include "base/tr.h"
#include "find/align.h"
#include "text/utf8.h"
#include "ui/state.h"

bool awaits_report(const struct ui *ui)
{
    return ui->asked_report && ui->awaited != NO_REPORT && ui->awaited != ui->open;
}

bool awaits_rest(struct ui *ui)
{
    bool begun = ui->reading.article && ui->reading.article == ui->opened && ui->opened->is_beginning;
    bool awaits = ui->asked_rest || awaits_report(ui);
    if (awaits)
        say(ui, "%s", tr("one moment: the rest of the report is still being read"));
    else if (begun)
        say(ui, "%s", tr("only the beginning of this report could be read"));
    return awaits || begun;
}

bool awaits_move(struct ui *ui, enum action action, size_t count)
{
    if ((action != ACT_END && action != ACT_PERCENT) || !awaits_rest(ui))
        return false;
    ui->awaited_move = action;
    ui->awaited_count = count;
    return true;
}

static void keep_place(struct ui *ui)
{
    const struct article *article = ui->reading.article;
    if (!article || article != ui->opened || article->is_beginning)
        return;
    bool found;
    struct left left = { reading_stand(&ui->reading), place_written(article, reading_place(&ui->reading)) };
    struct str id = arena_str(&ui->arena, str_of(article->id));
    size_t *index = map_put(&ui->place_of, id, ui->places.n, &found);
    if (!found)
        *PUSH(&ui->arena, &ui->places) = left;
    ui->places.v[*index] = left;
}

static const struct left *kept_place(const struct ui *ui, const struct article *article)
{
    const size_t *index = map_get(&ui->place_of, str_of(article->id));
    return index ? &ui->places.v[*index] : NULL;
}

/* Opens a report where it was left: at the very line, or where another session has left it meanwhile. */
static void open_where_left(struct ui *ui, const struct article *article, const struct place *elsewhere)
{
    const struct left *left = kept_place(ui, article);
    bool moved = elsewhere && (!left || place_cmp(left->place, *elsewhere) != 0);
    reading_open(&ui->reading, article, left && !moved ? left->spot : (struct page_spot){ 0, 0 });
    if (moved)
        reading_go(&ui->reading, place_shown(article, *elsewhere));
    ui->saved = reading_stand(&ui->reading);
}

void show_plain(struct ui *ui)
{
    if (ui->opened && ui->reading.article != ui->opened)
        open_where_left(ui, ui->opened, NULL);
}

uint32_t current_report(const struct ui *ui)
{
    return ui->results_open ? results_report(&ui->results) : list_current(&ui->list);
}

/* Back on the one that is open, the answer for another that one passed by is not wanted any more. */
void want_report(struct ui *ui)
{
    if (ui->results_open && ui->asked_search != ui->answered_search)
        return; /* what is there answers another question */
    const struct search *search = &ui->reading.search;
    uint32_t wanted = current_report(ui);
    unsigned serial = ui->results_open ? ui->results.serial : 0;
    bool is_open = wanted == ui->open && ui->script == ui->script_open && (serial == 0 || serial == ui->open_serial);
    struct str query = ui->results_open                                ? results_question(&ui->results)
                       : wanted == ui->open && search->of_library ? search->needle
                                                                       : STR("");
    if (wanted != ui->refused)
        ui->refused = NO_REPORT;
    if (wanted != ui->trip.report && ui->kept != ui->trip.report) /* nor is it on the way there */
        end_trip(ui);
    if (ui->awaited != NO_REPORT && is_open) {
        ui->asked_report = 0;
        ui->awaited = NO_REPORT;
        is_open = !ui->asked_rest; /* its rest was given up for the other one */
    }
    bool is_awaited = wanted == ui->awaited && ui->script == ui->script_awaited && serial == ui->awaited_serial;
    if (wanted == NO_REPORT || is_open || is_awaited || wanted == ui->refused)
        return;
    ui->awaited = wanted;
    ui->awaited_move = ACT_NONE; /* it was meant for another one */
    ui->awaited_serial = serial;
    ui->script_awaited = ui->script;
    bool whole = wanted == ui->open && ui->opened && !ui->opened->is_beginning; /* it is shown already, in another script or with other matches */
    ui->asked_report = want(ui, (struct effect){ .kind = EFFECT_OPEN, .report = wanted, .script = ui->script, .query = query, .whole = whole });
}

/* Shows the capture at the place where the report stands. */
static void show_source(struct ui *ui, const struct article *capture)
{
    struct place place = ui->reading.page ? reading_place(&ui->reading) : (struct place){ PLACE_TITLE, 0 };
    ui->outline_open = false;
    reading_open(&ui->reading, capture, (struct page_spot){ 0, 0 });
    fit_panes(ui);
    if (ui->reading.page)
        reading_go(&ui->reading, align_place(ui->opened, place, capture));
    ui->capture_start = ui->reading.anchor;
}

void toggle_source(struct ui *ui)
{
    const struct article *shown = ui->reading.article;
    if (!shown || !ui->reading.page || awaits_rest(ui))
        return;
    if (!shown->is_capture) {
        ui->awaited = NO_REPORT;
        ui->asked_report = want(ui, (struct effect){ .kind = EFFECT_SOURCE, .article = shown });
        return;
    }
    bool moved = page_spot_cmp(ui->reading.anchor, ui->capture_start) != 0;
    struct place place = reading_place(&ui->reading);
    show_plain(ui);
    if (moved)
        reading_go(&ui->reading, align_place(shown, place, ui->opened));
}

void next_script(struct ui *ui)
{
    bool hant = ui->opened && article_written(ui->opened)->script == SCRIPT_HANT;
    const struct article *shown = ui->reading.article;
    if (shown && shown->is_capture && in_sight(ui, PANE_READER)) {
        say(ui, "%s", tr("the text as captured is in the script of the page"));
        return;
    }
    enum script_wish other = hant ? SCRIPT_SIMPLIFIED : SCRIPT_TRADITIONAL, own = hant ? SCRIPT_TRADITIONAL : SCRIPT_SIMPLIFIED;
    ui->script = ui->script == SCRIPT_AS_WRITTEN ? other : ui->script == other ? own : SCRIPT_AS_WRITTEN;
    want(ui, (struct effect){ .kind = EFFECT_SCRIPT, .script = ui->script });
    say(ui, "%s", ui->script == SCRIPT_AS_WRITTEN    ? tr("characters as they were written")
                  : ui->script == SCRIPT_TRADITIONAL ? tr("traditional characters")
                                                     : tr("simplified characters"));
}

void take_start(struct ui *ui)
{
    const struct article *article = ui->opened;
    struct place place = ui->start;
    ui->starts = false;
    if (place.paragraph != PLACE_TITLE && place.paragraph != PLACE_SUBTITLE && place.paragraph >= article->n_paragraphs)
        place = (struct place){ article->n_paragraphs ? article->n_paragraphs - 1 : PLACE_TITLE, 0 };
    struct str text = article_paragraph(article, place.paragraph);
    size_t at = 0;
    for (size_t i = 0; i < place.offset && at < text.n; i++)
        utf8_next(text, &at);
    reading_go(&ui->reading, (struct place){ place.paragraph, at });
}

/* Shows the sections in the outline pane, where it is open. */
static void show_outline(struct ui *ui)
{
    const struct article *article = ui->opened;
    if (!ui->outline_open)
        return;
    if (article->n_outline || outline_apart(ui)) {
        outline_open(&ui->outline, article, reading_current_section(&ui->reading));
    } else if (!article->is_beginning) {
        ui->outline_open = false;
        fit_panes(ui);
        say(ui, "this report has no sections");
    }
}

/* Shows a report where it was left, or where one wanted to go in it; a beginning from its start. */
static void stand(struct ui *ui, const struct article *article, const struct place *left)
{
    ui->opened = article;
    open_where_left(ui, article, left);
    if (!article->is_beginning) {
        arrive(ui);
        if (ui->starts)
            take_start(ui);
    }
}

static void show_report(struct ui *ui, const struct article *article, const struct place *left)
{
    ui->open = ui->awaited;
    ui->open_serial = ui->awaited_serial;
    ui->script_open = ui->script_awaited;
    stand(ui, article, left);
    show_outline(ui);
}

/* Shows the report that is open in the script that is wanted now. */
static void show_turned(struct ui *ui, const struct event *event)
{
    ui->script_open = ui->script_awaited;
    ui->opened = event->article;
    reading_turn(&ui->reading, event->article, event->matches);
    if (ui->outline_open)
        ui->outline.article = event->article;
}

/* Stands at the match that was chosen among the results. */
static void show_matches(struct ui *ui, const struct matches *matches)
{
    search_take(&ui->reading.search, results_question(&ui->results), matches, ui->awaited_match);
    const struct hit *hit = search_current(&ui->reading.search);
    if (hit)
        reading_reveal(&ui->reading, (struct place){ hit->paragraph, hit->from });
}

/* Is this the report that is shown, in another script? */
static bool is_turned(const struct ui *ui, const struct article *article)
{
    return ui->awaited == ui->open && ui->awaited_serial == ui->open_serial && ui->script_awaited != ui->script_open && ui->opened &&
           ui->reading.article == ui->opened && strcmp(ui->opened->id, article->id) == 0;
}

/* Brings the report that is open on to its whole: what is in sight stays where it is. */
static void go_on_reading(struct ui *ui, const struct event *event)
{
    struct reading *reading = &ui->reading;
    bool looked_for = reading->search.asked && !search_current(&reading->search);
    if (ui->asking == ASKING_REPORT)
        reading_return(reading, ui->search_from);
    ui->opened = event->article;
    reading_complete(reading, event->article, event->matches);
    ui->saved = page_start(reading->page);
    const struct hit *hit = search_current(&reading->search);
    if (hit && looked_for)
        reading_reveal(reading, (struct place){ hit->paragraph, hit->from });
    arrive(ui);
}

/* Is it once more the beginning of the report that is open? */
static bool begins_again(const struct ui *ui, const struct article *article)
{
    return article->is_beginning && ui->awaited == ui->open && ui->opened && ui->opened->is_beginning && ui->reading.article == ui->opened;
}

static void take_asked(struct ui *ui, const struct event *event)
{
    ui->asked_report = ui->asked_rest = 0;
    if (!event->article) {
        ui->outline_open &= ui->outline.article != NULL; /* it waited for its sections */
        ui->refused = ui->awaited;
        ui->awaited = NO_REPORT;
        end_trip(ui);
        fit_panes(ui);
        say(ui, "%.*s", printed(event->message), event->message.p);
        return;
    }
    keep_place(ui);
    bool turned = is_turned(ui, event->article);
    if (event->article->is_capture)
        show_source(ui, event->article);
    else if (turned)
        show_turned(ui, event);
    else if (begins_again(ui, event->article))
        go_on_reading(ui, event);
    else
        show_report(ui, event->article, event->place);
    if (event->matches && !turned)
        show_matches(ui, event->matches);
    ui->awaited = NO_REPORT;
    ui->asked_rest = event->article->is_beginning ? event->number : 0;
}

static struct shelved *shelved(const struct ui *ui, uint32_t report)
{
    struct shelved *found = shelf_get(&ui->list.shelf, report);
    return found ? found : shelf_get(&ui->results.shelf, report);
}

/* What is known of the open report is that of a beginning, if it has no id: all are asked for again. */
static void forget_entry(struct ui *ui)
{
    const struct shelved *known = shelved(ui, ui->open);
    if (!known || known->entry.id[0])
        return;
    shelf_finish(&ui->list.shelf);
    shelf_finish(&ui->results.shelf);
    ui->passages_awaited = false;
    ui->entries_awaited = false;
}

/* Takes the whole of a report of which only the beginning was there. */
static void take_rest(struct ui *ui, const struct event *event)
{
    struct reading *reading = &ui->reading;
    ui->asked_rest = 0;
    ui->message[0] = '\0';
    if (!event->article) {
        say(ui, "%.*s", printed(event->message), event->message.p);
        return;
    }
    bool moved = page_spot_cmp(reading->anchor, page_start(reading->page)) != 0 || reading->search.asked || ui->asking == ASKING_REPORT;
    if (moved)
        go_on_reading(ui, event);
    else
        stand(ui, event->article, event->place);
    if (event->matches && !moved)
        show_matches(ui, event->matches);
    ui->outline.article = NULL;
    show_outline(ui);
    forget_entry(ui);
    if (ui->awaited_move != ACT_NONE)
        reading_move(reading, ui->awaited_move, ui->awaited_count);
    ui->awaited_move = ACT_NONE;
}

void take_report(struct ui *ui, const struct event *event)
{
    if (event->number == ui->asked_rest && ui->asked_rest)
        take_rest(ui, event);
    else if (event->number == ui->asked_report)
        take_asked(ui, event);
    else
        return;
    if (event->article && ui->asking == ASKING_REPORT) { /* what is typed is meant for this report */
        ui->search_from = reading_stand(&ui->reading);
        search_again(ui);
    }
}
/* Gives a report other signs, in list and results. */
static void sign(struct ui *ui, uint32_t report, unsigned char signs)
{
    struct shelved *known = shelved(ui, report), *found = shelf_get(&ui->results.shelf, report);
    if (known->signs == signs)
        return;
    bool was = known->signs & SIGN_READ, is = signs & SIGN_READ;
    ui->list.listing.read += is;
    ui->list.listing.read -= was && ui->list.listing.read;
    known->signs = signs;
    if (found)
        found->signs = signs;
    want(ui, (struct effect){ .kind = EFFECT_SIGNS, .report = report, .signs = signs });
}

/* What signs an open report bears now. To have it beside the list is not to read it. */
static unsigned char signs_now(const struct ui *ui, unsigned char signs)
{
    const struct reading *reading = &ui->reading;
    if (ui->focus != PANE_READER)
        return signs;
    if (reading_percent(reading) == 100)
        signs = (unsigned char)((signs & ~SIGN_BEGUN) | SIGN_READ);
    else if (!(signs & SIGN_READ) && page_spot_cmp(reading->top, page_start(reading->page)) > 0)
        signs |= SIGN_BEGUN;
    return signs;
}

void note_progress(struct ui *ui)
{
    const struct reading *reading = &ui->reading;
    const struct shelved *report = ui->open == NO_REPORT ? NULL : shelved(ui, ui->open);
    if (!report || !reading->page || reading->article != ui->opened || reading->article->is_beginning || too_small(ui))
        return;
    unsigned char signs = signs_now(ui, report->signs);
    struct page_spot stand = reading_stand(reading);
    bool same = page_spot_cmp(stand, ui->saved) == 0 && signs == report->signs;
    sign(ui, ui->open, signs);
    if (same)
        return;
    int seen = reading_seen(reading);
    ui->saved = stand;
    want(ui, (struct effect){ .kind = EFFECT_LEAVE, .article = article_written(ui->opened), .place = place_written(ui->opened, reading_place(reading)),
                              .seen = seen > 0 ? seen : 1 });
}

void return_to_report(struct ui *ui)
{
    go_to_pane(ui, PANE_READER);
    if (ui->opened && ui->reading.article == ui->opened && ui->open == current_report(ui))
        want(ui, (struct effect){ .kind = EFFECT_RETURN, .article = ui->opened });
}

/* What has moved here since it was kept stays. */
void take_left(struct ui *ui, const struct event *event)
{
    const struct reading *reading = &ui->reading;
    const struct article *article = ui->opened;
    bool here = event->article == article && reading->article == article && page_spot_cmp(reading_stand(reading), ui->saved) == 0;
    if (!here || place_cmp(place_written(article, reading_place(reading)), *event->place) == 0)
        return;
    reading_go(&ui->reading, place_shown(article, *event->place));
    ui->saved = reading_stand(reading);
}

void take_kept(struct ui *ui)
{
    shelf_finish(&ui->list.shelf);
    shelf_finish(&ui->results.shelf);
    ui->passages_awaited = false;
    ui->entries_awaited = false;
    ask_order(ui, &ui->asked_view);
}

void toggle_star(struct ui *ui)
{
    uint32_t current = current_report(ui);
    const struct shelved *report = current == NO_REPORT ? NULL : shelved(ui, current);
    if (report && report->entry.id[0])
        sign(ui, current, report->signs ^ SIGN_STAR);
}
