/* Folders through their cache, and the same questions to reports in memory. */
#include <stdlib.h>
#include <string.h>

#include "clean/clean.h"
#include "find/record.h"
#include "host/disk.h"
#include "host/file.h"
#include "host/process.h"
#include "host/workers.h"
#include "library/intake.h"
#include "library/library.h"
#include "library/ordering.h"
#include "library/store.h"
#include "library/update.h"

/* What a library has beside reports in memory. Its numbers are those of the cache and `base` more, which grows when the cache is made
 * anew: so no number is ever given twice. */
struct library_folders {
    const char *const *paths; /* as they were given */
    size_t n;
    struct cache cache;
    struct store store;
    struct store_reader reader; /* of the thread that opened it */
    uint32_t base;
    struct process process; /* that keeps the cache; none with LIBRARY_LOOK */
    struct update_progress *progress; /* of it, or NULL with LIBRARY_LOOK */
    bool kept; /* it was started */
};

static void add_problem(struct library *library, const char *words)
{
    *PUSH(&library->arena, &library->problems) = (struct problem){ arena_str(&library->arena, str_of(words)).p, true };
}

static void close_store(struct library_folders *f)
{
    store_reader_finish(&f->reader);
    store_close(&f->store);
}

static void close_without(struct library *library)
{
    close_store(library->folders);
    process_stop(&library->folders->process);
    library->folders = NULL;
}

/* Reads everything into memory instead. */
static void do_without(struct library *library, const char *encoding)
{
    const struct library_folders *f = library->folders;
    close_without(library);
    for (size_t i = 0; i < f->n; i++)
        library_add(library, f->paths[i], encoding);
}

/* A cache that is no good is put away; who keeps it makes another. */
static void set_aside(struct library *library)
{
    struct library_folders *f = library->folders;
    add_problem(library, "the cache was damaged; it has been set aside and is made again");
    cache_set_aside(&f->cache, f->store.id.inode);
    f->base += f->store.open ? f->store.catalogue.meta.next : 0;
    close_store(f);
    f->store = (struct store){ .cache = f->cache, .given = f->paths };
    if (f->progress)
        atomic_store(&f->progress->wanted, 1);
}

static void keep(void *context)
{
    struct library_folders *f = context;
    update_on_and_on(&f->cache, f->progress);
}

static bool start_keeping(struct library_folders *f)
{
    f->kept = true;
    return process_start(&f->process, keep, f);
}

void library_keep(struct library *library)
{
    struct library_folders *f = library->folders;
    if (f && f->progress && !f->kept)
        start_keeping(f);
}

/* Waits a moment for something to show. False: there will be nothing. */
static bool wait_for_first(struct library_folders *f)
{
    enum { PATIENCE_MS = 300, BEAT_MS = 2 };
    int stage = UPDATE_WALKING;
    for (int64_t end = now_ms() + PATIENCE_MS; !f->store.open && now_ms() < end && stage != UPDATE_FAILED; sleep_ms(BEAT_MS)) {
        store_refresh(&f->store);
        stage = atomic_load(&f->progress->stage);
        if (f->store.open)
            return true;
    }
    return stage != UPDATE_FAILED;
}

static void open_kept(struct library *library, bool damaged)
{
    struct library_folders *f = library->folders;
    f->progress = shared_make(sizeof *f->progress);
    if (damaged)
        set_aside(library);
    if (!f->store.open && (!start_keeping(f) || !wait_for_first(f))) {
        if (f->progress->words[0])
            add_problem(library, f->progress->words);
        do_without(library, NULL);
    }
}

static bool are_folders(const char *const *paths, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!disk_is_folder(paths[i]))
            return false;
    return n > 0;
}

/* Bringing a cache up to date before it is used. */
struct renewal {
    const struct cache *cache;
    struct update_progress *progress;
};

static void update_now(void *context)
{
    const struct renewal *renewal = context;
    update_once(renewal->cache, renewal->progress);
}

