/* A library: the reports of the files and folders that were named. */
#ifndef DAHUI_LIBRARY_LIBRARY_H
#define DAHUI_LIBRARY_LIBRARY_H

#include <stdatomic.h>

#include "article/entry.h"
#include "article/mentions.h"
#include "base/arena.h"
#include "base/err.h"
#include "find/order.h"
#include "find/query.h"
#include "library/problem.h"
#include "library/segment.h"

/* All reports in the order of their files, and what was met on the way. Everything lives as long as the library. */
struct library {
    struct arena arena;
    ARRAY(struct arena) shelves; /* where the reports are: one for each worker that read some */
    ARRAY(const struct article *) articles;
    struct problems problems;
    size_t n_files; /* files that gave a report */
    atomic_size_t gave_up; /* reports in which the last question took too many steps: they may answer, or have more matches */
    struct library_folders *folders; /* what it has through a cache: then articles stays empty; NULL: everything is in memory */
    bool brief;     /* leave people and sections of the reports till library_complete asks for them */
};

/* Reads what is at each path (`-`: standard input) and adds its reports. { 0 } is an empty library. `encoding` overrules
 * the guess, or is NULL. Nothing stops it: what cannot be read becomes a problem. */
void library_add(struct library *library, const char *path, const char *encoding);

/* A file that takes a while to clean is shown before it is: first its beginning, as an article that is marked so and lives in the arena;
 * NULL where the file is not large or cannot be read, and for a part of it that begins later. Any thread may ask. */
bool library_is_large(const char *file);
const struct article *library_beginning(struct arena *arena, const char *file, size_t part, const char *encoding);

/* The same as the first report of an empty library; false where there is none. And then the reports of a library that has the file whole,
 * which take its place and are this library's from now on. */
bool library_begin(struct library *library, const char *file, const char *encoding);
void library_adopt(struct library *library, struct library *whole);

/* Where reports are looked for when none are named: $DAHUI_LIBRARY, else the articles that came with the program; NULL where there are none. */
const char *library_default(struct library *library);

/* Adds the reports that ARTICLE names: FILE (all it holds), FILE#N (the N-th), or an id of the default library. False, with words
 * in err where there is no such report; where a problem says already why, err stays as it was. */
bool library_add_article(struct library *library, const char *name, const char *encoding, struct err *err);

/* Reads people and sections of a report of this library, if they were left. */
void library_complete(struct library *library, const struct article *article);

/* The capture that ARTICLE stands in, decoded and otherwise as it was. */
bool library_source(struct library *library, const char *name, const char *encoding, struct str *source, struct err *err);

/* The same as an article without a title whose paragraphs are the lines of the capture, slices of one text, for showing; NULL with words in err. */
const struct article *library_capture(struct arena *arena, const struct article *article, const char *encoding, struct err *err);

void library_finish(struct library *library);

/* --- folders through their cache --- */

/* How a library looks at folders. */
enum library_use {
    LIBRARY_LOOK, /* a cache that is up to date is used; where there is none, everything is read and nothing written */
    LIBRARY_PASS, /* the same, but where there is none nothing is read yet: library_pass does */
    LIBRARY_KEEP, /* the cache is made, brought up to date, and the folders watched, by a process beside ours; where there is a cache, from
                   * library_keep on */
    LIBRARY_RENEW = 4, /* with one of the first two: a cache that lacks a few files is brought up to date first */
};

/* Opens a library of paths (library_default where there are none). Folders alone go through their cache, if no encoding is named; all
 * else is read now, as library_add does. With LIBRARY_KEEP and LIBRARY_RENEW it must be called while there is one thread; with the former it answers
 * after a moment even if nothing is read yet. A cache that is no good is set aside and made again, and a cache that cannot be written or is not up to date does
 * without: this is said by a problem. */
void library_open(struct library *library, const char *const *paths, size_t n, const char *encoding, enum library_use use);

/* Starts the process of LIBRARY_KEEP if it was not yet; to be called while there is one thread, and behind the first screen, which it would
 * delay by a tenth. */
void library_keep(struct library *library);

/* Has it its reports through a cache? And did that turn out to be damaged? Then answers may be missing till library_refresh. */
bool library_has_cache(const struct library *library);
bool library_is_damaged(const struct library *library);

/* Reads what is at the paths on all processors, some files at a time, few at first, and hands their reports over in the order of the files,
 * as a library that is gone when `take` returns; it answers false to end it. Problems are added to `library`. */
