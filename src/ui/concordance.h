/* The rows of the results: reports with their dates and how their matches are spread, and matches under each other in one column. */
#ifndef DAHUI_UI_CONCORDANCE_H
#define DAHUI_UI_CONCORDANCE_H

#include "screen/grid.h"
#include "ui/area.h"
#include "ui/shelf.h"

/* Where each part begins, in cells of the screen; `bar` 0: there is no room for one. */
struct concordance {
    int start, date, title, match, bar, end;
    bool narrow; /* the year alone */
};

struct concordance concordance_fit(struct area area);

/* `told` is what there is to say of the whole. */
void concordance_head(const struct concordance *at, struct grid *grid, int row, struct str told);
void concordance_report(const struct concordance *at, struct grid *grid, int row, const struct shelved *report, size_t matches);
void concordance_passage(const struct concordance *at, struct grid *grid, int row, const struct passage *passage, bool current);
void concordance_more(const struct concordance *at, struct grid *grid, int row, size_t n);

/* Gives a row the style of the cursor, but for the match, which stays to be seen. */
void concordance_select(const struct concordance *at, struct grid *grid, int row, enum style style);

/* The style of the matches of a word of the question, from 0. */
enum style hit_style(unsigned word);

#endif
