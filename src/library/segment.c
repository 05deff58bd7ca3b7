/* A run of reports on disk. */
#include "library/segment.h"

#include <stdlib.h>
#include <string.h>

#include "find/record.h"
#include "host/workers.h"

static const char sort[] = "segment";

/* The parts of the file. Ends are places in the part they speak of, behind each report's piece. Of the pairs every RUN-th stands
 * in TOPS too, so that to find one takes two looks. Phrases of one unit come first, then those of two …; of each length there is an end. */
enum { RECORDS = 1, RECORD_ENDS, ENTRIES, ENTRY_ENDS, IDS, POSTINGS, PAIRS, TOPS, WORDS, PHRASES, PHRASE_ENDS, MENTIONS, MENTION_ENDS };
enum { RUN = 256, WORDS_MOST = 8192 };

/* A pair and where its list ends in POSTINGS; it begins where the one before it ends. */
struct pair_end {
    uint32_t pair, end;
};

void segment_reader_finish(struct segment_reader *reader)
{
    window_finish(&reader->table);
    window_finish(&reader->content);
}

bool segment_open(struct segment *segment, const char *path, uint64_t seal, bool *there, struct err *err)
{
    if (!sealed_open(&segment->file, path, sort, seal, there, err))
        return false;
    segment->n = (size_t)(segment->file.parts[ENTRY_ENDS].n / sizeof(uint64_t));
    if (segment->n <= SEGMENT_MOST)
        return true;
    segment_close(segment);
    return err_set(err, "'%s' is damaged", path);
}

void segment_close(struct segment *segment)
{
    sealed_close(&segment->file);
}

/* The i-th piece of a part whose ends stand in another. */
static bool piece(const struct segment *segment, struct segment_reader *reader, int part, int ends, size_t i, size_t ahead, struct bytes *to)
{
    uint64_t at = 0, end;
    if ((i && !sealed_u64(&segment->file, &reader->table, ends, i - 1, &at)) || !sealed_u64(&segment->file, &reader->table, ends, i, &end) ||
        end < at)
        return false;
    to->n = (size_t)(end - at);
    to->p = sealed_at(&segment->file, &reader->content, part, at, to->n, ahead);
    return to->p != NULL;
}

bool segment_entry(const struct segment *segment, struct segment_reader *reader, size_t i, struct bytes *entry)
{
    return piece(segment, reader, ENTRIES, ENTRY_ENDS, i, 0, entry);
}

bool segment_mentions(const struct segment *segment, struct segment_reader *reader, size_t i, struct bytes *mentions)
{
    return piece(segment, reader, MENTIONS, MENTION_ENDS, i, 0, mentions);
}

bool segment_record(const struct segment *segment, struct segment_reader *reader, size_t i, bool next, struct bytes *record)
{
    return piece(segment, reader, RECORDS, RECORD_ENDS, i, next ? SIZE_MAX : 0, record);
}

static uint32_t u32_at(const unsigned char *p)
{
    uint32_t value;
    memcpy(&value, p, sizeof value);
    return value;
}

/* How many of the n pairs, one in `step` bytes, are not above `pair`. */
static size_t up_to(const unsigned char *p, size_t n, size_t step, uint32_t pair)
{
    size_t from = 0;
    while (from < n) {
        size_t middle = from + (n - from) / 2;
        if (u32_at(p + middle * step) <= pair)
            from = middle + 1;
        else
            n = middle;
    }
    return from;
}

/* Where the list of a pair is: [*from, *to) of POSTINGS, empty where no report holds it. */
static bool find_list(const struct segment *segment, struct segment_reader *reader, uint32_t pair, uint32_t *from, uint32_t *to)
{
    const struct sealed *file = &segment->file;
    size_t n_tops = (size_t)file->parts[TOPS].n / sizeof(uint32_t), n_pairs = (size_t)file->parts[PAIRS].n / sizeof(struct pair_end);
    const unsigned char *tops = sealed_at(file, &reader->table, TOPS, 0, n_tops * sizeof(uint32_t), 0);
    *from = *to = 0;
    if (!tops)
        return false;
    size_t run = up_to(tops, n_tops, sizeof(uint32_t), pair);
    if (run == 0)
        return true;
    size_t first = (run - 1) * RUN, before = first > 0, n = n_pairs - first < RUN ? n_pairs - first : RUN;
    const unsigned char *p =
        sealed_at(file, &reader->content, PAIRS, (first - before) * sizeof(struct pair_end), (n + before) * sizeof(struct pair_end), 0);
    if (!p)
        return false;
    size_t i = up_to(p, n + before, sizeof(struct pair_end), pair);
    if (i == 0 || u32_at(p + (i - 1) * sizeof(struct pair_end)) != pair)
        return true;
    *to = u32_at(p + (i - 1) * sizeof(struct pair_end) + sizeof(uint32_t));
    *from = i > 1 ? u32_at(p + (i - 2) * sizeof(struct pair_end) + sizeof(uint32_t)) : 0;
    return *from <= *to;
}

