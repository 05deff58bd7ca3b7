/* Jumps: going to a place of any report, and back to where one was, to the very line. */
#include "ui/state.h"

#include <string.h>

#include "base/tr.h"

static bool same_stop(struct stop a, struct stop b)
{
    return a.report == b.report && page_spot_cmp(a.spot, b.spot) == 0;
}

/* Makes a stop the newest. One that was there already moves up; the oldest goes where there are too many. */
static void add_stop(struct jumps *jumps, struct stop stop)
{
    size_t gone = 0;
    while (gone < jumps->n && !same_stop(jumps->v[gone], stop))
        gone++;
    if (gone == jumps->n && jumps->n < MOST_STOPS)
        jumps->n++;
    else if (gone == jumps->n)
        gone = 0;
    memmove(&jumps->v[gone], &jumps->v[gone + 1], (jumps->n - 1 - gone) * sizeof *jumps->v);
    jumps->v[jumps->n - 1] = stop;
    jumps->at = jumps->n;
}

/* Does the reader stand somewhere, and not on a way: to a report, or through what the letters of a search lead to? */
static bool is_settled(const struct ui *ui)
{
    return ui->focus == PANE_READER && ui->opened && ui->reading.article == ui->opened && !ui->opened->is_beginning && ui->open == current_report(ui) &&
           ui->awaited == NO_REPORT && ui->trip.report == NO_REPORT && ui->asking != ASKING_REPORT;
}

void note_stop(struct ui *ui)
{
    struct jumps *jumps = &ui->jumps;
    if (!is_settled(ui))
        return;
    struct stop now = { ui->open, reading_stand(&ui->reading) }, was = jumps->here;
    bool known = jumps->any, moved = known && !same_stop(now, was);
    jumps->here = now;
    jumps->any = true;
    if (moved && (now.report != was.report || jumps->leapt)) {
        jumps->before = was;
        if (!jumps->returning)
            add_stop(jumps, was);
    }
    jumps->leapt = jumps->returning = false;
}

void arrive(struct ui *ui)
{
    if (ui->trip.report == NO_REPORT || ui->trip.report != ui->open || ui->asked_rest)
        return;
    show_plain(ui);
    if (ui->trip.to_place)
        reading_go(&ui->reading, place_shown(ui->opened, ui->trip.place));
    else
        reading_return(&ui->reading, ui->trip.spot);
    ui->trip.report = NO_REPORT;
}

void end_trip(struct ui *ui)
{
    if (ui->trip.report == NO_REPORT)
        return;
    ui->trip.report = NO_REPORT;
    ui->jumps.returning = false;
}

void travel(struct ui *ui, struct trip trip)
{
    struct view all = ui->list.shown;
    ui->trip = trip;
    ui->jumps.leapt = true;
    if (ui->results_open && current_report(ui) == trip.report) {
        go_to_pane(ui, PANE_READER);
        arrive(ui);
        return;
    }
    ui->results_open = false;
    size_t at = list_seek(&ui->list, trip.report);
    if (at < ui->list.listing.n) {
        list_go(&ui->list, at);
    } else { /* it is not among those that are shown: all are shown again */
        all.query_n = 0;
        ui->kept = trip.report;
        ask_order(ui, &all);
    }
    go_to_pane(ui, PANE_READER);
    arrive(ui);
}

static void go_back_to(struct ui *ui, struct stop stop, bool returning)
{
    ui->jumps.returning = returning;
    travel(ui, (struct trip){ .report = stop.report, .spot = stop.spot });
}

void step_stop(struct ui *ui, bool older)
{
    struct jumps *jumps = &ui->jumps;
    size_t n = ui->count ? ui->count : 1;
    if (older && jumps->at == jumps->n && jumps->any) { /* so that one can come back to here */
        add_stop(jumps, jumps->here);
        jumps->at = jumps->n - 1;
    }
    size_t left = older ? jumps->at : jumps->n ? jumps->n - 1 - jumps->at : 0;
    if (jumps->at == jumps->n || left == 0) {
        say(ui, "%s", older ? tr("no older place") : tr("no newer place"));
        return;
    }
    n = n < left ? n : left;
    jumps->at = older ? jumps->at - n : jumps->at + n;
    go_back_to(ui, jumps->v[jumps->at], true);
    say(ui, tr("place %zu of %zu  (^O older, Tab newer)"), jumps->at + 1, jumps->n);
}

void go_before_jump(struct ui *ui)
{
    if (ui->jumps.before.report == NO_REPORT)
        say(ui, "%s", tr("no older place"));
    else
        go_back_to(ui, ui->jumps.before, false);
}
