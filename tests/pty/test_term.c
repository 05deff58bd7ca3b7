/* The terminal: what src/term does in a pseudo-terminal, seen through a terminal emulator. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <sys/stat.h>

#include "pty/drive.h"
#include "pty/job.h"
#include "pty/pty.h"

static const char *self; /* this program, which runs itself as what it tests */

#define START(pty, ...) pty_start(pty, &(struct pty_how){ __VA_ARGS__ })
#define DRIVE(how) .argv = (const char *[]){ self, "--drive", how, NULL }
#define ENV(...) .env = (const char *[]){ __VA_ARGS__, NULL }

/* Painting */

/* The base character that should stand in a cell of the emulator. */
static uint32_t wanted_base(const struct pty *pty, const struct cell *cell)
{
    uint32_t base = utf8_at((struct str){ cell->text, cell->len }, 0);
    return pty->wide && pty_is_ambiguous(base) ? PTY_WIDE + base : base;
}

static bool marks_stand(const struct cell *cell, const VTermScreenCell *seen)
{
    struct str text = { cell->text, cell->len };
    size_t at = 0, i = 1;
    for (utf8_next(text, &at); at < text.n; i++)
        if (seen->chars[i] != utf8_next(text, &at))
            return false;
    return seen->chars[i] == 0;
}

/* Reverse stands for styles: STYLE_HIT has it only without colours, so it says nothing there. */
static bool looks_stand(const struct cell *cell, const VTermScreenCell *seen)
{
    bool reverse = cell->style == STYLE_STATUS || cell->style == STYLE_MARK;
    return cell->style == STYLE_HIT || seen->attrs.reverse == reverse;
}

static bool cell_stands(struct pty *pty, const struct grid *grid, int row, int col)
{
    const struct cell *cell = grid_cell(grid, row, col);
    VTermScreenCell seen = pty_cell(pty, row, col);
    if (cell->width == 0)
        return seen.chars[0] == (uint32_t)-1;
    if (wanted_base(pty, cell) == ' ') /* bold does not show */
        return (seen.chars[0] == ' ' || seen.chars[0] == 0) && looks_stand(cell, &seen);
    return seen.chars[0] == wanted_base(pty, cell) && seen.width == cell->width && marks_stand(cell, &seen) && looks_stand(cell, &seen) &&
           seen.attrs.bold == (cell->style == STYLE_TITLE);
}

static bool stands(struct pty *pty, const void *arg)
{
    const struct grid *grid = arg;
    VTermPos cursor;
    vterm_state_get_cursorpos(vterm_obtain_state(pty->vt), &cursor);
    if (cursor.row != grid->cursor_row || cursor.col != grid->cursor_col)
        return false;
    for (int row = 0; row < grid->rows; row++)
        for (int col = 0; col < grid->cols; col++)
            if (!cell_stands(pty, grid, row, col))
                return false;
    return true;
}

static void say_difference(struct pty *pty, const struct grid *grid)
{
    for (int row = 0; row < grid->rows; row++) {
        for (int col = 0; col < grid->cols; col++) {
            const struct cell *cell = grid_cell(grid, row, col);
            VTermScreenCell seen = pty_cell(pty, row, col);
            if (!cell_stands(pty, grid, row, col)) {
                fprintf(stderr, "%d,%d of %dx%d: '%.*s' style %d, seen U+%04X U+%04X width %d reverse %d bold %d\n", row, col, grid->rows,
                        grid->cols, cell->len, cell->text, cell->style, seen.chars[0], seen.chars[1], seen.width,
                        seen.attrs.reverse, seen.attrs.bold);
                return;
            }
        }
    }
    fprintf(stderr, "the cursor is not at %d,%d\n", grid->cursor_row, grid->cursor_col);
}

static void expect_grid(struct pty *pty, const struct grid *grid)
{
    bool good = pty_wait(pty, stands, grid);
    if (!good)
        say_difference(pty, grid);
    assert_true(good);
}

static void follow_pattern(const char *term, int rows, int cols, int steps, bool wide)
{
    struct pty pty;
    struct pattern pattern = { 0 };
    START(&pty, DRIVE("pattern"), .rows = rows, .cols = cols, .wide = wide, ENV(term));
    cell_set_ambiguous(wide ? 2 : 1);
    pattern_start(&pattern, rows, cols);
    expect_grid(&pty, &pattern.grid);
    for (int i = 0; i < steps; i++) {
        pattern_step(&pattern);
        pty_type(&pty, "g");
        expect_grid(&pty, &pattern.grid);
    }
    pty_type(&pty, "q");
    assert_int_equal(pty_wait_end(&pty), 0);
    cell_set_ambiguous(1);
    arena_finish(&pattern.arena);
    pty_finish(&pty);
}

