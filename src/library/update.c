/* Bringing a cache up to date. */
#include "library/update.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "find/record.h"
#include "host/disk.h"
#include "host/file.h"
#include "host/process.h"
#include "host/watch.h"
#include "host/workers.h"
#include "library/catalogue.h"
#include "library/intake.h"
#include "library/ordering.h"
#include "library/pack.h"
#include "library/segment.h"

/* One run. `c` is the catalogue as it will be: its files are those of the walk, at first with what the old one knew of them. Those that
 * must be read are `pending`; the reports that come of them go to `writer`, and its segment to c when it is full or a commit is due. */
struct run {
    struct arena arena;
    const struct cache *cache;
    struct update_progress *progress;
    int lock; /* of the cache, held; -1: not */
    struct catalogue old, c;
    struct catalogue_file old_file;
    bool has_old;
    ARRAY(struct pending {
        uint32_t file; /* in c */
        uint32_t row;  /* in old, of the same path, or NO_ROW */
    }) pending;
    ARRAY(uint32_t) again; /* of pending: took itself for a file that another is */
    bool *claimed;         /* of old: its reports belong to a file of c */
    struct map known;      /* rows of old by their content */
    struct segment_writer *writer; /* NULL: none is open */
    struct window window;
    ARRAY(struct ordering_row) rows; /* by number */
    struct arena shelves[WORKERS_MOST]; /* for what those hold that were loaded */
    size_t committed, fresh;   /* reports that are listed since the last commit, and that came since */
    bool damaged;              /* what the old catalogue says is not there */
    int64_t commit_ms, commit_cost;
    struct err err;
};

/* A path below a root, from there. */
static const char *below(const char *root, const char *path)
{
    size_t n = strlen(root);
    return path[n] == '/' ? path + n + 1 : path + n;
}

/* The words with the root's path, where it stands in them first, taken out: it can be given otherwise the next time. */
static const char *without_root(struct arena *arena, const char *words, const char *root)
{
    struct buf out = buf_make(arena, (size_t)-1 / 4);
    const char *at = strstr(words, root);
    size_t n = at ? (size_t)(at - words) : 0;
    buf_add_bytes(&out, words, n);
    if (at) {
        buf_add_bytes(&out, (char[]){ PROBLEM_ROOT }, 1);
        n += strlen(root);
    }
    buf_add_bytes(&out, words + n, strlen(words + n) + 1);
    return out.p;
}

static const char *root_of(const struct run *run, uint32_t root)
{
    return run->cache->roots[root];
}

/* --- what is there, and what is known of it --- */

/* A character of a path by its place in the order: its end, the end of a part, all others. */
static int rank_of(char c)
{
    return c == '/' ? 1 : c ? (unsigned char)c + 1 : 0;
}

/* How a walk orders two paths: by their parts, from the first. */
static int cmp_paths(const char *a, const char *b)
{
    while (*a && *a == *b)
        a++, b++;
    return rank_of(*a) - rank_of(*b);
}

/* The row of old with this path, or NO_ROW. Both walks went in the same order, so the rows before it are of files that are not there any
 * more; the next row to look at is *next. */
static uint32_t look_up(const struct run *run, size_t *next, uint32_t root, const char *path)
{
    for (; *next < run->old.files.n; ++*next) {
        const struct file_row *row = &run->old.files.v[*next];
        int order = row->root != root ? (row->root < root ? -1 : 1) : cmp_paths(row->path, path);
        if (order >= 0)
            return order == 0 ? (uint32_t)(*next)++ : NO_ROW;
    }
    return NO_ROW;
}

/* A file that was met: with what is known of it, or to be read. */
static void meet(struct run *run, size_t *next, uint32_t root, const struct walk_file *file)
{
    const char *path = below(root_of(run, root), file->path);
    uint32_t row = look_up(run, next, root, path), at = (uint32_t)run->c.files.n;
    struct file_row *new = PUSH(&run->arena, &run->c.files);
    *new = (struct file_row){ .root = root, .path = path };
    if (row != NO_ROW) {
        *new = run->old.files.v[row];
        run->claimed[row] = true;
    }
    bool refused = new->problem && strncmp(new->problem, "skipped", 7) != 0; /* which may be otherwise now, with the same times */
    if (row == NO_ROW || !new->looked || refused || new->size != file->size || new->mtime != file->mtime || in_doubt(new->mtime, new->looked)) {
        *PUSH(&run->arena, &run->pending) = (struct pending){ at, row };
        new->size = file->size; /* until it is read these belong to nothing: see unread */
        new->mtime = file->mtime;
        new->looked = 0;
    }
}

