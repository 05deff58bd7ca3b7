/* Where a line ends: Chinese line breaking on a grid of cells. */
#include "page/break.h"

#include <assert.h>
#include <string.h>

#include "text/cell.h"
#include "text/han.h"
#include "text/linebreak.h"
#include "text/utf8.h"

#define SET(class) (1ull << LINE_##class)

enum { PLAIN_HAN = TRAIT_WIDE | TRAIT_SAFE };

/* How well a line ends before a character. Where no good place fits a fair one will do, then one that cuts a word, then any. */
enum end { END_NEVER, END_IN_WORD, END_FAIR, END_GOOD, N_ENDS };

/* A line while it is read. */
struct line {
    struct str text;
    enum breaks breaks;
    unsigned never_begins, never_ends; /* traits that the level forbids there */
    struct line_state state;
    struct cluster before; /* the last one that is no blank; len 0: none */
};

static struct line line_make(struct str text, enum breaks breaks)
{
    struct line line = { .text = text, .breaks = breaks };
    if (breaks != BREAKS_OFF) {
        line.never_begins = breaks == BREAKS_STRICT ? TRAIT_NEVER_BEGINS | TRAIT_DASH : TRAIT_NEVER_BEGINS;
        line.never_ends = TRAIT_NEVER_ENDS;
    }
    return line;
}

static bool is_wide(uint32_t c)
{
    return trait_of(c).bits & TRAIT_WIDE;
}

static uint32_t char_before(struct str text, size_t at)
{
    return at > 0 ? utf8_prev(text, &at) : 0;
}

/* The class of a mark that depends on what it stands beside: quotes are among the ambiguous of UAX #14, as · is. */
static enum line_class class_beside(struct str text, size_t at, const struct cluster *c)
{
    if (c->trait.line != LINE_AI && c->trait.line != LINE_QU && c->base != 0xFF0E)
        return (enum line_class)c->trait.line;
    uint32_t before = char_before(text, at), behind = utf8_at(text, at + c->len);
    switch (c->base) {
    case 0x2018: case 0x201C:
        return is_wide(before) || is_wide(behind) ? LINE_OP : LINE_QU;
    case 0x2019: case 0x201D:
        return is_wide(before) || is_wide(behind) ? LINE_CL : LINE_QU;
    case 0xB7:
        return is_wide(before) && is_wide(behind) ? LINE_GL : LINE_AI;
    case 0xFF0E: /* ５．２ */
        return is_wide(before) && narrow(before) - '0' < 10 && narrow(behind) - '0' < 10 ? LINE_IS : LINE_CL;
    default:
        return c->trait.line == LINE_AI && (is_wide(before) || is_wide(behind)) ? LINE_ID : (enum line_class)c->trait.line;
    }
}

static enum line_class class_of(struct str text, size_t at, const struct cluster *c)
{
    if (c->base > 0xFF0F && c->base < 0xFF5B) {
        uint32_t twin = narrow(c->base);
        if (twin - '0' < 10)
            return LINE_NU;
        if ((twin | 32) - 'a' < 26)
            return LINE_AL;
    }
    return class_beside(text, at, c);
}

static bool in(uint64_t set, unsigned class)
{
    return set >> class & 1;
}

/* Signs of ASCII hold a word together for UAX #14, as the one in an address does. */
static bool is_sign(uint32_t c)
{
    return c < 0x80 && !((c | 32) - 'a' < 26 || c - '0' < 10);
}

/* How well a line ends inside what UAX #14 keeps together. `in_number`: a number is open there. */
static enum end end_inside(const struct line *line, const struct cluster *c, enum line_class last, enum line_class class, bool in_number)
{
    static const uint64_t word = SET(AL) | SET(AI) | SET(HL) | SET(NU) | SET(QU) | SET(CM) | SET(ZWJ) | SET(RI) | SET(EB) | SET(EM) |
                                 SET(XP) | SET(JL) | SET(JV) | SET(JT) | SET(H2) | SET(H3);
    if (in(SET(AL), class) && is_sign(c->base))
        return END_FAIR;
    if (in(word, class) && (in_number || last == LINE_HY || (in(word, last) && !(last == LINE_AL && is_sign(line->before.base)))))
        return END_IN_WORD;
    return END_FAIR;
}

