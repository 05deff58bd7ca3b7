/* Several reports in one file (cleaning.md 9.7). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "clean/capture.h"
#include "clean/split.h"

#define FIRST "青岚县工会第四次代表大会开幕\n\n本报讯 4月3日，青岚县工会第四次代表大会开幕，代表们出席了会议。\n\n"

static void check(const char *text, size_t parts)
{
    struct arena arena = { 0 };
    struct draft draft = capture_lines(&arena, text);
    assert_int_equal(split(&arena, &draft).n, parts);
    arena_finish(&arena);
}

static void a_second_title_with_its_dateline(void **state)
{
    (void)state;
    check(FIRST "## 青岚县工会第四次代表大会闭幕\n\n4月4日，青岚县工会第四次代表大会闭幕，大会选举产生了新一届委员会。", 2);
    check(FIRST "青岚县工会第四次代表大会闭幕 何苗当选主席\n\n本报讯 4月4日，青岚县工会第四次代表大会闭幕，大会通过了决议。", 2);
    check(FIRST "青岚县工會(huì)第四次代表大會(huì)閉(bì)幕\n4月4日，青岚县工会第四次代表大会闭幕，大会通过了决议。", 2);
}

static void no_second_report(void **state)
{
    (void)state;
    check(FIRST "青岚县工会第三次代表大会召开以来的成就\n\n职工书屋建成三十家，困难职工帮扶中心实现全覆盖，走在前列。", 1);
    check(FIRST "青岚县工会第四次代表大会闭幕", 1);
    check(FIRST "本报讯 4月4日，青岚县工会第四次代表大会闭幕，大会通过了决议。", 1);
    check("青岚县工会第四次代表大会开幕\n青岚县工会第四次代表大会闭幕\n4月4日，青岚县工会第四次代表大会闭幕，大会通过了决议。", 1);
}

static void lists_and_second_copies_are_none(void **state)
{
    (void)state;
    check(FIRST "相关阅读\n白石县工会第五次代表大会召开\n5月6日，白石县工会第五次代表大会召开，代表们出席了会议。", 1);
    check(FIRST FIRST, 1);
    check("[ 设为首页 ] [ 加入收藏 ] 以广大职工为读者的工会信息门户网站!\n" FIRST, 1);
}

static void the_year_of_a_sibling(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    static const char text[] = FIRST "青岚县工会第四次代表大会闭幕\n\n本报讯 4月4日，大会闭幕。今年是中国共产党成立100周年，大会号召职工建功。";
    struct reports reports;
    assert_true(clean(&arena, (struct bytes){ (const unsigned char *)text, sizeof text - 1 }, NULL, &reports, NULL));
    assert_int_equal(reports.n, 2);
    assert_string_equal(capture_cstr(&arena, reports.v[0].date), "2021-04-03");
    assert_int_equal(reports.v[0].date_from, DATE_INFERRED);
    assert_string_equal(capture_cstr(&arena, reports.v[1].date), "2021-04-04");
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_second_title_with_its_dateline),
        cmocka_unit_test(no_second_report),
        cmocka_unit_test(lists_and_second_copies_are_none),
        cmocka_unit_test(the_year_of_a_sibling),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
