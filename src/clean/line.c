/* What a line of a capture looks like: how long, how closed, a sentence or none. */
#include "clean/line.h"

#include "clean/phrase.h"
#include "text/han.h"
#include "text/trait.h"
#include "text/utf8.h"

enum { SENTENCE_HAN = 12, LONG_HAN = 60, HEAD_CHARS = 200 };

size_t line_han(struct str s, size_t most)
{
    size_t n = 0;
    for (size_t at = 0; at < s.n && n < most;)
        n += is_han(utf8_next(s, &at));
    return n;
}

static bool is_end_mark(uint32_t c)
{
    if (!may_be_mark(c))
        return false;
    c = narrow(c);
    return c == 0x3002 || c == 0xFF61 || c == '!' || c == '?';
}

bool line_has_stop(struct str s)
{
    for (size_t at = 0; at < s.n;)
        if (is_end_mark(utf8_next(s, &at)))
            return true;
    return false;
}

bool line_is_sentence(struct str s)
{
    size_t han = 0;
    bool stop = false, pause = false;
    for (size_t at = 0; at < s.n;) {
        uint32_t c = utf8_next(s, &at);
        if (is_han(c)) {
            han++;
        } else {
            uint32_t mark = narrow(c);
            stop = stop || is_end_mark(mark);
            pause = pause || mark == ',' || mark == ';';
        }
        if (han >= SENTENCE_HAN && (stop || (pause && han >= LONG_HAN)))
            return true;
    }
    return false;
}

bool line_closed(struct str s)
{
    s = str_trim(s);
    return s.n && phrase_ends(PHRASE_CLOSING, s);
}

size_t line_width(struct str s)
{
    size_t width = 0;
    for (size_t at = 0; at < s.n;)
        width += trait_of(utf8_next(s, &at)).bits & TRAIT_WIDE ? 2 : 1; /* not this terminal's (text/cell): the page was set elsewhere */
    return width;
}

size_t sentence_end(struct str s, size_t from)
{
    size_t at = from;
    while (at < s.n) {
        if (!is_end_mark(utf8_next(s, &at)))
            continue;
        while (at < s.n && (is_closing(utf8_at(s, at)) || is_end_mark(utf8_at(s, at))))
            utf8_next(s, &at);
        return at;
    }
    return s.n;
}

struct str sentence_head(struct str s, size_t from)
{
    size_t end = from;
    for (int i = 0; i < HEAD_CHARS && end < s.n; i++)
        utf8_next(s, &end);
    struct str head = str_sub(s, 0, end);
    return str_sub(s, from, sentence_end(head, from));
}

bool line_opens_speech(struct str s)
{
    return word_at(s, 0, STR("各位")) || word_at(s, 0, STR("同志")) || word_at(s, 0, STR("尊敬的"));
}

/* Is the . at `at` a full stop: behind a Han or a closing mark, and in front of a Han or the end? Not 3.5, 1.加强, 一.加强, J.史密斯. */
static bool ends_sentence(struct str s, size_t at)
{
    size_t before = at;
    uint32_t left = at ? utf8_prev(s, &before) : 0, right = at + 1 < s.n ? utf8_at(s, at + 1) : 0;
    bool number = char_in(left, STR("一二三四五六七八九十"));
    return !number && (is_han(left) || is_closing(left)) && (!right || is_han(right) || is_blank(right) || is_opening(right));
}

size_t clause_end(struct str s, size_t from)
{
    size_t at = from;
    while (at < s.n) {
        size_t next = at;
        uint32_t c = utf8_next(s, &next);
        if (c != 0x3001 && (c == '.' ? ends_sentence(s, at) : is_pause(c) || is_stop(c)))
            return at;
        at = next;
    }
    return s.n;
}

/* Chinese digits only, or digits of either width only: 12. but not 1二. */
static int plain_number(struct str s, size_t *at, bool *chinese)
{
    *chinese = is_han(utf8_at(s, *at));
    return han_number(s, at);
}

/* （一） (1) with its brackets. */
static size_t bracketed_number(struct str s, int *level, int *number)
{
    size_t at = 0;
    bool chinese;
    if (narrow(utf8_at(s, 0)) != '(')
        return 0;
    utf8_next(s, &at);
    *number = plain_number(s, &at, &chinese);
    *level = chinese ? 2 : 3;
    if (*number < 1 || *number > 99 || narrow(utf8_at(s, at)) != ')')
        return 0;
    utf8_next(s, &at);
    return at;
}

/* 第一, 第一部分 第一章. */
static size_t ordinal_number(struct str s, int *level, int *number)
{
    size_t at = 0;
    if (utf8_at(s, 0) != 0x7B2C)
        return 0;
    utf8_next(s, &at);
    *number = han_number(s, &at);
    if (*number < 1 || *number > 99)
        return 0;
    uint32_t c = plain(utf8_at(s, at));
    if (c == ',' || c == 0x3001 || c == ':' || c == ' ') {
        *level = 2;
        utf8_next(s, &at);
        return at;
    }
    size_t part = word_at(s, at, STR("部分"));
    part = part ? part : word_at(s, at, STR("章"));
    *level = 1;
    return part ? at + part : 0;
}

size_t section_number(struct str s, int *level, int *number)
{
    int ignored_level, ignored_number;
    bool chinese;
    level = level ? level : &ignored_level;
    number = number ? number : &ignored_number;
    size_t n = bracketed_number(s, level, number), at = 0;
    if (n || (n = ordinal_number(s, level, number)))
        return n;
    *number = plain_number(s, &at, &chinese);
    if (*number < 1 || *number > 99)
        return 0;
    *level = chinese ? 1 : 3;
    uint32_t mark = narrow(utf8_at(s, at));
    if (mark != 0x3001 && mark != '.' && !(chinese && (mark == ' ' || mark == ',')))
        return 0;
    utf8_next(s, &at);
    if (!chinese && mark == '.' && narrow(utf8_at(s, at)) >= '0' && narrow(utf8_at(s, at)) <= '9')
        return 0; /* 3.5万 */
    return at;
}