bool segment_holding(const struct segment *segment, struct segment_reader *reader, const uint32_t *pairs, size_t n, struct set *set)
{
    for (size_t i = 0; i < n; i++) {
        uint32_t from, to;
        struct set holding = { { 0 } };
        if (!find_list(segment, reader, pairs[i], &from, &to))
            return false;
        if (from == to) {
            *set = holding;
            return true;
        }
        const unsigned char *p = sealed_at(&segment->file, &reader->content, POSTINGS, from, to - from, 0);
        if (!p || !postings_read((struct bytes){ p, to - from }, segment->n, &holding))
            return false;
        set_keep(set, &holding);
    }
    return true;
}

bool segment_holding_any(const struct segment *segment, struct segment_reader *reader, bool (*wanted)(void *context, uint32_t pair),
                         void *context, struct set *set)
{
    const struct sealed *file = &segment->file;
    size_t n_pairs = (size_t)file->parts[PAIRS].n / sizeof(struct pair_end);
    uint32_t from = 0;
    for (size_t first = 0, n; first < n_pairs && set_count(set) < segment->n; first += n) {
        n = n_pairs - first < RUN ? n_pairs - first : RUN;
        const unsigned char *p = sealed_at(file, &reader->table, PAIRS, first * sizeof(struct pair_end), n * sizeof(struct pair_end), SIZE_MAX);
        for (size_t i = 0; p && i < n; i++, p += sizeof(struct pair_end)) {
            uint32_t to = u32_at(p + sizeof(uint32_t));
            const unsigned char *list = NULL;
            if (wanted(context, u32_at(p)) &&
                (to < from || !(list = sealed_at(file, &reader->content, POSTINGS, from, to - from, 0)) ||
                 !postings_read((struct bytes){ list, to - from }, segment->n, set)))
                return false;
            from = to;
        }
        if (!p)
            return false;
    }
    return true;
}

/* Is there an end of it that it begins with, too? Then it can stand twice in fewer units than two of it have. */
static bool overlaps_itself(struct units run)
{
    for (size_t n = 1; n < run.n; n++)
        if (units_eq(units_sub(run, 0, n), units_sub(run, run.n - n, run.n)))
            return true;
    return false;
}

bool segment_phrase(const struct segment *segment, struct segment_reader *reader, struct units run, bool *known, struct phrase_count *count)
{
    const struct sealed *file = &segment->file;
    uint64_t from = 0, end;
    size_t size = phrase_size(run.n);
    *known = false;
    if (run.n == 0 || run.n > PHRASE_MOST || file->parts[PHRASES].n == 0 || overlaps_itself(run))
        return true;
    if ((run.n > 1 && !sealed_u64(file, &reader->table, PHRASE_ENDS, run.n - 2, &from)) ||
        !sealed_u64(file, &reader->table, PHRASE_ENDS, run.n - 1, &end) || end < from)
        return false;
    for (uint64_t n = (end - from) / size; n && !*known;) { /* n of them, from `from` on */
        const unsigned char *p = sealed_at(file, &reader->content, PHRASES, from + n / 2 * size, size, 0);
        if (!p)
            return false;
        int order = phrase_cmp(p, run.p, run.n);
        *known = order == 0;
        if (*known)
            memcpy(count, p + size - sizeof *count, sizeof *count);
        from += order < 0 ? (n / 2 + 1) * size : 0;
        n = order < 0 ? n - n / 2 - 1 : n / 2;
    }
    return true;
}

bool segment_by_id(const struct segment *segment, struct segment_reader *reader, uint64_t id, struct set *set)
{
    size_t from = 0, to = segment->n;
    struct id_of it;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (!sealed_read(&segment->file, &reader->content, IDS, middle * sizeof it, &it, sizeof it))
            return false;
        if (it.id < id)
            from = middle + 1;
        else
            to = middle;
    }
    for (; from < segment->n; from++) {
        if (!sealed_read(&segment->file, &reader->content, IDS, from * sizeof it, &it, sizeof it) || it.report >= segment->n)
            return false;
        if (it.id != id)
            break;
        set_add(set, (size_t)it.report);
    }
    return true;
}

