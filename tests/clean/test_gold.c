/* The five article files against what a perfect reader makes of them (tests/clean/gold, by hand; report_dump.h says how it is written). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "clean/capture.h"
#include "clean/report_dump.h"

/* Of the dump only what gold tells: no outline, removals, notes and source, and of the date the day alone. */
static struct str gold_part(struct arena *arena, struct str dump)
{
    struct buf out = buf_make(arena, 1 << 24);
    for (size_t at = 0, end; at < dump.n; at = end + 1) {
        end = str_find(dump, STR("\n"), at);
        struct str line = str_sub(dump, at, end);
        if (str_starts(line, STR("H ")) || str_starts(line, STR("R ")) || str_starts(line, STR("N ")) || str_starts(line, STR("source:")))
            continue;
        if (str_starts(line, STR("date:")))
            line = str_sub(line, 0, str_find_last(line, STR(" ")));
        buf_add(&out, line);
        buf_add(&out, STR("\n"));
    }
    return buf_str(&out);
}

static void hold(const char *name)
{
    char path[1024];
    struct arena arena = { 0 };
    struct reports reports;
    struct err err;
    snprintf(path, sizeof path, SOURCE_ROOT "/data/articles/%s.txt", name);
    assert_true(clean(&arena, capture_file(&arena, path), NULL, &reports, &err));
    struct buf dump = buf_make(&arena, 1 << 24);
    for (size_t i = 0; i < reports.n; i++) {
        if (i)
            buf_add(&dump, STR("----\n"));
        dump_report(&dump, &reports.v[i]);
    }
    snprintf(path, sizeof path, SOURCE_ROOT "/tests/clean/gold/%s.gold", name);
    struct bytes want = capture_file(&arena, path);
    struct str got = gold_part(&arena, buf_str(&dump));
    if (got.n != want.n || memcmp(got.p, want.p, got.n) != 0) {
        print_error("%s: got\n%.*s", name, (int)got.n, got.p);
        fail();
    }
    arena_finish(&arena);
}

static void a_page_of_tags_and_keywords(void **state)
{
    (void)state;
    hold("000_dd3cd50c1a9b0dee");
}

static void two_reports_cut_in_columns(void **state)
{
    (void)state;
    hold("001_14ea4aebc46b8507");
}

static void pinyin_and_byte_slips(void **state)
{
    (void)state;
    hold("002_a91f9b725c2b1236");
}

static void a_struck_out_speech(void **state)
{
    (void)state;
    hold("003_b8a5f1a8ad61fe87");
}

static void pictures_and_credits(void **state)
{
    (void)state;
    hold("004_27aa59d1629ed0f1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_of_tags_and_keywords),
        cmocka_unit_test(two_reports_cut_in_columns),
        cmocka_unit_test(pinyin_and_byte_slips),
        cmocka_unit_test(a_struck_out_speech),
        cmocka_unit_test(pictures_and_credits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
