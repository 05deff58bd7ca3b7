/* The line to the terminal: where its keys are read, its modes, its size. */
#include "term/line.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static struct termios our_modes(struct termios modes)
{
    modes.c_iflag &= ~(tcflag_t)(ISTRIP | INLCR | IGNCR | ICRNL | IXON | IXOFF | PARMRK | INPCK);
    modes.c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON | IEXTEN);
    modes.c_lflag |= ISIG;
    modes.c_oflag &= ~(tcflag_t)ONLCR;
    modes.c_cc[VMIN] = 0; /* to read never waits: ^Z drops what poll has seen */
    modes.c_cc[VTIME] = 0;
    return modes;
}

bool line_open(struct line *line, struct err *err)
{
    line->in = STDIN_FILENO;
    line->out = STDOUT_FILENO;
    if (!isatty(line->out))
        return err_set(err, "standard output is not a terminal");
    if (!isatty(line->in))
        line->in = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (line->in < 0)
        return err_set(err, "cannot read keys from '/dev/tty': %s", strerror(errno));
    if (tcgetattr(line->in, &line->shell) != 0) {
        int why = errno;
        line_close(line);
        return err_set(err, "cannot read the modes of the terminal: %s", strerror(why));
    }
    line->ours = our_modes(line->shell);
    return true;
}

void line_close(struct line *line)
{
    if (line->in > STDERR_FILENO)
        close(line->in);
    line->in = -1;
}

/* Drained first, so that what was written last is drawn in the modes that it was written for. */
static void set_modes(int fd, const struct termios *modes)
{
    while (tcsetattr(fd, TCSADRAIN, modes) != 0 && errno == EINTR)
        ;
}

void line_take(const struct line *line)
{
    set_modes(line->in, &line->ours);
}

void line_give_back(const struct line *line)
{
    set_modes(line->in, &line->shell);
}

bool line_is_ours(const struct line *line)
{
    pid_t group = tcgetpgrp(line->in);
    return group < 0 || group == getpgrp();
}

static int clamp(int n, int max)
{
    return n < 1 ? 1 : n > max ? max : n;
}

struct size line_size(const struct line *line, struct size otherwise)
{
    struct winsize now = { 0 };
    if (ioctl(line->out, TIOCGWINSZ, &now) != 0 || now.ws_row == 0 || now.ws_col == 0)
        return (struct size){ clamp(otherwise.rows, MAX_ROWS), clamp(otherwise.cols, MAX_COLS) };
    return (struct size){ clamp(now.ws_row, MAX_ROWS), clamp(now.ws_col, MAX_COLS) };
}
