/* Bytes typed into keys: every form of a key, what is no key, and what hangs on time. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "screen/event.h"
#include "term/keys.h"

static void add(struct keys *keys, const char *bytes, size_t n)
{
    assert_true(n <= keys_room(keys));
    keys_add(keys, (const unsigned char *)bytes, n);
}

/* These bytes, and then nothing for a while, are these keys. */
static void expect_bytes(const char *bytes, size_t n, const uint32_t *want, size_t n_want)
{
    struct keys keys = { 0 };
    uint32_t key;
    keys_learn(&keys, "\033OA", K_UP);
    keys_learn(&keys, "\033[25~", K_F1);
    add(&keys, bytes, n);
    for (size_t i = 0; i < n_want; i++) {
        if (!keys_next(&keys, false, &key))
            assert_true(keys_next(&keys, true, &key));
        assert_int_equal(key, want[i]);
    }
    assert_false(keys_next(&keys, true, &key));
}
#define EXPECT(bytes, ...) \
    expect_bytes(bytes, sizeof(bytes) - 1, (const uint32_t[]){ __VA_ARGS__ }, sizeof((const uint32_t[]){ __VA_ARGS__ }) / 4)

static void test_plain_keys(void **state)
{
    (void)state;
    EXPECT("jG ", 'j', 'G', ' ');
    EXPECT("\r\n", K_ENTER, K_ENTER);
    EXPECT("\b\x7f", K_BACKSPACE, K_BACKSPACE);
    EXPECT("\t\x0f\x19\x16\x13\x11", K_TAB, K_CTRL('o'), K_CTRL('y'), K_CTRL('v'), K_CTRL('s'), K_CTRL('q'));
    EXPECT("主席é𠮷", 0x4E3B, 0x5E2D, 0xE9, 0x20BB7);
}

static void test_arrows_in_all_forms(void **state)
{
    (void)state;
    EXPECT("\033[A\033OA\033[B\033OB", K_UP, K_UP, K_DOWN, K_DOWN);
    EXPECT("\033[C\033OC\033[D\033OD", K_RIGHT, K_RIGHT, K_LEFT, K_LEFT);
    EXPECT("\033[1;5A\033[1;2D", K_UP, K_LEFT); /* with Ctrl, with Shift */
    EXPECT("\033[H\033OH\033[1~\033[7~", K_HOME, K_HOME, K_HOME, K_HOME);
    EXPECT("\033[F\033OF\033[4~\033[8~", K_END, K_END, K_END, K_END);
    EXPECT("\033[5~\033[6~\033[3~\033[Z", K_PAGE_UP, K_PAGE_DOWN, K_DELETE, K_BACKTAB);
    EXPECT("\033OP\033[11~\033[[A\033[25~", K_F1, K_F1, K_F1, K_F1);
    EXPECT("\033OM\033Oq\033Oy\033Ok", K_ENTER, '1', '9', '+'); /* the keypad */
}

static void test_esc_alone_and_before_others(void **state)
{
    (void)state;
    EXPECT("\033", K_ESC);
    EXPECT("\033\033", K_ESC, K_ESC);
    EXPECT("\033j", K_ESC, 'j');
    EXPECT("\033[", K_ESC, '[');
    EXPECT("\033[[", K_ESC, '[', '[');
    EXPECT("\033O", K_ESC, 'O');
    EXPECT("\033Oz", K_ESC, 'O', 'z');
    EXPECT("\033\033[A", K_ESC, K_UP);
    EXPECT("\033[\r", K_ESC, '[', K_ENTER);
    EXPECT("\033主", K_ESC, 0x4E3B);
}

static void test_sequences_without_a_name_are_one_key(void **state)
{
    (void)state;
    EXPECT("\033[15;2~q", K_UNKNOWN, 'q');
    EXPECT("\033[?62;9;cq", K_UNKNOWN, 'q');
}

