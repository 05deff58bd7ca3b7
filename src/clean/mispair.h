/* UTF-8 that was read as pairs of GBK, turned back: 鍏氱殑浜屽崄 is 党的二十. */
#ifndef DAHUI_CLEAN_MISPAIR_H
#define DAHUI_CLEAN_MISPAIR_H

#include "base/arena.h"
#include "base/str.h"
#include "clean/mended.h"

/* Turns back stretches between ASCII whose pairs, as bytes, are UTF-8 without a fault and say everyday Chinese: six characters prove
 * that the text was misread, and then two are enough. Chance does not do that: a pair of an everyday character has two bytes that
 * seldom begin UTF-8, and all of them would have to. A character that lost its last byte at the end of a stretch (what stands there
 * is half a pair, and often a question mark) becomes U+FFFD. Answers s itself where there is nothing to mend. */
struct str mispair_undo(struct arena *arena, struct str s, struct mendings *mendings);

#endif
