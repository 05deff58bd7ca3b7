/* The reader itself in a pseudo-terminal: what stands on the screen is what `dahui snap` says, and it leaves as it should. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <sys/stat.h>

#include "folder.h"
#include "pty/drive.h"
#include "pty/job.h"
#include "pty/pty.h"
#include "screen/event.h"
#include "text/han.h"

#define DAHUI BUILD_DIR "/dahui"
#define ARTICLES SOURCE_ROOT "/data/articles"
#define ONE ARTICLES "/004_27aa59d1629ed0f1.txt"
#define ENV .env = (const char *[]){ fresh_state(), NULL }
#define RUN(...) .argv = (const char *[]){ DAHUI, __VA_ARGS__, NULL }
#define START(pty, ...) pty_start(pty, &(struct pty_how){ __VA_ARGS__ })

static const char *self;

/* A setting of XDG_STATE_HOME that nothing is kept under yet. */
static const char *fresh_state(void)
{
    static char setting[sizeof "XDG_STATE_HOME=" + sizeof folder + 8];
    static int n;
    snprintf(setting, sizeof setting, "XDG_STATE_HOME=%s/%d", folder, n++);
    return setting;
}

/* What `dahui snap` prints for these keys: the screen, its styles, the cursor. In `arena`. */
static struct str snap(struct arena *arena, const char *path, int rows, int cols, const char *keys)
{
    struct buf out = buf_make(arena, (size_t)1 << 24);
    char size[32], bytes[4096];
    int ends[2], status;
    ssize_t n;
    snprintf(size, sizeof size, "%dx%d", cols, rows);
    assert_int_equal(pipe(ends), 0);
    pid_t pid = fork();
    if (pid == 0) {
        setenv("HOME", folder, 1);
        unsetenv("XDG_STATE_HOME");
        dup2(ends[1], STDOUT_FILENO);
        execl(DAHUI, DAHUI, "snap", "--size", size, "--keys", keys, "--styles", path, (char *)NULL);
        _exit(127);
    }
    close(ends[1]);
    while ((n = read(ends[0], bytes, sizeof bytes)) > 0)
        buf_add_bytes(&out, bytes, (size_t)n);
    close(ends[0]);
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    return buf_str(&out);
}

/* The first n lines of s. */
static struct str first_lines(struct str s, int n)
{
    size_t at = 0;
    for (; n > 0; n--)
        at = str_find(s, STR("\n"), at) + 1;
    return str_sub(s, 0, at);
}

struct expected {
    struct str text;
    int cursor_row, cursor_col;
};

static bool stands(struct pty *pty, const void *arg)
{
    const struct expected *want = arg;
    struct arena arena = { 0 };
    VTermPos cursor;
    vterm_state_get_cursorpos(vterm_obtain_state(pty->vt), &cursor);
    bool same = cursor.row == want->cursor_row && cursor.col == want->cursor_col && str_eq(pty_text(pty, &arena), want->text);
    arena_finish(&arena);
    return same;
}

/* The screen becomes what snap says for all keys typed so far. */
static void expect_snap(struct pty *pty, const char *path, int rows, int cols, int start_rows, int start_cols, const char *keys)
{
    struct arena arena = { 0 };
    struct str said = snap(&arena, path, start_rows, start_cols, keys);
    struct expected want = { .text = first_lines(said, rows) };
    size_t at = str_find_last(said, STR("cursor "));
    assert_true(at != STR_NONE);
    assert_int_equal(sscanf(said.p + at, "cursor %d %d", &want.cursor_row, &want.cursor_col), 2);
    bool good = pty_wait(pty, stands, &want);
    if (!good) {
        struct str seen = pty_text(pty, &arena);
        fprintf(stderr, "%dx%d, keys %s: snap says, cursor %d %d\n%.*s\nthe terminal shows\n%.*s\n", cols, rows, keys, want.cursor_row,
                want.cursor_col, (int)want.text.n, want.text.p, (int)seen.n, seen.p);
    }
    assert_true(good);
    arena_finish(&arena);
}

