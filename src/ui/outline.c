/* The outline pane: the sections of the report that is open. */
#include "ui/outline.h"

#include "base/tr.h"

void outline_open(struct outline *outline, const struct article *article, size_t section)
{
    size_t shown = outline->rows.shown;
    *outline = (struct outline){ .article = article, .rows = { .n = article->n_outline, .shown = shown } };
    outline_follow(outline, section, true);
}

void outline_follow(struct outline *outline, size_t section, bool shall)
{
    if (section != outline->here || shall)
        rows_go(&outline->rows, section < outline->rows.n ? section : 0);
    outline->here = section;
}

const struct heading *outline_current(const struct outline *outline)
{
    return outline->rows.n ? &outline->article->outline[outline->rows.cursor] : NULL;
}

void outline_fit(struct outline *outline, struct area area)
{
    rows_fit(&outline->rows, area.rows > 1 ? (size_t)area.rows - 1 : 1);
}

static void view_heading(const struct heading *heading, bool here, struct grid *grid, int row, struct area area)
{
    int indent = 1 + 2 * (heading->level - 1), end = area.col + area.cols;
    bool numbered = heading->kind == HEADING_NUMBERED;
    if (here)
        grid_put(grid, row, area.col, end, STR(">"), STYLE_LABEL);
    grid_put_cut(grid, row, area.col + indent, end, heading->text, numbered ? STYLE_HEADING : STYLE_TEXT);
}

void outline_view(const struct outline *outline, struct grid *grid, struct area area, bool focus)
{
    int end = area.col + area.cols;
    grid_blank(grid, area.row, area.col, end, STYLE_HEAD);
    grid_put(grid, area.row, area.col + 1, end, TR("Outline"), STYLE_HEAD);
    if (outline->article && outline->rows.n == 0)
        grid_put_cut(grid, area.row + 1, area.col + 1, end, TR("this report has no sections"), STYLE_DIM);
    for (size_t i = 0; i < outline->rows.shown && outline->rows.top + i < outline->rows.n; i++) {
        size_t index = outline->rows.top + i;
        int row = area.row + 1 + (int)i;
        if (row >= area.row + area.rows)
            break;
        view_heading(&outline->article->outline[index], index == outline->here, grid, row, area);
        if (index == outline->rows.cursor) {
            grid_restyle(grid, row, area.col, end, focus ? STYLE_SELECTED : STYLE_CURRENT);
            if (focus) {
                grid->cursor_row = row;
                grid->cursor_col = area.col;
            }
        }
    }
}
