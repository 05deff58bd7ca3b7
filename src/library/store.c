/* The cache of some folders, opened for reading. */
#include "library/store.h"

#include <string.h>

#include "base/buf.h"
#include "base/map.h"
#include "find/record.h"
#include "host/disk.h"
#include "library/pack.h"

void store_reader_finish(struct store_reader *reader)
{
    window_finish(&reader->window);
    segment_reader_finish(&reader->segment);
}

static bool spoiled(struct store *store)
{
    atomic_store(&store->damaged, true);
    return false;
}

static void close_snapshot(struct store *store)
{
    for (size_t i = 0; store->open && i < store->catalogue.segments.n; i++)
        segment_close(&store->segments[i]);
    if (store->open)
        catalogue_close(&store->catalogue);
    arena_finish(&store->arena);
    store->open = false;
}

/* All segments of a catalogue; *there is false where one is not there: then a writer was faster than we. */
static bool open_segments(struct store *store, bool *there, struct err *err)
{
    struct catalogue_file *c = &store->catalogue;
    bool ok = true;
    store->segments = NEW_N(&store->arena, struct segment, c->segments.n + 1);
    for (size_t i = 0; ok && i < c->segments.n; i++) {
        char *path = cache_segment(&store->arena, &store->cache, c->segments.v[i].serial);
        ok = segment_open(&store->segments[i], path, c->meta.epoch ^ c->segments.v[i].serial, there, err);
        if (ok && store->segments[i].n != c->segments.v[i].n)
            ok = err_set(err, "'%s' is damaged", path);
        for (size_t k = 0; !ok && k < i; k++)
            segment_close(&store->segments[k]);
    }
    return ok;
}

static bool open_snapshot(struct store *store, bool *there, struct err *err)
{
    struct disk_file file = { 0 };
    char *path = cache_catalogue(&store->arena, &store->cache);
    if (!catalogue_open(&store->catalogue, &store->arena, path, there, err))
        return false;
    disk_look_at(store->catalogue.file.fd, &file);
    store->id = (struct disk_id){ file.inode, file.mtime };
    store->open = store->catalogue.roots.n == store->cache.n && open_segments(store, there, err);
    if (!store->open)
        catalogue_close(&store->catalogue);
    return store->open;
}

/* Opens what is in place; as long as that changes under our hands, again. */
static bool open_now(struct store *store, struct err *err)
{
    bool there = true;
    for (int tries = 0; tries < 5; tries++) {
        int64_t before = disk_changed(cache_catalogue(&store->arena, &store->cache));
        if (open_snapshot(store, &there, err))
            return true;
        int64_t after = disk_changed(cache_catalogue(&store->arena, &store->cache));
        arena_finish(&store->arena);
        if (before == after) {
            atomic_store(&store->damaged, before >= 0);
            return false;
        }
    }
    return false;
}

bool store_open(struct store *store, const struct cache *cache, const char *const *given, struct err *err)
{
    *store = (struct store){ .cache = *cache, .given = given };
    return open_now(store, err);
}

bool store_refresh(struct store *store)
{
    struct arena arena = { 0 };
    struct disk_file file;
    bool there = disk_look(cache_catalogue(&arena, &store->cache), &file);
    arena_finish(&arena);
    if (!there || (store->open && file.inode == store->id.inode && file.mtime == store->id.mtime))
        return false;
    struct store new = { .cache = store->cache, .given = store->given };
    if (!open_now(&new, NULL)) {
        if (atomic_load(&new.damaged))
            spoiled(store);
        return false;
    }
    close_snapshot(store);
    *store = new;
    return true;
}

void store_close(struct store *store)
{
    close_snapshot(store);
}

/* The path of a file as it is to be named. */
static const char *store_path(const struct store *store, struct arena *arena, const struct file_row *file)
{
    return disk_path(arena, store->given[file->root], file->path);
}

/* The words of a problem with the folder as it is to be named. */
static const char *words_of(const struct store *store, struct arena *arena, const struct file_row *file)
{
    const char *at = strchr(file->problem, PROBLEM_ROOT), *root = store->given[file->root];
    size_t n = strlen(root);
    struct buf out = buf_make(arena, (size_t)-1 / 4);
    if (!at)
        return file->problem;
    while (n > 0 && root[n - 1] == '/' && at[1] == '/')
        n--;
    buf_add_bytes(&out, file->problem, (size_t)(at - file->problem));
    buf_add_bytes(&out, root, n);
    buf_add_bytes(&out, at + 1, strlen(at));
    return out.p;
}