/* FRAMES in the environment says how many screens are compared, some 1,000 otherwise. */
static void test_screen_equals_grid(void **state)
{
    (void)state;
    const char *wish = getenv("FRAMES");
    int share = wish ? (int)strtol(wish, NULL, 10) / 100 : 10;
    static const char *const terms[] = { "TERM=xterm-256color", "TERM=tmux-256color", "TERM=screen", "TERM=linux", "TERM=vt100" };
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
        for (int wide = 0; wide < 2; wide++) {
            follow_pattern(terms[i], 24, 80, 4 * share, wide);
            follow_pattern(terms[i], 9, 33, 4 * share, wide);
            follow_pattern(terms[i], 50, 160, 2 * share, wide);
        }
    }
}

/* Both ways, in the middle of screens, and a screen that was disturbed. */
static void resize_both_ways(const char *term)
{
    static const int sizes[][2] = { { 40, 120 }, { 12, 40 }, { 1, 1 }, { 2, 2 }, { 24, 80 }, { 5, 200 }, { 24, 80 }, { 24, 79 } };
    struct pty pty;
    struct pattern pattern = { 0 };
    START(&pty, DRIVE("pattern"), ENV(term));
    pattern_start(&pattern, 24, 80);
    expect_grid(&pty, &pattern.grid);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        pty_resize(&pty, sizes[i][0], sizes[i][1]);
        pattern_start(&pattern, sizes[i][0], sizes[i][1]);
        if (sizes[i][1] > 2) /* libvterm cannot hold a wide character in one column */
            expect_grid(&pty, &pattern.grid);
    }
    vterm_input_write(pty.vt, "\033[2J\033[5;5Hdisorder", 20);
    pty_type(&pty, "r");
    expect_grid(&pty, &pattern.grid);
    arena_finish(&pattern.arena);
    pty_finish(&pty);
}

static void test_resize(void **state)
{
    (void)state;
    resize_both_ways("TERM=xterm-256color");
    resize_both_ways("TERM=tmux-256color");
}

static void test_nothing_new_sends_nothing(void **state)
{
    (void)state;
    struct pty pty;
    struct pattern pattern = { 0 };
    START(&pty, DRIVE("pattern"));
    pattern_start(&pattern, 24, 80);
    expect_grid(&pty, &pattern.grid);
    size_t sent = pty.sent.n;
    pty_type(&pty, "xxxxxq");
    assert_int_equal(pty_wait_end(&pty), 0);
    assert_true(pty.sent.n - sent < 100); /* only what leaves the screen */
    arena_finish(&pattern.arena);
    pty_finish(&pty);
}

static void test_styles_with_colours(void **state)
{
    (void)state;
    struct pty pty;
    START(&pty, DRIVE("styles"));
    assert_true(pty_wait_text(&pty, "大会 all"));
    VTermScreenCell hit = pty_cell(&pty, STYLE_HIT, 0), here = pty_cell(&pty, STYLE_HERE, 0), text = pty_cell(&pty, STYLE_TEXT, 0);
    assert_true(VTERM_COLOR_IS_INDEXED(&hit.bg) && hit.bg.indexed.idx == 3);
    assert_true(VTERM_COLOR_IS_INDEXED(&here.bg) && here.bg.indexed.idx == 6);
    assert_true(VTERM_COLOR_IS_DEFAULT_BG(&text.bg) && VTERM_COLOR_IS_DEFAULT_FG(&text.fg));
    assert_true(pty_cell(&pty, STYLE_SELECTED, 0).attrs.reverse);
    assert_true(pty_cell(&pty, STYLE_HEAD, 0).attrs.underline);
    pty_finish(&pty);
}

/* Is there a sequence that sets a colour (SGR 30–49, 90–107, 38;…)? */
static bool sends_colour(struct str sent)
{
    for (size_t at = 0; (at = str_find(sent, STR("\033["), at)) != STR_NONE;) {
        long number = 0;
        bool colour = false;
        for (at += 2; at < sent.n && (sent.p[at] == ';' || (sent.p[at] >= '0' && sent.p[at] <= '9')); at++) {
            number = sent.p[at] == ';' ? 0 : number * 10 + sent.p[at] - '0';
            colour = colour || (number >= 30 && number <= 49) || (number >= 90 && number <= 107);
        }
        if (colour && at < sent.n && sent.p[at] == 'm')
            return true;
    }
    return false;
}

