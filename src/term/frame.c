/* What curses writes, kept until a frame is whole and then sent by one write. */
#include "term/frame.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { LARGEST_FRAME = 1 << 28 };

static FILE *open_memory(void)
{
#ifdef MFD_CLOEXEC
    int fd = memfd_create("frame", MFD_CLOEXEC);
    if (fd >= 0)
        return fdopen(fd, "w+");
#endif
    return tmpfile();
}

bool frame_open(struct frame *frame, struct err *err)
{
    *frame = (struct frame){ .file = open_memory() };
    if (!frame->file)
        return err_set(err, "cannot make a temporary file: %s", strerror(errno));
    return true;
}

void frame_close(struct frame *frame)
{
    if (frame->file)
        fclose(frame->file);
    arena_finish(&frame->arena);
    frame->file = NULL;
}

void frame_add(struct frame *frame, struct str bytes)
{
    int fd = fileno(frame->file);
    while (bytes.n > 0) {
        ssize_t n = write(fd, bytes.p, bytes.n);
        if (n < 0 && errno != EINTR)
            return;
        bytes = str_sub(bytes, n > 0 ? (size_t)n : 0, bytes.n);
    }
}

size_t frame_size(const struct frame *frame)
{
    off_t n = lseek(fileno(frame->file), 0, SEEK_CUR);
    return n > 0 ? (size_t)n : 0;
}

struct str frame_take(struct frame *frame)
{
    char bytes[4096];
    int fd = fileno(frame->file);
    off_t end = lseek(fd, 0, SEEK_CUR), at = 0;
    arena_reset(&frame->arena);
    frame->bytes = buf_make(&frame->arena, LARGEST_FRAME);
    while (at < end) {
        size_t most = end - at < (off_t)sizeof bytes ? (size_t)(end - at) : sizeof bytes;
        ssize_t n = pread(fd, bytes, most, at);
        if (n == 0 || (n < 0 && errno != EINTR))
            break;
        buf_add_bytes(&frame->bytes, bytes, n > 0 ? (size_t)n : 0);
        at += n > 0 ? n : 0;
    }
    lseek(fd, 0, SEEK_SET);
    return buf_str(&frame->bytes);
}

void frame_send(struct frame *frame, int out, struct str bytes)
{
    while (bytes.n > 0) {
        ssize_t n = write(out, bytes.p, bytes.n);
        if (n < 0 && errno == EAGAIN) /* whoever shares the terminal with us made it so */
            poll(&(struct pollfd){ .fd = out, .events = POLLOUT }, 1, -1);
        else if (n < 0 && errno != EINTR)
            return;
        size_t done = n > 0 ? (size_t)n : 0;
        frame->sent += done;
        bytes = str_sub(bytes, done, bytes.n);
    }
}
