/* Mandarin in Latin letters: syllables, and how a Han character may be read. */
#include "text/pinyin.h"

#include <string.h>

#include "gen/readings.h"
#include "text/utf8.h"

enum { SYLLABLE_MAX = sizeof reading_syllables[0] - 1, NO_SYLLABLE = -1 };

static bool is_tone_mark(uint32_t c)
{
    return c == 0x300 || c == 0x301 || c == 0x304 || c == 0x306 || c == 0x30C;
}

static uint32_t lower(uint32_t c)
{
    if (c >= 'A' && c <= 'Z')
        return c - 'A' + 'a';
    if (c >= 0xC0 && c <= 0xDC)
        return c + 0x20;
    bool even = (c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177) || c == 0x1F8; /* Ā Ō Ǹ: the capital is the even one */
    bool odd = (c >= 0x139 && c <= 0x148) || (c >= 0x1CD && c <= 0x1DB);                /* Ń Ň Ǎ Ǜ: the odd one */
    if ((even && c % 2 == 0) || (odd && c % 2 == 1))
        return c + 1;
    return c;
}

/* A letter that carries a tone without it (ǖ is v), or 0. The last one of a row is no standard tone letter but is met on pages: the
 * breve ă for the caron ǎ. */
static char without_tone(uint32_t c)
{
    switch (c) {
    case 0x101: case 0xE1: case 0x1CE: case 0xE0: case 0x103: return 'a'; /* ā á ǎ à ă */
    case 0x113: case 0xE9: case 0x11B: case 0xE8: case 0x115: return 'e'; /* ē é ě è ĕ */
    case 0x12B: case 0xED: case 0x1D0: case 0xEC: case 0x12D: return 'i'; /* ī í ǐ ì ĭ */
    case 0x14D: case 0xF3: case 0x1D2: case 0xF2: case 0x14F: return 'o'; /* ō ó ǒ ò ŏ */
    case 0x16B: case 0xFA: case 0x1D4: case 0xF9: case 0x16D: return 'u'; /* ū ú ǔ ù ŭ */
    case 0x1D6: case 0x1D8: case 0x1DA: case 0x1DC: return 'v';           /* ǖ ǘ ǚ ǜ */
    case 0x144: case 0x148: case 0x1F9: return 'n';                       /* ń ň ǹ */
    case 0x1E3F: return 'm';                                              /* ḿ */
    default: return 0;
    }
}

/* The plain letter of c, which is lower case; 0 for none that pinyin is written with. */
static char plain_letter(uint32_t c, bool *toned)
{
    if (c >= 'a' && c <= 'z')
        return (char)c;
    if (c == 0xFC)
        return 'v';
    if (c == 0x251)
        return 'a';
    if (c == 0x261)
        return 'g';
    char plain = without_tone(c);
    *toned |= plain != 0;
    return plain;
}

/* s as the table spells it, NUL-ended; false where it has anything else than pinyin letters or is too long. */
static bool spell(struct str s, char to[SYLLABLE_MAX + 1], bool *toned)
{
    size_t n = 0;
    for (size_t at = 0; at < s.n;) {
        uint32_t c = lower(utf8_next(s, &at));
        if (is_tone_mark(c) && n > 0) {
            *toned = true;
        } else if ((c == 0x308 || c == ':') && n > 0 && to[n - 1] == 'u') {
            to[n - 1] = 'v';
        } else {
            char letter = plain_letter(c, toned);
            if (letter == 0 || n == SYLLABLE_MAX)
                return false;
            to[n++] = letter;
        }
    }
    to[n] = '\0';
    if (n == 3 && to[2] == 'e' && to[1] == 'u' && (to[0] == 'l' || to[0] == 'n'))
        to[1] = 'v'; /* lue and nue are lüe and nüe */
    return n > 0;
}

static int find_syllable(const char *spelled)
{
    size_t low = 0, high = READING_SYLLABLES;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        int order = reading_syllables[mid][0] - spelled[0];
        if (order == 0)
            order = strcmp(reading_syllables[mid], spelled);
        if (order == 0)
            return (int)mid;
        if (order < 0)
            low = mid + 1;
        else
            high = mid;
    }
    return NO_SYLLABLE;
}

int pinyin_number(struct str syllable)
{
    char spelled[SYLLABLE_MAX + 1];
    bool toned = false;
    if (!spell(syllable, spelled, &toned) || (!toned && strpbrk(spelled, "aeiouv") == NULL))
        return NO_SYLLABLE;
    return find_syllable(spelled);
}

/* The list of a character: syllable numbers up to READING_END. */
static const uint16_t *list_of(uint32_t han, const uint16_t places[READING_CHARS])
{
    if (han == 0x3007)
        han = 0x96F6; /* 〇 is read as 零 */
    if (han < READING_FIRST || han >= READING_FIRST + READING_CHARS)
        return reading_lists;
    return reading_lists + places[han - READING_FIRST];
}

static const uint16_t *readings_of(uint32_t han)
{
    return list_of(han, reading_of);
}

bool pinyin_syllable(struct str s)
{
    return pinyin_number(s) != NO_SYLLABLE;
}

bool pinyin_toned(struct str s)
{
    bool toned = false;
    uint32_t before = 0;
    for (size_t at = 0; at < s.n && !toned; before = lower(utf8_next(s, &at))) {
        uint32_t c = lower(utf8_at(s, at));
        bool ignored = false;
        if (is_tone_mark(c))
            toned = before == 0x308 || plain_letter(before, &ignored) != 0; /* behind a letter, or the dots of ü */
        else
            plain_letter(c, &toned);
    }
    return toned;
}

bool pinyin_reads(uint32_t han, struct str syllable)
{
    return pinyin_reads_number(han, pinyin_number(syllable));
}

bool pinyin_reads_number(uint32_t han, int number)
{
    for (const uint16_t *r = readings_of(han); *r != READING_END; r++)
        if (*r == number)
            return true;
    return false;
}

size_t pinyin_readings(uint32_t han, struct str readings[PINYIN_READINGS])
{
    size_t n = 0;
    for (const uint16_t *r = readings_of(han); *r != READING_END && n < PINYIN_READINGS; r++)
        readings[n++] = str_of(reading_syllables[*r]);
    return n;
}

size_t pinyin_count(void)
{
    return READING_SYLLABLES;
}

const char *pinyin_spelled(size_t number)
{
    return reading_syllables[number];
}

const uint16_t *pinyin_folded(uint32_t folded)
{
    return list_of(folded, reading_of_folded);
}
