/* Tests of text/grapheme: the standard's own examples. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "standard.h"
#include "text/grapheme.h"

static void check_line(const struct example *example, const char *line)
{
    struct grapheme_state state = { 0 };
    for (size_t i = 0; i < example->n; i++) {
        bool begins = grapheme_begins(&state, trait_of(example->points[i]).grapheme);
        if (i && begins != example->breaks[i])
            fail_msg("%s before U+%04X in %s", begins ? "broken" : "kept together", example->points[i], line);
    }
}

static void clusters_of_the_standard(void **state)
{
    (void)state;
    assert_int_equal(for_each_example(SOURCE_ROOT "/tests/text/GraphemeBreakTest.txt", check_line), 602);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clusters_of_the_standard),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
