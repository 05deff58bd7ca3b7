/* A hash map from slices to numbers: open addressing in an arena. */
#include "base/map.h"

#include <string.h>

struct map_slot {
    struct str key; /* p is NULL in a free slot */
    size_t value;
};

uint64_t hash_str(uint64_t hash, struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        hash = (hash ^ (unsigned char)s.p[i]) * 0x100000001b3u;
    return hash;
}

/* Eight bytes at once: keys are often whole paragraphs. */
static size_t hash_key(struct str s)
{
    uint64_t hash = HASH_START ^ s.n, piece;
    size_t i = 0;
    for (; s.n - i >= sizeof piece; i += sizeof piece) {
        memcpy(&piece, s.p + i, sizeof piece);
        hash = (hash ^ piece) * 0x9E3779B97F4A7C15u;
        hash ^= hash >> 32;
    }
    piece = 0;
    memcpy(&piece, s.p + i, s.n - i);
    hash = (hash ^ piece) * 0x9E3779B97F4A7C15u;
    return (size_t)(hash ^ hash >> 32);
}

/* The slot where key is or would be. */
static struct map_slot *slot_of(struct map_slot *slots, size_t cap, struct str key)
{
    size_t i = hash_key(key) & (cap - 1);
    while (slots[i].key.p && !str_eq(slots[i].key, key))
        i = (i + 1) & (cap - 1);
    return &slots[i];
}

static void grow(struct map *map)
{
    size_t cap = map->cap ? map->cap * 2 : 16;
    struct map_slot *slots = NEW_N(map->arena, struct map_slot, cap);
    for (size_t i = 0; i < map->cap; i++)
        if (map->slots[i].key.p)
            *slot_of(slots, cap, map->slots[i].key) = map->slots[i];
    map->slots = slots;
    map->cap = cap;
}

size_t *map_put(struct map *map, struct str key, size_t value, bool *found)
{
    if (!key.p)
        key = STR("");
    if (map->n * 2 >= map->cap)
        grow(map);
    struct map_slot *slot = slot_of(map->slots, map->cap, key);
    if (found)
        *found = slot->key.p != NULL;
    if (!slot->key.p) {
        *slot = (struct map_slot){ key, value };
        map->n++;
    }
    return &slot->value;
}

const size_t *map_get(const struct map *map, struct str key)
{
    if (!map->cap)
        return NULL;
    if (!key.p)
        key = STR("");
    const struct map_slot *slot = slot_of(map->slots, map->cap, key);
    return slot->key.p ? &slot->value : NULL;
}
