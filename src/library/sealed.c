/* Files of the cache: bytes in blocks that each bear a checksum. */
#include "library/sealed.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/wide.h"
#include "host/disk.h"

enum { BLOCK = 4096, CONTENT = BLOCK - 8, BATCH = 64, VERSION = 4 };

/* What the first block holds. */
struct head {
    char sort[8];
    uint32_t version, order; /* of bytes */
    struct part parts[SEALED_PARTS];
};
enum { BYTE_ORDER_MARK = 0x01020304 };

/* Sums of eight bytes each, four side by side in a vector, and four of these, so that none waits for the other. Each step can be undone, so
 * a single changed word always shows: what goes in is spread upwards and back. */
typedef uint64_t sums __attribute__((vector_size(32)));
enum { STEP = 4 * sizeof(sums) };
static const uint64_t factor = 0x9E3779B97F4A7C15u;

#define SPREAD(sum) ((sum) += (sum) << 21, (sum) ^= (sum) >> 35)
#define ADD(sum, at) (memcpy(&words, (at), sizeof words), (sum) ^= words, SPREAD(sum))
#define ADD_STEP(at) \
    (ADD(a, at), ADD(b, (at) + sizeof words), ADD(c, (at) + 2 * sizeof words), ADD(d, (at) + 3 * sizeof words))

INLINE uint64_t sum_up(uint64_t seed, const unsigned char *p, size_t n)
{
    sums a = { 1, 2, 3, 4 }, b = { 5, 6, 7, 8 }, c = { 9, 10, 11, 12 }, d = { 13, 14, 15, 16 }, words;
    unsigned char rest[STEP] = { 0 };
    uint64_t all = seed ^ n * factor;
    for (; n >= STEP; n -= STEP, p += STEP)
        ADD_STEP(p);
    if (n) {
        memcpy(rest, p, n);
        ADD_STEP(rest);
    }
    SPREAD(a), a ^= b;
    SPREAD(a), a ^= c;
    SPREAD(a), a ^= d;
    for (size_t i = 0; i < sizeof a / sizeof a[0]; i++) {
        all = (all ^ a[i]) * factor;
        all ^= all >> 29;
    }
    return all;
}

WIDE static uint64_t sum_up_wide(uint64_t seed, const unsigned char *p, size_t n)
{
    return sum_up(seed, p, n);
}

uint64_t checksum(uint64_t seed, const void *bytes, size_t n)
{
    return has_wide() ? sum_up_wide(seed, bytes, n) : sum_up(seed, bytes, n);
}

static uint64_t seed_of(uint64_t seal, uint64_t block)
{
    return (seal ^ block * 0xD6E8FEB86659FD93u) + 1;
}

/* Reads blocks [first, first + n) into the window and closes up what stood between their checksums; false where one is not sound. */
static bool fill(const struct sealed *sealed, struct window *window, uint64_t first, size_t n)
{
    window->n = 0;
    if (n > window->cap) {
        free(window->p);
        window->cap = n < BATCH ? BATCH : n;
        window->p = malloc(window->cap * BLOCK);
        if (!window->p)
            arena_no_memory();
    }
    if (!disk_read(sealed->fd, first * BLOCK, window->p, n * BLOCK))
        return false;
    for (size_t i = 0; i < n; i++) {
        const unsigned char *block = window->p + i * BLOCK;
        uint64_t sum;
        memcpy(&sum, block + CONTENT, sizeof sum);
        if (sum != checksum(seed_of(sealed->seal, first + i), block, CONTENT))
            return false;
        if (i)
            memmove(window->p + i * CONTENT, block, CONTENT);
    }
    window->of = sealed;
    window->first = first;
    window->n = n;
    return true;
}

const unsigned char *sealed_at(const struct sealed *sealed, struct window *window, int part, uint64_t at, size_t n, size_t ahead)
{
    const struct part *p = &sealed->parts[part];
    if (at > p->n || n > p->n - at)
        return NULL;
    uint64_t from = p->at + at, left = p->n - at - n, more = ahead < left ? ahead : left;
    uint64_t first = from / CONTENT, last = (from + n - (n > 0)) / CONTENT, least = last + 1 - first;
    if (window->of != sealed || first < window->first || last >= window->first + window->n) {
        uint64_t most = least > BATCH ? least : BATCH, wanted = (from + n + more - (n + more > 0)) / CONTENT + 1 - first;
        if (!fill(sealed, window, first, (size_t)(wanted < most ? wanted : most)))
            return NULL;
    }
    return window->p + (from - window->first * CONTENT);
}

bool sealed_read(const struct sealed *sealed, struct window *window, int part, uint64_t at, void *to, size_t n)
{
    enum { PIECE = (BATCH / 2 - 1) * CONTENT }; /* two of them stand in one window, wherever in a block they begin */
    for (char *p = to; n;) {
        size_t piece = n > PIECE ? PIECE : n;
        const unsigned char *from = sealed_at(sealed, window, part, at, piece, n - piece);
        if (!from)
            return false;
        memcpy(p, from, piece);
        p += piece;
        at += piece;
        n -= piece;
    }
    return true;
}

