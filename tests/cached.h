/* The cache of a folder for tests that stand in a folder of their own: it lies there too. Include it behind folder.h. */
#ifndef DAHUI_TESTS_CACHED_H
#define DAHUI_TESTS_CACHED_H

#include "host/process.h"
#include "library/update.h"

static inline void update_here(void *cache)
{
    update_once(cache, shared_make(sizeof(struct update_progress)));
}

/* Brings a cache up to date, in a process of its own. */
static inline void update_cache(struct cache *cache)
{
    struct process process;
    assert_true(process_start(&process, update_here, cache));
    assert_true(process_wait(&process, -1));
}

/* Lets caches lie where the test stands. */
static inline void set_cache_home(void)
{
    char home[sizeof folder + 8];
    snprintf(home, sizeof home, "%s/home", folder);
    setenv("XDG_CACHE_HOME", home, 1);
}

/* Makes the cache of a folder whose files were just written. */
static inline void make_cache(const char *path)
{
    enum { TICK_MS = 25 }; /* of the clock of files, which is coarse */
    struct arena arena = { 0 };
    struct cache cache;
    struct err err;
    set_cache_home();
    sleep_ms(TICK_MS);
    assert_true(cache_find(&arena, &path, 1, &cache, &err));
    update_cache(&cache);
    arena_finish(&arena);
}

#endif
