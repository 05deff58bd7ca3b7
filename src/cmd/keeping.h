/* What a session keeps for the next ones: carries out the reader's effects on places, stars, marks, notes and questions. */
#ifndef DAHUI_CMD_KEEPING_H
#define DAHUI_CMD_KEEPING_H

#include "cmd/archive.h"
#include "library/state.h"
#include "ui/effect.h"

struct keeping {
    struct state *state;
    bool told; /* the reader was told that something cannot be saved */
};

/* Opens the state in a folder (NULL: in memory). Words in err where not all is well. */
void keeping_open(struct keeping *keeping, const char *folder, struct err *err);

/* Gives the archive the signs of earlier sessions; again when the library has grown. With many reports it takes a while. */
void keeping_recall(const struct keeping *keeping, struct archive *archive);
void keeping_close(struct keeping *keeping);

/* Where a report was left, by this session or any other; false where it never was. */
bool keeping_place(const struct keeping *keeping, const struct article *article, struct place *place);

/* Keeps what the effect says. False, with words in err, where it cannot be saved and the reader was not told so before. */
bool keeping_leave(struct keeping *keeping, const struct effect *effect, struct err *err);
bool keeping_signs(struct keeping *keeping, struct archive *archive, const struct effect *effect, struct err *err);
bool keeping_view(struct keeping *keeping, const char *library, const struct effect *effect, struct err *err);
bool keeping_script(struct keeping *keeping, const struct effect *effect, struct err *err);
bool keeping_asked(struct keeping *keeping, const struct effect *effect, struct err *err);

/* How the list was shown last, in the terms of EFFECT_VIEW: the same in all libraries but for its query, which is in the arena; false where that is
 * not known. */
bool keeping_shown(const struct keeping *keeping, struct arena *arena, const char *library, struct effect *view);

/* In which script reports were wanted last. */
enum script_wish keeping_wish(const struct keeping *keeping);

/* What was asked, by any session, the oldest first; in the arena. */
struct words keeping_questions(const struct keeping *keeping, struct arena *arena);

/* The same, but words come each time: somebody waits for them. */
bool keeping_mark(struct keeping *keeping, const struct effect *effect, struct err *err);
bool keeping_unmark(struct keeping *keeping, const struct effect *effect, struct err *err);

/* Where a mark stands: the number of the report, or NO_REPORT with words in err. */
uint32_t keeping_find(const struct keeping *keeping, struct arena *arena, const struct archive *archive, const struct effect *effect,
                      struct place *place, struct err *err);

#endif
