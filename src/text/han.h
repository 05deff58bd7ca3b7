/* Han characters, the marks between them, blanks, and the numerals written with them. */
#ifndef DAHUI_TEXT_HAN_H
#define DAHUI_TEXT_HAN_H

#include <stdint.h>

#include "base/str.h"

/* These are inline: cleaning asks them of each character many times. */

/* A Han character: the unified ideographs of every block and 〇. */
static inline bool is_han(uint32_t c)
{
    if (c < 0x3400)
        return c == 0x3007;
    return (c >= 0x4E00 && c <= 0x9FFF) || c <= 0x4DBF || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x2FA1F) ||
           (c >= 0x30000 && c <= 0x323AF);
}

/* A Han character that a number above zero may begin with: 一 两 十 廿 and their like, some of the financial ones too. */
static inline bool is_numeral(uint32_t c)
{
    switch (c) {
    case 0x4E00: case 0x58F9: case 0x4E8C: case 0x8D30: case 0x4E24: case 0x5169: case 0x4E09: case 0x53C1: case 0x56DB: case 0x4E94:
    case 0x516D: case 0x4E03: case 0x516B: case 0x4E5D: case 0x5341: case 0x62FE: case 0x767E: case 0x4F70: case 0x5343: case 0x4EDF:
    case 0x5EFF: case 0x5345:
        return true;
    default:
        return false;
    }
}

/* A blank: any of Unicode's space separators and the tab (so U+3000 and the no-break space too), and U+FEFF. A line break is none. */
static inline bool is_blank(uint32_t c)
{
    if (c > 0x3000)
        return c == 0xFEFF;
    return c == ' ' || c == '\t' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}

/* The narrow ASCII twin of a full-width mark, letter or digit (，→ , （→ ( ３→ 3, U+3000→ space), else c. For matching only: output keeps what was printed. */
static inline uint32_t narrow(uint32_t c)
{
    if (c >= 0xFF01 && c <= 0xFF5E)
        return c - 0xFF01 + '!';
    if (c == 0x3000)
        return ' ';
    return c;
}

/* Which of the marks below c is: a sum of these. */
enum { MARK_STOP = 1, MARK_PAUSE = 2, MARK_OPENING = 4, MARK_CLOSING = 8 };
unsigned mark_kinds(uint32_t c);

/* Could c be a mark at all? No Han that is in use is one. */
static inline bool may_be_mark(uint32_t c)
{
    return c < 0x3400 || c > 0xFF00;
}

/* Marks that close a sentence or a clause: 。！？；： and ， 、 in either width, … and the closing brackets and quotes. */
static inline bool is_stop(uint32_t c) /* 。！？；… . ! ? ; */
{
    return may_be_mark(c) && (mark_kinds(c) & MARK_STOP);
}

static inline bool is_pause(uint32_t c) /* ，、：, : */
{
    return may_be_mark(c) && (mark_kinds(c) & MARK_PAUSE);
}

static inline bool is_opening(uint32_t c) /* “ ‘ 《 〈 「 『 （ ( 【 〔 [ and their like */
{
    return may_be_mark(c) && (mark_kinds(c) & MARK_OPENING);
}

static inline bool is_closing(uint32_t c) /* ” ’ 》 〉 」 』 ） ) 】 〕 ] and their like */
{
    return may_be_mark(c) && (mark_kinds(c) & MARK_CLOSING);
}

/* s without blanks and line breaks at both ends. */
struct str str_trim(struct str s);

/* Reads a number at *at: digits of either width, or Chinese (二十一, 十六, 二〇二二, 廿三, 两, 百), up to 9999. Answers -1 and leaves *at where there is none. */
int han_number(struct str s, size_t *at);

#endif
