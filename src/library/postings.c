/* Which reports of a segment hold a pair of neighbouring characters. */
#include "library/postings.h"

#include <stdlib.h>
#include <string.h>

/* A list grows by pieces. Most pairs stand in one report only, so the first piece is small and within. */
struct piece {
    struct piece *next;
    unsigned char n, bytes[55];
};
struct posting_list {
    uint32_t pair, last; /* 1 + the report that was added last */
    uint32_t size;
    unsigned char first[4];
    struct piece *pieces, *tail;
};

struct set set_all(size_t n)
{
    struct set set = { { 0 } };
    for (size_t i = 0; i < n / 64; i++)
        set.bits[i] = ~(uint64_t)0;
    if (n % 64)
        set.bits[n / 64] = ((uint64_t)1 << n % 64) - 1;
    return set;
}

void set_add(struct set *set, size_t i)
{
    set->bits[i / 64] |= (uint64_t)1 << i % 64;
}

bool set_has(const struct set *set, size_t i)
{
    return set->bits[i / 64] >> i % 64 & 1;
}

void set_keep(struct set *set, const struct set *other)
{
    for (size_t i = 0; i < SEGMENT_MOST / 64; i++)
        set->bits[i] &= other->bits[i];
}

void set_drop(struct set *set, const struct set *other)
{
    for (size_t i = 0; i < SEGMENT_MOST / 64; i++)
        set->bits[i] &= ~other->bits[i];
}

void set_remove(struct set *set, size_t i)
{
    set->bits[i / 64] &= ~((uint64_t)1 << i % 64);
}

void set_join(struct set *set, const struct set *other)
{
    for (size_t i = 0; i < SEGMENT_MOST / 64; i++)
        set->bits[i] |= other->bits[i];
}

size_t set_count(const struct set *set)
{
    size_t n = 0;
    for (size_t i = 0; i < SEGMENT_MOST / 64; i++)
        n += (size_t)__builtin_popcountll(set->bits[i]);
    return n;
}

static size_t slot_of(const struct postings *postings, uint32_t pair)
{
    size_t i = (size_t)(pair * 0x9E3779B97F4A7C15u >> 20) & (postings->n_slots - 1);
    while (postings->slots[i] && postings->lists[postings->slots[i] - 1].pair != pair)
        i = (i + 1) & (postings->n_slots - 1);
    return i;
}

static void grow_slots(struct postings *postings)
{
    postings->n_slots = postings->n_slots ? postings->n_slots * 2 : 1 << 16;
    postings->slots = NEW_N(postings->arena, uint32_t, postings->n_slots);
    for (size_t i = 0; i < postings->n; i++)
        postings->slots[slot_of(postings, postings->lists[i].pair)] = (uint32_t)i + 1;
}

static struct posting_list *list_of(struct postings *postings, uint32_t pair)
{
    if (postings->n * 2 >= postings->n_slots)
        grow_slots(postings);
    uint32_t *slot = &postings->slots[slot_of(postings, pair)];
    if (!*slot) {
        if (postings->n == postings->cap)
            postings->lists = array_grow(postings->arena, postings->lists, postings->n, &postings->cap, sizeof *postings->lists);
        postings->lists[postings->n++] = (struct posting_list){ .pair = pair };
        *slot = (uint32_t)postings->n;
    }
    return &postings->lists[*slot - 1];
}

static void add_byte(struct postings *postings, struct posting_list *list, unsigned char byte)
{
    if (list->size++ < sizeof list->first) {
        list->first[list->size - 1] = byte;
        return;
    }
    if (!list->tail || list->tail->n == sizeof list->tail->bytes) {
        struct piece *piece = NEW(postings->arena, struct piece);
        *(list->tail ? &list->tail->next : &list->pieces) = piece;
        list->tail = piece;
    }
    list->tail->bytes[list->tail->n++] = byte;
}

void postings_add(struct postings *postings, uint32_t report, const uint32_t *pairs, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct posting_list *list = list_of(postings, pairs[i]);
        uint32_t step = report - list->last; /* 0: the one behind the last */
        list->last = report + 1;
        for (; step >= 128; step >>= 7)
            add_byte(postings, list, (unsigned char)(step | 128));
        add_byte(postings, list, (unsigned char)step);
    }
}

static int by_pair(const void *a, const void *b)
{
    uint32_t x = ((const struct posting_list *)a)->pair, y = ((const struct posting_list *)b)->pair;
    return (x > y) - (x < y);
}

void postings_sort(struct postings *postings)
{
    if (postings->n)
        qsort(postings->lists, postings->n, sizeof *postings->lists, by_pair);
}

uint32_t postings_pair(const struct postings *postings, size_t i)
{
    return postings->lists[i].pair;
}

static bool read_steps(struct bytes list, size_t reports, struct set *set)
{
    size_t report = 0;
    for (size_t at = 0; at < list.n;) {
        size_t step = 0;
        for (int shift = 0;; shift += 7) {
            if (at == list.n || shift > 14)
                return false;
            step |= (size_t)(list.p[at] & 127) << shift;
            if (list.p[at++] < 128)
                break;
        }
        report += step;
        if (report >= reports)
            return false;
        set_add(set, report++);
    }
    return true;
}

static size_t bits_size(size_t reports)
{
    return (reports + 7) / 8;
}

bool postings_read(struct bytes list, size_t reports, struct set *set)
{
    if (list.n != bits_size(reports))
        return list.n < bits_size(reports) && read_steps(list, reports, set);
    for (size_t i = 0; i < reports; i++)
        if (list.p[i / 8] >> i % 8 & 1)
            set_add(set, i);
    return true;
}

struct bytes postings_bytes(const struct postings *postings, struct arena *arena, size_t i, size_t reports)
{
    const struct posting_list *list = &postings->lists[i];
    unsigned char *p = arena_alloc(arena, list->size, 1);
    size_t n = list->size < sizeof list->first ? list->size : sizeof list->first;
    memcpy(p, list->first, n);
    for (const struct piece *piece = list->pieces; piece; n += piece->n, piece = piece->next)
        memcpy(p + n, piece->bytes, piece->n);
    struct bytes steps = { p, n };
    if (n < bits_size(reports))
        return steps;
    struct set set = { { 0 } };
    read_steps(steps, reports, &set);
    unsigned char *bits = arena_alloc(arena, bits_size(reports), 1);
    for (size_t k = 0; k < reports; k++)
        if (set_has(&set, k))
            bits[k / 8] |= (unsigned char)(1 << k % 8);
    return (struct bytes){ bits, bits_size(reports) };
}
