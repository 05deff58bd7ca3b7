/* Tests of base: slices, arenas, growing buffers, maps, messages. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/map.h"
#include "base/str.h"

#define assert_str(s, literal) \
    do { \
        struct str got_ = (s); \
        assert_int_equal(got_.n, sizeof literal - 1); \
        assert_memory_equal(got_.p, literal, got_.n); \
    } while (0)

static const struct str unknown = { NULL, 0 };

static void slices_are_cut(void **state)
{
    (void)state;
    struct str s = STR("abcdef");
    assert_str(str_sub(s, 1, 3), "bc");
    assert_str(str_sub(s, 0, 99), "abcdef");
    assert_str(str_sub(s, 4, 2), "");
    assert_str(str_sub(s, 9, 99), "");
    assert_int_equal(str_sub(unknown, 0, 5).n, 0);
    assert_null(str_sub(unknown, 0, 5).p);
    assert_str(str_of("工会"), "工会");
}

static void slices_are_compared(void **state)
{
    (void)state;
    assert_true(str_eq(STR("工会"), STR("工会")));
    assert_false(str_eq(STR("工会"), STR("工")));
    assert_true(str_eq(unknown, STR("")));
    assert_true(str_cmp(STR("a"), STR("b")) < 0);
    assert_true(str_cmp(STR("a"), STR("ab")) < 0);
    assert_true(str_cmp(STR("b"), STR("ab")) > 0);
    assert_int_equal(str_cmp(unknown, STR("")), 0);
    assert_true(str_cmp(STR("\xEF\xBF\xBD"), STR("\xF0\x90\x80\x80")) < 0); /* U+FFFD before U+10000 */
    assert_true(str_starts(STR("工会工作"), STR("工会")));
    assert_false(str_starts(STR("工"), STR("工会")));
    assert_true(str_starts(unknown, STR("")));
    assert_true(str_ends(STR("工会工作"), STR("工作")));
    assert_false(str_ends(STR("作"), STR("工作")));
}

static void slices_are_searched(void **state)
{
    (void)state;
    struct str s = STR("abcabc");
    assert_int_equal(str_find(s, STR("bc"), 0), 1);
    assert_int_equal(str_find(s, STR("bc"), 2), 4);
    assert_true(str_find(s, STR("bc"), 5) == STR_NONE);
    assert_true(str_find(s, STR("a"), 99) == STR_NONE);
    assert_int_equal(str_find(s, STR(""), 6), 6);
    assert_true(str_find(unknown, STR("a"), 0) == STR_NONE);
    assert_int_equal(str_find(unknown, STR(""), 0), 0);
    assert_int_equal(str_find_last(s, STR("bc")), 4);
    assert_int_equal(str_find_last(s, STR("abcabc")), 0);
    assert_true(str_find_last(s, STR("abcabca")) == STR_NONE);
    assert_true(str_find_last(s, STR("x")) == STR_NONE);
    assert_true(str_has(s, STR("ca")));
    assert_false(str_has(s, STR("cb")));
    assert_int_equal(str_find((struct str){ "a\0b", 3 }, STR("b"), 0), 2); /* NUL is a byte like others */
}

static bool all_zero(const unsigned char *p, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (p[i])
            return false;
    return true;
}

static void arena_aligns_and_zeroes(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    size_t used = 0;
    for (size_t i = 0; i < 20000; i++) {
        size_t size = i * 7919 % 300, align = (size_t)1 << i % 7;
        unsigned char *p = arena_alloc(&arena, size, align);
        assert_non_null(p);
        assert_int_equal((uintptr_t)p % align, 0);
        assert_true(all_zero(p, size));
        memset(p, 0xA5, size);
        used += size;
        assert_int_equal(arena.used, used);
    }
    arena_finish(&arena);
    assert_null(arena.head);
    assert_int_equal(arena.used, 0);
}

static void arena_pieces_do_not_overlap(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    enum { N = 3000 };
    unsigned char *piece[N];
    for (size_t i = 0; i < N; i++) {
        piece[i] = arena_alloc(&arena, i % 97 + 1, 1);
        memset(piece[i], (int)(i & 0xFF), i % 97 + 1);
    }
    for (size_t i = 0; i < N; i++)
        for (size_t k = 0; k <= i % 97; k++)
            assert_int_equal(piece[i][k], i & 0xFF);
    arena_finish(&arena);
}

static void arena_takes_large_blocks(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    static const size_t sizes[] = { 10u << 20, 4096, 4097, 1u << 20, (1u << 20) + 1, 0, 1 };
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        unsigned char *p = arena_alloc(&arena, sizes[i], 64);
        assert_int_equal((uintptr_t)p % 64, 0);
        assert_true(all_zero(p, sizes[i]));
        memset(p, 1, sizes[i]);
    }
    arena_finish(&arena);
}

