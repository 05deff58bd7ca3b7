/* The orders of a list, made ready for all reports of a library at once. */
#include "library/ordering.h"

#include <stdlib.h>
#include <string.h>

#include "base/map.h"

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

/* A row on its way through a sort: `key` decides most comparisons alone. Of a string it is the first eight bytes; the rest is in `text`. */
struct ranked {
    uint64_t key;
    uint32_t row;
    bool unknown;
    struct str text;
};

static void set_text(struct ranked *ranked, struct str text)
{
    ranked->unknown = !text.p;
    ranked->text = text;
    for (size_t i = 0; i < sizeof ranked->key; i++)
        ranked->key = ranked->key << 8 | (i < text.n ? (unsigned char)text.p[i] : 0);
}

static struct ranked ranked_of(const struct ordering_row *row, size_t at, enum order_key key)
{
    struct ranked ranked = { .row = (uint32_t)at };
    switch (key) {
    case ORDER_DATE: set_text(&ranked, row->date); break;
    case ORDER_PLACE: set_text(&ranked, row->place); break;
    case ORDER_TITLE: set_text(&ranked, row->title); break;
    case ORDER_ORDINAL:
        ranked.key = (uint64_t)row->ordinal;
        ranked.unknown = row->ordinal == 0;
        break;
    case ORDER_SIZE: ranked.key = row->chars; break;
    case ORDER_GIVEN:
    case N_ORDERS: ranked.key = at; break;
    }
    return ranked;
}

static int cmp_values(const struct ranked *x, const struct ranked *y)
{
    if (x->unknown || y->unknown)
        return (int)x->unknown - (int)y->unknown;
    return x->key != y->key ? (x->key > y->key) - (x->key < y->key) : str_cmp(x->text, y->text);
}

static int by_value(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;
    int order = cmp_values(x, y);
    return order ? order : (x->row > y->row) - (x->row < y->row);
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

/* The congress of each row by a number of its own, those of none each by another; answers how many numbers there are. */
static size_t number_groups(struct arena *arena, const struct ordering_row *rows, size_t n, uint32_t *groups, size_t *congresses)
{
    struct map names = { .arena = arena };
    size_t n_groups = 0;
    *congresses = 0;
    for (size_t i = 0; i < n; i++) {
        bool found = false;
        struct str name = { (const char *)&rows[i].congress, sizeof rows[i].congress };
        size_t group = rows[i].congress ? *map_put(&names, name, n_groups, &found) : n_groups;
        groups[i] = (uint32_t)group;
        n_groups += !found;
        *congresses += rows[i].congress && !found;
    }
    return n_groups;
}

/* Rows become numbers, those of one group together where the first of them stands. `next` has room for a place of each group. */
static void gather(const struct ordering_row *rows, const uint32_t *order, size_t n, const uint32_t *groups, const uint32_t *sizes,
                   size_t n_groups, uint32_t *next, uint32_t *numbers)
{
    uint32_t at = 0;
    memset(next, 0xFF, n_groups * sizeof *next);
    for (size_t i = 0; i < n; i++) {
        const struct ordering_row *row = &rows[order[i]];
        uint32_t group = groups[order[i]], marks = row->congress ? 0 : LISTED_ALONE;
        if (next[group] == UINT32_MAX) {
            next[group] = at;
            at += sizes[group];
            marks |= LISTED_FIRST;
        }
        numbers[next[group]++] = row->number | marks;
    }
}

size_t ordering_make(const struct ordering_row *rows, size_t n, enum order_key key, uint32_t *forward, uint32_t *reversed)
{
    struct arena arena = { 0 };
    struct ranked *ranked = NEW_N(&arena, struct ranked, n + 1);
    uint32_t *groups = NEW_N(&arena, uint32_t, n + 1), *sizes = NEW_N(&arena, uint32_t, n + 1);
    uint32_t *next = NEW_N(&arena, uint32_t, n + 1), *order = NEW_N(&arena, uint32_t, n + 1);
    size_t congresses, n_groups = number_groups(&arena, rows, n, groups, &congresses);
    for (size_t i = 0; i < n; i++) {
        ranked[i] = ranked_of(&rows[i], i, key);
        sizes[groups[i]]++;
    }
    qsort(ranked, n, sizeof *ranked, by_value);
    for (size_t i = 0; i < n; i++)
        order[i] = ranked[i].row;
    gather(rows, order, n, groups, sizes, n_groups, next, forward);
    reverse(ranked, n, order);
    gather(rows, order, n, groups, sizes, n_groups, next, reversed);
    arena_finish(&arena);
    return congresses;
}
