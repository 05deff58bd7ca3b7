/* What the reader is told of the library by whoever knows it: the answers to its questions (ui/effect.h), as events carry them. */
#ifndef DAHUI_UI_ANSWER_H
#define DAHUI_UI_ANSWER_H

#include "article/entry.h"
#include "find/order.h"
#include "find/twin.h"

/* No report. */
#define NO_REPORT UINT32_MAX

/* The reports that the list shows, in its order, those of one congress together. */
struct listing {
    const uint32_t *v; /* numbers with their marks (find/order); the receiver copies them */
    size_t n;
    size_t total; /* reports of the whole library */
    size_t read;  /* how many of the n are read */
    bool more;    /* these are the first ones: the rest is still looked for */
};

/* What became of a report in the reader's hands. */
enum sign { SIGN_BEGUN = 1, SIGN_READ = 2, SIGN_STAR = 4 };

/* A match with what stands beside it: a line of the concordance. */
struct passage {
    struct hit hit;
    struct str left, match, right;
    unsigned char word; /* which word of the question it answers, from 0 */
};

/* Where a report answers a question: its first matches, and how all of them are spread from its start to its end. */
enum { PASSAGES_MOST = 20, BAR_CELLS = 12 };
struct passages {
    const struct passage *v;
    size_t n;
    unsigned char bar[BAR_CELLS]; /* matches in each twelfth; 255: that or more */
};

/* What the catalogue knows of some reports. The receiver copies what it keeps. */
struct entries {
    const struct entry *v;      /* one with an empty id stands for a report that is not there any more */
    const unsigned char *signs; /* of each: bits of enum sign; NULL: none */
    const struct passages *passages; /* of each; NULL where none were asked for, or they are still to come */
    size_t n;
    size_t left; /* so many passages that were asked for are still to come */
};

/* Reports that answer a question, in the order of the results, the first ones first (by relevance: of those that there are). The receiver
 * copies them. */
struct finding {
    uint32_t report, matches; /* 0 matches: the question is one of fields alone */
};
struct findings_so_far {
    const struct finding *v;
    size_t n;
    size_t matches; /* of all of them */
    bool over;      /* there will be no more */
};

/* All places of one report that answer a question, in reading order, and which word of it each answers. */
struct matches {
    const struct hit *v;
    const unsigned char *words;
    size_t n;
};

/* Words that what is typed may mean. */
struct words {
    const struct str *v;
    size_t n;
};

/* How far the making of the library is. */
struct progress {
    size_t done, total; /* reports; the same: it is done */
    double rate;        /* a second; 0: not known yet */
};

/* A name or a set phrase, and the reports that have it. */
struct roster_row {
    struct str text;
    struct units folded; /* the same, to be searched */
    struct str roles; /* of somebody: as printed, the first first */
    size_t n_reports;
    int first, last; /* years; 0: not known */
    const unsigned *years; /* of a phrase: reports of each year from first to last; NULL where none is known */
};

/* People, those in most reports first; or set phrases. */
struct roster {
    const struct roster_row *v;
    size_t n;
    bool terms;
    bool cut;                 /* the rarest were left out: there are too many */
    struct progress progress; /* how far the gathering is: more will come under the same number until it is done, */
    bool stopped;             /* unless it was stopped */
};

#endif
