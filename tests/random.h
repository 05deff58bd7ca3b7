/* Random numbers and random text for tests: the same from the same seed, on every machine. */
#ifndef DAHUI_TESTS_RANDOM_H
#define DAHUI_TESTS_RANDOM_H

#include <stdint.h>
#include <uchar.h>

#include "base/arena.h"
#include "base/buf.h"
#include "text/utf8.h"

struct dice {
    uint64_t state; /* not 0 */
};

/* xorshift64*, by Marsaglia and Vigna (public domain). */
static inline uint64_t roll(struct dice *dice)
{
    dice->state ^= dice->state >> 12;
    dice->state ^= dice->state << 25;
    dice->state ^= dice->state >> 27;
    return dice->state * 0x2545F4914F6CDD1Du >> 16;
}

/* A number in [0, n). */
static inline size_t roll_below(struct dice *dice, size_t n)
{
    return (size_t)(roll(dice) % n);
}

/* A code point of one of many kinds: above all what reports are made of, but also whatever Unicode has. */
static inline uint32_t roll_code_point(struct dice *dice)
{
    static const char32_t marks[] = U"，。、；：？！“”‘’《》〈〉（）()【】〔〕「」『』·—…％%～/.,;:-'\"";
    static const char32_t hard[] = U"\u0301\u0308\u20DD\u200B\u200C\u200D\u202E\u2066\uFEFF\uFE0F\u00AD\u2028\u3000\u00A0\u0E33\u0E01"
                                   U"\u0BBF\u0B95\u1100\u1161\u11A8\uAC00\uFF76\uFF9E\u0600\U0001F469\U0001F3FD\U0001F1E8\U0001F1F3"
                                   U"\U000E0041\U000E0100\uE000\uFDFA\u338F\u2460\r\n\t";
    switch (roll_below(dice, 16)) {
    case 0: case 1: case 2: case 3: case 4: case 5:
        return (uint32_t)(0x4E00 + roll_below(dice, 0x5200));
    case 6: case 7:
        return marks[roll_below(dice, sizeof marks / sizeof *marks - 1)];
    case 8: case 9:
        return (uint32_t)(0x20 + roll_below(dice, 0x5F));
    case 10:
        return (uint32_t)('0' + roll_below(dice, 10));
    case 11:
        return (uint32_t)(0xFF01 + roll_below(dice, 0x5E));
    case 12:
        return hard[roll_below(dice, sizeof hard / sizeof *hard - 1)];
    case 13:
        return (uint32_t)(1 + roll_below(dice, 0x2FF));
    case 14:
        return (uint32_t)(0x300 + roll_below(dice, 0x2D00));
    default:
        return (uint32_t)(0xE000 + roll_below(dice, 0x110000 - 0xE000));
    }
}

/* Text of up to `most` code points of all kinds. */
static inline struct str roll_text(struct arena *arena, struct dice *dice, size_t most)
{
    struct buf out = buf_make(arena, (size_t)1 << 30);
    for (size_t n = roll_below(dice, most + 1); n > 0; n--) {
        char utf8[4];
        buf_add_bytes(&out, utf8, utf8_put(roll_code_point(dice), utf8));
    }
    return buf_str(&out);
}

#endif
