/* A library: the reports of the files and folders that were named. */
#ifndef DAHUI_LIBRARY_LIBRARY_H
#define DAHUI_LIBRARY_LIBRARY_H

#include "article/article.h"
#include "base/arena.h"
#include "base/err.h"
#include "library/problem.h"

/* All reports in the order of their files, and what was met on the way. Everything lives as long as the library. */
struct library {
    struct arena arena;
    ARRAY(struct arena) shelves; /* where the reports are: one for each worker that read some */
    ARRAY(const struct article *) articles;
    struct problems problems;
    size_t n_files; /* files that gave a report */
    bool brief;     /* leave people and sections of the reports till library_complete asks for them */
};

/* Reads what is at each path (`-`: standard input) and adds its reports. { 0 } is an empty library. `encoding` overrules
 * the guess, or is NULL. Nothing stops it: what cannot be read becomes a problem. */
void library_add(struct library *library, const char *path, const char *encoding);

/* Where reports are looked for when none are named: $DAHUI_LIBRARY, else the articles that came with the program; NULL where there are none. */
const char *library_default(struct library *library);

/* Adds the reports that ARTICLE names: FILE (all it holds), FILE#N (the N-th), or an id of the default library. False, with words
 * in err where there is no such report; where a problem says already why, err stays as it was. */
bool library_add_article(struct library *library, const char *name, const char *encoding, struct err *err);

/* Reads people and sections of a report of this library, if they were left. */
void library_complete(struct library *library, const struct article *article);

/* The capture that ARTICLE stands in, decoded and otherwise as it was. */
bool library_source(struct library *library, const char *name, const char *encoding, struct str *source, struct err *err);

/* The same as an article without a title whose paragraphs are the lines of the capture, for showing; NULL with words in err. */
const struct article *library_capture(struct arena *arena, const struct article *article, const char *encoding, struct err *err);

void library_finish(struct library *library);

#endif
