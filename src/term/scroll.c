/* Rows that moved up or down since the last frame. */
#include "term/scroll.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "term/terminfo.h"

enum { MOVE_BYTES = 8, REGION_BYTES = 7, MARGINS_BYTES = 26 }; /* about */

static bool same_cell(const struct cell *a, const struct cell *b)
{
    return a->style == b->style && a->len == b->len && a->width == b->width && memcmp(a->text, b->text, a->len) == 0;
}

static bool is_blank(const struct cell *cell)
{
    return cell->len == 1 && cell->text[0] == ' ' && cell->style == STYLE_TEXT;
}

/* The columns that a row has changed in; left == right: none. */
static void widen(struct band *band, const struct grid *old, const struct grid *new, int row)
{
    int left = 0, right = new->cols;
    while (left < right && same_cell(grid_cell(old, row, left), grid_cell(new, row, left)))
        left++;
    if (left == right)
        return;
    while (same_cell(grid_cell(old, row, right - 1), grid_cell(new, row, right - 1)))
        right--;
    band->left = left < band->left ? left : band->left;
    band->right = right > band->right ? right : band->right;
    band->top = row < band->top ? row : band->top;
    band->bottom = row + 1;
}

/* Does a character of two cells stand across this column in the band? */
static bool cuts(const struct grid *grid, const struct band *band, int col)
{
    for (int row = band->top; row < band->bottom && col < grid->cols; row++)
        if (grid_cell(grid, row, col)->width == 0)
            return true;
    return false;
}

/* Is there something beside the band? */
static bool has_neighbour(const struct grid *grid, const struct band *band)
{
    for (int row = band->top; row < band->bottom; row++)
        for (int col = 0; col < grid->cols; col++)
            if ((col < band->left || col >= band->right) && !is_blank(grid_cell(grid, row, col)))
                return true;
    return false;
}

/* All that changed but for the last row. False: nothing did. */
static bool find_changed(const struct grid *old, const struct grid *new, struct band *band)
{
    *band = (struct band){ .top = new->rows, .left = new->cols };
    for (int row = 0; row < new->rows - 1; row++)
        widen(band, old, new, row);
    if (band->top >= band->bottom)
        return false;
    while (band->left > 0 && (cuts(old, band, band->left) || cuts(new, band, band->left)))
        band->left--;
    while (band->right < new->cols && (cuts(old, band, band->right) || cuts(new, band, band->right)))
        band->right++;
    return true;
}

static uint64_t hash_row(const struct grid *grid, const struct band *band, int row)
{
    uint64_t hash = HASH_START;
    for (int col = band->left; col < band->right; col++) {
        const struct cell *cell = grid_cell(grid, row, col);
        hash = hash_str(hash, (struct str){ cell->text, cell->len });
        hash = hash_str(hash, (struct str){ (const char *)&cell->style, 1 });
    }
    return hash;
}

static bool row_is_blank(const struct grid *grid, const struct band *band, int row)
{
    for (int col = band->left; col < band->right; col++)
        if (!is_blank(grid_cell(grid, row, col)))
            return false;
    return true;
}

/* By how many rows most of the band moved: 0 where none did. */
static int find_distance(const struct grid *old, const struct grid *new, const struct band *band)
{
    struct arena arena = { 0 };
    int n = band->bottom - band->top, best = 0, most = 0;
    uint64_t *was = NEW_N(&arena, uint64_t, (size_t)n), *is = NEW_N(&arena, uint64_t, (size_t)n);
    int *votes = NEW_N(&arena, int, 2 * (size_t)n);
    for (int row = 0; row < n; row++) {
        was[row] = hash_row(old, band, band->top + row);
        is[row] = hash_row(new, band, band->top + row);
    }
    for (int to = 0; to < n; to++) {
        bool blank = row_is_blank(new, band, band->top + to);
        for (int from = 0; from < n && !blank; from++)
            votes[from - to + n] += was[from] == is[to];
    }
    for (int by = 1 - n; by < n; by++) {
        if (by != 0 && votes[by + n] > most) {
            most = votes[by + n];
            best = by;
        }
    }
    arena_finish(&arena);
    return best;
}

/* About how many bytes a row of the band costs, where row `from` of the old grid (or, outside the band, blanks) stands there. */
static int row_cost(const struct grid *old, const struct grid *new, const struct band *band, int row, int from)
{
    int cost = 0;
    for (int col = band->left; col < band->right; col++) {
        const struct cell *cell = grid_cell(new, row, col);
        bool blanks = from < band->top || from >= band->bottom;
        if (blanks ? !is_blank(cell) : !same_cell(grid_cell(old, from, col), cell))
            cost += cell->len;
    }
    return cost ? cost + MOVE_BYTES : 0;
}

/* Bytes that moving spares. */
static int gain(const struct scroller *scroller, const struct grid *old, const struct grid *new, const struct band *band)
{
    int bytes = scroller->top == band->top && scroller->bottom == band->bottom ? 0 : -REGION_BYTES;
    bytes -= MOVE_BYTES + (band->left > 0 || band->right < new->cols ? MARGINS_BYTES : 0);
    for (int row = band->top; row < band->bottom; row++)
        bytes += row_cost(old, new, band, row, row) - row_cost(old, new, band, row, row + band->by);
    return bytes;
}