/* How far that came. With many files to be read it is given up: somebody waits for an answer. */
static int renew_once(struct renewal *renewal)
{
    enum { MANY = 2000, BEAT_MS = 2 };
    struct process process;
    atomic_store(&renewal->progress->stage, UPDATE_WALKING);
    if (!process_start(&process, update_now, renewal))
        return UPDATE_FAILED;
    while (!process_wait(&process, BEAT_MS))
        if (atomic_load(&renewal->progress->total) > MANY)
            process_stop(&process);
    return atomic_load(&renewal->progress->stage);
}

/* The same, and the store is as new; where another process is at it, that is waited for, but not long. */
static bool renew(struct library_folders *f)
{
    enum { PATIENCE_MS = 800, BEAT_MS = 50 };
    struct renewal renewal = { &f->cache, shared_make(sizeof *renewal.progress) };
    int stage = renew_once(&renewal);
    for (int64_t end = now_ms() + PATIENCE_MS; stage == UPDATE_BUSY && now_ms() < end; stage = renew_once(&renewal))
        sleep_ms(BEAT_MS);
    shared_give_back(renewal.progress, sizeof *renewal.progress);
    store_refresh(&f->store);
    return stage == UPDATE_DONE && f->store.open && f->store.catalogue.meta.whole;
}

/* Is the cache that was opened to be used? Where not, it is said why. */
static bool is_of_use(struct library *library, bool open, bool renewed)
{
    struct library_folders *f = library->folders;
    struct err err;
    if (open && (store_is_fresh(&f->store) || (renewed && renew(f))))
        return true;
    if (open)
        err_set(&err, "the cache is not up to date, so all files are read; 'dahui index' sees to it");
    else if (atomic_load(&f->store.damaged))
        err_set(&err, "the cache is damaged or of another version, so all files are read; 'dahui index' sees to it");
    if (open || atomic_load(&f->store.damaged))
        add_problem(library, err.text);
    return false;
}

void library_open(struct library *library, const char *const *paths, size_t n, const char *encoding, enum library_use use)
{
    struct err err = { "" };
    struct library_folders *f = NEW(&library->arena, struct library_folders);
    bool renewed = use & LIBRARY_RENEW;
    use &= (enum library_use)~LIBRARY_RENEW;
    *f = (struct library_folders){ .paths = paths, .n = n };
    library->folders = f;
    bool cached = !encoding && are_folders(paths, n) && cache_find(&library->arena, paths, n, &f->cache, &err);
    if (use == LIBRARY_KEEP && err.text[0])
        add_problem(library, err.text);
    bool open = cached && store_open(&f->store, &f->cache, paths, &err);
    if (cached && use == LIBRARY_KEEP)
        open_kept(library, atomic_load(&f->store.damaged));
    else if (is_of_use(library, open, renewed))
        ; /* as it is */
    else if (use == LIBRARY_PASS)
        close_without(library);
    else
        do_without(library, encoding);
    if (library->folders && f->store.open)
        store_problems(&f->store, &library->arena, &library->problems);
    if (library->folders && f->store.open && f->store.catalogue.meta.whole && library_count(library) == 0) {
        err_set(&err, "no article in '%s'", paths[0]);
        *PUSH(&library->arena, &library->problems) = (struct problem){ arena_str(&library->arena, str_of(err.text)).p, false };
    }
}

bool library_has_cache(const struct library *library)
{
    return library->folders != NULL;
}

bool library_is_damaged(const struct library *library)
{
    return library->folders && atomic_load(&library->folders->store.damaged);
}

enum library_news library_refresh(struct library *library)
{
    struct library_folders *f = library->folders;
    if (!f)
        return LIBRARY_SAME;
    uint64_t epoch = f->store.open ? f->store.catalogue.meta.epoch : 0;
    uint32_t next = f->store.open ? f->store.catalogue.meta.next : 0;
    if (atomic_load(&f->store.damaged)) {
        set_aside(library);
        if (process_wait(&f->process, 0)) /* nobody makes another */
            do_without(library, NULL);
        return LIBRARY_CHANGED;
    }
    if (f->progress && atomic_load(&f->progress->stage) == UPDATE_FAILED && !(f->store.open && f->store.catalogue.meta.whole)) {
        add_problem(library, f->progress->words);
        do_without(library, NULL);
        return LIBRARY_CHANGED;
    }
    store_reader_finish(&f->reader);
    if (!store_refresh(&f->store))
        return atomic_load(&f->store.damaged) ? library_refresh(library) : LIBRARY_SAME;
    f->base += epoch && epoch != f->store.catalogue.meta.epoch ? next : 0;
    return LIBRARY_CHANGED;
}

