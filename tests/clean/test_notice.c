/* Notices that text is hidden become gaps (cleaning.md 8). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "clean/capture.h"
#include "clean/notice.h"

static void check(const char *text, const char *want)
{
    struct arena arena = { 0 };
    struct draft draft = capture_lines(&arena, text);
    notice_split(&arena, &draft);
    assert_string_equal(capture_blocks(&arena, &draft), want);
    arena_finish(&arena);
}

static void five_wordings(void **state)
{
    (void)state;
    check("---此处隐藏1699字,下载后查看---", "GAP:---此处隐藏1699字,下载后查看---");
    check("（省略1200字，正式会员可完整阅读）", "GAP:（省略1200字，正式会员可完整阅读）");
    check("未完，全文共5600字，当前仅显示1600字，请阅读下面提示信息。", "GAP:未完，全文共5600字，当前仅显示1600字，请阅读下面提示信息。");
    check("……剩余3000字未显示，请登录后查看……", "GAP:……剩余3000字未显示，请登录后查看……");
    check("以下隐藏800字", "GAP:以下隐藏800字");
    check("此处隐藏2345字,下载后查看完整内容", "GAP:此处隐藏2345字,下载后查看完整内容");
}

static void a_notice_parts_its_sentence(void **state)
{
    (void)state;
    check("要把工会---此处隐藏99字,下载后查看---建设好。", "要把工会|GAP:---此处隐藏99字,下载后查看---|建设好。");
}

static void sentences_stay(void **state)
{
    (void)state;
    check("好文章要敢于省略，三千字能写清楚的事不要写五千字。", "好文章要敢于省略，三千字能写清楚的事不要写五千字。");
    check("全文共3000字，分三个部分。", "全文共3000字，分三个部分。");
    check("他隐藏了身份，写下20字的留言。", "他隐藏了身份，写下20字的留言。");
}

static void the_number_is_read(void **state)
{
    (void)state;
    assert_int_equal(notice_chars(STR("此处隐藏1699字")), 1699);
    assert_int_equal(notice_chars(STR("省略1,250字")), 1250);
    assert_int_equal(notice_chars(STR("全文共5600字，当前仅显示1600字")), 4000);
    assert_int_equal(notice_chars(STR("隐藏若干字")), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(five_wordings),
        cmocka_unit_test(a_notice_parts_its_sentence),
        cmocka_unit_test(sentences_stay),
        cmocka_unit_test(the_number_is_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
