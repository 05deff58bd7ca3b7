/* Tests of ui: marks, notes, people and phrases, commands, what is copied. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "ui/desk.h"
#include "ui/prompt.h"

static void marks(void **state)
{
    (void)state;
    begin_with(3, 12, 60);
    type(&desk, "<Enter>20jma");
    assert_shows(&desk, "marked");
    assert_int_equal(desk.mark.letter, 'a');
    assert_true(desk.mark.quote.n > 0);
    struct place there = desk.mark.place;
    type(&desk, "x");
    struct str screen = kept();
    type(&desk, "G'a");
    assert_true(str_eq(look(&desk), screen));
    type(&desk, "''x");
    assert_shows(&desk, "100%");
    type(&desk, "''x");
    assert_true(str_eq(look(&desk), screen));
    type(&desk, "'b");
    assert_shows(&desk, "no such mark");
    type(&desk, "m1");
    assert_shows(&desk, "标记须是字母");
    assert_true(place_cmp(desk.mark.place, there) == 0);
    type(&desk, "m<Esc>");
    assert_int_equal(desk.effect.kind, EFFECT_NONE);
}

/* The row on the screen with a letter in the margin; -1 where there is none. */
static int margin_row(const char *letter)
{
    look(&desk);
    for (int row = 0; row < desk.rows - 1; row++)
        if (memcmp(grid_cell(&desk.grid, row, 0)->text, letter, 1) == 0 && grid_cell(&desk.grid, row, 0)->style == STYLE_LABEL)
            return row;
    return -1;
}

static void marks_beside_the_text(void **state)
{
    (void)state;
    begin_with(3, 12, 60);
    type(&desk, "<Enter>20j");
    assert_int_equal(margin_row("a"), -1);
    type(&desk, "ma");
    assert_int_equal(margin_row("a"), 0);
    type(&desk, "kkk");
    assert_int_equal(margin_row("a"), 3);
    type(&desk, "s");
    assert_int_equal(margin_row("a"), 3);
    type(&desk, "J");
    assert_int_equal(margin_row("a"), -1); /* it is of the report before */
    type(&desk, "K");
    assert_int_equal(margin_row("a"), 3);
    resize(&desk, 12, 18); /* no room */
    look(&desk);
    resize(&desk, 12, 60);
    type(&desk, "Mdq");
    assert_int_equal(margin_row("a"), -1);
    type(&desk, "gmt");
    assert_int_equal(margin_row("t"), 0); /* the title */
    type(&desk, "G2kaz<Enter><Enter>");
    assert_int_equal(margin_row("+"), 0);
}

/* In the capture where it stood there. */
static void marks_beside_the_capture(void **state)
{
    (void)state;
    static const char *const paragraphs[] = { "开头", "原始的第三行", NULL };
    desk.articles[desk.n++] = report_make(&desk.arena, "原始的第一行", paragraphs);
    begin_reader(12, 60);
    type(&desk, ":2<Enter>mbu");
    assert_int_equal(margin_row("b"), 0);
    type(&desk, "kk");
    assert_int_equal(margin_row("b"), 2);
}

static void the_pane_of_marks(void **state)
{
    (void)state;
    begin_with(3, 12, 60);
    type(&desk, "M");
    assert_shows(&desk, "还没有");
    type(&desk, "q<Enter>20jmaq");
    assert_shows(&desk, "/3 篇");
    type(&desk, "M");
    assert_shows(&desk, " a ");
    type(&desk, "<Enter>");
    assert_shows(&desk, "%");
    type(&desk, "Md");
    assert_shows(&desk, "还没有");
    type(&desk, "q");
    assert_shows(&desk, "%");
}

static void a_note_of_lines(void **state)
{
    (void)state;
    begin_with(3, 12, 60);
    type(&desk, "<Enter>20ja甲");
    assert_shows(&desk, "空行再按");
    type(&desk, "<Enter>乙<BS><BS>丙<Enter>丁<Enter>"); /* backspace on an empty line takes the last one back */
    type(&desk, "<Enter>");
    assert_int_equal(desk.mark.letter, 0);
    assert_true(str_eq(desk.mark.text, STR("甲丙\n丁")));
    type(&desk, "Ma戊<Enter><Enter>");
    assert_true(str_eq(desk.mark.text, STR("甲丙\n丁\n戊")));
    type(&desk, "qa己<Esc>");
    assert_shows(&desk, "批注未保存");
    assert_false(str_has(desk.mark.text, STR("己")));
}

/* A line as long as the prompt takes comes back whole. */
static void the_longest_line_of_a_note(void **state)
{
    (void)state;
    begin_with(1, 12, 60);
    type(&desk, "<Enter>a");
    for (size_t i = 0; i < PROMPT_MAX; i++)
        type(&desk, "x");
    type(&desk, "<Enter><BS><Enter><Enter>");
    assert_int_equal(desk.mark.text.n, PROMPT_MAX);
}

/* The mouse is no letter: it ends the waiting for one. */
static void no_letter_behind_a_click(void **state)
{
    (void)state;
    begin_with(3, 12, 60);
    type(&desk, "<Enter>m");
    feed(&desk, (struct event){ .kind = EVENT_MOUSE, .mouse = MOUSE_WHEEL_DOWN, .row = 5, .col = 5 });
    type(&desk, "j");
    assert_int_equal(desk.asked[EFFECT_MARK], 0);
}

