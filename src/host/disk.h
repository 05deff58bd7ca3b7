/* Files of our own: read at a place, written, put in place at once, locked. Nothing here follows a link to write, blocks on a pipe, or maps. */
#ifndef DAHUI_HOST_DISK_H
#define DAHUI_HOST_DISK_H

#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"

/* What stands at a path. */
struct disk_file {
    uint64_t device, inode, size;
    int64_t mtime; /* nanoseconds since 1970 */
};
bool disk_look(const char *path, struct disk_file *file); /* false: no regular file there */
bool disk_look_at(int fd, struct disk_file *file);
bool disk_is_folder(const char *path);
int64_t disk_changed(const char *path); /* when what is there was changed, be it a folder; -1: nothing is there */
struct stat;
int64_t disk_mtime(const struct stat *st);

/* A regular file for reading, or -1 with words in err (and errno). */
int disk_open(const char *path, struct err *err);

/* The `n` bytes at `at`, all of them; false where the file ends before or cannot be read. */
bool disk_read(int fd, uint64_t at, void *to, size_t n);

/* A new file for writing and reading back, for nobody else to read; what stood there is gone. -1 with words in err. */
int disk_create(const char *path, struct err *err);
bool disk_write(int fd, uint64_t at, const void *p, size_t n); /* false with errno: no room … */
bool disk_sync(int fd);
void disk_close(int fd); /* bears -1 */

bool disk_rename(const char *from, const char *to, struct err *err);
void disk_remove(const char *path); /* a file or an empty folder; does nothing where it cannot */

/* Makes a folder and those above it that are missing, for nobody else to look into. */
bool disk_make_folder(const char *path, struct err *err);

/* Takes the lock of a file, which is made where it is missing: a descriptor that holds it until it is closed. -1: with `*held`
 * another has it; without, words in err. Never waits. */
int disk_lock(const char *path, bool *held, struct err *err);

/* The path without links and dots, or NULL where nothing stands there. */
const char *disk_real(struct arena *arena, const char *path);

/* a/b */
char *disk_path(struct arena *arena, const char *folder, const char *name);

#endif
