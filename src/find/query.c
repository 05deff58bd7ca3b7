/* A question and its answer from one report: the same work for a record of a library and for a report at hand. */
#include "find/query.h"

#include <assert.h>
#include "find/term.h"

/* Asking one record. */
struct asking {
    const struct query *query;
    const struct record *record;
    struct arena *arena;
    struct regex_work regex;
    struct spans {
        struct span *v;
        size_t n, cap;
    } spans, spare; /* of the record's text; and room to put them in order */
    size_t ordered; /* of the spans, in order and each once */
};

static bool pattern_find(struct asking *a, const struct pattern *pattern, struct units text, size_t from, struct span *span)
{
    if (pattern->regex)
        return regex_find(pattern->regex, &a->regex, text, from, span);
    if (pattern->spelling)
        return spelling_find(pattern->spelling, text, from, span);
    size_t at = units_find(text, &pattern->needle, from);
    *span = (struct span){ at, at + pattern->needle.text.n };
    return at != STR_NONE;
}

/* The units themselves where they are aligned, as PCRE2 wants them, else a copy. */
static struct units aligned(struct arena *arena, struct units units)
{
    if ((uintptr_t)units.p % alignof(uint16_t) == 0)
        return units;
    uint16_t *copy = NEW_N(arena, uint16_t, units.n + 1);
    memcpy(copy, units.p, units.n * sizeof *copy);
    return (struct units){ (const unsigned char *)copy, units.n };
}

/* Puts the spans of one pattern more among those that are in order. */
static void merge_spans(struct asking *a)
{
    struct spans from = a->spans, to = a->spare;
    const struct span *old = from.v, *new = from.v + a->ordered;
    size_t n_old = a->ordered, n_new = from.n - a->ordered;
    a->ordered = from.n;
    if (n_old == 0 || n_new == 0)
        return;
    if (to.cap < from.n)
        to = (struct spans){ NEW_N(a->arena, struct span, from.cap), 0, from.cap };
    to.n = 0;
    for (size_t i = 0, k = 0; i < n_old || k < n_new;) {
        bool first = k == n_new || (i < n_old && old[i].from <= new[k].from);
        struct span next = first ? old[i++] : new[k++];
        struct span *last = to.n ? &to.v[to.n - 1] : NULL;
        if (last && last->from == next.from) /* of two that begin alike the longer one is left */
            last->to = last->to > next.to ? last->to : next.to;
        else
            to.v[to.n++] = next;
    }
    a->spans = to;
    a->spare = from;
    a->ordered = to.n;
}

/* Does the term hold in these units? With `keep`, every place is added to spans; else the first one is enough. */
static bool holds_in(struct asking *a, const struct term *term, struct units text, bool keep)
{
    bool found = false;
    for (size_t i = 0; i < term->patterns.n; i++) {
        const struct pattern *pattern = &term->patterns.v[i];
        struct units units = pattern->regex ? aligned(a->arena, text) : text;
        struct span span = { 0 };
        while (pattern_find(a, pattern, units, span.to, &span)) {
            found = true;
            if (!keep)
                return true;
            *PUSH(a->arena, &a->spans) = span;
        }
        if (keep)
            merge_spans(a);
    }
    return found;
}

static bool in_ranges(const struct term *term, int number)
{
    for (size_t i = 0; i < term->ranges.n; i++)
        if (number > 0 && number >= term->ranges.v[i].from && number <= term->ranges.v[i].to)
            return true;
    return false;
}

static bool term_holds(struct asking *a, const struct term *term)
{
    const struct record *record = a->record;
    switch (term->field) {
    case FIELD_TEXT: return holds_in(a, term, record->text, !term->exclude);
    case FIELD_TITLE: return holds_in(a, term, units_sub(record->text, 0, record->title_end), !term->exclude);
    case FIELD_PLACE: return holds_in(a, term, record->place, false);
    case FIELD_KIND: return holds_in(a, term, record->kind, false);
    case FIELD_PEOPLE: return holds_in(a, term, record->people, false);
    case FIELD_YEAR: return in_ranges(term, record->year);
    case FIELD_NUMBER: return in_ranges(term, record->ordinal);
    }
    assert(!"a field that term_holds does not know");
    return false;
}

static uint32_t count_in_headings(const struct asking *a)
{
    uint32_t n = 0;
    size_t from, to, heading = 0;
    for (size_t i = 0; i < a->spans.n; i++) {
        while (record_heading(a->record, heading, &from, &to) && to <= a->spans.v[i].from)
            heading++;
        n += record_heading(a->record, heading, &from, &to) && a->spans.v[i].from >= from;
    }
    return n;
}