struct library_progress library_progress(const struct library *library)
{
    const struct library_folders *f = library->folders;
    struct library_progress progress = { 0, 0, 0 };
    if (!f || !f->process.id || atomic_load(&f->progress->stage) != UPDATE_READING)
        return progress;
    int64_t ms = now_ms() - atomic_load(&f->progress->began);
    progress.done = atomic_load(&f->progress->done);
    progress.total = atomic_load(&f->progress->total);
    progress.rate = ms > 0 ? (double)progress.done * 1000 / (double)ms : 0;
    return progress;
}

/* Ends what works beside us and closes the cache. */
static void close_folders(struct library_folders *f)
{
    if (!f)
        return;
    process_stop(&f->process);
    close_store(f);
    shared_give_back(f->progress, sizeof *f->progress);
}

void library_finish(struct library *library)
{
    close_folders(library->folders);
    for (size_t i = 0; i < library->shelves.n; i++)
        arena_finish(&library->shelves.v[i]);
    arena_finish(&library->arena);
    *library = (struct library){ 0 };
}

/* --- the catalogue --- */

static struct store *store_of(const struct library *library)
{
    return library->folders && library->folders->store.open ? &library->folders->store : NULL;
}

size_t library_count(const struct library *library)
{
    const struct store *store = store_of(library);
    return store ? store->catalogue.meta.n_listed : library->articles.n;
}

/* Orders of reports in memory. */
static const uint32_t *order_in_memory(const struct library *library, struct arena *arena, enum order_key key, bool reverse)
{
    size_t n = library->articles.n;
    struct arena work = { 0 };
    struct ordering_row *rows = NEW_N(&work, struct ordering_row, n + 1);
    uint32_t *orders[2] = { NEW_N(arena, uint32_t, n + 1), NEW_N(arena, uint32_t, n + 1) };
    for (uint32_t i = 0; i < n; i++) {
        struct entry entry = entry_of(library->articles.v[i], i);
        rows[i] = ordering_row_of(&work, &entry);
    }
    struct ordering ordering = ordering_prepare(&work, rows, n);
    ordering_make(&ordering, key, orders[0], orders[1]);
    arena_finish(&work);
    return orders[reverse];
}

/* Numbers of the cache as numbers of the library. Where they could not be read the next refresh sees to it; till then nothing is there. */
static const uint32_t *above_base(struct library *library, struct arena *arena, uint32_t *numbers)
{
    size_t n = library_count(library);
    if (!numbers) {
        numbers = NEW_N(arena, uint32_t, n + 1);
        memset(numbers, 0xFF, n * sizeof *numbers);
        return numbers;
    }
    for (size_t i = 0; library->folders->base && i < n; i++)
        numbers[i] += library->folders->base;
    return numbers;
}

const uint32_t *library_order(struct library *library, struct arena *arena, enum order_key key, bool reverse)
{
    struct store *store = store_of(library);
    if (!store)
        return order_in_memory(library, arena, key, reverse);
    return above_base(library, arena, store_order(store, arena, key, reverse));
}

const uint32_t *library_numbers(struct library *library, struct arena *arena)
{
    struct store *store = store_of(library);
    if (store)
        return above_base(library, arena, store_numbers(store, arena));
    uint32_t *numbers = NEW_N(arena, uint32_t, library->articles.n + 1);
    for (uint32_t i = 0; i < library->articles.n; i++)
        numbers[i] = i;
    return numbers;
}

bool library_entry(struct library *library, struct arena *arena, uint32_t number, struct entry *entry)
{
    struct store *store = store_of(library);
    *entry = (struct entry){ .number = number };
    if (!library->folders && number < library->articles.n) {
        *entry = entry_of(library->articles.v[number], number);
        return true;
    }
    uint32_t base = library->folders ? library->folders->base : 0;
    bool there = store && number >= base && store_entry(store, &library->folders->reader, arena, number - base, entry);
    if (!there)
        *entry = (struct entry){ 0 };
    entry->number = number;
    return there;
}

