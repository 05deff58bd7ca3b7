/* The help screen, made from the key table: a group of bindings under each heading. */
#include "ui/help.h"

#include "base/tr.h"
#include "text/cell.h"
#include "ui/keys.h"

enum { INDENT = 2, GAP = 2 };

static const char *const headings[N_GROUPS] = {
    [GROUP_MOVE] = TR_LATER("Moving"),     [GROUP_GO] = TR_LATER("Reports and panes"),  [GROUP_FIND] = TR_LATER("Searching"),
    [GROUP_LIST] = TR_LATER("In the list"), [GROUP_REPORT] = TR_LATER("With a report"), [GROUP_PROGRAM] = TR_LATER("The program"),
};

/* A line of the screen: a heading, or a binding below it. */
struct help_line {
    enum group group;
    const struct binding *binding; /* NULL: the heading */
};

/* The line number i; false behind the last. */
static bool line_at(size_t i, struct help_line *line)
{
    for (enum group group = 0; group < N_GROUPS; group++) {
        *line = (struct help_line){ group, NULL };
        if (i-- == 0)
            return true;
        for (size_t k = 0; k < n_bindings; k++) {
            if (bindings[k].group != group)
                continue;
            line->binding = &bindings[k];
            if (i-- == 0)
                return true;
        }
    }
    return false;
}

void help_fit(struct help *help, struct area area)
{
    size_t room = area.rows > 1 ? (size_t)area.rows - 1 : 1, lines = n_bindings + N_GROUPS;
    help->rows.n = lines > room ? lines - room + 1 : 1; /* the cursor stops where the last line is in sight */
    rows_fit(&help->rows, room);
}

/* Cells that all keys of a binding take. */
static int cells_of_keys(struct str keys)
{
    char shown[64];
    size_t at = 0;
    int cells = 0;
    for (struct str key; keys_each(keys, &at, &key);)
        cells += (int)cells_of(keys_shown(key, shown, sizeof shown)) + 1;
    return cells;
}

/* The column where explanations begin: behind the longest keys, but in the first half. */
static int explanation_col(const struct keymap *keymap, struct area area)
{
    int widest = 0;
    for (size_t i = 0; i < n_bindings; i++) {
        int cells = cells_of_keys(keymap->keys[i]);
        widest = cells > widest ? cells : widest;
    }
    widest += INDENT + GAP - 1;
    return area.col + (widest < area.cols / 2 ? widest : area.cols / 2);
}

/* Where a binding works, if that is not everywhere and its heading does not say it. */
static const char *limits_of(const struct binding *binding)
{
    if (binding->group == GROUP_LIST || binding->group == GROUP_REPORT)
        return "";
    return binding->panes == PANE_LIST ? tr("  (list)") : binding->panes & PANE_LIST ? "" : tr("  (report)");
}

static void view_binding(struct grid *grid, int row, struct area area, int text, const struct binding *binding, struct str keys)
{
    char shown[64];
    size_t at = 0;
    int col = area.col + INDENT, end = area.col + area.cols;
    for (struct str key; keys_each(keys, &at, &key);)
        col = grid_put(grid, row, col, end, keys_shown(key, shown, sizeof shown), STYLE_LABEL) + 1;
    col = grid_put_cut(grid, row, col > text ? col : text, end, TR(binding->help), STYLE_TEXT);
    grid_put(grid, row, col, end, str_of(limits_of(binding)), STYLE_DIM);
}

void help_view(const struct help *help, const struct keymap *keymap, struct grid *grid, struct area area)
{
    int end = area.col + area.cols, text = explanation_col(keymap, area);
    grid_blank(grid, area.row, area.col, end, STYLE_HEAD);
    grid_put(grid, area.row, area.col + INDENT, text, TR("Keys"), STYLE_HEAD);
    grid_put_cut(grid, area.row, text, end, TR("What they do"), STYLE_HEAD);
    struct help_line line;
    for (int row = 1; row < area.rows && line_at(help->rows.cursor + (size_t)row - 1, &line); row++) {
        if (line.binding)
            view_binding(grid, area.row + row, area, text, line.binding, keymap->keys[line.binding - bindings]);
        else
            grid_put_cut(grid, area.row + row, area.col, end, TR(headings[line.group]), STYLE_HEADING);
    }
    grid->cursor_row = area.row;
    grid->cursor_col = area.col;
}
