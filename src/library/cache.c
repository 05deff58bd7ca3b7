/* Where the cache of a library lies, and what is done with one that is no good. */
#include "library/cache.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/map.h"
#include "host/disk.h"
#include "host/file.h"

/* The folder of all caches, or NULL. A relative path means nothing there (XDG Base Directory Specification). */
static const char *home(struct arena *arena)
{
    const char *named = getenv("XDG_CACHE_HOME"), *user = getenv("HOME");
    if (named && *named == '/')
        return disk_path(arena, named, "dahui");
    return user && *user == '/' ? disk_path(arena, user, ".cache/dahui") : NULL;
}

bool cache_find(struct arena *arena, const char *const *folders, size_t n, struct cache *cache, struct err *err)
{
    const char *all = home(arena), **roots = NEW_N(arena, const char *, n);
    char name[17];
    uint64_t hash = HASH_START;
    if (!all)
        return err_set(err, "no folder for a cache: neither XDG_CACHE_HOME nor HOME is set");
    for (size_t i = 0; i < n; i++) {
        if (!(roots[i] = disk_real(arena, folders[i])))
            return err_set(err, "cannot open folder '%s'", folders[i]);
        hash = hash_str(hash, (struct str){ roots[i], strlen(roots[i]) + 1 });
    }
    snprintf(name, sizeof name, "%016" PRIx64, hash);
    *cache = (struct cache){ disk_path(arena, all, name), roots, n };
    return true;
}

char *cache_catalogue(struct arena *arena, const struct cache *cache)
{
    return disk_path(arena, cache->folder, "catalogue");
}

char *cache_segment(struct arena *arena, const struct cache *cache, uint64_t serial)
{
    char name[32];
    snprintf(name, sizeof name, "segment-%" PRIx64, serial);
    return disk_path(arena, cache->folder, name);
}

/* The files of a folder and the folder. */
static void throw_away(struct arena *arena, const char *folder)
{
    struct walk walk = { 0 };
    walk_path(arena, folder, &walk);
    for (size_t i = 0; i < walk.files.n; i++)
        disk_remove(walk.files.v[i].path);
    disk_remove(folder);
}

void cache_set_aside(const struct cache *cache, uint64_t inode)
{
    enum { KEPT = 3 };
    struct arena arena = { 0 };
    struct disk_file catalogue;
    if (!inode || (disk_look(cache_catalogue(&arena, cache), &catalogue) && catalogue.inode == inode)) {
        bool done = false;
        for (int i = 1; i <= KEPT && !done; i++) {
            struct buf name = buf_make(&arena, 1 << 20);
            buf_add_format(&name, "%s.bad-%d", cache->folder, i);
            buf_add_bytes(&name, "", 1);
            done = !file_exists(buf_str(&name).p) && disk_rename(cache->folder, buf_str(&name).p, NULL);
        }
        if (!done)
            throw_away(&arena, cache->folder);
    }
    arena_finish(&arena);
}
