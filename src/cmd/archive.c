/* Answers the reader's questions from a library. */
#include "cmd/archive.h"

#include <string.h>

#include "base/buf.h"
#include "cmd/passages.h"
#include "text/utf8.h"

void archive_open(struct archive *archive, struct library *library)
{
    *archive = (struct archive){ .library = library };
}

void archive_close(struct archive *archive)
{
    arena_finish(&archive->arena);
    arena_finish(&archive->ordering);
}

unsigned char archive_signs(const struct archive *archive, uint32_t number)
{
    return number < archive->signs.n ? archive->signs.v[number] : 0;
}

void archive_sign(struct archive *archive, uint32_t number, unsigned char signs)
{
    while (archive->signs.n <= number)
        *PUSH(&archive->arena, &archive->signs) = 0;
    archive->signs.v[number] = signs;
}

void archive_recall(struct archive *archive, const struct knowns *all)
{
    uint32_t number;
    for (size_t i = 0; i < all->n; i++) {
        const struct reading_state *reading = &all->v[i].reading;
        int signs = reading->seen >= 1000 ? SIGN_READ : reading->seen > 0 ? SIGN_BEGUN : 0;
        if (library_by_id(archive->library, all->v[i].id, &number))
            archive_sign(archive, number, (unsigned char)(signs | (reading->star ? SIGN_STAR : 0)));
    }
}

static void count_read(struct archive *archive)
{
    struct listing *listing = &archive->listing;
    for (size_t i = 0; archive->signs.n && i < listing->n; i++)
        listing->read += (archive_signs(archive, listing->v[i] & LISTED_NUMBER) & SIGN_READ) != 0;
}

const struct listing *archive_order(struct archive *archive, enum order_key order, bool reverse)
{
    size_t n = library_count(archive->library);
    arena_reset(&archive->ordering);
    const uint32_t *numbers = library_order(archive->library, &archive->ordering, order, reverse);
    bool there = n && numbers[0] != UINT32_MAX; /* it could be read */
    archive->listing = (struct listing){ .v = numbers, .n = there ? n : 0, .total = n };
    count_read(archive);
    return &archive->listing;
}

const struct listing *archive_narrow(struct archive *archive, const struct listing *narrowed)
{
    arena_reset(&archive->ordering);
    uint32_t *numbers = NEW_N(&archive->ordering, uint32_t, narrowed->n + 1);
    if (narrowed->n)
        memcpy(numbers, narrowed->v, narrowed->n * sizeof *numbers);
    archive->listing = *narrowed;
    archive->listing.v = numbers;
    count_read(archive);
    return &archive->listing;
}

struct entries archive_entries(struct archive *archive, struct arena *arena, const uint32_t *numbers, size_t n)
{
    struct entry *v = NEW_N(arena, struct entry, n + 1);
    for (size_t i = 0; i < n; i++)
        library_entry(archive->library, arena, numbers[i], &v[i]);
    return (struct entries){ .v = v, .signs = archive_all_signs(archive, arena, v, n), .n = n };
}

const unsigned char *archive_all_signs(const struct archive *archive, struct arena *arena, const struct entry *entries, size_t n)
{
    unsigned char *signs = NEW_N(arena, unsigned char, n + 1);
    for (size_t i = 0; i < n; i++)
        signs[i] = archive_signs(archive, entries[i].number);
    return signs;
}

struct passages *archive_passages(struct archive *archive, struct arena *arena, const struct entries *entries, struct str query)
{
    struct err err;
    struct passages *passages = NEW_N(arena, struct passages, entries->n + 1);
    const struct query *asked = query_parse(arena, query, &err);
    for (size_t i = 0; asked && i < entries->n; i++) {
        const struct article *article = library_article(archive->library, arena, entries->v[i].number, &err);
        if (article)
            passages[i] = passages_of(arena, article, asked);
    }
    return passages;
}

/* What the reports of one run have in common, as text in the arena. */
static struct str run_of(struct archive *archive, struct arena *arena, enum order_key order, size_t position)
{
    struct entry entry;
    size_t first = 0;
    struct buf number = buf_make(arena, 16);
    library_entry(archive->library, arena, archive->listing.v[position] & LISTED_NUMBER, &entry);
    switch (order) {
    case ORDER_PLACE: return entry.congress.place;
    case ORDER_ORDINAL:
        buf_add_format(&number, "%d", entry.congress.ordinal);
        return buf_str(&number);
    case ORDER_TITLE:
        if (entry.title.n)
            utf8_next(entry.title, &first);
        return str_sub(entry.title, 0, first);
    default: return str_sub(entry.date.p ? entry.date : entry.published, 0, 4);
    }
}

static bool same_run(struct archive *archive, enum order_key order, size_t a, size_t b)
{
    struct arena work = { 0 };
    bool same = str_eq(run_of(archive, &work, order, a), run_of(archive, &work, order, b));
    arena_finish(&work);
    return same;
}

/* The first position of the congress at one. */
static size_t first_of(const struct archive *archive, size_t position)
{
    while (position > 0 && !(archive->listing.v[position] & LISTED_FIRST))
        position--;
    return position;
}

/* Do the first reports of congresses stand by what makes a run, so that nothing between two of one run has to be looked at? */
static bool is_sorted(enum order_key order)
{
    return order != ORDER_GIVEN && order != ORDER_SIZE;
}

/* The end of the run of `from` in a direction: steps double until another run is met, and are halved back from there. Answers the last
 * first report of the run; *other is the next one behind it, (size_t)-1 where there is none. */
static size_t run_end(struct archive *archive, enum order_key order, size_t from, bool forward, size_t *other)
{
    size_t inside = from, n = archive->listing.n;
    *other = (size_t)-1;
    for (size_t by = 1; *other == (size_t)-1; by *= is_sorted(order) ? 2 : 1) {
        size_t left = forward ? n - 1 - inside : inside;
        if (left == 0)
            return inside;
        size_t at = first_of(archive, forward ? inside + (by < left ? by : left) : inside - (by < left ? by : left));
        if (at == inside) { /* still in the same congress */
            if (by >= left)
                return inside;
            by += !is_sorted(order);
            continue;
        }
        if (!is_sorted(order))
            by = 1;
        if (same_run(archive, order, at, from))
            inside = at;
        else
            *other = at;
    }
    for (;;) {
        size_t low = forward ? inside : *other, high = forward ? *other : inside, middle = first_of(archive, low + (high - low) / 2);
        if (middle == low) { /* what lies between is of one congress with `low`, or a few first ones are left: step by step */
            for (middle = low + 1; middle < high && !(archive->listing.v[middle] & LISTED_FIRST); middle++)
                ;
            if (middle == high)
                return inside;
        }
        if (same_run(archive, order, middle, from))
            inside = middle;
        else
            *other = middle;
    }
}

size_t archive_jump(struct archive *archive, enum order_key order, size_t position, bool forward)
{
    size_t other, before;
    if (position >= archive->listing.n)
        return (size_t)-1;
    run_end(archive, order, first_of(archive, position), forward, &other);
    if (other == (size_t)-1 || forward)
        return other;
    return run_end(archive, order, other, false, &before); /* the start of that run */
}