bool store_problems(struct store *store, struct arena *arena, struct problems *problems)
{
    struct catalogue c;
    if (!catalogue_problems(&store->catalogue, arena, &c))
        return spoiled(store);
    for (size_t i = 0; i < c.problems.n; i++) {
        const char *words = words_of(store, arena, &c.problems.v[i]);
        *PUSH(arena, problems) = (struct problem){ words, strncmp(words, "skipped", 7) == 0 };
    }
    return true;
}

static bool unchanged(const struct store *store, struct arena *work, const struct catalogue *c, bool files)
{
    for (size_t i = 0; i < c->folders.n; i++) {
        const struct folder_row *folder = &c->folders.v[i];
        if (disk_changed(disk_path(work, store->cache.roots[folder->root], folder->path)) != folder->mtime ||
            in_doubt(folder->mtime, c->meta.looked))
            return false;
    }
    for (size_t i = 0; files && i < c->files.n; i++) {
        const struct file_row *row = &c->files.v[i];
        struct disk_file file;
        if (!disk_look(disk_path(work, store->cache.roots[row->root], row->path), &file) || file.size != row->size ||
            file.mtime != row->mtime || in_doubt(row->mtime, row->looked))
            return false;
    }
    return true;
}

bool store_is_fresh(const struct store *store)
{
    enum { FEW = 4096 };
    struct arena work = { 0 };
    struct catalogue c;
    bool few = store->catalogue.meta.n_files <= FEW;
    bool fresh = store->catalogue.meta.whole &&
                 (few ? catalogue_read(&store->catalogue, &work, &c) : catalogue_folders(&store->catalogue, &work, &c)) &&
                 unchanged(store, &work, &c, few);
    arena_finish(&work);
    return fresh;
}

uint32_t *store_order(struct store *store, struct arena *arena, enum order_key key, bool reverse)
{
    struct window window = { 0 };
    uint32_t *numbers = NEW_N(arena, uint32_t, store->catalogue.meta.n_listed + 1);
    bool ok = catalogue_order(&store->catalogue, &window, key, reverse, numbers) || spoiled(store);
    window_finish(&window);
    return ok ? numbers : NULL;
}

uint32_t *store_numbers(struct store *store, struct arena *arena)
{
    const struct catalogue_meta *meta = &store->catalogue.meta;
    struct arena work = { 0 };
    struct window window = { 0 };
    uint32_t *rows = NEW_N(&work, uint32_t, meta->next + 1), *at = NEW_N(&work, uint32_t, meta->n_files + 1), sum = 0;
    uint32_t *numbers = NEW_N(arena, uint32_t, meta->n_listed + 1);
    bool ok = catalogue_all_rows(&store->catalogue, &window, rows) || spoiled(store);
    for (uint32_t i = 0; ok && i < meta->next; i++)
        if (rows[i] != NO_ROW)
            at[rows[i]]++;
    for (uint32_t i = 0, n; ok && i < meta->n_files; i++, sum += n) {
        n = at[i];
        at[i] = sum;
    }
    for (uint32_t i = 0; ok && sum == meta->n_listed && i < meta->next; i++)
        if (rows[i] != NO_ROW)
            numbers[at[rows[i]]++] = i;
    window_finish(&window);
    arena_finish(&work);
    return ok && sum == meta->n_listed ? numbers : NULL;
}

size_t store_segment(const struct store *store, uint32_t number)
{
    size_t from = 0, to = store->catalogue.segments.n;
    while (to - from > 1) {
        size_t middle = from + (to - from) / 2;
        *(store->catalogue.segments.v[middle].first <= number ? &from : &to) = middle;
    }
    return from;
}

/* The row of the file of a report; false where there is none any more. */
static bool row_of(struct store *store, struct store_reader *reader, uint32_t number, uint32_t *row)
{
    if (!store->open || number >= store->catalogue.meta.next)
        return false;
    if (!catalogue_row_of(&store->catalogue, &reader->window, number, row))
        return spoiled(store);
    return *row != NO_ROW;
}

