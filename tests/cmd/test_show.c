/* What `dahui show --width W` prints, for every W from 4 to 200: no line is wider, and the lines joined give the paragraphs back. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const articles[] = { "000_dd3cd50c1a9b0dee.txt#1", "001_14ea4aebc46b8507.txt#1", "001_14ea4aebc46b8507.txt#2",
                                        "002_a91f9b725c2b1236.txt#1", "003_b8a5f1a8ad61fe87.txt#1", "004_27aa59d1629ed0f1.txt#1" };

/* What the program prints; the caller frees it. */
static char *printed(const char *options, const char *article)
{
    char command[4096];
    snprintf(command, sizeof command, "'%s/dahui' show %s '%s/data/articles/%s'", BUILD_DIR, options, SOURCE_ROOT, article);
    FILE *from = popen(command, "r");
    assert_non_null(from);
    size_t n = 0, cap = 1 << 20;
    char *text = malloc(cap);
    assert_non_null(text);
    for (size_t got; (got = fread(text + n, 1, cap - n - 1, from)) > 0; n += got)
        assert_true(n + got < cap - 1);
    text[n] = '\0';
    assert_int_equal(pclose(from), 0);
    return text;
}

/* Cells of a line, counted by a rule of its own: what is three bytes long and not a quote or dash or × is Han or full-width here. */
static int cells(const char *line, size_t n)
{
    int width = 0;
    for (size_t i = 0; i < n;) {
        unsigned char c = (unsigned char)line[i];
        size_t len = c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
        bool narrow = len < 3 || (c == 0xE2 && (unsigned char)line[i + 1] < 0xBA); /* below U+2E80 */
        width += narrow ? 1 : 2;
        i += len;
    }
    return width;
}

/* The lines without their line ends and the blanks that they begin with. */
static char *joined(const char *text, int width)
{
    char *all = malloc(strlen(text) + 1), *to = all;
    assert_non_null(all);
    for (const char *line = text; *line;) {
        size_t n = strcspn(line, "\n");
        assert_true(cells(line, n) <= width);
        size_t indent = strspn(line, " ");
        indent = indent > n ? n : indent;
        memcpy(to, line + indent, n - indent);
        to += n - indent;
        line += n + (line[n] == '\n');
    }
    *to = '\0';
    return all;
}

static void every_width_gives_the_paragraphs_back(void **state)
{
    const char *article = *state;
    char *dump = printed("--json", article);
    json_t *json = json_loads(dump, 0, NULL), *text = json_object_get(json, "text");
    assert_true(json_array_size(text) > 3);
    for (int width = 4; width <= 200; width++) {
        char options[64];
        snprintf(options, sizeof options, "--width %d", width);
        char *lines = printed(options, article), *all = joined(lines, width);
        const char *at = strstr(all, json_string_value(json_object_get(json, "title")));
        assert_non_null(at);
        for (size_t i = 0; i < json_array_size(text); i++) {
            const char *paragraph = json_string_value(json_array_get(text, i));
            at = strstr(at, paragraph);
            if (!at)
                fail_msg("width %d: paragraph %zu of %s is not there: %s", width, i, article, paragraph);
            at += strlen(paragraph);
        }
        free(lines);
        free(all);
    }
    json_decref(json);
    free(dump);
}

int main(void)
{
    enum { N = sizeof articles / sizeof *articles };
    struct CMUnitTest tests[N];
    for (size_t i = 0; i < N; i++)
        tests[i] = (struct CMUnitTest){ articles[i], every_width_gives_the_paragraphs_back, NULL, NULL, (void *)(uintptr_t)articles[i] };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
