/* Tests of searching the library: results as one types, the concordance, from match to match through the reports, history, words. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "random.h"
#include "ui/desk.h"
#include "ui/prompt.h"

/* The text of the row of the screen that the cursor is on. */
static struct str selected(void)
{
    struct str text = look(&desk);
    for (int row = desk.grid.cursor_row; row > 0; row--)
        text = str_sub(text, str_find(text, STR("\n"), 0) + 1, text.n);
    return str_sub(text, 0, str_find(text, STR("\n"), 0));
}

#define assert_selected(text) \
    do { \
        if (!str_has(selected(), str_of(text))) \
            fail_msg("the cursor is not on '%s' but on\n%.*s", text, (int)selected().n, selected().p); \
    } while (0)

static void found_as_one_types(void **state)
{
    (void)state;
    begin_with(12, 24, 80);
    type(&desk, "\\");
    assert_shows(&desk, "词与词以空格隔开");
    type(&desk, "第1篇");
    assert_shows(&desk, "1 篇 30 处");
    assert_shows(&desk, "某市第1次代表大会开幕");
    assert_shows(&desk, "[|-#---------]");
    type(&desk, "<BS><BS><BS>篇的第3"); /* all say it of the third and of the thirtieth paragraph */
    assert_shows(&desk, "12 篇 24 处");
    type(&desk, "此语必无");
    assert_shows(&desk, "没有找到");
    type(&desk, "<Enter>");
    assert_shows(&desk, "没有找到: 篇的第3此语必无");
    type(&desk, "jkGg<Enter>no<Esc>");
    assert_shows(&desk, "1/12 篇");
}

/* Matches stand in one column, in the style of their word. */
static void a_concordance(void **state)
{
    (void)state;
    begin_with(3, 24, 80);
    type(&desk, "\\篇的第1<Enter>");
    look(&desk);
    size_t rows = 0;
    for (int row = 2; row < 10; row++) {
        enum style style = grid_cell(&desk.grid, row, 32)->style;
        rows += style == STYLE_HIT || style == STYLE_HIT_2 || style == STYLE_HIT_3 || style == STYLE_HIT_4;
        assert_true(grid_cell(&desk.grid, row, 31)->style == STYLE_TEXT);
        assert_int_equal(memcmp(grid_cell(&desk.grid, row, 32)->text, "篇", 3), 0);
    }
    assert_int_equal(rows, 8);
    assert_int_not_equal(grid_cell(&desk.grid, 2, 32)->style, grid_cell(&desk.grid, 3, 32)->style);
    type(&desk, "j");
    look(&desk);
    assert_int_equal(grid_cell(&desk.grid, 2, 32)->style, STYLE_HERE);
    assert_int_equal(grid_cell(&desk.grid, 2, 0)->style, STYLE_SELECTED);
}

static void more_than_are_shown(void **state)
{
    (void)state;
    begin_with(1, 30, 80);
    type(&desk, "\\第1篇<Enter>");
    assert_shows(&desk, "… 还有 10 处");
    type(&desk, "G<Enter>"); /* opens at the first of those */
    assert_shows(&desk, "第1篇 21/30 处");
}

static void through_the_reports(void **state)
{
    (void)state;
    begin_with(3, 24, 80);
    type(&desk, "\\的第30段<Enter>");
    assert_shows(&desk, "3 篇 3 处");
    type(&desk, "j<Enter>");
    assert_shows(&desk, "1/3 的第30段 1/1 处");
    assert_shows(&desk, "第1篇的第30段");
    type(&desk, "n");
    assert_shows(&desk, "2/3 的第30段 1/1 处");
    assert_shows(&desk, "第2篇的第30段");
    type(&desk, "nn");
    assert_shows(&desk, "已是最后一处");
    type(&desk, "NN");
    assert_shows(&desk, "第1篇的第30段");
    type(&desk, "J");
    assert_shows(&desk, "第2篇的第30段");
    type(&desk, "q");
    assert_selected("第2篇的第30段");
    type(&desk, "q");
    assert_shows(&desk, "1/3 篇");
}

