/* Tests of text/variant: what folds, what stays, and that the table is one step deep. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "text/utf8.h"
#include "text/variant.h"

static struct str fold_all(struct str s, char to[64])
{
    size_t n = 0;
    for (size_t at = 0; at < s.n;)
        n += utf8_put(simplified(utf8_next(s, &at)), to + n);
    return (struct str){ to, n };
}

static void check(const char *from, const char *to)
{
    char folded[64];
    struct str got = fold_all(str_of(from), folded);
    assert_int_equal(got.n, str_of(to).n);
    assert_memory_equal(got.p, to, got.n);
}

static void everyday_words(void **state)
{
    (void)state;
    check("臨汾市工會第三次代表大會開幕", "临汾市工会第三次代表大会开幕");
    check("歸僑僑眷聯合會", "归侨侨眷联合会");
    check("乾幹干", "干干干");
    check("佔領 兇 峯 鑑 託 巖", "占领 凶 峰 鉴 托 岩");
    check("看著 瞭解 同誌 全麵 批複 代錶 於", "看着 了解 同志 全面 批复 代表 于");
}

static void what_stays(void **state)
{
    (void)state;
    check("工会代表大会,abc “一” ①〇", "工会代表大会,abc “一” ①〇");
    assert_int_equal(simplified(0), 0);
    assert_int_equal(simplified(0x33FF), 0x33FF);
    assert_int_equal(simplified(0xFFFF), 0xFFFF);
    assert_int_equal(simplified(0x10FFFF), 0x10FFFF);
}

static void beyond_plane_0(void **state)
{
    (void)state;
    assert_int_equal(simplified(0x346E), 0x2B748);  /* 㑮 → 𫝈 */
    assert_int_equal(simplified(0x20325), 0x201BF); /* 𠌥 → 𠆿 */
    assert_int_equal(simplified(0x205E3), 0x34C6);  /* 𠗣 → 㓆 */
}

static void one_step(void **state)
{
    (void)state;
    size_t n = 0;
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        n += simplified(c) != c;
        assert_int_equal(simplified(simplified(c)), simplified(c));
    }
    assert_in_range(n, 4000, 5000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everyday_words),
        cmocka_unit_test(what_stays),
        cmocka_unit_test(beyond_plane_0),
        cmocka_unit_test(one_step),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
