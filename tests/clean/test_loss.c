/* What a page seems to have lost is said, not mended (cleaning.md 2.5, 8). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "clean/capture.h"
#include "clean/loss.h"

/* How many notes of a kind a report of this text has. */
static size_t notes(const char *text, enum note_kind kind)
{
    struct arena arena = { 0 };
    struct article *a = capture_report(&arena, text);
    size_t n = 0;
    for (size_t i = 0; i < a->n_notes; i++)
        n += a->notes[i].kind == kind;
    arena_finish(&arena);
    return n;
}

#define TITLE "青岚县工会召开会议\n\n"

static void lost_characters(void **state)
{
    (void)state;
    assert_int_equal(notes(TITLE "党的大对工会工作提出了新的要求，我们要认真学习。", NOTE_LOST), 1);
    assert_int_equal(notes(TITLE "全县召开了工会第届代表大会，职工代表()人参加。", NOTE_LOST), 2);
    assert_int_equal(notes(TITLE "县工会第—次代表大会和第十—届委员会开会，代表( )人参加。", NOTE_LOST), 3);
}

static void whole_words(void **state)
{
    (void)state;
    assert_int_equal(notes(TITLE "党的大政方针深入人心，党的二十大精神鼓舞人心。", NOTE_LOST), 0);
    assert_int_equal(notes(TITLE "会期从六月十日—次日上午，主题（团结）响亮，全县代表参加。", NOTE_LOST), 0);
    assert_int_equal(notes(TITLE "党的大家庭里大家团结一心，共同努力做好工会工作。", NOTE_LOST), 0);
}

static void wrecks(void **state)
{
    (void)state;
    assert_int_equal(notes(TITLE "全县工会代表大会锟斤拷锟斤拷在县城召开，代表们烫烫烫烫参加了会议。", NOTE_LOST), 2);
    assert_int_equal(notes(TITLE "全县工会代表大会\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD在县城召开，代表们参加了会议。", NOTE_LOST), 1);
    assert_int_equal(notes(TITLE "大会的茶水滚烫，烫手山芋般的难题和屯里屯外的喜事都谈到了。", NOTE_LOST), 0);
}

static void a_cut_end(void **state)
{
    (void)state;
    assert_int_equal(notes(TITLE "会议要求全县各级工会组织深入基层，切实维护好职工的合", NOTE_DAMAGED), 1);
    assert_int_equal(notes(TITLE "会议要求全县各级工会组织深入基层，切实维护好职工权益。", NOTE_DAMAGED), 0);
    assert_int_equal(notes(TITLE "会议要求全县各级工会组织深入基层，切实维护职工权益。\n\n2014年9月10日", NOTE_DAMAGED), 0);
}

static void missing_sections(void **state)
{
    (void)state;
    assert_int_equal(notes(TITLE "一、认清当前的形势和任务。\n\n三、加强工会的自身建设。", NOTE_DAMAGED), 1);
    assert_int_equal(notes(TITLE "一、认清当前的形势和任务。\n\n二、加强工会的自身建设。", NOTE_DAMAGED), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lost_characters),
        cmocka_unit_test(whole_words),
        cmocka_unit_test(wrecks),
        cmocka_unit_test(a_cut_end),
        cmocka_unit_test(missing_sections),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
