/* The last corner of the screen, written past curses. */
#include "term/corner.h"

#include <stdio.h>

#include "term/terminfo.h"

static int put_byte(int c)
{
    return putchar(c);
}

static void put_cell(const struct looks *looks, const struct cell *cell)
{
    vid_puts(looks->attributes[cell->style], looks->pairs[cell->style], NULL, put_byte);
    fwrite(cell->text, 1, cell->len, stdout);
}

/* Back to where curses left the cursor. */
static void finish(void)
{
    vid_puts(A_NORMAL, 0, NULL, put_byte);
    terminfo_move_to(getcury(curscr), getcurx(curscr));
    fflush(stdout);
}

bool corner_is_split(const struct grid *grid, int rows, int cols)
{
    return cols >= CORNER_CELLS && grid->rows >= rows && grid->cols >= cols && grid_cell(grid, rows - 1, cols - 3)->width == 2;
}

void corner_draw(const struct looks *looks, const struct cell *wide, const struct cell *last)
{
    terminfo_move_to(LINES - 1, COLS - CORNER_CELLS);
    put_cell(looks, wide);
    put_cell(looks, last);
    finish();
}

void corner_wipe(void)
{
    terminfo_move_to(LINES - 1, COLS - CORNER_CELLS);
    fputs("   ", stdout);
    finish();
}
