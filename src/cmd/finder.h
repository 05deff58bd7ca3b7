/* Searching the library beside the reader, which goes on meanwhile. */
#ifndef DAHUI_CMD_FINDER_H
#define DAHUI_CMD_FINDER_H

#include "host/bell.h"
#include "library/library.h"
#include "ui/effect.h"

/* What is known of an answer: all of it, or the first ones in its order. */
struct finder_answer {
    struct arena arena;
    struct findings_so_far found; /* of EFFECT_SEARCH */
    struct listing listing;       /* of EFFECT_ORDER */
    struct err err;               /* why the question makes no sense */
    bool bad;
};

/* One question is asked at a time; for each kind the last one waits, and makes one of its kind that is under way end early. It is
 * answered twice where finding all takes longer than finding some. */
struct finder {
    struct library *library;
    struct aside *aside; /* at work; NULL: nobody is */
    struct bell *bell;   /* rings when there is an answer; NULL: a question is answered whole before finder_ask returns */
    atomic_bool cancel;
    struct finder_question {
        bool asked;
        bool whole; /* the first ones are not wanted by themselves */
        struct effect effect;
        char query[1024];
    } now, waiting[2];   /* EFFECT_ORDER, EFFECT_SEARCH */
    struct finder_answer answers[2]; /* the first ones; all */
    atomic_int known;    /* how many of them there are: 0; 1; or 2, and the question is answered */
    int told;
};

/* The bell lives longer. */
void finder_open(struct finder *finder, struct library *library, struct bell *bell);
void finder_close(struct finder *finder);

/* Asks a question (EFFECT_ORDER or EFFECT_SEARCH, with a query). `whole`: the first ones are not wanted before the rest. */
void finder_ask(struct finder *finder, const struct effect *effect, bool whole);

/* The question that something is known of since, if it is still wanted, with its answer, which stays until finder_go_on; else NULL. */
const struct effect *finder_answered(struct finder *finder, const struct finder_answer **answer);

/* Goes on: with the same question, or if it is answered with what waits. */
void finder_go_on(struct finder *finder);

/* Is nothing under way, so that the library may change? */
bool finder_rests(const struct finder *finder);

#endif
