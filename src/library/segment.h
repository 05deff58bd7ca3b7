/* A run of reports on disk: their entries, what they mention, their searchable records, and which of them hold which pair of characters. */
#ifndef DAHUI_LIBRARY_SEGMENT_H
#define DAHUI_LIBRARY_SEGMENT_H

#include "base/buf.h"
#include "base/map.h"
#include "find/suggest.h"
#include "library/phrases.h"
#include "library/postings.h"
#include "library/sealed.h"

/* A segment is written once, of at most SEGMENT_MOST reports, and never changed; who wants it otherwise writes another. Reports are
 * numbered from 0 in it. */
struct segment {
    struct sealed file;
    size_t n;
};

/* What one thread needs to read in a segment. { 0 } is ready. */
struct segment_reader {
    struct window table, content;
};
void segment_reader_finish(struct segment_reader *reader);

bool segment_open(struct segment *segment, const char *path, uint64_t seal, bool *there, struct err *err);
void segment_close(struct segment *segment);

/* Entry and mentions (library/pack) and record (find/record) of a report, good until the next call with this reader; false where they are
 * damaged. `next`: those behind it will be asked for too. */
bool segment_entry(const struct segment *segment, struct segment_reader *reader, size_t i, struct bytes *entry);
bool segment_mentions(const struct segment *segment, struct segment_reader *reader, size_t i, struct bytes *mentions);
bool segment_record(const struct segment *segment, struct segment_reader *reader, size_t i, bool next, struct bytes *record);

/* Keeps of the set the reports that hold all the pairs. False where the segment is damaged. */
bool segment_holding(const struct segment *segment, struct segment_reader *reader, const uint32_t *pairs, size_t n, struct set *set);

/* Adds to the set the reports that hold one of the pairs that are wanted. False where the segment is damaged. */
bool segment_holding_any(const struct segment *segment, struct segment_reader *reader, bool (*wanted)(void *context, uint32_t pair),
                         void *context, struct set *set);

/* How many reports of the segment hold a run of units in their text, and how often altogether, without reading it. *known false: it is not
 * among what is kept of that sort, be it because it is rare, or because it can overlap itself. False where the segment is damaged. */
bool segment_phrase(const struct segment *segment, struct segment_reader *reader, struct units run, bool *known, struct phrase_count *count);

/* The reports of an id, added to the set. */
bool segment_by_id(const struct segment *segment, struct segment_reader *reader, uint64_t id, struct set *set);

/* The words of the segment's reports that may be offered to who types: places, kinds, names of people, set phrases, with how many reports have
 * them. Of very many only the weightiest. False where they are damaged. */
struct word_list {
    struct dictionary_word *v;
    size_t n, cap;
};
bool segment_words(const struct segment *segment, struct arena *arena, struct word_list *words);

/* Puts the weightiest first, and cuts off what is beyond `most`. */
void words_cut(struct word_list *words, size_t most);

/* A segment that is being made. Records go straight to the file; the rest waits for the end. */
struct segment_writer {
    struct sealing file;
    struct arena arena;
    struct postings postings;
    struct phrases phrases;
    struct buf entries, mentions;
    ARRAY(uint64_t) entry_ends;
    ARRAY(uint64_t) mention_ends;
    ARRAY(uint64_t) record_ends;
    ARRAY(struct id_of { uint64_t id, report; }) ids;
    struct map word_numbers; /* of words */
    struct word_list words;
    size_t n;
};
bool segment_start(struct segment_writer *writer, const char *path, uint64_t seal);

/* Adds a report. Of one that is gone there are id and entry alone. */
struct segment_report {
    uint64_t id;
    struct bytes entry, mentions, record;
    uint32_t *pairs; /* of the record (record_pairs) */
    size_t n_pairs;
};
void segment_add(struct segment_writer *writer, const struct segment_report *report);

/* Adds to the weight of a word. */
void segment_add_word(struct segment_writer *writer, struct str text, uint32_t weight);

/* Finishes the file; false, with words in writer->file.err, where it could not be written. *size is that of the content. */
bool segment_end(struct segment_writer *writer, bool sync, uint64_t *size);

#endif
