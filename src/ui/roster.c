/* The pane of people, or of set phrases. */
#include "ui/roster.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/tr.h"
#include "find/spelling.h"
#include "text/cell.h"
#include "text/fold.h"

void roster_finish(struct roster_pane *pane)
{
    arena_finish(&pane->arena);
    *pane = (struct roster_pane){ .rows = { .n = 0 } };
}

bool roster_grows(const struct roster_pane *pane)
{
    return !pane->roster.stopped && pane->roster.progress.done < pane->roster.progress.total;
}

static void show_all(struct roster_pane *pane)
{
    pane->n_shown = pane->roster.n;
    arena_reset(&pane->arena);
    pane->shown = NEW_N(&pane->arena, size_t, pane->n_shown + 1);
    for (size_t i = 0; i < pane->n_shown; i++)
        pane->shown[i] = i;
}

/* Keeps of those that are shown what the letters mean. */
static void filter(struct roster_pane *pane)
{
    struct arena work = { 0 };
    struct units asked = fold(&work, (struct str){ pane->letters, pane->n_letters }).text;
    struct needle needle = needle_make(&work, asked);
    const struct spelling *spelling = asked.n ? spelling_make(&work, asked, false) : NULL;
    size_t n = 0;
    for (size_t i = 0; i < pane->n_shown; i++) {
        struct span span;
        struct units name = pane->roster.v[pane->shown[i]].folded;
        if (asked.n == 0 || units_find(name, &needle, 0) != STR_NONE || (spelling && spelling_find(spelling, name, 0, &span)))
            pane->shown[n++] = pane->shown[i];
    }
    arena_finish(&work);
    pane->n_shown = pane->rows.n = n;
    rows_fit(&pane->rows, pane->rows.shown);
}

/* Shows anew what answers; the cursor goes to the text, where there is one. */
static void show_again(struct roster_pane *pane, struct str chosen)
{
    show_all(pane);
    filter(pane);
    for (size_t i = 0; chosen.n && i < pane->n_shown; i++) {
        if (!str_eq(pane->roster.v[pane->shown[i]].text, chosen))
            continue;
        rows_go(&pane->rows, i);
        break;
    }
}

void roster_take(struct roster_pane *pane, const struct roster *roster)
{
    bool same = roster->v && roster->v == pane->roster.v;
    if (same) { /* but for how far it is */
        pane->roster = *roster;
        return;
    }
    struct arena work = { 0 };
    const struct roster_row *row = pane->rows.cursor ? roster_current(pane) : NULL;
    struct str chosen = row ? arena_str(&work, row->text) : STR("");
    pane->roster = *roster;
    pane->first = pane->last = 0;
    for (size_t i = 0; roster->terms && i < roster->n; i++) {
        const struct roster_row *term = &roster->v[i];
        pane->first = term->years && (!pane->first || term->first < pane->first) ? term->first : pane->first;
        pane->last = term->years && term->last > pane->last ? term->last : pane->last;
    }
    show_again(pane, chosen);
    arena_finish(&work);
}

void roster_narrow(struct roster_pane *pane, struct str text)
{
    const struct roster_row *row = roster_current(pane);
    bool further = pane->roster.v && str_starts(text, (struct str){ pane->letters, pane->n_letters }); /* who answers now answered before */
    pane->n_letters = text.n <= sizeof pane->letters ? text.n : 0;
    memmove(pane->letters, text.p, pane->n_letters);
    if (further)
        filter(pane);
    else
        show_again(pane, row ? row->text : STR(""));
}

const struct roster_row *roster_current(const struct roster_pane *pane)
{
    return pane->roster.v && pane->rows.n ? &pane->roster.v[pane->shown[pane->rows.cursor]] : NULL;
}

void roster_fit(struct roster_pane *pane, struct area area)
{
    rows_fit(&pane->rows, area.rows > 1 ? (size_t)area.rows - 1 : 1);
}

/* A bar for each year of the axis, as high as the row's best year has many reports. */
static void add_bars(struct buf *out, const struct roster_row *row, struct span axis)
{
    static const struct str blocks[] = { STR_INIT(" "), STR_INIT("▁"), STR_INIT("▂"), STR_INIT("▃"), STR_INIT("▄"), STR_INIT("▅"), STR_INIT("▆"), STR_INIT("▇"), STR_INIT("█") };
    static const struct str ascii[] = { STR_INIT(" "), STR_INIT("."), STR_INIT("."), STR_INIT(":"), STR_INIT(":"), STR_INIT("|"), STR_INIT("|"), STR_INIT("#"), STR_INIT("#") };
    const struct str *bars = cell_ambiguous() == 1 ? blocks : ascii;
    unsigned most = 1;
    for (int year = row->first; row->years && year <= row->last; year++)
        most = row->years[year - row->first] > most ? row->years[year - row->first] : most;
    for (int year = (int)axis.from; row->years && year < (int)axis.to && year <= row->last; year++) {
        unsigned n = year < row->first ? 0 : row->years[year - row->first];
        buf_add(out, bars[n ? 1 + n * 7 / most : 0]);
    }
}

