/* Files of our own: read at a place, written, put in place at once, locked. */
#include "host/disk.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

int64_t disk_mtime(const struct stat *st)
{
#ifdef __APPLE__
    struct timespec t = st->st_mtimespec;
#else
    struct timespec t = st->st_mtim;
#endif
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static bool file_of(const struct stat *st, struct disk_file *file)
{
    *file = (struct disk_file){ (uint64_t)st->st_dev, (uint64_t)st->st_ino, (uint64_t)st->st_size, disk_mtime(st) };
    return S_ISREG(st->st_mode);
}

bool disk_look(const char *path, struct disk_file *file)
{
    struct stat st;
    return stat(path, &st) == 0 && file_of(&st, file);
}

bool disk_is_folder(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

int64_t disk_changed(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 ? disk_mtime(&st) : -1;
}

bool disk_look_at(int fd, struct disk_file *file)
{
    struct stat st;
    return fstat(fd, &st) == 0 && file_of(&st, file);
}

int disk_open(const char *path, struct err *err)
{
    struct disk_file file;
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (fd >= 0 && disk_look_at(fd, &file))
        return fd;
    err_set(err, "cannot open '%s': %s", path, fd < 0 ? strerror(errno) : "is no file");
    disk_close(fd);
    if (fd >= 0)
        errno = EINVAL;
    return -1;
}

bool disk_read(int fd, uint64_t at, void *to, size_t n)
{
    for (char *p = to; n;) {
        ssize_t got = pread(fd, p, n, (off_t)at);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        p += got;
        at += (uint64_t)got;
        n -= (size_t)got;
    }
    return true;
}

int disk_create(const char *path, struct err *err)
{
    unlink(path);
    int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (fd < 0)
        err_set(err, "cannot write '%s': %s", path, strerror(errno));
    return fd;
}

bool disk_write(int fd, uint64_t at, const void *p, size_t n)
{
    for (const char *from = p; n;) {
        ssize_t put = pwrite(fd, from, n, (off_t)at);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return false;
        from += put;
        at += (uint64_t)put;
        n -= (size_t)put;
    }
    return true;
}

bool disk_sync(int fd)
{
    return fsync(fd) == 0;
}

void disk_close(int fd)
{
    if (fd >= 0)
        close(fd);
}

bool disk_rename(const char *from, const char *to, struct err *err)
{
    return rename(from, to) == 0 || err_set(err, "cannot write '%s': %s", to, strerror(errno));
}

void disk_remove(const char *path)
{
    remove(path);
}

bool disk_make_folder(const char *path, struct err *err)
{
    char *part = strdup(path);
    if (!part)
        arena_no_memory();
    bool ok = true;
    for (char *slash = part; slash && ok;) {
        slash = strchr(slash + 1, '/');
        if (slash)
            *slash = '\0';
        ok = mkdir(part, 0700) == 0 || disk_is_folder(part) || err_set(err, "cannot make folder '%s': %s", path, strerror(errno));
        if (slash)
            *slash = '/';
    }
    free(part);
    return ok;
}

int disk_lock(const char *path, bool *held, struct err *err)
{
    *held = false;
    int fd = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0600);
    if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0)
        return fd;
    *held = fd >= 0 && errno == EWOULDBLOCK;
    err_set(err, "cannot lock '%s': %s", path, strerror(errno));
    disk_close(fd);
    return -1;
}

const char *disk_real(struct arena *arena, const char *path)
{
    char *real = realpath(path, NULL);
    const char *kept = real ? arena_str(arena, str_of(real)).p : NULL;
    free(real);
    return kept;
}

char *disk_path(struct arena *arena, const char *folder, const char *name)
{
    size_t n = strlen(folder), all = n + strlen(name) + 2;
    char *path = arena_alloc(arena, all, 1);
    snprintf(path, all, "%s%s%s", folder, n && folder[n - 1] == '/' ? "" : "/", name);
    return path;
}
