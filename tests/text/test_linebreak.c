/* Tests of text/linebreak: the standard's own examples. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "standard.h"
#include "text/linebreak.h"

static void check_line(const struct example *example, const char *line)
{
    struct line_state state = { 0 };
    for (size_t i = 0; i < example->n; i++) {
        bool may = line_break_at(&state, example->text, example->starts[i]) != LINE_BREAK_NOT;
        if (may != example->breaks[i])
            fail_msg("%s before U+%04X in %s", may ? "broken" : "kept together", example->points[i], line);
    }
}

static void lines_of_the_standard(void **state)
{
    (void)state;
    assert_int_equal(for_each_example(SOURCE_ROOT "/tests/text/LineBreakTest.txt", check_line), 7654);
}

static void lines_that_must_end(void **state)
{
    (void)state;
    static const char text[] = "a\r\nb\u2028c d";
    static const enum line_break wanted[] = { LINE_BREAK_NOT, LINE_BREAK_NOT, LINE_BREAK_NOT, LINE_BREAK_MUST, LINE_BREAK_NOT,
                                              LINE_BREAK_MUST, LINE_BREAK_NOT, LINE_BREAK_MAY };
    struct str s = str_of(text);
    struct line_state line = { 0 };
    size_t i = 0;
    for (size_t at = 0; at < s.n; utf8_next(s, &at))
        assert_int_equal(line_break_at(&line, s, at), wanted[i++]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_of_the_standard),
        cmocka_unit_test(lines_that_must_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
