/* A question in the language of the search prompt: parsing it and asking it of one report. */
#include "find/query.h"

#include <assert.h>
#include <limits.h>
#include <stdlib.h>

#include "text/han.h"
#include "text/utf8.h"

enum field { FIELD_TEXT, FIELD_TITLE, FIELD_PLACE, FIELD_KIND, FIELD_PEOPLE, FIELD_YEAR, FIELD_NUMBER };

struct range {
    int from, to; /* both within it */
};

/* One word of the question: it holds when one of its alternatives does. */
struct term {
    bool exclude;
    enum field field;
    ARRAY(struct str) alternatives; /* folded */
    ARRAY(struct range) ranges;     /* instead of them, of year: and no: */
};

struct query {
    ARRAY(struct term) terms;
};

static const struct {
    struct str name;
    enum field field;
} fields[] = {
    { STR_INIT("title:"), FIELD_TITLE },   { STR_INIT("place:"), FIELD_PLACE }, { STR_INIT("kind:"), FIELD_KIND },
    { STR_INIT("people:"), FIELD_PEOPLE }, { STR_INIT("year:"), FIELD_YEAR },   { STR_INIT("no:"), FIELD_NUMBER },
    { STR_INIT("lit:"), FIELD_TEXT },
};

/* Parsing under way. */
struct parser {
    struct arena *arena;
    struct str text;
    size_t at;
    struct err *err;
};

static uint32_t peek(const struct parser *p)
{
    return utf8_at(p->text, p->at);
}

static bool refuse(const struct parser *p, size_t at, const char *what)
{
    return err_set(p->err, "%s at column %zu of the query", what, utf8_count(str_sub(p->text, 0, at)) + 1);
}

static void skip_blanks(struct parser *p)
{
    while (p->at < p->text.n) {
        size_t next = p->at;
        if (!is_blank(utf8_next(p->text, &next)))
            break;
        p->at = next;
    }
}

/* One alternative: "…" or a run up to a blank or |. */
static bool parse_word(struct parser *p, struct str *word)
{
    size_t start = p->at;
    if (peek(p) == '"') {
        size_t close = str_find(p->text, STR("\""), start + 1);
        if (close == STR_NONE)
            return refuse(p, start, "unclosed quote");
        *word = str_sub(p->text, start + 1, close);
        p->at = close + 1;
        return true;
    }
    while (p->at < p->text.n && peek(p) != '|' && !is_blank(peek(p)))
        utf8_next(p->text, &p->at);
    *word = str_sub(p->text, start, p->at);
    return true;
}

/* The whole of s as a number; an empty s is `otherwise`. */
static bool parse_number(struct str s, int otherwise, int *number)
{
    size_t at = 0;
    *number = s.n ? han_number(s, &at) : otherwise;
    return *number >= 0 && at == s.n;
}

/* 2017, 2017.., ..2022, 2017..2022 */
static bool parse_range(struct str s, struct range *range)
{
    size_t dots = str_find(s, STR(".."), 0);
    if (dots == STR_NONE)
        return parse_number(s, -1, &range->from) && parse_number(s, -1, &range->to);
    return s.n > 2 && parse_number(str_sub(s, 0, dots), 0, &range->from) &&
           parse_number(str_sub(s, dots + 2, s.n), INT_MAX, &range->to);
}

static enum field parse_field(struct parser *p)
{
    struct str rest = str_sub(p->text, p->at, p->text.n);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        if (str_starts(rest, fields[i].name)) {
            p->at += fields[i].name.n;
            return fields[i].field;
        }
    }
    return FIELD_TEXT;
}

/* Adds a word, or the range that it is; an empty word of text is passed over. */
static bool add_alternative(struct parser *p, struct term *term, struct str word)
{
    if (term->field == FIELD_YEAR || term->field == FIELD_NUMBER)
        return parse_range(word, PUSH(p->arena, &term->ranges));
    struct str folded = fold(p->arena, word).text;
    if (folded.n)
        *PUSH(p->arena, &term->alternatives) = folded;
    return true;
}

