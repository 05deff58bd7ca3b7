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

/* One row of the code: its trail bytes are all but 7F. */
static void read_row(struct gbk *gbk, iconv_t cd, unsigned lead)
{
    for (unsigned trail = TRAIL_FIRST; trail < TRAIL_FIRST + TRAILS; trail++) {
        char pair[2] = { (char)(unsigned char)lead, (char)(unsigned char)trail };
        char utf8[8];
        char *in = pair, *out = utf8;
        size_t left = sizeof pair, room = sizeof utf8;
        if (trail == 0x7F || iconv(cd, &in, &left, &out, &room) == (size_t)-1) {
            iconv(cd, NULL, NULL, NULL, NULL);
            continue;
        }
        struct bytes got = { (const unsigned char *)utf8, sizeof utf8 - room };
        if (!utf8_valid(got))
            continue;
        uint32_t c = utf8_at((struct str){ utf8, got.n }, 0);
        if (c > 0xFFFF || is_private(c))
            continue;
        gbk->chars[lead - LEAD_FIRST][trail - TRAIL_FIRST] = (uint16_t)c;
        gbk->pairs[c] = (uint16_t)(lead << 8 | trail);
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