/* Does a symbol belong to what is beside it? ×× hides a word, ×3 is a number. */
static bool clings(const struct cluster *symbol, const struct cluster *other)
{
    return symbol->trait.line == LINE_AI && (symbol->base == other->base || in(SET(AL) | SET(NU), other->trait.line));
}

/* What Chinese adds to UAX #14, which answered `plain`, between two characters side by side. */
static enum end end_beside(const struct line *line, const struct cluster *c, enum line_class last, enum line_class class, bool plain,
                           bool in_number)
{
    unsigned before = line->before.trait.bits, bits = c->trait.bits;
    if (in_number && in(SET(IS) | SET(SY) | SET(PO), class) && !(bits & TRAIT_WIDE))
        return END_IN_WORD;
    if (line->breaks == BREAKS_OFF && !in(SET(BA) | SET(CM) | SET(ZWJ), class) &&
        (plain || (before | bits) & (TRAIT_WIDE | TRAIT_NEVER_BEGINS | TRAIT_NEVER_ENDS)))
        return plain || end_inside(line, c, last, class, in_number) == END_FAIR ? END_GOOD : END_IN_WORD;
    if ((last == LINE_NU && is_han(c->base)) || (class == LINE_NU && last == LINE_ID && line->before.base == U'第'))
        return END_FAIR;
    if (clings(&line->before, c) || clings(c, &line->before))
        return END_IN_WORD;
    return plain ? END_GOOD : end_inside(line, c, last, class, in_number);
}

/* Is the last character like Han, and nothing behind it? */
static bool is_plain(const struct line *line)
{
    return line->state.last == LINE_ID && !line->state.blanks && !line->state.joiner && !(line->before.trait.bits & TRAIT_NEVER_ENDS);
}

/* One of U+4E00 to U+9FFF? */
static bool is_han_of_3(struct str s, size_t at)
{
    const unsigned char *p = (const unsigned char *)s.p + at;
    return at < s.n && p[0] >= 0xE4 && p[0] <= 0xE9 && (p[0] > 0xE4 || p[1] >= 0xB8);
}

/* May the line end before this cluster? Takes it in. */
static enum end take(struct line *line, size_t at, const struct cluster *c)
{
    struct str text = line->text;
    enum line_class last = (enum line_class)line->state.last;
    if (is_plain(line) && c->trait.bits == PLAIN_HAN && c->trait.line == LINE_ID && c->base < 0xFF00) { /* Han beside Han, the most of it */
        line->before = *c;
        return END_GOOD;
    }
    enum line_class class = class_of(text, at, c);
    bool blanks = line->state.blanks, in_number = line->state.number == 1 && !blanks, begun = line->state.begun;
    bool number = line_asks(&line->state, class) && line_number_follows(str_sub(text, at + c->len, text.n));
    bool plain = line_next(&line->state, class, number) != LINE_BREAK_NOT;
    size_t inner = at;
    for (utf8_next(text, &inner); inner < at + c->len;)
        line_next(&line->state, (enum line_class)trait_of(utf8_next(text, &inner)).line, false);
    enum end end = END_NEVER;
    if (!begun || is_blank(c->base) || (c->trait.bits & line->never_begins) || (line->before.trait.bits & line->never_ends) ||
        (line->before.trait.bits & c->trait.bits & TRAIT_DASH))
        end = END_NEVER;
    else if (blanks)
        end = plain ? END_GOOD : END_FAIR;
    else
        end = end_beside(line, c, last, class, plain, in_number);
    if (!is_blank(c->base))
        line->before = *c;
    return end;
}

