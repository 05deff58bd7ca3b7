/* Tests of the list pane: orders, congresses folded and not, narrowing, signs; with six reports and with a million. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "random.h"
#include "ui/desk.h"
#include "ui/tree.h"

static void begin_many(size_t many, int rows, int cols)
{
    desk.many = many;
    desk.signs = calloc(many + 1, 1);
    assert_non_null(desk.signs);
    begin_reader(rows, cols);
}

/* The text of one row of the screen. */
static struct str row_text(int row)
{
    struct str text = look(&desk);
    for (; row > 0; row--)
        text = str_sub(text, str_find(text, STR("\n"), 0) + 1, text.n);
    return str_sub(text, 0, str_find(text, STR("\n"), 0));
}

/* The row that the cursor is on. */
static struct str selected(void)
{
    look(&desk);
    return row_text(desk.grid.cursor_row);
}

#define assert_selected(text) \
    do { \
        if (!str_has(selected(), str_of(text))) \
            fail_msg("the cursor is not on '%s' but on\n%.*s", text, (int)selected().n, selected().p); \
    } while (0)

static void congresses_open_and_close(void **state)
{
    (void)state;
    begin_many(9, 20, 60); /* three of three */
    assert_shows(&desk, "1/9 篇 · 3 次大会");
    assert_true(str_starts(row_text(1), STR("-")));
    assert_shows(&desk, "3篇");
    type(&desk, "h"); /* closes it */
    assert_true(str_starts(selected(), STR("+")));
    assert_false(shows(&desk, "第1号"));
    type(&desk, "j");
    assert_true(str_starts(selected(), STR("-")));
    assert_shows(&desk, "4/9 篇");
    type(&desk, "jjh"); /* from a report to its congress */
    assert_true(str_starts(selected(), STR("-")));
    type(&desk, "k<Enter>"); /* opens it, the cursor stays */
    assert_true(str_starts(selected(), STR("-")));
    type(&desk, "l"); /* and into it */
    assert_selected("…第0号");
    type(&desk, "l");
    assert_shows(&desk, "第1篇的第1段");
}

static void out_of_all(void **state)
{
    (void)state;
    begin_many(6, 20, 60);
    type(&desk, "jhh");
    assert_int_equal(desk.effect.kind, EFFECT_NONE);
    type(&desk, "h");
    assert_int_equal(desk.effect.kind, EFFECT_QUIT);
}

static void three_forms(void **state)
{
    (void)state;
    begin_many(30, 40, 60);
    type(&desk, "jjj");
    assert_selected("…第2号");
    type(&desk, "z");
    assert_shows(&desk, "收起");
    assert_true(str_starts(selected(), STR("+")));
    assert_int_equal(desk.grid.cursor_row, 1);
    assert_true(row_text(11).n == 0 && row_text(10).n > 0);
    type(&desk, "z");
    assert_selected("第0号");
    assert_shows(&desk, "只列报告");
    assert_shows(&desk, "〃");
    assert_true(row_text(31).n == 0 && row_text(30).n > 0);
    type(&desk, "jjjjz");
    assert_selected("…第4号");
    assert_shows(&desk, "展开");
    assert_true(row_text(41).n == 0);
}

static void the_next_article_opens_its_congress(void **state)
{
    (void)state;
    begin_many(9, 20, 60);
    type(&desk, "zz"); /* all folded */
    type(&desk, "z");
    type(&desk, "z");
    assert_true(str_starts(selected(), STR("+")));
    type(&desk, "J");
    assert_selected("…第1号");
    type(&desk, "5J");
    assert_selected("…第6号");
    assert_true(str_starts(row_text(5), STR("+"))); /* the one between stays closed */
    type(&desk, "99J");
    assert_selected("…第8号");
    type(&desk, "J");
    assert_shows(&desk, "已是最后一篇");
}

static void narrowed_as_one_types(void **state)
{
    (void)state;
    begin_many(300, 20, 60);
    type(&desk, "zz50j");
    assert_selected("第50号");
    type(&desk, "&5");
    assert_shows(&desk, "30/300 篇");
    type(&desk, "0");
    assert_shows(&desk, "3/300 篇");
    assert_shows(&desk, "第150号");
    type(&desk, "<Enter>");
    assert_selected("第50号");
    assert_shows(&desk, "&50  1/3 篇 (共 300)");
    type(&desk, "G&<Esc>"); /* what was there before comes back */
    assert_selected("第250号");
    assert_shows(&desk, "3/3 篇");
    type(&desk, "&<C-u><Enter>");
    assert_selected("第250号");
    assert_shows(&desk, "251/300 篇");
    type(&desk, "&50<Enter><Esc>");
    assert_selected("第250号");
    assert_shows(&desk, "251/300 篇");
    type(&desk, "&777777<Enter>");
    assert_shows(&desk, "没有符合的报告");
    type(&desk, "jkGghlJKzo*}{");
    look(&desk);
    type(&desk, "<Esc>");
    assert_shows(&desk, "/300 篇");
}

