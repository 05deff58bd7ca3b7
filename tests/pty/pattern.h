/* Screens full of chance, the same for the same beginning: one process paints them, another knows what should stand there. */
#ifndef DAHUI_TESTS_PATTERN_H
#define DAHUI_TESTS_PATTERN_H

#include <string.h>

#include "screen/grid.h"
#include "text/cell.h"
#include "text/utf8.h"

struct pattern {
    struct arena arena;
    struct grid grid;
    uint32_t random;
};

static inline uint32_t pattern_random(struct pattern *pattern, uint32_t below)
{
    pattern->random = pattern->random * 1103515245u + 12345u;
    return (pattern->random >> 16) % below;
}

/* A character: of one cell, of two, with marks, from beyond the basic plane, unknown to an older C library, not to be drawn.
 * Not U+302A and U+3099, marks that libvterm gives cells of their own. */
static inline struct str pattern_character(struct pattern *pattern)
{
    static const struct str characters[] = {
        STR_INIT("a"),  STR_INIT("Z"),  STR_INIT(" "),  STR_INIT(" "),          STR_INIT("7"),  STR_INIT("“"),
        STR_INIT("…"),  STR_INIT("é"),  STR_INIT("中"), STR_INIT("国"),         STR_INIT("大"), STR_INIT("会"),
        STR_INIT("，"), STR_INIT("。"), STR_INIT("《"), STR_INIT("\u3000"),     STR_INIT("か"), STR_INIT("각"),
        STR_INIT("𠮷"), STR_INIT("😀"), STR_INIT("e\u0301"), STR_INIT("か\u0301"), STR_INIT("字\u0308\u0323"), STR_INIT("\U00031350"),
        STR_INIT("Ａ"), STR_INIT("×"),  STR_INIT("─"),  STR_INIT("│"),          STR_INIT("\x1b"), STR_INIT("\u202E"),
    };
    return characters[pattern_random(pattern, sizeof characters / sizeof *characters)];
}

static inline enum style pattern_style(struct pattern *pattern)
{
    static const enum style styles[] = { STYLE_TEXT, STYLE_TEXT, STYLE_TEXT, STYLE_TITLE, STYLE_STATUS, STYLE_HIT, STYLE_DIM };
    return styles[pattern_random(pattern, sizeof styles / sizeof *styles)];
}

/* Text from col on (no marks in the last column: libvterm takes them for characters of their own), up to the edge or an end of chance. */
static inline void pattern_fill(struct pattern *pattern, int row, int col)
{
    struct grid *grid = &pattern->grid;
    enum style style = pattern_style(pattern);
    for (uint32_t n = pattern_random(pattern, (uint32_t)grid->cols + 8); n > 0 && col < grid->cols; n--) {
        if (pattern_random(pattern, 12) == 0)
            style = pattern_style(pattern);
        struct str character = pattern_character(pattern);
        struct cluster cluster = cluster_at(character, 0);
        if (col + cluster.width == grid->cols && cluster.len > utf8_put(cluster.base, (char[4]){ 0 }))
            character = cluster.width == 2 ? STR("中") : STR("a");
        col = grid_put(grid, row, col, grid->cols, character, style);
    }
}

static inline void pattern_scroll(struct pattern *pattern, int by)
{
    struct grid *grid = &pattern->grid;
    size_t cols = (size_t)grid->cols;
    memmove(grid->cells, grid->cells + (size_t)by * cols, (size_t)(grid->rows - by) * cols * sizeof *grid->cells);
    for (int row = grid->rows - by; row < grid->rows; row++) {
        grid_blank(grid, row, 0, grid->cols, STYLE_TEXT);
        pattern_fill(pattern, row, 0);
    }
}

/* Some columns of all rows but the last move up or down. Characters of two cells that stand across the edges go. */
static inline void pattern_scroll_pane(struct pattern *pattern)
{
    struct grid *grid = &pattern->grid;
    int left = (int)pattern_random(pattern, (uint32_t)grid->cols), rows = grid->rows - 1, cols = grid->cols - left;
    int by = 1 + (int)pattern_random(pattern, 3), down = (int)pattern_random(pattern, 2);
    for (int i = 0; i < rows; i++) {
        int row = down ? rows - 1 - i : i, from = down ? row - by : row + by;
        if (grid_cell(grid, row, left)->width == 0)
            grid_blank(grid, row, left, left + 1, STYLE_TEXT);
        if (from >= 0 && from < rows && grid_cell(grid, from, left)->width == 0)
            grid_blank(grid, from, left, left + 1, STYLE_TEXT);
        if (from >= 0 && from < rows)
            memcpy(grid_cell(grid, row, left), grid_cell(grid, from, left), (size_t)cols * sizeof *grid->cells);
        else
            grid_blank(grid, row, left, grid->cols, STYLE_TEXT);
        if (from < 0 || from >= rows)
            pattern_fill(pattern, row, left);
    }
}

/* The next screen: a page turned, a few places changed, some rows or a pane scrolled, or nothing; the cursor stays as a rule. */
static inline void pattern_step(struct pattern *pattern)
{
    struct grid *grid = &pattern->grid;
    uint32_t rows = (uint32_t)grid->rows, cols = (uint32_t)grid->cols, what = pattern_random(pattern, 6);
    if (what == 0)
        pattern_scroll(pattern, grid->rows);
    for (int i = 0; what == 1 && i < 5; i++) {
        int row = (int)pattern_random(pattern, rows);
        pattern_fill(pattern, row, (int)pattern_random(pattern, cols));
    }
    if (what == 2)
        pattern_scroll(pattern, 1 + (int)pattern_random(pattern, rows));
    if (what >= 4 && rows > 1)
        pattern_scroll_pane(pattern);
    if (pattern_random(pattern, 3) == 0) {
        grid->cursor_row = (int)pattern_random(pattern, rows);
        grid->cursor_col = (int)pattern_random(pattern, cols);
    }
}

/* The first screen of this size; also frees what came before. */
static inline void pattern_start(struct pattern *pattern, int rows, int cols)
{
    arena_finish(&pattern->arena);
    pattern->random = (uint32_t)(rows * 1000 + cols);
    pattern->grid = grid_make(&pattern->arena, rows, cols);
    pattern_scroll(pattern, rows);
}

#endif