bool library_by_id(struct library *library, const char *id, uint32_t *number)
{
    struct store *store = store_of(library);
    for (*number = 0; !library->folders && *number < library->articles.n; ++*number)
        if (strcmp(library->articles.v[*number]->id, id) == 0)
            return true;
    bool there = store && store_by_id(store, &library->folders->reader, id, number);
    *number += there ? library->folders->base : 0;
    return there;
}

static void count_word(struct arena *arena, struct map *numbers, struct word_list *words, struct str text)
{
    bool found;
    size_t number = *map_put(numbers, text, words->n, &found);
    if (found)
        words->v[number].weight++;
    else
        *PUSH(arena, words) = (struct dictionary_word){ text, 1 };
}

void library_words(struct library *library, struct arena *arena, size_t most, struct word_list *words)
{
    struct store *store = store_of(library);
    struct map numbers = { .arena = arena };
    if (store) {
        store_words(store, arena, most, words);
        return;
    }
    for (size_t i = 0; i < library->articles.n; i++) {
        struct report_words own = { 0 };
        struct mentions mentions = mentions_of(arena, library->articles.v[i]);
        report_words(arena, library->articles.v[i]->congress, &mentions, &own);
        for (size_t k = 0; k < own.n; k++)
            count_word(arena, &numbers, words, own.v[k]);
    }
    words_cut(words, most);
}

const struct article *library_article_of(struct arena *arena, const struct entry *entry, struct err *err)
{
    struct bytes source;
    struct reports reports = { 0 };
    if (!file_read(arena, entry->file, &source, err) || !clean(arena, source, NULL, &reports, err))
        return NULL;
    for (size_t i = 0; i < reports.n; i++) {
        reports.v[i].file = entry->file;
        reports.v[i].part = i + 1;
        reports.v[i].parts = reports.n;
        if (i + 1 == entry->part && strcmp(reports.v[i].id, entry->id) == 0)
            return &reports.v[i];
    }
    err_set(err, "'%s' has changed since it was read", entry->file);
    return NULL;
}

const struct article *library_article(struct library *library, struct arena *arena, uint32_t number, struct err *err)
{
    struct entry entry;
    if (!library->folders && number < library->articles.n) {
        library_complete(library, library->articles.v[number]);
        return library->articles.v[number];
    }
    if (library_entry(library, arena, number, &entry))
        return library_article_of(arena, &entry, err);
    err_set(err, "this report is not there any more");
    return NULL;
}

static bool is_cancelled(const atomic_bool *cancel)
{
    return cancel && atomic_load(cancel);
}

static bool mentions_in(struct library *library, struct store_reader *reader, struct arena *arena, uint32_t number, struct mentions *mentions)
{
    struct store *store = store_of(library);
    if (library->folders)
        return store && number >= library->folders->base && store_mentions(store, reader, arena, number - library->folders->base, mentions);
    if (number >= library->articles.n)
        return false;
    library_complete(library, library->articles.v[number]);
    *mentions = mentions_of(arena, library->articles.v[number]);
    return true;
}

size_t library_mentions(struct library *library, const uint32_t *numbers, size_t n, void (*take)(void *context, const struct mentions *mentions),
                        void *context, const atomic_bool *cancel)
{
    struct store_reader reader = { .window = { 0 } };
    struct arena work = { 0 };
    struct mentions mentions;
    size_t i = 0;
    for (; i < n && !is_cancelled(cancel); i++) {
        if (mentions_in(library, &reader, &work, numbers[i], &mentions))
            take(context, &mentions);
        arena_reset(&work);
    }
    arena_finish(&work);
    store_reader_finish(&reader);
    return i;
}

/* --- questions --- */

/* A question to all, in pieces: segments of the cache, or runs of reports in memory. */
struct asking {
    struct library *library;
    const struct query *query;
    const atomic_bool *cancel;
    struct needs needs;
    struct findings *pieces; /* of each its answers; NULL: they are only counted */
    bool hasty; /* what most likely does not answer is passed over */
    const struct watch *watch;
    atomic_flag watching;
    struct asker {
        struct store_reader reader;
        struct arena scratch, kept;
        struct tally tally;
        size_t gave_up;
    } askers[WORKERS_MOST];
};

