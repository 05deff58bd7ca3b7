/* Searching the library beside the reader. */
#include "cmd/finder.h"

#include <string.h>

#include "host/workers.h"

void finder_open(struct finder *finder, struct library *library, bool at_once)
{
    *finder = (struct finder){ .library = library, .at_once = at_once, .bell = { { -1, -1 } } };
    if (!at_once && !bell_open(&finder->bell))
        finder->at_once = true;
}

static void find(void *context)
{
    struct finder *finder = context;
    struct arena work = { 0 };
    const struct query *query = query_parse(&work, finder->now.effect.query, &finder->err);
    finder->bad = !query;
    if (query)
        library_find(finder->library, &finder->arena, query, &finder->found, &finder->cancel);
    arena_finish(&work);
    if (!finder->at_once)
        bell_ring(&finder->bell);
}

static void start(struct finder *finder, struct finder_question *question)
{
    finder->now = *question;
    finder->now.effect.query.p = finder->now.query;
    question->asked = false;
    arena_reset(&finder->arena);
    finder->found = (struct findings){ 0 };
    atomic_store(&finder->cancel, false);
    if (finder->at_once)
        find(finder);
    else
        finder->aside = aside_start(find, finder);
}

void finder_ask(struct finder *finder, const struct effect *effect)
{
    struct finder_question *question = &finder->waiting[effect->kind == EFFECT_SEARCH];
    question->asked = true;
    question->effect = *effect;
    question->effect.query.n = effect->query.n < sizeof question->query ? effect->query.n : sizeof question->query;
    memcpy(question->query, effect->query.p, question->effect.query.n);
    if (finder->now.asked && finder->now.effect.kind == effect->kind)
        atomic_store(&finder->cancel, true);
    if (!finder->now.asked)
        start(finder, question);
}

const struct effect *finder_answered(struct finder *finder)
{
    bool rung = bell_heard(&finder->bell);
    if (!finder->now.asked || !(rung || finder->at_once))
        return NULL;
    if (finder->aside)
        aside_wait(finder->aside, -1); /* it rang with its last breath */
    finder->aside = NULL;
    if (!atomic_load(&finder->cancel))
        return &finder->now.effect;
    finder_go_on(finder);
    return NULL;
}

void finder_go_on(struct finder *finder)
{
    finder->now.asked = false;
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
    if (finder->aside)
        aside_wait(finder->aside, -1);
    arena_finish(&finder->arena);
    bell_close(&finder->bell);
}