static void walk_root(struct run *run, size_t *next, uint32_t root)
{
    struct walk walk = { 0 };
    walk_path(&run->arena, root_of(run, root), &walk);
    for (size_t i = 0; i < walk.files.n; i++)
        meet(run, next, root, &walk.files.v[i]);
    for (size_t i = 0; i < walk.folders.n; i++)
        *PUSH(&run->arena, &run->c.folders) =
            (struct folder_row){ walk.folders.v[i].mtime, root, below(root_of(run, root), walk.folders.v[i].path) };
    for (size_t i = 0; i < walk.problems.n; i++)
        *PUSH(&run->arena, &run->c.problems) =
            (struct file_row){ .root = root, .path = "", .problem = without_root(&run->arena, walk.problems.v[i].message, root_of(run, root)) };
}

/* Contents that a file which must be read may turn out to have: of files that vanished, and its own. */
static void note_known(struct run *run)
{
    ARRAY(struct intake_key) keys = { 0 };
    run->known.arena = &run->arena;
    keys.v = NEW_N(&run->arena, struct intake_key, run->old.files.n + 1);
    for (size_t i = 0; i < run->pending.n; i++)
        if (run->pending.v[i].row != NO_ROW)
            run->claimed[run->pending.v[i].row] = false;
    for (size_t i = 0; i < run->old.files.n; i++) {
        const struct file_row *row = &run->old.files.v[i];
        if (run->claimed[i] || !row->looked || row->problem)
            continue;
        keys.v[i] = (struct intake_key){ row->size, row->hash };
        map_put(&run->known, (struct str){ (const char *)&keys.v[i], sizeof keys.v[i] }, i, NULL);
    }
}

/* Is there anything that the old catalogue does not say already? */
static bool has_changed(const struct run *run)
{
    if (!run->has_old || !run->old.meta.whole || run->pending.n || run->c.files.n != run->old.files.n ||
        run->c.folders.n != run->old.folders.n || run->c.problems.n != run->old.problems.n)
        return true;
    for (size_t i = 0; i < run->c.folders.n; i++)
        if (run->c.folders.v[i].mtime != run->old.folders.v[i].mtime || in_doubt(run->old.folders.v[i].mtime, run->old.meta.looked))
            return true;
    for (size_t i = 0; i < run->c.files.n; i++)
        if (strcmp(run->c.files.v[i].path, run->old.files.v[i].path) != 0)
            return true;
    return false;
}

/* --- orders and commit --- */

/* Keeps of an entry what the orders need; its strings in the arena, and nothing else: there may be a million. */
static bool keep_row(struct arena *arena, struct arena *work, uint32_t number, const char *file, struct bytes packed, struct ordering_row *row)
{
    struct entry entry;
    if (!entry_unpack(packed, &entry))
        return false;
    entry.number = number;
    entry.file = file;
    *row = ordering_row_of(work, &entry);
    row->date = row->date.p ? arena_str(arena, row->date) : row->date;
    row->place = row->place.p ? arena_str(arena, row->place) : row->place;
    row->title = row->title.p ? arena_str(arena, row->title) : row->title;
    return true;
}

static bool open_segment(const struct run *run, const struct segment_row *row, struct segment *segment)
{
    struct arena arena = { 0 };
    bool there, ok = segment_open(segment, cache_segment(&arena, run->cache, row->serial), run->c.meta.epoch ^ row->serial, &there, NULL);
    arena_finish(&arena);
    return ok && segment->n == row->n;
}

