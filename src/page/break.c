/* Where a line ends: Chinese line breaking on a grid of cells. */
#include "page/break.h"

#include <assert.h>

#include "text/cell.h"
#include "text/han.h"
#include "text/utf8.h"

/* Classes of characters that matter at the end of a line. */
enum class { CLASS_HAN, CLASS_WORD, CLASS_OPEN, CLASS_CLOSE, CLASS_BLANK, CLASS_DASH, CLASS_OTHER };

static bool is_word(uint32_t c)
{
    c = narrow(c);
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7);
}

/* Marks that may not begin a line though they close nothing: interpunct, units, iteration marks. */
static bool hangs_on(uint32_t c)
{
    c = narrow(c);
    return c == 0xB7 || c == 0x2022 || c == 0x2027 || c == 0x30FB || c == '%' || c == 0x2030 || c == 0x2103 || c == 0xB0 || c == '~' ||
           c == 0x301C || c == '/' || c == 0x3005 || c == 0x303B || c == 0x2032 || c == 0x2033 || c == 0x2010 || c == 0x2011 || c == 0x2013;
}

static enum class class_of(uint32_t c)
{
    if (c >= 0x4E00 && c <= 0x9FFF)
        return CLASS_HAN;
    if (is_blank(c))
        return CLASS_BLANK;
    if (is_opening(c) || c == '$' || c == 0xA5 || c == 0xFFE5 || c == 0xFF04 || c == 0x2116 || c == 0xA7)
        return CLASS_OPEN;
    if (c == 0x2014 || c == 0x2015 || c == 0x2026 || c == 0x2025 || c == 0x22EF)
        return CLASS_DASH;
    if (is_closing(c) || is_stop(c) || is_pause(c) || hangs_on(c))
        return CLASS_CLOSE;
    if (is_word(c))
        return CLASS_WORD;
    return c >= 0x2E80 ? CLASS_HAN : CLASS_OTHER;
}

/* May a line end between a and b, two characters side by side? */
static bool may_end(uint32_t a, uint32_t b)
{
    enum class before = class_of(a), behind = class_of(b);
    if (behind == CLASS_BLANK || behind == CLASS_CLOSE || behind == CLASS_DASH || before == CLASS_OPEN)
        return false;
    if (before == CLASS_BLANK || before == CLASS_HAN || behind == CLASS_HAN || before == CLASS_DASH)
        return true;
    if (before == CLASS_CLOSE) /* 3.5, a.b, 1/2: marks inside a number or a word */
        return behind == CLASS_OPEN || a >= 0x2E80 || a == 0x201D || a == 0x2019 || behind == CLASS_OTHER;
    return behind == CLASS_OPEN && b >= 0x2000;
}

size_t break_line(struct str text, size_t from, size_t cells)
{
    assert(from < text.n);
    size_t at = from, used = 0, good = from;
    uint32_t before = 0;
    while (at < text.n) {
        struct cluster c = cluster_at(text, at);
        uint32_t next = utf8_at(text, at);
        if (at > from && may_end(before, next))
            good = at;
        if (used + (size_t)c.width > cells && at > from)
            return good > from ? good : at;
        used += (size_t)c.width;
        at += c.len;
        before = next; /* the base of a cluster stands for all of it */
    }
    return at;
}
