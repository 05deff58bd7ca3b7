/* The byte pairs of GBK: what undoing a slip of bytes is reckoned with. */
#ifndef DAHUI_CLEAN_GBK_H
#define DAHUI_CLEAN_GBK_H

#include <stdbool.h>
#include <stdint.h>

/* The character of two bytes; 0 where they are none, or one of the user's zones, which print nothing. */
uint32_t gbk_char(unsigned lead, unsigned trail);

/* The two bytes of a character, lead first (lead << 8 | trail), or 0. */
unsigned gbk_pair(uint32_t c);

/* The same for a character of Unicode's private use, by which readers of GBK keep the pairs that print nothing. */
unsigned gbk_private_pair(uint32_t c);

/* Is it one of the 3,755 everyday characters (level 1 of GB 2312, rows B0 to D7), or the traditional form of one? */
bool gbk_common(uint32_t c);

/* Is the pair one of those characters of everyday use (GB 2312, level one)? */
bool gbk_level_one(unsigned pair);

#endif