/* Back over the end of a report one comes to the last of its matches. */
static void back_into_a_report(void **state)
{
    (void)state;
    begin_with(2, 24, 80);
    type(&desk, "\\段。<Enter>G<Enter>qK");
    type(&desk, "<Enter>g");
    type(&desk, "q<Home><Enter>");
    assert_shows(&desk, "1/2 段。 1/30 处");
    type(&desk, "30n");
    assert_shows(&desk, "1/2 段。 30/30 处");
    type(&desk, "n");
    assert_shows(&desk, "2/2 段。 1/30 处");
    type(&desk, "N");
    assert_shows(&desk, "1/2 段。 30/30 处");
}

static void beside_the_report(void **state)
{
    (void)state;
    begin_with(3, 24, 130);
    type(&desk, "\\的第30段<Enter>j");
    assert_false(shows(&desk, "│"));
    type(&desk, "<Enter>");
    assert_shows(&desk, "│");
    assert_shows(&desk, "3 篇 3 处");
    type(&desk, "<Tab>");
    assert_selected("第1篇的第30段");
    type(&desk, "<Tab>t");
    assert_shows(&desk, "目录");
}

static void esc_brings_back_what_was(void **state)
{
    (void)state;
    begin_with(5, 24, 80);
    type(&desk, "jj<Enter>5j");
    struct str before = kept();
    type(&desk, "\\第2<Esc>");
    assert_true(str_eq(look(&desk), before));
    type(&desk, "q\\第20段<Enter>jjj<Enter>");
    assert_shows(&desk, "2/5 第20段");
    struct str found = kept();
    type(&desk, "\\第3<Esc>");
    assert_true(str_eq(look(&desk), found));
    type(&desk, "q");
    assert_selected("第2篇的第20段");
}

static void the_last_question(void **state)
{
    (void)state;
    begin_with(5, 24, 80);
    type(&desk, "\\第20段<Enter>q\\");
    assert_shows(&desk, "\\第20段");
    assert_shows(&desk, "5 篇 5 处");
    type(&desk, "会"); /* takes its place */
    assert_shows(&desk, "\\会");
    assert_false(shows(&desk, "\\第20段"));
    type(&desk, "<Enter>\\<BS>");
    assert_shows(&desk, "词与词以空格隔开");
    type(&desk, "<Up>");
    assert_shows(&desk, "\\会");
    type(&desk, "<Up><Up>");
    assert_shows(&desk, "\\第20段");
    assert_shows(&desk, "5 篇 5 处");
    type(&desk, "<Down>");
    assert_shows(&desk, "\\会");
    type(&desk, "<Enter>\\<Enter>");
    assert_int_equal(desk.remembered, 2);
}

static void questions_of_earlier_sessions(void **state)
{
    (void)state;
    begin_with(5, 24, 80);
    static const struct str asked[] = { STR_INIT("第1段"), STR_INIT("第20段") };
    struct words history = { asked, 2 };
    feed(&desk, (struct event){ .kind = EVENT_HISTORY, .words = &history });
    type(&desk, "\\");
    assert_shows(&desk, "\\第20段");
    assert_shows(&desk, "5 篇 5 处");
    type(&desk, "<Up><Up>");
    assert_shows(&desk, "\\第1段");
}

static void a_bad_question_changes_nothing(void **state)
{
    (void)state;
    begin_with(5, 24, 80);
    type(&desk, "\\第20段");
    assert_shows(&desk, "5 篇 5 处");
    type(&desk, "\"");
    assert_shows(&desk, "unclosed quote at column 1 of the query");
    assert_shows(&desk, "5 篇 5 处");
    type(&desk, "<Enter>");
    assert_shows(&desk, "unclosed quote");
    type(&desk, "j<Enter>");
    assert_shows(&desk, "1/5 第20段 1/1 处");
}

