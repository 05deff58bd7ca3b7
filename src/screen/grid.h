/* A screen as a value: cells with text and style. The reader fills it, a terminal paints it, tests read it. */
#ifndef DAHUI_SCREEN_GRID_H
#define DAHUI_SCREEN_GRID_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"
#include "text/safe.h"

/* What a cell is, not how it looks: src/term gives each its colours and attributes. */
enum style {
    STYLE_TEXT,
    STYLE_TITLE,    /* of the report */
    STYLE_HEADING,  /* of a section */
    STYLE_LABEL,    /* the name of a field in the card */
    STYLE_DIM,      /* what is there but not read: ditto marks, gaps, hints */
    STYLE_HEAD,     /* the head of the columns of a list */
    STYLE_SELECTED, /* the row of the cursor, in the pane that has the keys */
    STYLE_CURRENT,  /* the same in the other pane */
    STYLE_HIT,      /* what a search found: the first word of the question, the second, third, fourth */
    STYLE_HIT_2,
    STYLE_HIT_3,
    STYLE_HIT_4,
    STYLE_HERE,     /* the hit that the search stands at */
    STYLE_MARK,     /* stands for something that may not be drawn */
    STYLE_BORDER,
    STYLE_STATUS,
    STYLE_MESSAGE,
    STYLE_PROMPT,
    N_STYLES
};

/* One cell. A character of two cells is the head of one (width 2) and leaves the next with width 0 and no text. */
struct cell {
    char text[SAFE_MAX]; /* safe UTF-8, `len` bytes */
    unsigned char len, width, style;
};

/* Made blank, in an arena; it lives as long. Rows and columns count from 0. */
struct grid {
    int rows, cols;
    struct cell *cells; /* row by row */
    int cursor_row, cursor_col; /* where the terminal's own cursor stands */
};

struct grid grid_make(struct arena *arena, int rows, int cols);
struct cell *grid_cell(const struct grid *grid, int row, int col);

/* Draws s from (row, col), up to but not into column `end`, and answers the column behind it. A character that does not fit
 * whole is not drawn, nor what follows it. This is the way of all text to the screen: it passes text/safe here. What lies
 * outside the grid is not drawn. */
int grid_put(struct grid *grid, int row, int col, int end, struct str s, enum style style);

/* The same for text that may be too long: where it does not fit it ends with … */
int grid_put_cut(struct grid *grid, int row, int col, int end, struct str s, enum style style);

/* Makes [col, end) of a row blank. */
void grid_blank(struct grid *grid, int row, int col, int end, enum style style);

/* Gives [col, end) of a row another style, text untouched. */
void grid_restyle(struct grid *grid, int row, int col, int end, enum style style);

/* The screen as text: a line a row, blanks at the ends of the lines left out. */
struct str grid_text(struct arena *arena, const struct grid *grid);

/* The styles as text, a letter a cell ('.' is STYLE_TEXT), and a last line "cursor ROW COL". */
struct str grid_styles(struct arena *arena, const struct grid *grid);

#endif
