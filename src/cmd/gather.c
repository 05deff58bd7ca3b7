/* Gathering people and set phrases beside the reader. */
#include "cmd/gather.h"

#include "base/buf.h"
#include "host/workers.h"
#include "text/fold.h"

enum { FIRST_BATCH = 32, LAST_BATCH = 4096, LONGEST_BARS = 200 };

void gatherer_open(struct gatherer *gatherer, struct library *library, struct bell *bell)
{
    *gatherer = (struct gatherer){ .library = library, .bell = bell };
}

/* Rows for the reader. */

static struct str roles_of(struct arena *arena, const struct counted *person)
{
    struct buf roles = buf_make(arena, 4096);
    for (size_t i = 0; i < person->roles.n; i++) {
        if (i)
            buf_add(&roles, STR("、"));
        buf_add(&roles, person->roles.v[i]);
    }
    return buf_str(&roles);
}

/* Reports of each year from the first to the last; NULL where these lie too far apart. */
static const unsigned *years_of(struct arena *arena, const struct counted *term)
{
    if (!term->first || term->last - term->first >= LONGEST_BARS)
        return NULL;
    unsigned *years = NEW_N(arena, unsigned, (size_t)(term->last - term->first) + 1);
    for (size_t i = 0; i < term->years.n; i++)
        years[term->years.v[i].year - term->first] = term->years.v[i].n;
    return years;
}

static struct units copy_units(struct arena *arena, struct units u)
{
    return (struct units){ (const unsigned char *)arena_str(arena, (struct str){ (const char *)u.p, 2 * u.n }).p, u.n };
}

static struct roster make_roster(struct arena *arena, struct arena *work, const struct counts *counts, bool terms, const atomic_bool *cancel)
{
    uint32_t *ranked = counts_ranked(work, counts);
    struct roster_row *v = NEW_N(arena, struct roster_row, counts->v.n + 1);
    for (size_t i = 0; i < counts->v.n && !atomic_load(cancel); i++) {
        const struct counted *counted = &counts->v.v[ranked[i]];
        v[i] = (struct roster_row){ .text = arena_str(arena, counted->text), .n_reports = counted->n, .first = counted->first, .last = counted->last };
        v[i].folded = copy_units(arena, fold(work, counted->text).text);
        if (terms)
            v[i].years = years_of(arena, counted);
        else
            v[i].roles = roles_of(arena, counted);
    }
    return (struct roster){ .v = v, .n = counts->v.n, .terms = terms, .cut = counts->cut };
}

static void make_rows(struct gatherer *gatherer)
{
    struct gathered *next = &gatherer->next;
    struct arena work = { 0 };
    arena_reset(&next->arena);
    next->people = make_roster(&next->arena, &work, &gatherer->census.people, false, &gatherer->cancel);
    next->terms = make_roster(&next->arena, &work, &gatherer->census.terms, true, &gatherer->cancel);
    arena_finish(&work);
}

static void show_rows(struct gatherer *gatherer)
{
    struct gathered was = gatherer->now;
    gatherer->now = gatherer->next;
    gatherer->next = was;
    gatherer->shown = gatherer->n_counted;
}

/* A batch. */

static void count(void *census, const struct mentions *mentions)
{
    census_count(census, mentions);
}

static void count_batch(void *context)
{
    struct gatherer *gatherer = context;
    struct report_batch *batch = &gatherer->batch;
    batch->done = library_mentions(gatherer->library, gatherer->numbers + gatherer->done, batch->n, count, &gatherer->census, &gatherer->cancel);
    if (batch->shows)
        make_rows(gatherer);
    batch->shows &= !atomic_load(&gatherer->cancel);
    atomic_store(&gatherer->ended, true);
    if (gatherer->bell)
        bell_ring(gatherer->bell);
}

static void count_beside(void *gatherer)
{
    aside_yield();
    count_batch(gatherer);
}

static void mark(struct gatherer *gatherer, uint32_t number)
{
    while (gatherer->counted.n <= number / 8)
        *PUSH(&gatherer->kept, &gatherer->counted) = 0;
    gatherer->counted.v[number / 8] |= (unsigned char)(1 << number % 8);
    gatherer->n_counted++;
}

static bool is_counted(const struct gatherer *gatherer, uint32_t number)
{
    return number / 8 < gatherer->counted.n && gatherer->counted.v[number / 8] >> number % 8 & 1;
}

