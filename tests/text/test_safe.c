/* Tests of text/safe: whatever goes in, nothing comes out that a terminal would obey. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "random.h"
#include "text/cell.h"
#include "text/safe.h"

/* What may not reach a terminal, written down here once more and not by the tables that the program uses. */
static bool is_dangerous(uint32_t c)
{
    static const struct {
        uint32_t first, last;
    } ranges[] = {
        { 0x00, 0x1F },       { 0x7F, 0x9F },       { 0xAD, 0xAD },       { 0x34F, 0x34F },     { 0x600, 0x605 },     { 0x61C, 0x61C },
        { 0x6DD, 0x6DD },     { 0x70F, 0x70F },     { 0x115F, 0x1160 },   { 0x180B, 0x180F },   { 0x200B, 0x200F },   { 0x2028, 0x202E },
        { 0x2060, 0x206F },   { 0x3164, 0x3164 },   { 0xD800, 0xF8FF },   { 0xFDD0, 0xFDEF },   { 0xFE00, 0xFE0F },   { 0xFEFF, 0xFEFF },
        { 0xFFA0, 0xFFA0 },   { 0xFFF0, 0xFFFB },   { 0x110BD, 0x110BD }, { 0x1BCA0, 0x1BCA3 }, { 0x1D173, 0x1D17A },
        { 0xE0000, 0x10FFFF },
    };
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (c >= ranges[i].first && c <= ranges[i].last)
            return true;
    return (c & 0xFFFE) == 0xFFFE;
}

static void assert_harmless(struct str s, size_t marks)
{
    size_t run = 0;
    assert_true(utf8_valid((struct bytes){ (const unsigned char *)s.p, s.n }));
    for (size_t at = 0; at < s.n;) {
        uint32_t c = utf8_next(s, &at);
        if (is_dangerous(c))
            fail_msg("U+%04X comes through", c);
        run = is_mark(c) ? run + 1 : 0;
        assert_true(run <= marks);
    }
}

static void every_code_point_alone(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        char utf8[4], drawn[SAFE_MAX];
        bool replaced;
        struct str s = { utf8, utf8_put(c, utf8) };
        size_t n = safe_cluster(s, drawn, &replaced);
        struct str out = { drawn, n };
        assert_in_range(n, 1, 4);
        assert_harmless(out, 0);
        if (is_dangerous(c) && c != '\t' && (c < 0xD800 || c > 0xDFFF) && !replaced)
            fail_msg("U+%04X is no marked", c);
        assert_int_equal(replaced, c != '\t' && (!is_safe(utf8_at(s, 0)) || is_mark(c)));
        if (!replaced && c != '\t')
            assert_true(str_eq(out, s));
        assert_int_equal(cell_width(c == 9 ? ' ' : utf8_at(out, 0)), cells_of(s)); /* what is drawn takes the cells that were counted */
        assert_true(str_eq(safe_line(&arena, s), out));
        arena_reset(&arena);
    }
    arena_finish(&arena);
}

static void every_code_point_on_a_base(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    static const char *const bases[] = { "会", "a", "\u1100", "\uAC00", "\u0600", "\U0001F469\u200D", "\u0301", "\x1B" };
    for (size_t i = 0; i < sizeof bases / sizeof *bases; i++) {
        for (uint32_t c = 0; c <= 0x10FFFF; c += c < 0x3400 || c > 0xDFFFF ? 1 : 7) {
            char text[32];
            size_t n = strlen(bases[i]);
            memcpy(text, bases[i], n);
            n += utf8_put(c, text + n);
            struct str s = { text, n }, out = safe_line(&arena, s);
            assert_harmless(out, SAFE_MARKS);
            assert_int_equal(cells_of(out), cells_of(s));
            arena_reset(&arena);
        }
    }
    arena_finish(&arena);
}

static void controls_show_their_pictures(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    assert_true(str_eq(safe_line(&arena, STR("a\x1B[31m会\x07\x7F")), STR("a␛[31m会␇␡")));
    assert_true(str_eq(safe_line(&arena, (struct str){ "a\0b", 3 }), STR("a␀b")));
    assert_true(str_eq(safe_line(&arena, STR("a\tb")), STR("a b")));
    assert_true(str_eq(safe_line(&arena, STR("a\r\nb")), STR("a␍␊b")));
    assert_true(str_eq(safe_line(&arena, STR("\xC2\x9B" "31m")), STR("\uFFFD31m")));
    assert_true(str_eq(safe_line(&arena, STR("会\u202E议")), STR("会\uFFFD议")));
    assert_true(str_eq(safe_line(&arena, STR("会\uE000议")), STR("会\uFFFD议")));
    assert_true(str_eq(safe_line(&arena, STR("会\U000E0041\U000E007F议")), STR("会\uFFFD\uFFFD议")));
    assert_true(str_eq(safe_line(&arena, STR("")), STR("")));
    arena_finish(&arena);
}

