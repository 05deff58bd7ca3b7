/* Tests of article/script: the other script, and the way between the two. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "article/script.h"
#include "host/opencc.h"
#include "text/utf8.h"

static struct arena arena;

static void check(struct str got, const char *want)
{
    if (!str_eq(got, str_of(want)))
        fail_msg("'%.*s', not '%s'", (int)got.n, got.p, want);
}

static struct article article_of(enum script script, const char *title, const char *paragraph)
{
    struct article a = { .script = script, .title = str_of(title), .paragraphs = NEW_N(&arena, struct str, 1), .n_paragraphs = 1,
                         .outline = NEW_N(&arena, struct heading, 1), .n_outline = 1, .congress = NEW_N(&arena, struct congress, 1) };
    a.paragraphs[0] = str_of(paragraph);
    a.outline[0] = (struct heading){ .level = 1, .text = str_sub(a.paragraphs[0], a.paragraphs[0].n - 9, a.paragraphs[0].n), .offset = a.paragraphs[0].n - 9 };
    a.congress->name = a.title;
    return a;
}

static void turns_both_ways(void **state)
{
    (void)state;
    struct article hans = article_of(SCRIPT_HANS, "工会第三次代表大会", "ABC,会议𠮷团结");
    const struct article *hant = article_turned(&arena, &hans, NULL, NULL);
    assert_int_equal(hant->script, SCRIPT_HANT);
    check(hant->title, "工會第三次代表大會");
    check(hant->paragraphs[0], "ABC,會議𠮷團結");
    check(hant->congress->name, "工會第三次代表大會");
    assert_null(hant->subtitle.p);
    const struct article *back = article_turned(&arena, hant, NULL, NULL);
    check(back->title, "工会第三次代表大会");
    check(back->paragraphs[0], "ABC,会议𠮷团结");
}

static void keeps_places(void **state)
{
    (void)state;
    struct article hans = article_of(SCRIPT_HANS, "甲", "㑇会议团结着"); /* 㑇 → 㑳 */
    struct article longer = article_of(SCRIPT_HANT, "甲", "𪚥會議團結著"); /* four bytes where there were three */
    struct place place = place_turned(&hans, (struct place){ 0, 9 }, &longer);
    check(str_sub(longer.paragraphs[0], place.offset, longer.paragraphs[0].n), "團結著");
    place = place_turned(&hans, (struct place){ 0, hans.paragraphs[0].n }, &longer);
    assert_int_equal(place.offset, longer.paragraphs[0].n);
    const struct article *hant = article_turned(&arena, &hans, NULL, NULL);
    check(str_sub(hant->paragraphs[0], hant->outline[0].offset, hant->paragraphs[0].n), "團結著");
}

/* From the report to its copy and back, and a report that is no copy is its own. */
static void knows_what_was_written(void **state)
{
    (void)state;
    struct article hans = article_of(SCRIPT_HANS, "甲", "𫝈𫝈会议团结着"); /* 𫝈 has four bytes, 㑮 three */
    const struct article *hant = article_turned(&arena, &hans, NULL, NULL);
    struct place written = { 0, 8 }, shown = place_shown(hant, written);
    assert_int_equal(shown.offset, 6);
    assert_int_equal(place_written(hant, shown).offset, 8);
    assert_int_equal(place_written(&hans, written).offset, 8);
    assert_ptr_equal(article_written(hant), &hans);
    assert_ptr_equal(article_written(&hans), &hans);
    assert_ptr_equal(article_written(article_turned(&arena, hant, NULL, NULL)), &hans);
}

static bool turn_one_heading(void *context, struct arena *to_arena, struct str s, struct str *to)
{
    (void)context;
    (void)to_arena;
    *to = STR("團結著");
    return str_eq(s, STR("团结着")); /* alone; in its paragraph it is turned otherwise */
}

static void headings_are_pieces_of_their_paragraphs(void **state)
{
    (void)state;
    struct article hans = article_of(SCRIPT_HANS, "甲", "会议团结着，发");
    const struct article *hant = article_turned(&arena, &hans, turn_one_heading, NULL);
    struct str rest = str_sub(hant->paragraphs[0], hant->outline[0].offset, hant->paragraphs[0].n);
    assert_true(str_starts(rest, hant->outline[0].text));
}

static void differs(void **state)
{
    (void)state;
    struct article hans = article_of(SCRIPT_HANS, "甲", "乙"), hant = article_of(SCRIPT_HANT, "甲", "乙");
    assert_false(script_differs(&hans, SCRIPT_AS_WRITTEN) || script_differs(&hant, SCRIPT_AS_WRITTEN));
    assert_false(script_differs(&hans, script_wish_by_name("simplified")) || script_differs(&hant, script_wish_by_name("traditional")));
    assert_true(script_differs(&hant, script_wish_by_name("simplified")) && script_differs(&hans, script_wish_by_name("traditional")));
    assert_int_equal(script_wish_by_name("as-written"), SCRIPT_AS_WRITTEN);
    assert_int_equal(script_wish_by_name("hans"), N_SCRIPT_WISHES);
}

static bool turn_to_stars(void *context, struct arena *to_arena, struct str s, struct str *to)
{
    (void)to_arena;
    *to = STR("**");
    return utf8_count(s) == *(const size_t *)context;
}

static void takes_no_other_length(void **state)
{
    (void)state;
    struct article hans = article_of(SCRIPT_HANS, "会议", "团结一会");
    size_t two = 2, four = 4;
    check(article_turned(&arena, &hans, turn_to_stars, &two)->title, "**");
    check(article_turned(&arena, &hans, turn_to_stars, &two)->paragraphs[0], "團結一會"); /* it cannot */
    check(article_turned(&arena, &hans, turn_to_stars, &four)->paragraphs[0], "團結一會"); /* it answers two characters */
}

static bool turn_by_opencc(void *context, struct arena *to_arena, struct str s, struct str *to)
{
    return opencc_turn(context, to_arena, s, to);
}

/* Where OpenCC is installed it goes by words. */
static void goes_by_phrases(void **state)
{
    (void)state;
    struct opencc *opencc = opencc_load("s2tw");
    assert_null(opencc_load("no-such-direction"));
    if (!opencc)
        skip();
    struct article hans = article_of(SCRIPT_HANS, "头发和发展", "皇后之后的干部");
    const struct article *hant = article_turned(&arena, &hans, turn_by_opencc, opencc);
    check(hant->title, "頭髮和發展");
    check(hant->paragraphs[0], "皇后之後的幹部");
    opencc_unload(opencc);
    opencc = opencc_load("tw2s");
    assert_non_null(opencc);
    struct article other = article_of(SCRIPT_HANT, "沿著道路", "顯著的著作");
    hant = article_turned(&arena, &other, turn_by_opencc, opencc);
    check(hant->title, "沿着道路");
    check(hant->paragraphs[0], "显著的著作");
    opencc_unload(opencc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(turns_both_ways),
        cmocka_unit_test(keeps_places),
        cmocka_unit_test(knows_what_was_written),
        cmocka_unit_test(headings_are_pieces_of_their_paragraphs),
        cmocka_unit_test(differs),
        cmocka_unit_test(takes_no_other_length),
        cmocka_unit_test(goes_by_phrases),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_finish(&arena);
    return failed;
}
