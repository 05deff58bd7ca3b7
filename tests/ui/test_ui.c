/* Tests of ui: the reader fed with keys, sizes and answers, and looked at through its screen alone. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "random.h"
#include "ui/desk.h"
#include "ui/keys.h"
#include "ui/prompt.h"
#include "ui/rows.h"

static const char *const none[] = { NULL };

static void the_list(void **state)
{
    (void)state;
    begin_with(12, 10, 60);
    assert_shows(&desk, "1/12 篇 · 12 次大会");
    assert_int_equal(desk.grid.cursor_row, 1);
    type(&desk, "5j");
    assert_shows(&desk, "6/12 篇");
    type(&desk, "2k");
    assert_shows(&desk, "4/12 篇");
    type(&desk, "G");
    assert_shows(&desk, "12/12 篇");
    type(&desk, "999999999999j");
    assert_shows(&desk, "12/12 篇");
    type(&desk, "50%");
    assert_shows(&desk, "7/12 篇");
    type(&desk, "100%");
    assert_shows(&desk, "12/12 篇");
    type(&desk, "%");
    assert_shows(&desk, "1/12 篇");
    type(&desk, "G3<C-l>k"); /* the number was for the key behind it */
    assert_shows(&desk, "11/12 篇");
    type(&desk, "g<PgDn>");
    assert_shows(&desk, "9/12 篇");
    type(&desk, "2<PgUp>");
    assert_shows(&desk, "1/12 篇");
}

static void reading_by_numbers(void **state)
{
    (void)state;
    begin_with(3, 12, 60);
    type(&desk, "<Enter>");
    assert_shows(&desk, "某市第1次代表大会开幕");
    struct str start = kept();
    type(&desk, "10j");
    assert_false(str_eq(look(&desk), start));
    type(&desk, "4k6k");
    assert_true(str_eq(look(&desk), start));
    type(&desk, "100%");
    struct str end = kept();
    assert_true(str_has(end, STR(" 100%")));
    int blank = 0;
    for (int row = 0; row < desk.rows - 1; row++) /* a screen full, not the last line alone */
        blank += grid_cell(&desk.grid, row, 5)->len == 1 && grid_cell(&desk.grid, row, 5)->text[0] == ' ';
    assert_true(blank <= 2); /* around the credits */
    type(&desk, "gG");
    assert_true(str_eq(look(&desk), end));
    type(&desk, "%");
    assert_true(str_eq(look(&desk), start));
    type(&desk, "50%");
    assert_false(str_eq(look(&desk), start) || str_eq(look(&desk), end));
    type(&desk, "999999999j");
    assert_true(str_eq(look(&desk), end));
    type(&desk, "999999999<PgUp>");
    assert_true(str_eq(look(&desk), start));
}

static void a_report_is_left_and_found_again(void **state)
{
    (void)state;
    begin_with(3, 12, 60);
    type(&desk, "<Enter>12j");
    struct str there = kept();
    type(&desk, "J");
    assert_shows(&desk, "2/3");
    type(&desk, "K");
    assert_true(str_eq(look(&desk), there));
    type(&desk, "qjj<Enter>qgl");
    assert_true(str_eq(look(&desk), there));
    type(&desk, "KK");
    assert_shows(&desk, "已是第一篇");
    type(&desk, "9J");
    assert_shows(&desk, "3/3");
}

static void ways_out(void **state)
{
    (void)state;
    static const struct {
        const char *keys;
        enum effect_kind effect;
    } ways[] = {
        { "Q", EFFECT_QUIT },    { "ZZ", EFFECT_QUIT },     { "q", EFFECT_QUIT },        { "h", EFFECT_QUIT },   { "<Left>", EFFECT_QUIT },
        { "Zj", EFFECT_NONE },   { "<Enter>q", EFFECT_NONE }, { "qq", EFFECT_QUIT },  { "<Enter>Q", EFFECT_QUIT },
        { "q", EFFECT_NONE },    { "<Enter>tq", EFFECT_NONE }, { "qqq", EFFECT_QUIT },
        { "<C-z>", EFFECT_SUSPEND }, { "<C-l>", EFFECT_REDRAW },
        { "x", EFFECT_NONE },    { "]x", EFFECT_NONE },     { "会", EFFECT_NONE },       { "<F1>", EFFECT_NONE }, { "q", EFFECT_NONE },
        { "q", EFFECT_QUIT },
    };
    begin_with(3, 12, 60);
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        type(&desk, ways[i].keys);
        if (desk.effect.kind != ways[i].effect)
            fail_msg("%zu: %s: effect %d", i, ways[i].keys, (int)desk.effect.kind);
    }
    type(&desk, "<Enter>");
    look(&desk);
}

