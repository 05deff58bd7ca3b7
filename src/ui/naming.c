/* People and set phrases: opening their pane, narrowing it, going to where one stands. */
#include "ui/state.h"

#include <stdio.h>

void open_roster(struct ui *ui, bool terms)
{
    if (ui->focus != PANE_ROSTER && ui->focus != PANE_MARKS)
        ui->behind_pane = ui->focus == PANE_HELP ? PANE_LIST : ui->focus;
    if (ui->roster.terms != terms) {
        ui->roster.rows.cursor = 0;
        ui->roster.roster = (struct roster){ .n = 0 };
        roster_narrow(&ui->roster, STR(""));
    }
    ui->roster.terms = terms;
    go_to_pane(ui, PANE_ROSTER);
    ui->asked_roster = want(ui, (struct effect){ .kind = EFFECT_ROSTER, .terms = terms });
}

void stop_roster(struct ui *ui)
{
    if (roster_grows(&ui->roster))
        want(ui, (struct effect){ .kind = EFFECT_ENOUGH });
}

void take_roster(struct ui *ui, const struct event *event)
{
    if (event->number != ui->asked_roster)
        return;
    roster_take(&ui->roster, event->roster);
}

void start_roster_narrowing(struct ui *ui)
{
    ui->asking = ASKING_ROSTER;
    prompt_start(&ui->prompt, STR("&"), (struct str){ ui->roster.letters, ui->roster.n_letters });
}

void roster_event(struct ui *ui, uint32_t key)
{
    if (key == K_UP || key == K_DOWN) {
        rows_move(&ui->roster.rows, key == K_UP ? ACT_UP : ACT_DOWN, 1);
        return;
    }
    switch (prompt_key(&ui->prompt, key)) {
    case PROMPT_CHANGED: roster_narrow(&ui->roster, prompt_text(&ui->prompt)); break;
    case PROMPT_DONE: ui->asking = ASKING_NOTHING; break;
    case PROMPT_LEFT:
        ui->asking = ASKING_NOTHING;
        roster_narrow(&ui->roster, STR(""));
        break;
    case PROMPT_SAME: break;
    }
}

/* Shows every place where the one under the cursor stands. */
void open_named(struct ui *ui)
{
    const struct roster_row *row = roster_current(&ui->roster);
    char question[PROMPT_MAX];
    if (!row || row->text.n + 2 >= sizeof question)
        return;
    int n = snprintf(question, sizeof question, "\"%.*s\"", (int)row->text.n, row->text.p);
    ui->results_open = true;
    ui->behind_results = PANE_ROSTER;
    go_to_pane(ui, PANE_RESULTS);
    ask_library(ui, (struct str){ question, (size_t)n });
}
