/* Tests of ui: traces of what is hidden, was joined or repaired. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "ui/desk.h"

static struct join joins[2 * PARAGRAPHS];

/* A report with joins and blanks before every word that is looked for. */
static void begin_traced(void)
{
    static const char *paragraphs[PARAGRAPHS + 1];
    static char text[PARAGRAPHS][600];
    for (size_t i = 0; i < PARAGRAPHS; i++) {
        snprintf(text[i], sizeof text[i], "%02zu代表　们参加会\u2060议，畅谈体会。大家表示，要把会议精神传达下去。会议　结束。", i);
        paragraphs[i] = text[i];
        joins[2 * i] = (struct join){ i, 5 };
        joins[2 * i + 1] = (struct join){ i, 23 };
    }
    struct article *article = report_make(&desk.arena, "代表们参加会议", paragraphs);
    article->joins = joins;
    article->n_joins = 2 * PARAGRAPHS;
    desk.articles[desk.n++] = article;
    begin_reader(12, 40);
}

static void there_and_back(void **state)
{
    (void)state;
    begin_traced();
    type(&desk, "x");
    for (size_t i = 0; i < 30; i++) { /* every line stays at the top */
        struct str before = kept();
        type(&desk, "v");
        assert_shows(&desk, "接合处");
        type(&desk, "x");
        assert_shows(&desk, "[痕迹]");
        assert_shows(&desk, "↵");
        assert_shows(&desk, "␣");
        type(&desk, "vx");
        assert_true(str_eq(look(&desk), before));
        type(&desk, "j");
    }
}

static void hits_are_the_same(void **state)
{
    (void)state;
    begin_traced();
    type(&desk, "/会议<Enter>nnn"); /* the second of a paragraph has a joiner in it */
    assert_shows(&desk, "4/91");
    type(&desk, "vx");
    assert_shows(&desk, "4/91");
    look(&desk);
    struct cell *cell = grid_cell(&desk.grid, desk.grid.cursor_row, desk.grid.cursor_col);
    assert_true(cell->style == STYLE_HERE && memcmp(cell->text, "会", 3) == 0);
    type(&desk, "/要把<Enter>");
    assert_shows(&desk, "1/30");
    look(&desk);
    cell = grid_cell(&desk.grid, desk.grid.cursor_row, desk.grid.cursor_col);
    assert_true(cell->style == STYLE_HERE && memcmp(cell->text, "要", 3) == 0);
}

static void with_the_other_script(void **state)
{
    (void)state;
    begin_traced();
    type(&desk, "19jx");
    struct str before = kept();
    type(&desk, "vsx");
    assert_shows(&desk, "[繁] [痕迹]");
    assert_shows(&desk, "會↵‹2060›議");
    type(&desk, "vssx");
    assert_true(str_eq(look(&desk), before));
    type(&desk, "/要把<Enter>nnma");
    struct place marked = desk.mark.place;
    type(&desk, "vma");
    assert_true(place_cmp(desk.mark.place, marked) == 0);
    type(&desk, "sma");
    assert_true(place_cmp(desk.mark.place, marked) == 0);
}

static void in_the_capture_too(void **state)
{
    (void)state;
    begin_traced();
    type(&desk, "9jxvuv");
    assert_shows(&desk, "原始的第一行");
    type(&desk, "vux");
    assert_shows(&desk, "[痕迹]");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        AT_DESK(there_and_back),
        AT_DESK(hits_are_the_same),
        AT_DESK(with_the_other_script),
        AT_DESK(in_the_capture_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
