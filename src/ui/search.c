/* Searching in one report. */
#include "ui/search.h"

#include <string.h>

void search_clear(struct search *search)
{
    arena_reset(&search->hits_arena);
    search->hits = (struct hits){ 0 };
    search->needle = STR("");
    search->asked = search->of_library = search->backward = false;
    search->words = NULL;
    search->current = (size_t)-1;
}

void search_finish(struct search *search)
{
    arena_finish(&search->twin_arena);
    arena_finish(&search->hits_arena);
    *search = (struct search){ .current = (size_t)-1 };
}

/* The first hit at or behind a place; hits.n where there is none. */
static size_t first_from(const struct search *search, struct place from)
{
    size_t low = 0, high = search->hits.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        struct place at = { search->hits.v[middle].paragraph, search->hits.v[middle].from };
        if (place_cmp(at, from) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void search_ask(struct search *search, const struct article *article, struct str phrase, struct place from, bool backward)
{
    if (search->twin.article != article) {
        arena_reset(&search->twin_arena);
        search->twin = twin_make(&search->twin_arena, article);
    }
    search_clear(search);
    search->needle = arena_str(&search->hits_arena, phrase);
    search->backward = backward;
    struct needle needle = needle_make(&search->hits_arena, fold(&search->hits_arena, phrase).text);
    if (needle.text.n == 0)
        return;
    search->asked = true;
    twin_find(&search->hits_arena, &search->twin, &needle, &search->hits);
    size_t first = first_from(search, from);
    if (!backward && first < search->hits.n)
        search->current = first;
    else if (backward && first > 0)
        search->current = first - 1;
}

void search_take(struct search *search, struct str question, const struct matches *matches, size_t current)
{
    search_clear(search);
    search->needle = arena_str(&search->hits_arena, question);
    search->asked = search->of_library = true;
    if (matches->n == 0)
        return;
    unsigned char *words = NEW_N(&search->hits_arena, unsigned char, matches->n);
    memcpy(words, matches->words, matches->n);
    search->words = words;
    for (size_t i = 0; i < matches->n; i++)
        *PUSH(&search->hits_arena, &search->hits) = matches->v[i];
    search->current = current < matches->n ? current : matches->n - 1;
}

void search_resume(struct search *search, const struct article *article, const struct search *was, const struct matches *matches)
{
    if (!was->asked || (was->of_library && !matches))
        return;
    if (was->of_library)
        search_take(search, was->needle, matches, was->current);
    else
        search_ask(search, article, was->needle, (struct place){ PLACE_TITLE, 0 }, was->backward);
    search->current = was->current < search->hits.n ? was->current : (size_t)-1;
}

bool search_step(struct search *search, bool forward, size_t count)
{
    if (search->hits.n == 0)
        return false;
    size_t at = search->current, last = search->hits.n - 1;
    if (at == (size_t)-1) { /* nothing lay ahead when it was asked: all lies behind */
        search->current = search->backward ? 0 : last;
        return forward == search->backward;
    }
    size_t left = forward ? last - at : at;
    if (left == 0)
        return false;
    count = count < left ? count : left;
    search->current = forward ? at + count : at - count;
    return true;
}

const struct hit *search_current(const struct search *search)
{
    return search->current < search->hits.n ? &search->hits.v[search->current] : NULL;
}
