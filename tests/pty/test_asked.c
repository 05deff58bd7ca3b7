/* The reader and what a terminal tells it beside keys: its background, what the mouse does, pastes. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <sys/stat.h>

#include "pty/pty.h"

#define DAHUI BUILD_DIR "/dahui"
#define ARTICLES SOURCE_ROOT "/data/articles"
#define CYAN "\033[36m"
#define BLUE "\033[34m"

/* Starts the reader with a configuration. */
static void start(struct pty *pty, const char *config, int answers)
{
    char folder[] = "/tmp/dahui-asked-XXXXXX", path[100], xdg[100], state[100];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/dahui", folder);
    assert_int_equal(mkdir(path, 0700), 0);
    snprintf(path, sizeof path, "%s/dahui/config.ini", folder);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(config, file);
    fclose(file);
    snprintf(xdg, sizeof xdg, "XDG_CONFIG_HOME=%s", folder);
    snprintf(state, sizeof state, "XDG_STATE_HOME=%s/none", folder);
    pty_start(pty, &(struct pty_how){ .argv = (const char *[]){ DAHUI, ARTICLES, NULL }, .rows = 24, .cols = 120, .answers = answers,
                                      .env = (const char *[]){ xdg, state, "HOME=/nonexistent", "TERM=xterm", "NO_COLOR", "LANG=zh_CN.UTF-8", NULL } });
    assert_true(pty_wait_text(pty, "1/6"));
    unlink(path);
    *strrchr(path, '/') = '\0';
    rmdir(path);
    rmdir(folder);
}

static bool has_sent(struct pty *pty, const void *bytes)
{
    return pty_has_sent(pty, bytes);
}

static void quit(struct pty *pty)
{
    pty_type(pty, "Q");
    pty_answer(pty);
    assert_int_equal(pty_wait_end(pty), 0);
    pty_finish(pty);
}

/* Before the answer, and without one, colours for dark; a light background makes them others. Keys go on meanwhile. */
static void background(void **state)
{
    (void)state;
    static const struct {
        const char *config, *answer;
        bool asks, light;
    } cases[] = {
        { "", "\033]11;rgb:ffff/ffff/ffff\033\\", true, true }, { "", "\033]11;rgb:00/00/00\a", true, false }, { "", "", true, false },
        { "", "\033]11;rgb:what/is/\033\\", true, false },      { "[reader]\ntheme = light\n", "", false, true },
        { "[reader]\ntheme = dark\n", "", false, false },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct pty pty;
        start(&pty, cases[i].config, ANSWERS_LATE);
        assert_int_equal(pty_has_sent(&pty, "\033]11;?"), cases[i].asks);
        pty_type(&pty, "j");
        assert_true(pty_wait_text(&pty, "2/6"));
        pty_type(&pty, cases[i].answer);
        pty_answer(&pty);
        pty_type(&pty, "k");
        assert_true(pty_wait_text(&pty, "1/6"));
        assert_true(pty_wait(&pty, has_sent, cases[i].light ? BLUE : CYAN));
        if (!cases[i].light)
            assert_false(pty_has_sent(&pty, BLUE));
        quit(&pty);
    }
}

/* The next session begins in the colours of this background; a terminal that has another now says so. */
static void background_is_remembered(void **unused)
{
    (void)unused;
    char folder[] = "/tmp/dahui-asked-XXXXXX", state[100], command[100];
    static const char *const answers[] = { "\033]11;rgb:ffff/ffff/ffff\033\\", "", "\033]11;rgb:00/00/00\033\\" };
    assert_non_null(mkdtemp(folder));
    snprintf(state, sizeof state, "XDG_STATE_HOME=%s", folder);
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        struct pty pty;
        pty_start(&pty, &(struct pty_how){ .argv = (const char *[]){ DAHUI, ARTICLES, NULL }, .answers = ANSWERS_LATE,
                                           .env = (const char *[]){ state, "HOME=/nonexistent", "TERM=xterm", "LANG=zh_CN.UTF-8", NULL } });
        assert_true(pty_wait_text(&pty, "1/6"));
        assert_true(pty_has_sent(&pty, i ? BLUE : CYAN));
        assert_false(pty_has_sent(&pty, i ? CYAN : BLUE));
        pty_type(&pty, answers[i]);
        pty_answer(&pty);
        assert_true(pty_wait(&pty, has_sent, i == 2 ? CYAN : BLUE));
        quit(&pty);
    }
    snprintf(command, sizeof command, "rm -r %s", folder);
    assert_int_equal(system(command), 0);
}

