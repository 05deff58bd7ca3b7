/* A program in a pseudo-terminal, with a terminal emulator (libvterm) at the other end. Nothing here sleeps to wait: it reads
 * what the program sends until something holds, or PATIENCE is over. */
#ifndef DAHUI_TESTS_PTY_H
#define DAHUI_TESTS_PTY_H

#include <stdbool.h>
#include <stdint.h>

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <vterm.h>

#include "base/arena.h"
#include "base/buf.h"
#include "screen/grid.h"
#include "text/utf8.h"

enum { PATIENCE = 30 /* seconds; a machine under load is slow, a fault is for ever */, MAX_ENV = 24, SHELL_FD = 9 };

/* How to start a program. Its environment is PATH, HOME, LANG=C.UTF-8, TERM=xterm-256color and `env` behind that:
 * "NAME=value" sets, "NAME" alone takes away. */
struct pty_how {
    const char *const *argv;
    const char *const *env; /* NULL at the end; may be NULL */
    int rows, cols;         /* 0: 24, 80 */
    int ignored;            /* a signal that the program finds ignored, or 0 */
    bool no_input;          /* standard input is /dev/null */
    bool no_output;         /* standard output is /dev/null */
    enum { ANSWERS_AT_ONCE, ANSWERS_NEVER, ANSWERS_BYTEWISE, ANSWERS_LATE /* when pty_answer is called */ } answers;
    bool wide;              /* the terminal draws ambiguous characters two cells wide */
    int shell_fd;           /* what SHELL_FD shall be in the program, or 0 */
};

struct pty {
    int master, slave; /* slave: kept open so that modes can be read when the program is gone */
    pid_t pid;
    VTerm *vt;
    VTermScreen *screen;
    struct termios before;
    bool alternate, cursor_shown;
    struct arena arena;
    struct buf sent; /* every byte that the program sent */
    size_t shown;    /* bytes of `sent` that the emulator has seen */
    int answers;     /* as of pty_how */
    bool wide;
    struct buf late; /* answers that were not given yet */
    bool ended;
    int status;           /* as of wait */
    struct rusage usage;  /* of the ended program */
};

static inline double pty_now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static inline int pty_on_property(VTermProp property, VTermValue *value, void *user)
{
    struct pty *pty = user;
    if (property == VTERM_PROP_ALTSCREEN)
        pty->alternate = value->boolean;
    if (property == VTERM_PROP_CURSORVISIBLE)
        pty->cursor_shown = value->boolean;
    return 1;
}

static inline void pty_set_env(const char *setting)
{
    const char *equals = strchr(setting, '=');
    char name[64];
    size_t n = equals ? (size_t)(equals - setting) : strlen(setting);
    snprintf(name, sizeof name, "%.*s", (int)n, setting);
    if (equals)
        setenv(name, equals + 1, 1);
    else
        unsetenv(name);
}

/* In the child: never comes back. */
static inline void pty_become(struct pty *pty, const struct pty_how *how)
{
    static const char *const plain[] = { "LANG=C.UTF-8", "TERM=xterm-256color", "LC_ALL", "LC_CTYPE", "NO_COLOR", "LINES",
                                         "COLUMNS",      "ESCDELAY",            NULL };
    if (setsid() < 0 || ioctl(pty->slave, TIOCSCTTY, 0) != 0)
        _exit(126);
    for (int fd = 0; fd <= 2; fd++)
        dup2(pty->slave, fd);
    if (how->shell_fd && dup2(how->shell_fd, SHELL_FD) < 0)
        _exit(126);
    int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
    if (how->no_input)
        dup2(nothing, STDIN_FILENO);
    if (how->no_output)
        dup2(nothing, STDOUT_FILENO);
    for (const char *const *e = plain; *e; e++)
        pty_set_env(*e);
    for (const char *const *e = how->env; e && *e; e++)
        pty_set_env(*e);
    signal(SIGINT, SIG_DFL); /* ignored where the tests run in the background */
    signal(SIGQUIT, SIG_DFL);
    if (how->ignored)
        signal(how->ignored, SIG_IGN);
    execv(how->argv[0], (char *const *)(uintptr_t)how->argv);
    _exit(127);
}

