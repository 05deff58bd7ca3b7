/* Han characters, the marks between them, blanks, and the numerals written with them. */
#include "text/han.h"

#include "text/utf8.h"

unsigned mark_kinds(uint32_t c)
{
    switch (narrow(c)) {
    case '.': case '!': case '?': case ';': case 0x3002: case 0xFF61: case 0x2026:
        return MARK_STOP;
    case ',': case ':': case 0x3001: case 0xFF64:
        return MARK_PAUSE;
    case '(': case '[': case '{': case 0x201C: case 0x2018: case 0x301D: case 0xFF5F:
    case 0x3008: case 0x300A: case 0x300C: case 0x300E: case 0x3010: case 0x3014: case 0x3016: case 0x3018: case 0x301A:
        return MARK_OPENING;
    case ')': case ']': case '}': case 0x201D: case 0x2019: case 0x301E: case 0x301F: case 0xFF60:
    case 0x3009: case 0x300B: case 0x300D: case 0x300F: case 0x3011: case 0x3015: case 0x3017: case 0x3019: case 0x301B:
        return MARK_CLOSING;
    default:
        return 0;
    }
}

struct str str_trim(struct str s)
{
    size_t from = 0, to = s.n;
    while (from < s.n) {
        size_t next = from;
        uint32_t c = utf8_next(s, &next);
        if (!is_blank(c) && c != '\n' && c != '\r' && c != '\f')
            break;
        from = next;
    }
    while (to > from) {
        size_t before = to;
        uint32_t c = utf8_prev(s, &before);
        if (!is_blank(c) && c != '\n' && c != '\r' && c != '\f')
            break;
        to = before;
    }
    return str_sub(s, from, to);
}

/* The value of a Chinese digit, or -1. 两 and the financial forms count too. */
static int digit_of(uint32_t c)
{
    switch (c) {
    case 0x3007: case 0x96F6: case 0x25CB: case 0x25EF: return 0; /* 〇 零 ○ ◯ */
    case 0x4E00: case 0x58F9: return 1;
    case 0x4E8C: case 0x8D30: case 0x4E24: case 0x5169: return 2; /* 二 贰 两 兩 */
    case 0x4E09: case 0x53C1: return 3;
    case 0x56DB: return 4;
    case 0x4E94: return 5;
    case 0x516D: return 6;
    case 0x4E03: return 7;
    case 0x516B: return 8;
    case 0x4E5D: return 9;
    default: return -1;
    }
}

/* 十 百 千 and their financial forms, or 0. */
static int unit_of(uint32_t c)
{
    switch (c) {
    case 0x5341: case 0x62FE: return 10;
    case 0x767E: case 0x4F70: return 100;
    case 0x5343: case 0x4EDF: return 1000;
    default: return 0;
    }
}

/* The value of a digit of any kind, or -1. */
static int any_digit(uint32_t c)
{
    uint32_t plain = narrow(c);
    return plain >= '0' && plain <= '9' ? (int)(plain - '0') : digit_of(c);
}

/* A run of digits read by place (二〇二二, 16) at *at: how many. Stops at `most`. */
static int digit_run(struct str s, size_t *at, int most, int *value)
{
    int n = 0;
    *value = 0;
    while (*at < s.n && n < most) {
        size_t next = *at;
        int d = any_digit(utf8_next(s, &next));
        if (d < 0)
            break;
        *value = *value * 10 + d;
        *at = next;
        n++;
    }
    return n;
}

/* May a number begin with c? Asked first, because most places of a text hold none. */
static bool begins_number(uint32_t c)
{
    c = narrow(c);
    return is_numeral(c) || (c >= '0' && c <= '9') || c == 0x3007 || c == 0x96F6 || c == 0x25CB || c == 0x25EF;
}

int han_number(struct str s, size_t *at)
{
    if (!begins_number(utf8_at(s, *at)))
        return -1;
    int value = 0;
    bool units = false; /* 十 百 千 came: from here on digits stand alone */
    size_t i = *at;
    while (value <= 9999) { /* what is more is no number, and need not be read to its end */
        uint32_t c = utf8_at(s, i);
        if (c == 0x5EFF || c == 0x5345) { /* 廿 is 20, 卅 is 30 */
            utf8_next(s, &i);
            value += c == 0x5EFF ? 20 : 30;
            units = true;
            continue;
        }
        while (units && any_digit(c) == 0) { /* the 零 of 二百零五 */
            utf8_next(s, &i);
            c = utf8_at(s, i);
        }
        size_t behind = i;
        int run, n = digit_run(s, &behind, units ? 1 : 4, &run), unit = unit_of(utf8_at(s, behind));
        if (unit && n <= 1) {
            value += (n ? run : 1) * unit;
            utf8_next(s, &behind);
            i = behind;
            units = true;
            continue;
        }
        if (!units && n == 4 && any_digit(utf8_at(s, behind)) >= 0)
            return -1; /* five digits and more number no congress and no year */
        value += run;
        i = behind;
        break;
    }
    if (i == *at || value > 9999)
        return -1;
    *at = i;
    return value;
}