static void test_no_color(void **state)
{
    (void)state;
    struct pty pty;
    START(&pty, DRIVE("styles"), ENV("NO_COLOR=1"));
    assert_true(pty_wait_text(&pty, "大会 all"));
    VTermScreenCell hit = pty_cell(&pty, STYLE_HIT, 0), here = pty_cell(&pty, STYLE_HERE, 0);
    assert_true(hit.attrs.reverse && here.attrs.reverse && here.attrs.bold && !hit.attrs.bold);
    pty_type(&pty, "q");
    assert_int_equal(pty_wait_end(&pty), 0);
    assert_false(sends_colour(buf_str(&pty.sent)));
    pty_finish(&pty);
    START(&pty, DRIVE("styles"), ENV("NO_COLOR="));
    assert_true(pty_wait_text(&pty, "大会 all"));
    assert_true(sends_colour(buf_str(&pty.sent))); /* the test can fail */
    pty_finish(&pty);
}

/* Keys */

static void test_keys(void **state)
{
    (void)state;
    struct pty pty;
    START(&pty, DRIVE("log"));
    assert_true(pty_wait_text(&pty, "size 24 80 keys 0"));
    pty_type(&pty, "\033[A\033OA\033[6~\033[5~j\r\n\t主");
    assert_true(pty_wait_text(&pty, "keys 9\n<Up><Up><PgDn><PgUp>j^M^M^I主"));
    pty_type(&pty, "\x7f\b\x0f\x19\x16\x13\x11\xff");
    assert_true(pty_wait_text(&pty, "主<BS><BS>^O^Y^V^S^Q\n"));
    pty_type(&pty, "\033"); /* alone: its meaning hangs on time */
    assert_true(pty_wait_text(&pty, "^Q^[\n"));
    pty_type(&pty, "\033[");
    assert_true(pty_wait_text(&pty, "^Q^[^[[\n"));
    pty_type(&pty, "\xe4\xb8");
    pty_pump(&pty, 1);
    pty_type(&pty, "\xad");
    assert_true(pty_wait_text(&pty, "^[[中\n"));
    pty_finish(&pty);
}

static void test_keys_from_tty_when_input_is_none(void **state)
{
    (void)state;
    struct pty pty;
    START(&pty, DRIVE("log"), .no_input = true);
    assert_true(pty_wait_text(&pty, "size 24 80"));
    pty_type(&pty, "abc");
    assert_true(pty_wait_text(&pty, "keys 3\nabc"));
    pty_type(&pty, "q");
    assert_int_equal(pty_wait_end(&pty), 0);
    assert_true(pty_modes_restored(&pty));
    pty_finish(&pty);
}

/* Questions to the terminal */

static void expect_end(struct pty *pty, int status)
{
    assert_int_equal(pty_wait_end(pty), status);
    assert_true(pty_modes_restored(pty));
    int left = -1;
    assert_int_equal(ioctl(pty->slave, FIONREAD, &left), 0);
    assert_int_equal(left, 0); /* for the shell to read */
    pty_finish(pty);
}

static void test_answers_among_keys(void **state)
{
    (void)state;
    static const int ways[] = { ANSWERS_AT_ONCE, ANSWERS_BYTEWISE };
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        struct pty pty;
        START(&pty, DRIVE("log"), .answers = ways[i], .wide = true);
        pty_type(&pty, "jk\033[B");
        assert_true(pty_wait_text(&pty, "keys 3\njk<Down>\n“wide”."));
        pty_type(&pty, "\033[2;2R"); /* nobody asked: a key without a name */
        assert_true(pty_wait_text(&pty, "keys 4\njk<Down><?>\n"));
        pty_type(&pty, "q");
        expect_end(&pty, 0);
    }
}

static void test_late_answers(void **state)
{
    (void)state;
    struct pty pty;
    START(&pty, DRIVE("log"), .answers = ANSWERS_LATE, .wide = true);
    assert_true(pty_wait_text(&pty, "size 24 80 keys 0"));
    pty_type(&pty, "j\033[1;2Rk"); /* shift and F3 is no answer */
    assert_true(pty_wait_text(&pty, "keys 3\nj<?>k\n"));
    assert_false(pty_shows(&pty, "wide"));
    pty_answer(&pty);
    pty_type(&pty, "x");
    assert_true(pty_wait_text(&pty, "keys 4\nj<?>kx\n“wide”."));
    pty_type(&pty, "q");
    expect_end(&pty, 0);
}

static void test_no_answers(void **state)
{
    (void)state;
    struct pty pty;
    START(&pty, DRIVE("log"), .answers = ANSWERS_NEVER);
    pty_type(&pty, "j\033");
    assert_true(pty_wait_text(&pty, "keys 2\nj^[\n"));
    pty_type(&pty, "q");
    expect_end(&pty, 0);
}

