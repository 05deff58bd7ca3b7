/* Tests of text/pinyin: what a syllable is, what a tone is, and who may be read how. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "text/pinyin.h"
#include "text/utf8.h"

static bool reads(const char *han, const char *syllable)
{
    return pinyin_reads(utf8_at(str_of(han), 0), str_of(syllable));
}

static void syllables(void **state)
{
    static const char *const good[] = { "huì", "hui", "HUI", "Huì", "zhuàng", "lǜ", "lv", "lü", "lu:", "LÜ", "nǚ", "lüè", "lve", "lue",
                                        "ér", "ā", "a", "ńg", "ɡuó", "hɑn", "jiăn", "hui\u0300", "lu\u0308\u0301", "ě", "ÈR", "Ān" };
    static const char *const bad[] = { "", "eap", "cpi", "h", "m", "ng", "hm", "huii", "hui ", "hui hui", "huihui", "女", "draft", "zhuangg",
                                       "\u0301", ":", "v", "hui1", "ñ", "ß", "u\u0308\u0308\u0308x" };
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        if (!pinyin_syllable(str_of(good[i])))
            fail_msg("'%s' is a syllable", good[i]);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (pinyin_syllable(str_of(bad[i])))
            fail_msg("'%s' is no syllable", bad[i]);
}

static void tones(void **state)
{
    (void)state;
    assert_true(pinyin_toned(STR("huì")));
    assert_true(pinyin_toned(STR("lǜ")));
    assert_true(pinyin_toned(STR("GUÓ")));
    assert_true(pinyin_toned(STR("hui\u0300")));
    assert_true(pinyin_toned(STR("lu\u0308\u0301")));
    assert_false(pinyin_toned(STR("hui")));
    assert_false(pinyin_toned(STR("lü")));
    assert_false(pinyin_toned(STR("")));
    assert_false(pinyin_toned(STR("工会\u0301")));
}

static void readings(void **state)
{
    (void)state;
    assert_true(reads("會", "huì"));
    assert_true(reads("会", "kuai"));
    assert_true(reads("單", "shàn") && reads("单", "shàn") && reads("单", "dan") && reads("单", "CHÁN"));
    assert_true(reads("绿", "lǜ") && reads("綠", "lv"));
    assert_true(reads("略", "lüè") && reads("略", "lue"));
    assert_true(reads("女", "nü") && !reads("女", "nu"));
    assert_true(reads("〇", "líng"));
    assert_true(reads("仇", "qiú") && reads("翟", "zhái") && reads("覃", "qín") && reads("曾", "zēng"));
    assert_false(reads("會", "hua"));
    assert_false(reads("會", ""));
    assert_false(reads("會", "xyz"));
    assert_false(reads("a", "a"));
    assert_false(pinyin_reads(0x10FFFF, STR("a")));
}

static void listed(void **state)
{
    struct str list[PINYIN_READINGS];
    (void)state;
    assert_int_equal(pinyin_readings(0x884C, list), 3); /* 行 */
    assert_true(str_eq(list[0], STR("hang")) && str_eq(list[2], STR("xing")));
    assert_int_equal(pinyin_readings('a', list), 0);
    size_t known = 0;
    for (uint32_t c = 0x4E00; c <= 0x9FFF; c++) {
        size_t n = pinyin_readings(c, list);
        known += n > 0;
        for (size_t i = 0; i < n; i++)
            assert_true(pinyin_reads(c, list[i]) || list[i].n <= 3); /* but for ng and hm, which need a tone */
    }
    assert_in_range(known, 20900, 20992);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(syllables),
        cmocka_unit_test(tones),
        cmocka_unit_test(readings),
        cmocka_unit_test(listed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
