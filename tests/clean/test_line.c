/* What a line looks like: sentences, closing marks, section numbers. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "clean/capture.h"
#include "clean/line.h"

static void sentences(void **state)
{
    (void)state;
    assert_true(line_is_sentence(STR("今天上午，全县工会代表大会开幕。")));
    assert_false(line_is_sentence(STR("青岚县工会第四次代表大会隆重开幕")));
    assert_false(line_is_sentence(STR("谢谢大家！")));
}

static void closing_marks(void **state)
{
    (void)state;
    assert_true(line_closed(STR("开幕。 ")));
    assert_true(line_closed(STR("“开幕”")));
    assert_true(line_closed(STR("如下：")));
    assert_false(line_closed(STR("深入基层，")));
    assert_false(line_closed(STR("开幕")));
}

static void ends(void **state)
{
    (void)state;
    assert_int_equal(sentence_end(STR("开幕。”然后"), 0), 12);
    assert_int_equal(clause_end(STR("甲、乙，丙"), 0), 9);
    assert_int_equal(clause_end(STR("甲乙"), 0), 6);
    assert_int_equal(clause_end(STR("大会开幕.代表"), 0), 12);
    assert_int_equal(clause_end(STR("一.加强3.5万J.史密斯"), 0), STR("一.加强3.5万J.史密斯").n);
}

/* level * 100 + number, or 0. */
static int number(const char *s)
{
    int level, n;
    return section_number(str_of(s), &level, &n) ? level * 100 + n : 0;
}

static void section_numbers(void **state)
{
    (void)state;
    assert_int_equal(number("一、认清形势"), 101);
    assert_int_equal(number("十二、认清形势"), 112);
    assert_int_equal(number("（二）抓落实"), 202);
    assert_int_equal(number("(2)抓落实"), 302);
    assert_int_equal(number("1.基层"), 301);
    assert_int_equal(number("３、基层"), 303);
    assert_int_equal(number("第一，要认真"), 201);
    assert_int_equal(number("第一部分 回顾"), 101);
    assert_int_equal(number("一 关于形势"), 101);
}

static void no_section_numbers(void **state)
{
    (void)state;
    assert_int_equal(number("3.5万名职工"), 0);
    assert_int_equal(number("一是坚持"), 0);
    assert_int_equal(number("第一次代表大会"), 0);
    assert_int_equal(number("2019年"), 0);
    assert_int_equal(number("一切为了职工"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences),
        cmocka_unit_test(closing_marks),
        cmocka_unit_test(ends),
        cmocka_unit_test(section_numbers),
        cmocka_unit_test(no_section_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
