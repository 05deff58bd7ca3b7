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

static struct passages passages_copy(struct arena *arena, const struct passages *passages)
{
    struct passages to = *passages;
    struct passage *v = NEW_N(arena, struct passage, to.n + 1);
    for (size_t i = 0; i < to.n; i++) {
        v[i] = passages->v[i];
        v[i].left = arena_str(arena, v[i].left);
        v[i].match = arena_str(arena, v[i].match);
        v[i].right = arena_str(arena, v[i].right);
    }
    to.v = v;
    return to;
}

static struct shelved *put_one(struct shelf_half *half, const struct entry *entry)
{
    bool found;
    uint32_t number = entry->number;
    struct str key = arena_str(&half->arena, (struct str){ (const char *)&number, sizeof number });
    size_t index = *map_put(&half->index, key, half->entries.n, &found);
    if (!found)
        PUSH(&half->arena, &half->entries);
    half->entries.v[index] = (struct shelved){ .entry = entry_copy(&half->arena, entry) };
    return &half->entries.v[index];
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
        struct shelved *shelved = put_one(half, &entries->v[i]);
        shelved->signs = entries->signs ? entries->signs[i] : 0;
        shelved->whole = entries->passages != NULL;
        if (entries->passages)
            shelved->passages = passages_copy(&half->arena, &entries->passages[i]);
    }
}

void shelf_finish(struct shelf *shelf)
{
    arena_finish(&shelf->halves[0].arena);
    arena_finish(&shelf->halves[1].arena);
    *shelf = (struct shelf){ .young = 0 };
}
