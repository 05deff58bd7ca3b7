/* Keywords at the end of a page (cleaning.md 7.3). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "clean/capture.h"
#include "clean/keyword.h"

#define BODY "金沙县工会组织和职工代表参加会议，要求干部深入基层。\n"

static void check(const char *text, const char *removed)
{
    struct arena arena = { 0 };
    struct draft draft = capture_lines(&arena, text);
    keyword_strip(&arena, &draft);
    assert_string_equal(capture_removed(&arena, &draft, REMOVED_KEYWORDS), removed);
    arena_finish(&arena);
}

static void a_list_of_words_of_the_body(void **state)
{
    (void)state;
    check(BODY "工会\n职工\n代表\n基层\n先锋", "工会|职工|代表|基层|先锋");
}

static void what_is_no_such_list(void **state)
{
    (void)state;
    check(BODY "工会\n职工\n代表\n基层", "");
    check(BODY "王保国\n李为民\n张爱党\n刘建设\n陈立功", "");
    check(BODY "县总工会\n2014年9月10日", "");
}

static void a_line_with_its_label(void **state)
{
    (void)state;
    assert_true(keyword_line_is(STR("关键词：工会 职工")));
    assert_true(keyword_line_is(STR("标签:大会")));
    assert_false(keyword_line_is(STR("关键词是团结。")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_list_of_words_of_the_body),
        cmocka_unit_test(what_is_no_such_list),
        cmocka_unit_test(a_line_with_its_label),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
