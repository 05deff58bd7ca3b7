/* Answers the reader's questions (ui/effect.h) from reports in memory; a report's number is its place in the library. */
#ifndef DAHUI_CMD_ARCHIVE_H
#define DAHUI_CMD_ARCHIVE_H

#include "base/err.h"
#include "library/library.h"
#include "ui/effect.h"

struct archive {
    struct library *library;
    unsigned char *signs; /* of each report */
    struct arena arena;   /* of the signs */
    struct arena ordering;  /* of the last listing */
    struct listing listing;
    const struct article **ordered; /* the same as reports */
    bool complete; /* all reports have their people */
};

/* Of a library that is read whole and lives longer. */
void archive_open(struct archive *archive, struct library *library);
void archive_close(struct archive *archive);

/* The reports that answer a query, all where it is empty; NULL, with words in err, where it makes no sense. */
const struct listing *archive_order(struct archive *archive, enum order_key order, bool reverse, struct str query, struct err *err);

/* In `arena`; with the passages that answer a query, if one is asked. */
struct entries archive_entries(struct archive *archive, struct arena *arena, const uint32_t *numbers, size_t n, struct str query);

/* The reports that answer a query; false, with words in err, where it makes no sense. */
bool archive_find(struct archive *archive, struct arena *arena, struct str query, enum finding_order by, struct findings_so_far *found,
                  struct err *err);

/* A report whole; and all places of it that answer a query. */
const struct article *archive_article(struct archive *archive, uint32_t number);
struct matches archive_matches(struct arena *arena, const struct article *article, struct str query);

/* Places and people whose names the letters spell, at most `most`. */
struct words archive_words(struct archive *archive, struct arena *arena, struct str letters, size_t most);

/* Where in the listing the next or previous run of one year, place … begins, seen from a position; (size_t)-1 where none does. */
size_t archive_jump(const struct archive *archive, enum order_key order, size_t position, bool forward);

#endif
