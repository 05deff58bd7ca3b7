/* The catalogue of a cache: its files, its segments, which report is whose, and the orders of the list. */
#ifndef DAHUI_LIBRARY_CATALOGUE_H
#define DAHUI_LIBRARY_CATALOGUE_H

#include "find/order.h"
#include "library/sealed.h"

/* A cache is a folder with a catalogue and its segments in it. The catalogue is written anew each time and put in place at once: that
 * is the moment from which what it says holds, so who reads it sees all of the old or all of the new. A segment that no catalogue
 * names is nothing.
 *
 * Reports are numbered from 0 as they come, those of one file one behind the other, and keep their number as long as the cache lives,
 * wherever their file is moved to. A number whose report is gone stays empty. */

enum { NO_ROW = 0x7FFFFFFF };

/* A file of the library. */
struct file_row {
    uint64_t size;
    int64_t mtime;  /* nanoseconds since 1970 */
    int64_t looked; /* when it was looked at, by the same clock; 0: not yet */
    uint64_t hash;  /* over its bytes */
    uint32_t first, n; /* its reports */
    uint32_t root;  /* in which of the folders, from 0 */
    const char *path; /* from there */
    const char *problem; /* why it gave no report, or NULL; PROBLEM_ROOT stands for the path of the folder */
};
#define PROBLEM_ROOT '\1'


/* May something have changed behind the look, though its time did not: because it came so soon after the change before that the clock
 * of the file system had not ticked? */
bool in_doubt(int64_t mtime, int64_t looked);

/* A folder that was walked, and when it was changed before that. */
struct folder_row {
    int64_t mtime;
    uint32_t root;
    const char *path; /* from there; empty for that folder itself */
};

struct segment_row {
    uint64_t serial; /* names the file */
    uint64_t size;
    uint32_t first, n; /* the numbers of its reports */
};

/* What is said of the whole. */
struct catalogue_meta {
    uint64_t epoch;  /* which cache this is: another each time one is made from nothing */
    uint64_t serial; /* of the next segment */
    int64_t looked;  /* when the walk began that this tells of */
    uint64_t source_bytes; /* of the files that gave reports */
    uint32_t next;   /* number of the next report */
    uint32_t n_listed, n_files, n_congresses;
    uint32_t whole;  /* nothing is left to be read */
    uint32_t n_walk_problems; /* that walking met; files that gave no report have theirs besides */
};

/* A catalogue in memory, to be written. */
struct catalogue {
    struct catalogue_meta meta;
    ARRAY(const char *) roots; /* real paths */
    ARRAY(struct segment_row) segments; /* in the order of their numbers */
    ARRAY(struct file_row) files;       /* in the order of the walk */
    ARRAY(struct folder_row) folders;
    ARRAY(struct file_row) problems; /* of the walk; they have a root and the problem */
    uint32_t *rows;               /* the row of each number's file, or NO_ROW */
    uint32_t *orders[N_ORDERS][2]; /* numbers, n_listed of them (library/ordering) */
};

bool catalogue_write(const struct catalogue *catalogue, const char *path, bool sync, struct err *err);

/* One that is read from its file. The struct holds what is short; the rest is asked for. */
struct catalogue_file {
    struct sealed file;
    struct catalogue_meta meta;
    ARRAY(const char *) roots;
    ARRAY(struct segment_row) segments;
};

/* Roots and segments are put into the arena. */
bool catalogue_open(struct catalogue_file *catalogue, struct arena *arena, const char *path, bool *there, struct err *err);
void catalogue_close(struct catalogue_file *catalogue);

/* Each answers false where the file is damaged. */
bool catalogue_row(const struct catalogue_file *catalogue, struct window *window, struct arena *arena, size_t i, struct file_row *row);
bool catalogue_row_of(const struct catalogue_file *catalogue, struct window *window, uint32_t number, uint32_t *row);
bool catalogue_rows_of(const struct catalogue_file *catalogue, struct window *window, uint32_t number, uint32_t n, uint32_t *rows);
bool catalogue_all_rows(const struct catalogue_file *catalogue, struct window *window, uint32_t *rows);
bool catalogue_order(const struct catalogue_file *catalogue, struct window *window, enum order_key key, bool reverse, uint32_t *numbers);

/* The folders alone; all problems; or all but the orders, with the problems of the walk; into the arena. */
bool catalogue_folders(const struct catalogue_file *file, struct arena *arena, struct catalogue *catalogue);
bool catalogue_problems(const struct catalogue_file *file, struct arena *arena, struct catalogue *catalogue);
bool catalogue_read(const struct catalogue_file *file, struct arena *arena, struct catalogue *catalogue);

#endif
