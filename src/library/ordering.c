/* The orders of a list, made ready for all reports of a library at once. */
#include "library/ordering.h"

#include <stdlib.h>
#include <string.h>

struct ordering_row ordering_row_of(struct arena *arena, const struct entry *entry)
{
    return (struct ordering_row){
        .number = entry->number,
        .ordinal = entry->has_congress && entry->congress.ordinal > 0 ? entry->congress.ordinal : 0,
        .congress = entry->has_congress ? congress_hash(arena, &entry->congress, entry->file) : 0,
        .chars = entry->chars,
        .date = entry->date.p ? entry->date : entry->published,
        .place = entry->has_congress ? entry->congress.place : (struct str){ 0 },
        .title = entry->title,
    };
}

/* A row, by its place, with what it is sorted by next. */
struct keyed {
    uint64_t key;
    uint32_t at;
};

/* Sorts by one byte of the keys, what is alike as it stood; false where all have the same, and nothing was done. */
static bool sort_by_byte(const struct keyed *from, struct keyed *to, size_t n, int shift)
{
    size_t starts[257] = { 0 };
    for (size_t i = 0; i < n; i++)
        starts[(from[i].key >> shift & 0xFF) + 1]++;
    if (n == 0 || starts[(from[0].key >> shift & 0xFF) + 1] == n)
        return false;
    for (int i = 0; i < 256; i++)
        starts[i + 1] += starts[i];
    for (size_t i = 0; i < n; i++)
        to[starts[from[i].key >> shift & 0xFF]++] = from[i];
    return true;
}

/* Sorts by the keys, byte by byte from the lowest; the answer is either of them. */
static struct keyed *sort_by_key(struct keyed *keyed, struct keyed *spare, size_t n)
{
    for (int shift = 0; shift < 64; shift += 8)
        if (sort_by_byte(keyed, spare, n, shift)) {
            struct keyed *other = keyed;
            keyed = spare;
            spare = other;
        }
    return keyed;
}

/* A row on its way through a sort: `key` decides most comparisons alone. Of a string it is the first sixteen bytes; `more` is the rest. What
 * is unknown has the highest key, which no text has and no number reaches. */
struct ranked {
    uint64_t key[2];
    struct str more;
    uint32_t row;
    bool unknown;
};

static void set_text(struct ranked *ranked, struct str text)
{
    unsigned char first[sizeof ranked->key] = { 0 };
    ranked->unknown = !text.p;
    if (text.n)
        memcpy(first, text.p, text.n < sizeof first ? text.n : sizeof first);
    for (size_t i = 0; i < 2; i++)
        ranked->key[i] = (uint64_t)first[8 * i] << 56 | (uint64_t)first[8 * i + 1] << 48 | (uint64_t)first[8 * i + 2] << 40 |
                         (uint64_t)first[8 * i + 3] << 32 | (uint64_t)first[8 * i + 4] << 24 | (uint64_t)first[8 * i + 5] << 16 |
                         (uint64_t)first[8 * i + 6] << 8 | first[8 * i + 7];
    ranked->more = str_sub(text, sizeof ranked->key, text.n);
}

static struct ranked ranked_of(const struct ordering_row *row, size_t at, enum order_key key)
{
    struct ranked ranked = { .row = (uint32_t)at };
    switch (key) {
    case ORDER_DATE: set_text(&ranked, row->date); break;
    case ORDER_PLACE: set_text(&ranked, row->place); break;
    case ORDER_TITLE: set_text(&ranked, row->title); break;
    case ORDER_ORDINAL:
        ranked.key[0] = (uint64_t)row->ordinal;
        ranked.unknown = row->ordinal == 0;
        break;
    case ORDER_SIZE: ranked.key[0] = row->chars; break;
    case ORDER_GIVEN:
    case N_ORDERS: ranked.key[0] = at; break;
    }
    if (ranked.unknown)
        ranked.key[0] = ranked.key[1] = UINT64_MAX;
    return ranked;
}

static int cmp_values(const struct ranked *x, const struct ranked *y)
{
    for (int i = 0; i < 2; i++)
        if (x->key[i] != y->key[i])
            return x->key[i] < y->key[i] ? -1 : 1;
    return x->more.n || y->more.n ? str_cmp(x->more, y->more) : 0;
}

static int by_value(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;
    int order = cmp_values(x, y);
    return order ? order : (x->row > y->row) - (x->row < y->row);
}

