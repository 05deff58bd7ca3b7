/* Searching the library beside the reader. */
#include "cmd/finder.h"

#include <string.h>

#include "host/process.h"
#include "host/workers.h"

/* What is known first: at most so many (more rows than most screens have), found in that time. What else is known before all is: at most
 * so many, and not more often than that. */
enum { FIRST_MOST = 128, FIRST_MS = 2, SOME_MOST = 1024, SOME_MS = 100 };

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

/* The answer that is made next. */
static struct finder_answer *next_answer(struct inquiry *inquiry)
{
    return &inquiry->answers[atomic_load(&inquiry->known) % 2];
}

/* Makes an answer of what was found. */
static void answer(struct inquiry *inquiry, struct findings *found, bool all)
{
    const struct effect *asked = &inquiry->effect;
    struct finder_answer *answer = next_answer(inquiry);
    struct listing *listing = &answer->listing;
    arena_reset(&answer->arena);
    if (asked->kind == EFFECT_ORDER) {
        *listing = (struct listing){ .total = library_count(inquiry->library), .more = !all };
        listing->v = library_narrow(inquiry->library, &answer->arena, asked->order, asked->reverse, found, &listing->n);
        return;
    }
    library_arrange(inquiry->library, found, asked->by == FOUND_BY_RELEVANCE ? ORDER_GIVEN : key_of(asked));
    if (asked->by == FOUND_BY_RELEVANCE)
        findings_rank(found);
    answer->found = so_far(&answer->arena, found, all);
}

static void tell(struct inquiry *inquiry, bool all)
{
    next_answer(inquiry)->all = all;
    atomic_fetch_add(&inquiry->known, 1);
    if (inquiry->bell)
        bell_ring(inquiry->bell);
}

static void tell_some(struct inquiry *inquiry)
{
    if (inquiry->some.n == 0)
        return;
    answer(inquiry, &inquiry->some, false);
    tell(inquiry, false);
    inquiry->next = now_ms() + SOME_MS;
}

/* Taking what is found, until there is enough. */
struct taking {
    struct inquiry *inquiry;
    size_t most;
};

static bool take(void *context, const struct found *found)
{
    struct taking *taking = context;
    struct inquiry *inquiry = taking->inquiry;
    *PUSH(&inquiry->arena, &inquiry->some) = *found;
    return inquiry->some.n < taking->most;
}

/* Hears of it while all are asked, and tells of the first one at once. */
static void hear(void *context, const struct found *found)
{
    struct inquiry *inquiry = context;
    if (inquiry->some.n >= SOME_MOST)
        return;
    *PUSH(&inquiry->arena, &inquiry->some) = *found;
    if (atomic_load(&inquiry->taken) == atomic_load(&inquiry->known) && now_ms() >= inquiry->next)
        tell_some(inquiry);
}

static bool note(void *answers, const struct found *found)
{
    (void)found;
    *(bool *)answers = true;
    return false;
}

/* Where the report that the reader stands on is in an order, if it answers: the first ones alone would lead him away from it. Else 0. */
static size_t standing(struct inquiry *inquiry, const struct query *query, const uint32_t *numbers, const struct patience *patience)
{
    const struct effect *asked = &inquiry->effect;
    size_t n = library_count(inquiry->library), at = 0;
    if (asked->kind != EFFECT_ORDER || asked->report == NO_REPORT)
        return 0;
    while (at < n && (numbers[at] & LISTED_NUMBER) != asked->report)
        at++;
    bool answers = false; /* what the search itself says is no more than whether it went through */
    if (at < n)
        library_find_in(inquiry->library, query, &numbers[at], 1, note, &answers, patience);
    return answers ? at : 0;
}

/* Asks in the order of the answer, for a moment: from its start, or from where the reader stands, on and back. True when that was enough to
 * know all. */
static bool find_first(struct inquiry *inquiry, const struct query *query)
{
    struct arena work = { 0 };
    struct library *library = inquiry->library;
    struct patience patience = { &inquiry->cancel, now_ms() + FIRST_MS };
    const struct effect *asked = &inquiry->effect;
    size_t n = library_count(library);
    const uint32_t *numbers = library_order(library, &work, key_of(asked), asked->kind == EFFECT_ORDER && asked->reverse);
    size_t at = standing(inquiry, query, numbers, &patience);
    uint32_t *back = NEW_N(&work, uint32_t, at + 1);
    for (size_t i = 0; i < at; i++)
        back[i] = numbers[at - 1 - i];
    bool all = library_find_in(library, query, numbers + at, n - at, take, &(struct taking){ inquiry, at ? FIRST_MOST / 2 : FIRST_MOST }, &patience);
    all = library_find_in(library, query, back, at, take, &(struct taking){ inquiry, FIRST_MOST }, &patience) && all;
    arena_finish(&work);
    return all;
}

