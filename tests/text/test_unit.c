/* Tests of text/unit: finding short and long needles at any address, against looking at every place. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "random.h"
#include "text/unit.h"

/* Units of a small alphabet, at an address that may be odd; near repetitions are frequent. */
static struct units roll_units(struct arena *arena, struct dice *dice, size_t n)
{
    unsigned char *p = (unsigned char *)arena_alloc(arena, 2 * n + 1, 2) + roll_below(dice, 2);
    size_t period = 1 + roll_below(dice, 5);
    for (size_t i = 0; i < n; i++) {
        uint16_t unit = (uint16_t)(0x4E00 + roll_below(dice, 2) * 0x100);
        if (i >= period && roll_below(dice, 40))
            memcpy(&unit, p + 2 * (i - period), sizeof unit);
        memcpy(p + 2 * i, &unit, sizeof unit);
    }
    return (struct units){ p, n };
}

static size_t slow_find(struct units u, struct units needle, size_t from)
{
    for (; from + needle.n <= u.n; from++)
        if (units_eq(units_sub(u, from, from + needle.n), needle))
            return from;
    return STR_NONE;
}

static void needles_of_every_length(void **state)
{
    (void)state;
    struct dice dice = { 31 };
    for (int round = 0; round < 20000; round++) {
        struct arena arena = { 0 };
        struct units u = roll_units(&arena, &dice, roll_below(&dice, 400));
        size_t n = 1 + roll_below(&dice, roll_below(&dice, 2) ? 6 : 150), at = roll_below(&dice, u.n + 1);
        struct units text = roll_below(&dice, 3) && at + n <= u.n ? units_sub(u, at, at + n) : roll_units(&arena, &dice, n);
        struct needle needle = needle_make(&arena, text);
        for (size_t from = 0, found = 0; found != STR_NONE; from = found + 1) {
            found = units_find(u, &needle, from);
            assert_int_equal(found, slow_find(u, text, from));
        }
        arena_finish(&arena);
    }
}

static void the_next_unit(void **state)
{
    (void)state;
    struct dice dice = { 37 };
    for (int round = 0; round < 5000; round++) {
        struct arena arena = { 0 };
        struct units u = roll_units(&arena, &dice, roll_below(&dice, 300));
        size_t from = roll_below(&dice, u.n + 1), wanted = from;
        while (wanted < u.n && unit_at(u, wanted) != 0x4F00)
            wanted++;
        assert_int_equal(units_next(u, 0x4F00, from), wanted);
        arena_finish(&arena);
    }
}

static void pairs_of_surrogates(void **state)
{
    (void)state;
    uint16_t units[2];
    assert_int_equal(unit_put(U'会', units), 1);
    assert_int_equal(units[0], U'会');
    assert_int_equal(unit_put(0x10000, units), 2);
    assert_true(units[0] == 0xD800 && units[1] == 0xDC00);
    assert_int_equal(unit_put(0x10FFFF, units), 2);
    assert_true(units[0] == 0xDBFF && units[1] == 0xDFFF);
}

/* A text and a needle of one character but for the needle's end: trying it at every place would take a minute or more. */
static void a_long_needle_in_a_long_text(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    enum { N = 4000000 };
    uint16_t *v = NEW_N(&arena, uint16_t, N), *w = NEW_N(&arena, uint16_t, N);
    w[N / 2] = 1;
    struct needle needle = needle_make(&arena, (struct units){ (unsigned char *)w, N / 2 + 1 });
    assert_true(units_find((struct units){ (unsigned char *)v, N }, &needle, 0) == STR_NONE);
    assert_true(units_find((struct units){ (unsigned char *)w, N }, &needle, 0) == 0);
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(needles_of_every_length),
        cmocka_unit_test(the_next_unit),
        cmocka_unit_test(pairs_of_surrogates),
        cmocka_unit_test(a_long_needle_in_a_long_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
