/* Meta lines and breadcrumbs (cleaning.md 5). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

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
    assert_true(meta("2022-02-25 10:30 青岚网", false, "2022-02-25 10:30", "青岚网"));
    assert_true(meta("2007年04月29日07:00 青岚网-青岚日报", false, "2007年04月29日07:00", "青岚网-青岚日报"));
    assert_true(meta("2014-12-17 阅读数 1464", false, "2014-12-17", "(none)"));
    assert_true(meta("2022年11月6日 08:00 青岚日报 记者 马小川", false, "2022年11月6日 08:00", "青岚日报"));
    assert_true(meta("原创 青岚工会 青岚工会 2022-07-01 19:30 发表于江西", false, "2022-07-01 19:30", "(none)"));
    assert_true(meta("2014年3月26日 星期三 第01版:头版 上一版 下一版", false, "2014年3月26日", "(none)"));
    assert_true(meta("04-10 15:15 云上青岚", false, "(none)", "云上青岚"));
    assert_true(meta("来源：云上青岚 微信公众号", false, "(none)", "云上青岚"));
    assert_true(meta("日期: 2013-10-21浏览字号:", false, "2013-10-21", "(none)"));
    assert_true(meta("注册时间 2004-3-2", false, "(none)", "(none)"));
    assert_false(meta("【图文】青岚县工会第五次代表大会召开", false, "", ""));
    assert_false(meta("2007年04月29日 青岚网", false, "", ""));
    assert_false(meta("04-10 青岚县工会第四次代表大会", false, "", ""));
    assert_false(meta("[ 2010/04/09 ] 青岚总工会第五次代表大会致词", false, "", ""));
}

static void the_date_behind_a_name_is_no_name(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct draft draft = { 0 };
    assert_true(meta_read(&arena, STR("来源：青岚融媒 作者：江河 编辑：周小禾 2022-01-05 17:50:05"), true, &draft));
    assert_int_equal(draft.authors.n, 2);
    assert_string_equal(capture_cstr(&arena, draft.published), "2022-01-05 17:50:05");
    draft = (struct draft){ 0 };
    assert_true(meta_read(&arena, STR("编辑:周小禾2017-04-28 20:54内容来源:青岚网"), true, &draft)); /* nothing between them */
    assert_int_equal(draft.authors.n, 1);
    assert_string_equal(capture_cstr(&arena, draft.source), "青岚网");
    arena_finish(&arena);
}

static void a_day_in_front_of_a_title(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct draft draft = { 0 };
    assert_int_equal(meta_day_before_title(&arena, STR("[ 2010/04/09 ] 青岚总工会第五次代表大会致词"), &draft),
                     strlen("[ 2010/04/09 ] "));
    assert_string_equal(draft.published.p ? "said" : "", "said");
    assert_int_equal(meta_day_before_title(&arena, STR("2010/04/09 青岚网"), &draft), 0);
    assert_int_equal(meta_day_before_title(&arena, STR("2010年4月9日青岚总工会第五次代表大会开幕"), &draft), 0);
    arena_finish(&arena);
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

static void a_meta_line_in_front_of_its_text(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct draft draft = { 0 };
    struct str s = STR("来源:青岚日报 时间:2018-06-21 6月20日，青岚县工会第四次代表大会在县城召开了。");
    size_t n = meta_lead(&arena, s, &draft);
    assert_true(str_starts(str_sub(s, n, s.n), STR("6月20日")));
    assert_string_equal(capture_cstr(&arena, draft.published), "2018-06-21");
    assert_string_equal(capture_cstr(&arena, draft.source), "青岚日报");
    assert_int_equal(meta_lead(&arena, STR("来源：这个话题，在青岚县工会第四次代表大会上谈得最多。"), &draft), 0);
    assert_int_equal(meta_lead(&arena, STR("时间：3月；来源：会费。青岚县工会第四次代表大会开幕"), &draft), 0);
    arena_finish(&arena);
}

static void a_lone_day_is_the_pages_where_the_text_has_its_own(void **state)
{
    (void)state;
    assert_true(meta_lone_day(STR("2021年4月28日"), STR("昨日，青岚县工会第四次代表大会在县城召开。")));
    assert_true(meta_lone_day(STR("2021年4月28日"), STR("4月27日，青岚县工会第四次代表大会在县城召开。")));
    assert_false(meta_lone_day(STR("2021年4月28日"), STR("青岚县工会第四次代表大会在县城召开。")));
    assert_false(meta_lone_day(STR("2021年4月28日"), STR("同志们：今天，青岚县工会第四次代表大会在县城召开。")));
    assert_false(meta_lone_day(STR("（2021年4月28日）"), STR("昨日，青岚县工会第四次代表大会在县城召开。")));
}

static void breadcrumbs(void **state)
{
    (void)state;
    assert_true(crumb("当前位置: 三江网 > 新时代新作为", "三江网"));
    assert_true(crumb("您现在的位置：首页 >> 工会新闻 >> 正文", "(none)")); /* a section is no source */
    assert_true(crumb("當前位置：首頁>>新聞中心", "(none)"));
    assert_true(crumb("当前位置：首页 > 走进妇联 > 历史沿革", "(none)"));
    assert_true(crumb("您当前的位置: 青岚县总工会 - 基层动态", "青岚县总工会"));
    assert_true(crumb("首页 > 新闻 > 正文", "(none)"));
    assert_true(crumb("当前位置: 首页 - 德育工作 - 正文", "(none)"));
    assert_true(crumb("新闻中心 > 集团动态 >", "(none)"));
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
        cmocka_unit_test(the_date_behind_a_name_is_no_name),
        cmocka_unit_test(a_day_in_front_of_a_title),
        cmocka_unit_test(labels_with_values),
        cmocka_unit_test(the_day_of_the_capture_is_no_publishing_date),
        cmocka_unit_test(sentences_and_agendas_stay),
        cmocka_unit_test(a_meta_line_in_front_of_its_text),
        cmocka_unit_test(a_lone_day_is_the_pages_where_the_text_has_its_own),
        cmocka_unit_test(breadcrumbs),
        cmocka_unit_test(no_breadcrumbs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