static struct answer ask_record(struct asking *asking, struct asker *asker, size_t segment, size_t i, bool next)
{
    struct record record;
    struct answer answer = { 0 };
    if (store_record(store_of(asking->library), &asker->reader, segment, i, next, &record))
        answer = query_count(asking->query, &record, &asker->scratch);
    asker->gave_up += answer.gave_up;
    arena_reset(&asker->scratch);
    return answer;
}

static struct answer ask_article(struct asking *asking, struct asker *asker, uint32_t i)
{
    const struct article *article = asking->library->articles.v[i];
    library_complete(asking->library, article);
    struct twin twin = twin_make(&asker->scratch, article);
    struct answer answer = query_count(asking->query, &twin.record, &asker->scratch);
    asker->gave_up += answer.gave_up;
    arena_reset(&asker->scratch);
    return answer;
}

static void keep_answer(struct asking *asking, struct asker *asker, size_t piece, struct found found)
{
    asker->tally.reports += found.answer.yes;
    asker->tally.matches += found.answer.yes ? found.answer.matches : 0;
    if (found.answer.yes && asking->pieces)
        *PUSH(&asker->kept, &asking->pieces[piece]) = found;
    if (found.answer.yes && asking->watch && !atomic_flag_test_and_set(&asking->watching)) {
        asking->watch->hear(asking->watch->context, &found);
        atomic_flag_clear(&asking->watching);
    }
}

/* Where a number is all that is wanted of a segment, and it is known. */
static bool count_at_once(struct asking *asking, struct asker *asker, size_t segment)
{
    struct phrase_count count;
    if (!store_count(store_of(asking->library), &asker->reader, segment, asking->query, &count))
        return false;
    asker->tally.reports += count.reports;
    asker->tally.matches += count.matches;
    return true;
}

enum { PIECE = 256, FEW = 8 }; /* reports in memory; a share */

static void ask_piece(void *context, size_t worker, size_t piece)
{
    struct asking *asking = context;
    struct asker *asker = &asking->askers[worker];
    struct store *store = store_of(asking->library);
    struct set set;
    if (is_cancelled(asking->cancel) || (store && atomic_load(&store->damaged)))
        return;
    if (store && !asking->pieces && count_at_once(asking, asker, piece))
        return;
    if (store && !store_candidates(store, &asker->reader, piece, &asking->needs, true, &set))
        return;
    bool dense = store && set_count(&set) > store->segments[piece].n / FEW; /* cheaper to read all than here and there */
    size_t first = store ? 0 : piece * PIECE, end = store ? store->segments[piece].n : first + PIECE;
    for (size_t i = first; i < end && (store || i < asking->library->articles.n) && !is_cancelled(asking->cancel); i++) {
        if (store && !set_has(&set, i))
            continue;
        struct answer answer = store ? ask_record(asking, asker, piece, i, dense) : ask_article(asking, asker, (uint32_t)i);
        uint32_t number = (uint32_t)i + (store ? store->catalogue.segments.v[piece].first + asking->library->folders->base : 0);
        keep_answer(asking, asker, piece, (struct found){ number, answer });
    }
}

static void start_asking(struct asking *asking, struct arena *arena)
{
    asking->needs = query_needs(arena, asking->query);
}

static struct tally end_asking(struct asking *asking)
{
    struct tally tally = { 0 };
    asking->library->gave_up = 0;
    for (size_t i = 0; i < WORKERS_MOST; i++) {
        tally.reports += asking->askers[i].tally.reports;
        tally.matches += asking->askers[i].tally.matches;
        asking->library->gave_up += asking->askers[i].gave_up;
        store_reader_finish(&asking->askers[i].reader);
        arena_finish(&asking->askers[i].scratch);
        arena_finish(&asking->askers[i].kept);
    }
    return tally;
}

static size_t count_pieces(const struct library *library)
{
    struct store *store = store_of(library);
    return store ? store->catalogue.segments.n : (library->articles.n + PIECE - 1) / PIECE;
}

