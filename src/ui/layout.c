/* Where the panes of the reader stand, and which of them are in sight. */
#include "ui/state.h"

enum {
    BOTH_PANES = 90,                 /* columns from which list and report stand side by side */
    TINY_LEFT = 16, LEFT_LEAST = 30, LEFT_MOST = 60, /* columns of the pane at the left then */
    READER_LEAST = 40, READER_WANTS = 85,               /* columns that the report gets first, its border with it */
    OUTLINE_LEAST = 26, OUTLINE_MOST = 44, /* columns of an outline apart, its border with it */
    SMALLEST_ROWS = 3, SMALLEST_COLS = 12
};

bool both_panes(const struct ui *ui)
{
    return ui->cols >= BOTH_PANES && (!ui->alone || ui->outline_open) && !(ui->focus & (PANE_HELP | PANE_RESULTS | PANE_MARKS | PANE_ROSTER));
}

bool outline_apart(const struct ui *ui)
{
    return ui->outline_open && !ui->alone && both_panes(ui) && ui->cols >= LEFT_LEAST + READER_WANTS + OUTLINE_LEAST;
}

enum pane left_pane(const struct ui *ui)
{
    return ui->outline_open && !outline_apart(ui) ? PANE_OUTLINE : ui->results_open ? PANE_RESULTS : PANE_LIST;
}

static int clamp(int n, int least, int most)
{
    return n < least ? least : n > most ? most : n;
}

int left_cols(const struct ui *ui)
{
    int room = outline_apart(ui) ? ui->cols - OUTLINE_LEAST : ui->cols;
    return ui->left_wish ? clamp(ui->left_wish, TINY_LEFT, room - READER_LEAST) : clamp(room - READER_WANTS, LEFT_LEAST, LEFT_MOST);
}

int right_cols(const struct ui *ui)
{
    return outline_apart(ui) ? clamp(ui->cols - left_cols(ui) - READER_WANTS, OUTLINE_LEAST, OUTLINE_MOST) - 1 : 0;
}

struct area area_of(const struct ui *ui, enum pane pane)
{
    struct area area = { 0, 0, ui->rows - 1, ui->cols };
    if (both_panes(ui)) {
        int left = left_cols(ui), right = right_cols(ui);
        bool apart = pane == PANE_OUTLINE && right;
        area.col = pane == PANE_READER ? left + 1 : apart ? ui->cols - right : 0;
        area.cols = pane == PANE_READER ? ui->cols - left - 1 - (right ? right + 1 : 0) : apart ? right : left;
    }
    return area;
}

bool in_sight(const struct ui *ui, enum pane pane)
{
    return ui->focus == pane || (both_panes(ui) && (pane == PANE_READER || pane == left_pane(ui) || (pane == PANE_OUTLINE && outline_apart(ui))));
}

bool too_small(const struct ui *ui)
{
    return ui->rows < SMALLEST_ROWS || ui->cols < SMALLEST_COLS;
}

void fit_panes(struct ui *ui)
{
    if (ui->focus == PANE_OUTLINE && !ui->outline_open)
        ui->focus = PANE_READER;
    if (ui->focus == PANE_LIST && !outline_apart(ui))
        ui->outline_open = false; /* it would stand where the list is */
    if (too_small(ui))
        return;
    list_fit(&ui->list, area_of(ui, PANE_LIST));
    outline_fit(&ui->outline, area_of(ui, PANE_OUTLINE));
    results_fit(&ui->results, area_of(ui, PANE_RESULTS));
    marks_fit(&ui->marks, area_of(ui, PANE_MARKS));
    roster_fit(&ui->roster, area_of(ui, PANE_ROSTER));
    help_fit(&ui->help, area_of(ui, PANE_HELP));
    reading_fit(&ui->reading, area_of(ui, PANE_READER));
}
