/* Numbers between the chunks of a document site go (cleaning.md 4.7). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "clean/capture.h"
#include "clean/chunk.h"

static void check(const char *text, const char *want)
{
    struct arena arena = { 0 };
    struct draft draft = capture_lines(&arena, text);
    chunk_strip(&arena, &draft);
    assert_string_equal(capture_blocks(&arena, &draft), want);
    arena_finish(&arena);
}

static void chunk_numbers_go(void **state)
{
    (void)state;
    check("全县各级工会要服务职1、工群众。大会号召全县职工团2、结起来，为建设美好家3、园而努力奋斗。",
          "全县各级工会要服务职工群众。大会号召全县职工团结起来，为建设美好家园而努力奋斗。");
}

static void real_lists_stay(void **state)
{
    (void)state;
    static const char *const lists[] = {
        "要做到：1、加强学习。2、改进作风。3、服务职工。",
        "要做到1、加强学习2、改进作风3、服务职工。",
        "大会要求1、各级工会要加强学习，提高本领；2、改进作风；3、服务职工。大家一致赞成。",
        "第1、第2、第3代表团分组讨论。代表们在第1、2、3会议室发言。",
        "参加的有1、2、3、4组的代表。会场设在1、3、5楼。",
        "全县工会服务职1、工群众。大会号召职工团2、结起来。",
        "全县工会服务职1、工群众。大会号召职工团3、结起来，建设美好家5、园。",
    };
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        check(lists[i], lists[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chunk_numbers_go),
        cmocka_unit_test(real_lists_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
