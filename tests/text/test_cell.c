/* Tests of text/cell: clusters by the standard's own examples, and widths of all kinds of characters. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "random.h"
#include "standard.h"
#include "text/cell.h"
#include "text/drawable.h"

/* Where the standard keeps a character with the one before it and we do not, and why: its place on the screen must not depend on
 * whether a terminal knows clusters. */
static const struct {
    uint32_t behind, c; /* behind 0: whatever stands before */
    const char *why;
} apart[] = {
    { 0x000D, 0x000A, "each control character shows a mark of its own" },
    { 0, 0x0903, "a vowel sign that is drawn beside its letter, in a cell of its own" },
    { 0x0600, 0, "a prefix is a format character: it shows a mark, and what stands behind it is drawn" },
    { 0x1100, 0x1100, "two leading letters, each two cells wide" },
    { 0x1100, 0xAC00, "a leading letter and a syllable, each two cells wide" },
    { 0x1100, 0xAC01, "a leading letter and a syllable" },
    { 0, 0x1160, "the filler of Hangul draws nothing: it shows a mark" },
    { 0x1F1E6, 0x1F1E6, "the halves of a flag are drawn as two letters where a terminal knows no flags" },
    { 0x1F1E6, 0x1F1E7, "the halves of a flag" },
    { 0x1F1E7, 0x1F1E8, "the halves of a flag" },
    { 0x1F1E8, 0x1F1E9, "the halves of a flag" },
    { 0, 0x1F3FF, "a colour of skin is drawn beside its person where a terminal knows none" },
    { 0x200D, 0x1F476, "each picture is drawn where a terminal joins none" },
    { 0x200D, 0x1F6D1, "each picture is drawn" },
    { 0x200D, 0x2701, "each picture is drawn" },
};
static size_t seen_apart[sizeof apart / sizeof *apart];

static bool stands_apart(uint32_t behind, uint32_t c)
{
    for (size_t i = 0; i < sizeof apart / sizeof *apart; i++)
        if ((!apart[i].behind || apart[i].behind == behind) && (!apart[i].c || apart[i].c == c)) {
            seen_apart[i]++;
            return true;
        }
    return false;
}

static void check_line(const struct example *example, const char *line)
{
    struct str s = example->text;
    for (size_t at = 0, i = 0; at < s.n;) {
        size_t end = at + cluster_at(s, at).len;
        for (i++; i < example->n && example->starts[i] < end; i++)
            if (example->breaks[i])
                fail_msg("kept together before U+%04X in %s", example->points[i], line);
        if (i < example->n && !example->breaks[i] && !stands_apart(example->points[i - 1], example->points[i]))
            fail_msg("broken before U+%04X in %s", example->points[i], line);
        at = end;
    }
}

static void clusters_of_the_standard(void **state)
{
    (void)state;
    assert_int_equal(for_each_example(SOURCE_ROOT "/tests/text/GraphemeBreakTest.txt", check_line), 602);
    for (size_t i = 0; i < sizeof apart / sizeof *apart; i++)
        if (!seen_apart[i])
            fail_msg("never met: %s", apart[i].why);
}

/* Clusters of one text, parted by | and each with its width behind it. */
static const struct {
    const char *text, *clusters;
} cut[] = {
    { "会议", "会2|议2" },
    { "e\u0301a", "e\u03011|a1" },
    { "中\u0301文", "中\u03012|文2" },
    { "（a）", "（2|a1|）2" },
    { "\u1112\u1161\u11AB", "\u1112\u1161\u11AB2" },                                     /* 한 in letters */
    { "\U0001F1E8\U0001F1F3", "\U0001F1E81|\U0001F1F31" },                               /* a flag */
    { "\U0001F469\u200D\U0001F467", "\U0001F469\u200D2|\U0001F4672" },                   /* a family */
    { "\U0001F44D\U0001F3FD", "\U0001F44D2|\U0001F3FD2" },                               /* a colour of skin */
    { "\u2764\uFE0F", "\u2764\uFE0F1" },
    { "\uFF76\uFF9E", "\uFF761|\uFF9E1" },                                               /* ｶﾞ */
    { "\u0E01\u0E33", "\u0E011|\u0E331" },                                               /* Thai, with a vowel behind it */
    { "\u0E01\u0E34\u0E48", "\u0E01\u0E34\u0E481" },                                     /* and with a vowel above */
    { "\u0B95\u0BBF", "\u0B951|\u0BBF1" },
    { "\u0600\u0661", "\u06001|\u06611" },
    { "辻\U000E0100", "辻\U000E01002" },                                                 /* an ideographic variant */
    { "x\U000E0041y", "x1|\U000E00411|y1" },                                             /* a tag may not hide */
    { "x\u202Ey", "x1|\u202E1|y1" },
    { "x\u200By", "x1|\u200B1|y1" },
    { "\u0301", "\u03011" },
    { "a\n\u0301", "a1|\n1|\u03011" },
};

