/* A repair says in which paragraph it stands. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "clean/capture.h"
#include "clean/repair.h"

static void offsets_are_those_without_annotations(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct draft draft = capture_lines(&arena, "　工會(huì)擔當(dāng)");
    *PUSH(&arena, &draft.repairs) = (struct repair){ STR("?"), STR("擔當"), 0, strlen("　工會(huì)") };
    repair_settle(&draft);
    assert_int_equal(draft.repairs.v[0].offset, strlen("工會"));
    arena_finish(&arena);
}

static void the_paragraph_is_found(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct draft draft = capture_lines(&arena, "工會擔當擔當");
    draft.blocks.v[0].origin = 7;
    *PUSH(&arena, &draft.repairs) = (struct repair){ STR("?"), STR("標題"), 3, 0 };
    *PUSH(&arena, &draft.repairs) = (struct repair){ STR("?"), STR("擔當"), 7, strlen("工會擔當") };
    struct article article = { .title = STR("標題"), .paragraphs = &draft.blocks.v[0].text, .n_paragraphs = 1 };
    repair_place(&arena, &draft, &article);
    assert_true(draft.repairs.v[0].paragraph == PLACE_TITLE);
    assert_int_equal(draft.repairs.v[1].paragraph, 0);
    assert_int_equal(draft.repairs.v[1].offset, strlen("工會擔當"));
    assert_int_equal(draft.notes.v[0].kind, NOTE_REPAIRED);
    assert_string_equal(capture_cstr(&arena, draft.notes.v[0].text), "2 places put right; the first was ? and is 標題");
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(offsets_are_those_without_annotations),
        cmocka_unit_test(the_paragraph_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