static void test_bytes_that_are_no_character_are_dropped(void **state)
{
    (void)state;
    EXPECT("\xff\xfej", 'j');
    EXPECT("\xe4\xb8j", 'j');         /* cut */
    EXPECT("\xc0\xafj", 'j');         /* overlong */
    EXPECT("\xed\xa0\x80j", 'j');     /* surrogate */
    EXPECT("\xf5\x80\x80\x80j", 'j'); /* beyond Unicode */
    EXPECT("\x80\xbfj", 'j');
    EXPECT("\0j", 'j');
}

/* A character, a sequence: any of them may come byte by byte. */
static void test_bytes_come_one_by_one(void **state)
{
    (void)state;
    static const char typed[] = "主\033[1;5A𠮷\033[6~j";
    static const uint32_t want[] = { 0x4E3B, K_UP, 0x20BB7, K_PAGE_DOWN, 'j' };
    struct keys keys = { 0 };
    uint32_t key;
    size_t n = 0;
    for (size_t i = 0; i < sizeof typed - 1; i++) {
        add(&keys, typed + i, 1);
        while (keys_next(&keys, false, &key)) {
            assert_true(n < sizeof want / sizeof *want);
            assert_int_equal(key, want[n++]);
        }
    }
    assert_int_equal(n, sizeof want / sizeof *want);
}

static void test_only_an_esc_is_doubtful(void **state)
{
    (void)state;
    struct keys keys = { 0 };
    uint32_t key;
    assert_false(keys_doubtful(&keys));
    add(&keys, "\xe4\xb8", 2);
    assert_false(keys_next(&keys, true, &key)); /* time does not end a character */
    assert_false(keys_doubtful(&keys));
    add(&keys, "\xbb", 1);
    assert_true(keys_next(&keys, false, &key));
    add(&keys, "\033[1", 3);
    assert_false(keys_next(&keys, false, &key));
    assert_true(keys_doubtful(&keys));
}

/* A flood of anything leaves room again, and never reads beyond its end. */
static void test_any_bytes(void **state)
{
    (void)state;
    static const char pieces[] = "\033\033\033[[O0;1~?AMj\xe4\xb8\xbb\xff\x80\xf0";
    struct keys keys = { 0 };
    uint32_t key, random = 1;
    for (int i = 0; i < 100000; i++) {
        random = random * 1103515245u + 12345u;
        add(&keys, &pieces[(random >> 16) % (sizeof pieces - 1)], 1);
        while (keys_next(&keys, (random >> 8) % 7 == 0, &key))
            assert_true(key != K_NONE && key <= K_UNKNOWN);
        assert_true(keys_room(&keys) > 200);
    }
}

/* Of a terminal that was asked, with keys in between, one byte after another. */
static void test_answers(void **state)
{
    (void)state;
    static const char bytes[] = "j\033[2;3R\033[B\033[?69;2$yk\033[2;2R\033[1;2R\033[?64;1;2;6;9;15;16;17;18;21;22;28;32;42;52c\033[2;2R";
    static const uint32_t want[] = { 'j', K_ANSWER, K_DOWN, K_ANSWER, 'k', K_ANSWER, K_UNKNOWN, K_ANSWER, K_UNKNOWN };
    static const struct key_answer answers[] = { { .what = ANSWER_PLACE, .col = 3 }, { .what = ANSWER_MODE, .mode = 2 }, { .what = ANSWER_PLACE, .col = 2 }, { .what = ANSWER_END } };
    struct keys keys = { .asked = true };
    size_t n = 0, n_answers = 0;
    uint32_t key;
    for (size_t i = 0; i < sizeof bytes - 1; i++) {
        add(&keys, bytes + i, 1);
        while (keys_next(&keys, false, &key)) {
            assert_int_equal(key, want[n++]);
            if (key == K_ANSWER)
                assert_memory_equal(&keys.answer, &answers[n_answers++], sizeof keys.answer);
        }
    }
    assert_int_equal(n, sizeof want / sizeof *want);
    assert_false(keys.asked);
    EXPECT("\033[2;2R\033[?69;2$y\033[?1;2c", K_UNKNOWN, K_UNKNOWN, K_UNKNOWN); /* nobody asked */
}