/* The rows of a segment of the old catalogue, by a worker. */
struct loading {
    struct run *run;
    atomic_bool failed;
};
static void load_some(void *context, size_t worker, size_t s)
{
    struct loading *loading = context;
    struct run *run = loading->run;
    const struct segment_row *row = &run->old.segments.v[s];
    struct segment_reader reader = { { 0 }, { 0 } };
    struct segment segment = { .file = { .fd = -1 } };
    struct arena work = { 0 };
    bool ok = open_segment(run, row, &segment);
    for (uint32_t i = 0; ok && i < row->n; i++, arena_reset(&work)) {
        uint32_t number = row->first + i, file = run->old.rows[number];
        struct bytes packed;
        if (file < run->old.files.n)
            ok = segment_entry(&segment, &reader, i, &packed) &&
                 keep_row(&run->shelves[worker], &work, number, run->old.files.v[file].path, packed, &run->rows.v[number]);
    }
    arena_finish(&work);
    segment_reader_finish(&reader);
    segment_close(&segment);
    if (!ok)
        atomic_store(&loading->failed, true);
}

/* The rows of what the old catalogue holds. */
static bool load_rows(struct run *run)
{
    struct loading loading = { .run = run };
    run->rows.n = run->rows.cap = run->old.meta.next;
    run->rows.v = NEW_N(&run->arena, struct ordering_row, run->rows.cap + 1);
    workers_run(run->old.segments.n, load_some, &loading);
    return !atomic_load(&loading.failed);
}

/* One key of the orders, by a worker. */
struct ordering_work {
    struct run *run;
    struct ordering ordering;
};
static void make_order(void *context, size_t worker, size_t key)
{
    struct ordering_work *work = context;
    struct catalogue *c = &work->run->c;
    (void)worker;
    ordering_make(&work->ordering, (enum order_key)key, c->orders[key][0], c->orders[key][1]);
}

/* Whose each number is, and all orders, in an arena that lasts until they are written. */
static void make_orders(struct run *run, struct arena *arena)
{
    struct catalogue *c = &run->c;
    struct ordering_work work = { .run = run };
    struct ordering_row *listed = NEW_N(arena, struct ordering_row, c->meta.next + 1);
    c->rows = NEW_N(arena, uint32_t, c->meta.next + 1);
    c->meta.n_listed = 0;
    c->meta.source_bytes = 0;
    for (uint32_t i = 0; i < c->meta.next; i++)
        c->rows[i] = NO_ROW;
    for (size_t f = 0; f < c->files.n; f++) {
        c->meta.source_bytes += c->files.v[f].n ? c->files.v[f].size : 0;
        for (uint32_t i = c->files.v[f].first; i < c->files.v[f].first + c->files.v[f].n; i++) {
            c->rows[i] = (uint32_t)f;
            listed[c->meta.n_listed++] = run->rows.v[i];
        }
    }
    for (int key = 0; key < N_ORDERS; key++)
        for (int reverse = 0; reverse < 2; reverse++)
            c->orders[key][reverse] = NEW_N(arena, uint32_t, c->meta.n_listed + 1);
    work.ordering = ordering_prepare(arena, listed, c->meta.n_listed);
    workers_run(N_ORDERS, make_order, &work);
    c->meta.n_congresses = (uint32_t)work.ordering.n_congresses;
}

/* Closes the segment that is being written and takes it into the catalogue. */
static bool end_segment(struct run *run)
{
    struct segment_writer *w = run->writer;
    if (!w)
        return true;
    struct segment_row *row = PUSH(&run->arena, &run->c.segments);
    *row = (struct segment_row){ .serial = run->c.meta.serial++, .first = run->c.meta.next - (uint32_t)w->n, .n = (uint32_t)w->n };
    run->writer = NULL;
    return segment_end(w, run->has_old, &row->size) || err_set(&run->err, "%s", w->file.err.text);
}

static bool begin_segment(struct run *run)
{
    struct arena work = { 0 };
    run->writer = NEW(&run->arena, struct segment_writer);
    bool ok = segment_start(run->writer, cache_segment(&work, run->cache, run->c.meta.serial), run->c.meta.epoch ^ run->c.meta.serial);
    arena_finish(&work);
    return ok || err_set(&run->err, "%s", run->writer->file.err.text);
}

static struct bytes copy_bytes(struct arena *arena, struct bytes bytes)
{
    return (struct bytes){ (const unsigned char *)arena_str(arena, (struct str){ (const char *)bytes.p, bytes.n }).p, bytes.n };
}

