/* Tests of text/han: numerals in all their spellings, marks, blanks, trimming. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "random.h"
#include "text/han.h"

/* A spelling, its number, and how many bytes behind it are not taken. */
static const struct {
    const char *spelled;
    int number;
    size_t left;
} numerals[] = {
    { "二十一", 21, 0 },
    { "十六", 16, 0 },
    { "十", 10, 0 },
    { "十次", 10, 3 },
    { "二〇二二", 2022, 0 },
    { "二〇二二年", 2022, 3 },
    { "二○一七", 2017, 0 },
    { "二零零八", 2008, 0 },
    { "廿三", 23, 0 },
    { "廿", 20, 0 },
    { "卅一", 31, 0 },
    { "16", 16, 0 },
    { "１６", 16, 0 },
    { "１6次", 16, 3 },
    { "2022-02", 2022, 3 },
    { "一百零五", 105, 0 },
    { "一百一十", 110, 0 },
    { "一百二十三", 123, 0 },
    { "两", 2, 0 },
    { "两百", 200, 0 },
    { "两千零二十二", 2022, 0 },
    { "三千零五", 3005, 0 },
    { "九千九百九十九", 9999, 0 },
    { "贰拾壹", 21, 0 },
    { "一〇五", 105, 0 },
    { "三十", 30, 0 },
    { "0", 0, 0 },
    { "007", 7, 0 },
    { "9999", 9999, 0 },
    { "五十万", 50, 3 },
    { "三五", 35, 0 },
    { "十二三", 12, 3 },
    { "一a", 1, 1 },
};

static void numerals_are_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof numerals / sizeof *numerals; i++) {
        struct str s = str_of(numerals[i].spelled);
        size_t at = 0;
        int number = han_number(s, &at);
        if (number != numerals[i].number || at != s.n - numerals[i].left)
            fail_msg("%s: read %d, %zu bytes", numerals[i].spelled, number, at);
    }
}

static void numerals_within_a_text(void **state)
{
    (void)state;
    struct str s = STR("第１６次和第二十次");
    size_t at = 3;
    assert_int_equal(han_number(s, &at), 16);
    assert_int_equal(at, 9);
    at = str_find(s, STR("二十"), 0);
    assert_int_equal(han_number(s, &at), 20);
    assert_int_equal(at, s.n - 3);
}

static void what_is_no_number(void **state)
{
    (void)state;
    static const char *const none[] = { "", "次", "×", "12345", "一二三四五", "第十", " 5", "-5", "万", "九千九百九十九十", "abc" };
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        size_t at = 0;
        if (han_number(str_of(none[i]), &at) != -1 || at != 0)
            fail_msg("%s: read as a number, %zu bytes", none[i], at);
    }
    size_t at = 3;
    assert_int_equal(han_number(STR("第"), &at), -1);
    assert_int_equal(at, 3);
}

/* A number without end must neither overflow nor be read again from each of its characters. */
static void numbers_without_end(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    static const char *const pieces[] = { "千", "廿", "十", "九千", "〇", "9", "百零", "十零", "千廿" };
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        struct buf buf = buf_make(&arena, 64u << 20);
        while (buf.n < 9u << 20)
            buf_add_cstr(&buf, pieces[i]);
        size_t at = 0;
        assert_int_equal(han_number(buf_str(&buf), &at), -1);
        assert_int_equal(at, 0);
    }
    arena_finish(&arena);
}

static void random_numerals_stay_in_range(void **state)
{
    (void)state;
    static const char *const digits[] = { "〇", "一", "二", "两", "九", "十", "百", "千", "廿", "卅", "零", "1", "9", "０", "次" };
    struct dice dice = { 3 };
    for (int round = 0; round < 100000; round++) {
        char text[64] = "";
        for (size_t n = roll_below(&dice, 12); n > 0; n--)
            strcat(text, digits[roll_below(&dice, sizeof digits / sizeof *digits)]);
        struct str s = str_of(text);
        size_t at = 0;
        int number = han_number(s, &at);
        assert_in_range(number + 1, 0, 10000);
        assert_int_equal(number < 0, at == 0);
        assert_true(at <= s.n && (at == s.n || ((unsigned char)s.p[at] & 0xC0) != 0x80));
    }
}