/* Types one key as a terminal sends it. */
static void type_key(struct pty *pty, uint32_t key)
{
    static const char *const sequences[] = { "\033[A",  "\033OB", "\033[D", "\033OC", "\033[5~", "\033[6~", "\033OH",
                                             "\033[4~", "\x7f",   "\033[3~", "\033[Z", "\033OP" };
    char bytes[4];
    if (key >= K_UP && key < K_UNKNOWN)
        pty_type(pty, sequences[key - K_UP]);
    else
        pty_type_bytes(pty, bytes, utf8_put(key, bytes));
}

/* Keys as snap takes them; <Size:COLSxROWS> resizes. */
static void type_keys(struct pty *pty, const char *keys, int *rows, int *cols)
{
    struct str script = str_of(keys);
    while (script.n) {
        uint32_t key;
        size_t n = str_find(script, STR(">"), 0) + 1;
        if (str_starts(script, STR("<Size:"))) {
            assert_int_equal(sscanf(script.p, "<Size:%dx%d>", cols, rows), 2);
            pty_resize(pty, *rows, *cols);
        } else {
            n = key_read(script, &key);
            assert_true(n > 0);
            type_key(pty, key);
        }
        script = str_sub(script, n, script.n);
    }
}

/* A session, stop by stop: after each the screen is compared. */
static void follow_session(int start_rows, int start_cols)
{
    static const char *const stops[] = {
        "",       "j",     "<Down>j",       "<Enter>", "<PgDn>",        "j<C-d>",  "<C-u>k",       "/代表", "<Enter>", "n",
        "n",      "N",     "]]",            "t",       "j<Enter>",      "G",       "g",            "<Size:100x30>",
        "<PgDn>", "<Size:50x20>", "<PgUp>", "<Tab>",   "<Size:160x50>", "O",       "?",            "<Esc>", "q",
        "<Size:9x3>", "<Size:80x24>", "k<Enter>",
        "q",      "&年:",   "<C-u>工会", "<Enter>", "<Esc>",         "z",       "zz}",          "\\职工 主力军", "<Enter>", "jj<Enter>",
        "nn",     "q",     "o",             "<Size:110x30>", "<Enter>",  "q",       "q",
        "p",      "j",     "&hq",           "<Enter>", "<Enter>",        "<Enter>", "q",       "q",  "<Tab>",    "jj",      "q",
        "gg<Enter>", "]]ma",  "G'a",          "<C-o>",   "<C-i>",          "aB",      "<Enter>", "<Enter>",     "M",       "k<Enter>",
        "s",      "s",     "v",             "v",       "u",              "u",       ")",       ":90%<Enter>", ":x<Enter>", ":<Up>",  "<Esc>",
        "Gn",     "/<Enter>", "/<Up><Up>",   "<Esc>",   "q*",             "oo",
    };
    struct pty pty;
    char keys[2000] = "";
    int rows = start_rows, cols = start_cols;
    START(&pty, RUN(ARTICLES), ENV, .rows = rows, .cols = cols);
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++) {
        snprintf(keys + strlen(keys), sizeof keys - strlen(keys), "%s", stops[i]);
        type_keys(&pty, stops[i], &rows, &cols);
        expect_snap(&pty, ARTICLES, rows, cols, start_rows, start_cols, keys);
    }
    for (int i = 0; i < 5 && !pty.ended; i++) {
        pty_type(&pty, "q");
        pty_pump(&pty, 200);
    }
    assert_int_equal(pty_wait_end(&pty), 0);
    assert_false(pty.alternate);
    assert_true(pty_modes_restored(&pty));
    assert_true(utf8_valid((struct bytes){ (const unsigned char *)pty.sent.p, pty.sent.n }));
    pty_finish(&pty);
}

static void test_screen_is_what_snap_says(void **state)
{
    (void)state;
    follow_session(24, 80);
    follow_session(40, 120);
    follow_session(12, 40);
}

/* The list is there: a screen that is not blank, and quiet. */
static bool has_started(struct pty *pty, const void *arg)
{
    (void)arg;
    struct arena arena = { 0 };
    bool drawn = str_has(pty_text(pty, &arena), STR("20"));
    arena_finish(&arena);
    return drawn && pty->alternate;
}