static int by_weight(const void *a, const void *b)
{
    const struct dictionary_word *x = a, *y = b;
    return x->weight != y->weight ? (x->weight < y->weight) - (x->weight > y->weight) : str_cmp(x->text, y->text);
}

void words_cut(struct word_list *words, size_t most)
{
    if (words->n)
        qsort(words->v, words->n, sizeof *words->v, by_weight);
    words->n = words->n < most ? words->n : most;
}

/* A word in the file: its weight, its length, its bytes. */
bool segment_words(const struct segment *segment, struct arena *arena, struct word_list *words)
{
    size_t all = (size_t)segment->file.parts[WORDS].n;
    struct window window = { 0 };
    char *p = arena_alloc(arena, all + 1, 1);
    bool ok = sealed_read(&segment->file, &window, WORDS, 0, p, all);
    window_finish(&window);
    for (size_t at = 0; ok && at < all;) {
        uint32_t head[2];
        if (all - at < sizeof head)
            return false;
        memcpy(head, p + at, sizeof head);
        at += sizeof head;
        if (head[1] > all - at)
            return false;
        *PUSH(arena, words) = (struct dictionary_word){ { p + at, head[1] }, head[0] };
        at += head[1];
    }
    return ok;
}

void segment_add_word(struct segment_writer *w, struct str text, uint32_t weight)
{
    w->word_numbers.arena = &w->arena;
    const size_t *known = map_get(&w->word_numbers, text);
    if (known) {
        w->words.v[*known].weight += weight;
        return;
    }
    text = arena_str(&w->arena, text);
    map_put(&w->word_numbers, text, w->words.n, NULL);
    *PUSH(&w->arena, &w->words) = (struct dictionary_word){ text, weight };
}

static void put_words(struct segment_writer *w)
{
    sealing_begin(&w->file, WORDS);
    words_cut(&w->words, WORDS_MOST);
    for (size_t i = 0; i < w->words.n; i++) {
        const struct dictionary_word *word = &w->words.v[i];
        sealing_put(&w->file, (uint32_t[]){ word->weight, (uint32_t)word->text.n }, 2 * sizeof(uint32_t));
        sealing_put(&w->file, word->text.p, word->text.n);
    }
}

bool segment_start(struct segment_writer *writer, const char *path, uint64_t seal)
{
    *writer = (struct segment_writer){ 0 };
    bool started = sealing_start(&writer->file, path, seal);
    sealing_begin(&writer->file, RECORDS);
    return started;
}

void segment_add(struct segment_writer *w, const struct segment_report *report)
{
    uint64_t end = w->n ? w->record_ends.v[w->n - 1] : 0;
    struct record read;
    if (w->n == 0) { /* the writer does not move any more */
        w->entries = w->mentions = buf_make(&w->arena, (size_t)-1 / 4);
        w->postings.arena = w->phrases.arena = &w->arena;
    }
    if (record_read(report->record, &read))
        phrases_sample(&w->phrases, w->n, read.text);
    sealing_put(&w->file, report->record.p, report->record.n);
    *PUSH(&w->arena, &w->record_ends) = end + report->record.n;
    buf_add_bytes(&w->entries, report->entry.p, report->entry.n);
    *PUSH(&w->arena, &w->entry_ends) = w->entries.n;
    buf_add_bytes(&w->mentions, report->mentions.p, report->mentions.n);
    *PUSH(&w->arena, &w->mention_ends) = w->mentions.n;
    *PUSH(&w->arena, &w->ids) = (struct id_of){ report->id, w->n };
    postings_add(&w->postings, (uint32_t)w->n, report->pairs, report->n_pairs);
    w->n++;
}

static int by_id(const void *a, const void *b)
{
    const struct id_of *x = a, *y = b;
    return x->id != y->id ? (x->id > y->id) - (x->id < y->id) : (x->report > y->report) - (x->report < y->report);
}

/* The lists, then their directory. */
static void put_postings(struct segment_writer *w)
{
    struct arena work = { 0 };
    struct pair_end *ends = NEW_N(&w->arena, struct pair_end, w->postings.n + 1);
    uint32_t end = 0;
    postings_sort(&w->postings);
    sealing_begin(&w->file, POSTINGS);
    for (size_t i = 0; i < w->postings.n; i++) {
        struct bytes list = postings_bytes(&w->postings, &work, i, w->n);
        sealing_put(&w->file, list.p, list.n);
        end += (uint32_t)list.n;
        ends[i] = (struct pair_end){ postings_pair(&w->postings, i), end };
        arena_reset(&work);
    }
    sealing_begin(&w->file, PAIRS);
    sealing_put(&w->file, ends, w->postings.n * sizeof *ends);
    sealing_begin(&w->file, TOPS);
    for (size_t i = 0; i < w->postings.n; i += RUN)
        sealing_put(&w->file, &ends[i].pair, sizeof ends[i].pair);
    arena_finish(&work);
}

