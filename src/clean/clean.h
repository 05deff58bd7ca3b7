/* Bytes in, reports out: the whole of cleaning behind one function. */
#ifndef DAHUI_CLEAN_CLEAN_H
#define DAHUI_CLEAN_CLEAN_H

#include "article/article.h"
#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

/* The reports of one capture: at least one wherever there is any text. */
struct reports {
    struct article *v;
    size_t n;
};

/* Cleans a capture. `source` must live as long as the arena does. `encoding` is a name that overrules the guess, or NULL.
 * Dirt is no error: it is noted. What is refused, with words in err: a file that is no text (a picture, an archive),
 * an unknown encoding name. Bytes that hold nothing but blanks give no report and no error. */
bool clean(struct arena *arena, struct bytes source, const char *encoding, struct reports *reports, struct err *err);

/* The two halves of it: all that a list of reports shows, and for one of them the people and sections, which cost as much again. */
bool clean_text(struct arena *arena, struct bytes source, const char *encoding, struct reports *reports, struct err *err);
void clean_sections(struct arena *arena, struct article *article);

#endif