static void test_ends(void **state)
{
    (void)state;
    static const int signals[] = { SIGTERM, SIGHUP, SIGINT, SIGSEGV, SIGABRT };
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        struct pty pty;
        START(&pty, RUN(ARTICLES), ENV);
        assert_true(pty_wait(&pty, has_started, NULL));
        if (signals[i] == SIGINT)
            pty_type(&pty, "\x03");
        else
            kill(pty.pid, signals[i]);
        assert_int_equal(pty_wait_end(&pty), 1000 + signals[i]);
        assert_true(pty_has_sent(&pty, "\033[?1049l"));
        assert_false(pty.alternate);
        assert_true(pty.cursor_shown && pty_modes_restored(&pty));
        pty_finish(&pty);
    }
}

/* The counter of bytes a frame: the first frame is a screen, a step of the cursor two rows, a step that cannot be made nothing. */
static void test_counts_bytes(void **state)
{
    (void)state;
    struct pty pty;
    char setting[128];
    size_t sent[100] = { 0 }, n = 0, sum = 0, last = 0;
    snprintf(setting, sizeof setting, "DAHUI_DEBUG=%s/frames", folder);
    START(&pty, RUN(ARTICLES), .env = (const char *[]){ fresh_state(), setting, NULL });
    expect_snap(&pty, ARTICLES, 24, 80, 24, 80, "");
    pty_type(&pty, "jk");
    pty_type(&pty, "k");
    pty_type(&pty, "q");
    assert_int_equal(pty_wait_end(&pty), 0);
    FILE *file = fopen(setting + sizeof "DAHUI_DEBUG=" - 1, "r");
    assert_non_null(file);
    while (n < sizeof sent / sizeof *sent && fscanf(file, "%zu", &last) == 1) {
        sum += sent[n] = last;
        n += last > 0; /* where the reader looked round meanwhile, a frame of nothing is among them */
    }
    fclose(file);
    assert_true(n >= 3 && sum < pty.sent.n && sum + 1000 > pty.sent.n); /* what is missing took and gave back the terminal */
    assert_true(sent[0] > 800);
    assert_true(sent[n - 2] < 500 && sent[n - 1] < 500);
    assert_int_equal(last, 0);
    pty_finish(&pty);
}

/* The text of a row of the screen behind a border, without the blanks before it. */
static size_t text_bytes(const struct pty *pty, int row)
{
    struct arena arena = { 0 };
    struct buf text = buf_make(&arena, 1 << 16);
    pty_add_row(pty, &text, row);
    struct str s = buf_str(&text);
    size_t border = str_find_last(s, STR("│")), n;
    s = str_trim(border == STR_NONE ? s : str_sub(s, border + strlen("│"), s.n));
    n = s.n;
    arena_finish(&arena);
    return n;
}

/* Lines scrolled one by one; `more` per cent of their own bytes and of what scrolls is allowed beside these. */
static void scroll_lines(int rows, int cols, const char *keys, size_t scrolls, size_t more)
{
    enum { LINES_READ = 8 };
    struct pty pty;
    size_t bound = 0, sent = 0;
    char typed[64];
    START(&pty, RUN(ONE), .rows = rows, .cols = cols, ENV);
    snprintf(typed, sizeof typed, "%s", keys);
    pty_type(&pty, typed);
    for (int i = 0; i < LINES_READ + 2; i++) { /* the first two set what stays set */
        pty_type(&pty, "j");
        strcat(typed, "j");
        size_t before = pty.sent.n;
        expect_snap(&pty, ONE, rows, cols, rows, cols, typed);
        if (i < 2)
            continue;
        sent += pty.sent.n - before;
        bound += text_bytes(&pty, rows - 2) + scrolls;
    }
    if (sent * 100 > bound * (100 + more))
        fprintf(stderr, "%dx%d: %zu bytes where the bound is %zu\n", cols, rows, sent, bound);
    assert_true(sent * 100 <= bound * (100 + more));
    pty_finish(&pty);
}

static void test_line_is_cheap(void **state)
{
    (void)state;
    scroll_lines(24, 80, "\r", strlen("\r\n"), 25);
    scroll_lines(24, 120, "\rO", strlen("\r\n"), 25);
    scroll_lines(24, 120, "\r", strlen("\033[36;120s\033[S\033[s"), 30);
}

/* A report of some MB, which takes a moment to clean. */
static void write_large(const char *path, int paragraphs)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fprintf(file, "某市工会第二次代表大会开幕\n\n");
    for (int i = 1; i <= paragraphs; i++)
        fprintf(file, "　　第%d组的代表在会上发言，谈了今后五年的工作，也谈了各自的打算。\n\n", i);
    assert_int_equal(fclose(file), 0);
}

