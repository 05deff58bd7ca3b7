/* A screen as a value: drawing into it and reading it back. */
#include "screen/grid.h"

#include <assert.h>
#include <string.h>

#include "base/buf.h"
#include "text/cell.h"

static const struct cell blank = { " ", 1, 1, STYLE_TEXT };

struct grid grid_make(struct arena *arena, int rows, int cols)
{
    assert(rows > 0 && cols > 0);
    struct grid grid = { .rows = rows, .cols = cols };
    grid.cells = NEW_N(arena, struct cell, (size_t)rows * (size_t)cols);
    for (size_t i = 0; i < (size_t)rows * (size_t)cols; i++)
        grid.cells[i] = blank;
    return grid;
}

struct cell *grid_cell(const struct grid *grid, int row, int col)
{
    assert(row >= 0 && row < grid->rows && col >= 0 && col < grid->cols);
    return &grid->cells[(size_t)row * (size_t)grid->cols + (size_t)col];
}

/* Makes one cell blank; the other half of a character of two cells goes with it. */
static void clear_cell(struct grid *grid, int row, int col, enum style style)
{
    struct cell *cell = grid_cell(grid, row, col);
    if (cell->width == 0 && col > 0)
        *grid_cell(grid, row, col - 1) = blank;
    if (cell->width == 2)
        *grid_cell(grid, row, col + 1) = blank;
    *cell = blank;
    cell->style = (unsigned char)style;
}

static void put_cluster(struct grid *grid, int row, int col, int width, struct str cluster, enum style style)
{
    bool replaced;
    for (int i = 0; i < width; i++)
        clear_cell(grid, row, col + i, style);
    struct cell *cell = grid_cell(grid, row, col);
    cell->len = (unsigned char)safe_cluster(cluster, cell->text, &replaced);
    cell->width = (unsigned char)width;
    cell->style = (unsigned char)(replaced ? STYLE_MARK : style);
    if (width == 2) {
        struct cell *tail = grid_cell(grid, row, col + 1);
        *tail = (struct cell){ .style = cell->style };
    }
}

int grid_put(struct grid *grid, int row, int col, int end, struct str s, enum style style)
{
    if (row < 0 || row >= grid->rows || col < 0)
        return col;
    if (end > grid->cols)
        end = grid->cols;
    for (size_t at = 0; at < s.n;) {
        struct cluster c = cluster_at(s, at);
        if (c.width > end - col)
            break;
        put_cluster(grid, row, col, c.width, str_sub(s, at, at + c.len), style);
        col += c.width;
        at += c.len;
    }
    return col;
}

int grid_put_cut(struct grid *grid, int row, int col, int end, struct str s, enum style style)
{
    if (end > grid->cols)
        end = grid->cols;
    size_t room = end > col ? (size_t)(end - col) : 0;
    size_t fits = cells_fit(s, room);
    if (fits == s.n)
        return grid_put(grid, row, col, end, s, style);
    size_t mark = cells_of(STR("…"));
    if (room < mark)
        return col;
    col = grid_put(grid, row, col, end - (int)mark, str_sub(s, 0, cells_fit(s, room - mark)), style);
    return grid_put(grid, row, col, end, STR("…"), style);
}

void grid_blank(struct grid *grid, int row, int col, int end, enum style style)
{
    if (row < 0 || row >= grid->rows)
        return;
    for (int c = col < 0 ? 0 : col; c < end && c < grid->cols; c++)
        clear_cell(grid, row, c, style);
}

void grid_restyle(struct grid *grid, int row, int col, int end, enum style style)
{
    if (row < 0 || row >= grid->rows)
        return;
    for (int c = col < 0 ? 0 : col; c < end && c < grid->cols; c++)
        if (grid_cell(grid, row, c)->style != STYLE_MARK)
            grid_cell(grid, row, c)->style = (unsigned char)style;
}

struct str grid_text(struct arena *arena, const struct grid *grid)
{
    struct buf out = buf_make(arena, (size_t)-1 / 4);
    for (int row = 0; row < grid->rows; row++) {
        int end = grid->cols;
        while (end > 0) {
            const struct cell *last = grid_cell(grid, row, end - 1);
            if (last->width == 0 || last->len != 1 || last->text[0] != ' ')
                break;
            end--;
        }
        for (int col = 0; col < end; col++) {
            const struct cell *cell = grid_cell(grid, row, col);
            buf_add_bytes(&out, cell->text, cell->len);
        }
        buf_add(&out, STR("\n"));
    }
    return buf_str(&out);
}

struct str grid_styles(struct arena *arena, const struct grid *grid)
{
    static const char letters[N_STYLES + 1] = ".THLdkSch234*mb_!:";
    struct buf out = buf_make(arena, (size_t)-1 / 4);
    for (int row = 0; row < grid->rows; row++) {
        for (int col = 0; col < grid->cols; col++)
            buf_add_bytes(&out, &letters[grid_cell(grid, row, col)->style], 1);
        buf_add(&out, STR("\n"));
    }
    buf_add_format(&out, "cursor %d %d\n", grid->cursor_row, grid->cursor_col);
    return buf_str(&out);
}
