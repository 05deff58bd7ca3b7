/* Answers the reader's questions from a library. */
#include "cmd/archive.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "find/excerpt.h"
#include "text/utf8.h"

void archive_open(struct archive *archive, struct library *library)
{
    *archive = (struct archive){ .library = library };
}

void archive_close(struct archive *archive)
{
    arena_finish(&archive->arena);
    arena_finish(&archive->ordering);
    arena_finish(&archive->words);
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

/* Where each report stands in what was found, by number: 1 and more; 0: it is not there. In the arena; NULL: nothing was found. */
static const uint32_t *places_of(struct arena *arena, const struct findings *found, size_t *n)
{
    *n = found->n ? found->v[found->n - 1].number + (size_t)1 : 0; /* they are in the order of their numbers */
    uint32_t *places = NEW_N(arena, uint32_t, *n + 1);
    for (size_t i = 0; i < found->n; i++)
        places[found->v[i].number] = (uint32_t)i + 1;
    return places;
}

const struct listing *archive_order(struct archive *archive, enum order_key order, bool reverse, const struct findings *found)
{
    struct arena work = { 0 }, *arena = &archive->ordering;
    size_t total = library_count(archive->library), n = 0, read = 0, n_places = 0;
    const uint32_t *all = library_order(archive->library, &work, order, reverse);
    const uint32_t *places = found ? places_of(&work, found, &n_places) : NULL;
    bool begun = true; /* the first of this congress is listed */
    arena_reset(arena);
    uint32_t *numbers = NEW_N(arena, uint32_t, total + 1);
    for (size_t i = 0; i < total; i++) {
        uint32_t number = all[i] & LISTED_NUMBER;
        if (all[i] & LISTED_FIRST)
            begun = false;
        if (all[i] == UINT32_MAX || (found && (number >= n_places || !places[number])))
            continue;
        numbers[n++] = begun ? all[i] : all[i] | LISTED_FIRST;
        begun = true;
        read += (archive_signs(archive, number) & SIGN_READ) != 0;
    }
    arena_finish(&work);
    archive->listing = (struct listing){ numbers, n, total, read };
    return &archive->listing;
}

/* A match and its word, while they are put in order. */
struct worded {
    struct hit hit;
    unsigned char word;
};

static int by_place(const void *a, const void *b)
{
    const struct worded *x = a, *y = b;
    return hit_cmp(&x->hit, &y->hit);
}

/* The matches of all words in reading order; of those that begin alike the longest. */
static struct matches in_order(struct arena *arena, struct worded *v, size_t n)
{
    struct hit *hits = NEW_N(arena, struct hit, n + 1);
    unsigned char *words = NEW_N(arena, unsigned char, n + 1);
    size_t kept = 0;
    if (n)
        qsort(v, n, sizeof *v, by_place);
    for (size_t i = 0; i < n; i++) {
        if (kept && hits[kept - 1].paragraph == v[i].hit.paragraph && hits[kept - 1].from == v[i].hit.from)
            kept--;
        hits[kept] = v[i].hit;
        words[kept++] = v[i].word;
    }
    return (struct matches){ hits, words, kept };
}

static struct matches matches_of(struct arena *arena, const struct article *article, const struct query *query)
{
    ARRAY(struct worded) all = { 0 };
    struct twin twin = twin_make(arena, article);
    const struct query *word;
    for (size_t i = 0; (word = query_word(arena, query, i)); i++) {
        struct hits hits = { 0 };
        query_match(arena, word, &twin, &hits);
        for (size_t k = 0; k < hits.n; k++)
            *PUSH(arena, &all) = (struct worded){ hits.v[k], (unsigned char)(i < 255 ? i : 255) };
    }
    return in_order(arena, all.v, all.n);
}

struct matches archive_matches(struct arena *arena, const struct article *article, struct str query)
{
    struct err err;
    const struct query *asked = query_parse(arena, query, &err);
    return asked ? matches_of(arena, article, asked) : (struct matches){ NULL, NULL, 0 };
}

/* Which twelfth of the report each match stands in. */
static void fill_bar(unsigned char bar[BAR_CELLS], const struct article *article, const struct matches *matches)
{
    size_t total = 1, before = 0, paragraph = 0;
    for (size_t i = 0; i < article->n_paragraphs; i++)
        total += article->paragraphs[i].n;
    for (size_t i = 0; i < matches->n; i++) {
        bool in_text = matches->v[i].paragraph < article->n_paragraphs;
        for (; in_text && paragraph < matches->v[i].paragraph; paragraph++)
            before += article->paragraphs[paragraph].n;
        unsigned char *cell = &bar[in_text ? (before + matches->v[i].from) * BAR_CELLS / total : 0];
        *cell = (unsigned char)(*cell + (*cell < 255));
    }
}

static struct passages passages_of(struct arena *arena, const struct article *article, const struct query *query)
{
    enum { CONTEXT = 80 };
    struct matches matches = matches_of(arena, article, query);
    struct passage *v = NEW_N(arena, struct passage, PASSAGES_MOST);
    struct passages passages = { .v = v, .n = matches.n < PASSAGES_MOST ? matches.n : PASSAGES_MOST };
    for (size_t i = 0; i < passages.n; i++) {
        struct excerpt excerpt = excerpt_of(article, matches.v[i], CONTEXT);
        v[i] = (struct passage){ matches.v[i], excerpt.left, excerpt.match, excerpt.right, matches.words[i] };
    }
    fill_bar(passages.bar, article, &matches);
    return passages;
}

struct entries archive_entries(struct archive *archive, struct arena *arena, const uint32_t *numbers, size_t n, struct str query)
{
    struct err err;
    const struct query *asked = query.n ? query_parse(arena, query, &err) : NULL;
    struct entry *v = NEW_N(arena, struct entry, n + 1);
    unsigned char *signs = NEW_N(arena, unsigned char, n + 1);
    struct passages *passages = asked ? NEW_N(arena, struct passages, n + 1) : NULL;
    for (size_t i = 0; i < n; i++) {
        library_entry(archive->library, arena, numbers[i], &v[i]);
        signs[i] = archive_signs(archive, numbers[i]);
        const struct article *article = asked ? library_article(archive->library, arena, numbers[i], &err) : NULL;
        if (article)
            passages[i] = passages_of(arena, article, asked);
    }
    return (struct entries){ v, signs, passages, n };
}

static int by_score(const void *a, const void *b)
{
    const uint64_t *x = a, *y = b;
    return (x[0] < y[0]) - (x[0] > y[0]) ? (x[0] < y[0]) - (x[0] > y[0]) : (x[1] > y[1]) - (x[1] < y[1]);
}

/* Puts the findings, with a score each, in the order of these; equal ones stay as they are. */
static void order_by_score(struct arena *arena, struct finding *v, const uint64_t *scores, size_t n)
{
    uint64_t (*ranked)[2] = arena_alloc_n(arena, n + 1, sizeof *ranked, alignof(uint64_t));
    struct finding *old = NEW_N(arena, struct finding, n + 1);
    for (size_t i = 0; i < n; i++) {
        ranked[i][0] = scores[i];
        ranked[i][1] = i;
        old[i] = v[i];
    }
    qsort(ranked, n, sizeof *ranked, by_score);
    for (size_t i = 0; i < n; i++)
        v[i] = old[ranked[i][1]];
}

/* The later the less: 20240904 of 2024-09-04 taken from all that a number holds; 0 where no date is known. */
static uint64_t score_of_date(struct archive *archive, uint32_t number)
{
    struct arena work = { 0 };
    struct entry entry;
    uint64_t day = 0;
    library_entry(archive->library, &work, number, &entry);
    struct str date = entry.date.p ? entry.date : entry.published;
    for (size_t i = 0; i < 10; i++)
        if (i != 4 && i != 7)
            day = day * 10 + (i < date.n && date.p[i] >= '0' && date.p[i] <= '9' ? (uint64_t)(date.p[i] - '0') : 0);
    arena_finish(&work);
    return day ? UINT64_MAX - day : 0;
}

struct findings_so_far archive_found(struct archive *archive, struct arena *arena, const struct findings *found, enum finding_order by)
{
    size_t total = library_count(archive->library), n_places;
    const uint32_t *all = library_order(archive->library, arena, by == FOUND_BY_PLACE ? ORDER_PLACE : ORDER_DATE, false);
    const uint32_t *places = places_of(arena, found, &n_places);
    struct finding *v = NEW_N(arena, struct finding, found->n + 1);
    uint64_t *scores = NEW_N(arena, uint64_t, found->n + 1);
    struct findings_so_far so_far = { .v = v, .over = true };
    enum { DATED_MOST = 5000 }; /* more than these stay as the list has them, a congress by its first report */
    for (size_t i = 0; i < total && so_far.n < found->n; i++) {
        uint32_t number = all[i] & LISTED_NUMBER;
        if (number >= n_places || !places[number])
            continue;
        const struct answer *answer = &found->v[places[number] - 1].answer;
        scores[so_far.n] = query_score(answer);
        v[so_far.n++] = (struct finding){ number, (uint32_t)answer->matches };
        so_far.matches += answer->matches;
    }
    if (by == FOUND_BY_DATE && so_far.n <= DATED_MOST)
        for (size_t i = 0; i < so_far.n; i++)
            scores[i] = score_of_date(archive, v[i].report);
    if (by == FOUND_BY_RELEVANCE || (by == FOUND_BY_DATE && so_far.n <= DATED_MOST))
        order_by_score(arena, v, scores, so_far.n);
    return so_far;
}

static void make_dictionary(struct archive *archive)
{
    enum { WORDS_MOST = 50000 };
    struct word_list words = { 0 };
    arena_reset(&archive->words);
    library_words(archive->library, &archive->words, WORDS_MOST, &words);
    archive->dictionary = dictionary_make(&archive->words, words.v, words.n);
    archive->dictionary_of = library_count(archive->library);
}

struct words archive_words(struct archive *archive, struct arena *arena, struct str letters, size_t most)
{
    struct dictionary_word *offers = NEW_N(arena, struct dictionary_word, most);
    struct str *v = NEW_N(arena, struct str, most);
    size_t count = library_count(archive->library);
    if (!archive->dictionary || count > archive->dictionary_of + archive->dictionary_of / 8 || count < archive->dictionary_of)
        make_dictionary(archive);
    size_t n = dictionary_suggest(archive->dictionary, arena, letters, offers, most);
    for (size_t i = 0; i < n; i++)
        v[i] = offers[i].text;
    return (struct words){ v, n };
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
