/* The rows of the results. */
#include "ui/concordance.h"

#include <stdio.h>

#include "base/tr.h"
#include "text/cell.h"

enum { NARROW = 60, DATE = 10, YEAR = 4, COUNT = 7, BAR = BAR_CELLS + 2, MANY = 3 };

struct concordance concordance_fit(struct area area)
{
    struct concordance at = { .start = area.col, .date = area.col + 1, .end = area.col + area.cols, .narrow = area.cols < NARROW };
    at.title = at.date + (at.narrow ? YEAR : DATE) + 1;
    at.match = area.col + area.cols * 2 / 5;
    if (!at.narrow)
        at.bar = at.end - BAR;
    return at;
}

enum style hit_style(unsigned word)
{
    static const enum style styles[] = { STYLE_HIT, STYLE_HIT_2, STYLE_HIT_3, STYLE_HIT_4 };
    return styles[word % (sizeof styles / sizeof *styles)];
}

/* Puts s so that it ends before `end`; of one that is too long its end, behind … */
static void put_end(struct grid *grid, int row, int col, int end, struct str s, enum style style)
{
    int room = end - col, mark = (int)cells_of(STR("…"));
    size_t at = 0, cells = cells_of(s);
    if (room <= mark)
        return;
    if ((int)cells <= room) {
        grid_put(grid, row, end - (int)cells, end, s, style);
        return;
    }
    while ((int)cells > room - mark) {
        struct cluster c = cluster_at(s, at);
        cells -= (size_t)c.width;
        at += c.len;
    }
    grid_put(grid, row, end - (int)cells - mark, end, STR("…"), STYLE_DIM);
    grid_put(grid, row, end - (int)cells, end, str_sub(s, at, s.n), style);
}

void concordance_head(const struct concordance *at, struct grid *grid, int row, struct str told)
{
    grid_blank(grid, row, at->start, at->end, STYLE_HEAD);
    int col = grid_put(grid, row, at->date, at->end, TR("Found  "), STYLE_HEAD);
    grid_put_cut(grid, row, col, at->end, told, STYLE_HEAD);
}

/* [--|--#-----]: each cell a twelfth of the report. */
static void put_bar(const struct concordance *at, struct grid *grid, int row, const unsigned char bar[BAR_CELLS])
{
    grid_put(grid, row, at->bar, at->end, STR("["), STYLE_DIM);
    for (int i = 0; i < BAR_CELLS; i++) {
        struct str many = bar[i] == 0 ? STR("-") : bar[i] < MANY ? STR("|") : STR("#");
        grid_put(grid, row, at->bar + 1 + i, at->end, many, bar[i] ? STYLE_LABEL : STYLE_DIM);
    }
    grid_put(grid, row, at->end - 1, at->end, STR("]"), STYLE_DIM);
}

void concordance_report(const struct concordance *at, struct grid *grid, int row, const struct shelved *report, size_t matches)
{
    const struct entry *entry = &report->entry;
    struct str date = entry->date.p ? entry->date : entry->published;
    struct str title = !entry->id[0] ? TR("(gone)") : entry->title.n ? entry->title : TR("(no title)");
    char count[32];
    snprintf(count, sizeof count, tr(" %zu×"), matches); /* TR: matches in a report */
    int right = at->bar ? at->bar - 1 : at->end, cells = matches ? (int)cells_of(str_of(count)) : 0;
    grid_put(grid, row, at->date, at->title - 1, at->narrow ? str_sub(date, 0, YEAR) : date, STYLE_LABEL);
    grid_put_cut(grid, row, at->title, right - cells, title, STYLE_HEADING);
    if (matches == 0)
        return;
    if (right - cells > at->title)
        grid_put(grid, row, right - cells, right, str_of(count), STYLE_DIM);
    if (at->bar && report->whole)
        put_bar(at, grid, row, report->passages.bar);
}

void concordance_passage(const struct concordance *at, struct grid *grid, int row, const struct passage *passage, bool current)
{
    put_end(grid, row, at->start + 2, at->match, passage->left, STYLE_TEXT);
    int col = grid_put_cut(grid, row, at->match, at->end, passage->match, current ? STYLE_HERE : hit_style(passage->word));
    grid_put_cut(grid, row, col, at->end, passage->right, STYLE_TEXT);
}

void concordance_more(const struct concordance *at, struct grid *grid, int row, size_t n)
{
    char more[48];
    snprintf(more, sizeof more, tr("… and %zu more"), n);
    grid_put_cut(grid, row, at->start + 2, at->end, str_of(more), STYLE_DIM);
}

void concordance_select(const struct concordance *at, struct grid *grid, int row, enum style style)
{
    for (int col = at->start; col < at->end; col++)
        if (grid_cell(grid, row, col)->style != STYLE_HERE)
            grid_restyle(grid, row, col, col + 1, style);
}
