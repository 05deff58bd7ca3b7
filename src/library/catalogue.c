/* The catalogue of a cache. */
#include "library/catalogue.h"

#include <string.h>

static const char sort[] = "dahui";
static const uint64_t seal = 0x6461687569;

/* The parts of the file. Strings end with a NUL. */
enum { META = 1, ROOTS, SEGMENTS, FILES, FILE_ENDS, FOLDERS, PROBLEMS, ROWS, ORDERS };

/* A row as it stands in FILES and FOLDERS; behind it path and problem. */
struct packed {
    uint64_t size;
    int64_t mtime, looked;
    uint64_t hash;
    uint32_t first, n, root;
    uint32_t path, problem; /* bytes with their NUL; a problem of 0 bytes is none */
    uint32_t filler;
};

bool in_doubt(int64_t mtime, int64_t looked)
{
    enum { FINE_MS = 20, COARSE_MS = 2000 };
    int64_t tick = (mtime % 1000000000 ? FINE_MS : COARSE_MS) * (int64_t)1000000;
    return mtime > looked - tick && mtime < looked + tick; /* a time to come is as good as any: a change would set it back */
}

static void put_row(struct sealing *s, const struct file_row *row)
{
    struct packed packed = { row->size, row->mtime, row->looked, row->hash, row->first, row->n, row->root, 0, 0, 0 };
    packed.path = (uint32_t)strlen(row->path) + 1;
    packed.problem = row->problem ? (uint32_t)strlen(row->problem) + 1 : 0;
    sealing_put(s, &packed, sizeof packed);
    sealing_put(s, row->path, packed.path);
    if (packed.problem)
        sealing_put(s, row->problem, packed.problem);
}

static void put_strings(struct sealing *s, const char *const *v, size_t n)
{
    for (size_t i = 0; i < n; i++)
        sealing_put(s, v[i], strlen(v[i]) + 1);
}

static void put_files(struct sealing *s, const struct catalogue *c)
{
    struct arena arena = { 0 };
    uint64_t *ends = NEW_N(&arena, uint64_t, c->files.n + 1), start = 0;
    sealing_begin(s, FILES);
    start = s->at;
    for (size_t i = 0; i < c->files.n; i++) {
        put_row(s, &c->files.v[i]);
        ends[i] = s->at - start;
    }
    sealing_begin(s, FILE_ENDS);
    sealing_put(s, ends, c->files.n * sizeof *ends);
    arena_finish(&arena);
}

static void put_folders(struct sealing *s, const struct catalogue *c)
{
    sealing_begin(s, FOLDERS);
    for (size_t i = 0; i < c->folders.n; i++) {
        const struct folder_row *folder = &c->folders.v[i];
        put_row(s, &(struct file_row){ .mtime = folder->mtime, .root = folder->root, .path = folder->path });
    }
}

static void put_problems(struct sealing *s, const struct file_row *v, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (v[i].problem)
            put_row(s, &v[i]);
}

bool catalogue_write(const struct catalogue *c, const char *path, bool sync, struct err *err)
{
    struct sealing s;
    sealing_start(&s, path, seal);
    sealing_begin(&s, META);
    sealing_put(&s, &c->meta, sizeof c->meta);
    sealing_begin(&s, ROOTS);
    put_strings(&s, c->roots.v, c->roots.n);
    sealing_begin(&s, SEGMENTS);
    sealing_put(&s, c->segments.v, c->segments.n * sizeof *c->segments.v);
    put_files(&s, c);
    put_folders(&s, c);
    sealing_begin(&s, PROBLEMS);
    put_problems(&s, c->problems.v, c->problems.n);
    put_problems(&s, c->files.v, c->files.n);
    sealing_begin(&s, ROWS);
    sealing_put(&s, c->rows, c->meta.next * sizeof *c->rows);
    sealing_begin(&s, ORDERS);
    for (int key = 0; key < N_ORDERS; key++)
        for (int reverse = 0; reverse < 2; reverse++)
            sealing_put(&s, c->orders[key][reverse], c->meta.n_listed * sizeof(uint32_t));
    if (sealing_end(&s, sort, sync))
        return true;
    *err = s.err;
    return false;
}

/* A part whole, with a NUL behind it. */
static bool read_part(const struct sealed *file, struct arena *arena, int part, struct str *to)
{
    struct window window = { 0 };
    char *p = arena_alloc(arena, (size_t)file->parts[part].n + 1, alignof(max_align_t));
    bool ok = sealed_read(file, &window, part, 0, p, (size_t)file->parts[part].n);
    window_finish(&window);
    *to = (struct str){ p, (size_t)file->parts[part].n };
    return ok;
}

/* The next of strings that end with a NUL; at *at. */
static const char *next_string(struct str all, size_t *at)
{
    const char *s = all.p + *at;
    *at += strlen(s) + 1;
    return s;
}

static bool read_head(struct catalogue_file *c, struct arena *arena)
{
    struct str meta, roots, segments;
    if (!read_part(&c->file, arena, META, &meta) || meta.n != sizeof c->meta || !read_part(&c->file, arena, ROOTS, &roots) ||
        !read_part(&c->file, arena, SEGMENTS, &segments))
        return false;
    memcpy(&c->meta, meta.p, sizeof c->meta);
    for (size_t at = 0; at < roots.n;)
        *PUSH(arena, &c->roots) = next_string(roots, &at);
    c->segments.n = segments.n / sizeof *c->segments.v;
    c->segments.v = (struct segment_row *)(uintptr_t)segments.p; /* it is ours */
    uint32_t next = 0;
    for (size_t i = 0; i < c->segments.n; next += c->segments.v[i++].n)
        if (c->segments.v[i].first != next)
            return false;
    return next == c->meta.next;
}

