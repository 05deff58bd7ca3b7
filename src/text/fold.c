/* Folding for search: the twin of a text in which everything that should match is spelled alike. */
#include "text/fold.h"

#include <utf8proc.h>

#include "base/buf.h"
#include "text/han.h"
#include "text/utf8.h"
#include "text/variant.h"

enum { EXPANSION = 18 }; /* the longest compatibility decomposition, U+FDFA */

/* Folding under way: the text so far and the steps of its map. */
struct folding {
    struct arena *arena;
    struct buf out;
    ARRAY(struct fold_step) steps;
};

/* Puts one folded character that came from source offset `from`. */
static void emit(struct folding *f, uint32_t c, size_t from)
{
    const struct fold_step *last = f->steps.n ? &f->steps.v[f->steps.n - 1] : NULL;
    if (!last || last->from - last->at != from - f->out.n) /* the distance changed; it may wrap, and that is well */
        *PUSH(f->arena, &f->steps) = (struct fold_step){ f->out.n, from };
    char utf8[4];
    buf_add_bytes(&f->out, utf8, utf8_put(c, utf8));
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

static bool is_ignored(uint32_t c)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);
    return category == UTF8PROC_CATEGORY_CF || (category == UTF8PROC_CATEGORY_CC && c != '\n' && c != '\r' && c != '\t') ||
           (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

/* Characters beside which a blank means nothing: Han, and the marks that stand with them. */
static bool is_wide(uint32_t c)
{
    return c >= 0x2E80 && (c < 0xAC00 || c >= 0xF900);
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
    struct folding f = { .arena = arena, .out = buf_make(arena, (size_t)-1 / 4) };
    uint32_t before = 0; /* the last character that was put, as it stood in the source */
    size_t blank = STR_NONE;
    for (size_t at = 0; at < s.n;) {
        size_t from = at;
        uint32_t c = utf8_next(s, &at);
        if (is_blank(c) || c == '\n' || c == '\r') {
            if (blank == STR_NONE)
                blank = from;
            continue;
        }
        if (c >= 0x80 && !is_han(c) && is_ignored(c))
            continue;
        if (blank != STR_NONE && before && !is_wide(before) && !is_wide(c))
            emit(&f, ' ', blank);
        blank = STR_NONE;
        before = c;
        if (c >= 'A' && c <= 'Z')
            emit(&f, c - 'A' + 'a', from);
        else if (c < 0x80)
            emit(&f, c, from);
        else if (c >= 0x4E00 && c <= 0x9FFF)
            emit(&f, simplified(c), from);
        else if (fold_mark(c) != c)
            emit(&f, fold_mark(c), from);
        else
            emit_other(&f, c, from);
    }
    return (struct folded){ buf_str(&f.out), f.steps.v, f.steps.n };
}

size_t fold_source(const struct folded *folded, size_t at)
{
    size_t low = 0, high = folded->n_steps;
    if (high == 0)
        return 0;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (folded->steps[middle].at <= at)
            low = middle;
        else
            high = middle;
    }
    return folded->steps[low].from + (at - folded->steps[low].at);
}

size_t fold_source_end(const struct folded *folded, struct str source, size_t at)
{
    if (at == 0)
        return fold_source(folded, 0);
    utf8_prev(folded->text, &at);
    size_t from = fold_source(folded, at);
    utf8_next(source, &from);
    return from;
}
