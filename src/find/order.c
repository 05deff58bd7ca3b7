/* The order of a list of reports, and which of them tell of the same congress. */
#include "find/order.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/map.h"
#include "text/fold.h"

/* A report with what it is sorted by. */
struct ranked {
    const struct article *article;
    size_t given;       /* where it stood */
    size_t group;       /* number of its congress: where the first of its reports stands */
    enum order_key key;
    bool reverse;
};

/* As bytes: for telling names apart that does as well. */
static void add_units(struct buf *out, struct units units)
{
    buf_add_bytes(out, units.p, units.n * sizeof(uint16_t));
}

/* What names a congress: its folded name; with something hidden or unknown, the file too. An article of no congress is alone. */
static struct str congress_name(struct arena *arena, const struct article *article, size_t number)
{
    const struct congress *congress = article->congress;
    struct buf out = buf_make(arena, (size_t)-1 / 4);
    if (!congress)
        buf_add_format(&out, "%zu", number);
    else
        add_units(&out, fold(arena, congress->name).text);
    if (congress && (congress->redacted || !congress->ordinal || !congress->name.p))
        buf_add_format(&out, "\n%s", article->file ? article->file : "");
    return buf_str(&out);
}

uint64_t congress_hash(struct arena *arena, const struct congress *congress, const char *file)
{
    struct article article = { .congress = (struct congress[]){ *congress }, .file = file };
    uint64_t hash = hash_str(HASH_START, congress_name(arena, &article, 0));
    return hash ? hash : 1;
}

/* Unknown values come last, whatever the direction. */
static int cmp_known(bool a, bool b)
{
    return (int)b - (int)a;
}

static int cmp_number(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int cmp_key(const struct ranked *a, const struct ranked *b)
{
    const struct article *x = a->article, *y = b->article;
    struct str p = { 0 }, q = { 0 };
    int order;
    switch (a->key) {
    case ORDER_ORDINAL: {
        int m = x->congress ? x->congress->ordinal : 0, n = y->congress ? y->congress->ordinal : 0;
        order = cmp_known(m > 0, n > 0);
        return order ? order : a->reverse ? n - m : m - n;
    }
    case ORDER_SIZE:
        order = cmp_number(x->chars, y->chars);
        return a->reverse ? -order : order;
    case ORDER_DATE:
        p = x->date.p ? x->date : x->published;
        q = y->date.p ? y->date : y->published;
        break;
    case ORDER_PLACE:
        p = x->congress ? x->congress->place : p;
        q = y->congress ? y->congress->place : q;
        break;
    case ORDER_TITLE:
        p = x->title;
        q = y->title;
        break;
    case ORDER_GIVEN:
    case N_ORDERS:
        order = cmp_number(a->given, b->given);
        return a->reverse ? -order : order;
    }
    order = cmp_known(p.p != NULL, q.p != NULL);
    if (!order && p.p)
        order = a->reverse ? str_cmp(q, p) : str_cmp(p, q);
    return order;
}

static int by_key(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;
    int order = cmp_key(x, y);
    return order ? order : cmp_number(x->given, y->given);
}

static int by_group(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;
    int order = cmp_number(x->group, y->group);
    return order ? order : cmp_number(x->given, y->given);
}

void order_articles(struct arena *arena, const struct article **v, size_t n, enum order_key key, bool reverse)
{
    struct ranked *ranked = NEW_N(arena, struct ranked, n + 1);
    struct map groups = { .arena = arena };
    for (size_t i = 0; i < n; i++)
        ranked[i] = (struct ranked){ v[i], i, 0, key, reverse };
    qsort(ranked, n, sizeof *ranked, by_key);
    for (size_t i = 0; i < n; i++) {
        ranked[i].given = i;
        ranked[i].group = *map_put(&groups, congress_name(arena, ranked[i].article, i), i, NULL);
    }
    qsort(ranked, n, sizeof *ranked, by_group);
    for (size_t i = 0; i < n; i++)
        v[i] = ranked[i].article;
}

static const char *const names[N_ORDERS] = { "given", "date", "place", "ordinal", "title", "size" };

const char *order_name(enum order_key order)
{
    return names[order];
}

enum order_key order_by_name(const char *name)
{
    for (int i = 0; i < N_ORDERS; i++)
        if (strcmp(names[i], name) == 0)
            return (enum order_key)i;
    return N_ORDERS;
}
