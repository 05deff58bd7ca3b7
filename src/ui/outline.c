/* The outline pane: the sections of the report that is open. */
#include "ui/outline.h"

#include "base/tr.h"

void outline_open(struct outline *outline, const struct article *article, size_t section)
{
    size_t shown = outline->rows.shown;
    *outline = (struct outline){ .article = article, .rows = { .n = article->n_outline, .shown = shown } };
    rows_go(&outline->rows, section < article->n_outline ? section : 0);
}

const struct heading *outline_current(const struct outline *outline)
{
    return outline->rows.n ? &outline->article->outline[outline->rows.cursor] : NULL;
}

void outline_fit(struct outline *outline, struct area area)
{
    rows_fit(&outline->rows, area.rows > 1 ? (size_t)area.rows - 1 : 1);
}

void outline_view(const struct outline *outline, struct grid *grid, struct area area, bool focus)
{
    int end = area.col + area.cols;
    grid_blank(grid, area.row, area.col, end, STYLE_HEAD);
    grid_put(grid, area.row, area.col + 1, end, TR("Outline"), STYLE_HEAD);
    for (size_t i = 0; i < outline->rows.shown && outline->rows.top + i < outline->rows.n; i++) {
        size_t index = outline->rows.top + i;
        const struct heading *heading = &outline->article->outline[index];
        int row = area.row + 1 + (int)i;
        if (row >= area.row + area.rows)
            break;
        int indent = 1 + 2 * (heading->level - 1);
        bool numbered = heading->kind == HEADING_NUMBERED;
        grid_put_cut(grid, row, area.col + indent, end, heading->text, numbered ? STYLE_HEADING : STYLE_TEXT);
        if (index == outline->rows.cursor) {
            grid_restyle(grid, row, area.col, end, focus ? STYLE_SELECTED : STYLE_CURRENT);
            if (focus) {
                grid->cursor_row = row;
                grid->cursor_col = area.col;
            }
        }
    }
}