static void old_findings_are_dropped(void **state)
{
    (void)state;
    begin_with(5, 24, 80);
    desk.waits_all = true;
    type(&desk, "\\第1篇");
    struct effect last = desk.waiting[desk.n_waiting - 1], older = desk.waiting[desk.n_waiting - 2];
    assert_int_equal(last.kind, EFFECT_SEARCH);
    give(&desk, &older);
    assert_shows(&desk, "正在查找");
    give(&desk, &last);
    assert_shows(&desk, "1 篇 30 处");
    give(&desk, &older);
    assert_shows(&desk, "1 篇 30 处");
}

static void findings_stream_in(void **state)
{
    (void)state;
    begin_with(5, 24, 80);
    desk.waits_all = true;
    type(&desk, "\\段");
    struct effect search = desk.waiting[desk.n_waiting - 1];
    desk.waits_all = false;
    struct finding v[] = { { 3, 30 }, { 1, 30 }, { 4, 30 } };
    struct findings_so_far found = { v + 1, 1, 30, false };
    feed(&desk, (struct event){ .kind = EVENT_FOUND, .number = search.number, .found = &found });
    assert_shows(&desk, "1 篇 30 处, 正在查找");
    type(&desk, "<Enter>jjj");
    struct str on = arena_str(&desk.arena, selected());
    found = (struct findings_so_far){ v, 3, 90, true };
    feed(&desk, (struct event){ .kind = EVENT_FOUND, .number = search.number, .found = &found });
    assert_shows(&desk, "3 篇 90 处, 按日期");
    assert_true(str_eq(selected(), on));
}

/* The cursor stays on its row of the screen when more is found, though it was scrolled to. */
static void nothing_moves_when_more_comes(void **state)
{
    (void)state;
    begin_with(12, 14, 80);
    desk.waits_all = true;
    type(&desk, "\\段");
    struct effect search = desk.waiting[desk.n_waiting - 1];
    desk.waits_all = false;
    struct finding v[12];
    for (uint32_t i = 0; i < 12; i++)
        v[i] = (struct finding){ i, 2 };
    struct findings_so_far found = { v, 6, 12, false };
    feed(&desk, (struct event){ .kind = EVENT_FOUND, .number = search.number, .found = &found });
    assert_shows(&desk, "6 篇 12 处…");
    type(&desk, "<Enter>Gkkkk");
    look(&desk);
    int row = desk.grid.cursor_row;
    struct str on = arena_str(&desk.arena, selected());
    found = (struct findings_so_far){ v, 12, 24, true };
    feed(&desk, (struct event){ .kind = EVENT_FOUND, .number = search.number, .found = &found });
    assert_shows(&desk, "12 篇 24 处");
    look(&desk);
    assert_int_equal(desk.grid.cursor_row, row);
    assert_true(row > 1 && row < 12);
    assert_true(str_eq(selected(), on));
}

/* What Esc brings back is not taken for less than it was. */
static void esc_waits_for_all(void **state)
{
    (void)state;
    begin_with(5, 24, 80);
    type(&desk, "\\第20段<Enter>jjj");
    struct str on = arena_str(&desk.arena, selected());
    type(&desk, "\\第3");
    desk.waits_all = true;
    type(&desk, "<Esc>");
    struct effect search = desk.waiting[desk.n_waiting - 1];
    desk.waits_all = false;
    assert_int_equal(search.kind, EFFECT_SEARCH);
    struct finding v[] = { { 0, 1 } };
    struct findings_so_far found = { v, 1, 1, false };
    feed(&desk, (struct event){ .kind = EVENT_FOUND, .number = search.number, .found = &found });
    assert_false(shows(&desk, "1 篇 1 处"));
    give(&desk, &search);
    assert_true(str_eq(selected(), on));
}