/* The beginning is there first, and what one does in it holds for the whole; the end is waited for. */
static void test_large_report(void **state)
{
    (void)state;
    static const char *const ways[] = { "", "jjj", " /第20组\r", "G", "50%", "/第9999组\r" };
    char cache[128];
    snprintf(cache, sizeof cache, "XDG_CACHE_HOME=%s/cache", folder);
    make_folder("large");
    write_large("large/1.txt", 15000);
    struct pty pty;
    START(&pty, RUN("index", "large"), .env = (const char *[]){ cache, NULL });
    assert_int_equal(pty_wait_end(&pty), 0);
    pty_finish(&pty);
    for (size_t i = 0; i < 2 * sizeof ways / sizeof *ways; i++) {
        const char *path = i % 2 ? "large" : "large/1.txt";
        START(&pty, RUN(path), .env = (const char *[]){ fresh_state(), cache, NULL });
        assert_true(pty_wait_text(&pty, "第1组的代表"));
        pty_type(&pty, ways[i / 2]);
        expect_snap(&pty, path, 24, 80, 24, 80, ways[i / 2]);
        pty_type(&pty, "Q");
        assert_int_equal(pty_wait_end(&pty), 0);
        pty_finish(&pty);
    }
}

/* One leaves at once, though the rest is still being read: that would take more work. */
static void test_leaving_a_large_report(void **state)
{
    (void)state;
    struct pty all, pty;
    write_large("large.txt", 200000);
    START(&all, RUN("list", "large.txt"), ENV);
    assert_int_equal(pty_wait_end(&all), 0);
    START(&pty, RUN("large.txt"), ENV);
    assert_true(pty_wait_text(&pty, "第1组的代表"));
    pty_type(&pty, "GQ");
    assert_int_equal(pty_wait_end(&pty), 0);
    assert_true(pty_cpu_seconds(&pty) < pty_cpu_seconds(&all) / 2);
    pty_finish(&pty);
    pty_finish(&all);
}

static void test_hangup(void **state)
{
    (void)state;
    for (int ignored = 0; ignored <= SIGHUP; ignored += SIGHUP) {
        struct pty pty;
        START(&pty, RUN(ARTICLES), ENV, .ignored = ignored);
        assert_true(pty_wait(&pty, has_started, NULL));
        double start = pty_now();
        pty_hang_up(&pty);
        assert_int_equal(pty_wait_end(&pty), 1000 + SIGHUP);
        assert_true(pty_now() - start < 5 && pty_cpu_seconds(&pty) < 4);
        pty_finish(&pty);
    }
}

static void test_stop_and_go_on(void **state)
{
    (void)state;
    struct job job;
    pty_set_env(fresh_state());
    job_start(&job, (const char *[]){ self, "--shell", DAHUI, ARTICLES, NULL });
    expect_snap(&job.pty, ARTICLES, 24, 80, 24, 80, "");
    pty_type(&job.pty, "\x1a");
    assert_int_equal(job_note(&job).what, SHELL_STOPPED);
    job_order(&job, "m");
    expect_snap(&job.pty, ARTICLES, 24, 80, 24, 80, "");
    pty_type(&job.pty, "q");
    assert_int_equal(pty_wait_end(&job.pty), 0);
    assert_true(pty_modes_restored(&job.pty));
    close(job.notes);
    pty_finish(&job.pty);
}

static void test_terminals_that_do_not_do(void **state)
{
    (void)state;
    static const char *const terms[] = { "TERM", "TERM=", "TERM=foo", "TERM=dumb", "TERM=../../etc/passwd", "TERM=\033[31m\xc2\x9b" };
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
        struct pty pty;
        START(&pty, RUN(ARTICLES), .env = (const char *[]){ terms[i], NULL });
        assert_int_equal(pty_wait_end(&pty), 2);
        struct str sent = buf_str(&pty.sent);
        assert_true(str_starts(sent, STR("dahui: ")));
        assert_true(str_find(sent, STR("\n"), 0) == sent.n - 1); /* one sentence */
        assert_false(str_has(sent, STR("\033")) || str_has(sent, STR("\302\233")));
        pty_finish(&pty);
    }
}

