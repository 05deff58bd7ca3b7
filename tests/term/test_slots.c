/* Characters that stand for others: which one, for how long, and what becomes of a frame with them. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>

#include "term/slots.h"

static struct slots slots; /* too large for a stack */

static void expect_frame(const char *frame, const char *want)
{
    struct arena arena = { 0 };
    struct str got = slots_replace(&slots, &arena, str_of(frame));
    assert_true(str_eq(got, str_of(want)));
    arena_finish(&arena);
}

static void test_slots_are_replaced(void **state)
{
    (void)state;
    assert_int_equal(slots_take(&slots, STR("“"), 2, 0), 0x2A000);
    assert_int_equal(slots_take(&slots, STR("…"), 2, 0), 0x2A001);
    assert_int_equal(slots_take(&slots, STR("“"), 2, 0), 0x2A000); /* the same again */
    assert_int_equal(slots_take(&slots, STR("“"), 1, 0), 0xE000);
    expect_frame("", "");
    expect_frame("a\033[3;4H中", "a\033[3;4H中");
    expect_frame("\U0002A000中\U0002A001\U0002A001x\uE000", "“中……x“");
    expect_frame("\U0002A002\uE002\U0002A6DF\U0002A6E0￥", "\U0002A002\uE002\U0002A6DF\U0002A6E0￥"); /* nothing stands there */
    assert_int_equal(slots_take(&slots, STR("“"), 1, 7), 0xE001); /* another mark */
    expect_frame("\xF0\xAA\x80", "\xF0\xAA\x80");
    slots_forget(&slots);
    expect_frame("\U0002A000", "\U0002A000");
    assert_int_equal(slots_take(&slots, STR("…"), 2, 0), 0x2A000);
    slots_forget(&slots);
}

static void test_slots_come_to_an_end(void **state)
{
    (void)state;
    char text[16], frame[8];
    for (int i = 0; i < SLOTS; i++) {
        snprintf(text, sizeof text, "<%d>", i);
        wchar_t slot = slots_take(&slots, str_of(text), 2, 0);
        assert_int_equal(slot, SLOT_WIDE + i);
        assert_true(slots_use((uint32_t)slot));
        unsigned at = (unsigned)i;
        snprintf(frame, sizeof frame, "\xF0\xAA%c%c", (char)(0x80 | at >> 6), (char)(0x80 | (at & 0x3F)));
        expect_frame(frame, text);
    }
    assert_true(slots_crowded(&slots));
    assert_int_equal(slots_take(&slots, STR("one more"), 2, 0), 0);
    assert_int_equal(slots_take(&slots, STR("<7>"), 2, 0), SLOT_WIDE + 7);
    assert_int_equal(slots_take(&slots, STR("one more"), 1, 0), SLOT_NARROW);
    slots_finish(&slots);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_slots_are_replaced),
        cmocka_unit_test(test_slots_come_to_an_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
