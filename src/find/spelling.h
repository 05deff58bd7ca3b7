/* Letters that stand for Chinese: finding the characters whose pinyin was typed, whole or by initials. */
#ifndef DAHUI_FIND_SPELLING_H
#define DAHUI_FIND_SPELLING_H

#include "find/regex.h"
#include "text/unit.h"

/* Letters made ready for searching. A text matches where it is cut into characters that use the letters up one after the other: a Han by
 * one of its readings, whole or by its initial (zh or z), the last one by any beginning of it; any other character, and a Han among the
 * letters, by itself. What is looked for is folded, without tones (zhǔ is zhu), ü is v; an apostrophe or a blank ends a syllable. */
struct spelling;

enum { SPELLING_MOST = 63 }; /* letters */

/* NULL where there are no letters in it, or too many. With `latin`, letters match the same letters of the text too. */
struct spelling *spelling_make(struct arena *arena, struct units folded, bool latin);

/* The first place at or behind `from` where a match begins, and the longest there. Time: linear. */
bool spelling_find(const struct spelling *spelling, struct units text, size_t from, struct span *span);

/* How many units at the start of the text use the letters up, the most that can; 0 where none do. */
size_t spelling_begins(const struct spelling *spelling, struct units text);

#endif