static void a_bad_query_changes_nothing(void **state)
{
    (void)state;
    begin_many(300, 20, 60);
    type(&desk, "&5");
    assert_shows(&desk, "30/300 篇");
    type(&desk, "\"");
    assert_shows(&desk, "unclosed quote at column 1 of the query");
    assert_shows(&desk, "30/300 篇");
    type(&desk, "<BS>");
    assert_false(shows(&desk, "unclosed"));
    type(&desk, "\"<Enter>");
    assert_shows(&desk, "unclosed quote");
    type(&desk, "k");
    assert_shows(&desk, "&5  1/30 篇");
}

static void old_listings_are_dropped(void **state)
{
    (void)state;
    begin_many(300, 20, 60);
    desk.waits_all = true;
    type(&desk, "&50");
    assert_int_equal(desk.n_waiting, 2);
    give(&desk, &desk.waiting[0]);
    assert_shows(&desk, "300/300 篇");
    give(&desk, &desk.waiting[1]);
    assert_shows(&desk, "3/300 篇");
    give(&desk, &desk.waiting[0]);
    assert_shows(&desk, "3/300 篇");
}

static void the_list_grows(void **state)
{
    (void)state;
    desk.waits_all = true;
    begin_many(30, 10, 60);
    struct effect order = desk.waiting[0];
    assert_int_equal(order.kind, EFFECT_ORDER);
    assert_shows(&desk, "正在读取");
    type(&desk, "jkGgl/&<Esc>z*");
    desk.waits_all = false;
    order = desk.waiting[desk.n_waiting - 1]; /* Esc asked anew */
    give(&desk, &order);
    type(&desk, "zz20j");
    struct str row = arena_str(&desk.arena, selected());
    desk.many = 3000;
    free(desk.signs);
    desk.signs = calloc(desk.many, 1);
    give(&desk, &order); /* the same question is answered again */
    assert_shows(&desk, "/3000 篇 · 1000 次大会");
    assert_true(str_eq(selected(), row));
}

static void signs(void **state)
{
    (void)state;
    begin_many(9, 24, 70);
    type(&desk, "zzj*");
    assert_int_equal(desk.signs[1], SIGN_STAR);
    assert_true(str_starts(selected(), STR(" *")));
    type(&desk, "<Enter>q");
    assert_true(str_starts(selected(), STR(" *"))); /* to look at the top of it is not to read */
    type(&desk, "<Enter>jq");
    assert_int_equal(desk.signs[1], SIGN_STAR | SIGN_BEGUN);
    assert_true(str_starts(selected(), STR("○*")));
    assert_false(shows(&desk, "已读"));
    type(&desk, "<Enter>Ggq*");
    assert_int_equal(desk.signs[1], SIGN_READ);
    assert_true(str_starts(selected(), STR("√ ")));
    assert_shows(&desk, "已读 1");
    type(&desk, "oz");
    assert_shows(&desk, "√");
}

/* A report beside the list is in sight but not read. */
static void to_pass_by_is_not_to_read(void **state)
{
    (void)state;
    begin_many(9, 200, 200);
    type(&desk, "jjjj");
    for (size_t i = 0; i < 9; i++)
        assert_int_equal(desk.signs[i], 0);
}

static void jumps(void **state)
{
    (void)state;
    begin_many(900, 20, 60);
    type(&desk, "}");
    assert_true(str_starts(selected(), STR("-")));
    assert_shows(&desk, "31/900 篇");
    type(&desk, "}{");
    assert_shows(&desk, "31/900 篇");
    type(&desk, "{{");
    assert_shows(&desk, "没有了");
}

/* Whatever the number of reports, a key asks for no more than what is about the screen. */
static void a_million(void **state)
{
    (void)state;
    static const char *const keys[] = { "j", "k", "<PgDn>", "G", "g", "50%", "<C-u>", "99999j", "J", "K", "*", "}", "h", "l", "z", "o" };
    begin_many(1000000, 50, 80);
    assert_shows(&desk, "1/1000000 篇 · 333334 次大会");
    struct dice dice = { 91 };
    for (int i = 0; i < 300; i++) {
        const char *key = keys[roll_below(&dice, sizeof keys / sizeof *keys - (i % 16 ? 4 : 0))];
        size_t before = desk.asked[EFFECT_ENTRIES];
        desk.effect = (struct effect){ .kind = EFFECT_NONE };
        type(&desk, key);
        assert_true(desk.asked[EFFECT_ENTRIES] <= before + 5); /* one a key typed */
        assert_false(str_has(look(&desk), STR(" …\n")));      /* all in sight is known */
        if (i % 50 == 0)
            type(&desk, "<Enter>q");
    }
}