static void clusters_one_by_one(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cut / sizeof *cut; i++) {
        struct str s = str_of(cut[i].text);
        char got[200];
        size_t n = 0;
        for (size_t at = 0; at < s.n;) {
            struct cluster c = cluster_at(s, at);
            n += (size_t)snprintf(got + n, sizeof got - n, "%s%.*s%d", at ? "|" : "", (int)c.len, s.p + at, c.width);
            at += c.len;
        }
        assert_string_equal(got, cut[i].clusters);
    }
}

static const struct {
    uint32_t c;
    int width;
} widths[] = {
    { 'a', 1 },     { ' ', 1 },      { 0, 1 },        { 0x1B, 1 },    { 0x7F, 1 },    { 0x85, 1 },    { 0xA0, 1 },    { 0xAD, 1 },
    { 0xB7, 1 },    { 0xD7, 1 },     { 0x301, 1 },    { 0x200B, 1 },  { 0x2014, 1 },  { 0x201C, 1 },  { 0x2026, 1 },  { 0x202E, 1 },
    { 0x2460, 1 },  { 0x25CB, 1 },   { 0x25CF, 1 },   { 0x2605, 1 },  { 0x2E80, 2 },  { 0x3000, 2 },  { 0x3001, 2 },  { 0x3007, 2 },
    { 0x303F, 1 },  { 0x3042, 2 },   { 0x3105, 2 },   { 0x3164, 1 },  { 0x3400, 2 },  { 0x4DBF, 2 },  { 0x4E00, 2 },
    { 0x9FFF, 2 },  { 0xA000, 2 },   { 0xAC00, 2 },   { 0xD7A3, 2 },  { 0xE000, 1 },  { 0xF900, 2 },  { 0xFE0F, 1 },  { 0xFE30, 2 },
    { 0xFEFF, 1 },  { 0xFF01, 2 },   { 0xFF0C, 2 },   { 0xFF5E, 2 },  { 0xFF61, 1 },  { 0xFFE5, 2 },  { 0xFFFD, 1 },  { 0x1F600, 2 },
    { 0x20000, 2 },  { 0x2A6DF, 2 },  { 0x2FFFF, 1 }, { 0x30000, 2 }, { 0xE0041, 1 }, { 0xE0100, 1 }, { 0xF0000, 1 },
    { 0x10FFFF, 1 },
};

static void widths_one_by_one(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++)
        if (cell_width(widths[i].c) != widths[i].width)
            fail_msg("U+%04X is %d wide", widths[i].c, cell_width(widths[i].c));
}

/* On a terminal that draws them two cells wide. What shows U+FFFD is as wide as that. */
static void ambiguous_widths(void **state)
{
    (void)state;
    static const char32_t ambiguous[] = U"“”‘’—…·×÷°±‰§①■□●○★→Ⅰ№√∞≤αж─éàìáāǎ\uFFFD\uE000\u202E\u0301\U000F0000";
    static const char32_t others[] = U"a\t\001中，ｱ½\U0001F600";
    for (int width = 1; width <= 2; width++) {
        cell_set_ambiguous(width);
        assert_int_equal(cell_ambiguous(), width);
        for (const char32_t *c = ambiguous; *c; c++)
            if (cell_width(*c) != width || !cell_is_ambiguous(*c))
                fail_msg("U+%04X is %d wide", (unsigned)*c, cell_width(*c));
        assert_int_equal(cells_of(STR("“中”a\u0301")), 3 + 2 * (size_t)width);
    }
    for (const char32_t *c = others; *c; c++)
        if (cell_is_ambiguous(*c) != (*c == 0xBD))
            fail_msg("U+%04X is ambiguous", (unsigned)*c);
    cell_set_ambiguous(1);
}