static void arena_reset_zeroes_again(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    arena_reset(&arena); /* an empty one */
    for (int round = 0; round < 20; round++) {
        for (size_t i = 0; i < 500; i++) {
            unsigned char *p = arena_alloc(&arena, 1 + i % 50, 8);
            assert_true(all_zero(p, 1 + i % 50));
            memset(p, 0xFF, 1 + i % 50);
        }
        arena_reset(&arena);
        assert_int_equal(arena.used, 0);
    }
    arena_finish(&arena);
    arena_finish(&arena); /* twice does no harm */
}

static void arena_copies_text(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    char from[] = "会议";
    struct str s = arena_str(&arena, (struct str){ from, 6 });
    from[0] = 'x';
    assert_str(s, "会议");
    assert_int_equal(s.p[s.n], 0);
    assert_non_null(arena_str(&arena, unknown).p);
    arena_finish(&arena);
}

#ifdef __SANITIZE_ADDRESS__ /* whose malloc else ends the program by itself */
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
    return "allocator_may_return_null=1";
}
#endif

static void say_goodbye(void)
{
    fputs("goodbye\n", stderr);
}

static void ask_too_much(int how)
{
    struct arena arena = { 0 };
    arena_before_exit = say_goodbye;
    if (how == 0)
        arena_alloc(&arena, SIZE_MAX - 3, 8);
    else if (how == 1)
        arena_alloc_n(&arena, SIZE_MAX / 2, 3, 8);
    else if (how == 2)
        arena_alloc(&arena, SIZE_MAX - 64, 1);
    else
        array_grow(&arena, NULL, 0, &(size_t){ SIZE_MAX / 2 + 1 }, 1);
}

/* What cannot be had ends the program in order: the terminal first, then one line, then exit 3. */
static void arena_refuses_in_order(void **state)
{
    (void)state;
    for (int how = 0; how < 4; how++) {
        int ends[2], status;
        assert_int_equal(pipe(ends), 0);
        pid_t child = fork();
        if (child == 0) {
            dup2(ends[1], STDERR_FILENO);
            ask_too_much(how);
            _exit(0);
        }
        close(ends[1]);
        char said[200] = "";
        size_t n = 0;
        for (ssize_t got; n < sizeof said - 1 && (got = read(ends[0], said + n, sizeof said - 1 - n)) > 0;)
            n += (size_t)got;
        close(ends[0]);
        assert_int_equal(waitpid(child, &status, 0), child);
        assert_true(WIFEXITED(status));
        assert_int_equal(WEXITSTATUS(status), 3);
        assert_non_null(strstr(said, "goodbye\ndahui: out of memory\n")); /* a sanitizer may speak before */
    }
}

static void arrays_grow(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    ARRAY(uint64_t) numbers = { 0 };
    for (uint64_t i = 0; i < 100000; i++)
        *PUSH(&arena, &numbers) = i * i;
    assert_int_equal(numbers.n, 100000);
    assert_true(numbers.cap >= numbers.n);
    for (uint64_t i = 0; i < 100000; i++)
        assert_true(numbers.v[i] == i * i);
    ARRAY(struct str) words = { 0 };
    *PUSH(&arena, &words) = STR("一");
    assert_str(words.v[0], "一");
    arena_finish(&arena);
}

static void buffers_add(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct buf buf = buf_make(&arena, 1000);
    assert_int_equal(buf_str(&buf).n, 0);
    assert_true(buf_add(&buf, unknown));
    assert_true(buf_add(&buf, STR("第")));
    assert_true(buf_add_format(&buf, "%d", 21));
    assert_true(buf_add_cstr(&buf, "次"));
    assert_true(buf_add_bytes(&buf, "\0", 1));
    assert_int_equal(buf_str(&buf).n, 9);
    assert_memory_equal(buf_str(&buf).p, "第21次\0", 9);
    assert_false(buf.full);
    arena_finish(&arena);
}

static void buffers_have_a_limit(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct buf buf = buf_make(&arena, 10);
    assert_true(buf_add_cstr(&buf, "12345678"));
    assert_false(buf_add_cstr(&buf, "9ab")); /* left out whole */
    assert_true(buf.full);
    assert_str(buf_str(&buf), "12345678");
    assert_false(buf_add_cstr(&buf, "9")); /* and from then on everything */
    assert_false(buf_add(&buf, unknown));
    assert_str(buf_str(&buf), "12345678");
    struct buf none = buf_make(&arena, 0);
    assert_true(buf_add_cstr(&none, ""));
    assert_false(buf_add_cstr(&none, "x"));
    arena_finish(&arena);
}

