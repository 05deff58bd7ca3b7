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
    struct fetcher *fetcher = context;
    struct batch *batch = &fetcher->now;
    struct arena work = { 0 };
    struct err err;
    const struct query *query = query_parse(&work, batch->query, &err);
    for (size_t i = 0; query && i < batch->n && !atomic_load(&fetcher->cancel); i++) {
        const struct article *article = library_article_of(&batch->arena, &batch->v[i], &err);
        if (article)
            batch->passages[i] = passages_of(&batch->arena, article, query);
        atomic_store(&fetcher->done, i + 1);
        if (i % FEW == 0)
            bell_ring(fetcher->bell);
    }
    arena_finish(&work);
    atomic_store(&fetcher->ended, true);
    bell_ring(fetcher->bell);
}

static void start(struct fetcher *fetcher)
{
    struct arena used = fetcher->now.arena;
    fetcher->now = fetcher->waiting;
    arena_reset(&used);
    fetcher->waiting = (struct batch){ .arena = used };
    fetcher->told = 0;
    atomic_store(&fetcher->done, 0);
    atomic_store(&fetcher->cancel, false);
    atomic_store(&fetcher->ended, false);
    fetcher->aside = aside_start(fetch, fetcher);
}

void fetcher_ask(struct fetcher *fetcher, const struct effect *effect, const struct entries *entries)
{
    struct batch *batch = &fetcher->waiting;
    struct arena *arena = &batch->arena;
    arena_reset(arena);
    *batch = (struct batch){ .arena = *arena, .number = effect->number, .n = entries->n };
    batch->query = arena_str(arena, effect->query);
    batch->v = NEW_N(arena, struct entry, entries->n + 1);
    batch->passages = NEW_N(arena, struct passages, entries->n + 1);
    for (size_t i = 0; i < entries->n; i++)
        batch->v[i] = entry_copy(arena, &entries->v[i]);
    atomic_store(&fetcher->cancel, true);
    if (!fetcher->aside)
        start(fetcher);
}

void fetcher_drop(struct fetcher *fetcher)
{
    fetcher->waiting.n = 0;
    atomic_store(&fetcher->cancel, true);
}

bool fetcher_fetched(struct fetcher *fetcher, struct entries *some, uint64_t *number)
{
    const struct batch *batch = &fetcher->now;
    bool ended = atomic_load(&fetcher->ended), cancelled = atomic_load(&fetcher->cancel);
    size_t from = fetcher->told, done = atomic_load(&fetcher->done);
    if (fetcher->aside && ended) {
        aside_wait(fetcher->aside, -1); /* it told with its last breath */
        fetcher->aside = NULL;
        if (cancelled && fetcher->waiting.n)
            start(fetcher);
    }
    if (cancelled || done == from)
        return false;
    *number = batch->number;
    *some = (struct entries){ .v = batch->v + from, .passages = batch->passages + from, .n = done - from, .left = batch->n - done };
    fetcher->told = done;
    return true;
}

void fetcher_close(struct fetcher *fetcher)
{
    atomic_store(&fetcher->cancel, true);
    aside_wait(fetcher->aside, -1);
    arena_finish(&fetcher->now.arena);
    arena_finish(&fetcher->waiting.arena);
}
