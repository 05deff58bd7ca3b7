/* The help screen, made from the key table. */
#include "ui/help.h"

#include "text/cell.h"

enum { KEYS_CELLS = 20 };

void help_fit(struct help *help, struct area area)
{
    size_t room = area.rows > 1 ? (size_t)area.rows - 1 : 1;
    help->rows.n = n_bindings > room ? n_bindings - room + 1 : 1; /* the cursor stops where the last line is in sight */
    rows_fit(&help->rows, room);
}

/* <PgDn> as PgDn, <C-d> as ^D, all else as it stands. Answers the column behind it. */
static int put_key(struct grid *grid, int row, int col, int end, struct str key)
{
    if (key.n > 2 && key.p[0] == '<') {
        struct str name = str_sub(key, 1, key.n - 1);
        if (str_starts(name, STR("C-"))) {
            char letter = name.p[2];
            char shown[2] = { '^', (char)(letter >= 'a' && letter <= 'z' ? letter - 'a' + 'A' : letter) };
            return grid_put(grid, row, col, end, (struct str){ shown, 2 }, STYLE_LABEL);
        }
        return grid_put(grid, row, col, end, name, STYLE_LABEL);
    }
    return grid_put(grid, row, col, end, key, STYLE_LABEL);
}

static void view_binding(struct grid *grid, int row, struct area area, const struct binding *binding)
{
    int col = area.col + 2, end = area.col + area.cols;
    for (size_t at = 0, stop; at < binding->keys.n; at = stop + 1) {
        stop = str_find(binding->keys, STR(" "), at);
        stop = stop == STR_NONE ? binding->keys.n : stop;
        col = put_key(grid, row, col, end, str_sub(binding->keys, at, stop)) + 1;
    }
    int text = area.col + 2 + KEYS_CELLS;
    col = grid_put_cut(grid, row, col > text ? col : text, end, binding->help, STYLE_TEXT);
    if (binding->panes == PANE_LIST)
        grid_put(grid, row, col, end, STR("  (列表)"), STYLE_DIM);
    else if (!(binding->panes & PANE_LIST))
        grid_put(grid, row, col, end, STR("  (阅读)"), STYLE_DIM);
}

void help_view(const struct help *help, struct grid *grid, struct area area)
{
    int end = area.col + area.cols;
    grid_blank(grid, area.row, area.col, end, STYLE_HEAD);
    grid_put(grid, area.row, area.col + 2, end, STR("按键"), STYLE_HEAD);
    grid_put(grid, area.row, area.col + 2 + KEYS_CELLS, end, STR("作用"), STYLE_HEAD);
    for (int row = 1; row < area.rows; row++) {
        size_t i = help->rows.cursor + (size_t)row - 1;
        if (i >= n_bindings)
            break;
        view_binding(grid, area.row + row, area, &bindings[i]);
    }
    grid->cursor_row = area.row;
    grid->cursor_col = area.col;
}
