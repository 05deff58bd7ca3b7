/* What a session keeps for the next ones: carries out the reader's effects on places, stars, marks and notes. */
#ifndef DAHUI_CMD_KEEPING_H
#define DAHUI_CMD_KEEPING_H

#include "cmd/archive.h"
#include "library/state.h"
#include "ui/effect.h"

struct keeping {
    struct state *state; /* NULL: not open yet, nothing is known and nothing kept */
    bool told;           /* the reader was told that something cannot be saved */
};

/* Opens the state in a folder (NULL: in memory) and gives the archive the signs of earlier sessions. Words in err where not all is well. */
void keeping_open(struct keeping *keeping, const char *folder, struct archive *archive, struct err *err);
/* The same for a library that has grown. */
void keeping_recall(const struct keeping *keeping, struct archive *archive);
void keeping_close(struct keeping *keeping);

/* Where a report was left, by this session or any other; false where it never was. */
bool keeping_place(const struct keeping *keeping, const struct article *article, struct place *place);

/* Keeps what the effect says. False, with words in err, where it cannot be saved and the reader was not told so before. */
bool keeping_leave(struct keeping *keeping, const struct effect *effect, struct err *err);
bool keeping_signs(struct keeping *keeping, struct archive *archive, const struct effect *effect, struct err *err);

/* The same, but words come each time: somebody waits for them. */
bool keeping_mark(struct keeping *keeping, const struct effect *effect, struct err *err);
bool keeping_unmark(struct keeping *keeping, const struct effect *effect, struct err *err);

/* Where a mark stands: the number of the report, or NO_REPORT with words in err. */
uint32_t keeping_find(const struct keeping *keeping, struct arena *arena, const struct archive *archive, const struct effect *effect,
                      struct place *place, struct err *err);

#endif
