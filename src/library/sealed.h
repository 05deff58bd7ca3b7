/* Files of the cache: bytes in blocks that each bear a checksum, so that nothing that was spoiled is ever believed. */
#ifndef DAHUI_LIBRARY_SEALED_H
#define DAHUI_LIBRARY_SEALED_H

#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

/* The file on disk is a run of blocks of 4096 bytes: 4088 of content, and behind them a checksum over these, the number of the block
 * and the seal of the file, which is another for each file: a block that was flipped, zeroed, moved or comes from another file is
 * noticed when it is read, and not before. The first block holds the head: the sort of file, and where its parts are.
 * Places and lengths are of content, as if there were no checksums. Files are read by pread, never mapped: who cuts one gives
 * us a wrong block and no SIGBUS. A map would take about 15 % less of the processor's time, checksums included (541 MB that the system
 * had in memory: 104 ms against 120); that is not worth a handler of signals in each thread. */
enum { SEALED_PARTS = 16 };

/* A part: `n` bytes at `at`. */
struct part {
    uint64_t at, n;
};

struct sealed {
    int fd;
    uint64_t seal;
    struct part parts[SEALED_PARTS]; /* 0 is the head itself; a sort of file numbers its own from 1 */
};

/* Opens a file of a sort (a word of at most 7 letters) and reads its head. False with words in err: not there (*there false), or
 * there and cut, spoiled, of another version or no such file at all. */
bool sealed_open(struct sealed *sealed, const char *path, const char *sort, uint64_t seal, bool *there, struct err *err);
void sealed_close(struct sealed *sealed);

/* A piece of a file in memory, for reading many small things that stand near each other. { 0 } is empty; one for each thread. */
struct window {
    unsigned char *p;
    size_t cap; /* blocks that fit */
    uint64_t first, n; /* blocks that are there */
    const struct sealed *of;
};

/* The `n` bytes at `at` of a part, good until the next call with this window; NULL where they are not there whole and sound.
 * `ahead`: how many bytes behind them will be asked for next. */
const unsigned char *sealed_at(const struct sealed *sealed, struct window *window, int part, uint64_t at, size_t n, size_t ahead);

/* The same, copied. */
bool sealed_read(const struct sealed *sealed, struct window *window, int part, uint64_t at, void *to, size_t n);
bool sealed_u32(const struct sealed *sealed, struct window *window, int part, uint64_t i, uint32_t *to); /* the i-th of a part of such */
bool sealed_u64(const struct sealed *sealed, struct window *window, int part, uint64_t i, uint64_t *to);
void window_finish(struct window *window);

/* A file that is being written, from its front to its end. */
struct sealing {
    int fd;
    uint64_t seal, at; /* content so far */
    unsigned char *p;  /* of blocks that are not written yet */
    size_t n;          /* content in p, from the start of a block */
    struct part parts[SEALED_PARTS];
    int part; /* the one that is being put */
    bool failed;
    struct err err; /* why */
};

bool sealing_start(struct sealing *sealing, const char *path, uint64_t seal);
void sealing_begin(struct sealing *sealing, int part); /* what is put from now on is this part, up to the next begin or the end */
void sealing_put(struct sealing *sealing, const void *p, size_t n);

/* What was put into parts before the last 4096 bytes, to be read back while the rest is still being put. The descriptor stays that of the sealing. */
struct sealed sealing_look_back(struct sealing *sealing);

/* Writes head and rest and closes. False, with words in its err, where anything failed since the start. `sync`: only when it is on the disk. */
bool sealing_end(struct sealing *sealing, const char *sort, bool sync);

/* A hash of 64 bits over bytes, fast rather than secure. */
uint64_t checksum(uint64_t seed, const void *p, size_t n);

#endif
