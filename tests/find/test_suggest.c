/* Tests of find/suggest: what is offered for letters, and in which order. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/buf.h"
#include "base/map.h"
#include "find/spelling.h"
#include "find/suggest.h"
#include "random.h"
#include "text/fold.h"

static const struct dictionary_word words[] = {
    { STR_INIT("主人翁"), 5 },   { STR_INIT("主人翁精神"), 9 }, { STR_INIT("周仁文"), 7 }, { STR_INIT("周仁"), 1 },
    { STR_INIT("西安市"), 3 },   { STR_INIT("先锋"), 3 },       { STR_INIT("單縣"), 2 },   { STR_INIT("重庆"), 4 },
    { STR_INIT(""), 100 },       { STR_INIT("吕梁"), 2 },       { STR_INIT("略阳县"), 2 }, { STR_INIT("APEC会议"), 2 },
    { STR_INIT("先锋岗"), 3 },   { STR_INIT("先锋队"), 3 },     { STR_INIT("着力"), 1 },
    { STR_INIT("强“三性”、去“四化”"), 2 }, { STR_INIT("“四个意识”"), 4 },
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
    assert_offers("qiangsanxing", 9, "强“三性”、去“四化”");
    assert_offers("sgys", 9, "“四个意识”");
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

/* Is a to be offered before b? Told by what the header says. */
static bool goes_before(const struct spelling *spelling, const struct dictionary_word *a, const struct dictionary_word *b)
{
    const struct dictionary_word *v[2] = { a, b };
    bool complete[2];
    struct arena arena = { 0 };
    for (int i = 0; i < 2; i++) {
        struct units units = fold(&arena, v[i]->text).text;
        struct span span;
        complete[i] = spelling_find(spelling, units, 0, &span) && span.to == units.n;
    }
    arena_finish(&arena);
    if (complete[0] != complete[1])
        return complete[0];
    if (a->weight != b->weight)
        return a->weight > b->weight;
    return a->text.n != b->text.n ? a->text.n < b->text.n : str_cmp(a->text, b->text) < 0;
}

/* All that the letters begin, put in order one by one. */
static size_t offer_slowly(struct arena *arena, const struct dictionary_word *all, size_t n, const char *letters, struct dictionary_word *offers)
{
    const struct spelling *spelling = spelling_make(arena, fold(arena, str_of(letters)).text, true);
    size_t found = 0;
    for (size_t i = 0; i < n; i++) {
        struct span span;
        size_t at = found;
        if (!spelling_find(spelling, fold(arena, all[i].text).text, 0, &span) || span.from > 0)
            continue;
        for (; at > 0 && goes_before(spelling, &all[i], &offers[at - 1]); at--)
            offers[at] = offers[at - 1];
        offers[at] = all[i];
        found++;
    }
    return found;
}

static void many_words(void **state)
{
    (void)state;
    static const char *const han[] = { "西", "安", "先", "锋", "长", "重", "庆", "俄", "单" };
    static const char *const typed[] = { "x", "xi", "xian", "xa", "xi'an", "xianfeng", "c", "ch", "chang", "cq", "z", "e", "xe", "xianxian", "ss" };
    enum { WORDS = 300 };
    struct dictionary_word all[WORDS], offers[WORDS], slow[WORDS];
    struct arena arena = { 0 };
    struct dice dice = { 11 };
    struct map there = { .arena = &arena };
    size_t n = 0;
    while (n < WORDS) {
        struct buf word = buf_make(&arena, 100);
        bool found;
        for (size_t i = 0, length = 1 + roll_below(&dice, 4); i < length; i++)
            buf_add_cstr(&word, han[roll_below(&dice, sizeof han / sizeof *han)]);
        map_put(&there, buf_str(&word), 0, &found);
        if (!found)
            all[n++] = (struct dictionary_word){ buf_str(&word), (uint32_t)roll_below(&dice, 5) };
    }
    const struct dictionary *dictionary = dictionary_make(&arena, all, n);
    for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
        size_t most = 1 + roll_below(&dice, WORDS), found = dictionary_suggest(dictionary, &arena, str_of(typed[i]), offers, most);
        size_t wanted = offer_slowly(&arena, all, n, typed[i], slow);
        assert_int_equal(found, wanted < most ? wanted : most);
        for (size_t k = 0; k < found; k++)
            if (!str_eq(offers[k].text, slow[k].text))
                fail_msg("%s: %zu is %.*s", typed[i], k, (int)offers[k].text.n, offers[k].text.p);
    }
    arena_finish(&arena);
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
        cmocka_unit_test(many_words),
        cmocka_unit_test(no_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
