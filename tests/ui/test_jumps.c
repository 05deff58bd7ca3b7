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

/* The text of the reading pane, kept: what stands right of the border, where there is one, without the status line. */
static struct str text_shown(void)
{
    struct str screen = look(&desk);
    struct buf text = buf_make(&desk.arena, 1 << 16);
    while (screen.n) {
        size_t end = str_find(screen, STR("\n"), 0);
        struct str line = str_sub(screen, 0, end);
        size_t border = str_find(line, STR("│"), 0);
        screen = str_sub(screen, end + 1, screen.n);
        if (screen.n)
            buf_add(&text, str_sub(line, border == STR_NONE ? 0 : border, line.n));
    }
    return buf_str(&text);
}

/* Every way to leave a line leads back to it. */
static void from_every_jump(void **state)
{
    static const struct {
        const char *typed;
        int jumps; /* at most: a hit may be in sight */
    } ways[] = {
        { "G", 1 }, { "gg", 1 }, { "90%", 1 }, { ":20<Enter>", 1 }, { ":90%<Enter>", 1 }, { "]]", 1 }, { "2]]", 1 }, { "[[", 1 }, { "]]]]", 2 },
        { "tGk<Enter>", 1 }, { "/第20段<Enter>", 1 }, { "?第1段<Enter>", 1 }, { "/段<Enter>9n", 2 }, { "?段<Enter>n3n", 3 }, { "'x", 1 },
        { "M<Enter>", 1 }, { "J", 1 }, { "2J", 1 }, { "JJ", 2 }, { "\\第20段<Enter><Enter>", 1 }, { "\\第20段<Enter>j<Enter>", 1 },
        { "\\第20段<Enter><Enter>nn", 3 }, { "\\段<Enter>G<Enter>", 1 }, { "\\段<Enter>20j<Enter>", 1 }, { "\\段<Enter>19j<Enter>q12k<Enter>", 2 },
        { "pj<Enter><Enter>", 1 }, { "Pj<Enter>j<Enter>", 1 }, { "q&第3次<Enter><Enter>", 1 }, { "qG<Enter>", 1 }, { "<Tab>jj<Tab>", 1 },
    };
    (void)state;
    for (size_t size = 0; size < 2; size++) {
        for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
            begin_with(3, size ? 24 : 12, size ? 120 : 60);
            type(&desk, "<Enter>]]2jmx]]4j");
            struct str before = text_shown();
            type(&desk, ways[i].typed);
            struct str there = text_shown();
            for (int n = 0; n < ways[i].jumps && (n == 0 || !str_eq(text_shown(), before)); n++)
                type(&desk, "<C-o>");
            if (str_eq(there, before) || !str_eq(text_shown(), before))
                fail_msg("%s at size %zu: from\n%.*s\nthere\n%.*s\nback\n%.*s\n", ways[i].typed, size, (int)before.n, before.p, (int)there.n, there.p, (int)look(&desk).n,
                         look(&desk).p);
            clear_desk(NULL);
        }
    }
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

/* A jump to a report that is not there yet, or cannot be had, is over when one goes to another. */
static void jumps_that_do_not_arrive(void **state)
{
    (void)state;
    for (int refused = 0; refused < 2; refused++) {
        begin_with(3, 12, 60);
        type(&desk, "<Enter>7jG");
        struct str end = kept();
        type(&desk, "J3j");
        struct str before = kept();
        desk.waits = true;
        type(&desk, "<C-o><C-o>");
        if (refused)
            feed(&desk, (struct event){ .kind = EVENT_ANSWER, .number = desk.effect.number, .message = STR("it has gone") });
        desk.waits = false;
        type(&desk, "Jx");
        assert_true(str_eq(look(&desk), before));
        type(&desk, "G<C-o>x"); /* new jumps are kept */
        assert_true(str_eq(look(&desk), before));
        type(&desk, "Kx"); /* and the report stands where it was left */
        assert_true(str_eq(look(&desk), end));
        clear_desk(NULL);
    }
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

/* Also when the report is still open here; but the very line of this session stays what it is. */
static void what_another_session_leaves_meanwhile(void **state)
{
    (void)state;
    begin_with(2, 12, 60);
    type(&desk, "<Enter>7j");
    struct str here = kept();
    desk.left = desk.effect.place;
    desk.is_left = true;
    type(&desk, "q<Enter>");
    assert_true(str_eq(look(&desk), here));
    desk.left = (struct place){ 20, 0 };
    type(&desk, "q<Enter>");
    assert_shows(&desk, "第1篇的第21段");
    assert_int_equal(desk.asked[EFFECT_OPEN], 1);
    type(&desk, "x");
    assert_int_equal(desk.effect.kind, EFFECT_NONE); /* it is kept already */
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
        AT_DESK(from_every_jump),
        AT_DESK(back_to_the_very_line), AT_DESK(lines_are_no_jumps),        AT_DESK(back_to_a_report_that_is_not_listed),
        AT_DESK(jumps_that_do_not_arrive),
        AT_DESK(sentences),             AT_DESK(what_another_session_left), AT_DESK(what_another_session_leaves_meanwhile), AT_DESK(words_from_outside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
