/* Golden pages: each tests/clean/pages/NAME.txt or .html is cleaned, dumped (report_dump.h) and held against NAME.expect.
 * With an argument, the path of a page, it prints the dump instead: that is how an .expect is made, to be read before it is kept. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clean/capture.h"
#include "clean/clean.h"
#include "clean/report_dump.h"
#include "text/utf8.h"

#define PAGES SOURCE_ROOT "/tests/clean/pages"
enum { PAGES_LEAST = 40 };

static struct str dump_page(struct arena *arena, struct bytes page)
{
    struct buf out = buf_make(arena, 1 << 24);
    struct reports reports;
    struct err err;
    if (!clean(arena, page, NULL, &reports, &err))
        buf_add_format(&out, "error: %s\n", err.text);
    else
        for (size_t i = 0; i < reports.n; i++) {
            if (i)
                buf_add(&out, STR("----\n"));
            dump_report(&out, &reports.v[i]);
        }
    return buf_str(&out);
}

static bool is_page(const char *name)
{
    const char *dot = strrchr(name, '.');
    return dot && (strcmp(dot, ".txt") == 0 || strcmp(dot, ".html") == 0);
}

/* The text of a report as a capture again: title, subtitle, paragraphs. */
static struct bytes text_again(struct arena *arena, const struct article *a)
{
    struct buf out = buf_make(arena, 1 << 24);
    buf_add(&out, a->title);
    buf_add(&out, STR("\n\n"));
    if (a->subtitle.n)
        buf_add(&out, a->subtitle);
    buf_add(&out, STR("\n\n"));
    for (size_t i = 0; i < a->n_paragraphs; i++) {
        buf_add(&out, a->paragraphs[i]);
        buf_add(&out, STR("\n\n"));
    }
    return (struct bytes){ (const unsigned char *)out.p, out.n };
}

static void check_twice(struct arena *arena, const char *name, struct bytes page)
{
    struct reports first, second;
    if (!clean(arena, page, NULL, &first, NULL))
        return;
    for (size_t i = 0; i < first.n; i++) {
        const struct article *a = &first.v[i];
        if (!clean(arena, text_again(arena, a), NULL, &second, NULL) || second.n != 1 || strcmp(second.v[0].id, a->id) != 0) {
            print_error("%s: cleaning twice is not cleaning once\n", name);
            if (second.n)
                for (size_t k = 0; k < a->n_paragraphs || k < second.v[0].n_paragraphs; k++) {
                    struct str x = article_paragraph(a, k), y = article_paragraph(&second.v[0], k);
                    if (!str_eq(x, y))
                        print_error("  %zu: %.*s\n     %.*s\n", k, (int)x.n, x.p, (int)y.n, y.p);
                }
            fail();
        }
    }
}

static void each_page(void (*check)(struct arena *, const char *, struct bytes), size_t *n)
{
    DIR *dir = opendir(PAGES);
    assert_non_null(dir);
    for (struct dirent *entry; (entry = readdir(dir));) {
        if (!is_page(entry->d_name))
            continue;
        char path[1024];
        struct arena arena = { 0 };
        snprintf(path, sizeof path, PAGES "/%s", entry->d_name);
        check(&arena, path, capture_file(&arena, path));
        arena_finish(&arena);
        (*n)++;
    }
    closedir(dir);
}

static void hold_against_expect(struct arena *arena, const char *path, struct bytes page)
{
    char expect[1100];
    snprintf(expect, sizeof expect, "%.*s.expect", (int)(strrchr(path, '.') - path), path);
    struct bytes want = capture_file(arena, expect);
    struct str got = dump_page(arena, page);
    if (got.n != want.n || memcmp(got.p, want.p, got.n) != 0) {
        print_error("%s: got\n%.*s", path, (int)got.n, got.p);
        fail();
    }
}

static void pages_are_read_as_expected(void **state)
{
    (void)state;
    size_t n = 0;
    each_page(hold_against_expect, &n);
    assert_true(n >= PAGES_LEAST);
}

static void cleaning_twice_is_cleaning_once(void **state)
{
    (void)state;
    size_t n = 0;
    each_page(check_twice, &n);
    assert_true(n >= PAGES_LEAST);
}

/* Adds n to the count of each Han character of s. */
static void count_han(int *counts, struct str s, int n)
{
    for (size_t at = 0; at < s.n;) {
        uint32_t c = utf8_next(s, &at);
        if (c >= 0x4E00 && c <= 0x9FFF)
            counts[c - 0x4E00] += n;
    }
}

/* Each Han character of a page of plain text is in a title, a paragraph, what was removed, or a repair. */
static void check_kept(struct arena *arena, const char *name, struct bytes page)
{
    struct reports reports;
    int *counts = NEW_N(arena, int, 0x5200);
    if (strcmp(strrchr(name, '.'), ".txt") != 0 || !clean(arena, page, NULL, &reports, NULL))
        return;
    count_han(counts, (struct str){ (const char *)page.p, page.n }, -1);
    for (size_t i = 0; i < reports.n; i++) {
        const struct article *a = &reports.v[i];
        count_han(counts, a->title, 1);
        count_han(counts, a->subtitle, 1);
        for (size_t k = 0; k < a->n_paragraphs; k++)
            count_han(counts, a->paragraphs[k], 1);
        for (size_t k = 0; k < a->n_removed; k++)
            count_han(counts, a->removed[k].text, 1);
        for (size_t k = 0; k < a->n_repairs; k++)
            count_han(counts, a->repairs[k].from, 1);
    }
    for (uint32_t c = 0; c < 0x5200; c++)
        if (counts[c] < 0) {
            print_error("%s: U+%04X is lost\n", name, c + 0x4E00);
            fail();
        }
}

static void no_character_is_lost(void **state)
{
    (void)state;
    size_t n = 0;
    each_page(check_kept, &n);
    assert_true(n >= PAGES_LEAST);
}

int main(int argc, char **argv)
{
    if (argc > 1) {
        struct arena arena = { 0 };
        struct str dump = dump_page(&arena, capture_file(&arena, argv[1]));
        printf("%.*s", (int)dump.n, dump.p);
        arena_finish(&arena);
        return 0;
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages_are_read_as_expected),
        cmocka_unit_test(cleaning_twice_is_cleaning_once),
        cmocka_unit_test(no_character_is_lost),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
