/* What setting text on cells must know of a code point: one table (Unicode 15.0 and CLREQ, see data/traits.tsv) for all of it. */
#ifndef DAHUI_TEXT_TRAIT_H
#define DAHUI_TEXT_TRAIT_H

#include <stdint.h>

/* Line_Break of UAX #14 with its rule LB1 done, but for AI. OPW and CPW are the wide ones of OP and CP, XP a picture that is not
 * assigned yet. */
enum line_class {
    LINE_AI, LINE_AL, LINE_B2, LINE_BA, LINE_BB, LINE_BK, LINE_CB, LINE_CL, LINE_CM, LINE_CP, LINE_CPW, LINE_CR, LINE_EB, LINE_EM,
    LINE_EX, LINE_GL, LINE_H2, LINE_H3, LINE_HL, LINE_HY, LINE_ID, LINE_IN, LINE_IS, LINE_JL, LINE_JT, LINE_JV, LINE_LF, LINE_NL,
    LINE_NS, LINE_NU, LINE_OP, LINE_OPW, LINE_PO, LINE_PR, LINE_QU, LINE_RI, LINE_SP, LINE_SY, LINE_WJ, LINE_XP, LINE_ZW, LINE_ZWJ,
    N_LINE_CLASSES
};

/* Grapheme_Cluster_Break of UAX #29, and PICT for what is Extended_Pictographic. */
enum grapheme_class {
    GRAPHEME_OTHER, GRAPHEME_CR, GRAPHEME_LF, GRAPHEME_CONTROL, GRAPHEME_EXTEND, GRAPHEME_ZWJ, GRAPHEME_PREPEND, GRAPHEME_SPACINGMARK,
    GRAPHEME_REGIONAL_INDICATOR, GRAPHEME_L, GRAPHEME_V, GRAPHEME_T, GRAPHEME_LV, GRAPHEME_LVT, GRAPHEME_PICT,
};

enum {
    TRAIT_WIDE = 1,      /* what is drawn takes two cells; */
    TRAIT_AMBIGUOUS = 2, /* one or two, as the terminal likes */
    TRAIT_SAFE = 4,      /* may be sent to a terminal as it is */
    TRAIT_MARK = 8,      /* and is drawn on top of what is before it */
    TRAIT_STEERS = 16,   /* draws nothing, but steers how its neighbours are drawn */
    TRAIT_NEVER_BEGINS = 32, /* a line of Chinese; */
    TRAIT_NEVER_ENDS = 64,   /* one */
    TRAIT_DASH = 128,        /* —— and ……: never begins one, by the strict rules */
    TRAIT_HANGS = 256,       /* a stop or a pause, which may stand behind the end of one */
    TRAIT_BLOCK = 32,
};

struct trait {
    uint8_t line, grapheme;
    uint16_t bits;
};

extern const struct trait traits[];
extern const uint8_t trait_top[], trait_blocks[][TRAIT_BLOCK];
extern const uint16_t trait_shelves[][TRAIT_BLOCK];

/* Inline: every loop over text turns on it. c is at most U+10FFFF. */
static inline struct trait trait_of(uint32_t c)
{
    uint16_t block = trait_shelves[trait_top[c / (TRAIT_BLOCK * TRAIT_BLOCK)]][c / TRAIT_BLOCK % TRAIT_BLOCK];
    return traits[trait_blocks[block][c % TRAIT_BLOCK]];
}

#endif
