/* Letters that stand for Chinese: finding the characters whose pinyin was typed, whole or by initials.
 *
 * A position is the number of letters used up. A set of positions is a number of 64 bits, so a character of the text takes all of them
 * one step further at once: for each of its readings, those positions at which the reading stands whole move by its length, and so on. */
#include "find/spelling.h"

#include <stdlib.h>

#include "text/pinyin.h"

struct spelling {
    size_t n;
    uint16_t letters[SPELLING_MOST];
    uint64_t ends;        /* where a syllable must have ended */
    uint64_t ascii[0x80]; /* positions at which the character stands itself */
    struct steps {        /* by the number of a syllable: the positions it stands at */
        uint64_t whole;
        uint64_t begun;   /* the rest of the letters is a beginning of it */
        uint64_t initial; /* its first letter */
        uint64_t pair;    /* zh, ch, sh */
        unsigned length;
    } *steps;
    bool single;          /* one character may be a whole match */
    unsigned char *kinds; /* of each unit: can it begin a match, can it be the second of one? Most places are passed over by that. */
};

enum { FIRST = 1, SECOND = 2, N_UNITS = 0x10000 };

static bool is_letter(uint16_t c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_tone(uint16_t c)
{
    return c == 0x300 || c == 0x301 || c == 0x304 || c == 0x30C;
}

/* Takes the letters in, without tones, and notes where syllables end. False where there are too many, or none. */
static bool take_letters(struct spelling *s, struct units folded)
{
    bool any = false;
    for (size_t i = 0; i < folded.n; i++) {
        uint16_t c = unit_at(folded, i);
        bool behind = s->n > 0 && is_letter(s->letters[s->n - 1]);
        if (behind && is_tone(c))
            continue;
        if (behind && c == 0x308 && s->letters[s->n - 1] == 'u') {
            s->letters[s->n - 1] = 'v';
        } else if (c == '\'' || c == ' ') {
            s->ends |= (uint64_t)1 << s->n;
        } else {
            if (s->n == SPELLING_MOST)
                return false;
            s->letters[s->n++] = c;
            any |= is_letter(c);
        }
    }
    return any;
}

/* Does the syllable's letter i stand at position p? The ü of lüe and nüe is often typed as u. */
static bool stands(const struct spelling *s, const char *syllable, size_t i, size_t p)
{
    return s->letters[p] == (uint16_t)syllable[i] || (s->letters[p] == 'u' && syllable[i] == 'v' && syllable[i + 1] == 'e');
}

/* How many of the syllable's letters stand from position p on, up to where a syllable must end. */
static size_t standing(const struct spelling *s, const char *syllable, size_t p)
{
    size_t i = 0;
    while (syllable[i] && p + i < s->n && stands(s, syllable, i, p + i) && !(i > 0 && s->ends >> (p + i) & 1))
        i++;
    return i;
}

static void make_steps(struct spelling *s, const char *syllable, struct steps *steps)
{
    steps->length = (unsigned)strlen(syllable);
    for (size_t p = 0; p < s->n; p++) {
        size_t n = standing(s, syllable, p);
        uint64_t here = (uint64_t)1 << p;
        steps->initial |= n >= 1 ? here : 0;
        steps->pair |= n >= 2 && syllable[1] == 'h' ? here : 0;
        steps->begun |= n >= 1 && p + n == s->n ? here : 0;
        steps->whole |= n == steps->length ? here : 0;
    }
}

/* The positions at which the character stands itself. */
static uint64_t itself(const struct spelling *s, uint16_t unit)
{
    if (unit < 0x80)
        return s->ascii[unit];
    uint64_t at = 0;
    for (size_t p = 0; p < s->n; p++)
        at |= (uint64_t)(s->letters[p] == unit) << p;
    return at;
}

/* Where the positions lead by a character that is read so. */
static uint64_t step_by(const struct spelling *s, uint64_t positions, size_t syllable)
{
    const struct steps *steps = &s->steps[syllable];
    return (positions & steps->initial) << 1 | (positions & steps->pair) << 2 | (positions & steps->whole) << steps->length |
           (positions & steps->begun ? (uint64_t)1 << s->n : 0);
}

/* Where the positions lead by one character of the text. */
static uint64_t step(const struct spelling *s, uint64_t positions, uint16_t unit)
{
    uint64_t to = (positions & itself(s, unit)) << 1;
    for (const uint16_t *r = pinyin_folded(unit); *r != PINYIN_END; r++)
        to |= step_by(s, positions, *r);
    return to;
}

static uint64_t all_used(const struct spelling *s)
{
    return (uint64_t)1 << s->n;
}

uint64_t spelling_step(const struct spelling *s, uint64_t state, uint16_t unit)
{
    return step(s, state & ~all_used(s), unit);
}

bool spelling_is_done(const struct spelling *s, uint64_t state)
{
    return (state & all_used(s)) != 0;
}

/* Notes the units that lead anywhere from these positions; answers where they lead together. */
static uint64_t sort_units(struct arena *arena, struct spelling *s, uint64_t from, unsigned char kind)
{
    uint64_t all = 0, *by = NEW_N(arena, uint64_t, pinyin_count());
    for (size_t i = 0; i < pinyin_count(); i++)
        all |= by[i] = step_by(s, from, i);
    for (uint32_t unit = PINYIN_FIRST; unit <= PINYIN_LAST; unit++)
        for (const uint16_t *r = pinyin_folded(unit); *r != PINYIN_END; r++)
            s->kinds[unit] |= by[*r] ? kind : 0;
    for (size_t i = 0; i < s->n; i++) {
        uint64_t to = step(s, from, s->letters[i]);
        s->kinds[s->letters[i]] |= to ? kind : 0;
        all |= to;
    }
    return all;
}

struct spelling *spelling_make(struct arena *arena, struct units folded, bool latin)
{
    struct spelling *s = NEW(arena, struct spelling);
    if (!take_letters(s, folded))
        return NULL;
    s->steps = NEW_N(arena, struct steps, pinyin_count());
    s->kinds = NEW_N(arena, unsigned char, N_UNITS);
    for (size_t i = 0; i < pinyin_count(); i++)
        make_steps(s, pinyin_spelled(i), &s->steps[i]);
    for (size_t p = 0; p < s->n; p++)
        if (s->letters[p] < 0x80 && (latin || !is_letter(s->letters[p])))
            s->ascii[s->letters[p]] |= (uint64_t)1 << p;
    uint64_t behind = sort_units(arena, s, SPELLING_START, FIRST);
    s->single = spelling_is_done(s, behind);
    sort_units(arena, s, behind & ~all_used(s), SECOND);
    return s;
}

bool spelling_takes_two(const struct spelling *s)
{
    return !s->single;
}

/* The end of the longest match that begins at `from`, or `from`. */
static size_t longest(const struct spelling *s, struct units text, size_t from)
{
    uint64_t positions = SPELLING_START;
    size_t end = from;
    for (size_t i = from; i < text.n && positions; i++) {
        positions = spelling_step(s, positions, unit_at(text, i));
        if (spelling_is_done(s, positions))
            end = i + 1;
    }
    return end;
}

/* Can a match begin here? Told by two units, so it may be wrong. */
static bool may_begin(const struct spelling *s, struct units text, size_t from)
{
    if (!(s->kinds[unit_at(text, from)] & FIRST))
        return false;
    return s->single || (from + 1 < text.n && s->kinds[unit_at(text, from + 1)] & SECOND);
}

bool spelling_find(const struct spelling *s, struct units text, size_t from, struct span *span)
{
    for (; from < text.n; from++) {
        size_t end = may_begin(s, text, from) ? longest(s, text, from) : from;
        if (end > from) {
            *span = (struct span){ from, end };
            return true;
        }
    }
    return false;
}
