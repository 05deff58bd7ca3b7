/* The fields of a report (cleaning.md 9, 10). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "clean/capture.h"
#include "clean/shape.h"

#define TITLE "青岚县工会第四次代表大会召开\n\n"

static void dates(const char *text, const char *want, enum date_from from)
{
    struct arena arena = { 0 };
    struct article *a = capture_report(&arena, text);
    assert_string_equal(capture_cstr(&arena, a->date), want);
    if (a->date.p)
        assert_int_equal(a->date_from, from);
    arena_finish(&arena);
}

static void where_the_date_comes_from(void **state)
{
    (void)state;
    dates(TITLE "2018年6月20日上午，青岚县工会第四次代表大会召开。", "2018-06-20", DATE_PRINTED);
    dates(TITLE "发布时间：2018-06-21\n\n6月20日上午，青岚县工会第四次代表大会召开。", "2018-06-20", DATE_PUBLISHED);
    dates(TITLE "时间：2012-01-05 来源：青岚网\n\n12月30日，青岚县工会第四次代表大会召开。", "2011-12-30", DATE_PUBLISHED);
    dates(TITLE "6月20日，青岚县工会第四次代表大会召开。今年是建党90周年。", "2011-06-20", DATE_INFERRED);
    dates(TITLE "6月20日，青岚县工会第四次代表大会召开。今年是“十四五”规划开局之年。", "2021-06-20", DATE_INFERRED);
    dates(TITLE "6月20日，青岚县工会第四次代表大会召开。今年是第十三个五年规划的收官之年。", "2020-06-20", DATE_INFERRED);
    dates(TITLE "6月20日，青岚县工会第四次代表大会召开。“十三五”圆满收官、“十四五”开局之年到来。", "2021-06-20", DATE_INFERRED);
    dates(TITLE "6月20日，青岚县工会第四次代表大会召开。今年是全面贯彻党的二十大精神的开局之年。", "2023-06-20", DATE_INFERRED);
    dates(TITLE "6月20日，青岚县工会第四次代表大会召开。“十四五”以来，职工十五五项提案都有答复。", "(none)", DATE_UNKNOWN);
    dates(TITLE "新华社青岚2010年6月20日电 昨天，青岚县工会第四次代表大会在县城召开。", "2010-06-19", DATE_PRINTED);
    dates(TITLE "发布时间：2018-06-15\n\n昨天(11日)，青岚县工会第四次代表大会在县城召开了。", "2018-06-11", DATE_PUBLISHED);
    dates("青岚县工会第四次代表大会闭幕\n\n发布时间：2018-06-12\n\n青岚县工会第四次代表大会11日上午胜利闭幕。\n\n大会于6月8日下午开幕，代表们听取了报告。",
          "2018-06-11", DATE_PUBLISHED);
    dates(TITLE "发布时间：2018-06-02\n\n28日上午，青岚县工会第四次代表大会在县城召开了。", "2018-05-28", DATE_PUBLISHED);
}

static void delegates_are(const char *text, int want)
{
    struct arena arena = { 0 };
    char page[2048];
    snprintf(page, sizeof page, TITLE "6月20日上午，青岚县工会第四次代表大会在县城召开。%s", text);
    assert_int_equal(capture_report(&arena, page)->delegates, want);
    arena_finish(&arena);
}

static void how_many_delegates(void **state)
{
    (void)state;
    delegates_are("1500多名来自各条战线的工会四大代表出席大会。", 1500);
    delegates_are("400多名代表齐聚一堂。\n\n大会应到正式代表448名，都到了会场。", 448);
    delegates_are("806名工人、干部和工会工作者代表出席，其中女职工代表107名。", 806);
    delegates_are("大会选举产生了36名出席市工会第九次代表大会的代表。", -1);
    delegates_are("出席这次大会的正式代表共279人，特邀代表40人。", 279);
    delegates_are("特邀代表40人、列席代表20人到会。", -1);
    delegates_are("15名委员、200名代表出席。", 200);
}

static void today_is_the_day_of_the_page(void **state)
{
    (void)state;
    dates("青岚县工会第四次代表大会今日开幕\n\n2016-05-05 08:05 来源: 青岚晚报\n\n青岚县工会第四次代表大会今日在县城召开，代表们出席会议。", "2016-05-05",
          DATE_PUBLISHED);
    dates("青岚市劳工总会成立\n\n2016-05-18 08:05 来源: 青岚晚报\n\n青岚市劳工总会今(17)日举行第一届第一次会员代表大会，选出理事长。", "2016-05-17",
          DATE_PUBLISHED);
    dates("青岚县工会第四次代表大会闭幕\n\n青岚网 www.example.cn日期: 2013-10-21浏览字号:\n\n青岚县工会第四次代表大会9月26日在县城闭幕，代表们满意而归。",
          "2013-09-26", DATE_PUBLISHED); /* the day of the page is not the event's */
    dates("在大会上的讲话\n\n2016-05-05 08:05 来源: 青岚晚报\n\n各位代表：今天，青岚县工会第四次代表大会隆重召开，我代表县委祝贺大会。", "(none)",
          DATE_UNKNOWN);
}

