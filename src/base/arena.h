/* Arenas: memory that lives and dies together (a library, an article, a piece of work, a frame). */
#ifndef DAHUI_BASE_ARENA_H
#define DAHUI_BASE_ARENA_H

#include <stdalign.h>
#include <stddef.h>

#include "base/str.h"

/* A chain of blocks that grows at its head. { 0 } is an empty arena, ready for use. Nothing in it is freed
 * alone: arena_finish frees all, arena_reset all but keeps one block for the next round. Not for two threads. */
struct arena {
    struct arena_block *head;
    size_t used; /* bytes handed out since init or reset, padding left out */
};

/* `size` bytes, all zero, aligned to `align` (a power of two). Never NULL: where the machine has no memory left
 * the program ends by arena_no_memory. */
void *arena_alloc(struct arena *arena, size_t size, size_t align);

/* Bytes of s copied into the arena. */
struct str arena_str(struct arena *arena, struct str s);

void arena_reset(struct arena *arena);
void arena_finish(struct arena *arena);

/* What is called when memory is refused, before "dahui: out of memory" and exit 3: the terminal is given back here. */
extern void (*arena_before_exit)(void);
_Noreturn void arena_no_memory(void);

#define NEW(arena, type) ((type *)arena_alloc(arena, sizeof(type), alignof(type)))
#define NEW_N(arena, type, count) ((type *)arena_alloc_n(arena, count, sizeof(type), alignof(type)))
void *arena_alloc_n(struct arena *arena, size_t count, size_t size, size_t align);

/* A growing array in an arena: ARRAY(struct hit) hits = { 0 }; *PUSH(arena, &hits) = hit; hits.v[i], hits.n.
 * Growing copies, so a pointer into v is good until the next PUSH. */
#define ARRAY(...) \
    struct { \
        __VA_ARGS__ *v; \
        size_t n, cap; \
    }
#define PUSH(arena, array) \
    ((array)->n == (array)->cap \
         ? ((array)->v = array_grow(arena, (array)->v, (array)->n, &(array)->cap, sizeof *(array)->v)) \
         : (array)->v, \
     &(array)->v[(array)->n++])
void *array_grow(struct arena *arena, void *v, size_t n, size_t *cap, size_t size);

#endif
