/* What a terminal said of its widths. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "term/widths.h"

static void test_what_is_remembered(void **state)
{
    (void)state;
    static const char *const bad[] = { "", "1", "111111", "11111111", "1111110", "?111111", "222222\n" };
    struct widths widths = widths_all(1);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(widths_read(&widths, str_of(bad[i])));
    assert_string_equal(widths.cells, "1111111");
    assert_true(widths_read(&widths, STR("1212112")));
    assert_string_equal(widths.cells, "1212112");
}

static void test_widths_of_characters(void **state)
{
    (void)state;
    struct widths none = { "" }, narrow = widths_all(1), wide = widths_all(2), mixed;
    assert_true(widths_read(&mixed, STR("2112121")));
    assert_int_equal(widths_ambiguous(&none), 1);
    assert_int_equal(widths_ambiguous(&narrow), 1);
    assert_int_equal(widths_ambiguous(&wide), 2);
    assert_int_equal(widths_ambiguous(&mixed), 2);
    assert_int_equal(widths_of(&none, 0x201C), 1);
    assert_int_equal(widths_of(&wide, 0xE9), 2);
    static const uint32_t two[] = { 0x201C, 0x2014, 0x2460, 0x25A0, 0x2605 }, one[] = { 0x2026, 0xD7, 0xB7, 0x2500, 0xE9, 0x101, 0x436 };
    for (size_t i = 0; i < sizeof two / sizeof *two; i++)
        assert_int_equal(widths_of(&mixed, two[i]), 2);
    for (size_t i = 0; i < sizeof one / sizeof *one; i++)
        assert_int_equal(widths_of(&mixed, one[i]), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_remembered),
        cmocka_unit_test(test_widths_of_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
