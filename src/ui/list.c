/* The list pane. */
#include "ui/list.h"

#include <string.h>

#include "base/tr.h"
#include "ui/columns.h"

struct str view_query(const struct view *view)
{
    return (struct str){ view->query, view->query_n };
}

void view_set_query(struct view *view, struct str query)
{
    view->query_n = query.n < sizeof view->query ? query.n : sizeof view->query;
    if (query.n)
        memmove(view->query, query.p, view->query_n);
}

void list_finish(struct list *list)
{
    tree_finish(&list->tree);
    shelf_finish(&list->shelf);
    arena_finish(&list->numbers);
    *list = (struct list){ .listing.v = NULL };
}

size_t list_position(const struct list *list)
{
    return list->rows.n ? tree_row(&list->tree, list->rows.cursor).position : list->listing.n;
}

uint32_t list_current(const struct list *list)
{
    return list->rows.n ? list->listing.v[list_position(list)] & LISTED_NUMBER : NO_REPORT;
}

size_t list_seek(const struct list *list, uint32_t number)
{
    size_t i = number == NO_REPORT ? list->listing.n : 0;
    while (i < list->listing.n && (list->listing.v[i] & LISTED_NUMBER) != number)
        i++;
    return i;
}

/* Makes the rows anew; the cursor goes to the report at a position, or to the row of its congress. */
static void remake(struct list *list, size_t position, bool to_congress)
{
    tree_make(&list->tree, &list->listing);
    list->rows.n = list->tree.n;
    if (to_congress && position < list->listing.n)
        position = tree_first(&list->tree, position);
    size_t row = tree_find(&list->tree, position);
    if (to_congress && row > 0 && !tree_row(&list->tree, row).is_congress && tree_row(&list->tree, row - 1).is_congress)
        row--;
    rows_go(&list->rows, row);
}

static bool on_congress(const struct list *list)
{
    return list->rows.n && tree_row(&list->tree, list->rows.cursor).is_congress;
}

void list_take(struct list *list, const struct listing *listing, uint32_t report)
{
    bool congress = on_congress(list);
    arena_reset(&list->numbers);
    uint32_t *numbers = NEW_N(&list->numbers, uint32_t, listing->n + 1);
    memcpy(numbers, listing->v, listing->n * sizeof *numbers);
    list->listing = *listing;
    list->listing.v = numbers;
    size_t position = list_seek(list, report);
    remake(list, position, congress);
    if (position == listing->n)
        rows_go(&list->rows, 0);
}

void list_go(struct list *list, size_t position)
{
    struct tree_row row = tree_row(&list->tree, tree_find(&list->tree, position));
    if (row.is_congress) {
        tree_fold(&list->tree, position, false);
        remake(list, position, false);
    } else {
        rows_go(&list->rows, tree_find(&list->tree, position));
    }
}

void list_visit(struct list *list, size_t position)
{
    size_t row = tree_find(&list->tree, position);
    if (row > 0 && list->tree.rows[row - 1] == ((uint32_t)position | TREE_CONGRESS))
        row--;
    rows_go(&list->rows, row);
}

bool list_enter(struct list *list)
{
    if (!on_congress(list))
        return false;
    struct tree_row row = tree_row(&list->tree, list->rows.cursor);
    if (row.folded) {
        tree_fold(&list->tree, row.position, false);
        remake(list, row.position, true);
    } else {
        rows_go(&list->rows, list->rows.cursor + 1);
    }
    return true;
}

bool list_leave(struct list *list)
{
    if (list->rows.n == 0)
        return false;
    struct tree_row row = tree_row(&list->tree, list->rows.cursor);
    size_t first = tree_first(&list->tree, row.position);
    if (row.is_congress && row.folded)
        return false;
    if (row.is_congress) {
        tree_fold(&list->tree, first, true);
        remake(list, first, true);
        return true;
    }
    size_t above = tree_find(&list->tree, first);
    if (above == 0 || !tree_row(&list->tree, above - 1).is_congress)
        return false;
    rows_go(&list->rows, above - 1);
    return true;
}

enum list_form list_form(const struct list *list)
{
    return list->tree.flat ? FORM_FLAT : list->tree.folds ? FORM_FOLDED : FORM_OPEN;
}