/* Counting the phrases in all texts, which are read back: some reports for each worker in turn. */
struct counting {
    const struct segment_writer *writer;
    struct sealed written;
    struct counting_worker {
        struct segment_reader reader;
        struct phrase_counter counter;
        struct arena arena;
        bool failed;
    } workers[WORKERS_MOST];
};
enum { AT_ONCE = 256 };

static void count_some(void *context, size_t number, size_t turn)
{
    struct counting *counting = context;
    struct counting_worker *worker = &counting->workers[number];
    const struct segment_writer *w = counting->writer;
    if (!worker->counter.v)
        worker->counter = phrases_counter(&w->phrases, &worker->arena);
    for (size_t i = turn * AT_ONCE; i < (turn + 1) * AT_ONCE && i < w->n && !worker->failed; i++) {
        uint64_t from = i ? w->record_ends.v[i - 1] : 0;
        size_t n = (size_t)(w->record_ends.v[i] - from);
        struct bytes bytes = { sealed_at(&counting->written, &worker->reader.content, RECORDS, from, n, SIZE_MAX), n };
        struct record record;
        worker->failed = !bytes.p;
        if (bytes.p && record_read(bytes, &record)) /* that of a report that is gone is empty */
            phrases_count(&w->phrases, &worker->counter, i, record.text);
    }
}

/* Puts what the first worker has, which is all by now. */
static void put_counted(struct segment_writer *w, const struct phrase_counter *counter)
{
    uint64_t ends[PHRASE_MOST] = { 0 }, end = 0;
    sealing_begin(&w->file, PHRASES);
    for (size_t length = 1; length <= PHRASE_MOST; length++) {
        struct bytes bytes = phrases_bytes(&w->phrases, counter, &w->arena, length, (uint32_t)(w->n / PHRASE_SHARE));
        sealing_put(&w->file, bytes.p, bytes.n);
        end += bytes.n;
        ends[length - 1] = end;
    }
    sealing_begin(&w->file, PHRASE_ENDS);
    sealing_put(&w->file, ends, sizeof ends);
}

static void put_phrases(struct segment_writer *w)
{
    struct counting counting = { .writer = w };
    bool failed = w->file.failed;
    if (w->n < PHRASES_LEAST)
        return;
    phrases_guess(&w->phrases);
    counting.workers[0].counter = phrases_counter(&w->phrases, &counting.workers[0].arena);
    counting.written = sealing_look_back(&w->file);
    workers_run((w->n + AT_ONCE - 1) / AT_ONCE, count_some, &counting);
    for (size_t i = 0; i < WORKERS_MOST; i++) {
        failed |= counting.workers[i].failed;
        if (i)
            phrases_add_up(&w->phrases, &counting.workers[0].counter, &counting.workers[i].counter);
    }
    phrases_conclude(&w->phrases, &counting.workers[0].counter);
    if (!failed) /* what could not be read back is not to be counted on: it shows when it is read */
        put_counted(w, &counting.workers[0].counter);
    for (size_t i = 0; i < WORKERS_MOST; i++) {
        segment_reader_finish(&counting.workers[i].reader);
        arena_finish(&counting.workers[i].arena);
    }
}

bool segment_end(struct segment_writer *w, bool sync, uint64_t *size)
{
    sealing_begin(&w->file, RECORD_ENDS);
    sealing_put(&w->file, w->record_ends.v, w->n * sizeof *w->record_ends.v);
    sealing_begin(&w->file, ENTRIES);
    sealing_put(&w->file, w->entries.p, w->entries.n);
    sealing_begin(&w->file, ENTRY_ENDS);
    sealing_put(&w->file, w->entry_ends.v, w->n * sizeof *w->entry_ends.v);
    sealing_begin(&w->file, MENTIONS);
    sealing_put(&w->file, w->mentions.p, w->mentions.n);
    sealing_begin(&w->file, MENTION_ENDS);
    sealing_put(&w->file, w->mention_ends.v, w->n * sizeof *w->mention_ends.v);
    if (w->n)
        qsort(w->ids.v, w->n, sizeof *w->ids.v, by_id);
    sealing_begin(&w->file, IDS);
    sealing_put(&w->file, w->ids.v, w->n * sizeof *w->ids.v);
    put_postings(w);
    put_words(w);
    put_phrases(w);
    *size = w->file.at;
    bool ok = sealing_end(&w->file, sort, sync);
    arena_finish(&w->arena);
    return ok;
}
