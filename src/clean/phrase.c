/* The words that cleaning knows (data/phrases.tsv), found in a text whatever its script and the width of its marks. */
#include "clean/phrase.h"

#include "gen/phrases.h"
#include "text/han.h"
#include "text/utf8.h"

/* The character of a phrase at `depth`, 0 behind its end: a phrase that ends comes before those that go on. */
static uint32_t point_at(size_t phrase, size_t depth)
{
    return depth < phrases[phrase].n ? phrase_points[phrases[phrase].at + depth] : 0;
}

/* Of the phrases [*lo, *hi), which agree on `depth` characters, those that go on with c. */
static void keep_going_on(size_t *lo, size_t *hi, size_t depth, uint32_t c)
{
    size_t from = *lo, to = *hi;
    while (from < to) {
        size_t mid = from + (to - from) / 2;
        if (point_at(mid, depth) < c)
            from = mid + 1;
        else
            to = mid;
    }
    *lo = from;
    while (from < *hi && point_at(from, depth) == c)
        from++;
    *hi = from;
}

/* Is the class among those that the table has for this character? The tables tell which phrases may begin or end with a character: most
 * may not, and so most places are passed over at once. */
static bool among(const uint64_t table[PHRASE_HASHES], enum phrase_class class, uint32_t c)
{
    return table[c % PHRASE_HASHES] & BIT(class);
}

static size_t longest_at(enum phrase_class class, struct str s, size_t at, bool spaced)
{
    size_t lo = phrase_ranges[class].from, hi = phrase_ranges[class].to, depth = 0, best = 0, i = at;
    if (!among(phrase_starts, class, plain(utf8_at(s, at))))
        return 0;
    while (i < s.n && lo < hi) {
        uint32_t c = utf8_next(s, &i);
        if (spaced && depth && is_blank(c))
            continue;
        keep_going_on(&lo, &hi, depth++, plain(c));
        if (lo < hi && phrases[lo].n == depth)
            best = i - at;
    }
    return best;
}

size_t phrase_at(enum phrase_class class, struct str s, size_t at)
{
    return longest_at(class, s, at, false);
}

size_t phrase_spaced(enum phrase_class class, struct str s, size_t at)
{
    return longest_at(class, s, at, true);
}

size_t phrase_find(enum phrase_class class, struct str s, size_t from, size_t *n)
{
    for (size_t at = from; at < s.n;) {
        size_t start = at;
        if (among(phrase_starts, class, plain(utf8_next(s, &at))) && (*n = phrase_at(class, s, start)))
            return start;
    }
    *n = 0;
    return STR_NONE;
}

bool phrase_in(enum phrase_class class, struct str s)
{
    size_t n;
    return phrase_find(class, s, 0, &n) != STR_NONE;
}

size_t phrase_ends(enum phrase_class class, struct str s)
{
    size_t at = s.n, best = 0;
    if (s.n == 0 || !among(phrase_stops, class, plain(utf8_prev(s, &at))))
        return 0;
    at = s.n;
    for (size_t i = 0; i < phrase_ranges[class].longest && at > 0; i++) {
        utf8_prev(s, &at);
        if (phrase_at(class, s, at) == s.n - at)
            best = s.n - at;
    }
    return best;
}

bool phrase_is(enum phrase_class class, struct str s)
{
    return s.n && phrase_at(class, s, 0) == s.n;
}

size_t word_whole_at(struct str s, size_t at, struct str word)
{
    size_t i = at, j = 0;
    while (j < word.n) {
        if (i >= s.n || plain(utf8_next(s, &i)) != utf8_next(word, &j))
            return 0;
    }
    return i - at;
}

size_t word_find(struct str s, struct str word, size_t from)
{
    uint32_t first = utf8_at(word, 0);
    for (size_t at = from; at < s.n;) {
        size_t start = at;
        if (plain(utf8_next(s, &at)) == first && word_whole_at(s, start, word))
            return start;
    }
    return STR_NONE;
}

bool word_in(struct str s, const char *word)
{
    return word_find(s, str_of(word), 0) != STR_NONE;
}

bool char_in(uint32_t c, struct str marks)
{
    c = narrow(c);
    for (size_t at = 0; at < marks.n;)
        if (utf8_next(marks, &at) == c)
            return true;
    return false;
}
