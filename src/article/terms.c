/* Set phrases: found by their quotes, merged over reports. */
#include "article/terms.h"

#include <stdlib.h>

#include "article/roll.h"
#include "base/buf.h"
#include "base/map.h"
#include "text/han.h"
#include "text/utf8.h"
#include "text/variant.h"

enum { SHORTEST = 2, LONGEST = 30, LONGEST_NUMBERED = 8 };

/* The quote that closes what c opens; 0 where c opens none. A straight one closes itself. */
static uint32_t closing_of(uint32_t c)
{
    switch (c) {
    case 0x201C: return 0x201D; /* “ ” */
    case 0x2018: return 0x2019; /* ‘ ’ */
    case 0x300C: return 0x300D; /* 「 」 */
    case 0x300E: return 0x300F; /* 『 』 */
    case '"': return '"';
    default: return 0;
    }
}

/* Reads a phrase behind its opening quote: true with *to behind its last character, when it is closed soon and is no sentence. */
static bool read_quoted(struct str s, size_t from, uint32_t closing, size_t *to, size_t *behind)
{
    size_t chars = 0, n_han = 0, at = from;
    bool stopped = false;
    while (at < s.n && chars <= LONGEST) {
        size_t start = at;
        uint32_t c = utf8_next(s, &at);
        if (c == closing) {
            *to = start;
            *behind = at;
            return chars >= SHORTEST && n_han > 0 && !stopped;
        }
        if (is_stop(c) || is_opening(c) || c == ':' || c == 0xFF1A)
            return false;
        chars++;
        n_han += is_han(c);
    }
    return false;
}

/* The start of the single Han before `at`, or `at` where there is none. */
static size_t verb_before(struct str s, size_t at)
{
    size_t start = at;
    return at && is_han(utf8_prev(s, &start)) ? start : at;
}

/* A quoted phrase with its quotes, and the chain that it may belong to. */
struct quoted {
    size_t open, from, to, behind;
};

/* Does the next quote go on with the chain: 、 and one verb between the two? */
static bool is_chained(struct str s, const struct quoted *a, const struct quoted *b)
{
    struct str between = str_sub(s, a->behind, b->open);
    size_t verb = verb_before(s, b->open);
    return str_starts(between, STR("、")) && verb == a->behind + STR("、").n && verb < b->open && verb_before(s, a->open) < a->open;
}

static void find_in_paragraph(struct arena *arena, const struct article *article, size_t paragraph, struct term_uses *uses)
{
    struct str s = article->paragraphs[paragraph];
    struct quoted last = { 0 };
    for (size_t at = 0; at < s.n;) {
        struct quoted quoted = { .open = at };
        uint32_t closing = closing_of(utf8_next(s, &at));
        quoted.from = at;
        if (!closing || !read_quoted(s, at, closing, &quoted.to, &quoted.behind))
            continue;
        at = quoted.behind;
        if (last.behind && is_chained(s, &last, &quoted)) {
            struct term_use *chain = &uses->v[uses->n - 1];
            chain->from = chain->from == last.from ? verb_before(s, last.open) : chain->from;
            chain->to = quoted.behind;
        } else {
            *PUSH(arena, uses) = (struct term_use){ article, paragraph, quoted.from, quoted.to };
        }
        last = quoted;
    }
}

void terms_of(struct arena *arena, const struct article *article, struct term_uses *uses)
{
    for (size_t i = 0; i < article->n_paragraphs; i++)
        find_in_paragraph(arena, article, i, uses);
}

/* May a phrase without quotes begin with the character c at `at`: a number, not behind 第, nor behind a quote, whose phrases are known? */
static bool may_begin(struct str s, size_t at, uint32_t c)
{
    if (!is_numeral(c))
        return false;
    uint32_t before = at ? utf8_prev(s, &at) : 0;
    return before != 0x7B2C && !closing_of(before);
}

/* The longest known phrase that begins at `at`, where a number stands; 0 where none does, else the end of it. */
static size_t numbered_at(struct str s, size_t at, term_known *known, void *context)
{
    size_t longest = 0;
    char key[4 * LONGEST_NUMBERED];
    for (size_t end = at, n = 0, chars = 1; end < s.n && chars <= LONGEST_NUMBERED; chars++) {
        uint32_t c = utf8_next(s, &end);
        if (!is_han(c))
            break;
        n += utf8_put(simplified(c), key + n);
        if (chars > SHORTEST && known(context, (struct str){ key, n }))
            longest = end;
    }
    return longest;
}

bool term_next_numbered(struct str s, size_t *at, term_known *known, void *context, struct str *phrase)
{
    while (*at < s.n) {
        size_t start = *at, end = may_begin(s, start, utf8_next(s, at)) ? numbered_at(s, start, known, context) : 0;
        if (!end)
            continue;
        *phrase = str_sub(s, start, end);
        *at = end;
        return true;
    }
    return false;
}

