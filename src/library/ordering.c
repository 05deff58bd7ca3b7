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

/* A row on its way through a sort: `key` decides most comparisons alone. Of a string it is the first sixteen bytes; `more` is the rest. */
struct ranked {
    uint64_t key[2];
    struct str more;
    uint32_t row;
    bool unknown;
};

static void set_text(struct ranked *ranked, struct str text)
{
    ranked->unknown = !text.p;
    for (size_t i = 0; i < sizeof ranked->key; i++)
        ranked->key[i / 8] = ranked->key[i / 8] << 8 | (i < text.n ? (unsigned char)text.p[i] : 0);
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
    return ranked;
}

static int cmp_values(const struct ranked *x, const struct ranked *y)
{
    if (x->unknown || y->unknown)
        return (int)x->unknown - (int)y->unknown;
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
    struct ordering o = { rows, n, NEW_N(arena, uint32_t, n + 1), NEW_N(arena, uint32_t, n + 1), 0, 0 };
    struct arena work = { 0 };
    struct map names = { .arena = &work };
    for (size_t i = 0; i < n; i++) {
        bool found = false;
        struct str name = { (const char *)&rows[i].congress, sizeof rows[i].congress };
        size_t group = rows[i].congress ? *map_put(&names, name, o.n_groups, &found) : o.n_groups;
        o.groups[i] = (uint32_t)group;
        o.sizes[group]++;
        o.n_groups += !found;
        o.n_congresses += rows[i].congress && !found;
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
        const struct ordering_row *row = &o->rows[order[i]];
        uint32_t group = o->groups[order[i]], marks = row->congress ? 0 : LISTED_ALONE;
        if (next[group] == UINT32_MAX) {
            next[group] = at;
            at += o->sizes[group];
            marks |= LISTED_FIRST;
        }
        numbers[next[group]++] = row->number | marks;
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
        qsort(ranked, o->n, sizeof *ranked, by_value);
    for (size_t i = 0; i < o->n; i++)
        order[i] = ranked[i].row;
    gather(o, order, next, forward);
    reverse(ranked, o->n, order);
    gather(o, order, next, reversed);
    arena_finish(&work);
}
