/* Tests of find/suggest: what is offered for letters, and in which order. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/buf.h"
#include "find/suggest.h"

static const struct dictionary_word words[] = {
    { STR_INIT("主人翁"), 5 },   { STR_INIT("主人翁精神"), 9 }, { STR_INIT("周仁文"), 7 }, { STR_INIT("周仁"), 1 },
    { STR_INIT("西安市"), 3 },   { STR_INIT("先锋"), 3 },       { STR_INIT("單縣"), 2 },   { STR_INIT("重庆"), 4 },
    { STR_INIT(""), 100 },       { STR_INIT("吕梁"), 2 },       { STR_INIT("略阳县"), 2 }, { STR_INIT("APEC会议"), 2 },
    { STR_INIT("先锋岗"), 3 },   { STR_INIT("先锋队"), 3 },     { STR_INIT("着力"), 1 },
};

static void assert_offers(const char *letters, size_t most, const char *wanted)
{
    struct arena arena = { 0 };
    struct dictionary *dictionary = dictionary_make(&arena, words, sizeof words / sizeof *words);
    struct dictionary_word offers[20];
    struct buf got = buf_make(&arena, 1000);
    size_t n = dictionary_suggest(dictionary, &arena, str_of(letters), offers, most);
    assert_true(n <= most);
    for (size_t i = 0; i < n; i++)
        buf_add_format(&got, "%s%.*s", i ? " " : "", (int)offers[i].text.n, offers[i].text.p);
    if (!str_eq(buf_str(&got), str_of(wanted)))
        fail_msg("%s: %.*s", letters, (int)got.n, got.p);
    arena_finish(&arena);
}

static void letters_bring_words(void **state)
{
    (void)state;
    assert_offers("zhurenweng", 9, "主人翁 主人翁精神");
    assert_offers("zrw", 9, "周仁文 主人翁 主人翁精神");
    assert_offers("zr", 9, "周仁 主人翁精神 周仁文 主人翁");
    assert_offers("zhu r weng", 9, "主人翁 主人翁精神");
    assert_offers("zhu人w", 9, "主人翁 主人翁精神");
    assert_offers("zhurenwengjs", 9, "主人翁精神");
    assert_offers("xian", 9, "先锋 先锋岗 先锋队 西安市");
    assert_offers("xi'an", 9, "西安市");
    assert_offers("shanx", 9, "單縣");
    assert_offers("danxian", 9, "單縣");
    assert_offers("chongq", 9, "重庆");
    assert_offers("zhongq", 9, "重庆");
    assert_offers("lvl", 9, "吕梁");
    assert_offers("lueyang", 9, "略阳县");
    assert_offers("APEChy", 9, "APEC会议");
    assert_offers("nothing", 9, "");
    assert_offers("", 9, "");
    assert_offers("主人", 9, "");
}

static void the_best_ones_alone(void **state)
{
    (void)state;
    assert_offers("zr", 2, "周仁 主人翁精神");
    assert_offers("x", 3, "先锋 先锋岗 先锋队");
    assert_offers("zr", 0, "");
}

static void no_words(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct dictionary_word offer;
    assert_int_equal(dictionary_suggest(dictionary_make(&arena, NULL, 0), &arena, STR("a"), &offer, 1), 0);
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_bring_words),
        cmocka_unit_test(the_best_ones_alone),
        cmocka_unit_test(no_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