/* Sorts by the keys, and by what is behind them where they are alike. */
static struct ranked *sort(struct arena *arena, const struct ranked *ranked, size_t n)
{
    struct keyed *rooms[2] = { NEW_N(arena, struct keyed, n + 1), NEW_N(arena, struct keyed, n + 1) }, *keyed = rooms[0];
    struct ranked *sorted = NEW_N(arena, struct ranked, n + 1);
    for (size_t i = 0; i < n; i++)
        keyed[i].at = (uint32_t)i;
    for (int part = 1; part >= 0; part--) {
        for (size_t i = 0; i < n; i++)
            keyed[i].key = ranked[keyed[i].at].key[part];
        keyed = sort_by_key(keyed, rooms[keyed == rooms[0]], n);
    }
    for (size_t i = 0; i < n; i++)
        sorted[i] = ranked[keyed[i].at];
    for (size_t from = 0, to; from < n; from = to) {
        for (to = from + 1; to < n && memcmp(sorted[to].key, sorted[from].key, sizeof sorted[to].key) == 0;)
            to++;
        if (to > from + 1)
            qsort(sorted + from, to - from, sizeof *sorted, by_value);
    }
    return sorted;
}

/* The rows of a sorted list from its end, equal ones as they stood; the unknown stay last. */
static void reverse(const struct ranked *ranked, size_t n, uint32_t *rows)
{
    size_t known = n, at = 0;
    while (known && ranked[known - 1].unknown)
        known--;
    for (size_t end = known, from; end; end = from) {
        for (from = end - 1; from && cmp_values(&ranked[from - 1], &ranked[end - 1]) == 0;)
            from--;
        for (size_t i = from; i < end; i++)
            rows[at++] = ranked[i].row;
    }
    for (size_t i = known; i < n; i++)
        rows[at++] = ranked[i].row;
}

struct ordering ordering_prepare(struct arena *arena, const struct ordering_row *rows, size_t n)
{
    struct ordering o = { rows, n, NEW_N(arena, struct ordering_place, n + 1), NEW_N(arena, uint32_t, n + 1), 0, 0 };
    struct arena work = { 0 };
    struct keyed *keyed = NEW_N(&work, struct keyed, n + 1), *spare = NEW_N(&work, struct keyed, n + 1);
    for (size_t i = 0; i < n; i++)
        keyed[i] = (struct keyed){ rows[i].congress, (uint32_t)i };
    keyed = sort_by_key(keyed, spare, n);
    for (size_t i = 0; i < n; i++) {
        bool first = i == 0 || keyed[i].key == 0 || keyed[i].key != keyed[i - 1].key; /* 0: of no congress, alone */
        o.n_groups += first;
        o.n_congresses += first && keyed[i].key;
        o.places[keyed[i].at] =
            (struct ordering_place){ (uint32_t)o.n_groups - 1, rows[keyed[i].at].number | (keyed[i].key ? 0 : LISTED_ALONE) };
        o.sizes[o.n_groups - 1]++;
    }
    arena_finish(&work);
    return o;
}

/* Rows become numbers, those of one group together where the first of them stands. `next` has room for a place of each group. */
static void gather(const struct ordering *o, const uint32_t *order, uint32_t *next, uint32_t *numbers)
{
    uint32_t at = 0;
    memset(next, 0xFF, o->n_groups * sizeof *next);
    for (size_t i = 0; i < o->n; i++) {
        struct ordering_place place = o->places[order[i]];
        if (next[place.group] == UINT32_MAX) {
            next[place.group] = at;
            at += o->sizes[place.group];
            place.listed |= LISTED_FIRST;
        }
        numbers[next[place.group]++] = place.listed;
    }
}

void ordering_make(const struct ordering *o, enum order_key key, uint32_t *forward, uint32_t *reversed)
{
    struct arena work = { 0 };
    struct ranked *ranked = NEW_N(&work, struct ranked, o->n + 1);
    uint32_t *next = NEW_N(&work, uint32_t, o->n_groups + 1), *order = NEW_N(&work, uint32_t, o->n + 1);
    for (size_t i = 0; i < o->n; i++)
        ranked[i] = ranked_of(&o->rows[i], i, key);
    if (key != ORDER_GIVEN)
        ranked = sort(&work, ranked, o->n);
    for (size_t i = 0; i < o->n; i++)
        order[i] = ranked[i].row;
    gather(o, order, next, forward);
    reverse(ranked, o->n, order);
    gather(o, order, next, reversed);
    arena_finish(&work);
}