/* What the mouse does, when it was asked for: mode 1006, and the six bytes of terminals that do not know it. */
static void expect_mouse(const char *bytes, size_t n, enum mouse what, int row, int col)
{
    struct keys keys = { .mouse = true };
    uint32_t key;
    for (size_t cut = 0; cut < n; cut++) { /* however the bytes come */
        keys.n = 0;
        add(&keys, bytes, cut);
        assert_false(keys_next(&keys, false, &key));
        add(&keys, bytes + cut, n - cut);
        assert_true(keys_next(&keys, false, &key));
        assert_int_equal(key, K_MOUSE);
        assert_int_equal(keys.pointed.what, what);
        assert_int_equal(keys.pointed.row, row);
        assert_int_equal(keys.pointed.col, col);
        assert_false(keys_next(&keys, true, &key));
    }
}
#define EXPECT_MOUSE(bytes, what, row, col) expect_mouse(bytes, sizeof(bytes) - 1, what, row, col)

static void test_mouse(void **state)
{
    (void)state;
    EXPECT_MOUSE("\033[<0;12;3M", MOUSE_PRESS, 2, 11);
    EXPECT_MOUSE("\033[<0;250;100m", MOUSE_RELEASE, 99, 249);
    EXPECT_MOUSE("\033[<32;12;3M", MOUSE_DRAG, 2, 11);
    EXPECT_MOUSE("\033[<64;1;1M", MOUSE_WHEEL_UP, 0, 0);
    EXPECT_MOUSE("\033[<69;1;1M", MOUSE_WHEEL_DOWN, 0, 0); /* with Shift */
    EXPECT_MOUSE("\033[M !#", MOUSE_PRESS, 2, 0);
    EXPECT_MOUSE("\033[M#!#", MOUSE_RELEASE, 2, 0);
    EXPECT_MOUSE("\033[M`!q", MOUSE_WHEEL_UP, 80, 0);
}

/* Nothing of it is ever a key, wanted or not. */
static void test_mouse_is_no_key(void **state)
{
    (void)state;
    static const char *const dropped[] = { "\033[<1;2;3M", "\033[<2;2;3m", "\033[<66;2;3M", "\033[<35;2;3M", "\033[<0;0;0M", "\033[<;;M", "\033[<0M",
                                           "\033[M\"!!" };
    for (size_t i = 0; i < sizeof dropped / sizeof *dropped; i++) {
        struct keys keys = { .mouse = true };
        uint32_t key;
        add(&keys, dropped[i], strlen(dropped[i]));
        add(&keys, "j", 1);
        assert_true(keys_next(&keys, false, &key));
        assert_int_equal(key, 'j');
    }
    EXPECT("\033[<0;12;3Mj", 'j');
}

/* Between its marks a paste is text: no key of it is one. */
static void test_paste(void **state)
{
    (void)state;
    static const char bytes[] = "\033[200~主q\r\033[A\033]11;x\a\tZZ\033[201~j";
    static const struct { uint32_t key; bool pasted; } want[] = {
        { 0x4E3B, true }, { 'q', true }, { '\r', true }, { '[', true }, { 'A', true }, { ']', true }, { '1', true }, { '1', true }, { ';', true },
        { 'x', true }, { '\a', true }, { '\t', true }, { 'Z', true }, { 'Z', true }, { 'j', false },
    };
    for (size_t step = 1; step < sizeof bytes; step++) {
        struct keys keys = { 0 };
        uint32_t key;
        size_t seen = 0;
        for (size_t at = 0; at < sizeof bytes - 1; at += step) {
            add(&keys, bytes + at, at + step < sizeof bytes ? step : sizeof bytes - 1 - at);
            for (; keys_next(&keys, false, &key); seen++) {
                assert_int_equal(key, want[seen].key);
                assert_int_equal(keys.pasted, want[seen].pasted);
            }
        }
        assert_int_equal(seen, sizeof want / sizeof *want);
    }
}