/* A report of a segment, good until the next one; one that belongs to no file any more comes without what it said. */
static bool copied_report(const struct segment *segment, struct segment_reader *reader, struct arena *work, size_t i, bool there,
                          struct segment_report *report)
{
    struct entry entry;
    struct record record;
    *report = (struct segment_report){ 0 };
    if (!segment_entry(segment, reader, i, &report->entry) || !entry_unpack(report->entry, &entry))
        return false;
    report->entry = copy_bytes(work, report->entry);
    report->id = id_number(entry.id);
    if (!there)
        return true;
    if (!segment_mentions(segment, reader, i, &report->mentions))
        return false;
    report->mentions = copy_bytes(work, report->mentions);
    if (!segment_record(segment, reader, i, true, &report->record) || !record_read(report->record, &record))
        return false;
    report->n_pairs = record_pairs(&record, work, &report->pairs);
    return true;
}

/* Puts the reports of a segment into the one that is being written; those that belong to no file any more, without their text. */
static bool copy_segment(struct run *run, const struct segment_row *row, const struct segment *segment)
{
    struct segment_reader reader = { { 0 }, { 0 } };
    struct arena work = { 0 };
    struct word_list words = { 0 };
    bool ok = segment_words(segment, &work, &words);
    for (size_t i = 0; ok && i < words.n; i++)
        segment_add_word(run->writer, words.v[i].text, words.v[i].weight);
    for (uint32_t i = 0; ok && i < row->n; i++) {
        struct segment_report report;
        ok = copied_report(segment, &reader, &work, i, run->c.rows[row->first + i] != NO_ROW, &report);
        if (ok)
            segment_add(run->writer, &report);
        arena_reset(&work);
    }
    arena_finish(&work);
    segment_reader_finish(&reader);
    return ok;
}

/* Makes one segment of the last two. */
static bool merge_last(struct run *run)
{
    struct segment_row *last = &run->c.segments.v[run->c.segments.n - 2], made;
    if (!begin_segment(run))
        return false;
    for (int i = 0; i < 2; i++) {
        struct segment segment = { .file = { .fd = -1 } };
        bool ok = open_segment(run, &last[i], &segment) && copy_segment(run, &last[i], &segment);
        segment_close(&segment);
        if (!ok) {
            run->damaged = true;
            return err_set(&run->err, "a segment is damaged");
        }
    }
    made = (struct segment_row){ .serial = run->c.meta.serial++, .first = last->first, .n = last[0].n + last[1].n };
    struct segment_writer *w = run->writer;
    run->writer = NULL;
    if (!segment_end(w, run->has_old, &made.size))
        return err_set(&run->err, "%s", w->file.err.text);
    *last = made;
    run->c.segments.n--;
    return true;
}

/* Is the last segment to become one with that before it? Few segments, and each text written a few times at most: not where they would be
 * too large, or the last is a much smaller one; and what takes long beside reading what is new waits until there are many small ones. */
static bool must_merge(const struct run *run)
{
    enum { AT_ONCE = 512, MANY = 24 };
    const struct segment_row *v = run->c.segments.v;
    size_t n = run->c.segments.n, small = 0;
    uint32_t both = n > 1 ? v[n - 2].n + v[n - 1].n : 0;
    for (size_t i = 0; i < n; i++)
        small += v[i].n < SEGMENT_MOST / 2;
    return n > 1 && both <= SEGMENT_MOST && v[n - 2].n <= 2 * v[n - 1].n &&
           (both <= AT_ONCE || both <= 2 * run->fresh || small >= MANY);
}

static bool merge(struct run *run)
{
    while (must_merge(run))
        if (!merge_last(run))
            return false;
    return true;
}

/* Removes what the catalogue does not name. */
static void sweep(struct run *run)
{
    struct arena work = { 0 };
    struct walk walk = { 0 };
    struct map named = { .arena = &work };
    for (size_t i = 0; i < run->c.segments.n; i++)
        map_put(&named, str_of(cache_segment(&work, run->cache, run->c.segments.v[i].serial)), 0, NULL);
    walk_path(&work, run->cache->folder, &walk);
    for (size_t i = 0; i < walk.files.n; i++)
        if (strstr(walk.files.v[i].path, "/segment-") && !map_get(&named, str_of(walk.files.v[i].path)))
            disk_remove(walk.files.v[i].path);
    arena_finish(&work);
}

