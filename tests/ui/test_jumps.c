/* Tests of ui: going to places and back, sentences, and where a report is left. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "ui/desk.h"

static void back_to_the_very_line(void **state)
{
    (void)state;
    begin_with(3, 12, 60);
    type(&desk, "<Enter>7j");
    struct str one = kept();
    type(&desk, "G");
    struct str two = kept();
    type(&desk, "J3j");
    struct str three = kept();
    type(&desk, "<C-o>");
    type(&desk, "x"); /* the message of it goes */
    assert_true(str_eq(look(&desk), two));
    type(&desk, "<C-o>x");
    assert_true(str_eq(look(&desk), one));
    type(&desk, "<C-o>");
    assert_shows(&desk, "没有更早的位置");
    type(&desk, "<Tab><Tab>x"); /* directly behind ^O it is ^I */
    assert_true(str_eq(look(&desk), three));
    type(&desk, "<Tab>"); /* else the other pane */
    assert_shows(&desk, "2/3 篇");
}

static void lines_are_no_jumps(void **state)
{
    (void)state;
    begin_with(3, 12, 60);
    type(&desk, "<Enter>jjj<Space>k<C-o>");
    assert_shows(&desk, "没有更早的位置");
    type(&desk, "<C-o>");
    assert_shows(&desk, "没有更早的位置");
}

static void back_to_a_report_that_is_not_listed(void **state)
{
    (void)state;
    begin_with(3, 12, 60);
    type(&desk, "<Enter>7j");
    struct str one = kept();
    type(&desk, "q&第3次<Enter><Enter>");
    assert_shows(&desk, "第3篇");
    type(&desk, "<C-o>x");
    assert_true(str_eq(look(&desk), one));
}

static void sentences(void **state)
{
    (void)state;
    begin_with(1, 12, 60);
    type(&desk, ")))");
    look(&desk);
    size_t marked = 0;
    int row = desk.grid.cursor_row;
    for (int col = 0; col < desk.cols; col++)
        marked += grid_cell(&desk.grid, row, col)->style == STYLE_CURRENT;
    assert_true(marked > 0);
    type(&desk, "(");
    assert_true(look(&desk).n && desk.grid.cursor_row <= row);
    type(&desk, "9999)");
    assert_shows(&desk, "100%");
    type(&desk, ")");
    assert_shows(&desk, "已是最后一句");
    type(&desk, "9999(");
    assert_shows(&desk, "某市第1次代表大会开幕");
    type(&desk, "(");
    assert_shows(&desk, "已是第一句");
}

/* Where the reader was told that a report was left elsewhere, it goes there. */
static void what_another_session_left(void **state)
{
    (void)state;
    desk.left = (struct place){ 20, 0 };
    desk.is_left = true;
    begin_with(2, 12, 60);
    type(&desk, "<Enter>");
    assert_shows(&desk, "第1篇的第21段");
    type(&desk, "j");
    assert_int_equal(desk.effect.kind, EFFECT_LEAVE); /* told at each movement, not at the end */
    assert_true(place_cmp(desk.effect.place, desk.left) > 0);
    assert_true(desk.effect.article == desk.articles[0]);
    struct place there = desk.effect.place;
    assert_true(desk.effect.seen > 0 && desk.effect.seen < 1000);
    type(&desk, "G");
    assert_int_equal(desk.effect.seen, 1000);
    assert_true(place_cmp(desk.effect.place, there) > 0);
    type(&desk, "x");
    assert_int_equal(desk.effect.kind, EFFECT_NONE); /* nothing moved */
}

static void words_from_outside(void **state)
{
    (void)state;
    begin_with(2, 12, 60);
    feed(&desk, (struct event){ .kind = EVENT_SAID, .message = STR("no room") });
    assert_shows(&desk, "no room");
    type(&desk, "j");
    assert_false(shows(&desk, "no room"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        AT_DESK(back_to_the_very_line), AT_DESK(lines_are_no_jumps),        AT_DESK(back_to_a_report_that_is_not_listed),
        AT_DESK(sentences),             AT_DESK(what_another_session_left), AT_DESK(words_from_outside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