void library_pass(struct library *library, const char *const *paths, size_t n, const char *encoding,
                  bool (*take)(void *context, struct library *some), void *context);

/* Takes up what came since; to be called now and then by the thread that opened it, when no other uses the library. Numbers stay what
 * they are; that of a report that is gone stays empty. */
enum library_news { LIBRARY_SAME, LIBRARY_CHANGED };
enum library_news library_refresh(struct library *library);

/* How far the reading of files is. */
struct library_progress {
    size_t done, total; /* files; the same: it is done */
    double rate;        /* files a second; 0: not known yet */
};
struct library_progress library_progress(const struct library *library);

size_t library_count(const struct library *library);

/* All reports in an order, those of one congress together: numbers, library_count of them, with marks (library/ordering). */
const uint32_t *library_order(struct library *library, struct arena *arena, enum order_key key, bool reverse);

/* All reports as their files stand one behind the other, without marks. */
const uint32_t *library_numbers(struct library *library, struct arena *arena);

/* What the catalogue knows of a report, in the arena; false, and an empty entry, where it is gone. */
bool library_entry(struct library *library, struct arena *arena, uint32_t number, struct entry *entry);

/* The number of a report by its id; false where there is none. */
bool library_by_id(struct library *library, const char *id, uint32_t *number);

/* A report whole: out of its file, which is read and cleaned again. NULL with words in err where that has gone or says something else
 * now. It lives in the arena, or in the library where that is in memory. */
const struct article *library_article(struct library *library, struct arena *arena, uint32_t number, struct err *err);

/* The same of an entry that is at hand, out of its file: any thread may ask. */
const struct article *library_article_of(struct arena *arena, const struct entry *entry, struct err *err);

/* Hands over what each of some reports mentions, in their order, until `cancel` (or NULL) becomes true: how many it came to. It is gone when
 * `take` returns; reports that are gone are passed over. Any thread may ask a library that has a cache; in memory reports are completed
 * as it comes to them. */
size_t library_mentions(struct library *library, const uint32_t *numbers, size_t n, void (*take)(void *context, const struct mentions *mentions),
                        void *context, const atomic_bool *cancel);

/* Places, kinds of congress, names of people (in memory: of the reports that have theirs) and set phrases, with how many reports have them,
 * the weightiest first; at most `most`.
 * From a cache they are about right: what a report that is gone had counts until its segment is written anew. */
void library_words(struct library *library, struct arena *arena, size_t most, struct word_list *words);

/* A report that answers a question. */
struct found {
    uint32_t number;
    struct answer answer;
};

/* Asks all reports, on all processors; those that answer are added to `found`, in the order of their numbers. Ends early when `cancel` (or
 * NULL) becomes true. `watch` (or NULL) hears of each as it is found, by one thread at a time; of those that come while it listens to
 * another it does not. */
struct watch {
    void (*hear)(void *context, const struct found *found);
    void *context;
};
struct findings {
    struct found *v;
    size_t n, cap;
};
void library_find(struct library *library, struct arena *arena, const struct query *query, struct findings *found, const atomic_bool *cancel,
                  const struct watch *watch);

/* Asks all in the same way, and counts only: the reports that answer, and their matches. */
struct tally {
    size_t reports, matches;
};
struct tally library_tally(struct library *library, const struct query *query, const atomic_bool *cancel);

/* How long an answer is waited for: till `cancel` (or NULL) becomes true, or till a moment (now_ms; 0: as long as it takes). */
struct patience {
    const atomic_bool *cancel;
    int64_t until;
};

/* Asks them in an order of numbers (marks are passed over) and hands each that answers to take, until that answers false, or at the end of
 * `patience` (NULL: as long as it takes). True when all were asked. Where there is a moment till which it is waited, what most likely does not
 * answer is not asked. */
bool library_find_in(struct library *library, const struct query *query, const uint32_t *numbers, size_t n,
                     bool (*take)(void *context, const struct found *found), void *context, const struct patience *patience);

/* Those of an order of the list that were found, with its marks, *n of them. What was found may stand in any order. */
uint32_t *library_narrow(struct library *library, struct arena *arena, enum order_key key, bool reverse, const struct findings *found,
                         size_t *n);

/* Puts what was found into an order of the list; ORDER_GIVEN: as the files stand one behind the other. */
void library_arrange(struct library *library, struct findings *found, enum order_key key);

/* Puts what matters most (query_score) first; of equal ones what was first. */
void findings_rank(struct findings *found);

#endif
