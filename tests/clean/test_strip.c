/* Stripping: what goes is kept, who made it is noted. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "clean/capture.h"
#include "clean/strip.h"

static void indents_are_kept_in_removed(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct draft draft = capture_lines(&arena, "　　今天开幕。 ");
    strip_lines(&arena, &draft);
    assert_string_equal(capture_blocks(&arena, &draft), "今天开幕。");
    assert_string_equal(capture_removed(&arena, &draft, REMOVED_NBSP_INDENT), "　　");
    assert_string_equal(capture_removed(&arena, &draft, REMOVED_WHITESPACE), " ");
    arena_finish(&arena);
}

#define TITLE "青岚县工会第四次代表大会隆重开幕\n"
#define BODY "今天上午，青岚县工会第四次代表大会开幕，代表们出席了会议。\n"

static void check(const char *text, const char *authors, const char *credits)
{
    struct arena arena = { 0 };
    struct draft draft = capture_lines(&arena, text);
    strip_lines(&arena, &draft);
    strip_chrome(&arena, &draft);
    assert_string_equal(capture_authors(&arena, &draft), authors);
    assert_string_equal(capture_removed(&arena, &draft, REMOVED_CREDIT), credits);
    arena_finish(&arena);
}

static void authors_come_in_printed_order(void **state)
{
    (void)state;
    check(TITLE "来源：青岚网 作者：何苗 时间：2020-01-02\n" BODY "编辑：罗小满", "作者=何苗|编辑=罗小满", "编辑：罗小满");
}

static void a_nickname_under_the_title(void **state)
{
    (void)state;
    check(TITLE "(~:)sunshine\n" BODY, "=(~:)sunshine", "(~:)sunshine");
    check(TITLE BODY "CCTV news\n" BODY, "", "");
}

static void a_name_in_brackets_at_the_end(void **state)
{
    (void)state;
    check(TITLE BODY "（李正茂）", "=李正茂", "（李正茂）");
    check(TITLE BODY "（草案）", "", "");
}

/* Every Han character of a page is in the report or in what was removed. */
static void nothing_is_lost(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    const char *text = "首页 > 新闻\n" TITLE "来源：青岚网 时间：2020-01-02\n图片\n" BODY "记者 何苗\n猜你喜欢\n别的大会";
    struct article *a = capture_report(&arena, text);
    struct buf all = buf_make(&arena, 1 << 16);
    assert_true(a->n_paragraphs > 0);
    buf_add(&all, a->title);
    for (size_t i = 0; i < a->n_paragraphs; i++)
        buf_add(&all, a->paragraphs[i]);
    for (size_t i = 0; i < a->n_removed; i++)
        buf_add(&all, a->removed[i].text);
    for (const char *p = text; *p;) {
        size_t n = (unsigned char)*p < 0x80 ? 1 : 3;
        if (n == 3)
            assert_true(str_has(buf_str(&all), (struct str){ p, 3 }));
        p += n;
    }
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(indents_are_kept_in_removed),
        cmocka_unit_test(authors_come_in_printed_order),
        cmocka_unit_test(a_nickname_under_the_title),
        cmocka_unit_test(a_name_in_brackets_at_the_end),
        cmocka_unit_test(nothing_is_lost),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