static void people_and_phrases(void **state)
{
    (void)state;
    begin_with(3, 12, 60);
    type(&desk, "p");
    assert_shows(&desk, "白玉平");
    assert_shows(&desk, "2017-2019");
    type(&desk, "&byp");
    assert_shows(&desk, "1/2");
    assert_shows(&desk, "白玉平");
    assert_false(shows(&desk, "第1篇"));
    type(&desk, "<BS><BS><BS>第1");
    assert_false(shows(&desk, "白玉平"));
    type(&desk, "<Enter><Enter>");
    assert_true(desk.asked[EFFECT_SEARCH] > 0);
    type(&desk, "q<Tab>");
    assert_shows(&desk, "▂ █");
    type(&desk, "q");
    assert_shows(&desk, "/3 篇");
}

/* More of them become known while one looks: the cursor stays on its name; Esc ends it. */
static void people_are_gathered(void **state)
{
    (void)state;
    begin_with(3, 12, 60);
    type(&desk, "p");
    uint64_t number = desk.effect.number;
    struct roster_row rows[] = { some_rows[1], some_rows[0], some_rows[0] };
    struct roster some = { .v = some_rows, .n = 2, .progress = { .done = 32, .total = 100 } };
    feed(&desk, (struct event){ .kind = EVENT_ROSTER, .number = number, .roster = &some });
    assert_shows(&desk, "32");
    assert_shows(&desk, "100");
    type(&desk, "j");
    struct roster more = { .v = rows, .n = 3, .progress = { .done = 64, .total = 100 } };
    feed(&desk, (struct event){ .kind = EVENT_ROSTER, .number = number, .roster = &more });
    assert_shows(&desk, "1/3");
    assert_shows(&desk, "64");
    struct roster less = { .v = NULL, .progress = { .total = 100 } };
    feed(&desk, (struct event){ .kind = EVENT_ROSTER, .number = number, .roster = &less }); /* all anew */
    assert_shows(&desk, "正在读取");
    feed(&desk, (struct event){ .kind = EVENT_ROSTER, .number = number, .roster = &more });
    type(&desk, "&白<Enter><Esc>");
    assert_shows(&desk, "2/3");
    assert_int_equal(desk.effect.kind, EFFECT_NONE); /* Esc took the letters back */
    type(&desk, "<Esc>");
    assert_int_equal(desk.effect.kind, EFFECT_ENOUGH);
    more.stopped = true;
    feed(&desk, (struct event){ .kind = EVENT_ROSTER, .number = number, .roster = &more });
    type(&desk, "<Esc>");
    assert_int_equal(desk.effect.kind, EFFECT_NONE);
    type(&desk, "p");
    assert_int_equal(desk.effect.kind, EFFECT_ROSTER); /* on */
    number = desk.effect.number;
    more.stopped = false;
    feed(&desk, (struct event){ .kind = EVENT_ROSTER, .number = number + 5, .roster = &some }); /* of no question */
    feed(&desk, (struct event){ .kind = EVENT_ROSTER, .number = number, .roster = &more });
    type(&desk, "q");
    assert_int_equal(desk.effect.kind, EFFECT_ENOUGH); /* nobody looks any more */
}

static void commands(void **state)
{
    (void)state;
    begin_with(3, 12, 60);
    type(&desk, "<Enter>:100%<Enter>");
    assert_shows(&desk, "100%");
    type(&desk, ":1<Enter>");
    assert_shows(&desk, "第1篇的第1段");
    type(&desk, ":nonsense<Enter>");
    assert_shows(&desk, "没有命令“nonsense”");
    type(&desk, ":export! x.md<Enter>");
    assert_int_equal(desk.effect.kind, EFFECT_EXPORT);
    assert_true(desk.effect.anyway && str_eq(desk.effect.query, STR("x.md")));
    type(&desk, ":help<Enter>");
    assert_shows(&desk, "作用");
    type(&desk, ":<Esc>q:q<Enter>");
    assert_int_equal(desk.effect.kind, EFFECT_QUIT);
}

static void copies(void **state)
{
    (void)state;
    begin_with(3, 12, 60);
    type(&desk, "<Enter>y");
    assert_int_equal(desk.effect.kind, EFFECT_COPY);
    assert_int_equal(desk.effect.position, 1);
    type(&desk, "20jy");
    assert_true(desk.effect.passage.from == 0 && desk.effect.passage.to == desk.articles[0]->paragraphs[desk.effect.passage.paragraph].n);
    type(&desk, ")y");
    assert_true(desk.effect.passage.to > desk.effect.passage.from);
    type(&desk, "3y");
    assert_int_equal(desk.effect.position, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        AT_DESK(marks), AT_DESK(marks_beside_the_text), AT_DESK(marks_beside_the_capture), AT_DESK(the_pane_of_marks), AT_DESK(a_note_of_lines), AT_DESK(the_longest_line_of_a_note), AT_DESK(no_letter_behind_a_click), AT_DESK(people_and_phrases), AT_DESK(people_are_gathered),
        AT_DESK(commands), AT_DESK(copies),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
