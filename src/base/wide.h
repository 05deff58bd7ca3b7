/* Code that is compiled a second time for processors which take twice as much at once as all of their family do. */
#ifndef DAHUI_BASE_WIDE_H
#define DAHUI_BASE_WIDE_H

#include <stdbool.h>

/* A function marked WIDE may only be called where has_wide answers true; what it is to share with its narrow twin is INLINE. Elsewhere than
 * on x86-64 both are the same, and has_wide is false. */
#define INLINE static inline __attribute__((always_inline))
#ifdef __x86_64__
#define WIDE __attribute__((target("avx2")))
static inline bool has_wide(void)
{
    return __builtin_cpu_supports("avx2");
}
#else
#define WIDE
static inline bool has_wide(void)
{
    return false;
}
#endif

#endif
