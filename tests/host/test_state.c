/* Small files that the program remembers things in. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "folder.h"
#include "host/state.h"

static struct bytes bytes_of(const char *s)
{
    return (struct bytes){ (const unsigned char *)s, strlen(s) };
}

static void expect_content(const char *want)
{
    struct arena arena = { 0 };
    struct bytes got;
    struct err err;
    assert_true(state_read(&arena, "x", &got, &err));
    assert_int_equal(got.n, strlen(want));
    assert_memory_equal(got.p, want, got.n);
    arena_finish(&arena);
}

static void test_write_and_read(void **state)
{
    (void)state;
    struct err err;
    struct stat st;
    char home[128];
    snprintf(home, sizeof home, "%s/a/b", folder);
    setenv("XDG_STATE_HOME", home, 1);
    assert_true(state_write("x", bytes_of("one"), &err));
    expect_content("one");
    assert_true(state_write("x", bytes_of("2"), &err));
    expect_content("2");
    assert_int_equal(stat("a/b/dahui/x", &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    assert_int_equal(stat("a/b/dahui", &st), 0);
    assert_int_equal(st.st_mode & 0777, 0700);
    assert_int_equal(st.st_nlink, 2); /* and nothing else in it */
    setenv("XDG_STATE_HOME", "relative", 1);
    setenv("HOME", folder, 1);
    assert_true(state_write("x", bytes_of("3"), &err));
    assert_int_equal(stat(".local/state/dahui/x", &st), 0);
    expect_content("3");
}

static void test_where_nothing_can_be_kept(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct bytes got;
    struct err err;
    unsetenv("XDG_STATE_HOME");
    unsetenv("HOME");
    assert_false(state_write("x", bytes_of("1"), &err));
    assert_string_equal(err.text, "there is no folder to remember things in: HOME is not set");
    assert_false(state_read(&arena, "x", &got, &err));
    write_file("file", "");
    char home[128];
    snprintf(home, sizeof home, "%s/file", folder);
    setenv("HOME", home, 1);
    assert_false(state_write("x", bytes_of("1"), &err));
    assert_false(state_read(&arena, "x", &got, &err));
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(test_write_and_read),
        IN_FOLDER(test_where_nothing_can_be_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