/* Moves the band on curses' picture of the screen. */
static void move_picture(const struct band *band)
{
    int n = band->bottom - band->top, by = abs(band->by);
    for (int i = 0; i < n - by; i++) {
        int to = band->by > 0 ? band->top + i : band->bottom - 1 - i;
        copywin(curscr, curscr, to + band->by, band->left, to, band->left, to, band->right - 1, FALSE);
    }
    for (int i = 0; i < by; i++)
        mvwhline(curscr, band->by > 0 ? band->bottom - 1 - i : band->top + i, band->left, ' ', band->right - band->left);
    wtouchln(stdscr, band->top, n, 1);
    wtouchln(newscr, band->top, n, 1);
}

static void move_band(struct scroller *scroller, struct frame *frame, const struct band *band, int cols)
{
    int row = getcury(curscr), col = getcurx(curscr);
    bool margins = band->left > 0 || band->right < cols, stays = !margins;
    if (scroller->top != band->top || scroller->bottom != band->bottom) {
        terminfo_region(frame, band->top, band->bottom);
        stays = false;
    }
    scroller->top = band->top;
    scroller->bottom = band->bottom;
    if (margins && !scroller->margins_on)
        frame_add(frame, STR("\033[?69h"));
    scroller->margins_on = scroller->margins_on || margins;
    if (margins)
        terminfo_margins(frame, band->left, band->right);
    if (!terminfo_scroll(frame, band->top, band->bottom, band->by))
        stays = false;
    if (margins)
        frame_add(frame, STR("\033[s"));
    scroller->own = frame_size(frame);
    if (!stays)
        terminfo_move_to(frame, row, col);
    scroller->back = frame_size(frame) - scroller->own;
    scroller->own += scroller->back;
    move_picture(band);
    wmove(curscr, row, col);
}

static struct band whole_rows(const struct grid *new, struct band band)
{
    band.left = 0;
    band.right = new->cols;
    return band;
}

bool scroller_move(struct scroller *scroller, struct frame *frame, const struct grid *old, const struct grid *new, struct band *band)
{
    if (!scroller->able || new->rows < 3 || !find_changed(old, new, band))
        return false;
    if (!scroller->margins || !has_neighbour(old, band))
        *band = whole_rows(new, *band);
    band->by = find_distance(old, new, band);
    if (band->by == 0)
        return false;
    struct band all = *band; /* this region is likely to be set */
    all.top = 0;
    all.bottom = new->rows - 1;
    bool cut = cuts(old, &all, all.left) || cuts(new, &all, all.left) || cuts(old, &all, all.right) || cuts(new, &all, all.right);
    if (!cut && gain(scroller, old, new, &all) >= gain(scroller, old, new, band))
        *band = all;
    if (gain(scroller, old, new, band) <= 0)
        return false;
    move_band(scroller, frame, band, new->cols);
    return true;
}

/* Is there something in it that means another thing where a region is set: a line feed at its end, letters inserted or deleted beside it
 * (some terminals refuse), lines inserted or deleted? */
static bool minds_region(struct str bytes)
{
    for (size_t at = 0; at < bytes.n; at++) {
        if (bytes.p[at] == '\n')
            return true;
        if (bytes.p[at] != '\033' || at + 1 == bytes.n || bytes.p[at + 1] != '[')
            continue;
        for (at += 2; at < bytes.n && (unsigned char)bytes.p[at] < 0x40;)
            at++;
        if (at < bytes.n && strchr("@PLM", bytes.p[at]))
            return true;
    }
    return false;
}

/* Does it begin by placing the cursor, wherever that was? */
static bool places_cursor(struct str bytes)
{
    size_t at = 2;
    if (!str_starts(bytes, STR("\033[")))
        return false;
    while (at < bytes.n && ((bytes.p[at] >= '0' && bytes.p[at] <= '9') || bytes.p[at] == ';'))
        at++;
    return at < bytes.n && bytes.p[at] == 'H';
}

struct str scroller_guard(struct scroller *scroller, struct arena *arena, struct str frame)
{
    struct str rest = str_sub(frame, scroller->own, frame.n);
    bool lets_go = scroller->bottom > 0 && minds_region(rest), placed = scroller->back > 0 && places_cursor(rest);
    struct str own = str_sub(frame, 0, scroller->own - (placed && !lets_go ? scroller->back : 0));
    scroller->own = scroller->back = 0;
    struct buf out = buf_make(arena, (size_t)-1 / 4);
    buf_add(&out, own);
    if (lets_go) {
        char region[64];
        buf_add(&out, STR("\0337"));
        buf_add_bytes(&out, region, terminfo_whole_region(region, sizeof region));
        buf_add(&out, STR("\0338"));
        scroller->top = scroller->bottom = 0;
    }
    buf_add(&out, rest);
    return buf_str(&out);
}

void scroller_leave(struct scroller *scroller, struct frame *frame)
{
    char region[64];
    if (scroller->bottom > 0)
        frame_add(frame, (struct str){ region, terminfo_whole_region(region, sizeof region) });
    if (scroller->margins_on)
        frame_add(frame, STR("\033[?69l"));
    scroller->margins_on = false;
    scroller->top = scroller->bottom = 0;
}
