/* Opening large reports beside the reader, who reads their beginnings meanwhile. */
#ifndef DAHUI_CMD_OPENER_H
#define DAHUI_CMD_OPENER_H

#include <stdatomic.h>

#include "host/bell.h"
#include "library/library.h"
#include "ui/effect.h"

/* A report on its way, with all that the work on it needs: at the end of the session it may be left to itself. */
struct opening {
    struct arena arena;
    struct entry entry;
    const char *encoding;
    bool adopts;            /* the library in memory is to be made of the whole file: then of this one */
    struct library library;
    struct effect effect;   /* the question */
    char query[1024];       /* its own */
    const struct article *article; /* the answer, or NULL */
    struct err err;                /* and why */
    struct aside *aside;
    struct bell *bell;
    atomic_bool done;
};

/* One is cleaned at a time; the last that was asked for meanwhile waits. */
struct opener {
    struct bell *bell; /* rings when one is there */
    struct opening *now, *waiting;
};

void opener_open(struct opener *opener, struct bell *bell);
/* Does not wait for what is under way. */
void opener_close(struct opener *opener);

/* Asks for a report in answer to EFFECT_OPEN; both are copied. If it is under way already, it answers this question in the end. */
void opener_ask(struct opener *opener, const struct effect *effect, const struct entry *entry, const char *encoding, bool adopts);

/* No report is wanted but the one that is under way, should it be asked for again. */
void opener_forget(struct opener *opener);

/* A report that has come, or could not: the caller's, with opening_free. NULL where none has. */
struct opening *opener_opened(struct opener *opener);
void opening_free(struct opening *opening);

#endif
