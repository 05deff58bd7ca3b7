/* Tests of ui: a large report, of which the beginning is there first. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "ui/desk.h"

static void begin_with_beginnings(size_t n, int rows, int cols)
{
    desk.begins = true;
    begin_with(n, rows, cols);
}

/* The screen without its last row. */
static struct str text_in_sight(void)
{
    struct str all = kept();
    return str_sub(all, 0, str_find_last(str_sub(all, 0, all.n - 1), STR("\n")));
}

/* The last screen of the first report. */
static struct str last_screen(int rows, int cols)
{
    begin_with(1, rows, cols);
    type(&desk, "G");
    struct str end = arena_str(&desk.screen_arena, text_in_sight());
    char *copy = malloc(end.n + 1);
    memcpy(copy, end.p, end.n);
    clear_desk(NULL);
    return (struct str){ copy, end.n };
}

static void what_is_in_sight_stays(void **state)
{
    (void)state;
    static const char *const ways[] = { "x", "j", "2j", "5j", " ", "3 ", ")", "]]" };
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        for (int cols = 40; cols <= 80; cols += 40) {
            begin_with_beginnings(1, 12, cols);
            type(&desk, ways[i]);
            assert_shows(&desk, cols == 40 ? " …" : "正在读入其余…");
            struct str before = text_in_sight();
            give_rest(&desk, desk.begun);
            assert_true(str_eq(text_in_sight(), before));
            assert_shows(&desk, "%");
            assert_false(shows(&desk, "正在读入"));
            clear_desk(NULL);
        }
    }
}

/* In another script it is read again, but no beginning is shown instead of what is there. */
static void it_is_turned_when_all_of_it_is_there(void **state)
{
    (void)state;
    begin_with_beginnings(1, 12, 60);
    give_rest(&desk, desk.begun);
    type(&desk, "25jx");
    struct str before = text_in_sight();
    type(&desk, "s");
    assert_true(str_eq(text_in_sight(), before));
    type(&desk, "j");
    give_rest(&desk, desk.begun);
    assert_shows(&desk, "[繁]");
    assert_shows(&desk, "體會");
    desk.begins = false;
    type(&desk, "ssk");
    assert_true(str_eq(text_in_sight(), before));
}

static void it_stays_where_cleaning_found_more(void **state)
{
    (void)state;
    desk.lacks = 2;
    begin_with_beginnings(1, 12, 80);
    type(&desk, "18j");
    struct str before = text_in_sight();
    give_rest(&desk, desk.begun);
    assert_true(str_eq(text_in_sight(), before));
}

static void the_end_comes(void **state)
{
    (void)state;
    struct str end = last_screen(12, 80);
    begin_with_beginnings(1, 12, 80);
    struct str before = text_in_sight();
    type(&desk, "G");
    assert_shows(&desk, "请稍候");
    assert_true(str_eq(text_in_sight(), before));
    give_rest(&desk, desk.begun);
    assert_true(str_eq(text_in_sight(), end));
    clear_desk(NULL);
    begin_with_beginnings(1, 12, 80);
    type(&desk, "50%j"); /* another key: it is not waited for any more */
    before = text_in_sight();
    give_rest(&desk, desk.begun);
    assert_true(str_eq(text_in_sight(), before));
    clear_desk(NULL);
    static const char *const commands[] = { ":100%<Enter>", ":30<Enter>" }; /* they too know that there is more */
    for (size_t i = 0; i < 2; i++) {
        begin_with_beginnings(1, 12, 80);
        type(&desk, "<Enter>");
        before = text_in_sight();
        type(&desk, commands[i]);
        assert_shows(&desk, "请稍候");
        assert_true(str_eq(text_in_sight(), before));
        clear_desk(NULL);
    }
    free((char *)(uintptr_t)end.p);
}

static void nothing_is_kept_of_a_beginning(void **state)
{
    (void)state;
    static const enum effect_kind kinds[] = { EFFECT_LEAVE, EFFECT_SIGNS, EFFECT_MARK, EFFECT_COPY, EFFECT_SOURCE, EFFECT_TO_MARK };
    begin_with_beginnings(2, 12, 80);
    type(&desk, "<Enter>jjj99 ");
    type(&desk, "m");
    assert_shows(&desk, "请稍候");
    type(&desk, "xyu'x");
    type(&desk, "a");
    assert_shows(&desk, "请稍候");
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        assert_int_equal(desk.asked[kinds[i]], 0);
    feed(&desk, (struct event){ .kind = EVENT_WAKE });
    give_rest(&desk, desk.begun);
    assert_int_equal(desk.asked[EFFECT_LEAVE], 1);
    type(&desk, "ma");
    assert_int_equal(desk.asked[EFFECT_MARK], 1);
}

