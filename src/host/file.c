/* Files of the system: reading one whole. */
#include "host/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FIRST_READ = 64 * 1024 };

/* Why something that is no regular file cannot be read, or NULL. */
static const char *refusal(mode_t mode)
{
    if (S_ISREG(mode))
        return NULL;
    if (S_ISDIR(mode))
        return "is a folder";
    if (S_ISFIFO(mode))
        return "is a named pipe";
    if (S_ISSOCK(mode))
        return "is a socket";
    return "is a device";
}

/* Reads from fd until its end; `expected` is what fstat said, or 0. */
static bool read_all(struct arena *arena, int fd, size_t expected, struct bytes *to, const char **why)
{
    size_t cap = expected ? expected + 1 : FIRST_READ, n = 0; /* one more, to see the end without growing */
    unsigned char *p = arena_alloc(arena, cap, 1);
    for (;;) {
        ssize_t got = read(fd, p + n, cap - n);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            *why = strerror(errno);
            return false;
        }
        if (got == 0)
            break;
        n += (size_t)got;
        if (n > FILE_LIMIT) {
            *why = "larger than 256 MiB";
            return false;
        }
        if (n == cap) {
            unsigned char *larger = arena_alloc(arena, cap * 2, 1);
            memcpy(larger, p, n);
            p = larger;
            cap *= 2;
        }
    }
    *to = (struct bytes){ p, n };
    return true;
}

bool file_read(struct arena *arena, const char *path, struct bytes *to, struct err *err)
{
    struct stat before, st;
    if (stat(path, &before) != 0)
        return err_set(err, "cannot open '%s': %s", path, strerror(errno));
    if (refusal(before.st_mode))
        return err_set(err, "cannot read '%s': %s", path, refusal(before.st_mode));
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (fd < 0)
        return err_set(err, "cannot open '%s': %s", path, strerror(errno));
    const char *why = NULL;
    if (fstat(fd, &st) != 0)
        why = strerror(errno);
    else if (refusal(st.st_mode)) /* another thing than a moment ago */
        why = refusal(st.st_mode);
    else if (st.st_size > (off_t)FILE_LIMIT)
        why = "larger than 256 MiB";
    else
        read_all(arena, fd, (size_t)st.st_size, to, &why);
    close(fd);
    return why ? err_set(err, "cannot read '%s': %s", path, why) : true;
}

size_t file_size(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISREG(st.st_mode) ? (size_t)st.st_size : 0;
}

bool file_read_start(struct arena *arena, const char *path, size_t most, struct bytes *to)
{
    size_t size = file_size(path), n = 0;
    if (size <= most || size > FILE_LIMIT)
        return false;
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (fd < 0)
        return false;
    unsigned char *p = arena_alloc(arena, most, 1);
    for (ssize_t got = 1; n < most && got > 0; n += got > 0 ? (size_t)got : 0)
        do
            got = read(fd, p + n, most - n);
        while (got < 0 && errno == EINTR);
    close(fd);
    *to = (struct bytes){ p, n };
    return n == most;
}

bool file_read_input(struct arena *arena, struct bytes *to, struct err *err)
{
    const char *why = NULL;
    if (!read_all(arena, STDIN_FILENO, 0, to, &why))
        return err_set(err, "cannot read standard input: %s", why);
    return true;
}

bool file_exists(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0;
}

/* `folder` with its last part cut off, in place; false where nothing is left. */
static bool cut_last(char *folder)
{
    char *slash = strrchr(folder, '/');
    if (!slash || slash == folder)
        return false;
    *slash = '\0';
    return true;
}

/* base/tail in the arena, or NULL where nothing stands there. */
static const char *existing(struct arena *arena, const char *base, const char *tail)
{
    size_t n = strlen(base) + strlen(tail) + 2;
    char *path = arena_alloc(arena, n, 1);
    snprintf(path, n, "%s/%s", base, tail);
    return file_exists(path) ? path : NULL;
}

/* The folder that the program stands in; elsewhere than on Linux nobody says it. */
static bool own_folder(char *folder, size_t size)
{
    ssize_t n = readlink("/proc/self/exe", folder, size - 1);
    folder[n > 0 ? n : 0] = '\0';
    return cut_last(folder);
}

const char *file_data_folder(struct arena *arena)
{
    char folder[4096];
    const char *found = NULL;
    if (own_folder(folder, sizeof folder))
        for (int up = 0; up < 2 && !found && cut_last(folder); up++) /* PREFIX/bin/dahui; build/dahui, build/asan/dahui */
            if (!(found = existing(arena, folder, "share/dahui")) && existing(arena, folder, "data/articles"))
                found = existing(arena, folder, "data");
    return found ? found : file_exists(DAHUI_DATADIR) ? DAHUI_DATADIR : NULL;
}

const char *file_locale_folder(struct arena *arena)
{
    char folder[4096];
    const char *found = NULL;
    if (own_folder(folder, sizeof folder) && !(found = existing(arena, folder, "locale")) && cut_last(folder))
        found = existing(arena, folder, "share/locale");
    return found ? found : file_exists(DAHUI_DATADIR "/../locale") ? DAHUI_DATADIR "/../locale" : NULL;
}