/* The answers come when the program is about to leave, or has just begun to. */
static void test_answers_at_the_end(void **state)
{
    (void)state;
    for (int early = 0; early < 2; early++) {
        struct pty pty;
        START(&pty, DRIVE("log"), .answers = ANSWERS_LATE);
        assert_true(pty_wait_text(&pty, "size 24 80 keys 0"));
        if (early)
            pty_answer(&pty);
        pty_type(&pty, "q");
        pty_answer(&pty);
        expect_end(&pty, 0);
    }
}

static void test_widths_that_are_known(void **state)
{
    (void)state;
    struct pty pty;
    START(&pty, DRIVE("log"), .answers = ANSWERS_NEVER, .wide = true, ENV("DRIVE_REMEMBERED=2222222"));
    assert_true(pty_wait_text(&pty, "keys 0\n\n“wide”."));
    pty_finish(&pty);
    START(&pty, DRIVE("log"), .answers = ANSWERS_NEVER, ENV("DRIVE_REMEMBERED=2x22222"));
    assert_true(pty_wait_text(&pty, "keys 0\n\n\n"));
    pty_finish(&pty);
    START(&pty, DRIVE("log"), ENV("DRIVE_REMEMBERED=2222222")); /* it has changed its mind */
    assert_true(pty_wait_text(&pty, "keys 0\n\n\n"));
    pty_finish(&pty);
    START(&pty, DRIVE("log"), .wide = true, ENV("DAHUI_AMBIGUOUS=1"));
    pty_type(&pty, "j");
    assert_true(pty_wait_text(&pty, "keys 1\nj\n\n"));
    assert_false(pty_has_sent(&pty, "\033[6n"));
    pty_finish(&pty);
    START(&pty, DRIVE("log"), .wide = true, ENV("DAHUI_AMBIGUOUS=2"));
    assert_true(pty_wait_text(&pty, "keys 0\n\n“wide”."));
    assert_false(pty_has_sent(&pty, "\033[6n"));
    pty_finish(&pty);
}

/* Sizes */

static void test_storm_of_sizes(void **state)
{
    (void)state;
    struct pty pty;
    START(&pty, DRIVE("log"));
    assert_true(pty_wait_text(&pty, "size 24 80"));
    for (int i = 0; i < 1000; i++) {
        pty_resize(&pty, 20 + i % 7, 70 + i % 11);
        kill(pty.pid, SIGWINCH);
        if (i % 50 == 0)
            pty_type(&pty, "k");
    }
    pty_resize(&pty, 30, 100);
    assert_true(pty_wait_text(&pty, "size 30 100 keys 20\nkkkkkkkkkkkkkkkkkkkk\n"));
    pty_type(&pty, "q");
    assert_int_equal(pty_wait_end(&pty), 0);
    print_message("storm: %.3f s of CPU\n", pty_cpu_seconds(&pty));
    assert_true(pty_cpu_seconds(&pty) < 5);
    pty_finish(&pty);
}

static void test_odd_sizes(void **state)
{
    (void)state;
    static const struct {
        int rows, cols;
        const char *shown;
    } table[] = { { 1, 1, "s\n" }, { 2, 2, "si\n" }, { 1, 1000, "size 1 1000" }, { 1000, 1, "s\ni" }, { 65535, 65535, "size 500 1000" } };
    for (size_t i = 0; i < 5; i++) {
        struct pty pty;
        START(&pty, DRIVE("log"), .rows = table[i].rows, .cols = table[i].cols);
        assert_true(pty_wait_text(&pty, i == 3 ? "s\n" : table[i].shown));
        pty_type(&pty, "q");
        assert_int_equal(pty_wait_end(&pty), 0);
        assert_true(pty.usage.ru_maxrss < 400000); /* KB; 64 MB without a sanitizer */
        pty_finish(&pty);
    }
}

static void test_size_in_environment_is_not_believed(void **state)
{
    (void)state;
    struct pty pty;
    START(&pty, DRIVE("log"), ENV("LINES=30000", "COLUMNS=30000"));
    assert_true(pty_wait_text(&pty, "size 24 80"));
    pty_resize(&pty, 30, 90);
    assert_true(pty_wait_text(&pty, "size 30 90"));
    pty_finish(&pty);
}

/* Ends */

static bool says_rmcup(struct pty *pty, const void *arg)
{
    (void)arg;
    return pty_has_sent(pty, "\033[?1049l");
}

