/* The smallest programs that use src/term: what the tests of the terminal run in a pseudo-terminal. */
#ifndef DAHUI_TESTS_DRIVE_H
#define DAHUI_TESTS_DRIVE_H

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "pty/pattern.h"
#include "term/term.h"
#include "text/cell.h"
#include "text/utf8.h"

/* A key as the log shows it. */
static inline void drive_add_key(struct buf *log, uint32_t key)
{
    static const char *const names[] = { "Up", "Down", "Left", "Right", "PgUp", "PgDn", "Home", "End", "BS", "Del", "BTab", "F1", "?" };
    char bytes[4];
    if (key >= K_UP)
        buf_add_format(log, "<%s>", names[key - K_UP]);
    else if (key < 0x20)
        buf_add_format(log, "^%c", (int)key + '@');
    else
        buf_add_bytes(log, bytes, utf8_put(key, bytes));
}

/* What a program does when it goes wrong. */
static inline void drive_die(uint32_t key)
{
    volatile uintptr_t nowhere = 16;
    if (key == 'A')
        abort();
    if (key == 'S')
        *(volatile char *)nowhere = 1;
    if (key == 'M')
        arena_no_memory();
}

/* Paints the size, the number of keys, the keys, and whether ambiguous characters are wide. `q` ends it. */
static inline void drive_log(struct term *term)
{
    struct arena arena = { 0 }, frame = { 0 };
    struct buf log = buf_make(&arena, 100000);
    struct event event;
    int rows = 1, cols = 1, keys = 0;
    while (term_next(term, &event) && !(event.kind == EVENT_KEY && event.key == 'q')) {
        if (event.kind == EVENT_SIZE) {
            rows = event.rows;
            cols = event.cols;
            cell_set_ambiguous(event.ambiguous);
        } else {
            drive_die(event.key);
            drive_add_key(&log, event.key);
            keys++;
        }
        struct grid grid = grid_make(&frame, rows, cols);
        struct buf line = buf_make(&frame, 100);
        buf_add_format(&line, "size %d %d keys %d", rows, cols, keys);
        grid_put(&grid, 0, 0, cols, buf_str(&line), STYLE_TEXT);
        grid_put(&grid, 1, 0, cols, buf_str(&log), STYLE_TEXT);
        grid_put(&grid, 2, 0, cols, cell_ambiguous() == 2 ? STR("“wide”.") : STR(""), STYLE_TEXT);
        grid.cursor_row = rows - 1;
        term_paint(term, &grid);
        arena_reset(&frame);
    }
    arena_finish(&frame);
    arena_finish(&arena);
}

/* Paints screens of chance: `g` the next one, `r` the same anew, `f` one after the other without end. */
static inline void drive_pattern(struct term *term)
{
    struct pattern pattern = { 0 };
    struct event event;
    while (term_next(term, &event) && !(event.kind == EVENT_KEY && event.key == 'q')) {
        if (event.kind == EVENT_SIZE) {
            cell_set_ambiguous(event.ambiguous);
            pattern_start(&pattern, event.rows, event.cols);
        } else if (event.key == 'g') {
            pattern_step(&pattern);
        } else if (event.key == 'r') {
            term_redraw(term);
        }
        do {
            term_paint(term, &pattern.grid);
            if (event.key == 'f')
                pattern_step(&pattern);
        } while (event.kind == EVENT_KEY && event.key == 'f');
    }
    arena_finish(&pattern.arena);
}

/* Every style on a row of its own. */
static inline void drive_styles(struct term *term)
{
    struct arena arena = { 0 };
    struct event event;
    while (term_next(term, &event) && event.kind == EVENT_SIZE) {
        struct grid grid = grid_make(&arena, event.rows, event.cols);
        for (int style = 0; style < N_STYLES; style++)
            grid_put(&grid, style, 0, event.cols, STR("大会 style"), (enum style)style);
        grid_put(&grid, N_STYLES, 0, event.cols, STR("大会 all"), STYLE_TEXT);
        term_paint(term, &grid);
    }
    arena_finish(&arena);
}

static inline int drive(const char *how)
{
    struct err err;
    const char *remembered = getenv("DRIVE_REMEMBERED"), *ambiguous = getenv("DAHUI_AMBIGUOUS");
    struct term_settings settings = { .ambiguous = ambiguous ? *ambiguous - '0' : 0, .remembered = str_of(remembered ? remembered : "") };
    struct term *term = term_open(&settings, &err);
    if (!term) {
        fprintf(stderr, "%s\n", err.text);
        return 2;
    }
    if (strcmp(how, "log") == 0)
        drive_log(term);
    else if (strcmp(how, "styles") == 0)
        drive_styles(term);
    else
        drive_pattern(term);
    int by = term_signal(term);
    bool refused = term_refused(term, &err);
    term_close(term);
    if (refused) {
        fprintf(stderr, "%s\n", err.text);
        return 2;
    }
    if (by) { /* as the reader does */
        signal(by, SIG_DFL);
        raise(by);
    }
    return 0;
}

/* What drive_shell says about its job, at descriptor `fd`, and hears: 'c' goes on with it, 'm' the same with modes and screen
 * in disorder, 'w' only waits for it. */
struct shell_note {
    enum { SHELL_STARTED, SHELL_STOPPED, SHELL_STOPPED_DISORDERLY } what; /* disorderly: modes are not as they were */
    pid_t pid;
};

static inline void drive_tell(int fd, int what, pid_t pid)
{
    struct shell_note note = { .pid = pid };
    note.what = what;
    if (write(fd, &note, sizeof note) != sizeof note)
        _exit(125);
}

static inline bool drive_same_modes(const struct termios *was)
{
    struct termios now;
    return tcgetattr(0, &now) == 0 && now.c_lflag == was->c_lflag && now.c_iflag == was->c_iflag && now.c_oflag == was->c_oflag;
}

/* The job stopped: takes the terminal, says so, and goes on when told. */
static inline void drive_stopped(int fd, pid_t job, const struct termios *was)
{
    char order = 0;
    tcsetpgrp(0, getpgrp());
    drive_tell(fd, drive_same_modes(was) ? SHELL_STOPPED : SHELL_STOPPED_DISORDERLY, job);
    if (read(fd, &order, 1) != 1)
        _exit(125);
    if (order == 'w')
        return;
    if (order == 'm') {
        tcsetattr(0, TCSANOW, was);
        printf("\033[2J\033[Hdisorder");
        fflush(stdout);
    }
    tcsetpgrp(0, job);
    kill(-job, SIGCONT);
}

/* A shell with job control that runs one command; without one nothing can be stopped. */
static inline int drive_shell(int fd, char **argv)
{
    struct termios was;
    int status;
    signal(SIGTTOU, SIG_IGN);
    tcgetattr(0, &was);
    pid_t job = fork();
    if (job == 0) {
        setpgid(0, 0);
        tcsetpgrp(0, getpgrp());
        signal(SIGTTOU, SIG_DFL);
        close(fd);
        execv(argv[0], argv);
        _exit(127);
    }
    drive_tell(fd, SHELL_STARTED, job);
    while (waitpid(job, &status, WUNTRACED) == job && WIFSTOPPED(status))
        drive_stopped(fd, job, &was);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

#endif