/* May this stop or pause stand behind the end of the line? Not where the next line would begin with what may not. */
static bool may_hang(struct line line, size_t at, const struct cluster *c)
{
    bool han = line.before.trait.bits & TRAIT_WIDE && !line.state.blanks;
    take(&line, at, c);
    size_t behind = at + c->len;
    if (!han || behind == line.text.n)
        return han;
    struct cluster next = cluster_at(line.text, behind);
    return take(&line, behind, &next) == END_GOOD;
}

/* The last good place in (from, before), or `from`. */
static size_t good_end(struct str text, size_t from, size_t before, enum breaks breaks)
{
    struct line line = line_make(text, breaks);
    size_t good = from;
    for (size_t at = from; at < before;) {
        struct cluster c = cluster_at(text, at);
        if (take(&line, at, &c) == END_GOOD)
            good = at;
        at += c.len;
    }
    return good;
}

/* Takes in Han that stand beside Han, three bytes and two cells each, as many as there is room for: the most of every line. Answers where
 * they end. */
static size_t take_han(struct line *line, size_t at, size_t room)
{
    size_t from = at;
    if (!is_plain(line))
        return at;
    for (; room >= 2 && is_han_of_3(line->text, at) && begins_cluster(line->text, at + 3); room -= 2)
        at += 3;
    if (at > from)
        line->before = cluster_at(line->text, at - 3);
    return at;
}

/* The end of a line that is as full as the rules allow, where the last line of the text may have any length. */
static size_t fill_line(struct str text, size_t from, size_t cells, struct line_rules rules)
{
    struct line line = line_make(text, rules.breaks);
    size_t used = 0, places[N_ENDS] = { 0 }; /* the last place of each kind */
    for (size_t at = from; at < text.n;) {
        size_t han = used < cells ? take_han(&line, at, cells - used) : at;
        if (han > at) {
            places[END_GOOD] = han - 3;
            used += (han - at) / 3 * 2;
            at = han;
            continue;
        }
        struct cluster c = cluster_at(text, at);
        size_t width = (size_t)c.width;
        bool over = used + width > cells && at > from;
        bool fits = used <= cells && used + width <= cells + HANG_CELLS;
        if (over && rules.hang && fits && c.trait.bits & TRAIT_HANGS && may_hang(line, at, &c))
            return at + c.len;
        places[take(&line, at, &c)] = at;
        if (over) {
            for (int end = END_GOOD; end > END_NEVER; end--)
                if (places[end] > from)
                    return places[end];
            return at;
        }
        used += width;
        at += c.len;
    }
    return text.n;
}

/* Is what remains of the text no more than one character, with marks or without? */
static bool is_lonely(struct str text, size_t from)
{
    enum { FAR = 40 };
    int letters = 0;
    if (text.n - from > FAR)
        return false;
    for (size_t at = from; at < text.n;) {
        struct cluster c = cluster_at(text, at);
        letters += !is_blank(c.base) && !(c.trait.bits & (TRAIT_NEVER_BEGINS | TRAIT_NEVER_ENDS | TRAIT_DASH));
        at += c.len;
    }
    return letters < 2;
}

size_t break_line(struct str text, size_t from, size_t cells, struct line_rules rules)
{
    assert(from < text.n);
    size_t end = fill_line(text, from, cells, rules);
    if (end == text.n)
        return end;
    for (size_t good = end; is_lonely(text, good);) {
        good = good_end(text, from, good, rules.breaks);
        if (good == from)
            return end;
        if (!is_lonely(text, good))
            return good;
    }
    return end;
}

enum breaks breaks_by_name(const char *name)
{
    static const char *const names[N_BREAKS] = { "strict", "basic", "off" };
    int i = 0;
    while (i < N_BREAKS && strcmp(names[i], name) != 0)
        i++;
    return (enum breaks)i;
}
