/* Watching folders. */
#include "host/watch.h"

#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <unistd.h>
#if defined(__linux__)
#include <sys/inotify.h>
#elif defined(__APPLE__) || defined(__FreeBSD__) || defined(__OpenBSD__) || defined(__NetBSD__)
#include <sys/event.h>
#include <sys/time.h>
#define HAS_KQUEUE 1
#endif

struct watch {
    int fd;
};

struct watch *watch_open(void)
{
#if defined(__linux__)
    int fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
#elif defined(HAS_KQUEUE)
    int fd = kqueue();
#else
    int fd = -1;
#endif
    struct watch *watch = fd < 0 ? NULL : malloc(sizeof *watch);
    if (watch)
        watch->fd = fd;
    else if (fd >= 0)
        close(fd);
    return watch;
}

void watch_folder(struct watch *watch, const char *path)
{
    if (!watch)
        return;
#if defined(__linux__)
    inotify_add_watch(watch->fd, path,
                      IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_MOVE | IN_MOVE_SELF | IN_ATTRIB | IN_ONLYDIR);
#elif defined(HAS_KQUEUE)
    struct kevent change;
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_DIRECTORY); /* stays open with the queue */
    if (fd < 0)
        return;
    EV_SET(&change, fd, EVFILT_VNODE, EV_ADD | EV_CLEAR, NOTE_WRITE | NOTE_DELETE | NOTE_RENAME | NOTE_EXTEND, 0, NULL);
    kevent(watch->fd, &change, 1, NULL, 0, NULL);
#else
    (void)path;
#endif
}

bool watch_wait(struct watch *watch, int ms)
{
    struct pollfd wait = { .fd = watch ? watch->fd : -1, .events = POLLIN };
    if (poll(&wait, 1, ms) <= 0)
        return false;
#if defined(HAS_KQUEUE)
    struct kevent event;
    const struct timespec now = { 0, 0 };
    while (kevent(watch->fd, NULL, 0, &event, 1, &now) > 0)
        ;
#else
    char events[16384];
    while (read(watch->fd, events, sizeof events) > 0)
        ;
#endif
    return true;
}

void watch_close(struct watch *watch)
{
    if (watch)
        close(watch->fd);
    free(watch);
}
