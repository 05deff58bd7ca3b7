/* What was found, in the orders of the list and by how much it matters. */
#include <stdlib.h>
#include <string.h>

#include "library/library.h"

/* Where each report stands among what was found, by number: 1 and more; 0: it is not there. */
struct places {
    const uint32_t *v;
    size_t n;
};

static struct places places_of(struct arena *arena, const struct findings *found)
{
    size_t n = 0;
    for (size_t i = 0; i < found->n; i++)
        n = found->v[i].number < n ? n : found->v[i].number + (size_t)1;
    uint32_t *v = NEW_N(arena, uint32_t, n + 1);
    for (size_t i = 0; i < found->n; i++)
        v[found->v[i].number] = (uint32_t)i + 1;
    return (struct places){ v, n };
}

static uint32_t place_of(const struct places *places, uint32_t listed)
{
    uint32_t number = listed & LISTED_NUMBER;
    return number < places->n ? places->v[number] : 0;
}

/* Those of a listing that are there, *n of them, with its marks. */
static uint32_t *narrow(struct library *library, struct arena *arena, const uint32_t *all, const struct places *places, size_t *n)
{
    size_t total = library_count(library);
    uint32_t *numbers = NEW_N(arena, uint32_t, (total < places->n ? total : places->n) + 1);
    bool begun = true; /* the first of this congress is listed */
    *n = 0;
    for (size_t i = 0; i < total; i++) {
        if (all[i] & LISTED_FIRST)
            begun = false;
        if (!place_of(places, all[i]))
            continue;
        numbers[(*n)++] = begun ? all[i] : all[i] | LISTED_FIRST;
        begun = true;
    }
    return numbers;
}

uint32_t *library_narrow(struct library *library, struct arena *arena, enum order_key key, bool reverse, const struct findings *found,
                         size_t *n)
{
    struct arena work = { 0 };
    const struct places places = places_of(&work, found);
    uint32_t *numbers = narrow(library, arena, library_order(library, &work, key, reverse), &places, n);
    arena_finish(&work);
    return numbers;
}

void library_arrange(struct library *library, struct findings *found, enum order_key key)
{
    struct arena work = { 0 };
    const struct places places = places_of(&work, found);
    const uint32_t *all = key == ORDER_GIVEN ? library_numbers(library, &work) : library_order(library, &work, key, false);
    size_t n;
    const uint32_t *numbers = narrow(library, &work, all, &places, &n);
    struct found *arranged = NEW_N(&work, struct found, n + 1);
    for (size_t i = 0; i < n; i++)
        arranged[i] = found->v[place_of(&places, numbers[i]) - 1];
    if (n)
        memcpy(found->v, arranged, n * sizeof *arranged);
    found->n = n;
    arena_finish(&work);
}

/* A finding with its score, and where it stood. */
struct scored {
    uint64_t score;
    size_t place;
    struct found found;
};

static int by_score(const void *a, const void *b)
{
    const struct scored *x = a, *y = b;
    if (x->score != y->score)
        return x->score < y->score ? 1 : -1;
    return (x->place > y->place) - (x->place < y->place);
}

void findings_rank(struct findings *found)
{
    struct arena work = { 0 };
    struct scored *scored = NEW_N(&work, struct scored, found->n + 1);
    for (size_t i = 0; i < found->n; i++)
        scored[i] = (struct scored){ query_score(&found->v[i].answer), i, found->v[i] };
    qsort(scored, found->n, sizeof *scored, by_score);
    for (size_t i = 0; i < found->n; i++)
        found->v[i] = scored[i].found;
    arena_finish(&work);
}