static void a_single_report_opens_at_once(void **state)
{
    (void)state;
    begin_with(1, 12, 60);
    assert_shows(&desk, "第1篇的第1段");
    struct str there = kept();
    type(&desk, "<F1>");
    assert_shows(&desk, "上一页");
    type(&desk, "q");
    assert_true(str_eq(look(&desk), there)); /* back to where one was */
    type(&desk, "q");
    assert_int_equal(desk.effect.kind, EFFECT_QUIT);
}

static void nothing_to_read(void **state)
{
    (void)state;
    static const char *const scripts[] = { "j", "G", "<Enter>", "<Tab>", "/", "?", "q", "t", "n", "]]",
                                           "J", "o", "O", "50%", "u", "<Esc>" };
    for (int cols = 20; cols <= 120; cols += 100) {
        begin_with(0, 12, cols);
        assert_shows(&desk, "没有报告可读");
        for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
            for (size_t k = 0; k < sizeof scripts / sizeof *scripts; k++) {
                type(&desk, scripts[i]);
                type(&desk, scripts[k]);
                look(&desk);
            }
        clear_desk(NULL);
    }
}

/* Searching. */

static void found_as_one_types(void **state)
{
    (void)state;
    begin_with(3, 12, 60);
    type(&desk, "<Enter>5j");
    struct str before = kept();
    type(&desk, "/第1篇的");
    assert_shows(&desk, "1/30");
    type(&desk, "第20段");
    assert_shows(&desk, "第1篇的第20段");
    assert_shows(&desk, "1/1");
    int hits = 0;
    look(&desk);
    for (int row = 0; row < desk.rows; row++)
        for (int col = 0; col < desk.cols; col++)
            hits += grid_cell(&desk.grid, row, col)->style == STYLE_HERE;
    assert_int_equal(hits, 13); /* the cells of 第1篇的第20段 */
    type(&desk, "<BS><BS><BS><BS>"); /* what is taken back, counts no more */
    assert_shows(&desk, "1/30");
    type(&desk, "<Esc>");
    assert_true(str_eq(look(&desk), before));
    type(&desk, "n");
    assert_shows(&desk, "还没有查找");
}

static void from_hit_to_hit(void **state)
{
    (void)state;
    begin_with(1, 12, 60);
    type(&desk, "/第1篇<Enter>");
    assert_shows(&desk, "第1篇 1/30 处");
    type(&desk, "3n");
    assert_shows(&desk, "第1篇 4/30 处");
    type(&desk, "2N");
    assert_shows(&desk, "第1篇 2/30 处");
    type(&desk, "99n");
    assert_shows(&desk, "第1篇 30/30 处");
    type(&desk, "n");
    assert_shows(&desk, "已是最后一处");
    type(&desk, "?第1篇<Enter>"); /* upward from the top of the pane */
    type(&desk, "n");
    assert_shows(&desk, "处");
    type(&desk, "<Esc>");
    assert_shows(&desk, "开幕");
    type(&desk, "/没有此语<Enter>");
    assert_shows(&desk, "没有找到: 没有此语");
    type(&desk, "G/第1段<Enter>");
    assert_shows(&desk, "后面没有, 前面有 1 处");
    type(&desk, "N");
    assert_shows(&desk, "1/1 处");
    assert_shows(&desk, "第1篇的第1段");
}

static void hits_across_the_end_of_a_line(void **state)
{
    (void)state;
    begin_with(1, 20, 30);
    type(&desk, "/一致表示<Enter>");
    for (int i = 0; i < 60; i++) {
        int cells = 0;
        look(&desk);
        for (int row = 0; row < desk.rows - 1; row++)
            for (int col = 0; col < desk.cols; col++)
                cells += grid_cell(&desk.grid, row, col)->style == STYLE_HERE;
        assert_int_equal(cells, 8);
        type(&desk, "n");
    }
}