/* 1 to 9999 spelled in full, and read again. */
static void every_number_in_full(void **state)
{
    (void)state;
    static const char *const digit[] = { "零", "一", "二", "三", "四", "五", "六", "七", "八", "九" };
    static const char *const unit[] = { "", "十", "百", "千" };
    for (int number = 1; number <= 9999; number++) {
        char text[64] = "";
        bool zero = false;
        for (int place = 3, power = 1000; place >= 0; place--, power /= 10) {
            int d = number / power % 10;
            if (d == 0) {
                zero = *text != '\0';
                continue;
            }
            if (zero)
                strcat(text, digit[0]);
            zero = false;
            strcat(strcat(text, digit[d]), unit[place]);
        }
        size_t at = 0;
        assert_int_equal(han_number(str_of(text), &at), number);
        assert_int_equal(at, strlen(text));
    }
}

static void kinds_of_characters(void **state)
{
    (void)state;
    assert_true(is_han(U'会') && is_han(0x3007) && is_han(0x3400) && is_han(0x20000) && is_han(0xF900) && is_han(0x9FFF));
    assert_false(is_han(U'，') || is_han('a') || is_han(0x3042) || is_han(0xAC00) || is_han(0x2E80) || is_han(0x4DC0));
    for (const char32_t *c = U" \t\u00A0\u3000\u2003\u202F\uFEFF"; *c; c++)
        assert_true(is_blank(*c));
    for (const char32_t *c = U"\n\r\fa\u200B\u2028"; *c; c++)
        assert_false(is_blank(*c));
    for (const char32_t *c = U"。！？；….!?;"; *c; c++)
        assert_true(is_stop(*c) && !is_pause(*c) && !is_opening(*c) && !is_closing(*c));
    for (const char32_t *c = U"，、：,:"; *c; c++)
        assert_true(is_pause(*c) && !is_stop(*c) && !is_opening(*c) && !is_closing(*c));
    for (const char32_t *c = U"“‘《〈「『（(【〔〖[［{｛"; *c; c++)
        assert_true(is_opening(*c) && !is_closing(*c) && !is_stop(*c) && !is_pause(*c));
    for (const char32_t *c = U"”’》〉」』）)】〕〗]］}｝"; *c; c++)
        assert_true(is_closing(*c) && !is_opening(*c) && !is_stop(*c) && !is_pause(*c));
}

/* What is a numeral is a number by itself, and no other Han is one above zero. */
static void numerals_are_numbers(void **state)
{
    (void)state;
    for (uint32_t c = 0x20; c < 0x30000; c++) {
        char utf8[4];
        size_t at = 0, n = utf8_put(c, utf8);
        assert_int_equal(is_numeral(c), is_han(c) && han_number((struct str){ utf8, n }, &at) > 0);
    }
}

static void full_width_is_narrowed(void **state)
{
    (void)state;
    for (uint32_t c = 0x21; c <= 0x7E; c++) {
        assert_int_equal(narrow(c), c);
        assert_int_equal(narrow(c + 0xFEE0), c);
    }
    assert_int_equal(narrow(0x3000), ' ');
    assert_int_equal(narrow(U'会'), U'会');
    assert_int_equal(narrow(0xFF00), 0xFF00);
    assert_int_equal(narrow(0xFF5F), 0xFF5F);
}

static void blanks_are_trimmed(void **state)
{
    (void)state;
    struct str s = str_trim(STR("\u3000\u3000 \n会 议\u00A0\r\n"));
    assert_true(str_eq(s, STR("会 议")));
    assert_int_equal(str_trim(STR(" \u3000\n")).n, 0);
    assert_int_equal(str_trim(STR("")).n, 0);
    assert_true(str_eq(str_trim(STR("会")), STR("会")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numerals_are_read),
        cmocka_unit_test(numerals_within_a_text),
        cmocka_unit_test(what_is_no_number),
        cmocka_unit_test(numbers_without_end),
        cmocka_unit_test(random_numerals_stay_in_range),
        cmocka_unit_test(every_number_in_full),
        cmocka_unit_test(kinds_of_characters),
        cmocka_unit_test(numerals_are_numbers),
        cmocka_unit_test(full_width_is_narrowed),
        cmocka_unit_test(blanks_are_trimmed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
