/* Drawing the reader: its panes, its status line, its prompt. */
#include "base/buf.h"
#include "text/cell.h"
#include "text/safe.h"
#include "ui/state.h"
#include "ui/ui.h"

static void view_border(const struct ui *ui, struct grid *grid)
{
    int col = left_cols(ui);
    for (int row = 0; row < ui->rows - 1; row++)
        grid_put(grid, row, col, col + 1, cell_ambiguous() == 1 ? STR("│") : STR("|"), STYLE_BORDER);
}

/* What stands at the left of the status line. */
static void describe(const struct ui *ui, struct buf *out)
{
    const struct search *search = &ui->reading.search;
    const struct article *article = ui->reading.article;
    if (ui->focus == PANE_HELP) {
        buf_add(out, STR("帮助: 数字加按键为重复"));
    } else if (ui->focus == PANE_LIST) {
        buf_add_format(out, "%zu/%zu 篇 · %zu 次大会", ui->list.rows.n ? ui->list.rows.cursor + 1 : 0, ui->list.rows.n, ui->list.congresses);
    } else if (article) {
        if (ui->list.rows.n > 1)
            buf_add_format(out, "%zu/%zu ", ui->list.rows.cursor + 1, ui->list.rows.n);
        if (search->asked && search->hits.n) {
            buf_add(out, search->needle);
            buf_add_format(out, " %zu/%zu 处", search_current(search) ? search->current + 1 : 0, search->hits.n);
        } else if (article->is_capture) {
            buf_add(out, STR("[原始文本] "));
            buf_add(out, safe_name_cstr(out->arena, article->file));
        } else {
            buf_add(out, article->title);
        }
    }
}

/* What stands at its right: the longest of these that leaves room for the rest. */
static struct str hint_of(const struct ui *ui, int room)
{
    static const struct str list[] = { STR_INIT("Enter 阅读  / 查找  t 目录  o 排序  ? 帮助  q 退出"), STR_INIT("Enter 阅读  ? 帮助  q 退出"),
                                       STR_INIT("? 帮助  q 退出"), STR_INIT("") };
    static const struct str reader[] = { STR_INIT("t 目录  / 查找  ]] 下一节  J 下一篇  q 返回"), STR_INIT("t 目录  / 查找  q 返回"), STR_INIT("") };
    static const struct str outline[] = { STR_INIT("Enter 打开  q 返回"), STR_INIT("") };
    static const struct str help[] = { STR_INIT("q 返回"), STR_INIT("") };
    const struct str *hints = ui->focus == PANE_LIST ? list : ui->focus == PANE_READER ? reader : ui->focus == PANE_OUTLINE ? outline : help;
    size_t i = 0;
    while (hints[i].n && (int)cells_of(hints[i]) > room)
        i++;
    return hints[i];
}

static void view_status(const struct ui *ui, struct grid *grid, struct arena *arena)
{
    int row = ui->rows - 1, end = ui->cols;
    grid_blank(grid, row, 0, end, STYLE_STATUS);
    if (ui->message[0]) {
        grid_put_cut(grid, row, 1, end, str_of(ui->message), STYLE_MESSAGE);
        return;
    }
    if (ui->focus != PANE_LIST && ui->focus != PANE_HELP && ui->reading.article) {
        struct buf progress = buf_make(arena, 32);
        buf_add_format(&progress, "%4d%%", reading_percent(&ui->reading));
        end -= (int)progress.n + 1;
        grid_put(grid, row, end, ui->cols, buf_str(&progress), STYLE_STATUS);
    }
    struct buf left = buf_make(arena, 1 << 16);
    describe(ui, &left);
    int taken = (int)cells_of(buf_str(&left));
    struct str hint = hint_of(ui, end - taken - 6);
    if (hint.n) {
        end -= (int)cells_of(hint) + 1;
        grid_put(grid, row, end, ui->cols, hint, STYLE_STATUS);
        end--;
    }
    grid_put_cut(grid, row, 1, end, buf_str(&left), STYLE_STATUS);
}

/* The line that one types a search at, and how much it finds so far. */
static void view_prompt(const struct ui *ui, struct grid *grid, struct arena *arena)
{
    const struct search *search = &ui->reading.search;
    struct buf found = buf_make(arena, 64);
    if (search->asked)
        buf_add_format(&found, " %zu/%zu 处", search_current(search) ? search->current + 1 : 0, search->hits.n);
    int row = ui->rows - 1, end = ui->cols - (int)cells_of(buf_str(&found));
    end = end < ui->cols / 2 ? ui->cols : end;
    prompt_view(&ui->prompt, grid, row, end);
    grid_put(grid, row, end, ui->cols, buf_str(&found), STYLE_PROMPT);
}

static void view_empty(struct grid *grid, struct area area)
{
    grid_put_cut(grid, area.row + (area.rows > 1), area.col + 1, area.col + area.cols, STR("没有报告可读"), STYLE_DIM);
}

static void view_pane(const struct ui *ui, struct grid *grid, enum pane pane)
{
    struct area area = area_of(ui, pane);
    bool focus = ui->focus == pane;
    switch (pane) {
    case PANE_LIST:
        list_view(&ui->list, grid, area, focus);
        if (ui->list.rows.n == 0)
            view_empty(grid, area);
        break;
    case PANE_OUTLINE: outline_view(&ui->outline, grid, area, focus); break;
    case PANE_HELP: help_view(&ui->help, grid, area); break;
    case PANE_READER:
        if (ui->reading.page)
            reading_view(&ui->reading, grid, area, focus);
        break;
    }
}

void ui_view(struct ui *ui, struct grid *grid)
{
    struct arena work = { 0 };
    if (too_small(ui)) {
        grid_put(grid, 0, 0, grid->cols, STR("太小"), STYLE_MESSAGE);
        return;
    }
    if (both_panes(ui)) {
        view_pane(ui, grid, left_pane(ui));
        view_border(ui, grid);
        view_pane(ui, grid, PANE_READER);
    } else {
        view_pane(ui, grid, ui->focus);
    }
    if (ui->prompting)
        view_prompt(ui, grid, &work);
    else
        view_status(ui, grid, &work);
    arena_finish(&work);
}
