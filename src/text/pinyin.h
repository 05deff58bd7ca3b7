/* Mandarin in Latin letters: syllables, and how a Han character may be read. */
#ifndef DAHUI_TEXT_PINYIN_H
#define DAHUI_TEXT_PINYIN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* A syllable is written with or without its tone, in either case, the ü as ü, v or u:, the tone as a letter of its own (ǎ), as a
 * letter and a mark (a U+030C), or with the look-alikes that pages have (ă ɑ ɡ). Table and sources: data/readings.tsv. */

/* Is the whole of s one syllable of Mandarin: huì, hui, HUI, lǜ, lv? The sounds without a vowel (ń, hm) only with a tone. */
bool pinyin_syllable(struct str s);

/* Has s a letter with a tone mark: huì? Not hui, nor ü alone. */
bool pinyin_toned(struct str s);

/* May the character be read so, tones left aside: 單 as shàn, dan, chan? */
bool pinyin_reads(uint32_t han, struct str syllable);

/* The same in two steps, for one syllable and many characters: its number, negative where it is none. */
int pinyin_number(struct str syllable);
bool pinyin_reads_number(uint32_t han, int number);

/* The readings of a character, toneless, ü as v, usual ones first: how many, 0 where none is known. The slices are static. */
enum { PINYIN_READINGS = 5 };
size_t pinyin_readings(uint32_t han, struct str readings[PINYIN_READINGS]);

/* How many syllables there are, each as the readings are spelled; and the numbers of all readings of the characters that fold to this one
 * (text/fold), up to PINYIN_END: those of 干 are gan and, from 乾, qian. Static. Only characters from PINYIN_FIRST to PINYIN_LAST have any. */
enum { PINYIN_END = 0xFFFF, PINYIN_FIRST = 0x3007, PINYIN_LAST = 0x9FFF };
size_t pinyin_count(void);
const char *pinyin_spelled(size_t number);
const uint16_t *pinyin_folded(uint32_t folded);

#endif
