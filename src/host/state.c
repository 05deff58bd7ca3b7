/* What the program remembers from one run to the next. */
#include "host/state.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "host/file.h"

enum { LONGEST_PATH = 4096 };

/* A relative XDG_STATE_HOME is no place (so its specification). */
const char *state_folder(struct arena *arena)
{
    const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
    struct buf path = buf_make(arena, LONGEST_PATH);
    if (state && state[0] == '/')
        buf_add_format(&path, "%s/dahui", state);
    else if (home && home[0] == '/')
        buf_add_format(&path, "%s/.local/state/dahui", home);
    buf_add_bytes(&path, "", 1);
    return path.n > 1 && !path.full ? path.p : NULL;
}

/* The path of a file, or NULL: there is no home. */
static const char *path_of(struct arena *arena, const char *name)
{
    const char *folder = state_folder(arena);
    struct buf path = buf_make(arena, LONGEST_PATH);
    buf_add_format(&path, "%s/%s", folder ? folder : "", name);
    buf_add_bytes(&path, "", 1);
    return folder && !path.full ? path.p : NULL;
}

static bool refuse_homeless(struct err *err)
{
    return err_set(err, "there is no folder to remember things in: HOME is not set");
}

bool state_read(struct arena *arena, const char *name, struct bytes *to, struct err *err)
{
    const char *path = path_of(arena, name);
    return path ? file_read(arena, path, to, err) : refuse_homeless(err);
}

static void make_folders(char *path)
{
    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        mkdir(path, 0700);
        *slash = '/';
    }
}

static bool write_all(int fd, struct bytes bytes)
{
    while (bytes.n > 0) {
        ssize_t n = write(fd, bytes.p, bytes.n);
        if (n < 0 && errno != EINTR)
            return false;
        bytes = n > 0 ? (struct bytes){ bytes.p + n, bytes.n - (size_t)n } : bytes;
    }
    return true;
}

static bool replace(const char *path, const char *new, struct bytes bytes)
{
    unlink(new);
    int fd = open(new, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (fd < 0)
        return false;
    bool written = write_all(fd, bytes);
    written = close(fd) == 0 && written;
    if (written && rename(new, path) == 0)
        return true;
    int why = errno;
    unlink(new);
    errno = why;
    return false;
}

bool state_write(const char *name, struct bytes bytes, struct err *err)
{
    struct arena arena = { 0 };
    const char *found = path_of(&arena, name);
    bool written = false;
    if (!found) {
        refuse_homeless(err);
    } else {
        size_t n = strlen(found);
        char *path = arena_alloc(&arena, n + 1, 1), *new = arena_alloc(&arena, n + 32, 1);
        memcpy(path, found, n);
        make_folders(path);
        snprintf(new, n + 32, "%s.%ld", path, (long)getpid());
        written = replace(path, new, bytes) || err_set(err, "cannot write '%s': %s", path, strerror(errno));
    }
    arena_finish(&arena);
    return written;
}
