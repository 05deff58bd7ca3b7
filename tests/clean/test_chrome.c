/* What the page put around the report (cleaning.md 5). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "clean/capture.h"
#include "clean/chrome.h"

#define TITLE "青岚县工会第四次代表大会隆重开幕\n"
#define BODY "今天上午，青岚县工会第四次代表大会开幕，代表们出席了会议。\n县委书记讲话，对今后的工作提出要求，大家深受鼓舞。\n"
#define KEPT                                                                                                                        \
    "青岚县工会第四次代表大会隆重开幕|今天上午，青岚县工会第四次代表大会开幕，代表们出席了会议。|县委书记讲话，对今后的工作提出要求，大家深受鼓舞。"

static void check(const char *text, const char *want)
{
    struct arena arena = { 0 };
    struct draft draft = capture_lines(&arena, text);
    chrome_strip(&arena, &draft);
    assert_string_equal(capture_blocks(&arena, &draft), want);
    arena_finish(&arena);
}

static void above_the_body(void **state)
{
    (void)state;
    check("首页 > 新闻 > 正文\n" TITLE BODY, KEPT);
    check("登录 注册 设为首页\n" TITLE BODY, KEPT);
    check(TITLE "【字体：大 中 小】 打印本页 关闭窗口\n" BODY, KEPT);
    check(TITLE "今天是：2026年03月03日 星期二\n" BODY, KEPT);
}

static void below_the_body(void **state)
{
    (void)state;
    check(TITLE BODY "分享到：微信 微博\n扫一扫在手机打开\n版权所有：青岚网", KEPT);
    check(TITLE BODY "免责声明：本文仅代表作者个人观点，与本网无关。", KEPT);
    check(TITLE BODY "猜你喜欢\n别的大会\n又一个大会", KEPT);
    check(TITLE BODY "上一篇：别的大会\n下一篇：又一个大会", KEPT);
}

static void forum_below_the_body(void **state)
{
    (void)state;
    check(TITLE BODY "海天一色\n[沙发] 发表于 2006-12-9 21:02\n顶一个，祝贺大会开幕，好得很好得很。", KEPT);
    check(TITLE BODY "青岚县总工会\n海天一色\n[沙发] 发表于 2006-12-9 21:02\n顶一个", KEPT "|青岚县总工会");
    check(TITLE BODY "打开网易新闻 查看更多图片\n附：会议花絮\n幻灯 loading...", KEPT);
    check(TITLE "新闻提要\n" BODY "附：大会名单", KEPT "|附：大会名单");
}

static void within_the_body_it_stays(void **state)
{
    (void)state;
    check(TITLE "今天上午，青岚县工会第四次代表大会开幕，代表们出席了会议。\n联系方式\n县委书记讲话，对今后的工作提出要求，大家深受鼓舞。",
          "青岚县工会第四次代表大会隆重开幕|今天上午，青岚县工会第四次代表大会开幕，代表们出席了会议。|联系方式|"
          "县委书记讲话，对今后的工作提出要求，大家深受鼓舞。");
}

static void whole_lines_anywhere(void **state)
{
    (void)state;
    check(TITLE "今天上午，青岚县工会第四次代表大会开幕，代表们出席了会议。\n图片\n| --- | --- |\nhttps://example.com/a.html\n第 1 页 共 3 页\n"
                "县委书记讲话，对今后的工作提出要求，大家深受鼓舞。",
          KEPT);
}

static void repeats(void **state)
{
    (void)state;
    check(TITLE TITLE BODY, KEPT);
    check(TITLE BODY BODY, KEPT);
}

static void a_long_paragraph_behind_related_links_is_text(void **state)
{
    (void)state;
    static const char lost[] = "会议认为，过去五年全县工会组织团结引领广大职工，在服务大局、维护权益、深化改革等方面做了大量卓有成效的工作，"
                               "为全县经济社会发展作出了积极贡献，也为今后的工作打下了坚实的基础，值得充分肯定，更值得长期坚持下去。";
    char text[2048], want[2048];
    snprintf(text, sizeof text, TITLE BODY "相关阅读\n别的大会\n%s", lost);
    snprintf(want, sizeof want, KEPT "|%s", lost);
    check(text, want);
}

static void a_date_in_an_address_is_that_of_publishing(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct draft draft = capture_lines(&arena, TITLE "http://example.com/art/t20180622_11.html\n" BODY);
    chrome_strip(&arena, &draft);
    assert_string_equal(capture_cstr(&arena, draft.published), "2018-06-22");
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(above_the_body),
        cmocka_unit_test(below_the_body),
        cmocka_unit_test(forum_below_the_body),
        cmocka_unit_test(within_the_body_it_stays),
        cmocka_unit_test(whole_lines_anywhere),
        cmocka_unit_test(repeats),
        cmocka_unit_test(a_long_paragraph_behind_related_links_is_text),
        cmocka_unit_test(a_date_in_an_address_is_that_of_publishing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