static void expect_restored(struct pty *pty)
{
    assert_true(says_rmcup(pty, NULL));
    assert_false(pty->alternate);
    assert_true(pty->cursor_shown);
    assert_true(pty_modes_restored(pty));
}

static void test_ends_by_signal(void **state)
{
    (void)state;
    static const struct {
        int signal, end;
    } table[] = { { SIGTERM, 1000 + SIGTERM }, { SIGHUP, 1000 + SIGHUP },     { SIGINT, 1000 + SIGINT },
                  { SIGQUIT, 1000 + SIGQUIT }, { SIGSEGV, 1000 + SIGSEGV }, { SIGABRT, 1000 + SIGABRT },
                  { SIGBUS, 1000 + SIGBUS },  { SIGFPE, 1000 + SIGFPE },   { SIGILL, 1000 + SIGILL } };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct pty pty;
        START(&pty, DRIVE("log"));
        assert_true(pty_wait_text(&pty, "size 24 80"));
        assert_true(pty.alternate && !pty_modes_restored(&pty));
        kill(pty.pid, table[i].signal);
        assert_int_equal(pty_wait_end(&pty), table[i].end);
        expect_restored(&pty);
        pty_finish(&pty);
    }
}

static void test_ends_by_key(void **state)
{
    (void)state;
    static const struct {
        const char *key;
        int end;
    } table[] = { { "q", 0 }, { "\x03", 1000 + SIGINT }, { "A", 1000 + SIGABRT }, { "S", 1000 + SIGSEGV }, { "M", 3 } };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct pty pty;
        START(&pty, DRIVE("log"), ENV("TERM=tmux-256color"));
        assert_true(pty_wait_text(&pty, "size 24 80"));
        pty_type(&pty, table[i].key);
        assert_int_equal(pty_wait_end(&pty), table[i].end);
        expect_restored(&pty);
        pty_finish(&pty);
    }
}

static void test_ignored_signals_stay_ignored(void **state)
{
    (void)state;
    static const int signals[] = { SIGINT, SIGHUP, SIGTERM, SIGTSTP };
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        struct pty pty;
        START(&pty, DRIVE("log"), .ignored = signals[i]);
        assert_true(pty_wait_text(&pty, "size 24 80"));
        kill(pty.pid, signals[i]);
        pty_type(&pty, "k");
        assert_true(pty_wait_text(&pty, "keys 1"));
        pty_type(&pty, "q");
        assert_int_equal(pty_wait_end(&pty), 0);
        pty_finish(&pty);
    }
}

/* Waits until the program cannot write any more because nobody reads. */
static void wait_for_stall(const struct pty *pty)
{
    int last = -1, now = 0, same = 0;
    double end = pty_now() + PATIENCE;
    while ((same < 10 || now == 0) && pty_now() < end) {
        poll(NULL, 0, 20);
        ioctl(pty->slave, TIOCOUTQ, &now);
        int waiting = 0;
        ioctl(pty->master, FIONREAD, &waiting);
        now += waiting;
        same = now == last ? same + 1 : 0;
        last = now;
    }
}

static void test_stalled_terminal(void **state)
{
    (void)state;
    struct pty pty;
    START(&pty, DRIVE("pattern"));
    struct pattern pattern = { 0 };
    pattern_start(&pattern, 24, 80);
    expect_grid(&pty, &pattern.grid);
    pty_type(&pty, "f");
    wait_for_stall(&pty);
    double start = pty_now();
    kill(pty.pid, SIGTERM);
    while (wait4(pty.pid, &pty.status, WNOHANG, &pty.usage) == 0 && pty_now() < start + PATIENCE)
        poll(NULL, 0, 10);
    double took = pty_now() - start;
    print_message("stalled: ended after %.2f s\n", took);
    assert_true(took < 4); /* 1 on a machine that is at rest */
    assert_true(WIFSIGNALED(pty.status) && WTERMSIG(pty.status) == SIGTERM);
    assert_true(pty_modes_restored(&pty));
    assert_int_equal(fcntl(pty.slave, F_GETFL) & O_NONBLOCK, 0);
    pty.ended = true;
    arena_finish(&pattern.arena);
    pty_finish(&pty);
}

static void expect_end_by_hangup(int ignored)
{
    struct pty pty;
    START(&pty, DRIVE("log"), .ignored = ignored);
    assert_true(pty_wait_text(&pty, "size 24 80"));
    double start = pty_now();
    pty_hang_up(&pty);
    assert_int_equal(pty_wait_end(&pty), 1000 + SIGHUP);
    print_message("hangup: ended after %.2f s, %.3f s of CPU\n", pty_now() - start, pty_cpu_seconds(&pty));
    assert_true(pty_now() - start < 5);
    assert_true(pty_cpu_seconds(&pty) < 1);
    pty_finish(&pty);
}

