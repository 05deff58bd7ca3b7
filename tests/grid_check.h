/* What holds for every screen that may be painted. Include it behind cmocka.h. */
#ifndef DAHUI_TESTS_GRID_CHECK_H
#define DAHUI_TESTS_GRID_CHECK_H

#include "screen/grid.h"
#include "text/cell.h"
#include "text/drawable.h"
#include "text/utf8.h"

/* Every head of two cells has its tail, every tail its head, and every cell text that may be drawn. */
static inline void check_grid(const struct grid *grid)
{
    for (int row = 0; row < grid->rows; row++) {
        int covered = 0;
        for (int col = 0; col < grid->cols; col++) {
            const struct cell *cell = grid_cell(grid, row, col);
            if (covered-- > 0) {
                assert_int_equal(cell->width, 0);
                assert_int_equal(cell->len, 0);
                continue;
            }
            assert_true(cell->width == 1 || (cell->width == 2 && col + 1 < grid->cols));
            assert_true(cell->len > 0 && cell->len <= SAFE_MAX && cell->style < N_STYLES);
            struct str text = { cell->text, cell->len };
            assert_int_equal(cells_of(text), cell->width);
            for (size_t at = 0; at < text.n;) {
                uint32_t c = utf8_next(text, &at);
                assert_true(is_safe(c) && !is_steering(c));
            }
            covered = cell->width - 1;
        }
    }
}

#endif
