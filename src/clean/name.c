/* What a text looks like to someone who looks for names: at each place the words and characters that data/names.tsv knows. */
#include "clean/name.h"

#include "base/buf.h"
#include "gen/names.h"
#include "text/han.h"
#include "text/utf8.h"
#include "text/variant.h"

/* The first word that does not come before those that begin with c. */
static size_t first_word(uint32_t c)
{
    size_t low = 0, high = NAME_WORDS;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (name_points[name_words[mid].at] < c)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

static bool word_is_at(const struct scan *scan, size_t i, size_t word)
{
    size_t n = name_words[word].n;
    if (n > scan->n - i)
        return false;
    for (size_t k = 1; k < n; k++)
        if (scan->plain[i + k] != name_points[name_words[word].at + k])
            return false;
    return true;
}

static void mark_words(struct scan *scan, size_t i)
{
    uint32_t c = scan->plain[i];
    for (size_t w = first_word(c); w < NAME_WORDS && name_points[name_words[w].at] == c; w++) {
        if (!word_is_at(scan, i, w))
            continue;
        size_t n = name_words[w].n;
        if (n == 1)
            scan->marks[i] = name_words[w].classes;
        scan->ends[i + n] |= name_words[w].classes;
        for (unsigned class = 0; class < NAME_WORD_CLASSES; class++)
            if (name_words[w].classes & (1u << class))
                scan->longest[i][class] = (unsigned char)n; /* words are in order: the longest comes last */
    }
}

static bool is_surname(uint32_t plain)
{
    size_t w = first_word(plain);
    return w < NAME_WORDS && name_points[name_words[w].at] == plain && name_words[w].n == 1 && (name_words[w].classes & NAME_SURNAME_CHAR);
}

size_t surname_at(struct str s, size_t at)
{
    if (at >= s.n)
        return 0;
    size_t one = at;
    uint32_t c = narrow(simplified(utf8_next(s, &one))), next = one < s.n ? narrow(simplified(utf8_at(s, one))) : 0;
    size_t bytes = 0;
    for (size_t w = first_word(c); w < NAME_WORDS && name_points[name_words[w].at] == c; w++) {
        uint32_t classes = name_words[w].classes;
        if (name_words[w].n == 1 && (classes & NAME_SURNAME_CHAR) && !(classes & NAME_WEAK_CHAR))
            bytes = one - at;
        if (name_words[w].n == 2 && (classes & NAME_COMPOUND) && name_points[name_words[w].at + 1] == next) {
            utf8_next(s, &one);
            return one - at;
        }
    }
    return bytes;
}

/* The blanks at `at` if they part a surname from a single given name: 、陈　赛、 The offset behind them, else `at`. */
static size_t inner_blank(struct str s, size_t at)
{
    size_t from = at, next = at, before = at;
    uint32_t c = 0;
    while (next < s.n && is_blank(c = utf8_next(s, &next)))
        at = next;
    if (at == from || at == s.n || !is_han(c) || from == 0 || !is_surname(simplified(utf8_prev(s, &before))))
        return from;
    uint32_t behind = utf8_at(s, next);
    bool in_list = before > 0 && utf8_prev(s, &before) == 0x3001; /* 、 */
    return in_list || (!is_han(behind) && !is_blank(behind)) ? at : from;
}

/* The paragraph without the blanks inside names; itself where there are none. */
static struct str without_inner_blanks(struct arena *arena, struct str s)
{
    struct buf out = buf_make(arena, s.n);
    size_t done = 0;
    for (size_t at = 0; at < s.n;) {
        size_t behind = is_blank(utf8_at(s, at)) ? inner_blank(s, at) : at;
        if (behind > at) {
            buf_add(&out, str_sub(s, done, at));
            done = behind;
        }
        at = behind;
        if (at < s.n)
            utf8_next(s, &at);
    }
    if (done == 0)
        return s;
    buf_add(&out, str_sub(s, done, s.n));
    return buf_str(&out);
}

struct scan name_scan(struct arena *arena, struct str paragraph)
{
    struct scan scan = { .text = without_inner_blanks(arena, paragraph) };
    size_t n = utf8_count(scan.text);
    scan.n = n;
    scan.plain = NEW_N(arena, uint32_t, n + 1);
    scan.at = NEW_N(arena, size_t, n + 1);
    scan.marks = NEW_N(arena, uint32_t, n + 1);
    scan.ends = NEW_N(arena, uint32_t, n + 1);
    scan.longest = arena_alloc_n(arena, n + 1, sizeof *scan.longest, 1);
    size_t at = 0;
    for (size_t i = 0; i < n; i++) {
        scan.at[i] = at;
        scan.plain[i] = narrow(simplified(utf8_next(scan.text, &at)));
    }
    scan.at[n] = at;
    for (size_t i = 0; i < n; i++)
        mark_words(&scan, i);
    return scan;
}

size_t name_word(const struct scan *scan, size_t i, uint32_t class)
{
    unsigned bit = 0;
    while (class >> bit != 1)
        bit++;
    return i < scan->n ? scan->longest[i][bit] : 0;
}

struct str name_text(const struct scan *scan, size_t i, size_t j)
{
    return str_sub(scan->text, scan->at[i], scan->at[j]);
}

/* A name put together of the parts that names without a surname are made of. */
static int shape_of_parts(const struct scan *scan, size_t i, size_t len)
{
    size_t parts = 0, at = i;
    while (at < i + len) {
        size_t n = name_word(scan, at, NAME_PART);
        if (n == 0)
            return 0;
        at += n;
        parts++;
    }
    if (at != i + len || len < 3)
        return 0;
    return parts > 1 ? 3 : 2;
}

int name_shape(const struct scan *scan, size_t i, size_t len, bool *word)
{
    bool ignored;
    word = word ? word : &ignored;
    *word = name_word(scan, i, NAME_STOP_WHOLE) == len;
    if (i + len > scan->n)
        return 0;
    int parts = shape_of_parts(scan, i, len);
    if (parts > 0)
        return parts;
    size_t surname = len > 2 && name_word(scan, i, NAME_COMPOUND) == 2 ? 2 : 1;
    bool strong = surname == 2 || (scan->marks[i] & NAME_SURNAME_CHAR), usual = true;
    if (len <= surname || len > surname + 2 || !(strong || (scan->marks[i] & NAME_WEAK_CHAR)))
        return 0;
    for (size_t k = i + surname; k < i + len; k++) {
        if (!is_han(scan->plain[k]) || (scan->marks[k] & NAME_NEVER_CHAR))
            return 0;
        usual = usual && (scan->marks[k] & NAME_GIVEN_CHAR);
    }
    bool tail = len == surname + 2 && (name_word(scan, i + surname, NAME_TAIL) || name_word(scan, i + surname, NAME_ROLE)); /* 和监事 */
    bool stop = tail || name_word(scan, i, NAME_STOP) > 0;
    if (!stop)
        return 1 + strong + usual;
    *word = true;
    return len == 3 && name_word(scan, i, NAME_STOP) < 3 && usual ? 1 : 0;
}