void list_set_form(struct list *list, enum list_form form)
{
    size_t position = list_position(list);
    bool congress = on_congress(list);
    list->tree.flat = form == FORM_FLAT;
    tree_fold_all(&list->tree, form != FORM_OPEN);
    if (list->listing.v)
        remake(list, position, congress);
}

struct str list_form_name(enum list_form form)
{
    return form == FORM_FLAT ? TR("reports alone") : form == FORM_FOLDED ? TR("congresses, folded") : TR("congresses, open");
}

struct view view_next_order(const struct view *view)
{
    struct view next = *view;
    if (view->order != ORDER_GIVEN && !view->reverse) {
        next.reverse = true;
    } else {
        next.reverse = false;
        next.order = (enum order_key)(view->order + 1) == N_ORDERS ? ORDER_DATE : (enum order_key)(view->order + 1);
    }
    return next;
}

struct str view_order_name(const struct view *view)
{
    static const char *const names[N_ORDERS][2] = {
        { TR_LATER("as the files stand"), TR_LATER("as the files stand") },
        { TR_LATER("by date"), TR_LATER("by date, the newest first") },
        { TR_LATER("by place"), TR_LATER("by place, backward") },
        { TR_LATER("by ordinal"), TR_LATER("by ordinal, the highest first") },
        { TR_LATER("by title"), TR_LATER("by title, backward") },
        { TR_LATER("by size"), TR_LATER("by size, the longest first") },
    };
    return TR(names[view->order][view->reverse]);
}

/* The number of the report that a row is about. */
static uint32_t number_of(const struct list *list, size_t row)
{
    return list->listing.v[tree_row(&list->tree, row).position] & LISTED_NUMBER;
}

size_t list_lacks(const struct list *list, uint32_t numbers[], size_t most)
{
    const struct rows *rows = &list->rows;
    size_t from = rows->top > rows->shown ? rows->top - rows->shown : 0, n = 0;
    bool in_sight = false;
    for (size_t row = from; row < rows->n && row < rows->top + 2 * rows->shown && n < most; row++) {
        uint32_t number = number_of(list, row);
        bool same = n && numbers[n - 1] == number; /* a congress and its first report */
        if (same || shelf_get(&list->shelf, number))
            continue;
        numbers[n++] = number;
        in_sight |= row >= rows->top && row < rows->top + rows->shown;
    }
    return in_sight ? n : 0;
}

void list_fit(struct list *list, struct area area)
{
    rows_fit(&list->rows, area.rows > 1 ? (size_t)area.rows - 1 : 1);
}

static enum told told_of(const struct list *list, size_t row)
{
    if (row == list->rows.top)
        return TOLD_HERE; /* nothing is in sight above it */
    struct tree_row this = tree_row(&list->tree, row), above = tree_row(&list->tree, row - 1);
    if (above.is_congress && above.position == this.position)
        return TOLD_ABOVE;
    if (list->listing.v[this.position] & LISTED_FIRST)
        return TOLD_HERE;
    return list->tree.flat ? TOLD_DITTO : TOLD_ABOVE;
}

static void view_row(const struct list *list, struct grid *grid, const struct columns *at, int row, size_t index)
{
    struct tree_row this = tree_row(&list->tree, index);
    const struct shelved *report = shelf_get(&list->shelf, number_of(list, index));
    if (!report)
        grid_put(grid, row, at->date, at->end, STR("…"), STYLE_DIM);
    else if (this.is_congress)
        columns_congress(at, grid, row, report, this.n, this.folded);
    else
        columns_report(at, grid, row, report, told_of(list, index));
}

void list_view(const struct list *list, struct grid *grid, struct area area, bool focus)
{
    struct columns at = columns_fit(area);
    columns_head(&at, grid, area.row);
    for (size_t i = 0; i < list->rows.shown && list->rows.top + i < list->rows.n; i++) {
        int row = area.row + 1 + (int)i;
        if (row >= area.row + area.rows)
            break;
        view_row(list, grid, &at, row, list->rows.top + i);
        if (list->rows.top + i == list->rows.cursor) {
            grid_restyle(grid, row, area.col, area.col + area.cols, focus ? STYLE_SELECTED : STYLE_CURRENT);
            if (focus) {
                grid->cursor_row = row;
                grid->cursor_col = area.col;
            }
        }
    }
}
