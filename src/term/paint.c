/* A grid of cells on curses' screen. */
#include "term/paint.h"

#include <string.h>
#include <wchar.h>

#include "term/corner.h"
#include "term/terminfo.h"
#include "text/utf8.h"

static const struct cell blank = { " ", 1, 1, STYLE_TEXT };

bool painter_start(struct painter *painter, struct frame *frame)
{
    painter->frame = frame;
    looks_choose(&painter->looks);
    painter->probe = newpad(1, 8);
    painter->writes_corner = terminfo_writes_corner();
    return painter_resize(painter);
}

void painter_finish(struct painter *painter)
{
    if (painter->row)
        delwin(painter->row);
    if (painter->probe)
        delwin(painter->probe);
    arena_finish(&painter->arena);
}

bool painter_resize(struct painter *painter)
{
    if (painter->row)
        delwin(painter->row);
    painter->row = newpad(1, COLS + 2);
    painter_forget(painter);
    return painter->row && painter->probe;
}

void painter_forget(struct painter *painter)
{
    painter->last = NULL;
    painter->drew_corner = false;
}

static bool same_cell(const struct cell *a, const struct cell *b)
{
    return a->style == b->style && a->width == b->width && a->len == b->len && memcmp(a->text, b->text, a->len) == 0;
}

/* Compares with what stands on the screen, and makes the new row what stands there. */
static bool row_changes(struct painter *painter, const struct grid *grid, int row)
{
    struct cell *last = painter->last + (size_t)row * (size_t)painter->cols;
    bool changes = false;
    for (int col = 0; col < grid->cols; col++) {
        const struct cell *cell = grid_cell(grid, row, col);
        if (!same_cell(cell, &last[col])) {
            last[col] = *cell;
            changes = true;
        }
    }
    return changes;
}

/* The cell as curses has it. False where curses cannot. */
static bool curses_cell(const struct painter *painter, const struct cell *cell, cchar_t *to)
{
    wchar_t text[CCHARW_MAX + 1] = { 0 };
    struct str s = { cell->text, cell->len };
    size_t at = 0;
    for (size_t n = 0; n < CCHARW_MAX && at < s.n; n++)
        text[n] = (wchar_t)utf8_next(s, &at);
    return setcchar(to, text, painter->looks.attributes[cell->style], painter->looks.pairs[cell->style], NULL) == OK;
}

/* Does curses draw this as `width` cells, and as itself? Seen by letting it. */
static bool draws_well(const struct painter *painter, const cchar_t *wanted, int width)
{
    cchar_t drawn;
    wchar_t want[CCHARW_MAX + 1], got[CCHARW_MAX + 1];
    attr_t attributes;
    short pair;
    wmove(painter->probe, 0, 0);
    if (wadd_wch(painter->probe, wanted) != OK || getcury(painter->probe) != 0 || getcurx(painter->probe) != width)
        return false;
    return mvwin_wch(painter->probe, 0, 0, &drawn) == OK && getcchar(wanted, want, &attributes, &pair, NULL) == OK &&
           getcchar(&drawn, got, &attributes, &pair, NULL) == OK && want[0] == got[0];
}

/* What stands for a character that curses has another idea of. */
static struct cell stand_in(const struct cell *cell)
{
    struct cell other = *cell;
    struct str text = cell->width == 2 ? STR("〓") : STR("?");
    memcpy(other.text, text.p, text.n);
    other.len = (unsigned char)text.n;
    return other;
}

/* The cell as it can be drawn: itself or what stands for it; with what curses calls it. */
static struct cell drawable(const struct painter *painter, const struct cell *cell, cchar_t *to)
{
    bool plain = cell->len == 1 && (unsigned char)cell->text[0] >= 0x20 && cell->text[0] != 0x7F;
    if (cell->len > 0 && curses_cell(painter, cell, to) && (plain || draws_well(painter, to, cell->width)))
        return *cell;
    struct cell other = stand_in(cell);
    curses_cell(painter, &other, to);
    return other;
}

/* Writes a row of the grid whole. Half a character at the edge of the screen is a blank. */
static void draw_row(const struct painter *painter, const struct grid *grid, int row)
{
    werase(painter->row);
    for (int col = 0; col < COLS && col < grid->cols; col++) {
        const struct cell *cell = grid_cell(grid, row, col);
        if (cell->width == 0)
            continue;
        cchar_t wide;
        drawable(painter, col + cell->width <= COLS && cell->len > 0 ? cell : &blank, &wide);
        mvwadd_wch(painter->row, 0, col, &wide);
    }
    copywin(painter->row, stdscr, 0, 0, row, 0, row, COLS - 1, FALSE);
}

/* Makes room for what stands on the screen: all of it will be drawn. */
static void begin_anew(struct painter *painter, const struct grid *grid)
{
    arena_reset(&painter->arena);
    painter->rows = grid->rows;
    painter->cols = grid->cols;
    painter->last = NEW_N(&painter->arena, struct cell, (size_t)grid->rows * (size_t)grid->cols);
    werase(stdscr);
}

static void draw_corner(const struct painter *painter, const struct grid *grid)
{
    cchar_t unused;
    struct cell wide = drawable(painter, grid_cell(grid, LINES - 1, COLS - CORNER_CELLS), &unused);
    struct cell last = drawable(painter, grid_cell(grid, LINES - 1, COLS - 1), &unused);
    corner_draw(painter->frame, &painter->looks, &wide, &last);
}

static void show(struct painter *painter, const struct grid *grid)
{
    painter->cursor_row = grid->cursor_row;
    painter->cursor_col = grid->cursor_col;
    int row = grid->cursor_row < LINES ? grid->cursor_row : LINES - 1;
    int col = grid->cursor_col < COLS ? grid->cursor_col : COLS - 1;
    if (painter->drew_corner)
        corner_wipe(painter->frame);
    painter->drew_corner = !painter->writes_corner && corner_is_split(grid, LINES, COLS);
    if (painter->drew_corner)
        mvwaddstr(stdscr, LINES - 1, COLS - CORNER_CELLS, "   ");
    wmove(stdscr, row < 0 ? 0 : row, col < 0 ? 0 : col);
    wnoutrefresh(stdscr);
    doupdate();
    if (painter->drew_corner)
        draw_corner(painter, grid);
}

void painter_paint(struct painter *painter, const struct grid *grid)
{
    if (!painter->row || !painter->probe)
        return;
    bool unknown = !painter->last;
    bool changed = unknown || painter->rows != grid->rows || painter->cols != grid->cols;
    if (changed)
        begin_anew(painter, grid);
    if (unknown)
        clearok(curscr, TRUE);
    bool all = changed;
    for (int row = 0; row < grid->rows && row < LINES; row++) {
        if (row_changes(painter, grid, row) || all) {
            draw_row(painter, grid, row);
            changed = true;
        }
    }
    if (changed || painter->cursor_row != grid->cursor_row || painter->cursor_col != grid->cursor_col)
        show(painter, grid);
}
