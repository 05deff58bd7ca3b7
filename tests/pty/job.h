/* A program run by a shell with job control, so that it can be stopped. Behind cmocka.h. */
#ifndef DAHUI_TESTS_JOB_H
#define DAHUI_TESTS_JOB_H

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "pty/drive.h"
#include "pty/pty.h"

struct job {
    struct pty pty;
    int notes; /* our end of the line to the shell */
    pid_t pid;
};

static inline struct shell_note job_note(struct job *job)
{
    struct shell_note note = { 0 };
    struct pollfd on = { .fd = job->notes, .events = POLLIN };
    double end = pty_now() + PATIENCE;
    while (poll(&on, 1, 0) == 0 && pty_now() < end && !job->pty.ended)
        pty_pump(&job->pty, 10);
    assert_int_equal(poll(&on, 1, 0), 1); /* a shell that says nothing fails the test, and does not hold it up */
    assert_int_equal(read(job->notes, &note, sizeof note), sizeof note);
    return note;
}

/* `argv` is what runs drive_shell, and behind that the command. It finds a size in the environment that nobody should believe,
 * also not when it comes back from a stop. */
static inline void job_start(struct job *job, const char *const *argv)
{
    int ends[2];
    assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    job->notes = ends[0];
    pty_start(&job->pty, &(struct pty_how){ .argv = argv,
                                            .env = (const char *[]){ "LINES=30000", "COLUMNS=30000", NULL },
                                            .shell_fd = ends[1] });
    close(ends[1]);
    struct shell_note note = job_note(job);
    assert_int_equal(note.what, SHELL_STARTED);
    job->pid = note.pid;
}

static inline void job_order(const struct job *job, const char *letter)
{
    assert_int_equal(write(job->notes, letter, 1), 1);
}

#endif