bool catalogue_open(struct catalogue_file *c, struct arena *arena, const char *path, bool *there, struct err *err)
{
    *c = (struct catalogue_file){ 0 };
    if (!sealed_open(&c->file, path, sort, seal, there, err))
        return false;
    if (read_head(c, arena))
        return true;
    catalogue_close(c);
    return err_set(err, "'%s' is damaged", path);
}

void catalogue_close(struct catalogue_file *c)
{
    sealed_close(&c->file);
}

/* Reads a row out of bytes that live on; answers how many it took, 0 where it is none. */
static size_t unpack(struct bytes bytes, struct file_row *row)
{
    struct packed packed;
    if (bytes.n < sizeof packed)
        return 0;
    memcpy(&packed, bytes.p, sizeof packed);
    size_t path = packed.path, problem = packed.problem, n = sizeof packed + path + problem;
    if (bytes.n < n || path == 0 || bytes.p[sizeof packed + path - 1] != 0 || bytes.p[n - 1] != 0)
        return 0;
    const char *text = (const char *)bytes.p + sizeof packed;
    *row = (struct file_row){ packed.size,  packed.mtime, packed.looked, packed.hash, packed.first,
                              packed.n, packed.root, text, problem ? text + path : NULL };
    return n;
}

bool catalogue_row(const struct catalogue_file *c, struct window *window, struct arena *arena, size_t i, struct file_row *row)
{
    uint64_t at = 0, end;
    if ((i && !sealed_u64(&c->file, window, FILE_ENDS, i - 1, &at)) || !sealed_u64(&c->file, window, FILE_ENDS, i, &end) || end < at)
        return false;
    const unsigned char *p = sealed_at(&c->file, window, FILES, at, (size_t)(end - at), 0);
    if (!p)
        return false;
    struct str kept = arena_str(arena, (struct str){ (const char *)p, (size_t)(end - at) });
    return unpack((struct bytes){ (const unsigned char *)kept.p, kept.n }, row) == kept.n && row->root < c->roots.n;
}

bool catalogue_row_of(const struct catalogue_file *c, struct window *window, uint32_t number, uint32_t *row)
{
    return sealed_u32(&c->file, window, ROWS, number, row) && (*row == NO_ROW || *row < c->meta.n_files);
}

bool catalogue_rows_of(const struct catalogue_file *c, struct window *window, uint32_t number, uint32_t n, uint32_t *rows)
{
    const unsigned char *p = sealed_at(&c->file, window, ROWS, number * sizeof *rows, n * sizeof *rows, SIZE_MAX);
    if (p)
        memcpy(rows, p, n * sizeof *rows);
    return p != NULL;
}

bool catalogue_all_rows(const struct catalogue_file *c, struct window *window, uint32_t *rows)
{
    if (!sealed_read(&c->file, window, ROWS, 0, rows, c->meta.next * sizeof *rows))
        return false;
    for (uint32_t i = 0; i < c->meta.next; i++)
        if (rows[i] != NO_ROW && rows[i] >= c->meta.n_files)
            return false;
    return true;
}

bool catalogue_order(const struct catalogue_file *c, struct window *window, enum order_key key, bool reverse, uint32_t *numbers)
{
    uint64_t n = c->meta.n_listed * sizeof *numbers, which = (uint64_t)key * 2 + reverse;
    return sealed_read(&c->file, window, ORDERS, which * n, numbers, (size_t)n);
}

/* The next of a run of rows; false behind the last. */
static bool next_row(struct str all, size_t *at, struct file_row *row)
{
    size_t n = unpack((struct bytes){ (const unsigned char *)all.p + *at, all.n - *at }, row);
    *at += n;
    return n > 0;
}

static bool read_folders(const struct catalogue_file *c, struct arena *arena, struct catalogue *to)
{
    struct str folders;
    struct file_row row;
    if (!read_part(&c->file, arena, FOLDERS, &folders))
        return false;
    for (size_t at = 0; next_row(folders, &at, &row);)
        *PUSH(arena, &to->folders) = (struct folder_row){ row.mtime, row.root, row.path };
    return true;
}

bool catalogue_folders(const struct catalogue_file *c, struct arena *arena, struct catalogue *to)
{
    *to = (struct catalogue){ .meta = c->meta };
    return read_folders(c, arena, to);
}

bool catalogue_problems(const struct catalogue_file *c, struct arena *arena, struct catalogue *to)
{
    struct str problems;
    struct file_row row;
    *to = (struct catalogue){ .meta = c->meta };
    if (!read_part(&c->file, arena, PROBLEMS, &problems))
        return false;
    for (size_t at = 0; next_row(problems, &at, &row);)
        *PUSH(arena, &to->problems) = row;
    return true;
}

bool catalogue_read(const struct catalogue_file *c, struct arena *arena, struct catalogue *to)
{
    struct str files, rows;
    struct file_row row;
    if (!catalogue_problems(c, arena, to) || !read_part(&c->file, arena, FILES, &files) || !read_folders(c, arena, to) ||
        !read_part(&c->file, arena, ROWS, &rows) ||
        rows.n != c->meta.next * sizeof *to->rows)
        return false;
    for (size_t at = 0; next_row(files, &at, &row);)
        *PUSH(arena, &to->files) = row;
    if (to->problems.n < c->meta.n_walk_problems)
        return false;
    to->problems.n = c->meta.n_walk_problems;
    for (size_t i = 0; i < c->roots.n; i++)
        *PUSH(arena, &to->roots) = c->roots.v[i];
    for (size_t i = 0; i < c->segments.n; i++)
        *PUSH(arena, &to->segments) = c->segments.v[i];
    to->rows = (uint32_t *)(uintptr_t)rows.p;
    return to->files.n == c->meta.n_files;
}