static void test_hangup(void **state)
{
    (void)state;
    expect_end_by_hangup(0);
    expect_end_by_hangup(SIGHUP);
}

/* Stopping */

static void start_driver_job(struct job *job)
{
    job_start(job, (const char *[]){ self, "--shell", self, "--drive", "log", NULL });
    assert_true(pty_wait_text(&job->pty, "size 24 80"));
}

static void finish_job(struct job *job)
{
    pty_type(&job->pty, "q");
    assert_int_equal(pty_wait_end(&job->pty), 0);
    expect_restored(&job->pty);
    close(job->notes);
    pty_finish(&job->pty);
}

/* Was it turned on since it was turned off? */
static bool keypad_is_on(struct pty *pty, const void *arg)
{
    (void)arg;
    struct str sent = buf_str(&pty->sent);
    size_t on = str_find_last(sent, STR("\033[?1h")), off = str_find_last(sent, STR("\033[?1l"));
    return on != STR_NONE && (off == STR_NONE || on > off);
}

static void test_stop_and_go_on(void **state)
{
    (void)state;
    struct job job;
    start_driver_job(&job);
    for (int round = 0; round < 2; round++) {
        pty_type(&job.pty, "a");
        assert_true(pty_wait_text(&job.pty, round ? "keys 3\naba\n" : "keys 1\na\n"));
        pty_type(&job.pty, "\x1a"); /* ^Z: the line drops what was typed and not read */
        assert_int_equal(job_note(&job).what, SHELL_STOPPED);
        pty_pump(&job.pty, 0);
        assert_false(job.pty.alternate);
        if (round == 1)
            pty_resize(&job.pty, 33, 99);
        job_order(&job, "m");
        assert_true(pty_wait_text(&job.pty, round ? "size 33 99 keys 3\naba\n" : "size 24 80 keys 1\na\n"));
        assert_false(pty_shows(&job.pty, "disorder"));
        assert_true(pty_wait(&job.pty, keypad_is_on, NULL));
        if (round == 0) {
            pty_type(&job.pty, "b");
            assert_true(pty_wait_text(&job.pty, "keys 2\nab\n"));
        }
    }
    finish_job(&job);
}

/* As a shell kills a stopped job: it ends in the background, where touching the terminal would stop it once more. */
static void test_stopped_and_killed(void **state)
{
    (void)state;
    struct job job;
    start_driver_job(&job);
    pty_type(&job.pty, "\x1a");
    assert_int_equal(job_note(&job).what, SHELL_STOPPED);
    kill(job.pid, SIGTERM);
    kill(job.pid, SIGCONT);
    job_order(&job, "w");
    assert_int_equal(pty_wait_end(&job.pty), 128 + SIGTERM);
    expect_restored(&job.pty);
    close(job.notes);
    pty_finish(&job.pty);
}

/* Without a shell that could let it go on, the system stops nobody: the screen is taken again at once. */
static void test_no_stop_without_a_shell(void **state)
{
    (void)state;
    struct pty pty;
    START(&pty, DRIVE("log"));
    assert_true(pty_wait_text(&pty, "size 24 80"));
    pty_type(&pty, "\x1a");
    assert_true(pty_wait(&pty, says_rmcup, NULL));
    pty_type(&pty, "a");
    assert_true(pty_wait_text(&pty, "size 24 80 keys 1\na\n"));
    assert_true(pty.alternate);
    pty_type(&pty, "S"); /* a crash after all that still gives the terminal back */
    assert_int_equal(pty_wait_end(&pty), 1000 + SIGSEGV);
    expect_restored(&pty);
    pty_finish(&pty);
}

/* Nobody can prepare for SIGSTOP; what the shell did meanwhile is mended afterwards. */
static void test_stopped_without_warning(void **state)
{
    (void)state;
    struct job job;
    start_driver_job(&job);
    pty_type(&job.pty, "a");
    assert_true(pty_wait_text(&job.pty, "keys 1\na\n"));
    kill(job.pid, SIGSTOP);
    assert_int_equal(job_note(&job).what, SHELL_STOPPED_DISORDERLY);
    job_order(&job, "m");
    assert_true(pty_wait_text(&job.pty, "keys 1\na\n"));
    pty_type(&job.pty, "b");
    assert_true(pty_wait_text(&job.pty, "size 24 80 keys 2\nab\n"));
    assert_false(pty_shows(&job.pty, "disorder"));
    finish_job(&job);
}

/* What we do not start on */

