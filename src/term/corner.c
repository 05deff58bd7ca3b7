/* The last corner of the screen, written past curses. */
#include "term/corner.h"

#include <limits.h>
#include <wchar.h>

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

static void put_cell(struct frame *frame, const cchar_t *cell)
{
    wchar_t text[CCHARW_MAX + 1];
    attr_t attributes;
    short pair;
    mbstate_t state = { 0 };
    if (getcchar(cell, text, &attributes, &pair, NULL) != OK)
        return;
    put_looks(frame, attributes, pair);
    for (size_t i = 0; text[i]; i++) {
        char bytes[MB_LEN_MAX];
        size_t n = wcrtomb(bytes, text[i], &state);
        frame_add(frame, (struct str){ bytes, n == (size_t)-1 ? 0 : n });
    }
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

void corner_draw(struct frame *frame, const cchar_t *wide, const cchar_t *last)
{
    terminfo_move_to(frame, LINES - 1, COLS - CORNER_CELLS);
    put_cell(frame, wide);
    put_cell(frame, last);
    finish(frame);
}

void corner_wipe(struct frame *frame)
{
    terminfo_move_to(frame, LINES - 1, COLS - CORNER_CELLS);
    frame_add(frame, STR("   "));
    finish(frame);
}