/* The end of the Han behind `at` that phrases which begin there, or at a number among them, may reach. */
static size_t reach(struct str s, size_t at, size_t *chars)
{
    *chars = 0;
    for (size_t left = LONGEST_NUMBERED; at < s.n && left > 0; left--, ++*chars) {
        size_t next = at;
        uint32_t c = utf8_next(s, &next);
        if (!is_han(c))
            break;
        left = may_begin(s, at, c) ? LONGEST_NUMBERED : left;
        at = next;
    }
    return at;
}

bool term_next_stretch(struct str s, size_t *at, struct str *stretch)
{
    while (*at < s.n) {
        size_t start = *at, chars;
        if (!may_begin(s, start, utf8_next(s, at)))
            continue;
        *at = reach(s, start, &chars);
        *stretch = str_sub(s, start, *at);
        if (chars > SHORTEST)
            return true;
    }
    return false;
}

/* Adds the places where a known phrase that begins with a number stands without quotes. */
static void find_numbered(struct arena *arena, const struct article *article, term_known *known, void *context, struct term_uses *uses)
{
    struct str phrase;
    for (size_t i = 0; i < article->n_paragraphs; i++)
        for (size_t at = 0; term_next_numbered(article->paragraphs[i], &at, known, context, &phrase);)
            *PUSH(arena, uses) = (struct term_use){ article, i, at - phrase.n, at };
}

struct str term_text(const struct term_use *use)
{
    return str_sub(use->article->paragraphs[use->paragraph], use->from, use->to);
}

/* Phrases being gathered. */
struct gathering {
    struct arena *arena;
    struct map places; /* simplified phrase → place in terms */
    ARRAY(struct term) terms;
};

static struct term *term_for(struct gathering *g, struct str text)
{
    struct buf key = buf_make(g->arena, SIZE_MAX);
    buf_add_simplified(&key, text);
    bool found;
    size_t place = *map_put(&g->places, buf_str(&key), g->terms.n, &found);
    if (!found)
        *PUSH(g->arena, &g->terms) = (struct term){ .text = text };
    return &g->terms.v[place];
}

static bool is_gathered(void *gathering, struct str simplified)
{
    return map_get(&((struct gathering *)gathering)->places, simplified) != NULL;
}

static int by_place(const void *a, const void *b)
{
    const struct term_use *x = a, *y = b;
    return place_cmp((struct place){ x->paragraph, x->from }, (struct place){ y->paragraph, y->from });
}

static int year_of(const struct article *article)
{
    size_t at = 0;
    return article->date.n >= 4 ? han_number(str_sub(article->date, 0, 4), &at) : -1;
}

/* Puts the uses of each report in order and counts reports and years. Reports come one after another already. */
static void count_uses(struct gathering *g, struct term *term)
{
    for (size_t i = 0, end; i < term->uses.n; i = end) {
        const struct article *article = term->uses.v[i].article;
        for (end = i; end < term->uses.n && term->uses.v[end].article == article;)
            end++;
        qsort(&term->uses.v[i], end - i, sizeof *term->uses.v, by_place);
        term->n_articles++;
        int year = year_of(article);
        if (year < 0)
            continue;
        if (term->years.n == 0 || term->years.v[term->years.n - 1].year != year)
            *PUSH(g->arena, &term->years) = (struct term_year){ year, 0 };
        term->years.v[term->years.n - 1].n_articles++;
    }
}

static int by_articles(const void *a, const void *b)
{
    const struct term *x = a, *y = b;
    if (x->n_articles != y->n_articles)
        return x->n_articles > y->n_articles ? -1 : 1;
    int order = str_cmp(x->uses.v[0].article->date, y->uses.v[0].article->date);
    return order ? order : str_cmp(x->text, y->text);
}

struct terms terms_gather(struct arena *arena, const struct article *const *articles, size_t n)
{
    struct gathering g = { .arena = arena, .places = { .arena = arena } };
    const struct article **order = articles_by_date(arena, articles, n);
    struct term_uses *uses = NEW_N(arena, struct term_uses, n + 1);
    for (size_t i = 0; i < n; i++) { /* first all phrases, so that the numbered ones are known everywhere */
        terms_of(arena, order[i], &uses[i]);
        for (size_t k = 0; k < uses[i].n; k++)
            term_for(&g, term_text(&uses[i].v[k]));
    }
    for (size_t i = 0; i < n; i++) {
        find_numbered(arena, order[i], is_gathered, &g, &uses[i]);
        for (size_t k = 0; k < uses[i].n; k++)
            *PUSH(arena, &term_for(&g, term_text(&uses[i].v[k]))->uses) = uses[i].v[k];
    }
    for (size_t i = 0; i < g.terms.n; i++)
        count_uses(&g, &g.terms.v[i]);
    if (g.terms.n)
        qsort(g.terms.v, g.terms.n, sizeof *g.terms.v, by_articles);
    return (struct terms){ g.terms.v, g.terms.n };
}

struct str term_first(const struct term *term)
{
    return term->uses.v[0].article->date; /* reports without a date are the last */
}

struct str term_last(const struct term *term)
{
    struct str last = { NULL, 0 };
    for (size_t i = 0; i < term->uses.n && term->uses.v[i].article->date.n; i++)
        last = term->uses.v[i].article->date;
    return last;
}
