/* The phrases that many reports of a segment hold: how many hold each, and how often. */
#ifndef DAHUI_LIBRARY_PHRASES_H
#define DAHUI_LIBRARY_PHRASES_H

#include "text/unit.h"

/* What is in nearly every report cannot be found by passing over those that lack it: all text would have to be read for a number. So the
 * numbers of such phrases are kept. Which they may be is guessed from a sample of the reports; those of the whole are counted,
 * so a phrase that is here has the right numbers, and one that is missing is looked for in the text. */
enum {
    PHRASE_MOST = 10,     /* units of the longest */
    PHRASE_SHARE = 16,    /* one of so many reports holds it at least */
    PHRASES_LEAST = 4096, /* fewer reports than these are soon read */
};

struct phrase_count {
    uint32_t reports, matches;
};

/* Phrases under construction. { 0 } is ready but for the arena. */
struct phrases {
    struct arena *arena;
    ARRAY(uint16_t) sample; /* one text behind the other */
    ARRAY(size_t) ends;     /* of each */
    struct phrase_tree {
        struct arena *arena;
        struct phrase_node *v; /* 0 is the empty phrase; a longer one stands behind all shorter ones */
        size_t n, cap;
        uint64_t *slots; /* by what each hangs on and its last unit: these, and behind them its number */
        size_t n_slots;
    } tree;
};

/* To be called with the text of each report of a segment, in order; `report` is its number there. Some are kept. */
void phrases_sample(struct phrases *phrases, size_t report, struct units text);

/* Guesses the phrases; no more samples from then on. */
void phrases_guess(struct phrases *phrases);

/* Counting them: each worker has numbers of its own, which are added up at the end. */
struct phrase_counter {
    struct phrase_counts { uint32_t last, reports, matches; } *v;
};
struct phrase_counter phrases_counter(const struct phrases *phrases, struct arena *arena);
void phrases_count(const struct phrases *phrases, struct phrase_counter *counter, size_t report, struct units text);
void phrases_add_up(const struct phrases *phrases, struct phrase_counter *counter, const struct phrase_counter *other);
void phrases_conclude(const struct phrases *phrases, struct phrase_counter *counter);

/* Those that at least `least` reports hold, by their length (from 1) and then by their units: each its units, then its numbers. */
struct bytes phrases_bytes(const struct phrases *phrases, const struct phrase_counter *counter, struct arena *arena, size_t length, uint32_t least);

/* Bytes of one of a length. */
size_t phrase_size(size_t length);

/* How two of the same length stand to each other in that order; either may stand anywhere. */
int phrase_cmp(const unsigned char *a, const unsigned char *b, size_t length);

#endif
