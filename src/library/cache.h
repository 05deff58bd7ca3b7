/* Where the cache of a library lies, and what is done with one that is no good. */
#ifndef DAHUI_LIBRARY_CACHE_H
#define DAHUI_LIBRARY_CACHE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"

/* The folders of a library and the folder of its cache: $XDG_CACHE_HOME/dahui (or ~/.cache/dahui) and in it a name made of the real
 * paths of the folders, in their order. */
struct cache {
    const char *folder;
    const char *const *roots; /* real paths */
    size_t n;
};

/* False, with words in err, where there is no home to keep a cache in, or a folder is not there. */
bool cache_find(struct arena *arena, const char *const *folders, size_t n, struct cache *cache, struct err *err);

char *cache_catalogue(struct arena *arena, const struct cache *cache);
char *cache_segment(struct arena *arena, const struct cache *cache, uint64_t serial);

/* Puts the whole cache aside, as FOLDER.bad-1 (…-3; then it is thrown away), if its catalogue is still the one that `inode` names; 0: in
 * any case. */
void cache_set_aside(const struct cache *cache, uint64_t inode);

#endif
