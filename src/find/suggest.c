/* What Latin letters may be meant for: names, places and set phrases, offered as an input method offers them.
 *
 * The words stand in the order of their characters, so those that begin alike are neighbours, and a whole run of them is passed over or
 * taken by looking at one character. */
#include "find/suggest.h"

#include <stdlib.h>

#include "find/spelling.h"
#include "text/fold.h"
#include "text/han.h"

/* A word with its folded characters. */
struct spelled {
    struct dictionary_word word;
    struct units units;
};

struct dictionary {
    size_t n;
    struct spelled *v; /* in the order of their units */
};

/* Is it no mark? */
static bool is_typed(uint16_t unit)
{
    return unit >= 0x80 ? !mark_kinds(unit) : (unit >= 'a' && unit <= 'z') || (unit >= '0' && unit <= '9');
}

/* The folded characters of a word, without marks. */
static struct units units_of(struct arena *arena, struct str word)
{
    struct arena work = { 0 };
    struct units folded = fold(&work, word).text;
    uint16_t *units = NEW_N(arena, uint16_t, folded.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < folded.n; i++)
        if (is_typed(unit_at(folded, i)))
            units[n++] = unit_at(folded, i);
    arena_finish(&work);
    return (struct units){ (const unsigned char *)units, n };
}

static int by_units(const void *a, const void *b)
{
    const struct units *x = &((const struct spelled *)a)->units, *y = &((const struct spelled *)b)->units;
    for (size_t i = 0; i < x->n && i < y->n; i++)
        if (unit_at(*x, i) != unit_at(*y, i))
            return unit_at(*x, i) < unit_at(*y, i) ? -1 : 1;
    return (x->n > y->n) - (x->n < y->n);
}

struct dictionary *dictionary_make(struct arena *arena, const struct dictionary_word *words, size_t n)
{
    struct dictionary *d = NEW(arena, struct dictionary);
    d->v = NEW_N(arena, struct spelled, n + 1);
    for (size_t i = 0; i < n; i++) {
        d->v[d->n] = (struct spelled){ words[i], units_of(arena, words[i].text) };
        d->n += d->v[d->n].units.n > 0;
    }
    qsort(d->v, d->n, sizeof *d->v, by_units);
    return d;
}

/* A word that the letters begin. */
struct offer {
    const struct dictionary_word *word;
    bool complete; /* and end */
};

/* Is a to be offered before b? */
static bool is_better(const struct offer *a, const struct offer *b)
{
    if (a->complete != b->complete)
        return a->complete;
    if (a->word->weight != b->word->weight)
        return a->word->weight > b->word->weight;
    if (a->word->text.n != b->word->text.n)
        return a->word->text.n < b->word->text.n;
    return str_cmp(a->word->text, b->word->text) < 0;
}

/* Looking for what to offer. */
struct offering {
    const struct dictionary *dictionary;
    const struct spelling *spelling;
    struct offer *best; /* so far, in order; room for one more than `most` */
    size_t n, most;
};

/* Puts the offer among the best ones. A word may come twice: as one that goes on, then as complete. */
static void put_offer(struct offering *o, struct offer offer)
{
    size_t at = o->n;
    if (o->n == o->most && !is_better(&offer, &o->best[o->n - 1]))
        return;
    for (size_t i = 0; i < o->n; i++)
        at = o->best[i].word == offer.word ? i : at;
    o->n += at == o->n;
    for (; at > 0 && is_better(&offer, &o->best[at - 1]); at--)
        o->best[at] = o->best[at - 1];
    o->best[at] = offer;
    o->n = o->n < o->most ? o->n : o->most;
}

/* Behind the words from `from` on, below `to`, that have the same character at `at`: steps double until another is met. */
static size_t run_end(const struct spelled *v, size_t from, size_t to, size_t at)
{
    uint16_t unit = unit_at(v[from].units, at);
    size_t low = from, by = 1;
    for (; low + by < to && unit_at(v[low + by].units, at) == unit; by *= 2)
        low += by;
    size_t high = low + by < to ? low + by : to;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (unit_at(v[middle].units, at) == unit)
            low = middle;
        else
            high = middle;
    }
    return high;
}

/* Offers what begins with the letters among the words [from, to), which have their first `at` characters in common, which lead to a state.
 * Each character uses up a letter at least, so this goes no deeper than there are letters. */
static void offer_words(struct offering *o, size_t from, size_t to, size_t at, uint64_t state)
{
    const struct spelled *v = o->dictionary->v;
    for (size_t end; from < to; from = end) {
        end = from + 1;
        if (v[from].units.n == at)
            continue;
        uint64_t next = spelling_step(o->spelling, state, unit_at(v[from].units, at));
        end = run_end(v, from, to, at);
        for (size_t i = from; spelling_is_done(o->spelling, next) && i < end; i++)
            put_offer(o, (struct offer){ &v[i].word, v[i].units.n == at + 1 });
        if (next)
            offer_words(o, from, end, at + 1, next);
    }
}

size_t dictionary_suggest(const struct dictionary *d, struct arena *scratch, struct str letters, struct dictionary_word *offers, size_t most)
{
    struct offering o = { .dictionary = d, .most = most };
    o.spelling = spelling_make(scratch, fold(scratch, letters).text, true);
    o.best = NEW_N(scratch, struct offer, most + 1);
    if (o.spelling && most)
        offer_words(&o, 0, d->n, 0, SPELLING_START);
    for (size_t i = 0; i < o.n; i++)
        offers[i] = *o.best[i].word;
    return o.n;
}
