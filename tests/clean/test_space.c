/* Blanks and doubled marks within sentences (cleaning.md 4.4, 4.5). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "clean/capture.h"
#include "clean/space.h"

static void check(const char *text, const char *want)
{
    struct arena arena = { 0 };
    struct draft draft = capture_lines(&arena, text);
    space_strip(&arena, &draft);
    assert_string_equal(capture_blocks(&arena, &draft), want);
    arena_finish(&arena);
}

static void a_stray_blank_goes(void **state)
{
    (void)state;
    check("六月一日，会议的主题是团结动员 全县广大职工为建设富裕文明的新丰年而努力奋斗，全县各级工会组织的代表参加了会议。",
          "六月一日，会议的主题是团结动员全县广大职工为建设富裕文明的新丰年而努力奋斗，全县各级工会组织的代表参加了会议。");
}

static void blanks_that_mean_something_stay(void **state)
{
    (void)state;
    static const char title[] = "不忘初心牢记使命 团结动员全县职工建功立业";
    check(title, title);
    static const char report[] = "大会审议了题为《不忘初心牢记使命 团结动员全县职工建功立业》的工作报告，充分肯定了过去五年的工作成绩和经验。";
    check(report, report);
    static const char line[] = "本报海石讯 青岚县工会第四次代表大会在县城隆重开幕，来自全县各条战线的职工代表一百八十六人出席了会议。";
    check(line, line);
    static const char glued[] = "青岚县工会第四次代表大会召开 青岚县工会第四次代表大会昨天召开，来自全县各条战线的职工代表一百八十六人出席会议。";
    check(glued, glued);
    static const char names[] = "出席大会的领导同志有 谢逸舟 刘颖杰 王思远 等人。";
    check(names, names);
}

static void spaced_names_in_a_list(void **state)
{
    (void)state;
    check("出席会议的有 陈 赛、王 艺、胡 博 等同志，大家听取了报告。", "出席会议的有 陈赛、王艺、胡博 等同志，大家听取了报告。");
}

static void commas_before_marks(void **state)
{
    (void)state;
    check("大会今天上午在县城召开,,代表们参加会议,。听取报告,,审议文件,,选举委员,、主席,。", "大会今天上午在县城召开,代表们参加会议。听取报告,审议文件,选举委员、主席。");
    static const char once[] = "大会今天上午在县城召开,,代表们参加会议。听取报告,审议文件,选举委员、主席。";
    check(once, once);
}

static void blanks_round_every_mark(void **state)
{
    (void)state;
    check("大会 ， 今天 ， 上午 ， 在县城 ， 隆重 ， 召开 ， 代表们 ， 参加 ， 会议 ， 听取 。", "大会，今天，上午，在县城，隆重，召开，代表们，参加，会议，听取。");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_stray_blank_goes),
        cmocka_unit_test(blanks_that_mean_something_stay),
        cmocka_unit_test(spaced_names_in_a_list),
        cmocka_unit_test(commas_before_marks),
        cmocka_unit_test(blanks_round_every_mark),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
