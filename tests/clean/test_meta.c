/* Meta lines and breadcrumbs (cleaning.md 5). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "clean/capture.h"
#include "clean/meta.h"

static bool meta(const char *line, bool inside, const char *published, const char *source)
{
    struct arena arena = { 0 };
    struct draft draft = { 0 };
    bool read = meta_read(&arena, str_of(line), inside, &draft);
    if (read) {
        assert_string_equal(capture_cstr(&arena, draft.published), published);
        assert_string_equal(capture_cstr(&arena, draft.source), source);
    }
    arena_finish(&arena);
    return read;
}

static void labels_with_values(void **state)
{
    (void)state;
    assert_true(meta("更新时间:2023-05 来源:网友投稿", false, "2023-05", "网友投稿"));
    assert_true(meta("发布时间：2018-06-21 09:12　来源：青岚新闻网　编辑：周小禾　浏览次数：316", true, "2018-06-21 09:12", "青岚新闻网"));
    assert_true(meta("来源：望江发布｜日期：2021年12月01日｜作者：区残联", true, "2021年12月01日", "望江发布"));
    assert_true(meta("發佈時間:2024-01-16", false, "2024-01-16", "(none)"));
    assert_true(meta("2022-02-25 10:30 青岚网", false, "2022-02-25 10:30", "(none)"));
}

static void the_day_of_the_capture_is_no_publishing_date(void **state)
{
    (void)state;
    assert_true(meta("今天是：2026年03月03日 星期二", false, "(none)", "(none)"));
}

static void sentences_and_agendas_stay(void **state)
{
    (void)state;
    assert_false(meta("会议来源于基层的提案共有四十件，编辑成册。", false, "", ""));
    assert_false(meta("时间：2020年1月1日", true, "", ""));
    assert_false(meta("2014年9月10日", false, "", ""));
    assert_false(meta("地点：县礼堂，议程如下：", false, "", ""));
}

static bool crumb(const char *line, const char *source)
{
    struct arena arena = { 0 };
    struct draft draft = { 0 };
    bool read = crumb_read(str_of(line), &draft);
    if (read)
        assert_string_equal(capture_cstr(&arena, draft.head.source), source);
    arena_finish(&arena);
    return read;
}

static void breadcrumbs(void **state)
{
    (void)state;
    assert_true(crumb("当前位置: 三江网 > 新时代新作为", "三江网"));
    assert_true(crumb("您现在的位置：首页 >> 工会新闻 >> 正文", "工会新闻"));
    assert_true(crumb("首页 > 新闻 > 正文", "新闻"));
    assert_true(crumb("首页 | 新闻 | 专题 | 论坛", "(none)"));
}

static void no_breadcrumbs(void **state)
{
    (void)state;
    assert_false(crumb("首页改版公告", ""));
    assert_false(crumb("大会首页报道引起热议。", ""));
    assert_false(crumb("枝头市工会第六次代表大会召开", ""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_with_values),
        cmocka_unit_test(the_day_of_the_capture_is_no_publishing_date),
        cmocka_unit_test(sentences_and_agendas_stay),
        cmocka_unit_test(breadcrumbs),
        cmocka_unit_test(no_breadcrumbs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
