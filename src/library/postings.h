/* Which reports of a segment hold a pair of neighbouring characters. */
#ifndef DAHUI_LIBRARY_POSTINGS_H
#define DAHUI_LIBRARY_POSTINGS_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/* A segment holds at most so many reports, numbered from 0. */
enum { SEGMENT_MOST = 16384 };

/* Some of them. */
struct set {
    uint64_t bits[SEGMENT_MOST / 64];
};
struct set set_all(size_t n); /* the first n */
void set_add(struct set *set, size_t i);
bool set_has(const struct set *set, size_t i);
void set_remove(struct set *set, size_t i);
void set_keep(struct set *set, const struct set *other); /* what is in both */
void set_drop(struct set *set, const struct set *other); /* what is not in the other */
void set_join(struct set *set, const struct set *other); /* what is in one of them */
size_t set_count(const struct set *set);

/* The lists of all pairs while a segment is made: reports come in order, each with its different pairs. A list is a run of steps from
 * one report to the next, seven bits a byte; where a bit for each report takes no more room, it is that. A list's length
 * says which: steps are always shorter than the bits. */
struct postings {
    struct arena *arena;
    struct posting_list *lists;
    size_t n, cap;
    uint32_t *slots; /* by hash of the pair: 1 + the number of its list */
    size_t n_slots;
};
void postings_add(struct postings *postings, uint32_t report, const uint32_t *pairs, size_t n);

/* The lists in the order of their pairs; no more additions from then on. */
void postings_sort(struct postings *postings);
uint32_t postings_pair(const struct postings *postings, size_t i);
struct bytes postings_bytes(const struct postings *postings, struct arena *arena, size_t i, size_t reports);

/* Adds what a list says to a set; false where it is none. */
bool postings_read(struct bytes list, size_t reports, struct set *set);

#endif
