/* Answers the reader's questions (ui/effect.h) from a library. */
#ifndef DAHUI_CMD_ARCHIVE_H
#define DAHUI_CMD_ARCHIVE_H

#include "library/library.h"
#include "library/state.h"
#include "ui/effect.h"

struct archive {
    struct library *library;
    ARRAY(unsigned char) signs; /* of each number */
    struct arena arena;         /* of the signs */
    struct arena ordering;      /* of the last listing */
    struct listing listing;
};

/* Of a library that lives longer. */
void archive_open(struct archive *archive, struct library *library);
void archive_close(struct archive *archive);

/* All reports in an order. Listings stay as they are until the next call. */
const struct listing *archive_order(struct archive *archive, enum order_key order, bool reverse);

/* The same for those that were found: copied, and those that are read counted. */
const struct listing *archive_narrow(struct archive *archive, const struct listing *narrowed);

/* What the catalogue knows of some reports, in the arena. */
struct entries archive_entries(struct archive *archive, struct arena *arena, const uint32_t *numbers, size_t n);
const unsigned char *archive_all_signs(const struct archive *archive, struct arena *arena, const struct entry *entries, size_t n);

/* The passages of each that answer a query. Their reports are read again where they are not in memory, which takes a while. */
struct passages *archive_passages(struct archive *archive, struct arena *arena, const struct entries *entries, struct str query);

/* Where in the listing the next or previous run of one year, place … begins, seen from a position; (size_t)-1 where none does. */
size_t archive_jump(struct archive *archive, enum order_key order, size_t position, bool forward);

/* What became of a report in the reader's hands. */
unsigned char archive_signs(const struct archive *archive, uint32_t number);
void archive_sign(struct archive *archive, uint32_t number, unsigned char signs);

/* Gives each report the signs that follow from what is known of it. */
void archive_recall(struct archive *archive, const struct knowns *all);

#endif