static inline void pty_start(struct pty *pty, const struct pty_how *how)
{
    static const VTermScreenCallbacks callbacks = { .settermprop = pty_on_property };
    struct winsize size = { .ws_row = (unsigned short)(how->rows ? how->rows : 24),
                            .ws_col = (unsigned short)(how->cols ? how->cols : 80) };
    *pty = (struct pty){ .cursor_shown = true, .answers = how->answers, .wide = how->wide };
    pty->late = buf_make(&pty->arena, 1 << 16);
    pty->sent = buf_make(&pty->arena, (size_t)1 << 28);
    if (openpty(&pty->master, &pty->slave, NULL, NULL, &size) != 0)
        abort();
    fcntl(pty->master, F_SETFD, FD_CLOEXEC);
    fcntl(pty->slave, F_SETFD, FD_CLOEXEC);
    fcntl(pty->master, F_SETFL, O_NONBLOCK);
    tcgetattr(pty->slave, &pty->before);
    pty->vt = vterm_new(size.ws_row > 500 ? 500 : size.ws_row, size.ws_col > 1000 ? 1000 : size.ws_col);
    vterm_set_utf8(pty->vt, 1);
    pty->screen = vterm_obtain_screen(pty->vt);
    vterm_screen_enable_altscreen(pty->screen, 1);
    vterm_screen_set_callbacks(pty->screen, &callbacks, pty);
    vterm_screen_reset(pty->screen, 1);
    pty->pid = fork();
    if (pty->pid < 0)
        abort();
    if (pty->pid == 0)
        pty_become(pty, how);
}

/* Those that the tests draw. */
static inline bool pty_is_ambiguous(uint32_t c)
{
    return c == 0xA1 || c == 0xB7 || c == 0xD7 || c == 0xE9 || (c >= 0x2013 && c <= 0x2027) || c == 0x2460 || (c >= 0x2500 && c < 0x2600) ||
           c == 0xFFFD;
}

/* libvterm has no ambiguous characters of two cells: an ideograph that the tests do not use stands for each. */
enum { PTY_WIDE = 0x20000 };

static inline void pty_show_wide(struct pty *pty, struct str s)
{
    struct arena arena = { 0 };
    struct buf out = buf_make(&arena, (size_t)1 << 28);
    for (size_t at = 0; at < s.n;) {
        char bytes[4];
        size_t n = utf8_good((struct bytes){ (const unsigned char *)s.p, s.n }, at);
        uint32_t c = n ? utf8_at(s, at) : 0;
        if (n && pty_is_ambiguous(c))
            buf_add_bytes(&out, bytes, utf8_put(PTY_WIDE + c, bytes));
        else
            buf_add_bytes(&out, s.p + at, n ? n : 1);
        at += n ? n : 1;
    }
    vterm_input_write(pty->vt, out.p, out.n);
    arena_finish(&arena);
}

/* Types what was kept back. */
static inline void pty_answer(struct pty *pty)
{
    for (size_t at = 0; at < pty->late.n; at++)
        if (write(pty->master, pty->late.p + at, 1) != 1)
            abort();
    pty->late.n = 0;
}

/* What the emulator answers to questions. */
static inline void pty_take_answers(struct pty *pty)
{
    char bytes[1024];
    size_t n = vterm_output_read(pty->vt, bytes, sizeof bytes);
    if (n == 0 || pty->answers == ANSWERS_NEVER)
        return;
    buf_add_bytes(&pty->late, bytes, n);
    for (size_t at = 0; pty->answers == ANSWERS_BYTEWISE && at < n; at++) {
        if (write(pty->master, bytes + at, 1) != 1)
            abort();
        poll(NULL, 0, 2);
    }
    if (pty->answers == ANSWERS_AT_ONCE && write(pty->master, bytes, n) != (ssize_t)n)
        abort();
    if (pty->answers != ANSWERS_LATE)
        pty->late.n = 0;
}

