/* Themes, and what the configuration file changes of them. */
#include "term/theme.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static const struct look_changes none;

/* Hits, the selected row and the place of the search are told apart in every theme, and no ink is its own paper. */
static void styles_differ(void **state)
{
    (void)state;
    static const enum style told_apart[][2] = { { STYLE_TEXT, STYLE_HIT }, { STYLE_HIT, STYLE_HERE }, { STYLE_TEXT, STYLE_SELECTED },
                                                { STYLE_SELECTED, STYLE_CURRENT }, { STYLE_TEXT, STYLE_HEADING } };
    static const int colours[] = { 0, 8, 16, 256 };
    for (enum theme theme = THEME_DARK; theme <= THEME_NONE; theme++) {
        for (size_t c = 0; c < 4; c++) {
            for (size_t i = 0; i < sizeof told_apart / sizeof *told_apart; i++) {
                struct look a = theme_look(theme, &none, told_apart[i][0], colours[c]), b = theme_look(theme, &none, told_apart[i][1], colours[c]);
                assert_memory_not_equal(&a, &b, sizeof a);
            }
            for (enum style style = 0; style < N_STYLES; style++) {
                struct look look = theme_look(theme, &none, style, colours[c]);
                assert_true(look.ink < (colours[c] ? colours[c] : 1) && look.paper < (colours[c] ? colours[c] : 1));
                assert_true(look.ink == LOOK_DEFAULT || look.ink != look.paper);
                if (theme == THEME_NONE || colours[c] == 0)
                    assert_true(look.ink == LOOK_DEFAULT && look.paper == LOOK_DEFAULT);
            }
        }
    }
}

static struct look changed(const char *text)
{
    struct look_changes changes = { .changed = { false } };
    struct err err;
    assert_true(theme_change(&changes, STR("hit"), str_of(text), &err));
    return theme_look(THEME_DARK, &changes, STYLE_HIT, 256);
}

static void reads_looks(void **state)
{
    (void)state;
    struct look look = changed("black on yellow bold");
    assert_true(look.ink == 0 && look.paper == 3 && look.attributes == LOOK_BOLD);
    look = changed("  bright-red   underline reverse ");
    assert_true(look.ink == 9 && look.paper == LOOK_DEFAULT && look.attributes == (LOOK_UNDERLINE | LOOK_REVERSE));
    look = changed("208 on default dim");
    assert_true(look.ink == 208 && look.paper == LOOK_DEFAULT && look.attributes == LOOK_DIM);
    look = changed("");
    assert_true(look.ink == LOOK_DEFAULT && look.paper == LOOK_DEFAULT && look.attributes == 0);
}

static void refuses(void **state)
{
    (void)state;
    static const char *const bad[] = { "blak", "red on on", "256", "9999999999", "bright-", "-1", "red/blue", "on" "e" };
    struct look_changes changes = { .changed = { false } };
    struct err err;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(theme_change(&changes, STR("hit"), str_of(bad[i]), &err));
    assert_false(theme_change(&changes, STR("hits"), STR("red"), &err));
    assert_string_equal(err.text, "no style 'hits' in [colors]");
    assert_memory_equal(&changes, &none, sizeof none);
}

/* Where a terminal has fewer colours, or none, what was chosen for many is still told apart. */
static void fewer_colours(void **state)
{
    (void)state;
    struct look_changes changes = { .changed = { false } };
    struct err err;
    assert_true(theme_change(&changes, STR("hit"), STR("208 on bright-blue"), &err));
    struct look look = theme_look(THEME_DARK, &changes, STYLE_HIT, 8);
    assert_true(look.ink < 8 && look.paper == 4);
    look = theme_look(THEME_NONE, &changes, STYLE_HIT, 0);
    assert_true(look.ink == LOOK_DEFAULT && look.attributes == LOOK_REVERSE);
}

/* What is written is read as the same. */
static void writes_what_it_reads(void **state)
{
    (void)state;
    for (enum theme theme = THEME_DARK; theme <= THEME_NONE; theme++) {
        for (enum style style = 0; style < N_STYLES; style++) {
            char text[LOOK_TEXT_MAX];
            struct look_changes changes = { .changed = { false } };
            struct err err;
            struct look look = theme_look(theme, &none, style, 256);
            theme_write(look, text);
            assert_true(theme_change(&changes, str_of(theme_style_name(style)), str_of(text), &err));
            assert_memory_equal(&changes.looks[style], &look, sizeof look);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(styles_differ), cmocka_unit_test(reads_looks),   cmocka_unit_test(refuses),
        cmocka_unit_test(fewer_colours), cmocka_unit_test(writes_what_it_reads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
