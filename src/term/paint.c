/* A grid of cells on curses' screen. */
#include "term/paint.h"

#include <limits.h>
#include <string.h>
#include <wchar.h>

#include "term/corner.h"
#include "term/terminfo.h"
#include "text/cell.h"
#include "text/utf8.h"

static const struct cell blank = { " ", 1, 1, STYLE_TEXT };

bool painter_start(struct painter *painter, struct frame *frame)
{
    painter->frame = frame;
    painter->probe = newpad(1, 8);
    painter->writes_corner = terminfo_writes_corner();
    painter->can_return = terminfo_can_return();
    painter->scroller.able = terminfo_scrolls() && !painter->local;
    rest_start(&painter->rest);
    return painter_resize(painter);
}

void painter_finish(struct painter *painter)
{
    if (painter->row)
        delwin(painter->row);
    if (painter->probe)
        delwin(painter->probe);
    slots_finish(&painter->slots);
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
    slots_forget(&painter->slots);
    painter->last = NULL;
    painter->drew_corner = false;
    painter->cleared = false;
    rest_forget(&painter->rest);
    scroller_leave(&painter->scroller, painter->frame);
}

void painter_leave(struct painter *painter)
{
    painter->chose_charset = false;
    rest_forget(&painter->rest);
    scroller_leave(&painter->scroller, painter->frame);
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

/* Has the character set of the locale this? */
static bool has_character(wchar_t c)
{
    char bytes[MB_LEN_MAX];
    mbstate_t state = { 0 };
    return wcrtomb(bytes, c, &state) != (size_t)-1;
}

/* What stands for a character that cannot be drawn at all. */
static struct cell stand_in(const struct cell *cell)
{
    struct cell other = *cell;
    struct str text = cell->width == 1 ? STR("?") : has_character(L'〓') ? STR("〓") : STR("？"); /* Big5 has no 〓 */
    memcpy(other.text, text.p, text.n);
    other.len = (unsigned char)text.n;
    return other;
}

/* Do terminals agree that it takes as many cells as we think? Not about emoji, which had one cell once, nor about hexagrams. */
static bool is_certain(uint32_t c)
{
    return (c < 0x1F000 || c >= 0x20000) && (c < 0x4DC0 || c > 0x4DFF);
}

/* What is sent for a cell that curses cannot draw. An ambiguous character is drawn as wide as the terminal said. For another the
 * cells are made blank first, and the cursor set behind them whatever the terminal has done. */
static struct str bytes_of(const struct painter *painter, const struct cell *cell, char *to, size_t max)
{
    struct str text = { cell->text, cell->len };
    uint32_t c = utf8_at(text, 0);
    bool asked = cell_is_ambiguous(c);
    size_t n = asked || !painter->can_return ? 0 : terminfo_blank(to, max, cell->width);
    memcpy(to + n, text.p, text.n);
    if (n > 0)
        return (struct str){ to, n + text.n + terminfo_skip(to + n + text.n, max - n - text.n, cell->width) };
    if (asked && widths_of(&painter->widths, c) < cell->width)
        to[text.n++] = ' ';
    return (struct str){ to, text.n };
}

/* The cell as curses can draw it: itself, a slot, or what stands for it; with what curses calls it. At the start of a row it is a slot
 * in any case, so that no two rows look alike (scroll.h). */
static void drawable(struct painter *painter, const struct cell *cell, int mark, cchar_t *to)
{
    char bytes[SAFE_MAX + 100];
    struct str text = { cell->text, cell->len };
    uint32_t c = utf8_at(text, 0);
    if (curses_cell(painter, cell, to)) {
        bool itself = (c >= 0x20 && c < 0x7F && cell->len == 1) || (is_certain(c) && !slots_use(c) && draws_well(painter, to, cell->width));
        if (itself && !mark && (!painter->local || has_character((wchar_t)c)))
            return;
        struct str drawn = itself ? text : bytes_of(painter, cell, bytes, sizeof bytes);
        wchar_t slot[2] = { painter->local ? 0 : slots_take(&painter->slots, drawn, cell->width, mark) };
        if (slot[0] && setcchar(to, slot, painter->looks.attributes[cell->style], painter->looks.pairs[cell->style], NULL) == OK)
            return;
    }
    struct cell other = stand_in(cell);
    curses_cell(painter, &other, to);
}

/* What is drawn at a place of the screen. Half a character at the edge is a blank. */
static cchar_t place(struct painter *painter, const struct cell *cell, int row, int col)
{
    cchar_t wide;
    int mark = col == 0 && painter->scroller.able ? row + 1 : 0;
    drawable(painter, col + cell->width <= COLS && cell->len > 0 ? cell : &blank, mark, &wide);
    return wide;
}

/* Writes a row of the grid whole. */
static void draw_row(struct painter *painter, const struct grid *grid, int row)
{
    werase(painter->row);
    for (int col = 0; col < COLS && col < grid->cols; col++) {
        if (grid_cell(grid, row, col)->width == 0)
            continue;
        cchar_t wide = place(painter, grid_cell(grid, row, col), row, col);
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
    if (!painter->cleared)
        clearok(curscr, TRUE);
    painter->cleared = false;
}

static void draw_corner(struct painter *painter, const struct grid *grid)
{
    int row = LINES - 1, head = COLS - CORNER_CELLS, tail = COLS - 1;
    cchar_t wide = place(painter, grid_cell(grid, row, head), row, head), last = place(painter, grid_cell(grid, row, tail), row, tail);
    corner_draw(painter->frame, &wide, &last);
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

void painter_clear(struct painter *painter, struct str bytes)
{
    painter_forget(painter);
    werase(stdscr);
    clearok(curscr, TRUE);
    wnoutrefresh(stdscr);
    doupdate();
    frame_add(painter->frame, bytes);
    terminfo_move_to(painter->frame, getcury(curscr), getcurx(curscr));
    painter->cleared = true;
}

/* Moves what only moved; the starts of these rows are other slots then. */
static void move_rows(struct painter *painter, const struct grid *grid)
{
    struct grid last = { .rows = painter->rows, .cols = painter->cols, .cells = painter->last };
    struct band band;
    if (!scroller_move(&painter->scroller, painter->frame, &last, grid, &band) || band.left > 0)
        return;
    int cursor_row = getcury(curscr), cursor_col = getcurx(curscr);
    for (int row = band.top; row < band.bottom; row++) {
        int from = row + band.by;
        cchar_t start = place(painter, from >= band.top && from < band.bottom ? grid_cell(&last, from, 0) : &blank, row, 0);
        mvwadd_wch(curscr, row, 0, &start);
    }
    wmove(curscr, cursor_row, cursor_col);
}

void painter_paint(struct painter *painter, const struct grid *grid)
{
    if (!painter->row || !painter->probe)
        return;
    if (slots_crowded(&painter->slots))
        painter_forget(painter);
    bool all = !painter->last || painter->rows != grid->rows || painter->cols != grid->cols, changed = all;
    if (all)
        begin_anew(painter, grid);
    else if (grid->rows == LINES && grid->cols == COLS && !painter->drew_corner)
        move_rows(painter, grid);
    for (int row = 0; row < grid->rows && row < LINES; row++) {
        if (row_changes(painter, grid, row) || all) {
            draw_row(painter, grid, row);
            changed = true;
        }
    }
    if (changed || painter->cursor_row != grid->cursor_row || painter->cursor_col != grid->cursor_col)
        show(painter, grid);
}

/* With each change of looks curses selects a character set, which the first frame did for all, since nothing is drawn in another; and
 * takes all looks away, also where there are none: a frame begins and ends without. */
static struct str shorten(struct arena *arena, struct str frame)
{
    struct buf out = buf_make(arena, (size_t)-1 / 4);
    bool bare = true;
    for (size_t at = 0; at < frame.n;) {
        size_t next = str_find(frame, STR("\033"), at + 1);
        struct str piece = str_sub(frame, at, next);
        at += piece.n;
        if (str_starts(piece, STR("\033(B")))
            piece = str_sub(piece, 3, piece.n);
        size_t end = 2;
        while (end < piece.n && (unsigned char)piece.p[end] < 0x40)
            end++;
        if (str_starts(piece, STR("\033[")) && end < piece.n && piece.p[end] == 'm') {
            bool clears = bare && str_starts(piece, STR("\033[0;"));
            buf_add(&out, STR("\033["));
            piece = str_sub(piece, clears ? 4 : 2, piece.n);
            bare = piece.p[0] == 'm' || str_starts(piece, STR("0m"));
        }
        buf_add(&out, piece);
    }
    return buf_str(&out);
}

struct str painter_frame(struct painter *painter)
{
    struct arena *arena = &painter->frame->arena;
    struct str frame = frame_take(painter->frame);
    frame = scroller_guard(&painter->scroller, arena, frame);
    if (painter->chose_charset && !str_has(frame, STR("\033(0")))
        frame = shorten(arena, frame);
    painter->chose_charset = true;
    frame = slots_replace(&painter->slots, arena, frame);
    return rest_shorten(&painter->rest, arena, frame, getcury(curscr), getcurx(curscr));
}
