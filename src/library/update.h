/* Bringing a cache up to date. */
#ifndef DAHUI_LIBRARY_UPDATE_H
#define DAHUI_LIBRARY_UPDATE_H

#include <stdatomic.h>

#include "library/cache.h"

/* How far it is, in memory that the process which does it and the one that waits have in common. */
struct update_progress {
    atomic_int stage;
    atomic_size_t total, done; /* files to be read in this run, and those that were */
    atomic_size_t reports;     /* that came of them */
    atomic_size_t bytes;       /* of them */
    atomic_size_t commits;     /* how often the catalogue was put in place */
    atomic_llong began;        /* when reading began, on the clock of now_ms */
    atomic_int wanted;         /* somebody wants it done again */
    char words[512];           /* why it failed; there before the stage says so */
};
enum update_stage {
    UPDATE_WALKING, /* looking at the folders */
    UPDATE_READING,
    UPDATE_DONE,    /* all is up to date */
    UPDATE_BUSY,    /* another process does it */
    UPDATE_FAILED,  /* the cache cannot be written */
};

/* Brings the cache up to date, once: walks the folders, reads what is new or changed on all processors, in processes that a bad file may
 * bring to grief, writes segments, and puts the catalogue in place from time to time and at the end. To be called where there is one thread only. */
void update_once(const struct cache *cache, struct update_progress *progress);

/* The same, then again whenever something changes in the folders, until whoever started the process is gone. */
void update_on_and_on(const struct cache *cache, struct update_progress *progress);

#endif