static void buffers_fill_to_the_last_byte(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    for (size_t max = 1; max < 300; max++) {
        struct buf buf = buf_make(&arena, max), formatted = buf_make(&arena, max);
        for (size_t i = 0; i < max; i++) {
            assert_true(buf_add_cstr(&buf, "x"));
            assert_true(buf_add_format(&formatted, "%c", 'x'));
        }
        assert_int_equal(buf.n, max);
        assert_int_equal(formatted.n, max);
        assert_false(buf_add_cstr(&buf, "x"));
        assert_false(buf_add_format(&formatted, "%d", 1));
    }
    arena_finish(&arena);
}

static void maps_keep_what_was_put(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct map map = { .arena = &arena };
    assert_null(map_get(&map, STR("一")));
    enum { N = 20000 };
    for (size_t i = 0; i < N; i++) {
        char key[32];
        int n = snprintf(key, sizeof key, "第%zu次", i);
        bool found = true;
        assert_int_equal(*map_put(&map, arena_str(&arena, (struct str){ key, (size_t)n }), i, &found), i);
        assert_false(found);
    }
    assert_int_equal(map.n, N);
    for (size_t i = 0; i < N; i++) {
        char key[32];
        int n = snprintf(key, sizeof key, "第%zu次", i);
        const size_t *value = map_get(&map, (struct str){ key, (size_t)n });
        assert_non_null(value);
        assert_int_equal(*value, i);
    }
    assert_null(map_get(&map, STR("第20000次")));
    arena_finish(&arena);
}

static void maps_do_not_overwrite(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct map map = { .arena = &arena };
    bool found;
    assert_int_equal(*map_put(&map, STR("a"), 1, &found), 1);
    assert_int_equal(*map_put(&map, STR("a"), 2, &found), 1);
    assert_true(found);
    *map_put(&map, STR("a"), 0, NULL) = 7;
    assert_int_equal(*map_get(&map, STR("a")), 7);
    assert_int_equal(*map_put(&map, unknown, 3, &found), 3); /* no key is the empty key */
    assert_false(found);
    assert_int_equal(*map_get(&map, STR("")), 3);
    assert_int_equal(*map_get(&map, unknown), 3);
    assert_int_equal(map.n, 2);
    arena_finish(&arena);
}

/* The published values of FNV-1a: the ids of reports rest on them. */
static void hashes_are_the_known_ones(void **state)
{
    (void)state;
    assert_true(hash_str(HASH_START, STR("")) == 0xcbf29ce484222325u);
    assert_true(hash_str(HASH_START, STR("a")) == 0xaf63dc4c8601ec8cu);
    assert_true(hash_str(HASH_START, STR("foobar")) == 0x85944171f73967e8u);
    assert_true(hash_str(hash_str(HASH_START, STR("foo")), STR("bar")) == hash_str(HASH_START, STR("foobar")));
}

static void messages_are_cut_not_overrun(void **state)
{
    (void)state;
    struct err err;
    assert_false(err_set(&err, "cannot open '%s': %s", "甲.txt", "Permission denied"));
    assert_string_equal(err.text, "cannot open '甲.txt': Permission denied");
    assert_false(err_set(NULL, "nobody %s", "asks"));
    static char deep[20000];
    memset(deep, 'x', sizeof deep - 1);
    assert_false(err_set(&err, "%s", deep));
    assert_int_equal(strlen(err.text), sizeof err.text - 1);
}

/* A path may have 4095 bytes; what is wrong with it is said behind it and must not be lost. */
static void messages_hold_the_longest_path(void **state)
{
    (void)state;
    struct err err;
    char path[4096];
    memset(path, 'x', sizeof path - 1);
    path[sizeof path - 1] = '\0';
    err_set(&err, "cannot open '%s': %s", path, "Permission denied");
    assert_true(str_ends(str_of(err.text), STR("': Permission denied")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slices_are_cut),
        cmocka_unit_test(slices_are_compared),
        cmocka_unit_test(slices_are_searched),
        cmocka_unit_test(arena_aligns_and_zeroes),
        cmocka_unit_test(arena_pieces_do_not_overlap),
        cmocka_unit_test(arena_takes_large_blocks),
        cmocka_unit_test(arena_reset_zeroes_again),
        cmocka_unit_test(arena_copies_text),
        cmocka_unit_test(arena_refuses_in_order),
        cmocka_unit_test(arrays_grow),
        cmocka_unit_test(buffers_add),
        cmocka_unit_test(buffers_have_a_limit),
        cmocka_unit_test(buffers_fill_to_the_last_byte),
        cmocka_unit_test(maps_keep_what_was_put),
        cmocka_unit_test(maps_do_not_overwrite),
        cmocka_unit_test(hashes_are_the_known_ones),
        cmocka_unit_test(messages_are_cut_not_overrun),
        cmocka_unit_test(messages_hold_the_longest_path),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
