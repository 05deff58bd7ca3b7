/* What a reader keeps between sessions: where each report was left, stars, marks, notes, questions. */
#ifndef DAHUI_LIBRARY_STATE_H
#define DAHUI_LIBRARY_STATE_H

#include "article/mark.h"
#include "base/err.h"

/* One SQLite file, state.db, which several sessions use at once: what one saves, the others see. Reports are known by their id, so that
 * a file that was moved keeps all of it; path and title are kept too, for lists and for people. Everything is written when it
 * happens: a session that is killed loses nothing. Where a place cannot be written (a full disk, a home that is read-only) the
 * call answers false with words, and reading goes on; where the file cannot even be opened, all is kept in memory until the end. */
struct state;

/* Opens or makes state.db in a folder, which is made too; NULL: in memory. A file that is damaged is set aside, one of a newer
 * dahui left alone. Never NULL: where not all is well, err (else empty) has the words. */
struct state *state_open(const char *folder, struct err *err);
void state_close(struct state *state);

/* How far a report was read: the place at the top of the pane, and the furthest ever seen in thousandths (1000: to its end). */
struct reading_state {
    struct place place;
    int seen; /* 0: never opened */
    bool star;
};

/* What is known of a report; all zero where nothing is. */
struct reading_state state_of(struct state *state, const char *id);
bool state_leave(struct state *state, const struct article *article, struct place place, int seen, struct err *err);
bool state_star(struct state *state, const char *id, bool star, struct err *err);

/* All reports that anything is known of. */
struct known {
    char id[17];
    struct reading_state reading;
};
struct knowns {
    struct known *v;
    size_t n, cap;
};
void state_all(struct arena *arena, struct state *state, struct knowns *all);

/* Sets a mark or note (of `number`, else a new one; a letter that is taken moves). `now` is the time to keep. */
bool state_mark(struct state *state, const struct article *article, const struct mark *mark, int64_t now, struct err *err);
bool state_unmark(struct state *state, int64_t number, struct err *err);

/* The mark of a letter, in the report or for A–Z anywhere; false where there is none. */
bool state_marked(struct arena *arena, struct state *state, char letter, const char *id, struct mark *mark);

/* All marks and notes (of one report, or with NULL of all), by report in the order of their places. */
void state_marks(struct arena *arena, struct state *state, const char *id, struct marks *marks);

/* Questions, each once, the latest some hundred; the oldest first. */
bool state_asked(struct state *state, struct str question, int64_t now, struct err *err);
struct questions {
    struct str *v;
    size_t n, cap;
};
void state_questions(struct arena *arena, struct state *state, struct questions *questions);

/* Single words under a name: the order of the list, what a terminal answered. p NULL where there is none. */
bool state_set(struct state *state, const char *name, struct str value, struct err *err);
struct str state_get(struct arena *arena, struct state *state, const char *name);

#endif
