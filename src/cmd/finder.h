/* Searching the library beside the reader, which goes on meanwhile. */
#ifndef DAHUI_CMD_FINDER_H
#define DAHUI_CMD_FINDER_H

#include "host/bell.h"
#include "library/library.h"
#include "ui/effect.h"

/* What is known of an answer: all of it, or some. */
struct finder_answer {
    struct arena arena;
    struct findings_so_far found; /* of EFFECT_SEARCH */
    struct listing listing;       /* of EFFECT_ORDER */
    struct err err;               /* why the question makes no sense */
    bool bad;
    bool all;                     /* nothing more will be known */
};

/* A question under way. It is answered more than once where finding all takes longer than finding some. */
struct inquiry {
    struct library *library;
    struct bell *bell;
    struct aside *aside; /* at work; NULL: nobody is */
    atomic_bool cancel;
    bool beside;         /* by a thread of its own */
    bool whole;          /* it is answered once */
    struct effect effect;
    char query[1024];
    struct finder_answer answers[2]; /* they take turns: one is made while the other is read */
    atomic_int known;    /* answers that were made, */
    atomic_int taken;    /* and of them those that the reader has done with, */
    int told;            /* or has at hand */
    struct arena arena;  /* of itself, and of what was found so far: */
    struct findings some;
    int64_t next;        /* when the reader may be told of it again (now_ms) */
    struct inquiry *behind; /* of those that leave */
};

/* For each kind of question the last one is under way: it begins at once, and makes the one before it end early. */
struct finder {
    struct library *library;
    struct bell *bell;       /* rings when there is an answer; NULL: a question is answered whole before finder_ask returns */
    struct inquiry *now[2];  /* EFFECT_ORDER, EFFECT_SEARCH; NULL: none */
    struct inquiry *reading; /* its answer is at hand */
    struct inquiry *leaving; /* those that are not wanted any more */
};

/* Library and bell live longer. */
void finder_open(struct finder *finder, struct library *library, struct bell *bell);
void finder_close(struct finder *finder);

/* Asks a question (EFFECT_ORDER or EFFECT_SEARCH, with a query). `whole`: some are not wanted before the rest. */
void finder_ask(struct finder *finder, const struct effect *effect, bool whole);

/* A question that more is known of since, with its answer, which stays until finder_go_on; NULL where there is none. */
const struct effect *finder_answered(struct finder *finder, const struct finder_answer **answer);
void finder_go_on(struct finder *finder);

/* Is nothing under way, so that the library may change? */
bool finder_rests(const struct finder *finder);

#endif