static void esc_leads_back_at_every_width(void **state)
{
    (void)state;
    begin_with(1, 15, 70);
    type(&desk, "17j");
    struct str before = kept();
    type(&desk, "/第30段");
    resize(&desk, 8, 20);
    type(&desk, "x<BS><Esc>");
    look(&desk);
    resize(&desk, 15, 70);
    assert_true(str_eq(look(&desk), before));
}

/* Sizes. */

static void the_top_stays_when_the_size_changes(void **state)
{
    (void)state;
    struct dice dice = { 73 };
    for (int round = 0; round < 60; round++) {
        int rows = 4 + (int)roll_below(&dice, 40), cols = 12 + (int)roll_below(&dice, 140);
        begin_with(2, rows, cols);
        type(&desk, "<Enter>");
        char move[16];
        snprintf(move, sizeof move, "%zuj", 1 + roll_below(&dice, 60));
        type(&desk, move);
        struct str before = kept();
        for (int i = 0; i < 5; i++) {
            resize(&desk, 1 + (int)roll_below(&dice, 60), 1 + (int)roll_below(&dice, 200));
            look(&desk);
        }
        resize(&desk, rows, cols);
        assert_true(str_eq(look(&desk), before));
        clear_desk(NULL);
    }
}

static void a_screen_too_small_from_the_start(void **state)
{
    (void)state;
    begin_with(1, 1, 1);
    assert_shows(&desk, "\n");
    type(&desk, "jkGg50%]][[tqn/x<Enter><Esc>u");
    look(&desk);
    resize(&desk, 2, 1000);
    assert_shows(&desk, "太小");
    resize(&desk, 12, 60);
    type(&desk, "<Esc>g");
    look(&desk);
}

static void one_pane_or_both(void **state)
{
    (void)state;
    begin_with(3, 20, 120);
    assert_shows(&desk, "│");
    assert_shows(&desk, "第1篇的第1段"); /* shown beside the list at once */
    type(&desk, "j");
    assert_shows(&desk, "第2篇的第1段");
    type(&desk, "O");
    assert_false(shows(&desk, "│"));
    type(&desk, "O<Tab>");
    assert_shows(&desk, "│");
    resize(&desk, 20, 89);
    assert_false(shows(&desk, "│"));
    resize(&desk, 20, 90);
    assert_shows(&desk, "│");
}

/* Questions and answers. */

static void old_answers_are_dropped(void **state)
{
    (void)state;
    begin_with(4, 20, 120);
    desk.waits = true;
    type(&desk, "j");
    struct effect second = desk.effect;
    type(&desk, "j");
    struct effect third = desk.effect;
    assert_int_equal(second.kind, EFFECT_OPEN);
    assert_int_equal(third.kind, EFFECT_OPEN);
    assert_true(third.number > second.number);
    give(&desk, &second);
    assert_false(shows(&desk, "第2篇的第1段"));
    give(&desk, &third);
    assert_shows(&desk, "第3篇的第1段");
    give(&desk, &second);
    assert_shows(&desk, "第3篇的第1段");
}

static void an_answer_passed_by_is_dropped(void **state)
{
    (void)state;
    begin_with(4, 20, 120);
    desk.waits = true;
    type(&desk, "j");
    struct effect second = desk.effect;
    type(&desk, "k");
    assert_int_equal(desk.effect.kind, EFFECT_NONE);
    give(&desk, &second);
    assert_shows(&desk, "第1篇的第1段");
    type(&desk, "j"); /* and asked for again when wanted again */
    assert_int_equal(desk.effect.kind, EFFECT_OPEN);
    resize(&desk, 21, 120); /* asked for once is enough */
    assert_int_equal(desk.effect.kind, EFFECT_NONE);
}

static void an_answer_while_one_types_a_search(void **state)
{
    (void)state;
    begin_with(2, 20, 60);
    type(&desk, "<Enter>20jqj");
    desk.waits = true;
    feed(&desk, (struct event){ .kind = EVENT_KEY, .key = '/' });
    struct effect open = desk.effect;
    assert_int_equal(open.kind, EFFECT_OPEN);
    type(&desk, "第2篇");
    give(&desk, &open);
    assert_shows(&desk, "1/30");
    assert_shows(&desk, "第2篇的第1段");
    type(&desk, "<Esc><Enter>");
    desk.waits = false;
    type(&desk, "<Enter>");
    assert_shows(&desk, "某市第2次代表大会开幕");
}

