/* Column breaks and hard wraps (cleaning.md 4.2, 4.3). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "clean/capture.h"
#include "clean/join.h"

#define LEFT "大会要求全县各级工会组织深入基层,切实维护好职工的合法权益,用真心换真情,用实干赢得职工的信"

static void columns(const char *text, const char *want, size_t seams)
{
    struct arena arena = { 0 };
    struct draft draft = capture_lines(&arena, text);
    join_columns(&arena, &draft);
    assert_string_equal(capture_blocks(&arena, &draft), want);
    assert_int_equal(draft.blocks.v[0].n_seams, seams);
    if (seams)
        assert_int_equal(draft.blocks.v[0].seams[0], strlen(LEFT));
    arena_finish(&arena);
}

static void a_sentence_cut_in_two(void **state)
{
    (void)state;
    columns(LEFT "\n\n赖和支持。", LEFT "赖和支持。", 1);
}

static void a_paragraph_that_is_whole(void **state)
{
    (void)state;
    columns(LEFT "。\n\n会议结束。", LEFT "。|会议结束。", 0);
    columns(LEFT "”\n\n会议结束。", LEFT "”|会议结束。", 0);
}

static void what_opens_anew(void **state)
{
    (void)state;
    columns(LEFT "\n\n二、下一步打算。", LEFT "|二、下一步打算。", 0);
    columns(LEFT "\n\n（一）抓落实。", LEFT "|（一）抓落实。", 0);
    columns(LEFT "\n\n本报讯 大会闭幕。", LEFT "|本报讯 大会闭幕。", 0);
    columns(LEFT "\n\n市委书记高远强调,要抓落实。", LEFT "|市委书记高远强调,要抓落实。", 0);
    columns(LEFT "\n\n二是要抓落实。", LEFT "|二是要抓落实。", 0);
}

static void titles_and_signatures(void **state)
{
    (void)state;
    columns("青岚县工会第四次代表大会开幕\n\n今天上午,大会开幕。", "青岚县工会第四次代表大会开幕|今天上午,大会开幕。", 0);
    columns(LEFT "\n\n青岚县总工会", LEFT "|青岚县总工会", 0);
}

static void never_across_a_gap(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct draft draft = capture_lines(&arena, LEFT "\n---此处隐藏9字---\n赖和支持。");
    draft.blocks.v[1].kind = BLOCK_GAP;
    join_columns(&arena, &draft);
    assert_int_equal(draft.blocks.n, 3);
    arena_finish(&arena);
}

static void wraps(const char *text, const char *want)
{
    struct arena arena = { 0 };
    struct draft draft = capture_lines(&arena, text);
    join_wraps(&arena, &draft);
    assert_string_equal(capture_blocks(&arena, &draft), want);
    arena_finish(&arena);
}

static void lines_of_one_width(void **state)
{
    (void)state;
    wraps("一二三四五六七八九十一二三四\n二二三四五六七八九十一二三四\n三二三四五六七八九十一二三四\n四二三四五六七八九十一二三四\n"
          "五二三四五六七八九十一二三四\n完。\n另起一段。",
          "一二三四五六七八九十一二三四二二三四五六七八九十一二三四三二三四五六七八九十一二三四四二三四五六七八九十一二三四"
          "五二三四五六七八九十一二三四完。|另起一段。");
}

static void lists_and_verse_stay(void **state)
{
    (void)state;
    wraps("甲一二三四\n乙一二三四\n丙一二三四\n丁一二三四\n戊一二三四\n己一二", "甲一二三四|乙一二三四|丙一二三四|丁一二三四|戊一二三四|己一二");
    wraps("一二三四五六七八九十一二三。\n二二三四五六七八九十一二三。\n三二三四五六七八九十一二三。\n四二三四五六七八九十一二三。\n"
          "五二三四五六七八九十一二三。\n完。",
          "一二三四五六七八九十一二三。|二二三四五六七八九十一二三。|三二三四五六七八九十一二三。|四二三四五六七八九十一二三。|"
          "五二三四五六七八九十一二三。|完。");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sentence_cut_in_two),
        cmocka_unit_test(a_paragraph_that_is_whole),
        cmocka_unit_test(what_opens_anew),
        cmocka_unit_test(titles_and_signatures),
        cmocka_unit_test(never_across_a_gap),
        cmocka_unit_test(lines_of_one_width),
        cmocka_unit_test(lists_and_verse_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