static void the_library_is_being_made(void **state)
{
    (void)state;
    begin_many(9, 20, 80);
    struct progress progress = { 300, 1000, 70 };
    feed(&desk, (struct event){ .kind = EVENT_PROGRESS, .progress = &progress });
    assert_shows(&desk, "正在读取 300/1000, 每秒 70, 还需 10 秒");
    type(&desk, "j");
    assert_shows(&desk, "1/9 篇");
    progress.done = 1000;
    feed(&desk, (struct event){ .kind = EVENT_PROGRESS, .progress = &progress });
    assert_false(shows(&desk, "正在读取"));
}

static void a_report_that_is_gone(void **state)
{
    (void)state;
    begin_many(9, 20, 60);
    struct entry gone[9] = { { .number = 0 } };
    for (uint32_t i = 0; i < 9; i++)
        gone[i].number = i;
    struct entries entries = { .v = gone, .n = 9 };
    desk.waits_all = true;
    clear_desk(NULL);
    desk.waits_all = true;
    begin_many(9, 20, 60);
    give(&desk, &desk.waiting[0]);
    assert_int_equal(desk.waiting[1].kind, EFFECT_ENTRIES);
    assert_shows(&desk, "…"); /* while it is not known */
    feed(&desk, (struct event){ .kind = EVENT_ENTRIES, .number = desk.waiting[1].number, .entries = &entries });
    assert_shows(&desk, "(已不在)");
    assert_int_equal(desk.n_waiting, 2); /* nobody asks again */
}

/* The first ones of a narrowed list are told of before the rest: the cursor stays where it is. */
static void narrowed_in_two_steps(void **state)
{
    (void)state;
    begin_with(9, 24, 80);
    desk.waits_all = true;
    type(&desk, "&会");
    struct effect order = desk.waiting[0];
    desk.waits_all = false;
    assert_int_equal(order.kind, EFFECT_ORDER);
    uint32_t numbers[] = { 2 | LISTED_FIRST, 4 | LISTED_FIRST, 6 | LISTED_FIRST, 8 | LISTED_FIRST };
    struct listing listing = { .v = numbers, .n = 2, .total = 9, .more = true };
    feed(&desk, (struct event){ .kind = EVENT_ORDER, .number = order.number, .listing = &listing });
    assert_shows(&desk, "2/9 篇…");
    type(&desk, "<Enter>j");
    assert_shows(&desk, "2/2 篇… (共 9)");
    listing = (struct listing){ .v = numbers, .n = 4, .total = 9 };
    feed(&desk, (struct event){ .kind = EVENT_ORDER, .number = order.number, .listing = &listing });
    assert_shows(&desk, "2/4 篇 (共 9)");
}

/* The rows of a tree against a listing read the slow way. */
static void rows_of_trees(void **state)
{
    (void)state;
    struct dice dice = { 97 };
    for (int round = 0; round < 300; round++) {
        struct tree tree = { .flat = roll_below(&dice, 3) == 0 };
        uint32_t v[50];
        size_t n = roll_below(&dice, 50);
        for (size_t i = 0; i < n; i++)
            v[i] = (uint32_t)i | (i == 0 || roll_below(&dice, 2) ? LISTED_FIRST : 0);
        struct listing listing = { .v = v, .n = n, .total = n };
        tree_make(&tree, &listing);
        for (size_t i = 0; i < 5 && n; i++)
            tree_fold(&tree, roll_below(&dice, n), roll_below(&dice, 2));
        tree_make(&tree, &listing);
        size_t seen = 0;
        for (size_t row = 0; row < tree.n; row++) {
            struct tree_row this = tree_row(&tree, row);
            if (this.is_congress)
                assert_true(!tree.flat && this.n > 1 && this.position == tree_first(&tree, this.position));
            else
                assert_int_equal(tree_find(&tree, this.position), row);
            seen += !this.is_congress || this.folded ? this.n : 0;
        }
        assert_int_equal(seen, n); /* each once */
        for (size_t i = 0; i < n; i++) {
            struct tree_row at = tree_row(&tree, tree_find(&tree, i));
            assert_true(at.position == i || (at.folded && at.position == tree_first(&tree, i)));
        }
        tree_finish(&tree);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        AT_DESK(congresses_open_and_close),
        AT_DESK(out_of_all),
        AT_DESK(three_forms),
        AT_DESK(the_next_article_opens_its_congress),
        AT_DESK(narrowed_as_one_types),
        AT_DESK(a_bad_query_changes_nothing),
        AT_DESK(old_listings_are_dropped),
        AT_DESK(the_list_grows),
        AT_DESK(signs),
        AT_DESK(to_pass_by_is_not_to_read),
        AT_DESK(jumps),
        AT_DESK(a_million),
        AT_DESK(the_library_is_being_made),
        AT_DESK(a_report_that_is_gone),
        AT_DESK(narrowed_in_two_steps),
        cmocka_unit_test(rows_of_trees),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