static void a_report_that_cannot_be_had(void **state)
{
    (void)state;
    begin_with(2, 20, 60);
    desk.waits = true;
    type(&desk, "<Enter>");
    struct event event = { .kind = EVENT_ANSWER, .number = desk.effect.number, .message = STR("cannot open '甲.txt': Permission denied") };
    feed(&desk, event);
    assert_shows(&desk, "cannot open '甲.txt': Permission denied");
    type(&desk, "jG]]nt/x<Enter>u");
    look(&desk);
    type(&desk, "<Esc>t");
    event.number = desk.effect.number;
    feed(&desk, event);
    look(&desk);
}

static void the_first_message(void **state)
{
    (void)state;
    begin_with(1, 20, 60);
    ui_destroy(desk.ui);
    desk.ui = ui_create(STR("跳过 2 个文件"));
    resize(&desk, 20, 60);
    assert_shows(&desk, "跳过 2 个文件");
    type(&desk, "j");
    assert_false(shows(&desk, "跳过 2 个文件"));
}

/* What is too long for a message is cut behind a character, not left out. */
static void long_messages(void **state)
{
    (void)state;
    begin_with(1, 20, 200);
    for (size_t n = 150; n < 200; n++) {
        struct buf buf = buf_make(&desk.arena, 4000);
        for (size_t i = 0; i < n; i++)
            buf_add_cstr(&buf, i < n % 7 ? "a" : "会");
        ui_destroy(desk.ui);
        desk.ui = ui_create(buf_str(&buf));
        resize(&desk, 20, 200);
        assert_shows(&desk, "会会会会会");
        assert_false(shows(&desk, "\uFFFD"));
    }
    for (int i = 0; i < 400; i++)
        type(&desk, i ? "会" : "/");
    type(&desk, "<Enter>");
    assert_shows(&desk, "没有找到: 会会会");
}

/* Sections, source, orders. */

static void sections(void **state)
{
    (void)state;
    begin_with(1, 12, 60);
    type(&desk, "]]");
    assert_shows(&desk, "第1节");
    type(&desk, "2]]");
    assert_shows(&desk, "第3节");
    type(&desk, "[[");
    assert_shows(&desk, "第2节");
    type(&desk, "99]]]]");
    assert_shows(&desk, "已是最后一节");
    type(&desk, "99[[[[");
    assert_shows(&desk, "已是第一节");
}

static void the_outline(void **state)
{
    (void)state;
    begin_with(2, 12, 60);
    type(&desk, "<Enter>t");
    assert_true(str_starts(look(&desk), STR(" 目录")));
    assert_int_equal(desk.grid.cursor_row, 1);
    type(&desk, "jj<Enter>");
    assert_shows(&desk, "第3节");
    type(&desk, "t");
    look(&desk);
    assert_int_equal(desk.grid.cursor_row, 3); /* on the section one is in */
    type(&desk, "q");
    assert_false(str_starts(look(&desk), STR(" 目录")));
    type(&desk, "gt[["); /* before the first section the cursor is on it, not on the last */
    look(&desk);
    assert_int_equal(desk.grid.cursor_row, 1);
}

/* The column of the first sign of the present section on the screen, and its row; -1 where there is none. */
static int present_row(int col)
{
    look(&desk);
    for (int row = 1; row < desk.rows - 1; row++)
        if (memcmp(grid_cell(&desk.grid, row, col)->text, ">", 1) == 0)
            return row;
    return -1;
}

static void the_outline_follows(void **state)
{
    (void)state;
    begin_with(2, 12, 100);
    type(&desk, "<Enter>t<Tab>");
    assert_int_equal(present_row(0), -1); /* before the first section */
    type(&desk, "]]");
    assert_int_equal(present_row(0), 1);
    size_t steps = 0;
    for (int row = 1; row < 4; row++) /* plain scrolling, line by line */
        for (; present_row(0) == row && steps < 500; steps++)
            type(&desk, "j");
    assert_int_equal(present_row(0), 4);
    assert_int_equal(grid_cell(&desk.grid, 4, 5)->style, STYLE_CURRENT);
    type(&desk, "<Tab>kk"); /* its own cursor goes, the mark stays */
    assert_int_equal(present_row(0), 4);
    assert_int_equal(desk.grid.cursor_row, 2);
    type(&desk, "<Tab>");
    look(&desk);
    assert_int_equal(grid_cell(&desk.grid, 4, 5)->style, STYLE_CURRENT);
    type(&desk, "<Tab>kk<Enter>");
    assert_int_equal(present_row(0), 2);
    type(&desk, "J");
    assert_int_equal(present_row(0), -1);
}