/* Text of files and their names */

/* What a terminal would obey, or what turns text around. */
static const char *const hostile[] = { "\033]0;owned", "\033[31;45m", "\033[6n", "\033P", "\a",
                                       "\302\233", "\302\205", "\u202e", "\u2066", "\u200b",
                                       "\u00ad" };
static const char hostile_name[] = "报\033]0;owned\a告\u202e\233\302\233\377.txt";
static const char hostile_text[] = "中国共产党\033]0;owned\a某市\u202e第十次代表大会报告\033[31;45m\n\n"
                                   "（2021年1月5日）\302\2336n\n\n"
                                   "同志们：\033[6n\033Pq现在\u2066，我代表\u200b大\u00ad会\302\205作报告。\b\b\b\n\n"
                                   "一、\033[2J过去\n\n五年的工作\n";

static void test_nothing_of_a_file_is_obeyed(void **state)
{
    (void)state;
    char missing[200], named[400];
    struct pty pty;
    make_folder("reports");
    snprintf(missing, sizeof missing, "%s/%s", folder, "missing\033]0;owned\a\u202e\302\233");
    snprintf(named, sizeof named, "reports/%s", hostile_name);
    write_file(named, hostile_text);
    write_file("reports/plain.txt", hostile_text);
    START(&pty, RUN("reports", missing), .env = (const char *[]){ fresh_state(), "DAHUI_AMBIGUOUS=1", NULL }); /* no questions */
    assert_true(pty_wait(&pty, has_started, NULL));
    for (const char *keys = "jk\r jt\rG/\033"; *keys; keys++) {
        pty_type_bytes(&pty, keys, 1);
        pty_pump(&pty, 100);
    }
    for (int i = 0; i < 6 && !pty.ended; i++) {
        pty_type(&pty, "q");
        pty_pump(&pty, 200);
    }
    assert_true(pty_wait_end(&pty) >= 0);
    assert_true(str_has(buf_str(&pty.sent), STR("党"))); /* it was shown */
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++)
        if (pty_has_sent(&pty, hostile[i]))
            fail_msg("sequence %zu of a file or a name reached the terminal", i);
    assert_true(utf8_valid((struct bytes){ (const unsigned char *)pty.sent.p, pty.sent.n }));
    pty_finish(&pty);
}

/* What is kept. */

/* A report that is longer than a screen. */
#define LONG ARTICLES "/000_dd3cd50c1a9b0dee.txt"

static void start_reading(struct pty *pty, const char *state, const char *file)
{
    START(pty, RUN(file), .env = (const char *[]){ state, NULL });
    assert_true(pty_wait_text(pty, "字")); /* of the head of the list, or of the foot of a report */
}

static struct str screen_when(struct pty *pty, struct arena *arena, const char *text)
{
    assert_true(pty_wait_text(pty, text));
    return pty_text(pty, arena);
}

static void test_a_place_outlives_what_ends_a_session(void **unused)
{
    (void)unused;
    static const int ends[] = { 0, SIGHUP, SIGTERM, SIGKILL };
    struct arena arena = { 0 };
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        struct pty pty;
        const char *state = fresh_state();
        start_reading(&pty, state, LONG);
        pty_type(&pty, " 3j");
        struct str there = screen_when(&pty, &arena, "77%");
        if (ends[i])
            kill(pty.pid, ends[i]);
        else
            pty_type(&pty, "q");
        pty_wait_end(&pty);
        pty_finish(&pty);
        start_reading(&pty, state, LONG);
        struct str again = screen_when(&pty, &arena, "77%");
        assert_true(str_eq(first_lines(there, 24), first_lines(again, 24)));
        pty_type(&pty, "q");
        pty_wait_end(&pty);
        pty_finish(&pty);
    }
    arena_finish(&arena);
}

static void test_two_sessions_see_each_other(void **unused)
{
    (void)unused;
    struct pty one, other;
    const char *state = fresh_state();
    start_reading(&one, state, ARTICLES);
    start_reading(&other, state, ARTICLES);
    pty_type(&one, "\r 3j");
    assert_true(pty_wait_text(&one, "77%"));
    pty_type(&other, "\r");
    assert_true(pty_wait_text(&other, "77%"));
    pty_type(&other, "qk");
    assert_true(pty_wait_text(&other, "1/6"));
    pty_type(&one, "g");
    assert_true(pty_wait_text(&one, "31%"));
    pty_type(&other, "\r"); /* though it is open there */
    assert_true(pty_wait_text(&other, "31%"));
    pty_type(&one, "Q");
    pty_type(&other, "Q");
    assert_int_equal(pty_wait_end(&one), 0);
    assert_int_equal(pty_wait_end(&other), 0);
    pty_finish(&one);
    pty_finish(&other);
}

