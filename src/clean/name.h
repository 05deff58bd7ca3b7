/* What a text looks like to someone who looks for names: at each place the words and characters that data/names.tsv knows. */
#ifndef DAHUI_CLEAN_NAME_H
#define DAHUI_CLEAN_NAME_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/* Classes of words. */
enum {
    NAME_COMPOUND = 1u << 0,    /* surnames of two characters: 欧阳 */
    NAME_ROLE = 1u << 1,        /* ends a role in front of a name: 书记 */
    NAME_WEAK_ROLE = 1u << 2,   /* the same, but is found before much else: 职工 */
    NAME_TITLE = 1u << 3,       /* may stand behind a name: 总书记 */
    NAME_CREDIT = 1u << 4,      /* in front of who made the report, not of who is in it: 记者 */
    NAME_SAY = 1u << 5,         /* whoever says something is someone: 指出 */
    NAME_FOLLOW = 1u << 6,      /* goes on behind a name: 出席 */
    NAME_ELECT = 1u << 7,       /* goes before a name: 选举, 由 */
    NAME_CUT = 1u << 8,         /* no part of a role: 会上 */
    NAME_STOP = 1u << 9,        /* looks like (the start of) a name and is none: 全体 */
    NAME_STOP_WHOLE = 1u << 10, /* is a word, and somebody's name too: 高峰 */
    NAME_TAIL = 1u << 11,       /* no given name: 大会 */
    NAME_PART = 1u << 12,       /* of names without a surname: 扎西 多吉 */
    NAME_FORMULA = 1u << 13,    /* names that stand in set phrases */
    NAME_BECOME = 1u << 14,     /* parts a name from what somebody becomes: 当选为 */
    /* Classes of single characters. */
    NAME_SURNAME_CHAR = 1u << 16,
    NAME_WEAK_CHAR = 1u << 17,      /* surnames that are words: 国 海 */
    NAME_GIVEN_CHAR = 1u << 18,     /* usual in given names */
    NAME_NEVER_CHAR = 1u << 19,     /* never in a given name */
    NAME_FOLLOW1_CHAR = 1u << 20,   /* may follow a name: 在 */
    NAME_ROLE_MORE_CHAR = 1u << 21, /* makes a role another word: 主席 + 团 */
    NAME_CUT1_CHAR = 1u << 22,      /* no part of a role: 由 */
    NAME_LINK_CHAR = 1u << 23,      /* 和 */
};
enum { NAME_WORD_CLASSES = 15 };

/* Bytes of the surname at `at`: a double one (欧阳) or a single one that is no everyday word (国 海); 0 where there is none. */
size_t surname_at(struct str s, size_t at);

/* A paragraph, character by character. Where names of two characters are set with a blank inside (陈　赛), `text` has them without. */
struct scan {
    struct str text;
    size_t n;
    uint32_t *plain; /* simplified and narrow */
    uint32_t *at;    /* n + 1 offsets in text */
    uint32_t *marks; /* classes of single characters */
    uint32_t *ends;  /* n + 1: classes of the words that end in front of a place */
    uint32_t *words; /* the item of `lengths` that tells of the words that begin there */
    ARRAY(struct name_lengths) lengths; /* the first one is all zero: no words */
};

/* Of each class: characters of the longest word that begins at a place. */
struct name_lengths {
    unsigned char of[NAME_WORD_CLASSES];
};

/* The paragraph has less than 4 GB. */
struct scan name_scan(struct arena *arena, struct str paragraph);

/* Characters of the longest word of one class that begins at i (≤ n), or 0. */
static inline size_t name_word(const struct scan *scan, size_t i, uint32_t class)
{
    return i < scan->n ? scan->lengths.v[scan->words[i]].of[__builtin_ctz(class)] : 0;
}

/* The text from character i to j. */
struct str name_text(const struct scan *scan, size_t i, size_t j);

/* How much the characters [i, i + len) look like a name: 0 not at all, 1 a surname and what may be given, 2 one of the two is
 * usual, 3 both are.
 * *word (may be NULL) tells that they are a word too (高峰), begin with one (童心远) or end in one (侯建设): for the caller to weigh. */
int name_shape(const struct scan *scan, size_t i, size_t len, bool *word);
enum { NAME_MAX = 8 };

#endif
