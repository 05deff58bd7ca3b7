/* What the mouse does: a click selects, one on what is selected opens, the wheel moves the pane under it, the border can be dragged. */
#include "ui/state.h"

enum { WHEEL_ROWS = 3 };

static bool holds(struct area area, int row, int col)
{
    return row >= area.row && row < area.row + area.rows && col >= area.col && col < area.col + area.cols;
}

/* The pane that is drawn there; 0 where there is none: the border, the status line. */
static enum pane pane_at(const struct ui *ui, int row, int col)
{
    enum pane left = both_panes(ui) ? left_pane(ui) : ui->focus;
    if (holds(area_of(ui, left), row, col))
        return left;
    if (outline_apart(ui) && holds(area_of(ui, PANE_OUTLINE), row, col))
        return PANE_OUTLINE;
    return both_panes(ui) && holds(area_of(ui, PANE_READER), row, col) ? PANE_READER : (enum pane)0;
}

/* The rows that a click selects one of, below the head of the pane; NULL for other panes. */
static struct rows *rows_of(struct ui *ui, enum pane pane)
{
    switch (pane) {
    case PANE_LIST: return &ui->list.rows;
    case PANE_OUTLINE: return &ui->outline.rows;
    case PANE_RESULTS: return &ui->results.rows;
    case PANE_MARKS: return &ui->marks.rows;
    case PANE_ROSTER: return &ui->roster.rows;
    default: return NULL;
    }
}

static void press(struct ui *ui, int row, int col)
{
    enum pane pane = pane_at(ui, row, col);
    struct rows *rows = rows_of(ui, pane);
    int head = area_of(ui, pane).row;
    ui->dragging = both_panes(ui) && col == left_cols(ui);
    if (!pane)
        return;
    bool had_keys = ui->focus == pane;
    if (!had_keys)
        go_to_pane(ui, pane);
    if (!rows || row <= head || (size_t)(row - head - 1) >= rows->shown)
        return;
    size_t clicked = rows->top + (size_t)(row - head - 1);
    if (clicked >= rows->n)
        return;
    if (had_keys && clicked == rows->cursor)
        open_selected(ui);
    else
        rows_go(rows, clicked);
}

static void turn_wheel(struct ui *ui, int row, int col, bool down)
{
    enum pane pane = pane_at(ui, row, col);
    if (pane)
        move_in(ui, pane, down ? ACT_DOWN : ACT_UP, WHEEL_ROWS);
}

void mouse_event(struct ui *ui, const struct event *event)
{
    if (ui->asking || too_small(ui))
        return;
    ui->message[0] = '\0';
    ui->letter_for = ACT_NONE; /* nobody sees any more that one is waited for */
    switch (event->mouse) {
    case MOUSE_PRESS: press(ui, event->row, event->col); break;
    case MOUSE_RELEASE: ui->dragging = false; break;
    case MOUSE_WHEEL_UP:
    case MOUSE_WHEEL_DOWN: turn_wheel(ui, event->row, event->col, event->mouse == MOUSE_WHEEL_DOWN); break;
    case MOUSE_DRAG:
        if (ui->dragging) {
            ui->left_wish = event->col > 0 ? event->col : 1;
            fit_panes(ui);
        }
        break;
    }
}