/* Beside the text too where that has the screen for itself. */
static void the_outline_and_one_pane(void **state)
{
    (void)state;
    begin_with(2, 12, 100);
    type(&desk, "<Enter>Ot");
    assert_true(str_starts(look(&desk), STR(" 目录")));
    assert_shows(&desk, "第1篇的第1段");
    type(&desk, "t");
    assert_false(shows(&desk, "│"));
}

static void the_outline_apart(void **state)
{
    (void)state;
    begin_with(3, 12, 150);
    type(&desk, "<Enter>t");
    assert_shows(&desk, "│ 目录");
    assert_shows(&desk, "日期");
    int outline = desk.grid.cursor_col;
    assert_true(outline > 100);
    type(&desk, "<Tab>");
    look(&desk);
    assert_int_equal(desk.grid.cursor_col, 0);
    type(&desk, "j<Tab>"); /* the report below, and its sections */
    assert_shows(&desk, "第2篇的第1段");
    look(&desk);
    assert_in_range(desk.grid.cursor_col, 1, outline - 1);
    type(&desk, "]]");
    assert_int_equal(present_row(outline), 1);
    type(&desk, "<Tab>jj<Enter>");
    assert_int_equal(present_row(outline), 3);
    type(&desk, "q"); /* the list, and the outline stays */
    assert_shows(&desk, "│ 目录");
    resize(&desk, 12, 100);
    assert_false(shows(&desk, "目录"));
    resize(&desk, 12, 150);
    type(&desk, "tq");
    assert_false(shows(&desk, "│ 目录"));
}

static void the_outline_from_the_list(void **state)
{
    (void)state;
    begin_with(3, 12, 60);
    type(&desk, "<Enter>qjt"); /* of the report under the cursor, not of the one that was read */
    type(&desk, "<Enter>");
    assert_shows(&desk, "第2篇的");
}

/* Keys of the report show it first, where the list alone is in sight. */
static void the_next_hit_from_the_list(void **state)
{
    (void)state;
    begin_with(3, 12, 60);
    type(&desk, "<Enter>/第<Enter>q");
    struct str list = arena_str(&desk.arena, look(&desk));
    type(&desk, "n");
    assert_false(str_eq(look(&desk), list));
}

static void a_report_without_sections(void **state)
{
    (void)state;
    begin_with(2, 12, 60);
    struct article *bare = report_make(&desk.arena, "无节", none);
    desk.articles[1] = bare;
    ui_destroy(desk.ui);
    begin_reader(12, 60);
    type(&desk, "<Enter>tJ");
    assert_shows(&desk, "本篇没有小节");
    assert_false(str_starts(look(&desk), STR(" 目录")));
    type(&desk, "t]][[");
    look(&desk);
    resize(&desk, 12, 150);
    type(&desk, "KtJ");
    assert_shows(&desk, "│ 本篇没有小节"); /* where the outline has its room it stays */
    type(&desk, "<Enter>K");
    assert_shows(&desk, "第2节");
}

static void the_source_and_back(void **state)
{
    (void)state;
    begin_with(2, 12, 60);
    type(&desk, "<Enter>9j");
    struct str before = kept();
    type(&desk, "u");
    assert_shows(&desk, "原始的第一行");
    type(&desk, "u");
    assert_true(str_eq(look(&desk), before));
}

static void orders_keep_the_selected_report(void **state)
{
    (void)state;
    begin_with(9, 8, 80);
    type(&desk, "4j");
    for (int i = 0; i < 25; i++) {
        type(&desk, "o");
        look(&desk);
        bool found = false;
        for (int row = 1; row < desk.rows - 1; row++) {
            if (grid_cell(&desk.grid, row, 0)->style != STYLE_SELECTED)
                continue;
            struct buf text = buf_make(&desk.screen_arena, 4000);
            for (int col = 0; col < desk.cols; col++)
                buf_add_bytes(&text, grid_cell(&desk.grid, row, col)->text, grid_cell(&desk.grid, row, col)->len);
            assert_false(found);
            found = true;
            assert_true(str_has(buf_str(&text), STR("某市第5次")));
        }
        assert_true(found);
    }
}

