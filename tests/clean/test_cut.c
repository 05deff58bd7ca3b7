/* Taking pieces out of a draft. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "clean/capture.h"
#include "clean/cut.h"

static void pieces_go_and_are_kept(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct draft draft = { 0 };
    struct pieces pieces = { 0 };
    struct block block = { .text = STR("abcdefg"), .at = 100 };
    pieces_add(&arena, &pieces, 0, 1, REMOVED_CHROME);
    pieces_add(&arena, &pieces, 3, 5, REMOVED_CHROME);
    pieces_add(&arena, &pieces, 4, 6, REMOVED_CHROME); /* what two cover goes once */
    struct str left = pieces_cut(&arena, &draft, &block, &pieces);
    assert_string_equal(capture_cstr(&arena, left), "bcg");
    assert_string_equal(capture_removed(&arena, &draft, REMOVED_CHROME), "a|de|f");
    assert_int_equal(draft.removed.v[1].at, 103);
    arena_finish(&arena);
}

static void a_text_without_pieces_stays_itself(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct draft draft = { 0 };
    struct pieces pieces = { 0 };
    struct block block = { .text = STR("abc") };
    assert_ptr_equal(pieces_cut(&arena, &draft, &block, &pieces).p, block.text.p);
    arena_finish(&arena);
}

static void a_blank_line_parts_what_it_stood_between(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct draft draft = capture_lines(&arena, "a\n\nb\nc");
    cut_block(&arena, &draft, &draft.blocks.v[1], REMOVED_CHROME);
    cut_done(&draft);
    assert_string_equal(capture_blocks(&arena, &draft), "a|c");
    assert_true(draft.blocks.v[1].after_blank);
    arena_finish(&arena);
}

static void what_went_stands_in_the_order_of_the_capture(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct removed removed[] = { { REMOVED_CHROME, STR("a"), 9 }, { REMOVED_CHROME, STR("b"), 3 }, { REMOVED_CHROME, STR("c"), 9 },
                                 { REMOVED_CHROME, STR("d"), 3 } };
    removed_sort(&arena, removed, 4);
    struct draft draft = { 0 };
    for (size_t i = 0; i < 4; i++)
        *PUSH(&arena, &draft.removed) = removed[i];
    assert_string_equal(capture_removed(&arena, &draft, REMOVED_CHROME), "b|d|a|c");
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_go_and_are_kept),
        cmocka_unit_test(a_text_without_pieces_stays_itself),
        cmocka_unit_test(a_blank_line_parts_what_it_stood_between),
        cmocka_unit_test(what_went_stands_in_the_order_of_the_capture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
