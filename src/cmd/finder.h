/* Searching the library beside the reader, which goes on meanwhile. */
#ifndef DAHUI_CMD_FINDER_H
#define DAHUI_CMD_FINDER_H

#include "host/bell.h"
#include "library/library.h"
#include "ui/effect.h"

/* One question is asked at a time; for each kind the last one waits, and makes one of its kind that is under way end early. */
struct finder {
    struct library *library;
    struct aside *aside; /* at work; NULL: nobody is */
    bool at_once;        /* a question is answered before finder_ask returns */
    struct bell bell;    /* rings when a question is answered */
    atomic_bool cancel;
    struct finder_question {
        bool asked;
        struct effect effect;
        char query[1024];
    } now, waiting[2];   /* EFFECT_ORDER, EFFECT_SEARCH */
    struct arena arena;  /* of what was found */
    struct findings found;
    struct err err;      /* why the question makes no sense */
    bool bad;
};

/* `at_once`: for a library in memory, and where nobody waits for events. */
void finder_open(struct finder *finder, struct library *library, bool at_once);
void finder_close(struct finder *finder);

/* Asks a question (EFFECT_ORDER or EFFECT_SEARCH, with a query). */
void finder_ask(struct finder *finder, const struct effect *effect);

/* The question that was answered since, if one was, and whose answer is still wanted: then `found`, or where `bad` the words in err, are
 * its answer until finder_go_on. */
const struct effect *finder_answered(struct finder *finder);

/* Goes on with what waits. */
void finder_go_on(struct finder *finder);

/* Is nothing under way, so that the library may change? */
bool finder_rests(const struct finder *finder);

#endif
