/* The entries that a pane has at hand. */
#include "ui/shelf.h"

#include <string.h>

static struct shelved *get_from(const struct shelf_half *half, uint32_t number)
{
    const size_t *index = half->index.n ? map_get(&half->index, (struct str){ (const char *)&number, sizeof number }) : NULL;
    return index ? &half->entries.v[*index] : NULL;
}

struct shelved *shelf_get(const struct shelf *shelf, uint32_t number)
{
    struct shelved *found = get_from(&shelf->halves[shelf->young], number);
    return found ? found : get_from(&shelf->halves[!shelf->young], number);
}

static void put_one(struct shelf_half *half, const struct entry *entry, unsigned char signs)
{
    bool found;
    uint32_t number = entry->number;
    struct str key = arena_str(&half->arena, (struct str){ (const char *)&number, sizeof number });
    size_t index = *map_put(&half->index, key, half->entries.n, &found);
    if (!found)
        PUSH(&half->arena, &half->entries);
    half->entries.v[index] = (struct shelved){ entry_copy(&half->arena, entry), signs };
}

void shelf_put(struct shelf *shelf, const struct entries *entries)
{
    for (size_t i = 0; i < entries->n; i++) {
        struct shelf_half *half = &shelf->halves[shelf->young];
        if (half->entries.n >= SHELF_HALF) {
            shelf->young = !shelf->young;
            half = &shelf->halves[shelf->young];
            arena_reset(&half->arena);
            memset(&half->entries, 0, sizeof half->entries);
            half->index = (struct map){ 0 };
        }
        half->index.arena = &half->arena;
        put_one(half, &entries->v[i], entries->signs ? entries->signs[i] : 0);
    }
}

void shelf_finish(struct shelf *shelf)
{
    arena_finish(&shelf->halves[0].arena);
    arena_finish(&shelf->halves[1].arena);
    *shelf = (struct shelf){ .young = 0 };
}