static bool store_file(struct store *store, struct store_reader *reader, struct arena *arena, uint32_t number, struct file_row *file)
{
    uint32_t row;
    return row_of(store, reader, number, &row) && (catalogue_row(&store->catalogue, &reader->window, arena, row, file) || spoiled(store));
}

bool store_entry(struct store *store, struct store_reader *reader, struct arena *arena, uint32_t number, struct entry *entry)
{
    struct file_row file;
    struct bytes packed;
    if (!store_file(store, reader, arena, number, &file))
        return false;
    size_t s = store_segment(store, number);
    if (!segment_entry(&store->segments[s], &reader->segment, number - store->catalogue.segments.v[s].first, &packed))
        return spoiled(store);
    struct str kept = arena_str(arena, (struct str){ (const char *)packed.p, packed.n });
    if (!entry_unpack((struct bytes){ (const unsigned char *)kept.p, kept.n }, entry))
        return spoiled(store);
    entry->number = number;
    entry->file = store_path(store, arena, &file);
    return true;
}

bool store_mentions(struct store *store, struct store_reader *reader, struct arena *arena, uint32_t number, struct mentions *mentions)
{
    struct bytes packed;
    uint32_t row;
    if (!row_of(store, reader, number, &row))
        return false;
    size_t s = store_segment(store, number);
    return (segment_mentions(&store->segments[s], &reader->segment, number - store->catalogue.segments.v[s].first, &packed) &&
            mentions_unpack(arena, packed, mentions)) ||
           spoiled(store);
}

/* The first of a set that belongs to a file. */
static bool first_there(struct store *store, struct store_reader *reader, size_t s, const struct set *set, uint32_t *number)
{
    for (uint32_t i = 0; i < store->segments[s].n; i++) {
        uint32_t row;
        if (!set_has(set, i))
            continue;
        *number = store->catalogue.segments.v[s].first + i;
        if (!catalogue_row_of(&store->catalogue, &reader->window, *number, &row))
            return spoiled(store);
        if (row != NO_ROW)
            return true;
    }
    return false;
}

bool store_by_id(struct store *store, struct store_reader *reader, const char *id, uint32_t *number)
{
    for (size_t s = 0; store->open && s < store->catalogue.segments.n; s++) {
        struct set set = { { 0 } };
        if (!segment_by_id(&store->segments[s], &reader->segment, id_number(id), &set))
            return spoiled(store);
        if (first_there(store, reader, s, &set, number))
            return true;
    }
    return false;
}

bool store_words(struct store *store, struct arena *arena, size_t most, struct word_list *words)
{
    struct map numbers = { .arena = arena };
    for (size_t s = 0; s < store->catalogue.segments.n; s++) {
        struct word_list some = { 0 };
        bool found;
        if (!segment_words(&store->segments[s], arena, &some))
            return spoiled(store);
        for (size_t i = 0; i < some.n; i++) {
            size_t number = *map_put(&numbers, some.v[i].text, words->n, &found);
            if (found)
                words->v[number].weight += some.v[i].weight;
            else
                *PUSH(arena, words) = some.v[i];
        }
    }
    words_cut(words, most);
    return true;
}

/* The pairs of a run of units. */
static uint32_t *pairs_of(struct arena *arena, struct units run, size_t *n)
{
    uint32_t *pairs = NEW_N(arena, uint32_t, run.n + 1);
    for (*n = 0; *n + 1 < run.n; (*n)++)
        pairs[*n] = (uint32_t)unit_at(run, *n) << 16 | unit_at(run, *n + 1);
    return pairs;
}

/* Which reports of a segment belong to a file still. */
static bool living(struct store *store, struct store_reader *reader, size_t s, struct set *set)
{
    uint32_t rows[256];
    const struct segment_row *segment = &store->catalogue.segments.v[s];
    *set = set_all(segment->n);
    for (uint32_t from = 0, n; from < segment->n; from += n) {
        n = segment->n - from < 256 ? segment->n - from : 256;
        if (!catalogue_rows_of(&store->catalogue, &reader->window, segment->first + from, n, rows))
            return spoiled(store);
        for (uint32_t i = 0; i < n; i++)
            if (rows[i] == NO_ROW)
                set_remove(set, from + i);
    }
    return true;
}