static void where_it_was_left(void **state)
{
    (void)state;
    for (int moved = 0; moved < 2; moved++) {
        desk.is_left = true;
        desk.left = (struct place){ 20, 0 };
        begin_with_beginnings(1, 12, 80);
        type(&desk, moved ? "j" : "x");
        struct str before = text_in_sight();
        give_rest(&desk, desk.begun);
        if (moved)
            assert_true(str_eq(text_in_sight(), before));
        else
            assert_shows(&desk, "第1篇的第21段");
        clear_desk(NULL);
    }
}

static void a_search_goes_on(void **state)
{
    (void)state;
    begin_with_beginnings(1, 12, 80);
    type(&desk, "/代表们<Enter>nn");
    struct str before = text_in_sight();
    struct str foot = str_sub(kept(), before.n, kept().n);
    assert_true(str_has(foot, STR("3/")) && str_has(foot, STR("处…")));
    give_rest(&desk, desk.begun);
    assert_true(str_eq(text_in_sight(), before));
    assert_shows(&desk, "3/");
    assert_false(shows(&desk, "处…"));
    type(&desk, "999n");
    assert_shows(&desk, "第1篇的第30段");
}

static void a_search_waits(void **state)
{
    (void)state;
    for (int typing = 0; typing < 2; typing++) {
        begin_with_beginnings(1, 12, 80);
        type(&desk, typing ? "/第25段" : "/第25段<Enter>");
        assert_shows(&desk, typing ? "处…" : "请稍候");
        give_rest(&desk, desk.begun);
        assert_shows(&desk, "第1篇的第25段");
        assert_shows(&desk, "1/1");
        clear_desk(NULL);
    }
}

static void another_report_meanwhile(void **state)
{
    (void)state;
    begin_with_beginnings(3, 12, 80);
    type(&desk, "<Enter>");
    struct effect first = desk.begun;
    type(&desk, "J");
    struct str before = kept();
    give_rest(&desk, first);
    assert_true(str_eq(look(&desk), before));
    give_rest(&desk, desk.begun);
    assert_shows(&desk, "第2篇的第1段");
    assert_false(shows(&desk, "正在读入"));
    type(&desk, "K");
    assert_shows(&desk, "正在读入");
}

/* Where one wanted to go in a report that one left before it was there is nothing for another one. */
static void the_end_is_of_one_report(void **state)
{
    (void)state;
    begin_with_beginnings(3, 12, 120);
    look(&desk);
    type(&desk, "<Enter>G");
    assert_shows(&desk, "请稍候");
    for (int click = 0; click < 2; click++) /* the first one only takes the keys */
        feed(&desk, (struct event){ .kind = EVENT_MOUSE, .mouse = MOUSE_PRESS, .row = 3, .col = 4 });
    give_rest(&desk, desk.begun);
    assert_shows(&desk, "第1段");
    assert_false(shows(&desk, "第30段"));
}

static void sections_come(void **state)
{
    (void)state;
    begin_with_beginnings(1, 12, 80);
    type(&desk, "t");
    assert_shows(&desk, "第2节");
    assert_false(shows(&desk, "第6节"));
    give_rest(&desk, desk.begun);
    assert_shows(&desk, "第6节");
    clear_desk(NULL);
    desk.lacks = 1;
    begin_with_beginnings(1, 12, 80);
    type(&desk, "t");
    assert_shows(&desk, "请稍候");
}

static void the_rest_cannot_be_had(void **state)
{
    (void)state;
    begin_with_beginnings(1, 12, 80);
    type(&desk, "jj");
    struct str before = text_in_sight();
    feed(&desk, (struct event){ .kind = EVENT_ANSWER, .number = desk.begun.number, .message = STR("it has gone") });
    assert_shows(&desk, "it has gone");
    assert_true(str_eq(text_in_sight(), before));
    type(&desk, "ma");
    assert_int_equal(desk.asked[EFFECT_MARK], 0);
    assert_int_equal(desk.asked[EFFECT_LEAVE], 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        AT_DESK(what_is_in_sight_stays),
        AT_DESK(it_is_turned_when_all_of_it_is_there),
        AT_DESK(it_stays_where_cleaning_found_more),
        AT_DESK(the_end_comes),
        AT_DESK(nothing_is_kept_of_a_beginning),
        AT_DESK(where_it_was_left),
        AT_DESK(a_search_goes_on),
        AT_DESK(a_search_waits),
        AT_DESK(another_report_meanwhile),
        AT_DESK(the_end_is_of_one_report),
        AT_DESK(sections_come),
        AT_DESK(the_rest_cannot_be_had),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