/* While people are looked at, others come to the library: they are gathered too. */
static void test_people_of_a_file_that_comes(void **unused)
{
    (void)unused;
    struct pty pty;
    char cache[200];
    snprintf(cache, sizeof cache, "XDG_CACHE_HOME=%s/cache", folder);
    make_folder("grows");
    write_file("grows/1.txt", "某市工会第一次代表大会开幕\n\n2001年5月6日,某市工会第一次代表大会开幕。市委书记白玉平出席大会并讲话。\n");
    write_file("grows/2.txt", "某市工会第二次代表大会开幕\n\n2006年5月6日,某市工会第二次代表大会开幕。市委书记白玉平出席大会并讲话。\n");
    START(&pty, RUN("grows"), .env = (const char *[]){ fresh_state(), cache, NULL });
    assert_true(pty_wait_text(&pty, "1/2"));
    pty_type(&pty, "p");
    assert_true(pty_wait_text(&pty, "2 白玉平     2001-2006"));
    write_file("grows/3.txt", "某市工会第三次代表大会开幕\n\n2011年5月6日,某市工会第三次代表大会开幕。市委书记白玉平出席大会并讲话。\n");
    assert_true(pty_wait_text(&pty, "3 白玉平     2001-2011"));
    assert_int_equal(unlink("grows/1.txt"), 0);
    assert_true(pty_wait_text(&pty, "2 白玉平     2006-2011"));
    pty_type(&pty, "Q");
    assert_int_equal(pty_wait_end(&pty), 0);
    pty_finish(&pty);
}

static void test_a_passage_is_copied(void **unused)
{
    (void)unused;
    struct pty pty;
    start_reading(&pty, fresh_state(), LONG);
    pty_type(&pty, "y");
    assert_true(pty_wait_text(&pty, "已复制"));
    assert_true(pty_has_sent(&pty, "\033]52;c;55+z5a625bqE5biC5qC")); /* 石家庄市栾 */
    pty_type(&pty, "q");
    assert_int_equal(pty_wait_end(&pty), 0);
    pty_finish(&pty);
}

/* A place to keep things that cannot be made: it is said, and one reads on. */
static void test_nothing_can_be_kept(void **unused)
{
    (void)unused;
    struct pty pty;
    START(&pty, RUN(LONG), .env = (const char *[]){ "XDG_STATE_HOME=/dev/null", NULL });
    assert_true(pty_wait_text(&pty, "/dev/null"));
    pty_type(&pty, " 3j");
    assert_true(pty_wait_text(&pty, "77%"));
    pty_type(&pty, "q");
    assert_int_equal(pty_wait_end(&pty), 0);
    pty_finish(&pty);
}

int main(int argc, char **argv)
{
    if (argc > 2 && strcmp(argv[1], "--shell") == 0)
        return drive_shell(SHELL_FD, argv + 2);
    self = realpath(argv[0], NULL); /* tests stand elsewhere */
    const struct CMUnitTest tests[] = {
        IN_FOLDER(test_screen_is_what_snap_says),
        IN_FOLDER(test_ends),
        IN_FOLDER(test_counts_bytes),
        IN_FOLDER(test_line_is_cheap),
        IN_FOLDER(test_large_report),
        IN_FOLDER(test_leaving_a_large_report),
        IN_FOLDER(test_hangup),
        IN_FOLDER(test_stop_and_go_on),
        IN_FOLDER(test_terminals_that_do_not_do),
        IN_FOLDER(test_nothing_of_a_file_is_obeyed),
        IN_FOLDER(test_a_place_outlives_what_ends_a_session),
        IN_FOLDER(test_two_sessions_see_each_other),
        IN_FOLDER(test_nothing_can_be_kept),
        IN_FOLDER(test_people_of_a_file_that_comes),
        IN_FOLDER(test_a_passage_is_copied),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
