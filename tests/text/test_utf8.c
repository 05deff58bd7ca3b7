/* Tests of text/utf8: every code point there and back, and bytes that are none cut as the standard cuts them. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "random.h"
#include "text/utf8.h"

static struct bytes bytes_of(struct str s)
{
    return (struct bytes){ (const unsigned char *)s.p, s.n };
}

static bool is_scalar(uint32_t c)
{
    return c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
}

static void every_code_point_there_and_back(void **state)
{
    (void)state;
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        char utf8[4];
        size_t n = utf8_put(c, utf8);
        uint32_t wanted = is_scalar(c) ? c : UTF8_REPLACEMENT;
        struct str s = { utf8, n };
        size_t at = 0, end = n;
        assert_int_equal(n, wanted < 0x80 ? 1 : wanted < 0x800 ? 2 : wanted < 0x10000 ? 3 : 4);
        assert_int_equal(utf8_next(s, &at), wanted);
        assert_int_equal(at, n);
        assert_int_equal(utf8_prev(s, &end), wanted);
        assert_int_equal(end, 0);
        assert_int_equal(utf8_at(s, 0), wanted);
        assert_int_equal(utf8_at(s, n), 0);
        assert_int_equal(utf8_good(bytes_of(s), 0), n);
        assert_true(utf8_valid(bytes_of(s)));
        assert_int_equal(utf8_count(s), 1);
    }
    char utf8[4];
    assert_int_equal(utf8_put(0x110000, utf8), 3);
    assert_memory_equal(utf8, "\uFFFD", 3);
    assert_int_equal(utf8_put(UINT32_MAX, utf8), 3);
}

static void counting_and_offsets(void **state)
{
    (void)state;
    struct str s = STR("a中\U00020000é");
    static const size_t offsets[] = { 0, 1, 4, 8, 10, 10, 10 };
    assert_int_equal(utf8_count(s), 4);
    for (size_t i = 0; i < sizeof offsets / sizeof *offsets; i++)
        assert_int_equal(utf8_offset(s, i), offsets[i]);
    assert_int_equal(utf8_count((struct str){ NULL, 0 }), 0);
    assert_int_equal(utf8_offset((struct str){ NULL, 0 }, 3), 0);
}

/* Bytes, and what the standard makes of them: '.' for each U+FFFD, what is good as it is. */
static const struct {
    const char *bytes, *shown;
} broken[] = {
    { "\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64", "a...b.c..d" }, /* Unicode 15.0, table 3-8 */
    { "\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41", "........A" },                  /* table 3-9: overlong forms */
    { "\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41", "........A" },                  /* table 3-10: surrogates */
    { "\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42", ".....A..B" },                  /* table 3-11: others */
    { "\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", "....A" },                      /* table 3-12: cut sequences */
    { "\xC2", "." },
    { "\xE4\xB8", "." },
    { "\xF0\x9F\x98", "." },
    { "\xE4\xB8\x41", ".A" },
    { "\xE4\x41\xB8", ".A." },
    { "\xF5\x80\x80\x80", "...." },
    { "\xF4\x8F\xBF\xBF", "\U0010FFFF" },
    { "\xF4\x90\x80\x80", "...." },
    { "\xED\x9F\xBF", "\uD7FF" },
    { "\xEE\x80\x80", "\uE000" },
    { "\xE0\x9F\xBF", "..." },
    { "\xF0\x8F\xBF\xBF", "...." },
    { "\xF8\x88\x80\x80\x80\xFC\x84\x80\x80\x80\x80", "..........." },
    { "\xFE\xFF", ".." },
    { "\xB9\xA4\xBB\xE1", "...." }, /* 工会 in GB2312 */
    { "中\xE4文", "中.文" },
};

static void bad_parts_are_maximal(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        struct bytes b = bytes_of(str_of(broken[i].bytes));
        struct buf wanted = buf_make(&arena, 1000);
        size_t dots = 0, bad = 99;
        for (const char *p = broken[i].shown; *p; p++) {
            buf_add_bytes(&wanted, *p == '.' ? "\uFFFD" : p, *p == '.' ? 3 : 1);
            dots += *p == '.';
        }
        struct str got = utf8_repair(&arena, b, &bad);
        assert_true(str_eq(got, buf_str(&wanted)));
        assert_int_equal(bad, dots);
        assert_int_equal(utf8_valid(b), dots == 0);
    }
    arena_finish(&arena);
}

