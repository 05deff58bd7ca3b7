/* The reader where nothing can be kept: it says so, reading goes on, and what was read since is kept as soon as it can be. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <sys/resource.h>

#include "folder.h"
#include "pty/pty.h"

#define DAHUI BUILD_DIR "/dahui"
#define LONG SOURCE_ROOT "/data/articles/000_dd3cd50c1a9b0dee.txt" /* longer than a screen */

/* A reader with its state in a folder below the test's. */
static void start(struct pty *pty, const char *state)
{
    char setting[200];
    snprintf(setting, sizeof setting, "XDG_STATE_HOME=%s/%s", folder, state);
    pty_start(pty, &(struct pty_how){ .argv = (const char *[]){ DAHUI, LONG, NULL }, .env = (const char *[]){ setting, "LANG=zh_CN.UTF-8", NULL } });
}

static void quit(struct pty *pty)
{
    pty_type(pty, "Q");
    assert_int_equal(pty_wait_end(pty), 0);
    pty_finish(pty);
}

#ifdef __linux__
/* No file can grow beyond what the state's log has grown to, or all can again. (Frames are written to a file in memory first: a limit of
 * nothing would be one on these.) */
static void fill_disk(struct pty *pty, bool full)
{
    struct rlimit limit;
    struct stat log;
    assert_int_equal(stat("full/dahui/state.db-wal", &log), 0);
    assert_int_equal(prlimit(pty->pid, RLIMIT_FSIZE, NULL, &limit), 0);
    limit.rlim_cur = full ? (rlim_t)log.st_size : limit.rlim_max;
    assert_int_equal(prlimit(pty->pid, RLIMIT_FSIZE, &limit, NULL), 0);
}

/* Full from the middle of a session on, and then no more. */
static void a_full_disk(void **state)
{
    (void)state;
    struct pty pty;
    start(&pty, "full");
    pty_type(&pty, " ");
    assert_true(pty_wait_text(&pty, "71%"));
    fill_disk(&pty, true);
    pty_type(&pty, "j");
    assert_true(pty_wait_text(&pty, "不能保存"));
    pty_type(&pty, "jj"); /* once is enough */
    assert_true(pty_wait_text(&pty, "77%"));
    pty_type(&pty, "ma");
    assert_true(pty_wait_text(&pty, "不能保存")); /* but somebody waits for a mark */
    fill_disk(&pty, false);
    pty_type(&pty, "jma");
    assert_true(pty_wait_text(&pty, "已标记"));
    pty_type(&pty, "j");
    assert_true(pty_wait_text(&pty, "81%"));
    kill(pty.pid, SIGKILL);
    pty_wait_end(&pty);
    pty_finish(&pty);
    start(&pty, "full");
    assert_true(pty_wait_text(&pty, "81%"));
    pty_type(&pty, "'a");
    assert_true(pty_wait_text(&pty, "79%"));
    quit(&pty);
}

/* Full from the start: nothing is kept, and nothing is wrong but that. */
static void a_disk_that_was_full_before(void **state)
{
    (void)state;
    struct pty pty;
    struct rlimit was, none;
    getrlimit(RLIMIT_FSIZE, &was);
    none = (struct rlimit){ 1 << 14, was.rlim_max };
    setrlimit(RLIMIT_FSIZE, &none);
    start(&pty, "fuller");
    setrlimit(RLIMIT_FSIZE, &was);
    assert_true(pty_wait_text(&pty, "state.db"));
    pty_type(&pty, " 3j");
    assert_true(pty_wait_text(&pty, "77%"));
    pty_type(&pty, "mag'a");
    assert_true(pty_wait_text(&pty, "77%"));
    quit(&pty);
    start(&pty, "fuller"); /* there is room again */
    assert_true(pty_wait_text(&pty, "31%"));
    pty_type(&pty, " 3j");
    assert_true(pty_wait_text(&pty, "77%"));
    quit(&pty);
    start(&pty, "fuller");
    assert_true(pty_wait_text(&pty, "77%"));
    quit(&pty);
}
#endif

/* No folder can be made: all is kept till the end of the session. */
static void a_home_that_nothing_can_be_written_to(void **state)
{
    (void)state;
    struct pty pty;
    write_file("home", ""); /* even root can make no folder in a file */
    start(&pty, "home/below");
    assert_true(pty_wait_text(&pty, "不能建文件夹"));
    pty_type(&pty, " 3j");
    assert_true(pty_wait_text(&pty, "77%"));
    pty_type(&pty, "mag'a");
    assert_true(pty_wait_text(&pty, "77%"));
    quit(&pty);
    start(&pty, "home/below");
    assert_true(pty_wait_text(&pty, "不能建文件夹"));
    pty_type(&pty, "j");
    assert_true(pty_wait_text(&pty, "33%"));
    quit(&pty);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#ifdef __linux__
        IN_FOLDER(a_full_disk),
        IN_FOLDER(a_disk_that_was_full_before),
#endif
        IN_FOLDER(a_home_that_nothing_can_be_written_to),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
