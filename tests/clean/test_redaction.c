/* What was struck out is counted (cleaning.md 8). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "clean/capture.h"
#include "clean/redaction.h"

/* The note on a report of this title and text, or "". */
static void check(const char *title, const char *text, const char *want)
{
    struct arena arena = { 0 };
    struct draft draft = { 0 };
    struct str paragraph = str_of(text);
    struct article article = { .title = str_of(title), .paragraphs = &paragraph, .n_paragraphs = 1 };
    redaction_note(&arena, &draft, &article);
    assert_string_equal(draft.notes.n ? capture_cstr(&arena, draft.notes.v[0].text) : "", want);
    arena_finish(&arena);
}

static void runs_are_counted(void **state)
{
    (void)state;
    check("", "××市总工会第×次代表大会开幕。", "2 places are struck out: × 2");
    check("", "***同志和﹡﹡同志出席。*******员讲话。", "3 places are struck out: * 3");
    check("XX县工会第二次代表大会", "xx县委书记张某某，ＸＸ县县长。", "3 places are struck out: X 3");
    check("", "20XX年，201x年，20××年。", "3 places are struck out: × 1 X 2");
    check("", "今天，__县工会召开==次大会。", "2 places are struck out: _ 1 = 1");
}

static void signs_are_none(void **state)
{
    (void)state;
    check("", "他获得4×100米接力和3 × 3篮球赛冠军，奖牌长5×厘米。", "");
    check("", "身穿XXL号服装，访问www.xxgh.cn和taxx表，X光检查。", "");
    check("", "file_name，a=b，星号*注。", "");
    check("****", "××××", "");
    check("", "主题----团结，——奋进。", "");
    check("", "区工会第五次代表大会开幕。", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(runs_are_counted),
        cmocka_unit_test(signs_are_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
