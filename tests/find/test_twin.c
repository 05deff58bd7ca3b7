/* Tests of find/twin and find/excerpt: where a phrase stands in a report, as it is printed. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "find/excerpt.h"
#include "find/twin.h"
#include "random.h"
#include "reports.h"

static const char *const text[] = { "大會在禮堂举行，工会工作報告获得通过。", "工会\n工作（ＡＢＣ）：工会 工作。", "", "aaaa", NULL };

/* What is found, as printed, parted by |. */
static void assert_found(const char *needle, const char *wanted)
{
    struct arena arena = { 0 };
    struct article *article = report_make(&arena, "市工会开幕", text);
    article->subtitle = STR("工会侧记");
    struct twin twin = twin_make(&arena, article);
    struct hits hits = { 0 };
    struct buf got = buf_make(&arena, 1000);
    struct needle folded = needle_make(&arena, fold(&arena, str_of(needle)).text);
    twin_find(&arena, &twin, &folded, &hits);
    for (size_t i = 0; i < hits.n; i++) {
        if (i) {
            buf_add_cstr(&got, "|");
            assert_true(hit_cmp(&hits.v[i - 1], &hits.v[i]) < 0);
        }
        size_t paragraph = hits.v[i].paragraph;
        buf_add_format(&got, "%ld:", paragraph == PLACE_TITLE ? -1L : paragraph == PLACE_SUBTITLE ? -2L : (long)paragraph);
        buf_add(&got, str_sub(article_paragraph(article, hits.v[i].paragraph), hits.v[i].from, hits.v[i].to));
    }
    if (!str_eq(buf_str(&got), str_of(wanted)))
        fail_msg("%s: %.*s", needle, (int)got.n, got.p);
    arena_finish(&arena);
}

static void phrases_are_found(void **state)
{
    (void)state;
    assert_found("工会", "-1:工会|-2:工会|0:工会|1:工会|1:工会");
    assert_found("工会工作", "0:工会工作|1:工会\n工作|1:工会 工作");
    assert_found("工會工作報告", "0:工会工作報告");
    assert_found("大会", "0:大會");
    assert_found("abc", "1:ＡＢＣ");
    assert_found("aa", "3:aa|3:aa"); /* hits do not overlap */
    assert_found("aaa", "3:aaa");
    assert_found("没有", "");
    assert_found("通过。工会", ""); /* not from one paragraph into the next */
}

/* A piece of the report, looked for, is found where it was taken from. */
static void every_piece_is_found(void **state)
{
    (void)state;
    struct dice dice = { 47 };
    for (int round = 0; round < 5000; round++) {
        struct arena arena = { 0 };
        struct article article = { .n_paragraphs = 3, .delegates = -1 };
        article.paragraphs = NEW_N(&arena, struct str, 3);
        for (size_t i = 0; i < 3; i++)
            article.paragraphs[i] = roll_text(&arena, &dice, 80);
        size_t p = roll_below(&dice, 3);
        struct str whole = article.paragraphs[p];
        size_t count = utf8_count(whole), start = roll_below(&dice, count + 1), n = 1 + roll_below(&dice, 8);
        size_t from = utf8_offset(whole, start), to = utf8_offset(whole, start + n);
        struct needle needle = needle_make(&arena, fold(&arena, str_sub(whole, from, to)).text);
        struct twin twin = twin_make(&arena, &article);
        struct hits hits = { 0 };
        bool found = needle.text.n == 0;
        if (needle.text.n)
            twin_find(&arena, &twin, &needle, &hits);
        for (size_t i = 0; i < hits.n; i++) {
            struct str paragraph = article_paragraph(&article, hits.v[i].paragraph);
            assert_true(hits.v[i].from < hits.v[i].to && hits.v[i].to <= paragraph.n);
            struct units there = fold(&arena, str_sub(paragraph, hits.v[i].from, hits.v[i].to)).text;
            assert_true(units_find(there, &needle, 0) != STR_NONE);
            found |= hits.v[i].paragraph == p && hits.v[i].from < to && hits.v[i].to > from;
        }
        assert_true(found);
        arena_finish(&arena);
    }
}

static void excerpts(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    static const char *const one[] = { "大会在\U00020000堂举行", NULL };
    struct article *article = report_make(&arena, "题", one);
    struct hit hit = { 0, 9, 13 };
    struct excerpt excerpt = excerpt_of(article, hit, 2);
    assert_true(str_eq(excerpt.left, STR("会在")));
    assert_true(str_eq(excerpt.match, STR("\U00020000")));
    assert_true(str_eq(excerpt.right, STR("堂举")));
    excerpt = excerpt_of(article, hit, 100);
    assert_true(str_eq(excerpt.left, STR("大会在")));
    assert_true(str_eq(excerpt.right, STR("堂举行")));
    excerpt = excerpt_of(article, hit, 0);
    assert_int_equal(excerpt.left.n + excerpt.right.n, 0);
    excerpt = excerpt_of(article, (struct hit){ PLACE_TITLE, 0, 3 }, 5);
    assert_true(str_eq(excerpt.match, STR("题")));
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(phrases_are_found),
        cmocka_unit_test(every_piece_is_found),
        cmocka_unit_test(excerpts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
