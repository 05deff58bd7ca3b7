/* Title and subtitle (cleaning.md 5, last part). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "clean/capture.h"
#include "clean/title.h"

#define BODY "\n今天上午，青岚县工会第四次代表大会开幕，代表们出席了会议。"

static void check(const char *text, const char *title, const char *subtitle)
{
    struct arena arena = { 0 };
    struct draft draft = capture_lines(&arena, text);
    struct article article = { 0 };
    title_take(&arena, &draft, &article);
    assert_string_equal(capture_cstr(&arena, article.title), title);
    assert_string_equal(capture_cstr(&arena, article.subtitle), subtitle);
    arena_finish(&arena);
}

static void the_first_line(void **state)
{
    (void)state;
    check("青岚县工会第四次代表大会开幕" BODY, "青岚县工会第四次代表大会开幕", "(none)");
    check("青岚县工会第四次代表大会开幕_青岚新闻网\n青岚县工会第四次代表大会开幕" BODY, "青岚县工会第四次代表大会开幕", "(none)");
    check("青岚县工会第四次代表大会隆重开幕\n青岚县工会第四次代表大会开幕" BODY, "青岚县工会第四次代表大会隆重开幕", "(none)");
    check("青岚县工会第四次代表大会开幕\n青岚县工会第四次代表大会闭幕" BODY, "青岚县工会第四次代表大会开幕", "青岚县工会第四次代表大会闭幕");
    check("奋进新征程 建功新时代\n——青岚县工会第四次代表大会侧记" BODY, "奋进新征程 建功新时代", "——青岚县工会第四次代表大会侧记");
}

static void a_column_name_above(void **state)
{
    (void)state;
    check("工会要闻\n青岚县工会第四次代表大会开幕" BODY, "青岚县工会第四次代表大会开幕", "(none)");
    check("业内动态\n职工首次担任青岚县工会主席" BODY, "职工首次担任青岚县工会主席", "(none)");
    check("信息检索\n大事记\n青岚县工会第四次代表大会开幕" BODY, "青岚县工会第四次代表大会开幕", "(none)");
    check("党建工作\n当前位置:\n首页 >\n党建工作 >\n青岚县工会第四次代表大会开幕" BODY, "青岚县工会第四次代表大会开幕", "(none)");
    check("职工园地_青岚县工会第四次代表大会\n青岚县工会第四次代表大会" BODY, "青岚县工会第四次代表大会", "(none)");
    check("头版\n01\n青岚县工会第四次代表大会闭幕\n江河当选主席" BODY,
          "青岚县工会第四次代表大会闭幕", "江河当选主席");
    check("开幕词\n王小河" BODY, "开幕词", "(none)");
}

static void no_subtitles(void **state)
{
    (void)state;
    check("在大会上的讲话\n（2021年3月4日）" BODY, "在大会上的讲话", "(none)");
    check("在大会上的讲话\n何苗" BODY, "在大会上的讲话", "(none)");
    check("在青岚县工会第四次代表大会上的讲话\n县委书记　李小明" BODY, "在青岚县工会第四次代表大会上的讲话", "(none)");
    check("青岚县工会第四次代表大会开幕\n县委书记 作重要讲话" BODY, "青岚县工会第四次代表大会开幕", "县委书记 作重要讲话");
    check("大会开幕式主持词\n一、奏唱国歌" BODY, "大会开幕式主持词", "(none)");
}

static void glued_and_labelled(void **state)
{
    (void)state;
    check("（引题）凝心聚力\n（主题）青岚县工会第四次代表大会闭幕\n（副题）李小明当选主席" BODY, "青岚县工会第四次代表大会闭幕", "李小明当选主席");
    check("青岚县工会第四次代表大会闭幕-青岚新闻网" BODY, "青岚县工会第四次代表大会闭幕", "(none)");
    check("青岚县工会第四次代表大会侧记-职工的声音" BODY, "青岚县工会第四次代表大会侧记-职工的声音", "(none)");
    check("【青岚县工会召开代表大会】今天上午，青岚县工会第四次代表大会开幕，代表们出席了会议。", "青岚县工会召开代表大会", "(none)");
    check("【新华社青岚1978年10月11日讯】青岚县工会第四次代表大会今天开幕，代表们出席了会议。", "(none)", "(none)");
    check("（主题）凝心聚力（副题）青岚县工会第四次代表大会侧记" BODY, "凝心聚力", "青岚县工会第四次代表大会侧记");
}

static void made_up_of(const char *text, const char *want)
{
    struct arena arena = { 0 };
    assert_string_equal(capture_cstr(&arena, capture_report(&arena, text)->title), want);
    arena_finish(&arena);
}

static void made_up_with_who_meets(void **state)
{
    (void)state;
    made_up_of("4月28日，青岚县白鹭镇召开了妇女第十四次代表大会，代表们参加了会议。", "青岚县白鹭镇妇女第十四次代表大会召开");
    made_up_of("4月28日，青岚县工商联(商会)召开第五届一次会员大会，会员们参加了会议。", "青岚县工商联第五届一次会员大会召开");
    made_up_of("4月28日，城北街道召开街道工会第四次代表大会，代表们参加了会议。", "城北街道工会第四次代表大会召开");
    made_up_of("4月28日，臨江市工會第三次代表大會在禮堂開幕，代表們參加了會議。", "臨江市工會第三次代表大會開幕");
}

static void made_up(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct article *a = capture_report(&arena, "本报讯 今天上午，青岚县工会第四次代表大会开幕，代表们出席了会议。");
    assert_string_equal(capture_cstr(&arena, a->title), "青岚县工会第四次代表大会开幕");
    assert_int_equal(a->n_paragraphs, 1);
    bool noted = false;
    for (size_t i = 0; i < a->n_notes; i++)
        noted |= a->notes[i].kind == NOTE_GUESSED;
    assert_true(noted);
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_line),
        cmocka_unit_test(a_column_name_above),
        cmocka_unit_test(no_subtitles),
        cmocka_unit_test(glued_and_labelled),
        cmocka_unit_test(made_up),
        cmocka_unit_test(made_up_with_who_meets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
