/* What the program remembers from one run to the next. */
#include "host/state.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "host/disk.h"
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

static bool refuse_homeless(struct err *err)
{
    return err_set(err, "there is no folder to remember things in: HOME is not set");
}

bool state_read(struct arena *arena, const char *name, struct bytes *to, struct err *err)
{
    const char *folder = state_folder(arena);
    return folder ? file_read(arena, disk_path(arena, folder, name), to, err) : refuse_homeless(err);
}

/* A new file of our own beside the old one, which it then takes the place of. */
static bool replace(const char *path, const char *new, struct bytes bytes, struct err *err)
{
    int fd = disk_create(new, err);
    if (fd < 0)
        return false;
    bool written = disk_write(fd, 0, bytes.p, bytes.n) || err_set(err, "cannot write '%s': %s", path, strerror(errno));
    disk_close(fd);
    written = written && disk_rename(new, path, err);
    if (!written)
        disk_remove(new);
    return written;
}

bool state_write(const char *name, struct bytes bytes, struct err *err)
{
    struct arena arena = { 0 };
    char own[64];
    const char *folder = state_folder(&arena);
    snprintf(own, sizeof own, "%s.%ld", name, (long)getpid());
    bool written = folder ? disk_make_folder(folder, err) && replace(disk_path(&arena, folder, name), disk_path(&arena, folder, own), bytes, err)
                          : refuse_homeless(err);
    arena_finish(&arena);
    return written;
}
