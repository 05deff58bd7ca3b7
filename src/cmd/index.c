/* dahui index: brings the cache of a library up to date, or says how it is. */
#include <inttypes.h>
#include <stdio.h>

#include "article/json.h"
#include "cmd/cmd.h"
#include "cmd/output.h"
#include "host/disk.h"
#include "host/process.h"
#include "host/terminal.h"
#include "library/store.h"
#include "library/update.h"
#include "text/safe.h"

/* The library that the operands name, which must be folders. */
static bool find_library(struct library *library, const struct options *options, struct cache *cache, const char ***folders)
{
    const char *home = options->n_operands ? NULL : library_default(library);
    size_t n = options->n_operands ? (size_t)options->n_operands : home != NULL;
    const char **all = NEW_N(&library->arena, const char *, n + 1);
    struct err err = { "no articles came with this program; name a folder" };
    for (size_t i = 0; i < n; i++) {
        all[i] = home ? home : options->operands[i];
        if (!disk_is_folder(all[i])) {
            complain("cannot index '%s': is no folder", all[i]);
            return false;
        }
    }
    *folders = all;
    if (n && cache_find(&library->arena, all, n, cache, &err))
        return true;
    complain("%s", err.text);
    return false;
}

/* How it goes, over the line before. */
static void print_progress(const struct update_progress *progress)
{
    size_t done = atomic_load(&progress->done), total = atomic_load(&progress->total);
    double seconds = (double)(now_ms() - atomic_load(&progress->began)) / 1000, rate = seconds > 0 ? (double)done / seconds : 0;
    if (atomic_load(&progress->stage) != UPDATE_READING || total == 0)
        return;
    fprintf(stderr, "\r%zu of %zu files, %.0f a second, %.0f s left\033[K", done, total, rate, rate > 0 ? (double)(total - done) / rate : 0);
}

/* Where another process has it in hand, that is mostly over in a moment. */
static void update_now(void *context)
{
    enum { PATIENCE_MS = 1000, BEAT_MS = 50 };
    void **both = context;
    struct update_progress *progress = both[1];
    int64_t end = now_ms() + PATIENCE_MS;
    for (update_once(both[0], progress); atomic_load(&progress->stage) == UPDATE_BUSY && now_ms() < end; update_once(both[0], progress))
        sleep_ms(BEAT_MS);
}

/* Brings the cache up to date in a process of its own, or leaves that to another that does it; false after a complaint. */
static bool bring_up_to_date(const struct cache *cache)
{
    enum { LOOK_MS = 100 };
    struct update_progress *progress = shared_make(sizeof *progress);
    struct process process;
    bool shown = error_is_terminal(), ok;
    if (!process_start(&process, update_now, (void *[]){ (void *)(uintptr_t)cache, progress }))
        update_once(cache, progress);
    while (!process_wait(&process, LOOK_MS))
        if (shown)
            print_progress(progress);
    if (shown)
        fputs("\r\033[K", stderr);
    int stage = atomic_load(&progress->stage);
    ok = stage == UPDATE_DONE || stage == UPDATE_BUSY;
    if (stage == UPDATE_FAILED)
        complain("%s", progress->words);
    else if (stage == UPDATE_BUSY)
        complain("another process brings this library up to date");
    else if (!ok)
        complain("the process that did it has ended before its time");
    shared_give_back(progress, sizeof *progress);
    return ok;
}

static uint64_t size_of(const struct store *store, struct arena *arena)
{
    struct disk_file file;
    uint64_t size = 0;
    if (disk_look(cache_catalogue(arena, &store->cache), &file))
        size += file.size;
    for (size_t i = 0; i < store->catalogue.segments.n; i++)
        if (disk_look(cache_segment(arena, &store->cache, store->catalogue.segments.v[i].serial), &file))
            size += file.size;
    return size;
}

static const char *state_of(const struct store *store)
{
    if (atomic_load(&store->damaged))
        return "damaged";
    if (!store->open)
        return "none";
    if (!store->catalogue.meta.whole)
        return "unfinished";
    return store_is_fresh(store) ? "up to date" : "out of date";
}

static void print_status(struct arena *arena, const struct store *store, const struct options *options)
{
    const struct catalogue_meta *meta = &store->catalogue.meta;
    uint64_t size = store->open ? size_of(store, arena) : 0;
    struct str folder = safe_name_cstr(arena, store->cache.folder);
    if (options->json) {
        json_t *o = json_object();
        json_object_set_new(o, "state", json_string(state_of(store)));
        json_object_set_new(o, "reports", json_integer(meta->n_listed));
        json_object_set_new(o, "congresses", json_integer(meta->n_congresses));
        json_object_set_new(o, "files", json_integer(meta->n_files));
        json_object_set_new(o, "bytes", json_integer((json_int_t)meta->source_bytes));
        json_object_set_new(o, "size", json_integer((json_int_t)size));
        json_object_set_new(o, "segments", json_integer((json_int_t)store->catalogue.segments.n));
        json_object_set_new(o, "cache", str_json(folder));
        print_json(arena, o);
        return;
    }
    printf("state\t%s\nreports\t%" PRIu32 "\ncongresses\t%" PRIu32 "\nfiles\t%" PRIu32 "\nbytes\t%" PRIu64 "\nsize\t%" PRIu64 "\n", state_of(store),
           meta->n_listed, meta->n_congresses, meta->n_files, meta->source_bytes, size);
    printf("segments\t%zu\ncache\t%.*s\n", store->catalogue.segments.n, (int)folder.n, folder.p);
}

int cmd_index(const struct options *options)
{
    struct library library = { 0 };
    struct store store = { 0 };
    struct cache cache;
    struct err err;
    const char **folders;
    int status = EXIT_TROUBLE;
    if (options->secure && !options->status) {
        complain("DAHUI_SECURE is set: nothing is written outside the state folder");
        return EXIT_TROUBLE;
    }
    if (find_library(&library, options, &cache, &folders)) {
        status = options->status || bring_up_to_date(&cache) ? EXIT_DONE : EXIT_TROUBLE;
        bool open = store_open(&store, &cache, folders, &err);
        if (options->status)
            print_status(&library.arena, &store, options);
        else if (open)
            store_problems(&store, &library.arena, &library.problems);
        status = report_problems(&library) == EXIT_DONE ? status : EXIT_TROUBLE;
        store_close(&store);
    }
    library_finish(&library);
    return status;
}
