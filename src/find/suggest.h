/* What Latin letters may be meant for: names, places and set phrases, offered as an input method offers them. */
#ifndef DAHUI_FIND_SUGGEST_H
#define DAHUI_FIND_SUGGEST_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/* The words that may be offered. It does not change once it is made: several threads may ask it. */
struct dictionary;

/* A word (of Han, as it is printed) and how much it matters: how often it occurs, say. */
struct dictionary_word {
    struct str text;
    uint32_t weight;
};

/* The words are not copied: their text must live as long. Each should be there once; those without any character are passed over. Marks
 * in them (强“三性”) need not be typed. */
struct dictionary *dictionary_make(struct arena *arena, const struct dictionary_word *words, size_t n);

/* The words that the letters begin, read as find/spelling reads them (zhurenw, zrw, zhu r weng, and Han among them): first those that are
 * complete, then those that go on; in both the weightier first, then the shorter ones. Fills in `most` of them at most and answers how many.
 * Time: linear in the characters that words begin with and in the words that the letters begin. `scratch` is for the work. */
size_t dictionary_suggest(const struct dictionary *dictionary, struct arena *scratch, struct str letters, struct dictionary_word *offers,
                          size_t most);

#endif
