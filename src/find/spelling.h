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

/* The same character by character, from the start of a text: a state is the set of the numbers of letters that may be used up so far, and
 * 0 leads nowhere any more. The letters are used up where spelling_is_done; what leads on from there is in the state too. */
enum { SPELLING_START = 1 };
uint64_t spelling_step(const struct spelling *spelling, uint64_t state, uint16_t unit);
bool spelling_is_done(const struct spelling *spelling, uint64_t state);

/* Does one character never use them up, so that every match begins with two that lead somewhere? */
bool spelling_takes_two(const struct spelling *spelling);

#endif
