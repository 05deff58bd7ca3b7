/* Tests of text/fold: what matches what, and the way back to the text as it was printed. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "random.h"
#include "text/fold.h"
#include "text/han.h"

static const struct {
    const char *text, *folded;
} pairs[] = {
    { "工会工作", "工会工作" },
    { "工會工作", "工会工作" },
    { "ＡＢＣ１２３％", "abc123%" },
    { "Kongress KONGRESS", "kongress kongress" },
    { "ＡＢ　ＣＤ", "ab cd" },
    { "工 会　工\u00A0作", "工会工作" },
    { "工会\n工作\r\n", "工会工作" },
    { "第 16 次", "第16次" },
    { "GDP 增长 5 %", "gdp增长5%" },
    { "one  two\t\nthree", "one two three" },
    { " \u3000会议 ", "会议" },
    { "“会议”『会议』「会议」", "\"会议\"\"会议\"\"会议\"" },
    { "‘会’", "'会'" },
    { "一——二—三－四", "一--二-三-四" },
    { "约翰·李 约翰•李 约翰・李", "约翰·李约翰·李约翰·李" },
    { "工\u200B会\uFE0F工\u00AD作\u202E", "工会工作" },
    { "工\uFEFF会", "工会" },
    { "工会\u2028工作\xC2\x85\v\f会\x01议", "工会工作会议" },
    { "one\u2029two\x7F", "one two" },
    { "第二次 第2次", "第二次第2次" },
    { "\U00020000\U0001F469", "\U00020000\U0001F469" },
    { "①②Ⅳ㎏㈠", "12ivkg(一)" },
    { "5 ㎏", "5 kg" },
    { "，。！？；：（）", ",。!?;:()" },
    { "会议， 工作", "会议,工作" },
    { "one, two", "one,two" },
    { "Straße", "strasse" },
    { "\uF9F4", "林" },
    { "é É e\u0301", "e\u0301 e\u0301 e\u0301" },
    { "\uFF76\uFF9E", "\u30AB\u3099" },
    { "한국 사람", "\u1112\u1161\u11AB\u1100\u116E\u11A8 \u1109\u1161\u1105\u1161\u11B7" },
    { "", "" },
    { " \u3000\n", "" },
};

/* Units as UTF-8; half a pair as U+FFFD. */
static struct str printed(struct arena *arena, struct units units)
{
    struct buf out = buf_make(arena, (size_t)1 << 30);
    for (size_t i = 0; i < units.n; i++) {
        uint32_t c = unit_at(units, i);
        char utf8[4];
        if (c >= 0xD800 && c <= 0xDBFF && i + 1 < units.n && (unit_at(units, i + 1) & 0xFC00) == 0xDC00)
            c = 0x10000 + ((c & 0x3FF) << 10) + (unit_at(units, ++i) & 0x3FFu);
        buf_add_bytes(&out, utf8, utf8_put(c, utf8));
    }
    return buf_str(&out);
}

static void texts_that_match(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        struct str got = printed(&arena, fold(&arena, str_of(pairs[i].text)).text);
        if (!str_eq(got, str_of(pairs[i].folded)))
            fail_msg("%s: %.*s", pairs[i].text, (int)got.n, got.p);
    }
    arena_finish(&arena);
}

/* The same words in full and half width and in either case fold alike. */
static void width_and_case_do_not_matter(void **state)
{
    (void)state;
    struct dice dice = { 19 };
    for (int round = 0; round < 5000; round++) {
        struct arena arena = { 0 };
        struct buf half = buf_make(&arena, 1000), full = buf_make(&arena, 1000);
        for (size_t n = roll_below(&dice, 30); n > 0; n--) {
            uint32_t c = (uint32_t)(0x20 + roll_below(&dice, 0x5F));
            uint32_t wide = c == ' ' ? 0x3000 : c + 0xFEE0, other = c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c;
            char utf8[4];
            buf_add_bytes(&half, utf8, utf8_put(roll_below(&dice, 2) ? c : other, utf8));
            buf_add_bytes(&full, utf8, utf8_put(roll_below(&dice, 2) ? c : wide, utf8));
        }
        assert_true(units_eq(fold(&arena, buf_str(&half)).text, fold(&arena, buf_str(&full)).text));
        arena_finish(&arena);
    }
}