/* Anything at all. */

static uint32_t any_key(struct dice *dice)
{
    static const uint32_t known[] = {
        'j', 'k', 'g', 'G', ' ', 'f', 'b', '%', 'l', 'h', 'O', 'J', 'K', '/', '?', 'n', 'N', ']', ']', '[', '[', 't', 't', 'u', 'o', 's', 's', 'v', 'v', ')', '(',
        '0', '1', '2', '9', 'q', 'z', '&', '{', '}', '*', '\\', '\\', 'a', 'b', '"', K_ENTER, K_ENTER, K_TAB, K_TAB, K_ESC, K_ESC, K_UP, K_DOWN, K_LEFT, K_RIGHT, K_PAGE_UP, K_PAGE_DOWN,
        K_HOME, K_END, K_BACKSPACE, K_DELETE, K_BACKTAB, K_F1, K_UNKNOWN, K_CTRL('D'), K_CTRL('U'), K_CTRL('E'), K_CTRL('Y'), K_CTRL('W'),
        K_CTRL('K'), K_CTRL('A'), K_CTRL('L'), K_CTRL('Z'), U'会', U'第', U'一', 'Z', 'Q', 'm', 'm', '\'', '\'', 'M', 'd', 'y', 'p', 'P', ':', 'x', '*',
        K_CTRL('O'), K_CTRL('O'), K_CTRL('F'),
    };
    return roll_below(dice, 20) ? known[roll_below(dice, sizeof known / sizeof *known)] : roll_code_point(dice);
}

/* A report of random text with sections anywhere, as the reader may meet it. */
static const struct article *wild(struct arena *arena, struct dice *dice)
{
    struct article *article = report_make(arena, "", none);
    article->title = roll_text(arena, dice, 40);
    article->source = roll_text(arena, dice, 40);
    article->n_paragraphs = 1 + roll_below(dice, 12);
    article->paragraphs = NEW_N(arena, struct str, article->n_paragraphs);
    article->outline = NEW_N(arena, struct heading, article->n_paragraphs);
    for (size_t i = 0; i < article->n_paragraphs; i++) {
        struct str text = article->paragraphs[i] = roll_text(arena, dice, 200);
        size_t from = utf8_offset(text, roll_below(dice, 20)), to = from + utf8_offset(str_sub(text, from, text.n), roll_below(dice, 30));
        if (text.n && roll_below(dice, 2))
            article->outline[article->n_outline++] = (struct heading){ 1 + (int)roll_below(dice, 3), (enum heading_kind)roll_below(dice, 7),
                                                                       str_sub(text, from, to), i, from };
    }
    article_seal(article);
    return article;
}

static void begin_wild(struct dice *dice)
{
    begin_with(1 + roll_below(dice, 30), 24, 80);
    for (size_t i = 0; i < desk.n; i++)
        if (roll_below(dice, 2))
            desk.articles[i] = wild(&desk.arena, dice);
    ui_destroy(desk.ui);
    desk.waits_all = true;
    begin_reader(1 + (int)roll_below(dice, 60), 1 + (int)roll_below(dice, 200));
}

/* While the list has the keys, its status line says which row the cursor is on: one that there is. */
static void check_list_cursor(void)
{
    struct str text = look(&desk);
    size_t mark = str_find(text, STR(" 篇 · "), 0);
    if (mark == STR_NONE)
        return;
    size_t line = str_find_last(str_sub(text, 0, mark), STR("\n"));
    size_t cursor = 0, n = 0;
    char status[64] = "";
    memcpy(status, text.p + line + 1, mark - line - 1 < 60 ? mark - line - 1 : 60);
    if (sscanf(status, " %zu/%zu", &cursor, &n) == 2) {
        assert_true(n <= desk.n);
        assert_true(cursor <= n && (cursor > 0) == (n > 0));
    }
}

