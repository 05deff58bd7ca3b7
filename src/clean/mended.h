/* Passages of a capture that decoding turned back, and where. */
#ifndef DAHUI_CLEAN_MENDED_H
#define DAHUI_CLEAN_MENDED_H

#include "base/str.h"

/* A passage that was turned back: what the capture had, what it says, and the byte of the text where that stands. */
struct mended {
    struct str from, to;
    size_t at;
};
struct mendings { /* an array for PUSH, in order of `at` */
    struct mended *v;
    size_t n, cap;
};

#endif
