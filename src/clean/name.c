/* What a text looks like to someone who looks for names: at each place the words and characters that data/names.tsv knows. */
#include "clean/name.h"

#include "base/buf.h"
#include "gen/names.h"
#include "text/han.h"
#include "text/utf8.h"
#include "text/variant.h"

/* The words that begin with c. */
struct word_range {
    size_t from, to;
};

static struct word_range words_of(uint32_t c)
{
    if (c < NAME_FIRST || c > NAME_LAST)
        return (struct word_range){ 0, 0 };
    return (struct word_range){ name_first[c - NAME_FIRST], name_first[c - NAME_FIRST + 1] };
}

/* The word's characters from the second on against the text behind i: < 0 where the word comes before it, 0 where it stands there. */
static int word_cmp(const struct scan *scan, size_t i, size_t word)
{
    const uint16_t *points = name_points + name_words[word].at;
    for (size_t k = 1; k < name_words[word].n; k++) {
        uint32_t c = i + k < scan->n ? scan->plain[i + k] : 0;
        if (points[k] != c)
            return points[k] < c ? -1 : 1;
    }
    return 0;
}

/* Notes a word of n characters that begins at i. */
static void note_word(struct arena *arena, struct scan *scan, size_t i, size_t n, uint32_t classes)
{
    if (n == 1)
        scan->marks[i] = classes;
    scan->ends[i + n] |= classes;
    classes &= (1u << NAME_WORD_CLASSES) - 1;
    if (classes && !scan->words[i]) {
        scan->words[i] = (uint32_t)scan->lengths.n;
        *PUSH(arena, &scan->lengths) = (struct name_lengths){ { 0 } };
    }
    for (; classes; classes &= classes - 1)
        scan->lengths.v[scan->words[i]].of[__builtin_ctz(classes)] = (unsigned char)n;
}

/* Words are in order, so the longest of a class comes last, and behind one that comes after the text there is none. */
static void mark_words(struct arena *arena, struct scan *scan, size_t i)
{
    struct word_range range = words_of(scan->plain[i]);
    for (size_t w = range.from; w < range.to; w++) {
        int order = word_cmp(scan, i, w);
        if (order > 0)
            break;
        if (order == 0)
            note_word(arena, scan, i, name_words[w].n, name_words[w].classes);
    }
}

static bool is_surname(uint32_t plain)
{
    struct word_range range = words_of(plain);
    return range.from < range.to && name_words[range.from].n == 1 && (name_words[range.from].classes & NAME_SURNAME_CHAR);
}

size_t surname_at(struct str s, size_t at)
{
    if (at >= s.n)
        return 0;
    size_t one = at;
    uint32_t c = narrow(simplified(utf8_next(s, &one))), next = one < s.n ? narrow(simplified(utf8_at(s, one))) : 0;
    size_t bytes = 0;
    struct word_range range = words_of(c);
    for (size_t w = range.from; w < range.to; w++) {
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

/* Fills in the characters of the text, and tells whether a blank is among them. */
static bool read_characters(struct arena *arena, struct scan *scan)
{
    size_t at = 0, n = scan->n = utf8_count(scan->text);
    bool blank = false;
    scan->plain = NEW_N(arena, uint32_t, n + 1);
    scan->at = NEW_N(arena, uint32_t, n + 1);
    for (size_t i = 0; i < n; i++) {
        scan->at[i] = (uint32_t)at;
        uint32_t c = utf8_next(scan->text, &at);
        blank |= is_blank(c);
        scan->plain[i] = narrow(simplified(c));
    }
    scan->at[n] = (uint32_t)at;
    return blank;
}

struct scan name_scan(struct arena *arena, struct str paragraph)
{
    struct scan scan = { .text = paragraph };
    if (read_characters(arena, &scan)) {
        scan.text = without_inner_blanks(arena, paragraph);
        if (scan.text.p != paragraph.p)
            read_characters(arena, &scan);
    }
    scan.marks = NEW_N(arena, uint32_t, scan.n + 1);
    scan.ends = NEW_N(arena, uint32_t, scan.n + 1);
    scan.words = NEW_N(arena, uint32_t, scan.n + 1);
    *PUSH(arena, &scan.lengths) = (struct name_lengths){ { 0 } };
    for (size_t i = 0; i < scan.n; i++)
        mark_words(arena, &scan, i);
    return scan;
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