/* The program ends with 2 and these words, and the terminal has seen nothing else. */
static void expect_refusal(struct pty *pty, const char *words)
{
    char all[300];
    snprintf(all, sizeof all, "%s\r\n", words);
    assert_int_equal(pty_wait_end(pty), 2);
    assert_int_equal(pty->sent.n, strlen(all));
    assert_memory_equal(pty->sent.p, all, pty->sent.n);
    assert_true(pty_modes_restored(pty));
    pty_finish(pty);
}

static void test_terminals_that_do_not_do(void **state)
{
    (void)state;
    struct pty pty;
    char *name = malloc(5100);
    memset(name, 'x', 5099);
    memcpy(name, "TERM=", 5);
    name[5099] = '\0';
    START(&pty, DRIVE("log"), ENV("TERM"));
    expect_refusal(&pty, "TERM is not set; try TERM=xterm-256color");
    START(&pty, DRIVE("log"), ENV("TERM="));
    expect_refusal(&pty, "TERM is not set; try TERM=xterm-256color");
    START(&pty, DRIVE("log"), ENV("TERM=foo"));
    expect_refusal(&pty, "unknown terminal type 'foo'; try TERM=xterm-256color");
    START(&pty, DRIVE("log"), ENV("TERM=dumb"));
    expect_refusal(&pty, "terminal type 'dumb' cannot place a cursor; try TERM=xterm-256color");
    START(&pty, DRIVE("log"), ENV("TERM=../../etc/passwd"));
    expect_refusal(&pty, "unknown terminal type '../../etc/passwd'; try TERM=xterm-256color");
    START(&pty, DRIVE("log"), ENV(name));
    expect_refusal(&pty, "unknown terminal type 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'; try TERM=xterm-256color");
    START(&pty, DRIVE("log"), .no_output = true);
    expect_refusal(&pty, "standard output is not a terminal");
    free(name);
}

static void test_locales(void **state)
{
    (void)state;
    static const char *const locales[][3] = { { "LANG", NULL, NULL },
                                              { "LANG=zh_CN.UTF-8", NULL, NULL }, /* mostly not installed */
                                              { "LC_ALL=POSIX", NULL, NULL },
                                              { "LANG=nonsense", "LC_ALL=nonsense", NULL } };
    for (size_t i = 0; i < sizeof locales / sizeof *locales; i++) {
        struct pty pty;
        START(&pty, DRIVE("styles"), .env = locales[i]);
        assert_true(pty_wait_text(&pty, "大会 all"));
        pty_finish(&pty);
    }
}

/* Nobody says UTF-8 but the terminal. */
static void test_terminal_confirms_utf8(void **state)
{
    (void)state;
    static const char *const others[] = { "\033[2;7R\033[?1;2c", "\033[?1;2c", "" };
    struct pty pty;
    START(&pty, DRIVE("log"), ENV("LANG"));
    pty_type(&pty, "jk");
    assert_true(pty_wait_text(&pty, "keys 2\njk\n"));
    pty_finish(&pty);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        START(&pty, DRIVE("log"), .answers = ANSWERS_NEVER, ENV("LANG"));
        pty_type(&pty, others[i]);
        assert_int_equal(pty_wait_end(&pty), 2);
        assert_true(pty_has_sent(&pty, "the terminal does not confirm that it is UTF-8; if it is, set LC_ALL=C.UTF-8"));
        assert_true(pty_modes_restored(&pty));
        assert_false(pty.alternate);
        pty_finish(&pty);
    }
}

/* A name says so, and the terminal says no: it was believed so far. */
static void test_terminal_contradicts_a_name(void **state)
{
    (void)state;
    struct pty pty;
    START(&pty, DRIVE("log"), .answers = ANSWERS_NEVER, ENV("LANG=zz_ZZ.UTF-8"));
    assert_true(pty_wait_text(&pty, "keys 0"));
    pty_type(&pty, "\033[2;3R\033[2;3R\033[2;3R\033[2;3R\033[2;3R\033[2;3R\033[2;3R\033[2;7R\033[?1;2c");
    assert_int_equal(pty_wait_end(&pty), 2);
    assert_true(pty_has_sent(&pty, "the terminal does not confirm that it is UTF-8"));
    assert_true(pty_modes_restored(&pty));
    pty_finish(&pty);
}

