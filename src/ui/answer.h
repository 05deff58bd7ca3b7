/* What the reader is told of the library by whoever knows it: the answers to its questions (ui/effect.h), as events carry them. */
#ifndef DAHUI_UI_ANSWER_H
#define DAHUI_UI_ANSWER_H

#include "article/entry.h"

/* No report. */
#define NO_REPORT UINT32_MAX

/* The reports that the list shows, in its order, those of one congress together. */
struct listing {
    const uint32_t *v; /* numbers, below LISTED_MOST, each with the bits below; the receiver copies them */
    size_t n;
    size_t total; /* reports of the whole library */
    size_t read;  /* how many of the n are read */
};
#define LISTED_FIRST 0x80000000u  /* the first of its congress, or of none */
#define LISTED_ALONE 0x40000000u  /* tells of no congress */
#define LISTED_NUMBER 0x3fffffffu
#define LISTED_MOST LISTED_NUMBER

/* What became of a report in the reader's hands. */
enum sign { SIGN_BEGUN = 1, SIGN_READ = 2, SIGN_STAR = 4 };

/* What the catalogue knows of some reports. The receiver copies what it keeps. */
struct entries {
    const struct entry *v;      /* one with an empty id stands for a report that is not there any more */
    const unsigned char *signs; /* of each: bits of enum sign */
    size_t n;
};

/* How far the making of the library is. */
struct progress {
    size_t done, total; /* reports; the same: it is done */
    double rate;        /* a second; 0: not known yet */
};

#endif
