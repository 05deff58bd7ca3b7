/* The pane of marks and notes. */
#include "ui/marks.h"

#include "base/buf.h"
#include "base/tr.h"
#include "text/cell.h"

void marks_finish(struct marks_pane *pane)
{
    arena_finish(&pane->arena);
    *pane = (struct marks_pane){ .rows = { .n = 0 } };
}

void marks_take(struct marks_pane *pane, const struct marks *marks)
{
    arena_reset(&pane->arena);
    pane->marks = (struct marks){ .v = NULL };
    for (size_t i = 0; i < marks->n; i++) {
        struct mark *mark = PUSH(&pane->arena, &pane->marks);
        *mark = marks->v[i];
        mark->quote = arena_str(&pane->arena, mark->quote);
        mark->text = arena_str(&pane->arena, mark->text);
        mark->file = arena_str(&pane->arena, mark->file);
        mark->title = arena_str(&pane->arena, mark->title);
        mark->source = arena_str(&pane->arena, mark->source);
        mark->day = arena_str(&pane->arena, mark->day);
    }
    pane->rows.n = marks->n;
    rows_fit(&pane->rows, pane->rows.shown);
}

const struct mark *marks_current(const struct marks_pane *pane)
{
    return pane->rows.n ? &pane->marks.v[pane->rows.cursor] : NULL;
}

void marks_fit(struct marks_pane *pane, struct area area)
{
    rows_fit(&pane->rows, area.rows > 1 ? (size_t)area.rows - 1 : 1);
}

/* The letter, or that it is a note; the paragraph; what was noted or stands there; the report. */
static void view_mark(const struct mark *mark, struct grid *grid, int row, struct area area)
{
    enum { PLACE = 5, WORDS = 11, TITLED = 60 };
    struct arena work = { 0 };
    struct buf place = buf_make(&work, 32);
    int end = area.col + area.cols, half = area.cols >= TITLED ? area.col + WORDS + (area.cols - WORDS) * 3 / 5 : end;
    struct str letter = mark->letter ? (struct str){ &mark->letter, 1 } : TR("note");
    if (mark->place.paragraph < PLACE_SUBTITLE)
        buf_add_format(&place, "#%zu", mark->place.paragraph + 1);
    grid_put(grid, row, area.col + 1, end, letter, STYLE_LABEL);
    grid_put(grid, row, area.col + 1 + PLACE, end, buf_str(&place), STYLE_DIM);
    struct str words = mark->text.n ? mark->text : mark->quote;
    size_t line = str_find(words, STR("\n"), 0);
    words = str_sub(words, 0, line);
    grid_put_cut(grid, row, area.col + WORDS, half - (half < end), words, mark->text.n ? STYLE_HEADING : STYLE_TEXT);
    if (half < end)
        grid_put_cut(grid, row, half, end, mark->title, STYLE_DIM);
    arena_finish(&work);
}

void marks_view(const struct marks_pane *pane, struct grid *grid, struct area area, bool focus)
{
    int end = area.col + area.cols;
    grid_blank(grid, area.row, area.col, end, STYLE_HEAD);
    grid_put_cut(grid, area.row, area.col + 1, end, TR("Marks and notes"), STYLE_HEAD);
    if (pane->rows.n == 0)
        grid_put_cut(grid, area.row + (area.rows > 1), area.col + 1, end, TR("none yet: m and a letter marks a place, a writes a note"), STYLE_DIM);
    for (size_t i = 0; i < pane->rows.shown && pane->rows.top + i < pane->rows.n; i++) {
        int row = area.row + 1 + (int)i;
        if (row >= area.row + area.rows)
            break;
        view_mark(&pane->marks.v[pane->rows.top + i], grid, row, area);
        if (pane->rows.top + i != pane->rows.cursor)
            continue;
        grid_restyle(grid, row, area.col, end, focus ? STYLE_SELECTED : STYLE_CURRENT);
        grid->cursor_row = row;
        grid->cursor_col = area.col;
    }
}
