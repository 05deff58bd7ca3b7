/* A hash map from slices to numbers. */
#ifndef DAHUI_BASE_MAP_H
#define DAHUI_BASE_MAP_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/* Keys are not copied: they must live as long as the map. { .arena = a } is an empty map. Linear probing, at most
 * half full; the order of insertion is not kept. Two keys are the same when their bytes are. */
struct map {
    struct arena *arena;
    struct map_slot *slots;
    size_t n, cap;
};

/* The value of key, put in as `value` if it was not there; *found (may be NULL) tells which. The pointer is good until the next call. */
size_t *map_put(struct map *map, struct str key, size_t value, bool *found);

/* The value of key, or NULL. */
const size_t *map_get(const struct map *map, struct str key);

/* FNV-1a, 64 bits (public domain: Fowler, Noll, Vo): `hash` is what came before, or HASH_START. */
#define HASH_START 0xcbf29ce484222325u
uint64_t hash_str(uint64_t hash, struct str s);

#endif