static bool commit(struct run *run, bool whole)
{
    struct arena work = { 0 };
    int64_t began = now_ms();
    char *path = cache_catalogue(&work, run->cache), *new = disk_path(&work, run->cache->folder, "catalogue.new");
    bool ok = end_segment(run);
    if (ok) {
        make_orders(run, &work);
        run->c.meta.n_files = (uint32_t)run->c.files.n;
        run->c.meta.whole = whole;
        run->c.meta.n_walk_problems = (uint32_t)run->c.problems.n;
        ok = merge(run) && catalogue_write(&run->c, new, run->has_old, &run->err) && disk_rename(new, path, &run->err);
    }
    if (ok) {
        sweep(run);
        run->has_old = true; /* from now on there is something to lose */
        run->committed = run->c.meta.n_listed;
        run->fresh = 0;
        atomic_fetch_add(&run->progress->commits, 1);
    }
    run->commit_ms = now_ms();
    run->commit_cost = run->commit_ms - began;
    arena_finish(&work);
    return ok;
}

/* --- reading --- */

static void read_pending(void *context, size_t i, struct buf *answer)
{
    struct run *run = context;
    const struct file_row *file = &run->c.files.v[run->pending.v[i].file];
    intake_write(answer->arena, disk_path(answer->arena, root_of(run, file->root), file->path), &run->known, answer);
}

/* Is a commit due? At first whenever as much came as there was; later only when a segment is full, and seldom against what it costs. */
static bool is_due(const struct run *run)
{
    enum { FIRST = 64, SHARE = 10 };
    if (run->committed + run->fresh < SEGMENT_MOST)
        return run->fresh >= FIRST && run->fresh >= run->committed;
    return run->fresh && !run->writer && now_ms() - run->commit_ms > SHARE * run->commit_cost;
}

static bool add_report(struct run *run, struct arena *work, struct file_row *file, const struct intake_report *report)
{
    uint32_t number = run->c.meta.next;
    if (!run->writer && !begin_segment(run))
        return false;
    if (number > LISTED_NUMBER / 2)
        return err_set(&run->err, "too many reports");
    if (!keep_row(&run->arena, work, number, file->path, report->kept.entry, PUSH(&run->arena, &run->rows)))
        return false;
    segment_add(run->writer, &report->kept);
    for (size_t at = 0, n; at < report->words.n; at += n + 1) {
        const char *word = (const char *)report->words.p + at;
        n = strnlen(word, report->words.n - at);
        segment_add_word(run->writer, (struct str){ word, n }, 1);
    }
    run->c.meta.next++;
    run->fresh++;
    file->n++;
    return run->writer->n < SEGMENT_MOST || end_segment(run);
}

/* The content is that of a known file: may this one take its reports over? */
static bool take_known(struct run *run, size_t i, struct file_row *file, uint32_t row)
{
    if (row >= run->old.files.n || (run->claimed[row] && run->pending.v[i].row != row))
        return false;
    run->claimed[row] = true;
    file->first = run->old.files.v[row].first;
    file->n = run->old.files.v[row].n;
    return true;
}

static bool take_answer(struct run *run, size_t i, struct bytes answer, struct arena *work)
{
    struct file_row *file = &run->c.files.v[run->pending.v[i].file];
    struct intake intake;
    struct intake_report report;
    if (!intake_read(work, &answer, &intake))
        return err_set(&run->err, "a worker answers nonsense");
    if (intake.row != NO_ROW && !take_known(run, i, file, intake.row)) {
        *PUSH(&run->arena, &run->again) = (uint32_t)i;
        return true;
    }
    file->problem = intake.problem ? without_root(&run->arena, intake.problem, root_of(run, file->root)) : NULL;
    file->hash = intake.hash;
    file->looked = run->c.meta.looked;
    if (intake.row != NO_ROW)
        return true;
    file->first = run->c.meta.next;
    file->n = 0;
    for (uint32_t k = 0; k < intake.n; k++)
        if (!intake_next(work, &answer, &report) || !add_report(run, work, file, &report))
            return false;
    return true;
}

