/* Tests of article/terms: what is a set phrase and what is a quotation, and the counts over years. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "article/terms.h"
#include "base/buf.h"
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_is_quoted),
        cmocka_unit_test(gathers_over_years),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_finish(&arena);
    return failed;
}
