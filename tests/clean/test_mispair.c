/* Tests of clean/mispair: UTF-8 read as GBK is turned back, and rare characters are left alone. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "clean/capture.h"
#include "clean/mispair.h"

static struct arena arena;

static int finish(void **state)
{
    (void)state;
    arena_finish(&arena);
    return 0;
}

static void becomes(const char *text, const char *want, size_t passages)
{
    struct mendings mendings = { 0 };
    struct str got = mispair_undo(&arena, str_of(text), &mendings);
    assert_string_equal(capture_cstr(&arena, got), want);
    assert_int_equal(mendings.n, passages);
    for (size_t i = 0; i < mendings.n; i++)
        assert_true(str_eq(str_sub(got, mendings.v[i].at, mendings.v[i].at + mendings.v[i].to.n), mendings.v[i].to));
}

static void a_stretch_is_turned_back(void **state)
{
    (void)state;
    becomes("鍏氱殑浜屽崄澶т細绮剧", "党的二十大会精\uFFFD", 1); /* the last byte of 神 is gone */
    becomes("<p>鍏氱殑浜屽崄澶т細璁�</p>", "<p>党的二十大会\uFFFD</p>", 1);
    becomes("銆€銆€鍏氱殑浜屽崄澶т細璁?", "　　党的二十大会\uFFFD", 1); /* the indent is turned back too, but no part of the passage */
}

/* The last two bytes of 神, and others, are pairs that GBK leaves to its users. */
static void user_pairs_are_bytes_too(void **state)
{
    (void)state;
    becomes("鍏氱殑浜屽崄澶т細绮剧\uE6A3", "党的二十大会精神", 1);
    becomes("鍔ㄥ憳浣撳姏鍔冲姩鑰呭嚭甯\uE15Eぇ浼氾紝琛ㄧず鐑\uE160儓绁濊春銆?", "动员体力劳动者出席大会，表示热烈祝贺\uFFFD", 1);
}

static void once_proved_short_ones_are_turned_back(void **state)
{
    (void)state;
    becomes("鍏氱殑浜屽崄澶т細绮剧\n澶т細\n2021", "党的二十大会精\uFFFD\n大会\n2021", 2);
    becomes("澶т細", "澶т細", 0);
}

static void real_characters_stay(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "党的二十大精神在全国代表大会上得到贯彻", "鑫淼垚犇骉羴猋麤毳掱焱赑飝馫", "涓涓细流,汇成江河;娓娓道来", "錯綜複雜的鍾鼎彝器與鐘磬鎛鐃",
        "锟斤拷锟斤拷锟斤拷锟斤拷", "鍏氱殑2021浜屽崄", "銆銆銆銆銆銆銆銆銆",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        becomes(texts[i], texts[i], 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(a_stretch_is_turned_back, finish),
        cmocka_unit_test_teardown(user_pairs_are_bytes_too, finish),
        cmocka_unit_test_teardown(once_proved_short_ones_are_turned_back, finish),
        cmocka_unit_test_teardown(real_characters_stay, finish),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