/* A locale of another character set, made in a folder; false: this machine cannot. */
static bool make_locale(const char *folder, const char *locale, const char *charset, char *path)
{
    sprintf(path, "%s/%s.%s", folder, locale, charset);
    pid_t pid = fork();
    if (pid == 0) {
        int nothing = open("/dev/null", O_RDWR);
        dup2(nothing, STDOUT_FILENO);
        dup2(nothing, STDERR_FILENO);
        execlp("localedef", "localedef", "-i", locale, "-f", charset, path, (char *)NULL);
        _exit(127);
    }
    int status;
    struct stat st;
    char made[250];
    snprintf(made, sizeof made, "%s/LC_CTYPE", path); /* where the character set is not there the folder is made all the same */
    return waitpid(pid, &status, 0) == pid && stat(made, &st) == 0;
}

static void expect_bytes(const char *folder, const char *locale, const char *bytes, const char *key, const char *heard)
{
    struct pty pty;
    char locpath[100], lc_all[100];
    snprintf(locpath, sizeof locpath, "LOCPATH=%s", folder);
    snprintf(lc_all, sizeof lc_all, "LC_ALL=%s", locale);
    START(&pty, DRIVE("styles"), ENV(locpath, lc_all));
    for (double end = pty_now() + PATIENCE; !pty_has_sent(&pty, bytes) && !pty.ended && pty_now() < end;)
        pty_pump(&pty, 20);
    assert_true(pty_has_sent(&pty, bytes));
    assert_false(pty_has_sent(&pty, "大会"));
    pty_finish(&pty);
    START(&pty, DRIVE("log"), ENV(locpath, lc_all));
    assert_true(pty_wait_text(&pty, "keys 0"));
    pty_type(&pty, key);
    for (double end = pty_now() + PATIENCE; !pty_has_sent(&pty, heard) && !pty.ended && pty_now() < end;)
        pty_pump(&pty, 20);
    assert_true(pty_has_sent(&pty, heard));
    pty_finish(&pty);
}

/* What the character set has is drawn in it; a mark of two cells stands for the rest. Keys are read in it. */
static void test_other_character_sets(void **state)
{
    (void)state;
    char folder[] = "/tmp/dahui-locale-XXXXXX", gb[200], big5[200], remove[300];
    assert_non_null(mkdtemp(folder));
    bool made_gb = make_locale(folder, "zh_CN", "GB18030", gb), made_big5 = make_locale(folder, "zh_TW", "BIG5", big5);
    if (made_gb)
        expect_bytes(folder, "zh_CN.GB18030", "\xb4\xf3\xbb\xe1 all", "\xb4\xf3", "\xb4\xf3");
    if (made_big5)
        expect_bytes(folder, "zh_TW.BIG5", "\xa4j\xa1H all", "\xa4j", "\xa4j"); /* 会 is not there, nor is 〓 */
    snprintf(remove, sizeof remove, "rm -rf %s", folder);
    assert_int_equal(system(remove), 0);
    if (!made_gb || !made_big5)
        skip();
}

int main(int argc, char **argv)
{
    if (argc > 2 && strcmp(argv[1], "--drive") == 0)
        return drive(argv[2]);
    if (argc > 2 && strcmp(argv[1], "--shell") == 0)
        return drive_shell(SHELL_FD, argv + 2);
    self = argv[0];
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_screen_equals_grid),
        cmocka_unit_test(test_resize),
        cmocka_unit_test(test_nothing_new_sends_nothing),
        cmocka_unit_test(test_styles_with_colours),
        cmocka_unit_test(test_no_color),
        cmocka_unit_test(test_keys),
        cmocka_unit_test(test_keys_from_tty_when_input_is_none),
        cmocka_unit_test(test_answers_among_keys),
        cmocka_unit_test(test_late_answers),
        cmocka_unit_test(test_no_answers),
        cmocka_unit_test(test_answers_at_the_end),
        cmocka_unit_test(test_widths_that_are_known),
        cmocka_unit_test(test_storm_of_sizes),
        cmocka_unit_test(test_odd_sizes),
        cmocka_unit_test(test_size_in_environment_is_not_believed),
        cmocka_unit_test(test_ends_by_signal),
        cmocka_unit_test(test_ends_by_key),
        cmocka_unit_test(test_ignored_signals_stay_ignored),
        cmocka_unit_test(test_stalled_terminal),
        cmocka_unit_test(test_hangup),
        cmocka_unit_test(test_stop_and_go_on),
        cmocka_unit_test(test_stopped_and_killed),
        cmocka_unit_test(test_no_stop_without_a_shell),
        cmocka_unit_test(test_stopped_without_warning),
        cmocka_unit_test(test_terminals_that_do_not_do),
        cmocka_unit_test(test_locales),
        cmocka_unit_test(test_terminal_confirms_utf8),
        cmocka_unit_test(test_terminal_contradicts_a_name),
        cmocka_unit_test(test_other_character_sets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