/* Shows the emulator what came, but for a character that is cut: libvterm forgets its first bytes. */
static inline void pty_show(struct pty *pty)
{
    size_t end = pty->sent.n, start = end;
    while (start > pty->shown && end - start < 3 && ((unsigned char)pty->sent.p[start - 1] & 0xC0) == 0x80)
        start--;
    if (start > pty->shown && (unsigned char)pty->sent.p[start - 1] >= 0xC0 &&
        utf8_good((struct bytes){ (const unsigned char *)pty->sent.p, end }, start - 1) == 0)
        end = start - 1;
    if (pty->wide)
        pty_show_wide(pty, (struct str){ pty->sent.p + pty->shown, end - pty->shown });
    else
        vterm_input_write(pty->vt, pty->sent.p + pty->shown, end - pty->shown);
    pty->shown = end;
    vterm_screen_flush_damage(pty->screen);
    pty_take_answers(pty);
}

/* Reads what there is, waiting at most so long for something to come; sees whether the program ended. */
static inline void pty_pump(struct pty *pty, int milliseconds)
{
    char bytes[4096];
    ssize_t n;
    struct pollfd on = { .fd = pty->master, .events = POLLIN };
    bool over = pty->ended || wait4(pty->pid, &pty->status, WNOHANG, &pty->usage) == pty->pid;
    if (pty->master >= 0) {
        poll(&on, 1, over ? 0 : milliseconds);
        while ((n = read(pty->master, bytes, sizeof bytes)) > 0)
            buf_add_bytes(&pty->sent, bytes, (size_t)n);
        pty_show(pty);
    } else if (!over) {
        poll(NULL, 0, milliseconds);
    }
    pty->ended = over; /* after its last words were read */
}

static inline void pty_type_bytes(struct pty *pty, const char *bytes, size_t n)
{
    double end = pty_now() + PATIENCE;
    while (n > 0 && pty_now() < end) {
        ssize_t done = write(pty->master, bytes, n);
        if (done > 0) {
            bytes += done;
            n -= (size_t)done;
        } else {
            pty_pump(pty, 5);
        }
    }
}

static inline void pty_type(struct pty *pty, const char *keys)
{
    pty_type_bytes(pty, keys, strlen(keys));
}

/* Another size, as a window manager gives it. */
static inline void pty_resize(struct pty *pty, int rows, int cols)
{
    struct winsize size = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols };
    pty_pump(pty, 0);
    vterm_set_size(pty->vt, rows > 500 ? 500 : rows, cols > 1000 ? 1000 : cols);
    ioctl(pty->master, TIOCSWINSZ, &size);
}

static inline VTermScreenCell pty_cell(const struct pty *pty, int row, int col)
{
    VTermScreenCell cell;
    vterm_screen_get_cell(pty->screen, (VTermPos){ .row = row, .col = col }, &cell);
    return cell;
}

/* What stands in one row, blanks at its end left out. */
static inline void pty_add_row(const struct pty *pty, struct buf *to, int row)
{
    int rows, cols, blanks = 0;
    vterm_get_size(pty->vt, &rows, &cols);
    for (int col = 0; col < cols; col++) {
        VTermScreenCell cell = pty_cell(pty, row, col);
        if (cell.chars[0] == (uint32_t)-1)
            continue; /* the second half of a character */
        if (cell.chars[0] == 0 || cell.chars[0] == ' ') {
            blanks++;
            continue;
        }
        for (; blanks > 0; blanks--)
            buf_add_cstr(to, " ");
        for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i]; i++) {
            char bytes[4];
            uint32_t c = cell.chars[i];
            bool stands_in = pty->wide && c >= PTY_WIDE && pty_is_ambiguous(c - PTY_WIDE);
            buf_add_bytes(to, bytes, utf8_put(stands_in ? c - PTY_WIDE : c, bytes));
        }
    }
    buf_add_cstr(to, "\n");
}