bool sealed_u32(const struct sealed *sealed, struct window *window, int part, uint64_t i, uint32_t *to)
{
    return sealed_read(sealed, window, part, i * sizeof *to, to, sizeof *to);
}

bool sealed_u64(const struct sealed *sealed, struct window *window, int part, uint64_t i, uint64_t *to)
{
    return sealed_read(sealed, window, part, i * sizeof *to, to, sizeof *to);
}

void window_finish(struct window *window)
{
    free(window->p);
    *window = (struct window){ 0 };
}

bool sealed_open(struct sealed *sealed, const char *path, const char *sort, uint64_t seal, bool *there, struct err *err)
{
    struct window window = { 0 };
    struct head head;
    *sealed = (struct sealed){ .seal = seal, .parts = { { 0, sizeof head } } };
    sealed->fd = disk_open(path, err);
    *there = sealed->fd >= 0 || errno != ENOENT;
    if (sealed->fd < 0)
        return false;
    bool sound = sealed_read(sealed, &window, 0, 0, &head, sizeof head);
    window_finish(&window);
    if (sound && head.version == VERSION && head.order == BYTE_ORDER_MARK && strncmp(head.sort, sort, sizeof head.sort) == 0) {
        memcpy(sealed->parts, head.parts, sizeof head.parts);
        return true;
    }
    sealed_close(sealed);
    return err_set(err, sound ? "'%s' is of another version" : "'%s' is damaged", path);
}

void sealed_close(struct sealed *sealed)
{
    disk_close(sealed->fd);
    sealed->fd = -1;
}

static void fail(struct sealing *s, const char *what)
{
    if (!s->failed)
        err_set(&s->err, "cannot write the cache: %s", what);
    s->failed = true;
}

/* Writes blocks out of p, which holds their content with room for the checksums; the first of them is number `first`. */
static void write_blocks(struct sealing *s, uint64_t first, size_t n)
{
    for (size_t i = n; i-- > 0;) { /* from the last, which goes farthest */
        unsigned char *block = s->p + i * BLOCK;
        memmove(block, s->p + i * CONTENT, CONTENT);
        uint64_t sum = checksum(seed_of(s->seal, first + i), block, CONTENT);
        memcpy(block + CONTENT, &sum, sizeof sum);
    }
    if (!s->failed && !disk_write(s->fd, first * BLOCK, s->p, n * BLOCK))
        fail(s, strerror(errno));
}

bool sealing_start(struct sealing *s, const char *path, uint64_t seal)
{
    *s = (struct sealing){ .seal = seal };
    s->fd = disk_create(path, &s->err);
    s->failed = s->fd < 0;
    s->p = calloc(BATCH, BLOCK);
    if (!s->p)
        arena_no_memory();
    s->at = s->n = CONTENT; /* the head comes last */
    return !s->failed;
}

void sealing_begin(struct sealing *s, int part)
{
    s->parts[s->part].n = s->at - s->parts[s->part].at;
    s->part = part;
    s->parts[part].at = s->at;
}

void sealing_put(struct sealing *s, const void *p, size_t n)
{
    for (const char *from = p; n;) {
        size_t room = BATCH * CONTENT - s->n, piece = n < room ? n : room;
        memcpy(s->p + s->n, from, piece);
        from += piece;
        n -= piece;
        s->n += piece;
        s->at += piece;
        if (s->n == BATCH * CONTENT) {
            write_blocks(s, s->at / CONTENT - BATCH, BATCH);
            s->n = 0;
        }
    }
}

struct sealed sealing_look_back(struct sealing *s)
{
    struct sealed sealed = { .fd = s->fd, .seal = s->seal };
    unsigned char rest[CONTENT];
    size_t blocks = s->n / CONTENT, n = s->n % CONTENT;
    memcpy(rest, s->p + blocks * CONTENT, n);
    write_blocks(s, (s->at - s->n) / CONTENT, blocks);
    memcpy(s->p, rest, n);
    s->n = n;
    memcpy(sealed.parts, s->parts, sizeof sealed.parts);
    return sealed;
}

bool sealing_end(struct sealing *s, const char *sort, bool sync)
{
    struct head head = { .version = VERSION, .order = BYTE_ORDER_MARK };
    sealing_begin(s, 0);
    s->parts[0] = (struct part){ 0, sizeof head };
    memcpy(head.parts, s->parts, sizeof head.parts);
    strncpy(head.sort, sort, sizeof head.sort - 1);
    size_t rest = s->n, blocks = (rest + CONTENT - 1) / CONTENT;
    memset(s->p + rest, 0, blocks * CONTENT - rest);
    write_blocks(s, (s->at - rest) / CONTENT, blocks);
    memset(s->p, 0, BLOCK);
    memcpy(s->p, &head, sizeof head);
    write_blocks(s, 0, 1);
    if (!s->failed && sync && !disk_sync(s->fd))
        fail(s, strerror(errno));
    disk_close(s->fd);
    free(s->p);
    s->p = NULL;
    return !s->failed;
}
