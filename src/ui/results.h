/* The results pane: what a search of the library found, as a concordance: a row a report, under it a row a match. */
#ifndef DAHUI_UI_RESULTS_H
#define DAHUI_UI_RESULTS_H

#include "screen/grid.h"
#include "ui/area.h"
#include "ui/effect.h"
#include "ui/prompt.h"
#include "ui/rows.h"
#include "ui/shelf.h"

struct results {
    struct rows rows;
    struct arena arena;             /* of the findings */
    const struct finding *findings;
    const size_t *starts;           /* the row of each, and behind them the number of rows */
    size_t n, matches;
    bool over; /* all is found */
    struct shelf shelf;
    char question[PROMPT_MAX]; /* that the findings answer */
    size_t question_n;         /* bytes; 0: nothing was asked */
    unsigned serial;           /* counts questions */
    enum finding_order by;
};

void results_finish(struct results *results);

struct str results_question(const struct results *results);

/* Takes what is found so far, in answer to another question or (NULL) to the same. The cursor goes to a match of a report where that is
 * there, and stays as far below the top of the pane as it was; else to the top. */
void results_take(struct results *results, const struct str *question, const struct findings_so_far *found, uint32_t report,
                  size_t match);

/* What the cursor is on: the finding, and which of its matches; the first, on the row of the report. */
struct results_at {
    size_t finding; /* n: on nothing */
    size_t match;
    bool on_report;
};
struct results_at results_at(const struct results *results);

/* The report there, or NO_REPORT. */
uint32_t results_report(const struct results *results);

/* Puts the cursor on a match of a finding, or on its last row that there is. */
void results_go(struct results *results, size_t finding, size_t match);

/* Goes to the next or previous report; false where there is none. */
bool results_step(struct results *results, bool forward, size_t count);

/* The numbers of the reports in sight whose passages are lacking: at most `most`. To find passages takes a while: none are asked for
 * ahead. */
size_t results_lack(const struct results *results, uint32_t numbers[], size_t most);

struct str results_order_name(const struct results *results);

void results_fit(struct results *results, struct area area);
void results_view(const struct results *results, struct grid *grid, struct area area, bool focus);

#endif
