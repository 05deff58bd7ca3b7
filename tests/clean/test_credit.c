/* Credit lines and bylines (cleaning.md 7.1, 7.2). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "clean/capture.h"
#include "clean/credit.h"

/* What credit_read makes of a line; NULL where it is none. */
static void check(const char *line, const char *want)
{
    struct arena arena = { 0 };
    struct draft draft = { 0 };
    bool read = credit_read(&arena, str_of(line), &draft);
    if (!want) {
        assert_false(read);
        assert_int_equal(draft.authors.n, 0);
    } else {
        assert_true(read);
        assert_string_equal(capture_authors(&arena, &draft), want);
    }
    arena_finish(&arena);
}

static void labels_and_names(void **state)
{
    (void)state;
    check("记者 柴琳琳 通讯员 姜璞 文/图", "记者=柴琳琳|通讯员=姜璞");
    check("記者丨謝逸舟 劉穎傑", "記者=謝逸舟|記者=劉穎傑");
    check("一审丨张圆 二审丨赵程程", "一审=张圆|二审=赵程程");
    check("责任编辑： 吉政", "责任编辑=吉政");
    check("信 息 | 王小帅", "信息=王小帅");
    check("（刘冠群/文）", "文=刘冠群");
    check("■记者 欧阳一帆", "记者=欧阳一帆");
    check("供稿：县总工会办公室", "供稿=县总工会办公室");
    check("青岚日报记者 吴晓东", "青岚日报记者=吴晓东");
    check("作者：sunny_day", "作者=sunny_day");
    check("刘学文 责任编辑：王晓明", "=刘学文|责任编辑=王晓明");
    check("县城北 责任编辑：王晓明", NULL);
    check("江东日报记者李晓明、通讯员王思远", "江东日报记者=李晓明|通讯员=王思远");
    check("编辑：lan_xi3", "编辑=lan_xi3");
}

static void nobody_is_no_author(void **state)
{
    (void)state;
    check("作者：佚名", "");
    check("作者：佚名 编辑：王晓明", "编辑=王晓明");
    check("佚名", NULL);
}

static void spaced_and_glued_names(void **state)
{
    (void)state;
    check("记者｜陈 赛　王思远", "记者=陈赛|记者=王思远");
    check("记者王宋平", "记者=王宋平");
    check("記者高凱張量", "記者=高凱|記者=張量");
    check("记者陈桂明 实习记者李应东 通讯员海生 黄奋明", "记者=陈桂明|实习记者=李应东|通讯员=海生|通讯员=黄奋明");
    check("记者从会上", NULL);
    check("记者李应东 编辑部主任", NULL);
}

static void text_is_no_credit(void **state)
{
    (void)state;
    check("会后，记者见到了他", NULL);
    check("记者从会上获悉，协会将开通热线", NULL);
    check("作者简介", NULL);
    check("编辑部主任会议", NULL);
    check("记者节活动", NULL);
    check("王保国", NULL);
    check("媒体报道", NULL);
    check("图片", NULL);
    check("陈松年 何秋水 出席", NULL);
}

/* Of two captions, one after the other. */
static void check_pictures(const char *first, const char *second, const char *want)
{
    struct arena arena = { 0 };
    struct draft draft = { 0 };
    credit_picture(&arena, str_of(first), &draft);
    credit_picture(&arena, str_of(second), &draft);
    assert_string_equal(capture_authors(&arena, &draft), want);
    arena_finish(&arena);
}

static void who_took_the_picture(void **state)
{
    (void)state;
    check_pictures("图为大会主席台。 记者 马立春 摄", "代表入场。（孙晓丽 摄）", "记者=马立春|摄=孙晓丽");
    check_pictures("▲大会现场 张小龙 摄", "会场。 张小龙 摄", "摄=张小龙");
    check_pictures("图为市委书记秦海涛在讲话。", "大会现场", "");
}

static void check_bylines(const char *text, const char *want)
{
    struct arena arena = { 0 };
    struct draft draft = { 0 };
    credit_bylines(&arena, str_of(text), &draft);
    assert_string_equal(capture_authors(&arena, &draft), want);
    arena_finish(&arena);
}

static void bylines_in_the_text(void **state)
{
    (void)state;
    check_bylines("临江新闻网讯(记者 邱一 实习生 毛二丫) 8月9日上午,大会开幕。主席(柴火节发起人)讲话。(记者王宋平)", "记者=邱一|实习生=毛二丫|记者=王宋平");
    check_bylines("大会闭幕（临江新闻记者 陈欣 通讯员 王小明）。", "临江新闻记者=陈欣|通讯员=王小明");
    check_bylines("临江讯 记者李小明 6月29日，大会在县城开幕。", "记者=李小明");
    check_bylines("临江讯 记者从会上获悉，6月29日大会在县城开幕。", "");
    check_bylines("代表走进会场(卢金山摄)，步子(见右图)轻快。", "摄=卢金山");
    check_bylines("代表步入会场。 何俊明摄", "摄=何俊明");
    check_bylines("代表步入会场。他热爱拍摄", "");
    check_bylines("【記者王青山海東報導】總工會昨天開會。", "記者=王青山");
    check_bylines("他(会后对记者说)很高兴。", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_and_names),
        cmocka_unit_test(nobody_is_no_author),
        cmocka_unit_test(spaced_and_glued_names),
        cmocka_unit_test(text_is_no_credit),
        cmocka_unit_test(who_took_the_picture),
        cmocka_unit_test(bylines_in_the_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
