/* The mouse and pastes: what they do, and what they never do. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "random.h"
#include "text/utf8.h"
#include "ui/desk.h"

static void point(enum mouse what, int row, int col)
{
    feed(&desk, (struct event){ .kind = EVENT_MOUSE, .mouse = what, .row = row, .col = col });
    look(&desk);
}

static void paste(const char *text)
{
    struct str s = str_of(text);
    for (size_t at = 0; at < s.n;)
        feed(&desk, (struct event){ .kind = EVENT_KEY, .pasted = true, .key = utf8_next(s, &at) });
    look(&desk);
}

/* Two congresses a screen row each, below the head: the first click selects, the second opens. */
static void clicks(void **state)
{
    (void)state;
    begin_with(12, 10, 60);
    point(MOUSE_PRESS, 3, 20);
    assert_int_equal(desk.grid.cursor_row, 3);
    assert_shows(&desk, "3/12");
    point(MOUSE_RELEASE, 3, 20);
    point(MOUSE_PRESS, 3, 30);
    assert_false(shows(&desk, "· 12 ")); /* the list is gone */
    type(&desk, "q");
    point(MOUSE_PRESS, 0, 20); /* the head, the status line, nowhere */
    point(MOUSE_PRESS, 9, 20);
    point(MOUSE_PRESS, 900, 2000);
    assert_shows(&desk, "3/12");
}

static void the_wheel(void **state)
{
    (void)state;
    begin_with(12, 10, 120);
    point(MOUSE_WHEEL_DOWN, 2, 3);
    assert_shows(&desk, "4/12");
    point(MOUSE_WHEEL_UP, 2, 3);
    assert_shows(&desk, "1/12");
    assert_shows(&desk, "第1篇的第1段");
    for (int i = 0; i < 5; i++)
        point(MOUSE_WHEEL_DOWN, 2, 100); /* the report beside, though the list has the keys */
    assert_false(shows(&desk, "第1篇的第1段"));
    assert_shows(&desk, "1/12");
    point(MOUSE_WHEEL_DOWN, 9, 3); /* the status line */
    assert_shows(&desk, "1/12");
}

/* Where the border stands in the first row. */
static int border(void)
{
    look(&desk);
    for (int col = 0; col < desk.cols; col++)
        if (grid_cell(&desk.grid, 3, col)->style == STYLE_BORDER)
            return col;
    return -1;
}

/* The outline at the right of list and report. */
static void three_panes(void **state)
{
    (void)state;
    begin_with(12, 12, 150);
    type(&desk, "<Enter>t");
    look(&desk);
    int outline = desk.grid.cursor_col + 2;
    point(MOUSE_PRESS, 3, 5);
    assert_int_equal(desk.grid.cursor_col, 0);
    assert_shows(&desk, "第3篇的第1段");
    point(MOUSE_PRESS, 4, outline); /* gives it the keys and selects, */
    assert_int_equal(desk.grid.cursor_row, 4);
    assert_true(desk.grid.cursor_col > 100);
    point(MOUSE_PRESS, 4, outline); /* opens */
    assert_shows(&desk, "第4节");
    assert_false(shows(&desk, "第3篇的第1段"));
    point(MOUSE_WHEEL_UP, 5, 60);
    point(MOUSE_PRESS, 5, outline - 3); /* the border */
    look(&desk);
}

static void the_border(void **state)
{
    (void)state;
    begin_with(12, 20, 140);
    int before = border();
    assert_in_range(before, 20, 100);
    point(MOUSE_DRAG, 3, 70); /* nothing was pressed */
    assert_int_equal(border(), before);
    point(MOUSE_PRESS, 3, before);
    point(MOUSE_DRAG, 5, 70);
    assert_int_equal(border(), 70);
    point(MOUSE_DRAG, 5, 0); /* neither pane is lost */
    assert_in_range(border(), 10, 20);
    point(MOUSE_DRAG, 5, 139);
    assert_in_range(border(), 80, 120);
    point(MOUSE_DRAG, 5, 64);
    point(MOUSE_RELEASE, 5, 64);
    point(MOUSE_DRAG, 5, 50);
    assert_int_equal(border(), 64);
    resize(&desk, 20, 95);
    assert_in_range(border(), 10, 60);
}

/* At the prompt a paste is text, all of it; elsewhere it is nothing. */
static void pastes(void **state)
{
    (void)state;
    begin_with(12, 10, 60);
    paste("jjjqQ\rZZ");
    assert_int_equal(desk.effect.kind, EFFECT_NONE);
    assert_shows(&desk, "1/12");
    type(&desk, "/");
    paste("第1篇\r的\x1bqQ");
    assert_shows(&desk, "/第1篇 的");
    type(&desk, "<Esc>");
    point(MOUSE_PRESS, 3, 3);
    assert_shows(&desk, "3/12");
    type(&desk, "/");
    point(MOUSE_PRESS, 5, 3); /* not while one types */
    type(&desk, "<Esc>");
    assert_shows(&desk, "3/12");
}

static void anything_anywhere(void **state)
{
    (void)state;
    static const char *const keys[] = { "<Enter>", "q", "t", "/", "<Esc>", "?", "j", "z", "O", "<Tab>", "\\", "第" };
    struct dice dice = { 77 };
    begin_with(12, 24, 120);
    for (int i = 0; i < 4000; i++) {
        if (roll_below(&dice, 40) == 0)
            resize(&desk, 1 + (int)roll_below(&dice, 40), 1 + (int)roll_below(&dice, 200));
        else if (roll_below(&dice, 3) == 0)
            type(&desk, keys[roll_below(&dice, sizeof keys / sizeof *keys)]);
        else
            point((enum mouse)roll_below(&dice, 5), (int)roll_below(&dice, 50), (int)roll_below(&dice, 220));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        AT_DESK(clicks), AT_DESK(the_wheel), AT_DESK(three_panes),
        AT_DESK(the_border), AT_DESK(pastes), AT_DESK(anything_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
