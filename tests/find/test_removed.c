/* Tests of find/removed. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/buf.h"
#include "find/removed.h"

static struct arena arena;

/* A capture of these lines. */
static struct article capture_of(const char *text)
{
    struct article capture = { .is_capture = true };
    ARRAY(struct str) lines = { 0 };
    struct str s = str_of(text);
    for (size_t at = 0, end; at < s.n; at = end + 1) {
        end = str_find(s, STR("\n"), at);
        end = end == STR_NONE ? s.n : end;
        *PUSH(&arena, &lines) = str_sub(s, at, end);
    }
    capture.paragraphs = lines.v;
    capture.n_paragraphs = lines.n;
    return capture;
}

/* The pieces that are found in the text when these were removed from it: LINE:PIECE of each, a blank behind. */
static void check(const char *text, struct removed *removed, size_t n, const char *wanted)
{
    struct article capture = capture_of(text), article = { .removed = removed, .n_removed = n };
    struct hits hits = { 0 };
    struct buf got = buf_make(&arena, 10000);
    removed_find(&arena, &article, &capture, &hits);
    for (size_t i = 0; i < hits.n; i++) {
        struct str piece = str_sub(capture.paragraphs[hits.v[i].paragraph], hits.v[i].from, hits.v[i].to);
        buf_add_format(&got, "%zu:%.*s ", hits.v[i].paragraph, (int)piece.n, piece.p);
    }
    if (!str_eq(buf_str(&got), str_of(wanted)))
        fail_msg("'%.*s', not '%s'", (int)got.n, got.p, wanted);
}

static void where_it_was_taken_from(void **state)
{
    (void)state;
    struct removed removed[] = { { REMOVED_HTML_TAG, STR("<p>"), 0 }, { REMOVED_PINYIN, STR("(huì)"), 9 }, { REMOVED_HTML_TAG, STR("</p>"), 21 } };
    check("<p>工会(huì)会议</p>", removed, 3, "0:<p> 0:(huì) 0:</p> ");
}

/* What stands a little before or behind is found, in order; what does not is left out. */
static void near_it(void **state)
{
    (void)state;
    struct removed removed[] = { { REMOVED_CHROME, STR("甲"), 9 }, { REMOVED_CHROME, STR("甲"), 9 }, { REMOVED_CHROME, STR("戊"), 9 }, { REMOVED_CHROME, STR("丁"), 0 } };
    check("甲乙丙甲丁", removed, 4, "0:甲 0:丁 ");
    struct removed far[] = { { REMOVED_CHROME, STR("乙"), 0 } };
    char text[2000];
    memset(text, 'x', sizeof text);
    memcpy(text + 1990, "乙", sizeof "乙");
    check(text, far, 1, "");
}

static void over_lines(void **state)
{
    (void)state;
    struct removed removed[] = { { REMOVED_RELATED, STR("相关\n\n链接\n更"), 3 }, { REMOVED_CHROME, STR("尾"), 21 } };
    check("文相关\n\n链接\n更多\n尾", removed, 2, "0:相关 2:链接 3:更 4:尾 ");
}

static void nothing_to_find(void **state)
{
    (void)state;
    struct removed removed[] = { { REMOVED_WHITESPACE, STR(""), 500 }, { REMOVED_CHROME, STR("甲"), SIZE_MAX / 2 } };
    check("", removed, 2, "");
    check("甲", removed, 2, "");
    check("甲", NULL, 0, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(where_it_was_taken_from),
        cmocka_unit_test(near_it),
        cmocka_unit_test(over_lines),
        cmocka_unit_test(nothing_to_find),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_finish(&arena);
    return failed;
}
