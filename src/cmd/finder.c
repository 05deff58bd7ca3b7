/* Searching the library beside the reader. */
#include "cmd/finder.h"

#include <string.h>

#include "host/process.h"
#include "host/workers.h"

enum { FIRST_MOST = 128, FIRST_MS = 5 }; /* what is known first: so many (more rows than most screens have), found in that time */
enum { NOTHING_KNOWN, FIRST_KNOWN, ALL_KNOWN };

void finder_open(struct finder *finder, struct library *library, struct bell *bell)
{
    *finder = (struct finder){ .library = library, .bell = bell };
}

/* The order of the list in which reports answer. */
static enum order_key key_of(const struct effect *effect)
{
    return effect->kind == EFFECT_ORDER ? effect->order : effect->by == FOUND_BY_PLACE ? ORDER_PLACE : ORDER_DATE;
}

static struct findings_so_far so_far(struct arena *arena, const struct findings *found, bool over)
{
    struct finding *v = NEW_N(arena, struct finding, found->n + 1);
    struct findings_so_far all = { .v = v, .n = found->n, .over = over };
    for (size_t i = 0; i < found->n; i++) {
        v[i] = (struct finding){ found->v[i].number, (uint32_t)found->v[i].answer.matches };
        all.matches += found->v[i].answer.matches;
    }
    return all;
}

/* Makes an answer of what was found. */
static void answer(struct finder *finder, int known, struct findings *found)
{
    const struct effect *asked = &finder->now.effect;
    struct library *library = finder->library;
    struct finder_answer *answer = &finder->answers[known - 1];
    struct listing *listing = &answer->listing;
    if (asked->kind == EFFECT_ORDER) {
        *listing = (struct listing){ .total = library_count(library), .more = known == FIRST_KNOWN };
        listing->v = library_narrow(library, &answer->arena, asked->order, asked->reverse, found, &listing->n);
        return;
    }
    library_arrange(library, found, asked->by == FOUND_BY_RELEVANCE ? ORDER_GIVEN : key_of(asked));
    if (asked->by == FOUND_BY_RELEVANCE)
        findings_rank(found);
    answer->found = so_far(&answer->arena, found, known == ALL_KNOWN);
}

static void tell(struct finder *finder, int known)
{
    atomic_store(&finder->known, known);
    if (finder->bell)
        bell_ring(finder->bell);
}

/* The first ones. */
struct first {
    struct arena arena;
    struct findings found;
};

static bool take_first(void *context, const struct found *found)
{
    struct first *first = context;
    *PUSH(&first->arena, &first->found) = *found;
    return first->found.n < FIRST_MOST;
}

static bool ignore(void *context, const struct found *found)
{
    (void)context;
    (void)found;
    return false;
}

/* Does the report that the reader stands on answer, but is none of the first? Then these alone would lead him away from it. */
static bool leads_away(struct finder *finder, const struct query *query, const struct findings *found)
{
    const struct effect *asked = &finder->now.effect;
    struct patience patience = { .cancel = &finder->cancel };
    if (asked->kind != EFFECT_ORDER || asked->report == NO_REPORT)
        return false;
    for (size_t i = 0; i < found->n; i++)
        if (found->v[i].number == asked->report)
            return false;
    return !library_find_in(finder->library, query, &asked->report, 1, ignore, NULL, &patience);
}

/* Asks in the order of the answer, for a moment. True when that was enough to know all. */
static bool find_first(struct finder *finder, const struct query *query)
{
    const struct effect *asked = &finder->now.effect;
    struct first first = { { 0 }, { 0 } };
    struct patience patience = { &finder->cancel, now_ms() + FIRST_MS };
    const uint32_t *numbers = library_order(finder->library, &first.arena, key_of(asked), asked->kind == EFFECT_ORDER && asked->reverse);
    bool all = library_find_in(finder->library, query, numbers, library_count(finder->library), take_first, &first, &patience);
    if (all) {
        answer(finder, ALL_KNOWN, &first.found);
    } else if (first.found.n && !leads_away(finder, query, &first.found)) {
        answer(finder, FIRST_KNOWN, &first.found);
        tell(finder, FIRST_KNOWN);
    }
    arena_finish(&first.arena);
    return all;
}

static void find(void *context)
{
    struct finder *finder = context;
    struct arena work = { 0 };
    struct findings found = { 0 };
    struct finder_answer *all = &finder->answers[ALL_KNOWN - 1];
    const struct query *query = query_parse(&work, finder->now.effect.query, &all->err);
    all->bad = !query;
    if (query && (finder->now.whole || !find_first(finder, query))) {
        library_find(finder->library, &work, query, &found, &finder->cancel);
        if (!atomic_load(&finder->cancel))
            answer(finder, ALL_KNOWN, &found);
    }
    arena_finish(&work);
    tell(finder, ALL_KNOWN);
}

static void start(struct finder *finder, struct finder_question *question)
{
    bool here = !finder->bell || !library_has_cache(finder->library); /* what is in memory is completed as it is asked: by us alone */
    finder->now = *question;
    finder->now.effect.query.p = finder->now.query;
    finder->now.whole |= here;
    question->asked = false;
    for (int i = 0; i < 2; i++) {
        arena_reset(&finder->answers[i].arena);
        finder->answers[i] = (struct finder_answer){ .arena = finder->answers[i].arena };
    }
    finder->told = NOTHING_KNOWN;
    atomic_store(&finder->known, NOTHING_KNOWN);
    atomic_store(&finder->cancel, false);
    if (here)
        find(finder);
    else
        finder->aside = aside_start(find, finder);
}

void finder_ask(struct finder *finder, const struct effect *effect, bool whole)
{
    struct finder_question *question = &finder->waiting[effect->kind == EFFECT_SEARCH];
    question->asked = true;
    question->whole = whole;
    question->effect = *effect;
    question->effect.query.n = effect->query.n < sizeof question->query ? effect->query.n : sizeof question->query;
    memcpy(question->query, effect->query.p, question->effect.query.n);
    if (finder->now.asked && finder->now.effect.kind == effect->kind)
        atomic_store(&finder->cancel, true);
    if (!finder->now.asked)
        start(finder, question);
}

const struct effect *finder_answered(struct finder *finder, const struct finder_answer **answer)
{
    int known = atomic_load(&finder->known);
    if (!finder->now.asked || known == finder->told)
        return NULL;
    finder->told = known;
    if (known == ALL_KNOWN) {
        aside_wait(finder->aside, -1); /* it told with its last breath */
        finder->aside = NULL;
    }
    *answer = &finder->answers[known - 1];
    if (!atomic_load(&finder->cancel))
        return &finder->now.effect;
    finder_go_on(finder);
    return finder_answered(finder, answer);
}

void finder_go_on(struct finder *finder)
{
    finder->now.asked &= finder->told != ALL_KNOWN;
    for (size_t i = 0; i < 2 && !finder->now.asked; i++)
        if (finder->waiting[i].asked)
            start(finder, &finder->waiting[i]);
}

bool finder_rests(const struct finder *finder)
{
    return !finder->now.asked;
}

void finder_close(struct finder *finder)
{
    atomic_store(&finder->cancel, true);
    aside_wait(finder->aside, -1);
    for (int i = 0; i < 2; i++)
        arena_finish(&finder->answers[i].arena);
}
