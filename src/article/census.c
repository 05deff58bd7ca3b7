/* The census: who is named and which set phrases are used in very many reports, counted while they go by. */
#include "article/census.h"

#include <stdlib.h>

#include "article/terms.h"
#include "base/buf.h"
#include "text/variant.h"

enum { ROLES_MOST = 8 };

void census_finish(struct census *census)
{
    arena_finish(&census->people.arena);
    arena_finish(&census->terms.arena);
    *census = (struct census){ .turn = 0 };
}

static struct str simple(struct arena *arena, struct str s)
{
    struct buf key = buf_make(arena, SIZE_MAX);
    buf_add_simplified(&key, s);
    return buf_str(&key);
}

/* Puts in one that is new there; what it points to stays where it is. */
static struct counted *put(struct counts *counts, struct str key, const struct counted *new)
{
    counts->places.arena = &counts->arena;
    map_put(&counts->places, str_eq(key, new->text) ? new->text : arena_str(&counts->arena, key), counts->v.n, NULL);
    struct counted *counted = PUSH(&counts->arena, &counts->v);
    *counted = *new;
    return counted;
}

/* Copies what a prune keeps. */
static void keep(struct arena *work, struct counts *to, const struct counted *old)
{
    struct counted new = *old;
    new.text = arena_str(&to->arena, old->text);
    new.roles.v = NULL;
    new.roles.n = new.roles.cap = 0;
    new.years.v = NULL;
    new.years.n = new.years.cap = 0;
    for (size_t i = 0; i < old->roles.n; i++)
        *PUSH(&to->arena, &new.roles) = arena_str(&to->arena, old->roles.v[i]);
    for (size_t i = 0; i < old->years.n; i++)
        *PUSH(&to->arena, &new.years) = old->years.v[i];
    put(to, simple(work, new.text), &new);
}

/* Leaves out the rarest, so that half the room is free. */
static void prune(struct counts *counts)
{
    struct arena work = { 0 };
    struct counts left = { .cut = true };
    uint32_t *ranked = counts_ranked(&work, counts);
    unsigned rare = counts->v.v[ranked[COUNTED_MOST / 2]].n; /* these and rarer ones */
    for (size_t i = 0; i < counts->v.n; i++)
        if (counts->v.v[i].n > rare)
            keep(&work, &left, &counts->v.v[i]);
    arena_finish(&counts->arena);
    arena_finish(&work);
    *counts = left;
    counts->places.arena = &counts->arena;
}

static void count_year(struct arena *arena, struct counted *counted, int year)
{
    size_t at = counted->years.n;
    while (at > 0 && counted->years.v[at - 1].year > year)
        at--;
    if (at == 0 || counted->years.v[at - 1].year != year) {
        PUSH(arena, &counted->years);
        for (size_t i = counted->years.n - 1; i > at; i--)
            counted->years.v[i] = counted->years.v[i - 1];
        counted->years.v[at++] = (struct counted_year){ year, 0 };
    }
    counted->years.v[at - 1].n++;
}

/* A report that is being counted. */
struct counting {
    struct arena work;
    struct census *census;
    int year; /* 0: not known */
};

/* Counts a name or a phrase, once a report. */
static struct counted *count(struct counting *now, struct counts *counts, struct str text)
{
    struct str key = simple(&now->work, text);
    const size_t *place = map_get(&counts->places, key);
    if (!place && counts->v.n == COUNTED_MOST)
        prune(counts);
    struct counted *counted = place ? &counts->v.v[*place] : put(counts, key, &(struct counted){ .text = arena_str(&counts->arena, text) });
    if (counted->turn == now->census->turn)
        return counted;
    counted->turn = now->census->turn;
    counted->n++;
    if (now->year && (!counted->first || now->year < counted->first))
        counted->first = now->year;
    if (now->year > counted->last)
        counted->last = now->year;
    if (now->year && counts == &now->census->terms)
        count_year(&counts->arena, counted, now->year);
    return counted;
}

static void add_role(struct counting *now, struct counted *person, struct str role)
{
    struct str key = simple(&now->work, role);
    bool known = str_eq(role, STR("同志")) || person->roles.n == ROLES_MOST;
    for (size_t i = 0; i < person->roles.n && !known; i++)
        known = str_eq(simple(&now->work, person->roles.v[i]), key);
    if (!known)
        *PUSH(&now->census->people.arena, &person->roles) = arena_str(&now->census->people.arena, role);
}

static void count_people(struct counting *now, const struct mentions *mentions)
{
    for (size_t i = 0; i < mentions->n_people; i++) {
        const struct person *p = &mentions->people[i];
        struct counted *person = count(now, &now->census->people, p->name);
        for (size_t k = 0; k < p->n_roles; k++)
            add_role(now, person, p->roles[k]);
    }
}

static bool is_known(void *census, struct str simplified)
{
    return map_get(&((struct census *)census)->terms.places, simplified) != NULL;
}

static void count_terms(struct counting *now, const struct mentions *mentions)
{
    struct str phrase;
    for (size_t i = 0; i < mentions->n_quoted; i++)
        count(now, &now->census->terms, mentions->quoted[i]);
    for (size_t i = 0; i < mentions->n_numbered; i++)
        for (size_t at = 0; term_next_numbered(mentions->numbered[i], &at, is_known, now->census, &phrase);)
            count(now, &now->census->terms, phrase);
}

void census_count(struct census *census, const struct mentions *mentions)
{
    struct counting now = { .census = census, .year = mentions->year };
    census->turn++;
    count_people(&now, mentions);
    count_terms(&now, mentions);
    arena_finish(&now.work);
}

void census_take(struct census *census, const struct article *article)
{
    struct arena work = { 0 };
    struct mentions mentions = mentions_of(&work, article);
    census_count(census, &mentions);
    arena_finish(&work);
}

static int by_key(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

uint32_t *counts_ranked(struct arena *arena, const struct counts *counts)
{
    size_t n = counts->v.n;
    uint64_t *keys = NEW_N(arena, uint64_t, n + 1); /* reports, the most first, and the place */
    uint32_t *ranked = NEW_N(arena, uint32_t, n + 1);
    for (size_t i = 0; i < n; i++)
        keys[i] = (uint64_t)(UINT32_MAX - counts->v.v[i].n) << 32 | i;
    qsort(keys, n, sizeof *keys, by_key);
    for (size_t i = 0; i < n; i++)
        ranked[i] = (uint32_t)keys[i];
    return ranked;
}