/* The screen as grid_text writes it, in `arena`. */
static inline struct str pty_text(const struct pty *pty, struct arena *arena)
{
    int rows, cols;
    struct buf text = buf_make(arena, (size_t)1 << 28);
    vterm_get_size(pty->vt, &rows, &cols);
    for (int row = 0; row < rows; row++)
        pty_add_row(pty, &text, row);
    return buf_str(&text);
}

/* Pumps until holds(pty, arg); false: it never did. */
static inline bool pty_wait(struct pty *pty, bool holds(struct pty *, const void *), const void *arg)
{
    double end = pty_now() + PATIENCE;
    while (!holds(pty, arg)) {
        if (pty_now() > end || pty->ended)
            return holds(pty, arg);
        pty_pump(pty, 20);
    }
    return true;
}

static inline bool pty_shows(struct pty *pty, const void *text)
{
    struct arena arena = { 0 };
    bool has = str_has(pty_text(pty, &arena), str_of(text));
    arena_finish(&arena);
    return has;
}

static inline bool pty_shows_all(struct pty *pty, const void *text)
{
    struct arena arena = { 0 };
    bool same = str_eq(pty_text(pty, &arena), str_of(text));
    arena_finish(&arena);
    return same;
}

static inline bool pty_has_sent(struct pty *pty, const char *bytes)
{
    return str_has(buf_str(&pty->sent), str_of(bytes));
}

static inline bool pty_is_over(struct pty *pty, const void *arg)
{
    (void)arg;
    return pty->ended;
}

static inline bool pty_wait_text(struct pty *pty, const char *text)
{
    bool came = pty_wait(pty, pty_shows, text);
    if (!came) {
        struct arena arena = { 0 };
        struct str screen = pty_text(pty, &arena);
        fprintf(stderr, "waited for <%s> in vain; the screen is\n%.*s", text, (int)screen.n, screen.p);
        arena_finish(&arena);
    }
    return came;
}

/* Waits for the program to end; answers its exit status, 1000 + n where signal n ended it, -1 where nothing did. */
static inline int pty_wait_end(struct pty *pty)
{
    if (!pty_wait(pty, pty_is_over, NULL))
        return -1;
    return WIFSIGNALED(pty->status) ? 1000 + WTERMSIG(pty->status) : WEXITSTATUS(pty->status);
}

/* Are the modes of the line those that the program found? */
static inline bool pty_modes_restored(const struct pty *pty)
{
    struct termios now;
    const struct termios *was = &pty->before;
    return tcgetattr(pty->slave, &now) == 0 && now.c_iflag == was->c_iflag && now.c_oflag == was->c_oflag &&
           now.c_cflag == was->c_cflag && now.c_lflag == was->c_lflag && memcmp(now.c_cc, was->c_cc, sizeof now.c_cc) == 0;
}

static inline double pty_cpu_seconds(const struct pty *pty)
{
    const struct timeval *user = &pty->usage.ru_utime, *system = &pty->usage.ru_stime;
    return (double)(user->tv_sec + system->tv_sec) + (double)(user->tv_usec + system->tv_usec) / 1e6;
}

/* The terminal goes away, as a dropped connection does. */
static inline void pty_hang_up(struct pty *pty)
{
    close(pty->slave);
    close(pty->master);
    pty->master = pty->slave = -1;
}

static inline void pty_finish(struct pty *pty)
{
    if (!pty->ended) {
        kill(pty->pid, SIGKILL);
        waitpid(pty->pid, NULL, 0);
    }
    if (pty->master >= 0)
        pty_hang_up(pty);
    vterm_free(pty->vt);
    arena_finish(&pty->arena);
}

#endif