static struct answer ask(struct asking *a)
{
    for (size_t i = 0; i < a->query->terms.n; i++) {
        const struct term *term = &a->query->terms.v[i];
        if (term_holds(a, term) == term->exclude)
            return (struct answer){ .gave_up = a->regex.gave_up };
    }
    struct answer answer = { .yes = true, .matches = (uint32_t)a->spans.n, .in_headings = count_in_headings(a), .gave_up = a->regex.gave_up };
    while (answer.in_title < a->spans.n && a->spans.v[answer.in_title].from < a->record->title_end)
        answer.in_title++;
    return answer;
}

struct answer query_count(const struct query *query, const struct record *record, struct arena *scratch)
{
    struct asking a = { .query = query, .record = record, .arena = scratch, .regex = { .arena = scratch } };
    return ask(&a);
}

struct answer query_match(struct arena *arena, const struct query *query, const struct twin *twin, struct hits *hits)
{
    struct arena scratch = { 0 };
    struct asking a = { .query = query, .record = &twin->record, .arena = &scratch, .regex = { .arena = &scratch } };
    struct answer answer = ask(&a);
    for (size_t i = 0; answer.yes && i < a.spans.n; i++)
        *PUSH(arena, hits) = twin_hit(twin, a.spans.v[i].from, a.spans.v[i].to);
    arena_finish(&scratch);
    return answer;
}

const struct query *query_word(struct arena *arena, const struct query *query, size_t i)
{
    for (size_t k = 0; k < query->terms.n; k++) {
        const struct term *term = &query->terms.v[k];
        if (term->exclude || (term->field != FIELD_TEXT && term->field != FIELD_TITLE) || i-- > 0)
            continue;
        struct query *word = NEW(arena, struct query);
        *PUSH(arena, &word->terms) = *term;
        return word;
    }
    return NULL;
}

uint64_t query_score(const struct answer *answer)
{
    uint64_t title = answer->in_title > 0, heading = answer->in_headings > 0;
    return title << 63 | heading << 62 | answer->matches;
}

bool query_is_run(const struct query *query, struct units *run)
{
    const struct term *term = &query->terms.v[0];
    if (query->terms.n != 1 || term->exclude || term->field != FIELD_TEXT || term->patterns.n != 1)
        return false;
    *run = term->patterns.v[0].needle.text; /* empty where it is a regular expression or a spelling */
    return run->n > 0;
}

/* What ranges ask of any record: one of their years or ordinals, where these are not too many. */
static struct need need_of_numbers(struct arena *arena, const struct term *term)
{
    enum { MOST = 64, LAST = 9999 };
    struct need need = { .runs = NEW_N(arena, struct units, MOST) };
    for (size_t i = 0; i < term->ranges.n; i++) {
        struct range range = term->ranges.v[i];
        for (int number = range.from > 1 ? range.from : 1; number <= range.to; number++) {
            if (need.n == MOST || number > LAST)
                return (struct need){ 0 };
            uint32_t pair = term->field == FIELD_YEAR ? pair_of_year((uint16_t)number) : pair_of_ordinal((uint16_t)number);
            uint16_t *run = NEW_N(arena, uint16_t, 2);
            run[0] = (uint16_t)(pair >> 16);
            run[1] = (uint16_t)pair;
            need.runs[need.n++] = (struct units){ (const unsigned char *)run, 2 };
        }
    }
    return need;
}

/* What a term asks of any record: a run, or letters, for each of its alternatives. None where one of them has none. */
static struct need need_of(struct arena *arena, const struct term *term)
{
    if (term->field == FIELD_YEAR || term->field == FIELD_NUMBER)
        return need_of_numbers(arena, term);
    size_t most = term->patterns.n;
    struct need need = { .runs = NEW_N(arena, struct units, most), .letters = NEW_N(arena, const struct spelling *, most) };
    for (size_t i = 0; i < most; i++) {
        const struct pattern *pattern = &term->patterns.v[i];
        struct units run = pattern->regex ? regex_run(pattern->regex) : pattern->needle.text;
        if (pattern->spelling ? !spelling_takes_two(pattern->spelling) : run.n < 2)
            return (struct need){ 0 };
        if (pattern->spelling)
            need.letters[need.n_letters++] = pattern->spelling;
        else
            need.runs[need.n++] = run;
    }
    return need;
}

struct needs query_needs(struct arena *arena, const struct query *query)
{
    size_t most = query->terms.n;
    struct needs needs = { .v = NEW_N(arena, struct need, most), .barred = NEW_N(arena, struct need, most) };
    for (size_t i = 0; i < most; i++) {
        const struct term *term = &query->terms.v[i];
        struct need need = need_of(arena, term);
        if (need.n + need.n_letters == 0)
            continue;
        if (!term->exclude)
            needs.v[needs.n++] = need;
        else if (term->field == FIELD_TEXT && need.n_letters == 0)
            needs.barred[needs.n_barred++] = need;
    }
    return needs;
}