static bool take(void *context, size_t i, struct bytes answer, const char *why)
{
    struct run *run = context;
    struct arena work = { 0 };
    struct file_row *file = &run->c.files.v[run->pending.v[i].file];
    bool ok = true;
    if (why) {
        struct buf words = buf_make(&run->arena, 1 << 20);
        buf_add_format(&words, "skipped '%c%s%s': %s", PROBLEM_ROOT, "/", file->path, why);
        buf_add_bytes(&words, "", 1);
        file->problem = words.p;
        file->n = 0;
        file->looked = run->c.meta.looked;
    } else {
        ok = take_answer(run, i, answer, &work);
    }
    arena_finish(&work);
    atomic_fetch_add(&run->progress->done, 1);
    atomic_fetch_add(&run->progress->bytes, file->size);
    atomic_store(&run->progress->reports, run->committed + run->fresh);
    return ok && (!is_due(run) || commit(run, false));
}

/* Reads all that is pending; what took itself for another, once more, without knowing of others. */
static bool read_all(struct run *run)
{
    enum { SECONDS = 60 }; /* for one file: 100 MB take eight where nothing else runs */
    struct crew crew = { take, read_pending, run, run->pending.n, SECONDS, (size_t)2 << 30, run->lock };
    atomic_store(&run->progress->total, run->pending.n);
    atomic_store(&run->progress->done, 0);
    atomic_store(&run->progress->began, now_ms());
    atomic_store(&run->progress->stage, UPDATE_READING);
    if (!crew_run(&crew))
        return false;
    size_t n = 0;
    for (; n < run->again.n; n++)
        run->pending.v[n] = run->pending.v[run->again.v[n]];
    run->again.n = 0;
    run->known.n = run->known.cap = 0;
    run->known.slots = NULL;
    crew.n = run->pending.n = n;
    return n == 0 || crew_run(&crew);
}

/* --- the whole --- */

static bool open_old(struct run *run)
{
    bool there;
    char *path = cache_catalogue(&run->arena, run->cache);
    run->c.meta = (struct catalogue_meta){ .epoch = (uint64_t)now_ns() | 1 };
    for (size_t i = 0; i < run->cache->n; i++)
        *PUSH(&run->arena, &run->c.roots) = run->cache->roots[i];
    if (catalogue_open(&run->old_file, &run->arena, path, &there, NULL)) {
        run->has_old = catalogue_read(&run->old_file, &run->arena, &run->old);
        catalogue_close(&run->old_file);
    }
    if (there && !run->has_old)
        return false;
    if (run->has_old) {
        run->c.meta = run->old.meta;
        for (size_t i = 0; i < run->old.segments.n; i++)
            *PUSH(&run->arena, &run->c.segments) = run->old.segments.v[i];
    }
    return true;
}

static enum update_stage run_update(struct run *run)
{
    size_t next = 0;
    if (!open_old(run)) {
        run->damaged = true;
        return UPDATE_FAILED;
    }
    run->claimed = NEW_N(&run->arena, bool, run->old.files.n + 1);
    run->c.meta.looked = now_ns();
    for (uint32_t i = 0; i < run->cache->n; i++)
        walk_root(run, &next, i);
    if (!has_changed(run))
        return UPDATE_DONE;
    note_known(run);
    if (!load_rows(run)) {
        run->damaged = true;
        return UPDATE_FAILED;
    }
    run->committed = run->old.meta.n_listed;
    run->commit_ms = now_ms();
    return read_all(run) && commit(run, true) ? UPDATE_DONE : UPDATE_FAILED;
}

static void say(struct update_progress *progress, enum update_stage stage, const char *words)
{
    if (words)
        snprintf(progress->words, sizeof progress->words, "%.*s", (int)sizeof progress->words - 1, words);
    atomic_store(&progress->stage, (int)stage);
}

/* Is the lock that we hold the one that stands in the folder of the cache? A reader may have set the folder aside. */
static bool still_ours(struct run *run)
{
    struct disk_file ours, there;
    return disk_look_at(run->lock, &ours) && disk_look(disk_path(&run->arena, run->cache->folder, "lock"), &there) && ours.inode == there.inode;
}

