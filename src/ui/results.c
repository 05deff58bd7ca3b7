/* The results pane: its rows, and which of them the cursor is on. */
#include "ui/results.h"

#include <stdio.h>
#include <string.h>

#include "base/tr.h"
#include "ui/concordance.h"

void results_finish(struct results *results)
{
    arena_finish(&results->arena);
    shelf_finish(&results->shelf);
    *results = (struct results){ .n = 0 };
}

struct str results_question(const struct results *results)
{
    return (struct str){ results->question, results->question_n };
}

/* Rows of one: the report, its matches, and where there are more than are shown a word of it. */
static size_t rows_of(const struct finding *finding)
{
    return 1 + (finding->matches > PASSAGES_MOST ? PASSAGES_MOST + 1 : finding->matches);
}

static void begin(struct results *results, struct str question)
{
    results->question_n = question.n < sizeof results->question ? question.n : sizeof results->question;
    memmove(results->question, question.p, results->question_n);
    results->serial++;
    shelf_finish(&results->shelf); /* its passages are of another question */
}

void results_take(struct results *results, const struct str *question, const struct findings_so_far *found, uint32_t report,
                  size_t match)
{
    if (question)
        begin(results, *question);
    size_t above = results->rows.cursor - results->rows.top; /* rows between the top of the pane and the cursor */
    arena_reset(&results->arena);
    struct finding *v = NEW_N(&results->arena, struct finding, found->n + 1);
    size_t *starts = NEW_N(&results->arena, size_t, found->n + 1);
    size_t to = found->n;
    if (found->n)
        memcpy(v, found->v, found->n * sizeof *v);
    for (size_t i = 0; i < found->n; i++) {
        starts[i + 1] = starts[i] + rows_of(&v[i]);
        to = v[i].report == report ? i : to;
    }
    results->findings = v;
    results->starts = starts;
    results->n = found->n;
    results->matches = found->matches;
    results->over = found->over;
    results->rows.n = starts[found->n];
    rows_go(&results->rows, 0);
    if (to == found->n)
        return;
    results_go(results, to, match);
    results->rows.top = results->rows.cursor - (above < results->rows.cursor ? above : results->rows.cursor);
    rows_fit(&results->rows, results->rows.shown);
}

/* The finding that a row is about. */
static size_t finding_of(const struct results *results, size_t row)
{
    size_t low = 0, high = results->n;
    while (low < high) { /* the first that begins behind the row */
        size_t middle = low + (high - low) / 2;
        if (results->starts[middle] <= row)
            low = middle + 1;
        else
            high = middle;
    }
    return low - 1;
}

struct results_at results_at(const struct results *results)
{
    if (results->rows.n == 0)
        return (struct results_at){ .finding = results->n };
    size_t finding = finding_of(results, results->rows.cursor), below = results->rows.cursor - results->starts[finding];
    return (struct results_at){ finding, below ? below - 1 : 0, below == 0 };
}

uint32_t results_report(const struct results *results)
{
    struct results_at at = results_at(results);
    return at.finding < results->n ? results->findings[at.finding].report : NO_REPORT;
}

void results_go(struct results *results, size_t finding, size_t match)
{
    size_t rows = results->starts[finding + 1] - results->starts[finding];
    size_t below = match < rows - 1 ? match + 1 : rows - 1;
    rows_go(&results->rows, results->starts[finding] + below);
}

bool results_step(struct results *results, bool forward, size_t count)
{
    struct results_at at = results_at(results);
    size_t left = results->n == 0 ? 0 : forward ? results->n - 1 - at.finding : at.finding;
    if (left == 0)
        return false;
    count = count < left ? count : left;
    results_go(results, forward ? at.finding + count : at.finding - count, 0);
    return true;
}

size_t results_lack(const struct results *results, uint32_t numbers[], size_t most)
{
    const struct rows *rows = &results->rows;
    size_t n = 0;
    size_t i = rows->n ? finding_of(results, rows->top) : results->n;
    for (; i < results->n && results->starts[i] < rows->top + rows->shown && n < most; i++) {
        const struct shelved *known = shelf_get(&results->shelf, results->findings[i].report);
        if (!known || !known->whole)
            numbers[n++] = results->findings[i].report;
    }
    return n;
}

struct str results_order_name(const struct results *results)
{
    static const char *const names[N_FOUND_ORDERS] = { TR_LATER("sorted by date"), TR_LATER("sorted by relevance"), TR_LATER("sorted by place") };
    return TR(names[results->by]);
}

void results_fit(struct results *results, struct area area)
{
    rows_fit(&results->rows, area.rows > 1 ? (size_t)area.rows - 1 : 1);
}

static void view_row(const struct results *results, struct grid *grid, const struct concordance *at, int row, size_t index, bool current)
{
    size_t i = finding_of(results, index), below = index - results->starts[i];
    const struct finding *finding = &results->findings[i];
    const struct shelved *report = shelf_get(&results->shelf, finding->report);
    if (!report || (below > 0 && !report->whole))
        grid_put(grid, row, at->date, at->end, STR("…"), STYLE_DIM);
    else if (below == 0)
        concordance_report(at, grid, row, report, finding->matches);
    else if (below > PASSAGES_MOST)
        concordance_more(at, grid, row, finding->matches - PASSAGES_MOST);
    else if (below <= report->passages.n)
        concordance_passage(at, grid, row, &report->passages.v[below - 1], current);
}

static void view_head(const struct results *results, struct grid *grid, const struct concordance *at, int row)
{
    char told[96] = "";
    struct str order = results->over ? results_order_name(results) : TR("searching…");
    if (results->question_n)
        snprintf(told, sizeof told, tr("%zu reports, %zu hits, %.*s"), results->n, results->matches, (int)order.n, order.p);
    concordance_head(at, grid, row, str_of(told));
}

void results_view(const struct results *results, struct grid *grid, struct area area, bool focus)
{
    struct concordance at = concordance_fit(area);
    view_head(results, grid, &at, area.row);
    for (size_t i = 0; i < results->rows.shown && results->rows.top + i < results->rows.n; i++) {
        int row = area.row + 1 + (int)i;
        bool current = results->rows.top + i == results->rows.cursor;
        if (row >= area.row + area.rows)
            break;
        view_row(results, grid, &at, row, results->rows.top + i, current);
        if (current) {
            concordance_select(&at, grid, row, focus ? STYLE_SELECTED : STYLE_CURRENT);
            if (focus) {
                grid->cursor_row = row;
                grid->cursor_col = area.col;
            }
        }
    }
}