/* Answers one of the questions that wait, the oldest as a rule, or as a report that cannot be had. */
static void answer_any(struct dice *dice)
{
    if (desk.n_waiting == 0)
        return;
    size_t which = roll_below(dice, 3) ? 0 : roll_below(dice, desk.n_waiting);
    struct effect effect = desk.waiting[which];
    memmove(desk.waiting + which, desk.waiting + which + 1, (--desk.n_waiting - which) * sizeof effect);
    if (is_report(&effect) && roll_below(dice, 6) == 0)
        feed(&desk, (struct event){ .kind = EVENT_ANSWER, .number = effect.number, .message = STR("没有") });
    else if (effect.kind == EFFECT_JUMP && roll_below(dice, 2))
        feed(&desk, (struct event){ .kind = EVENT_JUMP, .number = effect.number, .position = roll_below(dice, 50), .message = STR("没有") });
    else
        give(&desk, &effect);
}

static void random_keys_and_sizes(void **state)
{
    (void)state;
    struct dice dice = { 79 };
    enum { EVENTS = 100000, EACH = 2000 };
    const char *wish = getenv("DAHUI_KEYS"); /* more of them */
    for (long i = 0, n = wish ? strtol(wish, NULL, 10) : EVENTS; i < n; i++) {
        if (i % EACH == 0) {
            clear_desk(NULL);
            begin_wild(&dice);
        }
        switch (roll_below(&dice, 30)) {
        case 0:
            resize(&desk, 1 + (int)roll_below(&dice, 60), 1 + (int)roll_below(&dice, 200));
            break;
        case 1:
            resize(&desk, 1 + (int)roll_below(&dice, 12), 1 + (int)roll_below(&dice, 30));
            break;
        case 2: case 3: case 4: case 5: case 6: case 7: case 8: case 9: /* at some time */
            answer_any(&dice);
            break;
        default:
            feed(&desk, (struct event){ .kind = EVENT_KEY, .key = any_key(&dice) });
        }
        if (i % 4 == 0 || desk.rows * desk.cols < 400)
            check_list_cursor();
    }
}

/* Lists and prompts by themselves. */

static void rows_stay_in_range(void **state)
{
    (void)state;
    struct dice dice = { 83 };
    for (int round = 0; round < 300; round++) {
        struct rows rows = { .n = roll_below(&dice, 50), .shown = 1 };
        for (int i = 0; i < 200; i++) {
            size_t count = roll_below(&dice, 4) ? roll_below(&dice, 5) : roll_below(&dice, 1000000000);
            if (roll_below(&dice, 5) == 0)
                rows_fit(&rows, roll_below(&dice, 20));
            else
                rows_move(&rows, (enum action)(ACT_DOWN + roll_below(&dice, ACT_PERCENT - ACT_DOWN + 1)), count);
            assert_true(rows.cursor < rows.n || (rows.n == 0 && rows.cursor == 0));
            assert_true(rows.top <= rows.cursor && rows.cursor < rows.top + rows.shown);
            assert_true(rows.top == 0 || rows.top + rows.shown <= rows.n); /* no room is left while there are rows */
        }
    }
    struct rows rows = { .n = 3, .shown = 2 };
    assert_false(rows_move(&rows, ACT_OPEN, 1));
}

static void assert_prompt(const char *script, const char *text, size_t cursor)
{
    struct prompt prompt = { .n = 0 };
    prompt_start(&prompt, STR("/"), STR(""));
    for (struct str rest = str_of(script); rest.n;) {
        uint32_t key;
        size_t taken = key_read(rest, &key);
        assert_true(taken > 0);
        prompt_key(&prompt, key);
        rest = str_sub(rest, taken, rest.n);
    }
    assert_true(str_eq(prompt_text(&prompt), str_of(text)));
    assert_int_equal(prompt.cursor, cursor);
}

