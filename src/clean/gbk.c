/* The byte pairs of GBK: what undoing a slip of bytes is reckoned with. */
#include "clean/gbk.h"

#include <iconv.h>

#include "text/han.h"
#include "text/utf8.h"
#include "text/variant.h"

enum { LEAD_FIRST = 0x81, LEADS = 0xFE - LEAD_FIRST + 1, TRAIL_FIRST = 0x40, TRAILS = 0xFE - TRAIL_FIRST + 1 };

struct gbk {
    uint16_t chars[LEADS][TRAILS]; /* 0: none */
    uint16_t pairs[0x10000];       /* by code point; 0: none */
};

static bool is_private(uint32_t c)
{
    return c >= 0xE000 && c <= 0xF8FF;
}

/* Notes the characters that the pairs of a row from `cell` on were turned into. */
static void take_row(struct gbk *gbk, unsigned lead, unsigned cell, struct str chars)
{
    for (size_t at = 0; at < chars.n; cell++) {
        uint32_t c = utf8_next(chars, &at);
        unsigned trail = TRAIL_FIRST + cell;
        if (trail == 0x7F || c > 0xFFFF || is_private(c))
            continue;
        gbk->chars[lead - LEAD_FIRST][cell] = (uint16_t)c;
        gbk->pairs[c] = (uint16_t)(lead << 8 | trail);
    }
}

/* One row of the code, converted in as few calls as there are runs of good pairs: 24,000 calls would be felt. */
static void read_row(struct gbk *gbk, iconv_t cd, unsigned lead)
{
    char row[2 * TRAILS], utf8[4 * TRAILS];
    for (unsigned cell = 0; cell < TRAILS; cell++) {
        unsigned trail = TRAIL_FIRST + cell;
        row[2 * cell] = (char)(unsigned char)lead;
        row[2 * cell + 1] = (char)(unsigned char)(trail == 0x7F ? trail + 1 : trail); /* 7F is no trail byte: its cell is passed over */
    }
    char *in = row;
    for (size_t left = sizeof row; left >= 2;) {
        unsigned cell = (unsigned)(in - row) / 2;
        char *out = utf8;
        size_t room = sizeof utf8;
        bool whole = iconv(cd, &in, &left, &out, &room) != (size_t)-1;
        struct bytes got = { (const unsigned char *)utf8, sizeof utf8 - room };
        if (utf8_valid(got))
            take_row(gbk, lead, cell, (struct str){ utf8, got.n });
        if (!whole) { /* a pair that is none */
            iconv(cd, NULL, NULL, NULL, NULL);
            in = row + 2 * ((size_t)(in - row) / 2 + 1);
            left = sizeof row - (size_t)(in - row);
        }
    }
}

struct gbk *gbk_open(struct arena *arena)
{
    iconv_t cd = iconv_open("UTF-8", "GB18030");
    if (cd == (iconv_t)-1)
        return NULL;
    struct gbk *gbk = NEW(arena, struct gbk);
    for (unsigned lead = LEAD_FIRST; lead < LEAD_FIRST + LEADS; lead++)
        read_row(gbk, cd, lead);
    iconv_close(cd);
    return gbk;
}

uint32_t gbk_char(const struct gbk *gbk, unsigned lead, unsigned trail)
{
    if (lead < LEAD_FIRST || lead >= LEAD_FIRST + LEADS || trail < TRAIL_FIRST || trail >= TRAIL_FIRST + TRAILS)
        return 0;
    return gbk->chars[lead - LEAD_FIRST][trail - TRAIL_FIRST];
}

unsigned gbk_pair(const struct gbk *gbk, uint32_t c)
{
    return c < 0x10000 ? gbk->pairs[c] : 0;
}

bool gbk_common(const struct gbk *gbk, uint32_t c)
{
    unsigned pair = is_han(c) ? gbk_pair(gbk, simplified(c)) : 0;
    return pair >= 0xB0A1 && pair <= 0xD7F9 && (pair & 0xFF) >= 0xA1;
}
