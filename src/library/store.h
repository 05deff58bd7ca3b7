/* The cache of some folders, opened for reading. */
#ifndef DAHUI_LIBRARY_STORE_H
#define DAHUI_LIBRARY_STORE_H

#include <stdatomic.h>

#include "article/entry.h"
#include "article/mentions.h"
#include "find/query.h"
#include "library/cache.h"
#include "library/catalogue.h"
#include "library/problem.h"
#include "library/segment.h"

/* What one moment's catalogue says, with all its segments open, so that nothing a writer does from then on is seen. It does not change
 * but by store_refresh, and may be read by several threads, each with a reader of its own. What turns out to be damaged
 * sets `damaged`, and what was asked for is then not there: the whole is no good any more. */
struct store {
    struct arena arena;
    struct cache cache;
    const char *const *given; /* the folders as they were named */
    struct catalogue_file catalogue;
    struct disk_id { uint64_t inode; int64_t mtime; } id; /* of the catalogue */
    struct segment *segments;
    bool open;
    atomic_bool damaged;
};

/* What one thread needs to read in it. { 0 } is ready. */
struct store_reader {
    struct window window;
    struct segment_reader segment;
};
void store_reader_finish(struct store_reader *reader);

/* Opens what is there. False where there is no cache, or one that cannot be read, which `damaged` tells apart, with words in err. `given`
 * names the folders as they are to be called. Both, and what they point to, live as long as the store. */
bool store_open(struct store *store, const struct cache *cache, const char *const *given, struct err *err);

/* Sees what a writer has put in place since; true where there was anything. A store that was not open may be from then on. */
bool store_refresh(struct store *store);
void store_close(struct store *store);

/* Is it all there is, as far as the times of the folders tell, and in a small library those of the files? */
bool store_is_fresh(const struct store *store);

/* Numbers with their marks (library/ordering), catalogue.meta.n_listed of them; NULL: damaged. */
uint32_t *store_order(struct store *store, struct arena *arena, enum order_key key, bool reverse);

/* The same numbers as their files stand in the walk, without marks. */
uint32_t *store_numbers(struct store *store, struct arena *arena);

/* Entry and mentions of a report; false where there is no such report any more. Strings are copied into the arena. */
bool store_entry(struct store *store, struct store_reader *reader, struct arena *arena, uint32_t number, struct entry *entry);
bool store_mentions(struct store *store, struct store_reader *reader, struct arena *arena, uint32_t number, struct mentions *mentions);
bool store_by_id(struct store *store, struct store_reader *reader, const char *id, uint32_t *number);

/* Adds what the files and folders had to say that gave no report. */
bool store_problems(struct store *store, struct arena *arena, struct problems *problems);

/* Adds the words that may be offered to who types, at most `most` of them, the weightiest first. */
bool store_words(struct store *store, struct arena *arena, size_t most, struct word_list *words);

/* The reports of a segment that may answer: all that are there, less those that lack what any answer must hold; that of letters (`letters`)
 * takes some milliseconds to find out. */
bool store_candidates(struct store *store, struct store_reader *reader, size_t segment, const struct needs *needs, bool letters, struct set *set);

/* Takes out of the candidates those that most likely do not answer. */
bool store_unlikely(struct store *store, struct store_reader *reader, size_t segment, const struct needs *needs, struct set *set);

/* How many reports of a segment answer, and how often, of those that belong to a file still, without reading all text: where the query
 * is a run of units whose numbers are known (segment_phrase). False where not: the candidates must be read. */
bool store_count(struct store *store, struct store_reader *reader, size_t segment, const struct query *query, struct phrase_count *count);

/* The record of a report of a segment, good until the next call with this reader; false: damaged. `next`: those behind it are wanted too. */
bool store_record(struct store *store, struct store_reader *reader, size_t segment, size_t i, bool next, struct record *record);

/* The segment that holds a number. */
size_t store_segment(const struct store *store, uint32_t number);

#endif