static void ask_all(struct asking *asking, struct arena *work)
{
    struct library *library = asking->library;
    start_asking(asking, work);
    for (size_t i = 0; !store_of(library) && i < library->articles.n; i++)
        library_complete(library, library->articles.v[i]); /* by one thread: it fills the library's arena */
    workers_run(count_pieces(library), ask_piece, asking);
}

/* Adds all pieces in their order, in no more room than they take. */
static void join_pieces(struct arena *arena, struct findings *found, const struct findings *pieces, size_t n)
{
    size_t at = found->n, all = at;
    for (size_t i = 0; i < n; i++)
        all += pieces[i].n;
    struct found *v = NEW_N(arena, struct found, all + 1);
    if (at)
        memcpy(v, found->v, at * sizeof *v);
    for (size_t i = 0; i < n; at += pieces[i++].n)
        if (pieces[i].n)
            memcpy(v + at, pieces[i].v, pieces[i].n * sizeof *v);
    *found = (struct findings){ v, all, all + 1 };
}

void library_find(struct library *library, struct arena *arena, const struct query *query, struct findings *found, const atomic_bool *cancel,
                  const struct watch *watch)
{
    struct arena work = { 0 };
    size_t n = count_pieces(library);
    struct asking asking = { .library = library, .query = query, .cancel = cancel, .watch = watch, .watching = ATOMIC_FLAG_INIT };
    asking.pieces = NEW_N(&work, struct findings, n + 1);
    ask_all(&asking, &work);
    join_pieces(arena, found, asking.pieces, n);
    end_asking(&asking);
    arena_finish(&work);
}

struct tally library_tally(struct library *library, const struct query *query, const atomic_bool *cancel)
{
    struct arena work = { 0 };
    struct asking asking = { .library = library, .query = query, .cancel = cancel };
    ask_all(&asking, &work);
    arena_finish(&work);
    return end_asking(&asking);
}

/* Which reports of each segment may answer; a segment is asked when it is first met. */
struct candidates {
    struct set set;
    bool known;
};

static struct answer ask_number(struct asking *asking, struct candidates *candidates, uint32_t number)
{
    struct store *store = store_of(asking->library);
    struct asker *asker = &asking->askers[0];
    if (!store)
        return number < asking->library->articles.n ? ask_article(asking, asker, number) : (struct answer){ 0 };
    number -= asking->library->folders->base;
    size_t s = store_segment(store, number);
    struct candidates *of = &candidates[s];
    uint32_t i = number - store->catalogue.segments.v[s].first;
    if (!of->known)
        of->known = store_candidates(store, &asker->reader, s, &asking->needs, false, &of->set) &&
                    (!asking->hasty || store_unlikely(store, &asker->reader, s, &asking->needs, &of->set));
    return of->known && i < SEGMENT_MOST && set_has(&of->set, i) ? ask_record(asking, asker, s, i, false) : (struct answer){ 0 };
}

static bool is_over(const struct patience *patience, size_t asked)
{
    enum { SOME = 4 }; /* between two looks at the clock */
    return patience && (is_cancelled(patience->cancel) || (patience->until && asked % SOME == 0 && now_ms() >= patience->until));
}

bool library_find_in(struct library *library, const struct query *query, const uint32_t *numbers, size_t n,
                     bool (*take)(void *context, const struct found *found), void *context, const struct patience *patience)
{
    struct arena work = { 0 };
    struct store *store = store_of(library);
    struct asking asking = { .library = library, .query = query, .cancel = patience ? patience->cancel : NULL };
    struct candidates *candidates = NEW_N(&work, struct candidates, store ? store->catalogue.segments.n + 1 : 1);
    bool go_on = true;
    size_t i = 0;
    start_asking(&asking, &work);
    asking.hasty = store && patience && patience->until && asking.needs.n_barred;
    for (; i < n && go_on && !is_over(patience, i) && !(store && atomic_load(&store->damaged)); i++) {
        struct found found = { numbers[i] & LISTED_NUMBER, { 0 } };
        found.answer = ask_number(&asking, candidates, found.number);
        go_on = !found.answer.yes || take(context, &found);
    }
    end_asking(&asking);
    arena_finish(&work);
    return i == n && go_on && !asking.hasty;
}