static void no_date(void **state)
{
    (void)state;
    dates(TITLE "今天上午，青岚县工会第四次代表大会在县城隆重召开。", "(none)", DATE_UNKNOWN);
    dates(TITLE "年3月22 ，青岚县工会第四次代表大会在县城召开。", "(none)", DATE_UNKNOWN);
}

static void session(const char *title, enum session want)
{
    struct arena arena = { 0 };
    char text[1024];
    snprintf(text, sizeof text, "%s\n\n2018年6月20日上午，代表们满怀豪情地走进了会场，听取报告。", title);
    assert_int_equal(capture_report(&arena, text)->session, want);
    arena_finish(&arena);
}

static void sessions(void **state)
{
    (void)state;
    session("青岚县工会第四次代表大会开幕", SESSION_OPENING);
    session("青嵐縣工會第四次代表大會閉幕", SESSION_CLOSING);
    session("青岚县工会第四次代表大会胜利召开", SESSION_FULL);
    session("青岚县职工书画展开幕", SESSION_NONE);
}

/* Of what stands in the text, where the title says nothing. */
static void session_told(const char *text, enum session want)
{
    struct arena arena = { 0 };
    assert_int_equal(capture_report(&arena, text)->session, want);
    arena_finish(&arena);
}

static void sessions_told_by_the_text(void **state)
{
    (void)state;
    session_told("今天上午，青溪镇第三次妇女代表大会在国歌声中拉开帷幕，代表们到会。\n\n最后，青溪镇第三次妇女代表大会胜利闭幕。", SESSION_FULL);
    session_told("今天上午，青溪镇第三次妇女代表大会在国歌声中拉开帷幕，代表们到会。\n\n会议将听取报告。", SESSION_OPENING);
    session_told("青溪镇第三次妇女代表大会在京召开，有关领导出席了大会的开幕式。", SESSION_FULL);
    session_told("青溪镇第三次妇女代表大会昨天闭幕，代表们满意而归。\n\n青溪镇第三次妇女代表大会开幕时，来宾致辞。", SESSION_CLOSING);
}

static void delegates(const char *sentence, int want)
{
    struct arena arena = { 0 };
    char text[1024];
    snprintf(text, sizeof text, TITLE "2018年6月20日，青岚县工会第四次代表大会召开，%s", sentence);
    assert_int_equal(capture_report(&arena, text)->delegates, want);
    arena_finish(&arena);
}

static void numbers_of_delegates(void **state)
{
    (void)state;
    delegates("来自全县的186名代表参加大会。", 186);
    delegates("一百五十名职工代表出席了会议。", 150);
    delegates("會議有298名職工代表出席。", 298);
    delegates("200余名代表参加会议。", 200);
    delegates("会议共有正式代表 296人。", 296);
    delegates("共103名会员（职工）代表参加会议。", 103);
    delegates("学生代表近300人到会。", 300);
    delegates("3名代表作了发言。", -1);
    delegates("50名代表团团长参加会议。", -1);
    delegates("会议表彰了100名劳模。", -1);
}

static void the_fuller_name_of_the_congress(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct article *a = capture_report(&arena, "市工会第四次代表大会召开\n\n2018年6月20日，青岚市工会第四次代表大会召开，代表们出席会议。");
    assert_string_equal(capture_cstr(&arena, a->congress->name), "青岚市工会第四次代表大会");
    a = capture_report(&arena, TITLE "2018年6月20日，大会召开。市工会第二次代表大会以来，成绩显著。");
    assert_int_equal(a->congress->ordinal, 4);
    arena_finish(&arena);
}

static void of_no_congress(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    assert_null(capture_report(&arena, "县总工会召开二届二次全会\n\n2018年6月20日，县总工会学习党的二十大精神，开了一个会。")->congress);
    arena_finish(&arena);
}

static void scripts(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    assert_int_equal(capture_report(&arena, "臨江市工會第三次代表大會開幕")->script, SCRIPT_HANT);
    assert_int_equal(capture_report(&arena, "临江市工会第三次代表大会开幕，著名作家于先生到会。")->script, SCRIPT_HANS);
    arena_finish(&arena);
}

static void nothing_at_all(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct reports reports;
    static const char blank[] = " \n\t\n　";
    assert_true(clean(&arena, (struct bytes){ (const unsigned char *)blank, sizeof blank - 1 }, NULL, &reports, NULL));
    assert_int_equal(reports.n, 0);
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(how_many_delegates),
        cmocka_unit_test(where_the_date_comes_from),
        cmocka_unit_test(today_is_the_day_of_the_page),
        cmocka_unit_test(no_date),
        cmocka_unit_test(sessions),
        cmocka_unit_test(sessions_told_by_the_text),
        cmocka_unit_test(numbers_of_delegates),
        cmocka_unit_test(the_fuller_name_of_the_congress),
        cmocka_unit_test(of_no_congress),
        cmocka_unit_test(scripts),
        cmocka_unit_test(nothing_at_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
