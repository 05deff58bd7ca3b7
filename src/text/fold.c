/* Folding for search: the twin of a text in which everything that should match is spelled alike. */
#include "text/fold.h"

#include <utf8proc.h>

#include "text/drawable.h"
#include "text/han.h"
#include "text/utf8.h"
#include "text/variant.h"

enum { EXPANSION = 18 }; /* the longest compatibility decomposition, U+FDFA */

/* Folding under way: the units so far, the steps of their map, and the blank that may have to be put. */
struct folding {
    struct arena *arena;
    ARRAY(uint16_t) out;
    ARRAY(struct fold_step) steps;
    uint32_t last; /* the character that was put last, 0 at the start */
    size_t blank;  /* source offset of the blanks since then, or STR_NONE */
};

/* The next unit comes from source offset `from`: a step where the last one does not lead there. Before the second unit of a step its
 * stride is still open. */
static void map_from(struct folding *f, size_t from)
{
    struct fold_step *last = f->steps.n ? &f->steps.v[f->steps.n - 1] : NULL;
    if (last && f->out.n == last->at + 1)
        last->stride = from - last->from;
    else if (!last || last->from + (f->out.n - last->at) * last->stride != from)
        *PUSH(f->arena, &f->steps) = (struct fold_step){ f->out.n, from, 0 };
}

static void put(struct folding *f, uint32_t c, size_t from)
{
    uint16_t units[2];
    size_t n = unit_put(c, units);
    for (size_t i = 0; i < n; i++) {
        map_from(f, from);
        *PUSH(f->arena, &f->out) = units[i];
    }
}

/* Folded characters beside which a blank means nothing: Han and their like, and marks; not letters and digits. */
static bool needs_no_blank(uint32_t c)
{
    if (c < 0x80)
        return !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'));
    return c == 0xB7 || c >= 0x2000;
}

static void note_blank(struct folding *f, size_t from)
{
    if (f->blank == STR_NONE)
        f->blank = from;
}

/* Puts one folded character that came from source offset `from`. */
static void emit(struct folding *f, uint32_t c, size_t from)
{
    if (c == ' ') {
        note_blank(f, from);
        return;
    }
    if (f->blank != STR_NONE && f->last && !needs_no_blank(f->last) && !needs_no_blank(c))
        put(f, ' ', f->blank);
    f->blank = STR_NONE;
    f->last = c;
    put(f, c, from);
}

/* Quotes of one kind, dashes of one kind, dots in the middle of one kind. */
static uint32_t fold_mark(uint32_t c)
{
    switch (c) {
    case 0x201C: case 0x201D: case 0x201E: case 0x201F: case 0x300C: case 0x300D: case 0x300E: case 0x300F: case 0x301D: case 0x301E:
    case 0x301F:
        return '"';
    case 0x2018: case 0x2019: case 0x201A: case 0x201B:
        return '\'';
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212: case 0x2500:
        return '-';
    case 0x2022: case 0x2027: case 0x2219: case 0x22C5: case 0x30FB: case 0xFF65:
        return 0xB7;
    default:
        return c;
    }
}

static bool is_break(uint32_t c)
{
    return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* Controls, marks of direction, what joins and parts without a width. */
static bool is_ignored(uint32_t c)
{
    if (c < 0x80)
        return c < 0x20 || c == 0x7F;
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);
    return category == UTF8PROC_CATEGORY_CF || category == UTF8PROC_CATEGORY_CC || is_steering(c);
}

/* All that is neither Han nor ASCII: compatibility forms undone, one case. */
static void emit_other(struct folding *f, uint32_t c, size_t from)
{
    utf8proc_int32_t parts[EXPANSION];
    int boundary = 0;
    utf8proc_ssize_t n =
        utf8proc_decompose_char((utf8proc_int32_t)c, parts, EXPANSION, UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD, &boundary);
    if (n < 0 || n > EXPANSION) {
        emit(f, c, from);
        return;
    }
    for (utf8proc_ssize_t i = 0; i < n; i++)
        emit(f, simplified(fold_mark((uint32_t)parts[i])), from);
}

struct folded fold(struct arena *arena, struct str s)
{
    struct folding f = { .arena = arena, .blank = STR_NONE };
    for (size_t at = 0; at < s.n;) {
        size_t from = at;
        uint32_t c = utf8_next(s, &at);
        if (c >= 0x4E00 && c <= 0x9FFF)
            emit(&f, simplified(c), from);
        else if (is_blank(c) || is_break(c))
            note_blank(&f, from);
        else if (is_ignored(c))
            continue;
        else if (c >= 'A' && c <= 'Z')
            emit(&f, c - 'A' + 'a', from);
        else if (c < 0x80)
            emit(&f, c, from);
        else if (fold_mark(c) != c)
            emit(&f, fold_mark(c), from);
        else
            emit_other(&f, c, from);
    }
    map_from(&f, s.n);
    return (struct folded){ { (const unsigned char *)f.out.v, f.out.n }, f.steps.v, f.steps.n };
}

/* The step that unit `at` belongs to. */
static const struct fold_step *step_of(const struct folded *folded, size_t at)
{
    size_t low = 0, high = folded->n_steps;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (folded->steps[middle].at <= at)
            low = middle;
        else
            high = middle;
    }
    return &folded->steps[low];
}

size_t fold_source(const struct folded *folded, size_t at)
{
    const struct fold_step *step = step_of(folded, at);
    return step->from + (at - step->at) * step->stride;
}

size_t fold_source_end(const struct folded *folded, struct str source, size_t at)
{
    if (at == 0)
        return fold_source(folded, 0);
    size_t from = fold_source(folded, at - 1);
    if (from < source.n)
        utf8_next(source, &from);
    return from;
}

size_t fold_unit(const struct folded *folded, size_t from)
{
    size_t low = 0, high = folded->text.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (fold_source(folded, middle) < from)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