/* Whatever is shown by a mark in its place is as wide as that mark. */
static void every_code_point_has_a_width(void **state)
{
    (void)state;
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        int width = cell_width(c);
        if (width != 1 && width != 2)
            fail_msg("U+%04X is %d wide", c, width);
        if (width == 2 && (!is_safe(c) || is_mark(c)))
            fail_msg("U+%04X shows a mark, but is 2 wide", c);
        char utf8[4];
        struct str s = { utf8, utf8_put(c, utf8) };
        assert_int_equal(cluster_at(s, 0).len, s.n);
    }
}

static void every_Han_is_two_cells(void **state)
{
    (void)state;
    for (uint32_t c = 0x4E00; c <= 0x9FFF; c++)
        assert_int_equal(cell_width(c), 2);
    for (uint32_t c = 0xFF01; c <= 0xFF5E; c++)
        assert_int_equal(cell_width(c), 2);
    for (uint32_t c = 0x3000; c <= 0x3029; c++)
        assert_int_equal(cell_width(c), 2);
    for (uint32_t c = 0x20; c < 0x300; c++)
        assert_int_equal(cell_width(c), 1);
}

/* The quick way for plain text answers as the rules do: a cluster never depends on more than the text around it. */
static void random_text_falls_into_clusters(void **state)
{
    (void)state;
    struct dice dice = { 5 };
    for (int round = 0; round < 20000; round++) {
        struct arena arena = { 0 };
        struct str s = roll_text(&arena, &dice, 40);
        size_t cells = 0;
        for (size_t at = 0; at < s.n;) {
            struct cluster c = cluster_at(s, at);
            assert_true(c.len >= 1 && at + c.len <= s.n && (c.width == 1 || c.width == 2));
            assert_int_equal(c.width, cell_width(utf8_at(s, at)));
            size_t inner = at;
            utf8_next(s, &inner);
            while (inner < at + c.len) { /* nothing is in it that would be lost */
                uint32_t d = utf8_next(s, &inner);
                assert_true(is_mark(d) || is_steering(d));
                assert_false(is_mark(d) && is_steering(d));
            }
            assert_int_equal(cells_of(str_sub(s, 0, at)), cells);
            assert_int_equal(cells_fit(s, cells), at);
            cells += (size_t)c.width;
            at += c.len;
        }
        assert_int_equal(cells_of(s), cells);
        assert_int_equal(cells_fit(s, cells), s.n);
        assert_int_equal(cells_fit(s, (size_t)-1), s.n);
        arena_finish(&arena);
    }
}

static void fitting(void **state)
{
    (void)state;
    struct str s = STR("a会b");
    assert_int_equal(cells_of(s), 4);
    assert_int_equal(cells_fit(s, 0), 0);
    assert_int_equal(cells_fit(s, 1), 1);
    assert_int_equal(cells_fit(s, 2), 1);
    assert_int_equal(cells_fit(s, 3), 4);
    assert_int_equal(cells_fit(s, 4), 5);
    assert_int_equal(cells_of(STR("")), 0);
}

/* A million marks on one letter are one cluster, found in one go. */
static void marks_without_end(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct buf buf = buf_make(&arena, 16u << 20);
    buf_add_cstr(&buf, "会");
    for (int i = 0; i < 1000000; i++)
        buf_add_cstr(&buf, "\u0301");
    clock_t start = clock();
    struct cluster c = cluster_at(buf_str(&buf), 0);
    assert_int_equal(c.len, buf.n);
    assert_int_equal(c.width, 2);
    assert_int_equal(cells_of(buf_str(&buf)), 2);
    assert_true(clock() - start < 5 * CLOCKS_PER_SEC);
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clusters_of_the_standard),
        cmocka_unit_test(clusters_one_by_one),
        cmocka_unit_test(widths_one_by_one),
        cmocka_unit_test(ambiguous_widths),
        cmocka_unit_test(every_code_point_has_a_width),
        cmocka_unit_test(every_Han_is_two_cells),
        cmocka_unit_test(random_text_falls_into_clusters),
        cmocka_unit_test(fitting),
        cmocka_unit_test(marks_without_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
