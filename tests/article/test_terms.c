/* Tests of article/terms: what is a set phrase and what is a quotation, and the counts over years. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "article/terms.h"
#include "base/buf.h"
#include "base/map.h"
#include "random.h"
#include "reports.h"

static struct arena arena;

/* The phrases of a paragraph, with | between them. */
static struct str phrases(const char *paragraph)
{
    struct article a = report_said(&arena, NULL, paragraph);
    struct term_uses uses = { 0 };
    struct buf out = buf_make(&arena, 10000);
    terms_of(&arena, &a, &uses);
    for (size_t i = 0; i < uses.n; i++) {
        buf_add_cstr(&out, i ? "|" : "");
        buf_add(&out, str_sub(a.paragraphs[0], uses.v[i].from, uses.v[i].to));
    }
    return buf_str(&out);
}

static void finds_what_is_quoted(void **state)
{
    (void)state;
    static const struct {
        const char *paragraph, *wanted;
    } cases[] = {
        { "增强“四个意识”,坚定「四个自信」,做到『两个维护』。", "四个意识|四个自信|两个维护" },
        { "建好\"职工之家\",当好\"娘家人\"。", "职工之家|娘家人" },
        { "强“三性”、去“四化”,是工会的任务。", "强“三性”、去“四化”" },
        { "强“三性”、去“四化”、建“一家”。", "强“三性”、去“四化”、建“一家”" },
        { "获“先锋号”、“示范岗”称号。", "先锋号|示范岗" },
        { "强“三性”,去“四化”。", "三性|四化" },
        { "他说:“我们做了很多工作。今后还要做。”", "" },     /* a sentence */
        { "他说:“要办好三件事:一是学习”", "" },
        { "“家”和“AB”不算", "" },                               /* too short, no Han */
        { "没有关上的“四个意识", "" },
        { "《“十四五”规划》", "十四五" },
        { "“甲乙丙丁甲乙丙丁甲乙丙丁甲乙丙丁甲乙丙丁甲乙丙丁甲乙丙丁甲乙丙丁”", "" }, /* 32 */
        { "”“”““四化””", "四化" },
        { "“", "" },
        { "", "" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str got = phrases(cases[i].paragraph);
        if (!str_eq(got, str_of(cases[i].wanted)))
            fail_msg("%s: '%.*s'", cases[i].paragraph, (int)got.n, got.p);
    }
}

static void gathers_over_years(void **state)
{
    (void)state;
    struct article v[] = {
        report_said(&arena, "2021-05", "坚定四个自信,第四个自信的人,四个自信心。"), /* unquoted, and twice something else: 自信心 holds it still */
        report_said(&arena, NULL, "增强“四个自信”"),
        report_said(&arena, "2019-01-02", "增強「四個自信」,“五小”"),
        report_said(&arena, "2021-03", "“四个自信”和“四个自信”,五小"),
    };
    const struct article *articles[] = { &v[0], &v[1], &v[2], &v[3] };
    struct terms terms = terms_gather(&arena, articles, 4);
    assert_int_equal(terms.n, 2);
    const struct term *term = &terms.v[0];
    assert_true(str_eq(term->text, STR("四個自信"))); /* as the oldest report has it */
    assert_int_equal(term->n_articles, 4);
    assert_int_equal(term->uses.n, 6);
    assert_int_equal(term->years.n, 2);
    assert_int_equal(term->years.v[0].year, 2019);
    assert_int_equal(term->years.v[0].n_articles, 1);
    assert_int_equal(term->years.v[1].year, 2021);
    assert_int_equal(term->years.v[1].n_articles, 2);
    assert_true(str_eq(term_first(term), STR("2019-01-02")));
    assert_true(str_eq(term_last(term), STR("2021-05")));
    assert_true(str_eq(terms.v[1].text, STR("五小")));
    assert_int_equal(terms.v[1].n_articles, 1); /* two characters are too few to know it without quotes */
    assert_int_equal(terms_gather(&arena, NULL, 0).n, 0);
}

/* Some of what begins with a number is known, by a rule that any text answers. */
static bool is_known(void *context, struct str simplified)
{
    (void)context;
    return hash_str(HASH_START, simplified) % 5 == 0;
}

/* Adds the known phrases without quotes in s that are not there yet. */
static void add_numbered(struct map *there, struct str s)
{
    struct str phrase;
    for (size_t at = 0; term_next_numbered(s, &at, is_known, NULL, &phrase);)
        map_put(there, phrase, 0, NULL);
}

/* Whatever is known, the stretches of a text hold what the text does. */
static void stretches_hold_all(void **state)
{
    (void)state;
    static const char32_t letters[] = U"一三四五九十百〇两第第个意识會的，“”5A";
    struct dice dice = { 19 };
    size_t found = 0, shorter = 0;
    for (int round = 0; round < 3000; round++) {
        struct map whole = { .arena = &arena }, parts = { .arena = &arena };
        struct buf text = buf_make(&arena, 1000);
        struct str stretch;
        for (size_t n = roll_below(&dice, 60); n > 0; n--) {
            char utf8[4];
            bool number = roll_below(&dice, 4) == 0;
            buf_add_bytes(&text, utf8, utf8_put(letters[number ? roll_below(&dice, 8) : 8 + roll_below(&dice, sizeof letters / sizeof *letters - 9)], utf8));
        }
        add_numbered(&whole, buf_str(&text));
        for (size_t at = 0, end = 0; term_next_stretch(buf_str(&text), &at, &stretch); end = at) {
            assert_true(at - stretch.n >= end);
            shorter += stretch.n < text.n;
            add_numbered(&parts, stretch);
        }
        assert_int_equal(parts.n, whole.n);
        for (size_t at = 0; term_next_numbered(buf_str(&text), &at, is_known, NULL, &stretch); found++)
            assert_non_null(map_get(&parts, stretch));
        arena_reset(&arena);
    }
    assert_true(found > 1000 && shorter > 1000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_is_quoted),
        cmocka_unit_test(gathers_over_years),
        cmocka_unit_test(stretches_hold_all),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_finish(&arena);
    return failed;
}
