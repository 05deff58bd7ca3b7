/* Marks of pinyin: which go, and which brackets stay (cleaning.md 2.2). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "clean/capture.h"
#include "clean/annotation.h"

/* What annotation_strip leaves of a text. */
static void check(const char *text, const char *want)
{
    struct arena arena = { 0 };
    struct draft draft = capture_lines(&arena, text);
    annotation_strip(&arena, &draft);
    assert_string_equal(capture_blocks(&arena, &draft), want);
    arena_finish(&arena);
}

static void toned_marks_go(void **state)
{
    (void)state;
    check("臨汾市工會(huì)開幕", "臨汾市工會開幕");
    check("全角的工会（huì）也去，这里是（会议）", "全角的工会也去，这里是（会议）");
}

static void a_blank_before_the_bracket_goes_too(void **state)
{
    (void)state;
    check("時(shí )間", "時間");
}

static void repeated_and_toneless_marks_go_in_company(void **state)
{
    (void)state;
    check("全國(guo)(guo)人民(min)生活(huo)", "全國人民生活");
    check("全國(guo)人民", "全國(guo)人民");
}

static void inside_of_brackets(void **state)
{
    (void)state;
    check("(擴(kuò)大)會議", "(擴大)會議");
}

static void words_and_names_stay(void **state)
{
    (void)state;
    check("女(女)兼(兼)(草案)總(總商會)", "女(女)兼(兼)(草案)總(總商會)");
    check("组织(EAP)指数(CPI)雇员(Employee)", "组织(EAP)指数(CPI)雇员(Employee)");
    check("他(he)很长(long)的男人们(men)一个(an)", "他(he)很长(long)的男人们(men)一个(an)");
    check("彭(佩去人加王)云", "彭(佩去人加王)云");
    check("(~:)sunshine", "(~:)sunshine");
}

static void what_goes_is_kept(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct draft draft = capture_lines(&arena, "工會(huì)召(zhào)開");
    annotation_strip(&arena, &draft);
    assert_string_equal(capture_removed(&arena, &draft, REMOVED_PINYIN), "(huì)|(zhào)");
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(toned_marks_go),
        cmocka_unit_test(a_blank_before_the_bracket_goes_too),
        cmocka_unit_test(repeated_and_toneless_marks_go_in_company),
        cmocka_unit_test(inside_of_brackets),
        cmocka_unit_test(words_and_names_stay),
        cmocka_unit_test(what_goes_is_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