static void add_years(struct buf *out, const struct roster_row *row)
{
    if (row->first && row->first != row->last)
        buf_add_format(out, "%d-%d", row->first, row->last);
    else if (row->first)
        buf_add_format(out, "%d", row->first);
}

enum { COUNT = 5, YEARS = 10, ROOMY = 36 };

/* The column where years stand, and behind them bars or roles; the end of the area where there is no room for them. */
static int about_col(const struct roster_pane *pane, struct area area)
{
    return area.cols < ROOMY ? area.col + area.cols : area.col + (pane->terms ? area.cols / 2 : 18);
}

/* The years that bars tell of, the same for all rows so that they can be compared: those of all phrases, the latest where not all have room. */
static struct span axis_in(const struct roster_pane *pane, struct area area)
{
    size_t room = (size_t)(area.col + area.cols - about_col(pane, area) - YEARS - 1), from = (size_t)pane->first, to = (size_t)pane->last + 1;
    return (struct span){ to - from > room ? to - room : from, to };
}

static void view_row(const struct roster_pane *pane, const struct roster_row *row, struct grid *grid, int at, struct area area)
{
    struct arena work = { 0 };
    struct buf count = buf_make(&work, 32), years = buf_make(&work, 64), more = buf_make(&work, 4096);
    int end = area.col + area.cols, name = area.col + 1 + COUNT + 1, about = about_col(pane, area);
    buf_add_format(&count, "%*zu", COUNT, row->n_reports);
    add_years(&years, row);
    grid_put(grid, at, area.col + 1, end, buf_str(&count), STYLE_DIM);
    grid_put_cut(grid, at, name, about - (about < end), row->text, STYLE_HEADING);
    if (about < end) {
        grid_put(grid, at, about, end, buf_str(&years), STYLE_TEXT);
        if (pane->terms)
            add_bars(&more, row, axis_in(pane, area));
        else
            buf_add(&more, row->roles);
        grid_put_cut(grid, at, about + YEARS, end, buf_str(&more), pane->terms ? STYLE_LABEL : STYLE_TEXT);
    }
    arena_finish(&work);
}

/* The first and the last year, above their bars. */
static void view_axis(const struct roster_pane *pane, struct grid *grid, struct area area)
{
    struct span axis = axis_in(pane, area);
    char years[32];
    snprintf(years, sizeof years, "%zu-%zu", axis.from, axis.to - 1);
    grid_put_cut(grid, area.row, about_col(pane, area) + YEARS, area.col + area.cols, str_of(years), STYLE_HEAD);
}

void roster_view(const struct roster_pane *pane, struct grid *grid, struct area area, bool focus)
{
    int end = area.col + area.cols;
    grid_blank(grid, area.row, area.col, end, STYLE_HEAD);
    grid_put_cut(grid, area.row, area.col + 1, end, pane->terms ? TR("Set phrases: reports, phrase, years") : TR("People: reports, name, years, roles"), STYLE_HEAD);
    if (pane->terms && pane->first && about_col(pane, area) < end)
        view_axis(pane, grid, area);
    if (pane->rows.n == 0)
        grid_put_cut(grid, area.row + (area.rows > 1), area.col + 1, end,
                     roster_grows(pane) ? TR("Reading…") : pane->n_letters ? TR("nobody and nothing is spelled so") : TR("none"), STYLE_DIM);
    for (size_t i = 0; i < pane->rows.shown && pane->rows.top + i < pane->rows.n; i++) {
        int row = area.row + 1 + (int)i;
        if (row >= area.row + area.rows)
            break;
        view_row(pane, &pane->roster.v[pane->shown[pane->rows.top + i]], grid, row, area);
        if (pane->rows.top + i != pane->rows.cursor)
            continue;
        grid_restyle(grid, row, area.col, end, focus ? STYLE_SELECTED : STYLE_CURRENT);
        grid->cursor_row = row;
        grid->cursor_col = area.col;
    }
}