/* The folder of the cache, locked for us. False: another has it, it cannot be, or what stands there is no cache. */
static bool enter(struct run *run, bool *held)
{
    const char *path = disk_path(&run->arena, run->cache->folder, "lock");
    struct disk_file file;
    *held = false;
    if (disk_make_folder(run->cache->folder, &run->err))
        run->lock = disk_lock(path, held, &run->err);
    if (!disk_is_folder(run->cache->folder))
        run->damaged = file_exists(run->cache->folder);
    else
        run->damaged = run->lock < 0 && !*held && file_exists(path) && !disk_look(path, &file);
    return run->lock >= 0;
}

static enum update_stage try_update(const struct cache *cache, struct update_progress *progress, bool *damaged)
{
    struct run run = { .cache = cache, .progress = progress, .lock = -1 };
    enum update_stage stage = UPDATE_FAILED;
    bool held;
    atomic_store(&progress->stage, UPDATE_WALKING);
    if (enter(&run, &held))
        stage = run_update(&run);
    else if (held)
        stage = UPDATE_BUSY;
    bool lost = run.lock >= 0 && !still_ours(&run);
    if (run.damaged && !lost)
        cache_set_aside(cache, 0);
    *damaged = run.damaged || lost;
    if (!*damaged)
        say(progress, stage, stage == UPDATE_FAILED ? run.err.text[0] ? run.err.text : "cannot make the cache" : NULL);
    if (run.writer) {
        sealing_end(&run.writer->file, "", false);
        arena_finish(&run.writer->arena);
    }
    window_finish(&run.window);
    disk_close(run.lock);
    for (size_t i = 0; i < WORKERS_MOST; i++)
        arena_finish(&run.shelves[i]);
    arena_finish(&run.arena);
    return stage;
}

void update_once(const struct cache *cache, struct update_progress *progress)
{
    bool damaged = true;
    for (int tries = 0; tries < 3 && damaged; tries++)
        try_update(cache, progress, &damaged);
    if (damaged)
        say(progress, UPDATE_FAILED, "the cache is damaged and cannot be set aside");
}

/* Watches the folders that the catalogue knows; true where one has changed since it was walked. */
static bool watch_all(const struct cache *cache, struct watch *watch)
{
    struct arena arena = { 0 };
    struct catalogue_file file;
    struct catalogue c;
    bool there, changed = false;
    if (catalogue_open(&file, &arena, cache_catalogue(&arena, cache), &there, NULL)) {
        bool read = catalogue_read(&file, &arena, &c);
        for (size_t i = 0; read && i < c.folders.n; i++) {
            const char *path = disk_path(&arena, cache->roots[c.folders.v[i].root], c.folders.v[i].path);
            watch_folder(watch, path);
            changed |= disk_changed(path) != c.folders.v[i].mtime;
        }
        catalogue_close(&file);
    }
    arena_finish(&arena);
    return changed;
}

/* Waits until something changed, and then until it is quiet for a moment, but not for ever. */
static void wait_for_change(struct watch *watch, struct update_progress *progress)
{
    enum { LOOK_MS = 500, QUIET_MS = 200, MOST = 10 };
    while (!watch_wait(watch, LOOK_MS))
        if (process_alone() || atomic_exchange(&progress->wanted, 0))
            return;
    for (int i = 0; i < MOST && watch_wait(watch, QUIET_MS); i++)
        ;
}

void update_on_and_on(const struct cache *cache, struct update_progress *progress)
{
    enum { PATIENCE_MS = 500, SHARE = 10 };
    struct watch *watch = watch_open();
    while (!process_alone()) {
        int64_t began = now_ms();
        update_once(cache, progress);
        int stage = atomic_load(&progress->stage);
        if (stage == UPDATE_FAILED)
            break;
        if (stage == UPDATE_BUSY) {
            sleep_ms(PATIENCE_MS);
            continue;
        }
        int64_t cost = now_ms() - began;
        if (!watch_all(cache, watch))
            wait_for_change(watch, progress);
        sleep_ms((int)(now_ms() - began < SHARE * cost ? SHARE * cost - (now_ms() - began) : 0)); /* a large library is not walked all the time */
    }
    watch_close(watch);
}
