/* The phrases that many reports of a segment hold. They form a tree: a phrase of n units hangs on the one of n - 1 that it begins with. Both
 * that one and the one that it ends with are in as many reports at least, so the tree grows from phrases to longer ones. */
#include "library/phrases.h"

#include <stdlib.h>

enum { SAMPLE_EACH = 32, SAMPLE_UNITS = 1 << 22, NUMBER_BITS = 24, TREE_MOST = 1 << 17, BREAK = '\n' };
#define NOWHERE UINT32_MAX

struct phrase_node {
    uint32_t parent, tail; /* without its last unit; without its first */
    uint16_t unit, length;
};

/* Where a phrase that is `parent` and one unit more is in the slots, or would be. */
static size_t slot_of(const struct phrase_tree *tree, uint32_t parent, uint16_t unit)
{
    uint64_t key = (uint64_t)parent << 16 | unit;
    size_t i = (size_t)(key * 0x9E3779B97F4A7C15u >> 32) & (tree->n_slots - 1);
    while (tree->slots[i] && tree->slots[i] >> NUMBER_BITS != key)
        i = (i + 1) & (tree->n_slots - 1);
    return i;
}

static uint32_t longer_by(const struct phrase_tree *tree, uint32_t parent, uint16_t unit)
{
    return (uint32_t)(tree->slots[slot_of(tree, parent, unit)] & ((1 << NUMBER_BITS) - 1));
}

static void set_slot(struct phrase_tree *tree, size_t i)
{
    const struct phrase_node *node = &tree->v[i];
    tree->slots[slot_of(tree, node->parent, node->unit)] = ((uint64_t)node->parent << 16 | node->unit) << NUMBER_BITS | i;
}

static void grow_slots(struct phrase_tree *tree)
{
    tree->n_slots = tree->n_slots ? tree->n_slots * 2 : 1 << 12;
    tree->slots = NEW_N(tree->arena, uint64_t, tree->n_slots);
    for (size_t i = 1; i < tree->n; i++)
        set_slot(tree, i);
}

static struct phrase_tree tree_make(struct arena *arena)
{
    struct phrase_tree tree = { .arena = arena };
    *PUSH(arena, &tree) = (struct phrase_node){ 0 };
    grow_slots(&tree);
    return tree;
}

/* The phrase that is `parent`, of some tree, and one unit more. */
static uint32_t put(struct phrase_tree *tree, uint32_t parent, uint16_t unit, size_t length)
{
    uint32_t node = longer_by(tree, parent, unit);
    if (node)
        return node;
    if (tree->n * 2 >= tree->n_slots)
        grow_slots(tree);
    *PUSH(tree->arena, tree) = (struct phrase_node){ parent, 0, unit, (uint16_t)length };
    set_slot(tree, tree->n - 1);
    return (uint32_t)tree->n - 1;
}

static void count(struct phrase_counts *counts, size_t report)
{
    counts->reports += counts->last != report + 1;
    counts->last = (uint32_t)report + 1;
}

void phrases_sample(struct phrases *phrases, size_t report, struct units text)
{
    size_t room = SAMPLE_UNITS - phrases->sample.n;
    if (report % SAMPLE_EACH || room == 0)
        return;
    for (size_t i = 0; i < text.n && i < room; i++)
        *PUSH(phrases->arena, &phrases->sample) = unit_at(text, i);
    *PUSH(phrases->arena, &phrases->ends) = phrases->sample.n;
}

/* Finds among the samples what begins with a phrase that is in the tree and is one unit longer than `length`; at[i] is the phrase of that
 * length at unit i. What is frequent enough goes into the tree. */
static void lengthen(struct phrases *phrases, struct arena *work, uint32_t *at, size_t length)
{
    const uint16_t *units = phrases->sample.v;
    struct phrase_tree longer = tree_make(work);
    ARRAY(struct phrase_counts) counts = { 0 };
    size_t least = phrases->ends.n * 2 / (PHRASE_SHARE * 3) + 1; /* chance may have left some out */
    for (size_t report = 0, i = 0; report < phrases->ends.n; report++)
        for (size_t end = phrases->ends.v[report]; i < end; i++) {
            bool grows = at[i] != NOWHERE && i + length < end && at[i + (length > 0)] != NOWHERE && units[i + length] != BREAK;
            at[i] = grows ? put(&longer, at[i], units[i + length], length + 1) : NOWHERE;
            while (counts.n < longer.n)
                *PUSH(work, &counts) = (struct phrase_counts){ 0 };
            if (grows)
                count(&counts.v[at[i]], report);
        }
    for (size_t i = 0; i < phrases->sample.n; i++) {
        bool kept = at[i] != NOWHERE && counts.v[at[i]].reports >= least && phrases->tree.n < TREE_MOST;
        at[i] = kept ? put(&phrases->tree, longer.v[at[i]].parent, longer.v[at[i]].unit, length + 1) : NOWHERE;
    }
}