/* Begins a batch of at most so many. */
static void start(struct gatherer *gatherer, size_t most)
{
    struct report_batch *batch = &gatherer->batch;
    size_t left = gatherer->n - gatherer->done;
    batch->n = left < most ? left : most;
    batch->shows = batch->n == left || gatherer->n_counted + batch->n >= 2 * gatherer->shown;
    atomic_store(&gatherer->cancel, false);
    atomic_store(&gatherer->ended, false);
    gatherer->counts = true;
    if (gatherer->bell && library_has_cache(gatherer->library))
        gatherer->aside = aside_start(count_beside, gatherer);
    else
        count_batch(gatherer);
}

/* Takes in what came of the batch, which has ended. */
static void end(struct gatherer *gatherer)
{
    aside_wait(gatherer->aside, -1);
    gatherer->aside = NULL;
    gatherer->counts = false;
    for (size_t i = 0; i < gatherer->batch.done; i++)
        mark(gatherer, gatherer->numbers[gatherer->done++]);
    if (gatherer->batch.shows)
        show_rows(gatherer);
}

/* A question. */

static void forget(struct gatherer *gatherer)
{
    census_finish(&gatherer->census);
    arena_finish(&gatherer->kept);
    gatherer->counted.v = NULL;
    gatherer->counted.n = gatherer->counted.cap = 0;
    gatherer->n_counted = 0;
}

void gatherer_ask(struct gatherer *gatherer, const struct listing *listing, bool again)
{
    size_t all = library_count(gatherer->library), known = 0;
    gatherer->wanted = true;
    gatherer->waits = gatherer->counts;
    atomic_store(&gatherer->cancel, gatherer->waits);
    if (gatherer->waits)
        return;
    arena_reset(&gatherer->asked);
    const uint32_t *order = library_order(gatherer->library, &gatherer->asked, ORDER_DATE, false);
    ARRAY(bool) asked = { 0 };
    for (size_t i = 0; i < listing->n; i++) {
        uint32_t number = listing->v[i] & LISTED_NUMBER;
        if (number == LISTED_NUMBER) /* of an order that could not be read */
            continue;
        while (asked.n <= number)
            *PUSH(&gatherer->asked, &asked) = false;
        asked.v[number] = true;
        known += is_counted(gatherer, number);
    }
    if (known < gatherer->n_counted) { /* some are not asked for any more */
        forget(gatherer);
        gatherer->shown = again ? gatherer->shown : 0;
    }
    if (gatherer->shown == 0)
        gatherer->now.people = gatherer->now.terms = (struct roster){ .n = 0 };
    gatherer->numbers = NEW_N(&gatherer->asked, uint32_t, all + 1);
    gatherer->n = gatherer->done = 0;
    for (size_t i = 0; i < all; i++) {
        uint32_t number = order[i] & LISTED_NUMBER;
        if (number < asked.n && asked.v[number] && !is_counted(gatherer, number))
            gatherer->numbers[gatherer->n++] = number;
    }
    if (!gatherer->bell) {
        start(gatherer, gatherer->n);
        end(gatherer);
    }
}

void gatherer_stop(struct gatherer *gatherer)
{
    gatherer->wanted = gatherer->waits = false;
    atomic_store(&gatherer->cancel, true);
}

bool gatherer_gathered(struct gatherer *gatherer, const struct listing *listing)
{
    if (!gatherer->counts || !atomic_load(&gatherer->ended))
        return false;
    end(gatherer);
    if (gatherer->waits)
        gatherer_ask(gatherer, listing, false);
    return true;
}

void gatherer_go_on(struct gatherer *gatherer)
{
    size_t most = library_has_cache(gatherer->library) ? gatherer->n_counted : 0; /* as many again as there are */
    most = most < FIRST_BATCH ? FIRST_BATCH : most > LAST_BATCH ? LAST_BATCH : most;
    if (gatherer->wanted && !gatherer->counts && (gatherer->done < gatherer->n || gatherer->shown != gatherer->n_counted))
        start(gatherer, most);
}

struct roster gatherer_roster(const struct gatherer *gatherer, bool terms)
{
    struct roster roster = terms ? gatherer->now.terms : gatherer->now.people;
    roster.terms = terms;
    roster.progress = (struct progress){ .done = gatherer->n_counted, .total = gatherer->n_counted + gatherer->n - gatherer->done };
    roster.stopped = !gatherer->wanted;
    return roster;
}

bool gatherer_rests(const struct gatherer *gatherer)
{
    return !gatherer->counts;
}

void gatherer_close(struct gatherer *gatherer)
{
    gatherer_stop(gatherer);
    if (gatherer->counts)
        end(gatherer);
    forget(gatherer);
    arena_finish(&gatherer->asked);
    arena_finish(&gatherer->now.arena);
    arena_finish(&gatherer->next.arena);
}
