/* Finding the files below a path. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/map.h"
#include "host/disk.h"
#include "host/file.h"

enum { DEEPEST = 64 };

/* A walk under way: folders that were visited, by device and inode, so that a circle of links ends. */
struct walker {
    struct arena *arena;
    struct walk *walk;
    struct map visited;
};

static void problem(struct walker *w, bool skipped, const char *what, const char *path, const char *why)
{
    size_t n = strlen(what) + strlen(path) + strlen(why) + sizeof " '': ";
    char *message = arena_alloc(w->arena, n, 1);
    snprintf(message, n, "%s '%s': %s", what, path, why);
    *PUSH(w->arena, &w->walk->problems) = (struct walk_problem){ message, skipped };
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The names in a folder, sorted; those that begin with a dot left out. */
static bool names_in(struct walker *w, DIR *dir, const char *folder, const char ***names, size_t *n)
{
    ARRAY(const char *) all = { 0 };
    errno = 0;
    for (struct dirent *entry; (entry = readdir(dir)); errno = 0)
        if (entry->d_name[0] != '.')
            *PUSH(w->arena, &all) = arena_str(w->arena, str_of(entry->d_name)).p;
    bool read = errno == 0;
    if (!read)
        problem(w, false, "cannot read folder", folder, strerror(errno));
    if (all.n)
        qsort(all.v, all.n, sizeof *all.v, by_name);
    *names = all.v;
    *n = all.n;
    return read || all.n;
}

/* Was this folder not visited before? Notes that it is now. */
static bool first_visit(struct walker *w, const struct stat *st)
{
    char key[64];
    int n = snprintf(key, sizeof key, "%llx:%llx", (unsigned long long)st->st_dev, (unsigned long long)st->st_ino);
    bool found;
    map_put(&w->visited, arena_str(w->arena, (struct str){ key, (size_t)n }), 0, &found);
    return !found;
}

static void walk_folder(struct walker *w, int parent, const char *name, const struct walk_file *folder, int depth);

/* Something in a folder: a file, a folder, or what is neither. `name` is how it is called in `parent`, `path` from where we started. */
static void walk_entry(struct walker *w, int parent, const char *name, const char *path, int depth)
{
    struct stat st;
    if (fstatat(parent, name, &st, 0) != 0) {
        bool circle = errno == ELOOP;
        problem(w, circle, circle ? "skipped" : "cannot open", path, circle ? "links that lead round in a circle" : strerror(errno));
    } else if (S_ISREG(st.st_mode)) {
        *PUSH(w->arena, &w->walk->files) = (struct walk_file){ path, (uint64_t)st.st_size, disk_mtime(&st) };
    } else if (!S_ISDIR(st.st_mode)) {
        problem(w, true, "skipped", path, "a pipe, a socket or a device");
    } else if (depth >= DEEPEST) {
        problem(w, false, "cannot open folder", path, "more than 64 folders deep");
    } else if (!first_visit(w, &st)) {
        problem(w, true, "skipped", path, "a folder that was visited already by another name");
    } else {
        walk_folder(w, parent, name, &(struct walk_file){ .path = path, .mtime = disk_mtime(&st) }, depth + 1);
    }
}

/* Each thing in a folder is looked at from the folder, so that a long path costs nothing. */
static void walk_folder(struct walker *w, int parent, const char *name, const struct walk_file *folder, int depth)
{
    int fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NONBLOCK | O_CLOEXEC);
    DIR *dir = fd < 0 ? NULL : fdopendir(fd);
    if (!dir) {
        problem(w, false, "cannot open folder", folder->path, strerror(errno));
        if (fd >= 0)
            close(fd);
        return;
    }
    const char **names;
    size_t n;
    *PUSH(w->arena, &w->walk->folders) = *folder;
    if (names_in(w, dir, folder->path, &names, &n))
        for (size_t i = 0; i < n; i++)
            walk_entry(w, fd, names[i], disk_path(w->arena, folder->path, names[i]), depth);
    closedir(dir);
}

void walk_path(struct arena *arena, const char *path, struct walk *walk)
{
    struct walker w = { arena, walk, { .arena = arena } };
    struct stat st;
    if (stat(path, &st) == 0 && S_ISDIR(st.st_mode)) {
        first_visit(&w, &st);
        walk_folder(&w, AT_FDCWD, path, &(struct walk_file){ .path = path, .mtime = disk_mtime(&st) }, 0);
    } else {
        *PUSH(arena, &walk->files) = (struct walk_file){ .path = path };
    }
}
