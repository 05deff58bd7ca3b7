/* Tests of find/align: the same place in a report and in the capture that it came from. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "find/align.h"
#include "random.h"
#include "reports.h"

static void assert_place(struct place got, size_t paragraph, size_t offset)
{
    assert_true(got.paragraph == paragraph);
    assert_int_equal(got.offset, offset);
}

static void a_place_in_the_capture(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    static const char *const cleaned[] = { "某市工會在禮堂開會。", "代表們通過了報告。", NULL };
    static const char *const lines[] = { "<title>首页新闻网站</title>", "<p>某市工会(huì)在", "礼堂开会。</p>", "", "----", "<p>代表们通过了报告。", NULL };
    struct article *report = report_make(&arena, "", cleaned), *capture = report_make(&arena, "", lines);
    report->title = capture->title = (struct str){ NULL, 0 };
    assert_place(align_place(report, (struct place){ 0, 0 }, capture), 1, 3);
    assert_place(align_place(report, (struct place){ 0, 15 }, capture), 2, 0);  /* 禮 */
    assert_place(align_place(report, (struct place){ 1, 0 }, capture), 5, 3);
    assert_place(align_place(report, (struct place){ 0, 27 }, capture), 5, 3);  /* the full stop: the next Han */
    assert_place(align_place(capture, (struct place){ 2, 0 }, report), 0, 15); /* and back */
    assert_place(align_place(capture, (struct place){ 5, 0 }, report), 1, 0);
    assert_place(align_place(capture, (struct place){ 0, 0 }, report), 0, 0);
    arena_finish(&arena);
}

static void nothing_in_common(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    static const char *const one[] = { "代表们开会", NULL }, *const other[] = { "abc", NULL }, *const none[] = { NULL };
    struct article *a = report_make(&arena, "甲", one), *b = report_make(&arena, "", other), *c = report_make(&arena, "", none);
    b->title = c->title = (struct str){ NULL, 0 };
    assert_place(align_place(a, (struct place){ 0, 0 }, b), 0, 0);
    assert_place(align_place(b, (struct place){ 0, 1 }, a), PLACE_TITLE, 0);
    assert_place(align_place(a, (struct place){ 0, 999 }, c), 0, 0);
    assert_place(align_place(c, (struct place){ 7, 7 }, a), PLACE_TITLE, 0);
    assert_place(align_place(a, (struct place){ PLACE_SUBTITLE, 0 }, a), 0, 0);
    arena_finish(&arena);
}

/* Of several like it, the one about as far from the start. */
static void the_right_one_of_many(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    static const char *const text[] = { "会议强调要做好工作", "会议强调要做好工作", "会议强调要做好工作", "会议强调要做好工作", NULL };
    struct article *article = report_make(&arena, "题", text);
    for (size_t i = 0; i < 4; i++)
        assert_place(align_place(article, (struct place){ i, 6 }, article), i, 6);
    arena_finish(&arena);
}

/* Random Han, and the same with other things between them and in other paragraphs. */
static void random_texts(void **state)
{
    (void)state;
    struct dice dice = { 89 };
    for (int round = 0; round < 300; round++) {
        struct arena arena = { 0 };
        enum { HAN = 400 };
        struct article article = { .n_paragraphs = 1 }, other = { .n_paragraphs = 0 };
        struct str whole[1], pieces[HAN + 1];
        size_t offset[HAN];
        struct place there[HAN];
        struct buf text = buf_make(&arena, 100000), piece = buf_make(&arena, 100000);
        for (size_t i = 0; i < HAN; i++) {
            char utf8[4];
            size_t n = utf8_put((uint32_t)(0x4E00 + roll_below(&dice, 0x5000)), utf8);
            offset[i] = text.n;
            buf_add_bytes(&text, utf8, n);
            while (roll_below(&dice, 3) == 0)
                buf_add_cstr(&piece, roll_below(&dice, 2) ? "<b>" : "，");
            there[i] = (struct place){ other.n_paragraphs, piece.n };
            buf_add_bytes(&piece, utf8, n);
            if (i == HAN - 1 || roll_below(&dice, 12) == 0) {
                pieces[other.n_paragraphs++] = buf_str(&piece);
                piece = buf_make(&arena, 100000);
            }
        }
        whole[0] = buf_str(&text);
        article.paragraphs = whole;
        other.paragraphs = pieces;
        for (size_t i = 0; i < HAN - 16; i += 13) {
            assert_place(align_place(&article, (struct place){ 0, offset[i] }, &other), there[i].paragraph, there[i].offset);
            assert_place(align_place(&other, there[i], &article), 0, offset[i]);
        }
        arena_finish(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_place_in_the_capture),
        cmocka_unit_test(nothing_in_common),
        cmocka_unit_test(the_right_one_of_many),
        cmocka_unit_test(random_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
