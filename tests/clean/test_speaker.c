/* Who speaks (cleaning.md 9.3). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "clean/capture.h"
#include "clean/speaker.h"

/* The name that a clause lets speak, or "". Known are 施展 and 虎强 only. */
static void check(const char *text, const char *want)
{
    struct arena arena = { 0 };
    struct map names = { .arena = &arena };
    struct speaker speaker;
    map_put(&names, STR("施展"), 0, NULL);
    map_put(&names, STR("虎强"), 0, NULL);
    bool found = speaker_at(&names, str_of(text), 0, &speaker);
    assert_string_equal(found ? capture_cstr(&arena, speaker.name) : "", want);
    arena_finish(&arena);
}

static void known_names(void **state)
{
    (void)state;
    check("施展介绍，近年来成绩显著。", "施展");
    check("虎强向全区职工致以崇高敬意。", "虎强");
    check("区委书记虎强同志指出，要努力。", "虎强");
}

static void likely_names(void **state)
{
    (void)state;
    check("市委书记秦岭强调，要努力。", "秦岭");
    check("市委副書記雷健坤在講話中說，要努力。", "雷健坤");
    check("省总工会副主席白杨对今后工作提出三点希望。", "白杨");
}

/* The piece that stands for the speaker in the outline. */
static void check_text(const char *text, const char *want)
{
    struct arena arena = { 0 };
    struct map names = { .arena = &arena };
    struct speaker speaker;
    assert_true(speaker_at(&names, str_of(text), 0, &speaker));
    assert_string_equal(capture_cstr(&arena, speaker.text), want);
    arena_finish(&arena);
}

static void a_long_clause_goes_without_the_role(void **state)
{
    (void)state;
    check_text("市委书记秦岭强调，要努力。", "市委书记秦岭强调");
    check_text("青岚县总工会党组书记、常务副主席秦海涛代表县总工会第五届委员会作了工作报告。", "秦海涛代表县总工会第五届委员会作了工作报告");
}

static void nobody(void **state)
{
    (void)state;
    check("他强调，要努力。", "");
    check("大会强调，要努力。", "");
    check("施展才华的舞台。", "");
    check("虎强说。", "");
    check("区委书记虎强出席会议。", "");
    check("会议要求，各级工会要努力。", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_names),
        cmocka_unit_test(likely_names),
        cmocka_unit_test(a_long_clause_goes_without_the_role),
        cmocka_unit_test(nobody),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
