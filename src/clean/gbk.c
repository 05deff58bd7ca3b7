/* The byte pairs of GBK: what undoing a slip of bytes is reckoned with. */
#include "clean/gbk.h"

#include <stddef.h>

#include "gen/gbk.h"
#include "text/han.h"
#include "text/variant.h"

enum { LEAD_FIRST = 0x81, LEADS = 0xFE - LEAD_FIRST + 1, TRAIL_FIRST = 0x40, TRAILS = 0xFE - TRAIL_FIRST + 1 };

uint32_t gbk_char(unsigned lead, unsigned trail)
{
    if (lead < LEAD_FIRST || lead >= LEAD_FIRST + LEADS || trail < TRAIL_FIRST || trail >= TRAIL_FIRST + TRAILS)
        return 0;
    return gbk_chars[lead - LEAD_FIRST][trail - TRAIL_FIRST];
}

unsigned gbk_pair(uint32_t c)
{
    return c < 0x10000 ? gbk_pairs[gbk_blocks[c >> 8]][c & 0xFF] : 0;
}

/* Pairs that the standard left open between its rows. Source: GB 18030-2000, the private use of U+E766 to U+E814. */
static unsigned open_pair(uint32_t c)
{
    static const struct { uint16_t c, pair, n; } ranges[] = {
        { 0xE766, 0xA2AB, 6 },  { 0xE76D, 0xA2E4, 1 },  { 0xE76E, 0xA2EF, 2 },  { 0xE770, 0xA2FD, 2 },  { 0xE772, 0xA4F4, 11 },
        { 0xE77D, 0xA5F7, 8 },  { 0xE785, 0xA6B9, 8 },  { 0xE78D, 0xA6D9, 7 },  { 0xE794, 0xA6EC, 2 },  { 0xE796, 0xA6F3, 1 },
        { 0xE797, 0xA6F6, 9 },  { 0xE7A0, 0xA7C2, 15 }, { 0xE7AF, 0xA7F2, 13 }, { 0xE7BC, 0xA896, 11 }, { 0xE7C7, 0xA8BC, 1 },
        { 0xE7C9, 0xA8C1, 4 },  { 0xE7CD, 0xA8EA, 21 }, { 0xE7E2, 0xA958, 1 },  { 0xE7E3, 0xA95B, 1 },  { 0xE7E4, 0xA95D, 3 },
        { 0xE7F4, 0xA997, 13 }, { 0xE801, 0xA9F0, 15 }, { 0xE810, 0xD7FA, 5 },
    };
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (c >= ranges[i].c && c < ranges[i].c + ranges[i].n)
            return ranges[i].pair + c - ranges[i].c;
    return 0;
}

/* The three zones of the user: AAA1 to AFFE, F8A1 to FEFE, A140 to A7A0 (without 7F). Source: the same, U+E000 to U+E765. */
unsigned gbk_private_pair(uint32_t c)
{
    if (c < 0xE000 || c > 0xE765)
        return open_pair(c);
    if (c >= 0xE4C6) {
        unsigned trail = (c - 0xE4C6) % 96 + TRAIL_FIRST;
        return (0xA1 + (c - 0xE4C6) / 96) << 8 | (trail + (trail >= 0x7F));
    }
    bool first = c < 0xE234;
    unsigned n = first ? c - 0xE000 : c - 0xE234;
    return ((first ? 0xAAu : 0xF8u) + n / 94) << 8 | (0xA1 + n % 94);
}

bool gbk_level_one(unsigned pair)
{
    return pair >= 0xB0A1 && pair <= 0xD7F9 && (pair & 0xFF) >= 0xA1;
}

bool gbk_common(uint32_t c)
{
    return is_han(c) && gbk_level_one(gbk_pair(simplified(c)));
}
