/* Markdown, tables, addresses, page numbers (cleaning.md 3.3 to 3.5, 4.6). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "clean/capture.h"
#include "clean/markup.h"

static void check(const char *text, const char *want)
{
    struct arena arena = { 0 };
    struct draft draft = capture_lines(&arena, text);
    markup_strip(&arena, &draft);
    assert_string_equal(capture_blocks(&arena, &draft), want);
    arena_finish(&arena);
}

static void marks_of_markdown(void **state)
{
    (void)state;
    check("## 大会召开\n**2019年**，大会召开。", "大会召开|2019年，大会召开。");
    check("## 大会召开\n*2019年*，**张三**、***李四***、*王五*等。\n> 引文。", "大会召开|2019年，张三、李四、王五等。|引文。");
    check("## 大会召开\n***同志和***同志，**市、**县，5*3*2。", "大会召开|***同志和***同志，**市、**县，5*3*2。");
    check("> 引文。", "> 引文。");
    check("要[落实](http://example.com/1)精神", "要落实精神");
    check("开幕。*[原文](https://example.com/a)*", "开幕。");
    check("![会场](1.jpg)开幕", "开幕");
}

static void a_heading_is_one(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct draft draft = capture_lines(&arena, "### 大会");
    markup_strip(&arena, &draft);
    assert_int_equal(draft.blocks.v[0].kind, BLOCK_HEADING);
    assert_int_equal(draft.blocks.v[0].rank, 3);
    arena_finish(&arena);
}

static void stars_that_strike_out_stay(void **state)
{
    (void)state;
    check("在**市**区召开，***同志讲话", "在**市**区召开，***同志讲话");
    check("#话题", "#话题");
}

static void leavings_of_tables(void **state)
{
    (void)state;
    check("| 大会开幕。 |\n代表入场 |", "大会开幕。|代表入场");
    check("记者丨张圆", "记者丨张圆");
}

static void addresses_in_a_sentence(void **state)
{
    (void)state;
    check("各項www.example.com任務，见http://example.com/a?b=1。", "各項任務，见。");
    check("万维网www联盟", "万维网www联盟");
}

static void page_numbers_in_a_run(void **state)
{
    (void)state;
    check("取得了第1页共6页显著成绩", "取得了显著成绩");
    check("第1页写着名字", "第1页写着名字");
    check("大会开幕。（详见第三版）", "大会开幕。");
    check("（详见第三章）", "（详见第三章）");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_of_markdown),
        cmocka_unit_test(a_heading_is_one),
        cmocka_unit_test(stars_that_strike_out_stay),
        cmocka_unit_test(leavings_of_tables),
        cmocka_unit_test(addresses_in_a_sentence),
        cmocka_unit_test(page_numbers_in_a_run),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
