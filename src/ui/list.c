/* The list pane: one row a report, the reports of one congress together. */
#include "ui/list.h"

#include <stdio.h>

#include "text/cell.h"

/* Where the columns stand, in cells from the left edge of the pane. A narrow pane shows the year alone, and of the title only
 * what the other columns do not say (as everywhere where a title does not fit). */
struct columns {
    int date, place, ordinal, title, end;
    bool narrow;
};

enum { NARROW = 60, WIDE = 100 };

static struct columns columns_of(struct area area)
{
    if (area.cols < NARROW) {
        int place = area.cols >= 36 ? 10 : 8;
        return (struct columns){ area.col + 1, area.col + 6, area.col + 7 + place, area.col + 11 + place, area.col + area.cols, true };
    }
    int place = area.cols >= WIDE ? 20 : 16;
    return (struct columns){ area.col + 1, area.col + 13, area.col + 14 + place, area.col + 20 + place, area.col + area.cols, false };
}

void list_init(struct list *list, const struct article **articles, size_t n)
{
    struct arena work = { 0 };
    *list = (struct list){ .articles = articles, .rows = { .n = n, .shown = 1 } };
    order_articles(&work, articles, n, ORDER_GIVEN, false);
    list->congresses = count_congresses(&work, articles, n);
    arena_finish(&work);
}

const struct article *list_current(const struct list *list)
{
    return list->rows.n ? list->articles[list->rows.cursor] : NULL;
}

void list_next_order(struct list *list)
{
    const struct article *current = list_current(list);
    struct arena work = { 0 };
    if (list->order != ORDER_GIVEN && !list->reverse) {
        list->reverse = true;
    } else {
        list->reverse = false;
        list->order = (enum order_key)(list->order + 1) == N_ORDERS ? ORDER_DATE : (enum order_key)(list->order + 1);
    }
    order_articles(&work, list->articles, list->rows.n, list->order, list->reverse);
    arena_finish(&work);
    for (size_t i = 0; i < list->rows.n; i++)
        if (list->articles[i] == current)
            rows_go(&list->rows, i);
}

struct str list_order_name(const struct list *list)
{
    static const struct str names[N_ORDERS][2] = {
        { STR_INIT("原序"), STR_INIT("原序") },
        { STR_INIT("按日期排列"), STR_INIT("按日期排列, 新的在前") },
        { STR_INIT("按地点排列"), STR_INIT("按地点排列, 倒序") },
        { STR_INIT("按届次排列"), STR_INIT("按届次排列, 大的在前") },
        { STR_INIT("按标题排列"), STR_INIT("按标题排列, 倒序") },
        { STR_INIT("按篇幅排列"), STR_INIT("按篇幅排列, 长的在前") },
    };
    return names[list->order][list->reverse];
}

void list_fit(struct list *list, struct area area)
{
    rows_fit(&list->rows, area.rows > 1 ? (size_t)area.rows - 1 : 1);
}

static void view_head(struct grid *grid, struct area area, struct columns at)
{
    grid_blank(grid, area.row, area.col, at.end, STYLE_HEAD);
    grid_put(grid, area.row, at.date, at.place - 1, at.narrow ? STR("年") : STR("日期"), STYLE_HEAD);
    grid_put(grid, area.row, at.place, at.ordinal - 1, STR("地点"), STYLE_HEAD);
    grid_put(grid, area.row, at.ordinal, at.title - 1, at.narrow ? STR("次") : STR(" 次"), STYLE_HEAD);
    grid_put(grid, area.row, at.title, at.end, STR("标题"), STYLE_HEAD);
}

static void view_date(struct grid *grid, int row, struct columns at, const struct article *article)
{
    bool known = article->date.p != NULL;
    struct str date = known ? article->date : article->published.p ? article->published : STR("-");
    if (at.narrow)
        date = str_sub(date, 0, 4);
    grid_put(grid, row, at.date, at.place - 1, date, known ? STYLE_TEXT : STYLE_DIM);
}

static void view_congress(struct grid *grid, int row, struct columns at, const struct article *article, bool ditto)
{
    const struct congress *congress = article->congress;
    char number[16] = "-";
    int width = at.narrow ? 2 : 3;
    if (ditto) {
        grid_put(grid, row, at.place, at.ordinal - 1, STR("〃"), STYLE_DIM);
        grid_put(grid, row, at.ordinal + width - 2, at.title - 1, STR("〃"), STYLE_DIM);
        return;
    }
    struct str place = congress && congress->place.p ? congress->place : STR("-");
    grid_put_cut(grid, row, at.place, at.ordinal - 1, place, STYLE_TEXT);
    if (congress && congress->ordinal > 0)
        snprintf(number, sizeof number, "%d", congress->ordinal);
    else if (congress && congress->redacted)
        snprintf(number, sizeof number, "×");
    struct str shown = str_of(number);
    int cells = (int)cells_of(shown);
    grid_put(grid, row, at.ordinal + (cells < width ? width - cells : 0), at.title - 1, shown, STYLE_TEXT);
}

/* The title; where it does not fit, without the name of the congress that it begins with, so that 开幕 and 闭幕 can be told apart. */
static void view_title(struct grid *grid, int row, struct columns at, const struct article *article)
{
    struct str title = article->title.n ? article->title : STR("(无题)");
    const struct congress *congress = article->congress;
    int col = at.title;
    bool fits = (int)cells_of(title) <= at.end - col;
    if (!fits && congress && congress->name.n && str_starts(title, congress->name) && title.n > congress->name.n) {
        title = str_sub(title, congress->name.n, title.n);
        col = grid_put(grid, row, col, at.end, STR("…"), STYLE_DIM);
    }
    grid_put_cut(grid, row, col, at.end, title, STYLE_TEXT);
}

void list_view(const struct list *list, struct grid *grid, struct area area, bool focus)
{
    struct columns at = columns_of(area);
    view_head(grid, area, at);
    for (size_t i = 0; i < list->rows.shown && list->rows.top + i < list->rows.n; i++) {
        size_t index = list->rows.top + i;
        const struct article *article = list->articles[index];
        int row = area.row + 1 + (int)i;
        if (row >= area.row + area.rows)
            break;
        view_date(grid, row, at, article);
        view_congress(grid, row, at, article, i > 0 && same_congress(list->articles[index - 1], article));
        view_title(grid, row, at, article);
        if (index == list->rows.cursor) {
            grid_restyle(grid, row, area.col, at.end, focus ? STYLE_SELECTED : STYLE_CURRENT);
            if (focus) {
                grid->cursor_row = row;
                grid->cursor_col = area.col;
            }
        }
    }
}