static void steering_is_left_out(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    assert_true(str_eq(safe_line(&arena, STR("辻\U000E0100❤\uFE0F")), STR("辻❤")));
    assert_true(str_eq(safe_line(&arena, STR("\U0001F469\u200D\U0001F467")), STR("\U0001F469\U0001F467")));
    assert_true(str_eq(safe_line(&arena, STR("\uFE0Fa")), STR("\uFFFDa"))); /* with nothing to steer it is shown */
    arena_finish(&arena);
}

/* No letter is lost where Unicode puts several into one cluster. */
static void letters_are_not_lost(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    static const char *const kept[] = { "\uFF76\uFF9E", "\u0E01\u0E33", "\u0B95\u0BBF", "\U0001F1E8\U0001F1F3", "\u1100\uAC00",
                                        "\u1100\u1161\u11A8", "\U0001F44D\U0001F3FD", "\u0D4E\u0D15", "e\u0301\u0302\u0303\u0304" };
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        assert_true(str_eq(safe_line(&arena, str_of(kept[i])), str_of(kept[i])));
    assert_true(str_eq(safe_line(&arena, STR("\u0600\u0661")), STR("\uFFFD\u0661")));
    arena_finish(&arena);
}

static void marks_are_bounded(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct buf buf = buf_make(&arena, 1 << 20);
    buf_add_cstr(&buf, "会");
    for (int i = 0; i < 10000; i++)
        buf_add_cstr(&buf, "\U0001E8D0"); /* a mark of four bytes */
    char drawn[SAFE_MAX];
    size_t n = safe_cluster(buf_str(&buf), drawn, NULL);
    assert_int_equal(n, 3 + 4 * SAFE_MARKS);
    assert_harmless((struct str){ drawn, n }, SAFE_MARKS);
    arena_finish(&arena);
}

static void random_lines_are_harmless(void **state)
{
    (void)state;
    struct dice dice = { 13 };
    for (int round = 0; round < 20000; round++) {
        struct arena arena = { 0 };
        struct str s = roll_text(&arena, &dice, 60), out = safe_line(&arena, s);
        assert_harmless(out, SAFE_MARKS);
        assert_int_equal(cells_of(out), cells_of(s));
        assert_true(str_eq(safe_line(&arena, out), out));
        arena_finish(&arena);
    }
}

static const struct {
    const char *name, *shown;
} names[] = {
    { "甲.txt", "甲.txt" },
    { "a b'\"\\$(x)", "a b'\"\\$(x)" },
    { "a\x1B]0;x\x07", "a\\x1b]0;x\\x07" },
    { "a\nb\r\tc", "a\\x0ab\\x0d\\x09c" },
    { "\x7F", "\\x7f" },
    { "\xFF\xFE", "\\ff\\fe" },
    { "\xB9\xA4\xBB\xE1", "\\b9\\a4\\bb\\e1" },
    { "\xE5\xB7", "\\e5\\b7" },
    { "x\xC2\x9B" "31m", "x\\x9b31m" },
    { "\xC2\x80", "\\x80" },
    { "\xC0\x9B", "\\c0\\9b" },
    { "txt.\u202Eexe", "txt.\\u202eexe" },
    { "\u200B\uFEFF\uE000", "\\u200b\\ufeff\\ue000" },
    { "\U000E0041\U0010FFFF", "\\ue0041\\u10ffff" },
    { "\u2028", "\\u2028" },
    { "\xED\xA0\x80", "\\ed\\a0\\80" },
    { "%s%n", "%s%n" },
    { "", "" },
};

static void names_are_escaped(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_true(str_eq(safe_name_cstr(&arena, names[i].name), str_of(names[i].shown)));
    assert_true(str_eq(safe_name(&arena, (struct bytes){ (const unsigned char *)"a\0b", 3 }), STR("a\\x00b")));
    arena_finish(&arena);
}

static void every_code_point_in_a_name(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        unsigned char utf8[4];
        size_t n = utf8_put(c, (char *)utf8);
        assert_harmless(safe_name(&arena, (struct bytes){ utf8, n }), 1);
        arena_reset(&arena);
    }
    arena_finish(&arena);
}

static void random_bytes_in_a_name(void **state)
{
    (void)state;
    struct dice dice = { 17 };
    for (int round = 0; round < 20000; round++) {
        struct arena arena = { 0 };
        unsigned char name[60];
        size_t n = roll_below(&dice, sizeof name);
        for (size_t i = 0; i < n; i++)
            name[i] = (unsigned char)roll_below(&dice, 256);
        assert_harmless(safe_name(&arena, (struct bytes){ name, n }), (size_t)-1);
        arena_finish(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_point_alone),
        cmocka_unit_test(every_code_point_on_a_base),
        cmocka_unit_test(controls_show_their_pictures),
        cmocka_unit_test(steering_is_left_out),
        cmocka_unit_test(letters_are_not_lost),
        cmocka_unit_test(marks_are_bounded),
        cmocka_unit_test(random_lines_are_harmless),
        cmocka_unit_test(names_are_escaped),
        cmocka_unit_test(every_code_point_in_a_name),
        cmocka_unit_test(random_bytes_in_a_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