/* Titles and counts are there before the passages. */
static void passages_come_later(void **state)
{
    (void)state;
    begin_with(3, 24, 80);
    desk.passages_late = true;
    type(&desk, "\\的第30段<Enter>");
    assert_shows(&desk, "某市第2次代表大会开幕");
    assert_shows(&desk, " 1处");
    assert_false(shows(&desk, "[|-#"));
    assert_false(shows(&desk, "第2篇的第30段"));
    size_t asked = desk.asked[EFFECT_ENTRIES];
    desk.passages_late = false;
    type(&desk, "j");
    assert_int_equal(desk.asked[EFFECT_ENTRIES], asked); /* they are on their way */
    struct effect fetch = { .kind = EFFECT_ENTRIES, .number = desk.passages_asked, .query = STR("的第30段"),
                            .reports = (const uint32_t[]){ 0, 1, 2 }, .n_reports = 3 };
    give(&desk, &fetch);
    assert_shows(&desk, "第2篇的第30段");
    assert_shows(&desk, "[|-#");
}

/* While a longer question is asked the passages of the shorter one are still wanted; they are not taken for those of the longer. */
static void late_passages_of_another_question(void **state)
{
    (void)state;
    begin_with(3, 24, 80);
    desk.passages_late = true;
    type(&desk, "\\的第2");
    desk.waits_all = true;
    type(&desk, "0段");
    desk.waits_all = false;
    struct effect search = { .kind = EFFECT_NONE }, passages = search;
    for (size_t i = 0; i < desk.n_waiting; i++)
        *(desk.waiting[i].kind == EFFECT_SEARCH ? &search : &passages) = desk.waiting[i];
    assert_int_equal(search.kind, EFFECT_SEARCH);
    assert_int_equal(passages.kind, EFFECT_ENTRIES);
    passages.query = STR("的第2");
    give(&desk, &search);
    assert_shows(&desk, "3 篇 3 处");
    desk.passages_late = false;
    give(&desk, &passages);
    assert_false(shows(&desk, "的第2段"));
}

static void words_that_letters_spell(void **state)
{
    (void)state;
    begin_with(5, 24, 80);
    type(&desk, "\\di");
    assert_shows(&desk, "1 第1篇  2 第2篇");
    type(&desk, "y");
    assert_shows(&desk, "3 第3篇");
    type(&desk, "2");
    assert_shows(&desk, "\\第2篇");
    assert_shows(&desk, "1 篇 30 处");
    type(&desk, "7 <BS>"); /* a digit is a digit where no words are offered */
    assert_shows(&desk, "\\第2篇7");
    type(&desk, "<C-u>-di<Tab>");
    assert_shows(&desk, "\\-第1篇");
    type(&desk, "<C-u>\"di");
    assert_false(shows(&desk, "1 第1篇"));
    type(&desk, "<C-u><Esc>&di");
    assert_shows(&desk, "1 第1篇");
}

static void a_million(void **state)
{
    (void)state;
    static const char *const keys[] = { "j", "k", "<PgDn>", "G", "g", "50%", "<C-u>", "99999j", "o" };
    desk.many = 1000000;
    begin_reader(50, 80);
    type(&desk, "\\0<Enter>");
    assert_shows(&desk, "100000 篇 ");
    struct dice dice = { 91 };
    for (int i = 0; i < 100; i++) {
        size_t before = desk.asked[EFFECT_ENTRIES];
        type(&desk, keys[roll_below(&dice, 8 + (i % 16 == 0))]);
        assert_true(desk.asked[EFFECT_ENTRIES] <= before + 5);
        assert_false(str_has(look(&desk), STR(" …\n")));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        AT_DESK(found_as_one_types),
        AT_DESK(a_concordance),
        AT_DESK(more_than_are_shown),
        AT_DESK(through_the_reports),
        AT_DESK(back_into_a_report),
        AT_DESK(beside_the_report),
        AT_DESK(esc_brings_back_what_was),
        AT_DESK(the_last_question),
        AT_DESK(questions_of_earlier_sessions),
        AT_DESK(a_bad_question_changes_nothing),
        AT_DESK(old_findings_are_dropped),
        AT_DESK(findings_stream_in),
        AT_DESK(nothing_moves_when_more_comes),
        AT_DESK(esc_waits_for_all),
        AT_DESK(passages_come_later),
        AT_DESK(late_passages_of_another_question),
        AT_DESK(words_that_letters_spell),
        AT_DESK(a_million),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