/* Tells of the first ones, if they are known, and asks all; from now on the reader goes first. */
static void find_all(struct inquiry *inquiry, const struct query *query)
{
    struct arena work = { 0 };
    struct findings found = { 0 };
    tell_some(inquiry);
    if (inquiry->beside)
        aside_yield();
    library_find(inquiry->library, &work, query, &found, &inquiry->cancel, inquiry->whole ? NULL : &(struct watch){ hear, inquiry });
    if (!atomic_load(&inquiry->cancel))
        answer(inquiry, &found, true);
    arena_finish(&work);
}

static void find(void *context)
{
    struct inquiry *inquiry = context;
    struct arena work = { 0 };
    struct finder_answer *first = next_answer(inquiry);
    const struct query *query = query_parse(&work, inquiry->effect.query, &first->err);
    first->bad = !query;
    if (query && !inquiry->whole && find_first(inquiry, query))
        answer(inquiry, &inquiry->some, true);
    else if (query)
        find_all(inquiry, query);
    arena_finish(&work);
    tell(inquiry, true);
}

static struct inquiry *begin(struct finder *finder, const struct effect *effect, bool whole)
{
    struct arena arena = { 0 };
    struct inquiry *inquiry = NEW(&arena, struct inquiry);
    bool beside = finder->bell && library_has_cache(finder->library); /* what is in memory is completed as it is asked: by us alone */
    *inquiry = (struct inquiry){ .library = finder->library, .bell = finder->bell, .effect = *effect, .whole = whole || !beside };
    inquiry->beside = beside;
    inquiry->arena = arena;
    inquiry->effect.query.n = effect->query.n < sizeof inquiry->query ? effect->query.n : sizeof inquiry->query;
    memcpy(inquiry->query, effect->query.p, inquiry->effect.query.n);
    inquiry->effect.query.p = inquiry->query;
    if (beside)
        inquiry->aside = aside_start(find, inquiry);
    else
        find(inquiry);
    return inquiry;
}

static void end(struct inquiry *inquiry)
{
    aside_wait(inquiry->aside, -1);
    for (int i = 0; i < 2; i++)
        arena_finish(&inquiry->answers[i].arena);
    struct arena arena = inquiry->arena;
    arena_finish(&arena);
}

/* Lets go of a question; it is seen off when it has ended: nobody waits for that. */
static void leave(struct finder *finder, struct inquiry **now)
{
    if (!*now)
        return;
    atomic_store(&(*now)->cancel, true);
    (*now)->behind = finder->leaving;
    finder->leaving = *now;
    *now = NULL;
}

static void see_off(struct finder *finder)
{
    struct inquiry **at = &finder->leaving, *inquiry;
    while ((inquiry = *at)) {
        if (inquiry != finder->reading && aside_wait(inquiry->aside, 0)) {
            *at = inquiry->behind;
            inquiry->aside = NULL;
            end(inquiry);
        } else {
            at = &inquiry->behind;
        }
    }
}

void finder_ask(struct finder *finder, const struct effect *effect, bool whole)
{
    struct inquiry **now = &finder->now[effect->kind == EFFECT_SEARCH];
    struct inquiry *next;
    leave(finder, now);
    next = begin(finder, effect, whole);
    *now = next;
}

const struct effect *finder_answered(struct finder *finder, const struct finder_answer **answer)
{
    see_off(finder);
    for (int i = 0; i < 2; i++) {
        struct inquiry *inquiry = finder->now[i];
        int known = inquiry ? atomic_load(&inquiry->known) : 0;
        if (!inquiry || known == inquiry->told)
            continue;
        inquiry->told = known;
        finder->reading = inquiry;
        *answer = &inquiry->answers[(known - 1) % 2];
        return &inquiry->effect;
    }
    return NULL;
}

void finder_go_on(struct finder *finder)
{
    struct inquiry *inquiry = finder->reading;
    finder->reading = NULL;
    if (!inquiry)
        return;
    atomic_store(&inquiry->taken, inquiry->told);
    for (int i = 0; i < 2; i++)
        if (finder->now[i] == inquiry && inquiry->answers[(inquiry->told - 1) % 2].all)
            leave(finder, &finder->now[i]);
    see_off(finder);
}

bool finder_rests(const struct finder *finder)
{
    return !finder->now[0] && !finder->now[1] && !finder->leaving;
}

void finder_close(struct finder *finder)
{
    finder->reading = NULL;
    for (int i = 0; i < 2; i++)
        leave(finder, &finder->now[i]);
    while (finder->leaving) {
        struct inquiry *inquiry = finder->leaving;
        finder->leaving = inquiry->behind;
        end(inquiry);
    }
}
