/* Tests of screen/grid: characters of two cells are never left in halves, and nothing is drawn that may not be. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "grid_check.h"
#include "random.h"

static void assert_grid(const struct grid *grid, const char *wanted)
{
    struct arena arena = { 0 };
    struct str got = grid_text(&arena, grid);
    check_grid(grid);
    if (!str_eq(got, str_of(wanted)))
        fail_msg("%.*s instead of %s", (int)got.n, got.p, wanted);
    arena_finish(&arena);
}

static struct arena arena;

static int finish(void **state)
{
    (void)state;
    arena_finish(&arena);
    return 0;
}

static void text_is_put(void **state)
{
    (void)state;
    struct grid grid = grid_make(&arena, 2, 10);
    assert_grid(&grid, "\n\n");
    assert_int_equal(grid_put(&grid, 0, 1, 10, STR("会a议"), STYLE_TITLE), 6);
    assert_grid(&grid, " 会a议\n\n");
    assert_int_equal(grid_cell(&grid, 0, 1)->width, 2);
    assert_int_equal(grid_cell(&grid, 0, 2)->width, 0);
    assert_int_equal(grid_cell(&grid, 0, 2)->style, STYLE_TITLE);
    assert_int_equal(grid_cell(&grid, 0, 0)->style, STYLE_TEXT);
    assert_int_equal(grid_put(&grid, 1, 0, 10, STR(""), STYLE_TEXT), 0);
}

static void what_does_not_fit_is_not_put(void **state)
{
    (void)state;
    struct grid grid = grid_make(&arena, 1, 7);
    assert_int_equal(grid_put(&grid, 0, 0, 7, STR("会议工作"), STYLE_TEXT), 6);
    assert_grid(&grid, "会议工\n");
    assert_int_equal(grid_put(&grid, 0, 4, 5, STR("会"), STYLE_TEXT), 4); /* not even half of it */
    assert_grid(&grid, "会议工\n");
    assert_int_equal(grid_put(&grid, 0, 6, 99, STR("会a"), STYLE_TEXT), 6); /* nor what follows */
    assert_int_equal(grid_put(&grid, 0, 6, 99, STR("ab"), STYLE_TEXT), 7);
    assert_grid(&grid, "会议工a\n");
}

static void nothing_beyond_the_edges(void **state)
{
    (void)state;
    struct grid grid = grid_make(&arena, 2, 4);
    static const int off[][2] = { { -1, 0 }, { 2, 0 }, { 0, -1 }, { 0, -2 }, { 0, 4 }, { 1, 100 }, { 1000, 1000 } };
    for (size_t i = 0; i < sizeof off / sizeof *off; i++) {
        assert_int_equal(grid_put(&grid, off[i][0], off[i][1], 1000, STR("会议"), STYLE_TEXT), off[i][1]);
        grid_put_cut(&grid, off[i][0], off[i][1], 1000, STR("会议会议"), STYLE_TEXT);
    }
    assert_grid(&grid, "\n\n");
    grid_blank(&grid, -1, 0, 4, STYLE_HEAD);
    grid_blank(&grid, 2, 0, 4, STYLE_HEAD);
    grid_blank(&grid, 0, -5, 99, STYLE_HEAD);
    grid_restyle(&grid, -1, 0, 4, STYLE_HEAD);
    grid_restyle(&grid, 1, -5, 99, STYLE_HIT);
    for (int col = 0; col < 4; col++) {
        assert_int_equal(grid_cell(&grid, 0, col)->style, STYLE_HEAD);
        assert_int_equal(grid_cell(&grid, 1, col)->style, STYLE_HIT);
    }
    assert_int_equal(grid_put(&grid, 0, 2, 1, STR("a"), STYLE_TEXT), 2); /* an end before the start */
    assert_grid(&grid, "\n\n");
}

static void halves_are_cleared(void **state)
{
    (void)state;
    struct grid grid = grid_make(&arena, 1, 8);
    grid_put(&grid, 0, 0, 8, STR("会议工作"), STYLE_TEXT);
    grid_put(&grid, 0, 1, 8, STR("a"), STYLE_TEXT); /* on a tail: its head goes */
    assert_grid(&grid, " a议工作\n");
    grid_put(&grid, 0, 4, 8, STR("b"), STYLE_TEXT); /* on a head: its tail goes */
    assert_grid(&grid, " a议b 作\n");
    grid_put(&grid, 0, 0, 8, STR("会议工作"), STYLE_TEXT);
    grid_put(&grid, 0, 3, 8, STR("大"), STYLE_TEXT); /* on a tail and a head */
    assert_grid(&grid, "会 大 作\n");
    grid_blank(&grid, 0, 1, 2, STYLE_TEXT);
    assert_grid(&grid, "   大 作\n");
    grid_blank(&grid, 0, 3, 4, STYLE_TEXT);
    assert_grid(&grid, "      作\n");
    grid_blank(&grid, 0, 0, 8, STYLE_TEXT);
    assert_grid(&grid, "\n");
}

