/* Words are found whatever their script and width. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "clean/capture.h"
#include "clean/phrase.h"

static void script_and_width_do_not_matter(void **state)
{
    (void)state;
    assert_int_equal(phrase_at(PHRASE_CREDIT, STR("責任編輯: 吉政"), 0), 12);
    assert_int_equal(phrase_at(PHRASE_CREDIT, STR("责任编辑"), 0), 12);
    assert_int_equal(phrase_at(PHRASE_CREDIT, STR("文／图"), 0), 9);
    assert_int_equal(word_at(STR("（主题）甲"), 0, STR("(主题)")), 12);
}

static void the_longest_counts(void **state)
{
    (void)state;
    assert_int_equal(phrase_at(PHRASE_BODY, STR("会员代表大会"), 0), 18);
    assert_int_equal(phrase_at(PHRASE_BODY, STR("会员"), 0), 0);
    assert_int_equal(phrase_at(PHRASE_BODY, STR(""), 0), 0);
}

static void blanks_between_only_when_asked(void **state)
{
    (void)state;
    assert_int_equal(phrase_spaced(PHRASE_CREDIT, STR("审 核：刘"), 0), 7);
    assert_int_equal(phrase_at(PHRASE_CREDIT, STR("审 核：刘"), 0), 0);
}

static void ends_and_finds(void **state)
{
    (void)state;
    size_t n;
    assert_int_equal(phrase_ends(PHRASE_ORG, STR("青岚县总工会")), 9);
    assert_int_equal(phrase_find(PHRASE_SESSION_OPEN, STR("大会今天開幕了"), 0, &n), 12);
    assert_int_equal(n, 6);
    assert_true(phrase_find(PHRASE_SESSION_OPEN, STR("大会今天闭幕了"), 0, &n) == STR_NONE);
    assert_true(phrase_is(PHRASE_TOOL, STR("打印本页")));
    assert_false(phrase_is(PHRASE_TOOL, STR("打印本页纸")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(script_and_width_do_not_matter),
        cmocka_unit_test(the_longest_counts),
        cmocka_unit_test(blanks_between_only_when_asked),
        cmocka_unit_test(ends_and_finds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
