/* Tests of screen/event: keys as scripts and the key table write them. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "random.h"
#include "screen/event.h"

static const struct {
    const char *script;
    uint32_t key;
    size_t taken;
} read[] = {
    { "j", 'j', 1 },           { "jk", 'j', 1 },           { "会议", U'会', 3 },      { "\U00020000", 0x20000, 4 }, { "\x1B", 0x1B, 1 },
    { "<Enter>", K_ENTER, 7 }, { "<Enter>x", K_ENTER, 7 }, { "<Esc>", K_ESC, 5 },     { "<Tab>", K_TAB, 5 },        { "<Space>", ' ', 7 },
    { "<Up>", K_UP, 4 },       { "<Down>", K_DOWN, 6 },    { "<Left>", K_LEFT, 6 },   { "<Right>", K_RIGHT, 7 },
    { "<PgUp>", K_PAGE_UP, 6 }, { "<PgDn>", K_PAGE_DOWN, 6 }, { "<Home>", K_HOME, 6 }, { "<End>", K_END, 5 },     { "<BS>", K_BACKSPACE, 4 },   { "<Del>", K_DELETE, 5 },
    { "<F1>", K_F1, 4 },       { "<lt>", '<', 4 },         { "<lt>>", '<', 4 },       { "<C-x>", 0x18, 5 },         { "<C-X>", 0x18, 5 },
    { "<C-@>", 0, 5 },         { "<C-[>", 0x1B, 5 },       { "<C-_>", 0x1F, 5 },      { "<", '<', 1 },              { "<Enter", '<', 1 },
    { ">", '>', 1 },           { "><", '>', 1 },
};

static void keys_are_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof read / sizeof *read; i++) {
        uint32_t key = 0xBAD;
        size_t taken = key_read(str_of(read[i].script), &key);
        if (taken != read[i].taken || key != read[i].key)
            fail_msg("%s: key %x, %zu bytes", read[i].script, key, taken);
    }
}

static void names_that_are_none(void **state)
{
    (void)state;
    static const char *const none[] = { "<>", "<enter>", "<Enter >", "< Enter>", "<C->", "<C-1>", "<C-xx>",
                                        "<C-会>", "<F2>", "<Entry>x", "<a<b>" };
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        uint32_t key;
        if (key_read(str_of(none[i]), &key) != 0)
            fail_msg("%s: read as key %x", none[i], key);
    }
    uint32_t key;
    assert_int_equal(key_read(STR(""), &key), 0);
}

static void any_script_ends(void **state)
{
    (void)state;
    struct dice dice = { 71 };
    for (int round = 0; round < 5000; round++) {
        struct arena arena = { 0 };
        struct buf buf = buf_make(&arena, 4000);
        for (int i = 0; i < 8; i++) {
            buf_add(&buf, roll_text(&arena, &dice, 4));
            buf_add_cstr(&buf, (const char *const[]){ "<", ">", "C-", "Up", "" }[roll_below(&dice, 5)]);
        }
        struct str rest = buf_str(&buf);
        while (rest.n) {
            uint32_t key;
            size_t taken = key_read(rest, &key);
            assert_true(taken <= rest.n);
            if (taken == 0)
                break;
            assert_true(key <= K_UNKNOWN);
            rest = str_sub(rest, taken, rest.n);
        }
        arena_finish(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_are_read),
        cmocka_unit_test(names_that_are_none),
        cmocka_unit_test(any_script_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