static bool parse_term(struct parser *p, struct term *term)
{
    size_t start = p->at;
    if (peek(p) == '-') {
        term->exclude = true;
        p->at++;
    }
    term->field = parse_field(p);
    for (;;) {
        struct str word;
        size_t word_at = p->at;
        if (!parse_word(p, &word))
            return false;
        if (!add_alternative(p, term, word))
            return refuse(p, word_at, "not a number or a range like 2017..2022");
        if (peek(p) != '|')
            break;
        p->at++;
    }
    return term->alternatives.n || term->ranges.n ? true : refuse(p, start, "nothing to look for");
}

struct query *query_parse(struct arena *arena, struct str text, struct err *err)
{
    struct parser p = { arena, text, 0, err };
    struct query *query = NEW(arena, struct query);
    for (skip_blanks(&p); p.at < text.n; skip_blanks(&p)) {
        struct term term = { 0 };
        if (!parse_term(&p, &term))
            return NULL;
        *PUSH(arena, &query->terms) = term;
    }
    if (query->terms.n == 0) {
        err_set(err, "empty query");
        return NULL;
    }
    return query;
}

static bool any_within(const struct term *term, struct arena *arena, struct str value)
{
    struct str folded = fold(arena, value).text;
    for (size_t i = 0; i < term->alternatives.n; i++)
        if (str_has(folded, term->alternatives.v[i]))
            return true;
    return false;
}

static bool has_person(const struct term *term, struct arena *arena, const struct article *article)
{
    for (size_t i = 0; i < article->n_people; i++)
        if (any_within(term, arena, article->people[i].name))
            return true;
    return false;
}

static bool in_ranges(const struct term *term, int number)
{
    for (size_t i = 0; i < term->ranges.n; i++)
        if (number >= term->ranges.v[i].from && number <= term->ranges.v[i].to)
            return true;
    return false;
}

static int year_of(const struct article *article)
{
    struct str date = article->date.p ? article->date : article->published;
    size_t at = 0;
    return date.p ? han_number(str_sub(date, 0, 4), &at) : -1;
}

/* Does one term hold? Its places, if it has any, are added to hits. */
static bool term_holds(struct arena *arena, const struct term *term, const struct twin *twin, struct hits *hits)
{
    const struct article *article = twin->article;
    const struct congress *congress = article->congress;
    size_t before = hits->n;
    int number;
    switch (term->field) {
    case FIELD_TEXT:
    case FIELD_TITLE:
        for (size_t i = 0; i < term->alternatives.n; i++)
            (term->field == FIELD_TITLE ? twin_find_title : twin_find)(arena, twin, term->alternatives.v[i], hits);
        return hits->n > before;
    case FIELD_PLACE:
        return congress && any_within(term, arena, congress->place);
    case FIELD_KIND:
        return congress && any_within(term, arena, congress->kind);
    case FIELD_PEOPLE:
        return has_person(term, arena, article);
    case FIELD_YEAR:
    case FIELD_NUMBER:
        number = term->field == FIELD_YEAR ? year_of(article) : congress ? congress->ordinal : 0;
        return number > 0 && in_ranges(term, number);
    }
    assert(!"a field that term_holds does not know");
    return false;
}

static int by_place(const void *a, const void *b)
{
    return hit_cmp(a, b);
}

/* Puts hits in reading order and leaves out those that another covers from its start. */
static void order_hits(struct hits *hits)
{
    if (hits->n < 2)
        return;
    qsort(hits->v, hits->n, sizeof *hits->v, by_place);
    size_t n = 0;
    for (size_t i = 0; i < hits->n; i++) {
        bool same = n && hits->v[n - 1].paragraph == hits->v[i].paragraph && hits->v[n - 1].from == hits->v[i].from;
        if (same)
            n--; /* the longer of two that begin alike comes later */
        hits->v[n++] = hits->v[i];
    }
    hits->n = n;
}

bool query_match(struct arena *arena, const struct query *query, const struct twin *twin, struct hits *hits)
{
    struct hits found = { 0 }, ignored = { 0 };
    for (size_t i = 0; i < query->terms.n; i++) {
        const struct term *term = &query->terms.v[i];
        if (term_holds(arena, term, twin, term->exclude ? &ignored : &found) == term->exclude)
            return false;
    }
    order_hits(&found);
    for (size_t i = 0; i < found.n; i++)
        *PUSH(arena, hits) = found.v[i];
    return true;
}