/* Off unless it is wanted; on, it selects and is switched off at the end. */
static void mouse(void **state)
{
    (void)state;
    struct pty pty;
    start(&pty, "", ANSWERS_AT_ONCE);
    assert_false(pty_has_sent(&pty, "\033[?1000h"));
    pty_type(&pty, "\033[<0;5;4Mj"); /* though nobody asked: no key */
    assert_true(pty_wait_text(&pty, "2/6"));
    quit(&pty);
    start(&pty, "[reader]\nmouse = on\n", ANSWERS_AT_ONCE);
    assert_true(pty_wait(&pty, has_sent, "\033[?1006h"));
    pty_type(&pty, "\033[<0;5;5M\033[<0;5;5m");
    assert_true(pty_wait_text(&pty, "3/6"));
    pty_type(&pty, "\033[<64;5;5M");
    assert_true(pty_wait_text(&pty, "1/6"));
    pty_type(&pty, "Q");
    assert_int_equal(pty_wait_end(&pty), 0);
    assert_true(pty_has_sent(&pty, "\033[?1006l") && pty_has_sent(&pty, "\033[?1000l"));
    pty_finish(&pty);
}

/* A command switches it on and off. */
static void mouse_by_command(void **state)
{
    (void)state;
    struct pty pty;
    start(&pty, "", ANSWERS_AT_ONCE);
    pty_type(&pty, ":mouse on\r");
    assert_true(pty_wait(&pty, has_sent, "\033[?1006h"));
    pty_type(&pty, "\033[<0;5;5M\033[<0;5;5m");
    assert_true(pty_wait_text(&pty, "3/6"));
    pty_type(&pty, ":mouse off\r");
    assert_true(pty_wait(&pty, has_sent, "\033[?1006l"));
    pty_type(&pty, "\033[<0;5;3Mj");
    assert_true(pty_wait_text(&pty, "4/6"));
    pty_type(&pty, ":mouse\r");
    assert_true(pty_wait_text(&pty, "mouse off"));
    quit(&pty);
}

/* A paste is nothing outside a prompt and text at one, whatever stands in it. */
static void pastes(void **state)
{
    (void)state;
    struct pty pty;
    start(&pty, "", ANSWERS_AT_ONCE);
    assert_true(pty_has_sent(&pty, "\033[?2004h"));
    pty_type(&pty, "\033[200~jjQ\rZZ\033[201~j");
    assert_true(pty_wait_text(&pty, "2/6"));
    pty_type(&pty, "/\033[200~主力\r军\033[A\033[201~x");
    assert_true(pty_wait_text(&pty, "/主力 军[Ax"));
    pty_type(&pty, "\033");
    assert_true(pty_wait_text(&pty, "2/6"));
    pty_type(&pty, "Q");
    assert_int_equal(pty_wait_end(&pty), 0);
    assert_true(pty_has_sent(&pty, "\033[?2004l"));
    pty_finish(&pty);
}

/* A crash, too, leaves no mode on. */
static void crash(void **state)
{
    (void)state;
    struct pty pty;
    start(&pty, "[reader]\nmouse = on\n", ANSWERS_AT_ONCE);
    kill(pty.pid, SIGSEGV);
    pty_wait_end(&pty);
    assert_true(pty_has_sent(&pty, "\033[?2004l") && pty_has_sent(&pty, "\033[?1000l"));
    pty_finish(&pty);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(background),
        cmocka_unit_test(background_is_remembered),
        cmocka_unit_test(mouse),
        cmocka_unit_test(mouse_by_command),
        cmocka_unit_test(pastes),
        cmocka_unit_test(crash),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