/* Every sequence of two and three bytes, cut at its end by a guard byte, against the rule written another way. */
static size_t slow_good(const unsigned char *p, size_t n)
{
    for (size_t len = 1; len <= 4 && len <= n; len++) {
        uint32_t c = p[0];
        if (len == 1 ? c >= 0x80 : len == 2 ? (c & 0xE0) != 0xC0 : len == 3 ? (c & 0xF0) != 0xE0 : (c & 0xF8) != 0xF0)
            continue;
        c = len == 1 ? c : c & (0xFFu >> (len + 1));
        size_t i = 1;
        for (; i < len && (p[i] & 0xC0) == 0x80; i++)
            c = c << 6 | (p[i] & 0x3F);
        char utf8[4];
        if (i == len && is_scalar(c) && utf8_put(c, utf8) == len)
            return len;
    }
    return 0;
}

static void all_short_sequences(void **state)
{
    (void)state;
    for (unsigned a = 0; a < 0x100; a++)
        for (unsigned b = 0; b < 0x100; b++)
            for (unsigned c = 0; c < 0x100; c += 0x0B) {
                const unsigned char p[] = { (unsigned char)a, (unsigned char)b, (unsigned char)c, 0x9F };
                for (size_t n = 1; n <= 4; n++) {
                    size_t good = utf8_good((struct bytes){ p, n }, 0);
                    assert_int_equal(good, slow_good(p, n));
                    if (!good) {
                        size_t bad = utf8_bad((struct bytes){ p, n }, 0);
                        assert_in_range(bad, 1, n < 3 ? n : 3);
                    }
                }
            }
}

static void random_bytes_become_text(void **state)
{
    (void)state;
    static const unsigned char pieces[] = { 0xE4, 0xB8, 0xAD, 'a', 0xF0, 0x9F, 0x98, 0x80 };
    struct dice dice = { 7 };
    for (int round = 0; round < 3000; round++) {
        struct arena arena = { 0 };
        unsigned char raw[300];
        size_t n = roll_below(&dice, sizeof raw), bad;
        for (size_t i = 0; i < n; i++)
            raw[i] = round % 2 ? (unsigned char)roll_below(&dice, 256) : pieces[roll_below(&dice, sizeof pieces)];
        struct str s = utf8_repair(&arena, (struct bytes){ raw, n }, &bad);
        assert_true(utf8_valid(bytes_of(s)));
        assert_int_equal(bad == 0, utf8_valid((struct bytes){ raw, n }));
        if (bad == 0)
            assert_ptr_equal(s.p, raw);
        arena_finish(&arena);
    }
}

/* Bad bytes without end take time in proportion, and no more room than three bytes each. */
static void much_that_is_bad(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    enum { N = 4 << 20 };
    unsigned char *p = arena_alloc(&arena, N, 1);
    size_t bad;
    memset(p, 0xE4, N);
    assert_int_equal(utf8_repair(&arena, (struct bytes){ p, N }, &bad).n, 3 * (size_t)N);
    assert_int_equal(bad, N);
    arena_finish(&arena);
}

static void walking_both_ways(void **state)
{
    (void)state;
    struct dice dice = { 11 };
    for (int round = 0; round < 300; round++) {
        struct arena arena = { 0 };
        struct str s = roll_text(&arena, &dice, 100);
        uint32_t there[100];
        size_t n = 0, at = 0;
        while (at < s.n)
            there[n++] = utf8_next(s, &at);
        assert_int_equal(n, utf8_count(s));
        while (at > 0) {
            assert_int_equal(utf8_prev(s, &at), there[--n]);
            assert_int_equal(utf8_offset(s, n), at);
        }
        arena_finish(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_point_there_and_back),
        cmocka_unit_test(counting_and_offsets),
        cmocka_unit_test(bad_parts_are_maximal),
        cmocka_unit_test(all_short_sequences),
        cmocka_unit_test(random_bytes_become_text),
        cmocka_unit_test(much_that_is_bad),
        cmocka_unit_test(walking_both_ways),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