/* Takes out of a count what is in reports that belong to no file any more. Their text may be gone already, but then it is not in the count. */
static bool take_out(struct store *store, struct store_reader *reader, size_t s, size_t i, const struct query *query, struct arena *work,
                     struct phrase_count *count)
{
    struct bytes bytes;
    struct record record;
    if (!segment_record(&store->segments[s], &reader->segment, i, false, &bytes) || (bytes.n && !record_read(bytes, &record)))
        return spoiled(store);
    struct answer answer = bytes.n ? query_count(query, &record, work) : (struct answer){ 0 };
    count->reports -= answer.yes;
    count->matches -= answer.matches;
    arena_reset(work);
    return true;
}

bool store_count(struct store *store, struct store_reader *reader, size_t s, const struct query *query, struct phrase_count *count)
{
    enum { SHARE = 32 }; /* of more that are gone reading is faster */
    const struct segment *segment = &store->segments[s];
    struct units run;
    struct set there;
    struct arena work = { 0 };
    bool known = false, ok = query_is_run(query, &run);
    if (ok && !segment_phrase(segment, &reader->segment, run, &known, count))
        ok = spoiled(store);
    ok = ok && known && living(store, reader, s, &there) && set_count(&there) >= segment->n - segment->n / SHARE;
    for (size_t i = 0; ok && i < segment->n; i++)
        if (!set_has(&there, i))
            ok = take_out(store, reader, s, i, query, &work, count);
    arena_finish(&work);
    return ok;
}

/* Takes out of the set what belongs to no file any more. */
static bool keep_living(struct store *store, struct store_reader *reader, size_t s, struct set *set)
{
    struct set there;
    bool ok = living(store, reader, s, &there);
    set_keep(set, &there);
    return ok;
}

/* A word in letters, and where the first character of a pair leads. */
struct beginning {
    const struct spelling *spelling;
    uint16_t first;
    uint64_t behind;
};

static struct beginning begin_with(const struct spelling *spelling, uint16_t first)
{
    return (struct beginning){ spelling, first, spelling_step(spelling, SPELLING_START, first) };
}

static bool can_begin(void *context, uint32_t pair)
{
    struct beginning *beginning = context;
    if (beginning->first != pair >> 16) /* the pairs are in order */
        *beginning = begin_with(beginning->spelling, (uint16_t)(pair >> 16));
    return beginning->behind && spelling_step(beginning->spelling, beginning->behind, (uint16_t)pair);
}

/* Keeps of the set the reports that hold what a need asks for. */
static bool keep_needed(struct store *store, struct store_reader *reader, size_t s, const struct need *need, struct set *set)
{
    struct arena work = { 0 };
    struct set any = { { 0 } };
    bool ok = true;
    for (size_t i = 0; ok && i < need->n; i++) {
        struct set holding = *set;
        size_t n;
        uint32_t *pairs = pairs_of(&work, need->runs[i], &n);
        ok = segment_holding(&store->segments[s], &reader->segment, pairs, n, &holding);
        set_join(&any, &holding);
    }
    for (size_t i = 0; ok && i < need->n_letters; i++) {
        struct beginning beginning = begin_with(need->letters[i], 0);
        ok = segment_holding_any(&store->segments[s], &reader->segment, can_begin, &beginning, &any);
    }
    set_keep(set, &any);
    arena_finish(&work);
    return ok || spoiled(store);
}

bool store_candidates(struct store *store, struct store_reader *reader, size_t s, const struct needs *needs, bool letters, struct set *set)
{
    bool ok = true;
    *set = set_all(store->segments[s].n);
    for (size_t i = 0; ok && i < needs->n; i++)
        if (letters || !needs->v[i].n_letters)
            ok = keep_needed(store, reader, s, &needs->v[i], set);
    return ok && (set_count(set) == 0 || keep_living(store, reader, s, set));
}

bool store_unlikely(struct store *store, struct store_reader *reader, size_t s, const struct needs *needs, struct set *set)
{
    bool ok = true;
    for (size_t i = 0; ok && i < needs->n_barred; i++) {
        struct set barred = *set;
        ok = keep_needed(store, reader, s, &needs->barred[i], &barred);
        set_drop(set, &barred);
    }
    return ok;
}

bool store_record(struct store *store, struct store_reader *reader, size_t s, size_t i, bool next, struct record *record)
{
    struct bytes bytes;
    return (segment_record(&store->segments[s], &reader->segment, i, next, &bytes) && record_read(bytes, record)) || spoiled(store);
}