/* A paste whose end was lost does not keep the keyboard for ever: Esc ends it. */
static void test_endless_paste(void **state)
{
    (void)state;
    struct keys keys = { 0 };
    uint32_t key;
    add(&keys, "\033[200~a\033", 8);
    assert_true(keys_next(&keys, false, &key) && key == 'a' && keys.pasted);
    assert_false(keys_next(&keys, false, &key));
    assert_false(keys_next(&keys, true, &key));
    add(&keys, "j", 1);
    assert_true(keys_next(&keys, false, &key) && key == 'j' && !keys.pasted);
}

static void expect_paper(const char *bytes, bool known, bool light)
{
    struct keys keys = { .asked = true };
    uint32_t key;
    add(&keys, bytes, strlen(bytes));
    add(&keys, "j", 1);
    assert_true(keys_next(&keys, true, &key));
    if (known) {
        assert_int_equal(key, K_ANSWER);
        assert_int_equal(keys.answer.what, ANSWER_PAPER);
        assert_int_equal(keys.answer.light, light);
        assert_true(keys.asked); /* the end is still to come */
        assert_true(keys_next(&keys, true, &key));
    }
    assert_int_equal(key, 'j');
}

static void test_background(void **state)
{
    (void)state;
    expect_paper("\033]11;rgb:0000/0000/0000\033\\", true, false);
    expect_paper("\033]11;rgb:ffff/ffff/dddd\a", true, true);
    expect_paper("\033]11;rgb:ff/fa/f0\033\\", true, true);
    expect_paper("\033]11;rgb:2828/2c2c/3434\033\\", true, false);
    expect_paper("\033]11;rgb:zz/q\a", false, false);
    expect_paper("\033]10;rgb:ff/ff/ff\a", false, false);
    expect_paper("\033]52;c;cXF0\033\\", false, false);
}

/* One that comes when all was said is no key either; an Esc before ] is. */
static void test_late_background(void **state)
{
    (void)state;
    EXPECT("\033]11;rgb:ff/ff/ff\aj", K_ANSWER, 'j');
    EXPECT("\033]j", K_ESC, ']', 'j');
    EXPECT("\033]1j", K_ESC, ']', '1', 'j');
    EXPECT("\033]", K_ESC, ']');
}

/* An answer that breaks off is dropped, not typed. */
static void test_half_a_background(void **state)
{
    (void)state;
    struct keys keys = { .asked = true };
    uint32_t key;
    add(&keys, "\033]11;rgb:q/q", 13);
    assert_false(keys_next(&keys, false, &key));
    assert_false(keys_next(&keys, true, &key));
    assert_int_equal(keys.n, 0);
    struct keys flooded = { .asked = true };
    add(&flooded, "\033]", 2);
    for (int i = 0; i < 2000; i++) {
        add(&flooded, "q", 1);
        if (keys_next(&flooded, false, &key)) {
            assert_int_equal(key, 'q'); /* a terminal that answers without end is not waited for */
            break;
        }
    }
    assert_true(keys_room(&flooded) > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_mouse),
        cmocka_unit_test(test_mouse_is_no_key),
        cmocka_unit_test(test_paste),
        cmocka_unit_test(test_endless_paste),
        cmocka_unit_test(test_background),
        cmocka_unit_test(test_late_background),
        cmocka_unit_test(test_half_a_background),
        cmocka_unit_test(test_plain_keys),
        cmocka_unit_test(test_arrows_in_all_forms),
        cmocka_unit_test(test_esc_alone_and_before_others),
        cmocka_unit_test(test_sequences_without_a_name_are_one_key),
        cmocka_unit_test(test_bytes_that_are_no_character_are_dropped),
        cmocka_unit_test(test_bytes_come_one_by_one),
        cmocka_unit_test(test_only_an_esc_is_doubtful),
        cmocka_unit_test(test_any_bytes),
        cmocka_unit_test(test_answers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
