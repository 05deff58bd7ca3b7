/* Fetching passages beside the reader. */
#include "cmd/fetcher.h"

#include "cmd/passages.h"
#include "host/workers.h"
#include "library/library.h"

void fetcher_open(struct fetcher *fetcher, struct bell *bell)
{
    *fetcher = (struct fetcher){ .bell = bell };
}

/* Rings for the first one and for every few. */
static void fetch(void *context)
{
    enum { FEW = 8 };
    struct batch *batch = context;
    struct arena work = { 0 };
    struct err err;
    const struct query *query = query_parse(&work, batch->query, &err);
    aside_yield();
    for (size_t i = 0; query && i < batch->n && !atomic_load(&batch->cancel); i++) {
        const struct article *article = library_article_of(&batch->arena, &batch->v[i], &err);
        if (article)
            batch->passages[i] = passages_of(&batch->arena, article, query);
        atomic_store(&batch->done, i + 1);
        if (i % FEW == 0 || i + 1 == batch->n)
            bell_ring(batch->bell);
    }
    arena_finish(&work);
}

static void end(struct batch *batch)
{
    struct arena arena = batch->arena;
    arena_finish(&arena);
}

/* Those that were let go of are seen off when they have ended: nobody waits for that. */
static void see_off(struct fetcher *fetcher)
{
    for (struct batch **at = &fetcher->leaving, *batch; (batch = *at);) {
        if (aside_wait(batch->aside, 0)) {
            *at = batch->behind;
            end(batch);
        } else {
            at = &batch->behind;
        }
    }
}

void fetcher_drop(struct fetcher *fetcher)
{
    struct batch *batch = fetcher->now;
    if (batch) {
        atomic_store(&batch->cancel, true);
        batch->behind = fetcher->leaving;
        fetcher->leaving = batch;
        fetcher->now = NULL;
    }
    see_off(fetcher);
}

void fetcher_ask(struct fetcher *fetcher, const struct effect *effect, const struct entries *entries)
{
    struct arena arena = { 0 };
    struct batch *batch = NEW(&arena, struct batch);
    batch->bell = fetcher->bell;
    batch->number = effect->number;
    batch->query = arena_str(&arena, effect->query);
    batch->v = NEW_N(&arena, struct entry, entries->n + 1);
    batch->passages = NEW_N(&arena, struct passages, entries->n + 1);
    for (batch->n = 0; batch->n < entries->n; batch->n++)
        batch->v[batch->n] = entry_copy(&arena, &entries->v[batch->n]);
    batch->arena = arena;
    fetcher_drop(fetcher);
    fetcher->now = batch;
    batch->aside = aside_start(fetch, batch);
}

bool fetcher_fetched(struct fetcher *fetcher, struct entries *some, uint64_t *number)
{
    struct batch *batch = fetcher->now;
    size_t from = batch ? batch->told : 0, done = batch ? atomic_load(&batch->done) : 0;
    see_off(fetcher);
    if (done == from)
        return false;
    *number = batch->number;
    *some = (struct entries){ .v = batch->v + from, .passages = batch->passages + from, .n = done - from, .left = batch->n - done };
    batch->told = done;
    return true;
}

bool fetcher_rests(const struct fetcher *fetcher)
{
    return !fetcher->leaving && (!fetcher->now || atomic_load(&fetcher->now->done) == fetcher->now->n);
}

void fetcher_close(struct fetcher *fetcher)
{
    fetcher_drop(fetcher);
    while (fetcher->leaving) {
        struct batch *batch = fetcher->leaving;
        fetcher->leaving = batch->behind;
        aside_wait(batch->aside, -1);
        end(batch);
    }
}
