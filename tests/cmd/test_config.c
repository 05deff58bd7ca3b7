/* The configuration file: what it sets, and a warning with its number for each line that means nothing. */
#include "cmd/config.h"

#include <string.h>

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static struct arena arena;

static struct config read_text(const char *text, size_t n)
{
    struct config config;
    config_init(&config);
    config_read(&arena, &config, (struct bytes){ (const unsigned char *)text, n });
    return config;
}

static struct config read_config(const char *text)
{
    return read_text(text, strlen(text));
}

static void reads_what_is_set(void **state)
{
    (void)state;
    struct config config = read_config("\xEF\xBB\xBF[reader]\r\nmeasure = 32\r\nhang=off\r\n; a comment\r\n# another\r\n\r\n"
                                       "[library]\nfolder = /a/b\nfolder=/甲 乙\n[keys]\nnext-section = ]] }\n[colors]\nhit = red");
    assert_int_equal(config.warnings.n, 0);
    assert_int_equal(config_number(&config, SET_MEASURE), 32);
    assert_true(config_is(&config, SET_HANG, "off"));
    assert_true(config_is(&config, SET_BREAKS, "strict"));
    assert_int_equal(config.folders.n, 2);
    assert_string_equal(config.folders.v[1], "/甲 乙");
    assert_int_equal(config.keys.n, 1);
    assert_string_equal(config.keys.v[0].name, "next-section");
    assert_string_equal(config.keys.v[0].value, "]] }");
    assert_int_equal(config.keys.v[0].line, 11);
    assert_int_equal(config.colors.n, 1);
}

static void warns_by_line(void **state)
{
    (void)state;
    struct config config = read_config("[reader]\nmeasure = 0\nmeasure = 40x\nbreaks = strict basic\nbreaks = basi\n"
                                       "nonsense\nwhat = 3\n[elsewhere]\na = b\n[library]\nfile = x\n[broken\n[reader]\nhang =\nmeasure = 20\n");
    static const char *const wanted[] = {
        "line 2: 'measure' may be 1..1000, not '0'",
        "line 3: 'measure' may be 1..1000, not '40x'",
        "line 4: 'breaks' may be strict basic off, not 'strict basic'",
        "line 5: 'breaks' may be strict basic off, not 'basi'",
        "line 6: not 'name = value'",
        "line 7: no setting 'what' in [reader]",
        "line 9: no section [elsewhere]",
        "line 11: no setting 'file' in [library]",
        "line 12: not 'name = value'",
        "line 14: 'hang' may be on off, not ''",
    };
    assert_int_equal(config.warnings.n, sizeof wanted / sizeof *wanted);
    for (size_t i = 0; i < config.warnings.n; i++)
        assert_string_equal(config.warnings.v[i], wanted[i]);
    assert_int_equal(config_number(&config, SET_MEASURE), 20);
    assert_true(config_is(&config, SET_BREAKS, "strict"));
}

static void bears_anything(void **state)
{
    (void)state;
    static char text[100000];
    memset(text, 'x', sizeof text);
    struct config config = read_text(text, sizeof text);
    assert_int_equal(config.warnings.n, 1);
    assert_non_null(strstr(config.warnings.v[0], "line 1: longer than"));
    memcpy(text, "[reader]\nmeasure", 16);
    memcpy(text + 99980, "\nmeasure = 17\n", 14);
    config = read_text(text, sizeof text - 6);
    assert_int_equal(config_number(&config, SET_MEASURE), 17);
    for (unsigned seed = 1; seed < 300; seed++) {
        unsigned x = seed * 2654435761u;
        for (size_t i = 0; i < 400; i++) {
            x = x * 1664525 + 1013904223;
            text[i] = "[]=;#\n\r\0 reader\xFFmeasure\t"[x >> 16 & 15];
        }
        read_text(text, 400);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_is_set),
        cmocka_unit_test(warns_by_line),
        cmocka_unit_test(bears_anything),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_finish(&arena);
    return failed;
}