static bool starts_a_character(struct str s, size_t at)
{
    return at == s.n || ((unsigned char)s.p[at] & 0xC0) != 0x80;
}

/* Every unit of the folded text leads back to the one character of the source that it came from: folded alone, that gives it again.
 * And from there fold_unit leads to the first unit that this character gave. */
static void check_map(struct arena *arena, struct str s)
{
    struct folded folded = fold(arena, s);
    size_t before = 0;
    for (size_t at = 0; at < folded.text.n; at++) {
        uint16_t c = unit_at(folded.text, at);
        size_t from = fold_source(&folded, at), to = fold_source_end(&folded, s, at + 1);
        assert_true(from < s.n && starts_a_character(s, from));
        assert_true(to <= s.n && starts_a_character(s, to));
        assert_true(from < to && from >= before);
        assert_int_equal(fold_unit(&folded, from), from == before && at > 0 ? fold_unit(&folded, before) : at);
        before = from;
        size_t behind = from;
        uint32_t source = utf8_next(s, &behind);
        assert_int_equal(behind, to);
        struct units alone = fold(arena, str_sub(s, from, to)).text;
        assert_true(c == ' ' ? alone.n == 0 || source >= 0x80 : units_next(alone, c, 0) < alone.n);
    }
    assert_int_equal(fold_source(&folded, folded.text.n), s.n);
    assert_int_equal(fold_unit(&folded, s.n), folded.text.n);
}

static void every_offset_leads_back(void **state)
{
    (void)state;
    struct dice dice = { 23 };
    for (int round = 0; round < 20000; round++) {
        struct arena arena = { 0 };
        check_map(&arena, roll_text(&arena, &dice, 60));
        arena_finish(&arena);
    }
}

static void every_code_point_leads_back(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        char text[16] = "a";
        size_t n = 1 + utf8_put(c, text + 1);
        n += utf8_put(U'会', text + n);
        check_map(&arena, (struct str){ text, n });
        arena_reset(&arena);
    }
    arena_finish(&arena);
}

static void what_is_folded_stays(void **state)
{
    (void)state;
    struct dice dice = { 29 };
    for (int round = 0; round < 10000; round++) {
        struct arena arena = { 0 };
        struct units once = fold(&arena, roll_text(&arena, &dice, 60)).text;
        assert_int_equal(units_next(once, '\n', 0), once.n);
        assert_true(units_eq(fold(&arena, printed(&arena, once)).text, once));
        arena_finish(&arena);
    }
}

/* What is found in the folded text covers, as printed, whole characters that fold to what was looked for. */
static void pieces_are_found_where_they_stand(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct str s = STR("全市 工會\n工作（ＡＢＣ）会议，㎏");
    struct folded folded = fold(&arena, s);
    static const struct {
        const char *needle, *printed;
    } found[] = {
        { "工会工作", "工會\n工作" }, { "市工", "市 工" }, { "abc", "ＡＢＣ" }, { "(ab", "（ＡＢ" },
        { "议,", "议，" },            { "kg", "㎏" },      { "g", "㎏" },      { "k", "㎏" },
    };
    for (size_t i = 0; i < sizeof found / sizeof *found; i++) {
        struct needle needle = needle_make(&arena, fold(&arena, str_of(found[i].needle)).text);
        size_t at = units_find(folded.text, &needle, 0);
        assert_true(at != STR_NONE);
        struct str there = str_sub(s, fold_source(&folded, at), fold_source_end(&folded, s, at + needle.text.n));
        assert_true(str_eq(there, str_of(found[i].printed)));
    }
    arena_finish(&arena);
}

static void the_end_of_nothing(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct folded folded = fold(&arena, (struct str){ NULL, 0 });
    assert_int_equal(folded.text.n, 0);
    assert_int_equal(fold_source(&folded, 0), 0);
    folded = fold(&arena, STR("ａ"));
    assert_int_equal(fold_source(&folded, 1), 3);
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_that_match),
        cmocka_unit_test(width_and_case_do_not_matter),
        cmocka_unit_test(every_offset_leads_back),
        cmocka_unit_test(every_code_point_leads_back),
        cmocka_unit_test(what_is_folded_stays),
        cmocka_unit_test(pieces_are_found_where_they_stand),
        cmocka_unit_test(the_end_of_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
