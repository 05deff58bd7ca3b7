/* The last corner of the screen, written past curses. */
#include "term/corner.h"

#include "term/terminfo.h"

/* What vid_puts says, which takes a function and nothing else. */
static struct {
    char bytes[128];
    size_t n;
} said;

static int catch_byte(int c)
{
    if (said.n < sizeof said.bytes)
        said.bytes[said.n++] = (char)c;
    return c;
}

static void put_looks(struct frame *frame, attr_t attributes, short pair)
{
    said.n = 0;
    vid_puts(attributes, pair, NULL, catch_byte);
    frame_add(frame, (struct str){ said.bytes, said.n });
}

static void put_cell(struct frame *frame, const struct looks *looks, const struct cell *cell)
{
    put_looks(frame, looks->attributes[cell->style], looks->pairs[cell->style]);
    frame_add(frame, (struct str){ cell->text, cell->len });
}

/* Back to where curses left the cursor. */
static void finish(struct frame *frame)
{
    put_looks(frame, A_NORMAL, 0);
    terminfo_move_to(frame, getcury(curscr), getcurx(curscr));
}

bool corner_is_split(const struct grid *grid, int rows, int cols)
{
    return cols >= CORNER_CELLS && grid->rows >= rows && grid->cols >= cols && grid_cell(grid, rows - 1, cols - 3)->width == 2;
}

void corner_draw(struct frame *frame, const struct looks *looks, const struct cell *wide, const struct cell *last)
{
    terminfo_move_to(frame, LINES - 1, COLS - CORNER_CELLS);
    put_cell(frame, looks, wide);
    put_cell(frame, looks, last);
    finish(frame);
}

void corner_wipe(struct frame *frame)
{
    terminfo_move_to(frame, LINES - 1, COLS - CORNER_CELLS);
    frame_add(frame, STR("   "));
    finish(frame);
}