static void a_prompt_is_edited(void **state)
{
    (void)state;
    assert_prompt("会议", "会议", 6);
    assert_prompt("会议<BS>", "会", 3);
    assert_prompt("会议<Left>大", "会大议", 6);
    assert_prompt("会议<Home>大<End>a", "大会议a", 10);
    assert_prompt("会议<Left><Left><Left><Del>", "议", 0);
    assert_prompt("会议<Del><Right>", "会议", 6);
    assert_prompt("abc 会议  <C-w>", "abc ", 4);
    assert_prompt("abc 会议<C-w><C-w>", "", 0);
    assert_prompt("会议<Left><C-u>", "议", 0);
    assert_prompt("会议<Left><C-k>", "会", 3);
    assert_prompt("会议<C-a>x<C-e>y", "x会议y", 8);
    assert_prompt("会议<C-b>大<C-f>x", "会大议x", 10);
    assert_prompt("abc 会议<C-w><C-a><C-y>", "会议abc ", 6);
    assert_prompt("会议<Home><C-d>", "议", 0);
    assert_prompt("ab<C-u><C-y><C-y>", "abab", 4);
    assert_prompt("a<Up><Down><PgUp><F1><Tab><C-g>b", "ab", 2);
}

static void a_prompt_is_left_or_done(void **state)
{
    (void)state;
    struct prompt prompt = { .n = 0 };
    prompt_start(&prompt, STR("/"), STR(""));
    assert_int_equal(prompt_key(&prompt, K_BACKSPACE), PROMPT_LEFT);
    assert_int_equal(prompt_key(&prompt, 'x'), PROMPT_CHANGED);
    assert_int_equal(prompt_key(&prompt, K_HOME), PROMPT_SAME);
    assert_int_equal(prompt_key(&prompt, K_BACKSPACE), PROMPT_CHANGED); /* nothing before the cursor, but text behind it */
    assert_int_equal(prompt.n, 1);
    assert_int_equal(prompt_key(&prompt, K_ESC), PROMPT_LEFT);
    assert_int_equal(prompt_key(&prompt, K_ENTER), PROMPT_DONE);
    for (int i = 0; i < 2 * PROMPT_MAX; i++)
        prompt_key(&prompt, U'会');
    assert_true(prompt.n <= PROMPT_MAX && prompt.n > PROMPT_MAX - 3);
    assert_int_equal(prompt_key(&prompt, U'会'), PROMPT_SAME);
}

static void a_prompt_shows_its_cursor(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct prompt prompt = { .n = 0 };
    prompt_start(&prompt, STR("/"), STR(""));
    for (int i = 0; i < 100; i++) {
        prompt_key(&prompt, i % 3 ? U'会' : 'a');
        for (int cols = 1; cols < 40; cols += 3) {
            struct grid grid = grid_make(&arena, 1, cols);
            prompt_view(&prompt, &grid, 0, cols);
            check_grid(&grid);
            assert_in_range(grid.cursor_col, 0, cols - 1);
            if (i == 99 && cols > 4) /* the end of a long text is in sight, not its start */
                assert_true(grid.cursor_col >= cols - 3);
        }
        arena_reset(&arena);
    }
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        AT_DESK(the_list),
        AT_DESK(reading_by_numbers),
        AT_DESK(a_report_is_left_and_found_again),
        AT_DESK(ways_out),
        AT_DESK(a_single_report_opens_at_once),
        AT_DESK(nothing_to_read),
        AT_DESK(found_as_one_types),
        AT_DESK(from_hit_to_hit),
        AT_DESK(hits_across_the_end_of_a_line),
        AT_DESK(esc_leads_back_at_every_width),
        AT_DESK(the_top_stays_when_the_size_changes),
        AT_DESK(a_screen_too_small_from_the_start),
        AT_DESK(one_pane_or_both),
        AT_DESK(old_answers_are_dropped),
        AT_DESK(an_answer_passed_by_is_dropped),
        AT_DESK(an_answer_while_one_types_a_search),
        AT_DESK(a_report_that_cannot_be_had),
        AT_DESK(the_first_message),
        AT_DESK(long_messages),
        AT_DESK(sections),
        AT_DESK(the_outline),
        AT_DESK(the_outline_follows),
        AT_DESK(the_outline_and_one_pane),
        AT_DESK(the_outline_apart),
        AT_DESK(the_outline_from_the_list),
        AT_DESK(the_next_hit_from_the_list),
        AT_DESK(a_report_without_sections),
        AT_DESK(the_source_and_back),
        AT_DESK(orders_keep_the_selected_report),
        AT_DESK(random_keys_and_sizes),
        cmocka_unit_test(rows_stay_in_range),
        cmocka_unit_test(a_prompt_is_edited),
        cmocka_unit_test(a_prompt_is_left_or_done),
        cmocka_unit_test(a_prompt_shows_its_cursor),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
