/* The byte pairs of GBK: what undoing a slip of bytes is reckoned with. */
#include "clean/gbk.h"

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

bool gbk_level_one(unsigned pair)
{
    return pair >= 0xB0A1 && pair <= 0xD7F9 && (pair & 0xFF) >= 0xA1;
}

bool gbk_common(uint32_t c)
{
    return is_han(c) && gbk_level_one(gbk_pair(simplified(c)));
}
