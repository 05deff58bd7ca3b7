/* What Latin letters may be meant for: names, places and set phrases, offered as an input method offers them. */
#include "find/suggest.h"

#include "find/spelling.h"
#include "text/fold.h"

struct dictionary {
    size_t n;
    const struct dictionary_word **words;
    uint16_t *units; /* the folded words, one behind the other */
    size_t *starts;  /* where each begins, and the end of the last one */
};

struct dictionary *dictionary_make(struct arena *arena, const struct dictionary_word *words, size_t n)
{
    struct dictionary *d = NEW(arena, struct dictionary);
    struct arena work = { 0 };
    ARRAY(uint16_t) units = { 0 };
    d->words = NEW_N(arena, const struct dictionary_word *, n);
    d->starts = NEW_N(arena, size_t, n + 1);
    for (size_t i = 0; i < n; i++) {
        struct units folded = fold(&work, words[i].text).text;
        for (size_t k = 0; k < folded.n; k++)
            *PUSH(arena, &units) = unit_at(folded, k);
        if (folded.n) {
            d->words[d->n++] = &words[i];
            d->starts[d->n] = units.n;
        }
        arena_reset(&work);
    }
    d->units = units.v;
    arena_finish(&work);
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

/* Puts the offer among the best ones, of which there are n, `most` at most. Answers how many there are then. */
static size_t put_offer(struct offer *best, size_t n, size_t most, struct offer offer)
{
    if (n == most && !is_better(&offer, &best[n - 1]))
        return n;
    n += n < most;
    size_t at = n - 1;
    for (; at > 0 && is_better(&offer, &best[at - 1]); at--)
        best[at] = best[at - 1];
    best[at] = offer;
    return n;
}

size_t dictionary_suggest(const struct dictionary *d, struct arena *scratch, struct str letters, struct dictionary_word *offers, size_t most)
{
    const struct spelling *spelling = spelling_make(scratch, fold(scratch, letters).text, true);
    struct offer *best = NEW_N(scratch, struct offer, most + 1);
    size_t n = 0;
    for (size_t i = 0; spelling && most && i < d->n; i++) {
        struct units word = { (const unsigned char *)(d->units + d->starts[i]), d->starts[i + 1] - d->starts[i] };
        size_t used = spelling_begins(spelling, word);
        if (used)
            n = put_offer(best, n, most, (struct offer){ d->words[i], used == word.n });
    }
    for (size_t i = 0; i < n; i++)
        offers[i] = *best[i].word;
    return n;
}
