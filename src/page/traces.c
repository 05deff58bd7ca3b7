/* Traces of what typeset text does not show. */
#include "page/traces.h"

#include <stdint.h>
#include <stdlib.h>

#include "article/script.h"
#include "base/buf.h"
#include "base/tr.h"
#include "text/cell.h"
#include "text/han.h"
#include "text/trait.h"
#include "text/utf8.h"

#define FULL_BLANK 0x3000

/* A trace that is being collected: what says nothing of its order among those of one place is its number. */
struct collected {
    struct trace trace;
    size_t number;
};

static int by_place(const void *a, const void *b)
{
    const struct collected *x = a, *y = b;
    int order = place_cmp(x->trace.place, y->trace.place);
    return order ? order : (x->number > y->number) - (x->number < y->number);
}

/* Collects traces of a report, whose places are of it as it was written. */
struct collecting {
    struct arena *arena;
    const struct article *article;
    ARRAY(struct collected) all;
};

static void collect(struct collecting *c, struct place place, struct str text)
{
    *PUSH(c->arena, &c->all) = (struct collected){ { place_shown(c->article, place), text }, c->all.n };
}

/* What a repaired piece was, or its start. */
static struct str was(struct arena *arena, struct str from)
{
    enum { CELLS = 24 };
    struct buf out = buf_make(arena, 1000);
    size_t fits = cells_fit(from, CELLS);
    buf_add_cstr(&out, "‹←");
    buf_add(&out, str_sub(from, 0, fits));
    buf_add_cstr(&out, fits < from.n ? "…›" : "›");
    return buf_str(&out);
}

static void collect_repairs(struct collecting *c)
{
    for (size_t i = 0; i < c->article->n_repairs; i++) {
        const struct repair *repair = &c->article->repairs[i];
        collect(c, (struct place){ repair->paragraph, repair->offset + repair->to.n }, was(c->arena, repair->from));
    }
}

static void collect_gaps(struct collecting *c)
{
    const struct article *article = article_written(c->article);
    for (size_t i = 0; i < article->n_gaps; i++) {
        const struct gap *gap = &article->gaps[i];
        struct buf out = buf_make(c->arena, 200);
        if (gap->chars >= 0)
            buf_add_format(&out, tr("‹hidden: %ld characters›"), gap->chars);
        else
            buf_add(&out, TR("‹hidden›"));
        collect(c, (struct place){ gap->paragraph, article_paragraph(article, gap->paragraph).n }, buf_str(&out));
    }
}

/* Numbers that are missing: what such a heading says stands nowhere in the text. */
static void collect_missing(struct collecting *c)
{
    const struct article *article = article_written(c->article);
    for (size_t i = 0; i < article->n_outline; i++) {
        const struct heading *heading = &article->outline[i];
        struct buf out = buf_make(c->arena, 1000);
        struct str text = article_paragraph(article, heading->paragraph);
        if (heading->kind != HEADING_GAP || str_starts(str_sub(text, heading->offset, text.n), heading->text))
            continue;
        buf_add_format(&out, "‹%.*s›", (int)(heading->text.n < 200 ? heading->text.n : 0), heading->text.p);
        collect(c, (struct place){ heading->paragraph, heading->offset }, buf_str(&out));
    }
}

struct traces traces_of(struct arena *arena, const struct article *article)
{
    struct collecting c = { .arena = arena, .article = article };
    struct traces traces = { .v = NULL };
    for (size_t i = 0; i < article->n_joins; i++)
        collect(&c, (struct place){ article->joins[i].paragraph, article->joins[i].offset }, STR("↵"));
    collect_repairs(&c);
    collect_gaps(&c);
    collect_missing(&c);
    if (c.all.n)
        qsort(c.all.v, c.all.n, sizeof *c.all.v, by_place);
    for (size_t i = 0; i < c.all.n; i++)
        *PUSH(arena, &traces) = c.all.v[i].trace;
    return traces;
}

/* The first trace at or behind a place. */
static size_t first_trace(const struct traces *traces, struct place place)
{
    size_t low = 0, high = traces->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (place_cmp(traces->v[middle].place, place) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Would nobody see that the character is there, or which it is? */
static bool is_hidden(uint32_t c)
{
    unsigned bits = trait_of(c).bits;
    return (is_blank(c) && c != ' ') || (bits & TRAIT_STEERS) || !(bits & (TRAIT_SAFE | TRAIT_MARK));
}

static void put(struct arena *arena, struct traced_text *out, struct buf *text, struct str trace, size_t own, size_t own_n)
{
    *PUSH(arena, &out->traces) = (struct put_in){ text->n, trace.n, own, own_n };
    buf_add(text, trace);
}

static void put_hidden(struct arena *arena, struct traced_text *out, struct buf *text, uint32_t c, size_t own, size_t own_n)
{
    struct buf trace = buf_make(arena, 32);
    buf_add_format(&trace, c == FULL_BLANK ? "␣ " : "‹%X›", (unsigned)c);
    put(arena, out, text, buf_str(&trace), own, own_n);
}

struct traced_text traces_put(struct arena *arena, struct str text, const struct traces *traces, size_t paragraph)
{
    struct traced_text out = { .text = { NULL, 0 } };
    struct buf buf = buf_make(arena, SIZE_MAX);
    size_t next = first_trace(traces, (struct place){ paragraph, 0 });
    for (size_t at = 0, from = 0;; from = at) {
        for (; next < traces->n && traces->v[next].place.paragraph == paragraph && traces->v[next].place.offset <= at; next++)
            put(arena, &out, &buf, traces->v[next].text, at, 0);
        if (at >= text.n)
            break;
        uint32_t c = utf8_next(text, &at);
        if (is_hidden(c))
            put_hidden(arena, &out, &buf, c, from, at - from);
        else
            buf_add(&buf, str_sub(text, from, at));
    }
    out.text = buf_str(&buf);
    return out;
}

/* How many traces begin before an offset of the text without them; with `at` also those that stand there and for nothing. */
static size_t traces_till(const struct traced_text *text, size_t offset, bool at)
{
    size_t low = 0, high = text->traces.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct put_in *trace = &text->traces.v[middle];
        if (trace->own < offset || (at && trace->own == offset && trace->own_n == 0))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Where an offset stands behind the first `n` traces. */
static size_t behind_traces(const struct traced_text *text, size_t n, size_t offset)
{
    if (n == 0)
        return offset;
    const struct put_in *trace = &text->traces.v[n - 1];
    return offset < trace->own + trace->own_n ? trace->at : trace->at + trace->n + offset - trace->own - trace->own_n;
}

size_t traces_behind(const struct traced_text *text, size_t offset)
{
    return behind_traces(text, traces_till(text, offset, true), offset);
}

size_t traces_before(const struct traced_text *text, size_t offset)
{
    return behind_traces(text, traces_till(text, offset, false), offset);
}

/* How many traces end before a byte of the text with them, or there. */
static size_t traces_over(const struct traced_text *text, size_t at)
{
    size_t low = 0, high = text->traces.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (text->traces.v[middle].at + text->traces.v[middle].n <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const struct put_in *traces_next(const struct traced_text *text, size_t at)
{
    size_t next = traces_over(text, at);
    return next < text->traces.n ? &text->traces.v[next] : NULL;
}

size_t traces_without(const struct traced_text *text, size_t at)
{
    size_t next = traces_over(text, at);
    if (next < text->traces.n && at >= text->traces.v[next].at)
        return text->traces.v[next].own;
    if (next == 0)
        return at;
    const struct put_in *before = &text->traces.v[next - 1];
    return before->own + before->own_n + at - before->at - before->n;
}
