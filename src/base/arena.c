/* Arenas: blocks in a chain, handed out from the front. */
#include "base/arena.h"

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A block holds `cap` bytes behind its head, of which the first `used` are taken. All that is free is zero. */
struct arena_block {
    struct arena_block *next;
    size_t cap, used;
    alignas(max_align_t) unsigned char data[];
};

enum { FIRST_BLOCK = 4096, LARGEST_BLOCK = 1 << 20 };

void (*arena_before_exit)(void);

void arena_no_memory(void)
{
    if (arena_before_exit)
        arena_before_exit();
    fputs("dahui: out of memory\n", stderr);
    exit(3);
}

static size_t padding(const struct arena_block *b, size_t align)
{
    uintptr_t at = (uintptr_t)(b->data + b->used);
    return (size_t)(-at & (align - 1));
}

static struct arena_block *add_block(struct arena *arena, size_t atleast)
{
    size_t cap = FIRST_BLOCK;
    if (arena->head)
        cap = arena->head->cap < LARGEST_BLOCK / 2 ? arena->head->cap * 2 : LARGEST_BLOCK;
    if (cap < atleast)
        cap = atleast;
    if (cap > SIZE_MAX - sizeof(struct arena_block))
        arena_no_memory();
    struct arena_block *b = calloc(1, sizeof *b + cap);
    if (!b)
        arena_no_memory();
    b->cap = cap;
    b->next = arena->head;
    arena->head = b;
    return b;
}

void *arena_alloc(struct arena *arena, size_t size, size_t align)
{
    assert(align && (align & (align - 1)) == 0);
    struct arena_block *b = arena->head;
    size_t pad = b ? padding(b, align) : 0;
    if (!b || pad > b->cap - b->used || size > b->cap - b->used - pad) {
        if (size > SIZE_MAX - align)
            arena_no_memory();
        b = add_block(arena, size + align);
        pad = padding(b, align);
    }
    void *p = b->data + b->used + pad;
    b->used += pad + size;
    arena->used += size;
    return p;
}

void *arena_alloc_n(struct arena *arena, size_t count, size_t size, size_t align)
{
    if (size && count > SIZE_MAX / size)
        arena_no_memory();
    return arena_alloc(arena, count * size, align);
}

struct str arena_str(struct arena *arena, struct str s)
{
    char *p = arena_alloc(arena, s.n + 1, 1); /* the NUL is for debuggers only */
    if (s.n)
        memcpy(p, s.p, s.n);
    return (struct str){ p, s.n };
}

void *array_grow(struct arena *arena, void *v, size_t n, size_t *cap, size_t size)
{
    if (*cap > SIZE_MAX / 2)
        arena_no_memory();
    size_t want = *cap ? *cap * 2 : 8;
    void *to = arena_alloc_n(arena, want, size, alignof(max_align_t));
    if (n)
        memcpy(to, v, n * size);
    *cap = want;
    return to;
}

void arena_reset(struct arena *arena)
{
    struct arena_block *keep = arena->head; /* the newest is the largest but for single large pieces */
    if (!keep)
        return;
    for (struct arena_block *b = keep->next; b;) {
        struct arena_block *next = b->next;
        free(b);
        b = next;
    }
    memset(keep->data, 0, keep->used);
    keep->used = 0;
    keep->next = NULL;
    arena->used = 0;
}

void arena_finish(struct arena *arena)
{
    for (struct arena_block *b = arena->head; b;) {
        struct arena_block *next = b->next;
        free(b);
        b = next;
    }
    *arena = (struct arena){ 0 };
}