void phrases_guess(struct phrases *phrases)
{
    struct arena work = { 0 };
    uint32_t *at = NEW_N(&work, uint32_t, phrases->sample.n + 1);
    struct phrase_tree *tree = &phrases->tree;
    *tree = tree_make(phrases->arena);
    for (size_t length = 0; length < PHRASE_MOST; length++) {
        struct arena level = { 0 };
        lengthen(phrases, &level, at, length);
        arena_finish(&level);
    }
    for (size_t i = 1; i < tree->n; i++)
        if (tree->v[i].parent)
            tree->v[i].tail = longer_by(tree, tree->v[tree->v[i].parent].tail, tree->v[i].unit);
    arena_finish(&work);
}

struct phrase_counter phrases_counter(const struct phrases *phrases, struct arena *arena)
{
    return (struct phrase_counter){ NEW_N(arena, struct phrase_counts, phrases->tree.n) };
}

/* At each unit the longest phrase that begins there is counted; phrases_conclude gives its matches to all that it begins with, too. Behind its
 * first unit the longest one is its tail at least. */
void phrases_count(const struct phrases *phrases, struct phrase_counter *counter, size_t report, struct units text)
{
    const struct phrase_tree *tree = &phrases->tree;
    uint32_t node = 0;
    for (size_t i = 0, end = 0; i < text.n; i++, node = tree->v[node].tail) {
        uint32_t longer;
        end = end < i ? i : end;
        while (end < text.n && (longer = longer_by(tree, node, unit_at(text, end)))) {
            node = longer;
            end++;
        }
        counter->v[node].matches++;
        for (uint32_t k = node; k && counter->v[k].last != report + 1; k = tree->v[k].parent)
            count(&counter->v[k], report);
    }
}

void phrases_add_up(const struct phrases *phrases, struct phrase_counter *counter, const struct phrase_counter *other)
{
    for (size_t i = 0; other->v && i < phrases->tree.n; i++) {
        counter->v[i].reports += other->v[i].reports;
        counter->v[i].matches += other->v[i].matches;
    }
}

void phrases_conclude(const struct phrases *phrases, struct phrase_counter *counter)
{
    for (size_t i = phrases->tree.n; i-- > 1;)
        counter->v[phrases->tree.v[i].parent].matches += counter->v[i].matches;
}

size_t phrase_size(size_t length)
{
    return length * sizeof(uint16_t) + sizeof(struct phrase_count);
}

int phrase_cmp(const unsigned char *a, const unsigned char *b, size_t length)
{
    struct units x = { a, length }, y = { b, length };
    for (size_t i = 0; i < length; i++)
        if (unit_at(x, i) != unit_at(y, i))
            return unit_at(x, i) < unit_at(y, i) ? -1 : 1;
    return 0;
}

/* Phrases of one length on their way through a sort. */
struct ranked {
    uint16_t units[PHRASE_MOST];
    size_t length;
    struct phrase_count count;
};

static int by_units(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;
    return phrase_cmp((const unsigned char *)x->units, (const unsigned char *)y->units, x->length);
}

struct bytes phrases_bytes(const struct phrases *phrases, const struct phrase_counter *counter, struct arena *arena, size_t length, uint32_t least)
{
    struct arena work = { 0 };
    ARRAY(struct ranked) ranked = { 0 };
    for (size_t i = 1; i < phrases->tree.n; i++) {
        const struct phrase_node *nodes = phrases->tree.v;
        if (nodes[i].length != length || counter->v[i].reports < least)
            continue;
        struct ranked *new = PUSH(&work, &ranked);
        *new = (struct ranked){ { 0 }, length, { counter->v[i].reports, counter->v[i].matches } };
        for (size_t node = i, at = length; at-- > 0; node = nodes[node].parent)
            new->units[at] = nodes[node].unit;
    }
    if (ranked.n)
        qsort(ranked.v, ranked.n, sizeof *ranked.v, by_units);
    unsigned char *bytes = arena_alloc(arena, ranked.n * phrase_size(length), 1), *to = bytes;
    for (size_t i = 0; i < ranked.n; i++, to += phrase_size(length)) {
        memcpy(to, ranked.v[i].units, length * sizeof(uint16_t));
        memcpy(to + length * sizeof(uint16_t), &ranked.v[i].count, sizeof ranked.v[i].count);
    }
    arena_finish(&work);
    return (struct bytes){ bytes, (size_t)(to - bytes) };
}
