/* Opening large reports beside the reader. */
#include "cmd/opener.h"

#include <stdlib.h>
#include <string.h>

#include "host/workers.h"

void opener_open(struct opener *opener, struct bell *bell)
{
    *opener = (struct opener){ .bell = bell };
}

void opening_free(struct opening *opening)
{
    if (!opening)
        return;
    library_finish(&opening->library);
    arena_finish(&opening->arena);
    free(opening);
}

void opener_forget(struct opener *opener)
{
    opening_free(opener->waiting);
    opener->waiting = NULL;
}

void opener_close(struct opener *opener)
{
    opener_forget(opener);
    if (!opener->now)
        return;
    if (aside_wait(opener->now->aside, 0))
        opening_free(opener->now);
    else
        aside_leave(opener->now->aside);
    opener->now = NULL;
}

/* The whole file as a library, its first report complete. */
static void read_library(struct opening *opening)
{
    struct library *library = &opening->library;
    library->brief = true;
    library_add(library, opening->entry.file, opening->encoding);
    if (library->articles.n) {
        library_complete(library, library->articles.v[0]);
        opening->article = library->articles.v[0];
    } else {
        err_set(&opening->err, "%s", library->problems.n ? library->problems.v[0].message : "");
    }
}

static void read_whole(void *context)
{
    struct opening *opening = context;
    if (opening->adopts)
        read_library(opening);
    else
        opening->article = library_article_of(&opening->arena, &opening->entry, &opening->err);
    atomic_store(&opening->done, true);
    bell_ring(opening->bell);
}

static void take_question(struct opening *opening, const struct effect *effect)
{
    size_t n = effect->query.n < sizeof opening->query ? effect->query.n : sizeof opening->query;
    memcpy(opening->query, effect->query.p, n);
    opening->effect = *effect;
    opening->effect.query = (struct str){ opening->query, n };
}

static void start(struct opener *opener, struct opening *opening)
{
    opener->now = opening;
    if (opening)
        opening->aside = aside_start(read_whole, opening);
}

static bool is_of(const struct opening *opening, const struct entry *entry)
{
    return strcmp(opening->entry.file, entry->file) == 0 && opening->entry.part == entry->part && strcmp(opening->entry.id, entry->id) == 0;
}

void opener_ask(struct opener *opener, const struct effect *effect, const struct entry *entry, const char *encoding, bool adopts)
{
    opener_forget(opener);
    if (opener->now && is_of(opener->now, entry)) {
        take_question(opener->now, effect);
        return;
    }
    struct opening *opening = calloc(1, sizeof *opening);
    if (!opening)
        arena_no_memory();
    opening->entry = entry_copy(&opening->arena, entry);
    opening->encoding = encoding;
    opening->adopts = adopts;
    opening->bell = opener->bell;
    take_question(opening, effect);
    if (opener->now)
        opener->waiting = opening;
    else
        start(opener, opening);
}

struct opening *opener_opened(struct opener *opener)
{
    struct opening *opening = opener->now;
    if (!opening || !atomic_load(&opening->done))
        return NULL;
    aside_wait(opening->aside, -1); /* it told with its last breath */
    struct opening *next = opener->waiting;
    opener->waiting = NULL;
    start(opener, next);
    return opening;
}