static void long_text_is_cut(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int end;
        const char *shown;
        int col;
    } cut[] = {
        { "会议工作", 8, "会议工作\n", 8 }, { "会议工作", 7, "会议工…\n", 7 }, { "会议工作", 6, "会议…\n", 5 }, { "会议工作", 5, "会议…\n", 5 },
        { "会议工作", 2, "…\n", 1 },        { "会议工作", 1, "…\n", 1 },       { "会议工作", 0, "\n", 0 },      { "会议工作", -3, "\n", 0 },
        { "abcde", 4, "abc…\n", 4 },        { "abcd", 4, "abcd\n", 4 },        { "", 4, "\n", 0 },
        { "会议工作会议", 1000, "会议工作…\n", 9 },
    };
    for (size_t i = 0; i < sizeof cut / sizeof *cut; i++) {
        struct grid grid = grid_make(&arena, 1, 10);
        int col = grid_put_cut(&grid, 0, 0, cut[i].end, str_of(cut[i].text), STYLE_TEXT);
        assert_int_equal(col, cut[i].col);
        assert_grid(&grid, cut[i].shown);
    }
}

static void what_may_not_be_drawn_is_marked(void **state)
{
    (void)state;
    struct grid grid = grid_make(&arena, 1, 12);
    grid_put(&grid, 0, 0, 12, STR("a\x1B[1m\u202E会\U000E0041\t"), STYLE_TITLE);
    assert_grid(&grid, "a␛[1m\uFFFD会\uFFFD\n");
    assert_int_equal(grid_cell(&grid, 0, 0)->style, STYLE_TITLE);
    assert_int_equal(grid_cell(&grid, 0, 1)->style, STYLE_MARK);
    assert_int_equal(grid_cell(&grid, 0, 5)->style, STYLE_MARK);
    assert_int_equal(grid_cell(&grid, 0, 9)->style, STYLE_TITLE); /* a tab is a blank */
    grid_restyle(&grid, 0, 0, 12, STYLE_SELECTED); /* a mark stays one */
    assert_int_equal(grid_cell(&grid, 0, 0)->style, STYLE_SELECTED);
    assert_int_equal(grid_cell(&grid, 0, 1)->style, STYLE_MARK);
}

static void marks_stand_on_their_base(void **state)
{
    (void)state;
    struct grid grid = grid_make(&arena, 1, 4);
    assert_int_equal(grid_put(&grid, 0, 0, 4, STR("e\u0301会\u0301\u0302\u0303\u0304\u0305\u0306"), STYLE_TEXT), 3);
    assert_grid(&grid, "e\u0301会\u0301\u0302\u0303\u0304\n");
}

static void styles_as_text(void **state)
{
    (void)state;
    struct grid grid = grid_make(&arena, 2, 4);
    grid_put(&grid, 0, 0, 4, STR("会"), STYLE_TITLE);
    grid_put(&grid, 1, 3, 4, STR("x"), STYLE_PROMPT);
    grid.cursor_row = 1;
    grid.cursor_col = 2;
    assert_true(str_eq(grid_styles(&arena, &grid), STR("TT..\n...:\ncursor 1 2\n")));
    for (int style = 0; style < N_STYLES; style++) { /* every style has a letter of its own */
        grid_restyle(&grid, 0, 0, 1, (enum style)style);
        char letter = grid_styles(&arena, &grid).p[0];
        assert_in_range(letter, 0x21, 0x7E);
        for (int other = 0; other < style; other++) {
            grid_restyle(&grid, 0, 1, 2, (enum style)other);
            assert_true(grid_styles(&arena, &grid).p[1] != letter || other == STYLE_MARK);
        }
        grid_blank(&grid, 0, 0, 2, STYLE_TEXT);
    }
}

static void random_drawing(void **state)
{
    (void)state;
    struct dice dice = { 67 };
    for (int round = 0; round < 1500; round++) {
        struct arena work = { 0 };
        int rows = 1 + (int)roll_below(&dice, 4), cols = 1 + (int)roll_below(&dice, 24);
        struct grid grid = grid_make(&work, rows, cols);
        for (int i = 0; i < 40; i++) {
            int row = (int)roll_below(&dice, 6) - 1, col = (int)roll_below(&dice, 28) - 2, end = (int)roll_below(&dice, 32) - 2;
            enum style style = (enum style)roll_below(&dice, N_STYLES);
            struct str s = roll_text(&work, &dice, 12);
            switch (roll_below(&dice, 4)) {
            case 0: {
                int behind = grid_put(&grid, row, col, end, s, style);
                assert_true(behind == col || (behind <= end && behind <= cols));
                break;
            }
            case 1: {
                int behind = grid_put_cut(&grid, row, col, end, s, style);
                assert_true(behind == col || (behind <= end && behind <= cols));
                break;
            }
            case 2: grid_blank(&grid, row, col, end, style); break;
            default: grid_restyle(&grid, row, col, end, style); break;
            }
            check_grid(&grid);
        }
        grid_styles(&work, &grid);
        struct str text = grid_text(&work, &grid);
        size_t lines = 0;
        for (size_t k = 0; k < text.n; k++)
            lines += text.p[k] == '\n';
        assert_int_equal(lines, rows);
        arena_finish(&work);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_put),
        cmocka_unit_test(what_does_not_fit_is_not_put),
        cmocka_unit_test(nothing_beyond_the_edges),
        cmocka_unit_test(halves_are_cleared),
        cmocka_unit_test(long_text_is_cut),
        cmocka_unit_test(what_may_not_be_drawn_is_marked),
        cmocka_unit_test(marks_stand_on_their_base),
        cmocka_unit_test(styles_as_text),
        cmocka_unit_test(random_drawing),
    };
    return cmocka_run_group_tests(tests, NULL, finish);
}
