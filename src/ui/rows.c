/* A cursor on a list of rows, of which a pane shows some. */
#include "ui/rows.h"

void rows_fit(struct rows *rows, size_t shown)
{
    rows->shown = shown ? shown : 1;
    if (rows->cursor >= rows->n)
        rows->cursor = rows->n ? rows->n - 1 : 0;
    if (rows->cursor < rows->top)
        rows->top = rows->cursor;
    if (rows->cursor - rows->top >= rows->shown)
        rows->top = rows->cursor - rows->shown + 1;
    if (rows->top + rows->shown > rows->n)
        rows->top = rows->n > rows->shown ? rows->n - rows->shown : 0;
}

void rows_go(struct rows *rows, size_t row)
{
    rows->cursor = row;
    rows_fit(rows, rows->shown);
}

static void down(struct rows *rows, size_t by)
{
    size_t left = rows->n ? rows->n - 1 - rows->cursor : 0;
    rows->cursor += by < left ? by : left;
}

static void up(struct rows *rows, size_t by)
{
    rows->cursor -= by < rows->cursor ? by : rows->cursor;
}

/* a × b, or the largest number where that is too large. */
static size_t times(size_t a, size_t b)
{
    return b && a > (size_t)-1 / b ? (size_t)-1 : a * b;
}

bool rows_move(struct rows *rows, enum action action, size_t count)
{
    size_t n = count ? count : 1, half = rows->shown / 2 ? rows->shown / 2 : 1;
    switch (action) {
    case ACT_DOWN: down(rows, n); break;
    case ACT_UP: up(rows, n); break;
    case ACT_PAGE_DOWN: down(rows, times(rows->shown, n)); break;
    case ACT_PAGE_UP: up(rows, times(rows->shown, n)); break;
    case ACT_HALF_DOWN: down(rows, times(half, n)); break;
    case ACT_HALF_UP: up(rows, times(half, n)); break;
    case ACT_START: rows->cursor = 0; break;
    case ACT_END: rows->cursor = rows->n ? rows->n - 1 : 0; break;
    case ACT_PERCENT: rows->cursor = rows->n / 100 * count + rows->n % 100 * count / 100; break;
    default: return false;
    }
    rows_fit(rows, rows->shown);
    return true;
}
