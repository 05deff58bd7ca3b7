/* What a library could not read. */
#ifndef DAHUI_LIBRARY_PROBLEM_H
#define DAHUI_LIBRARY_PROBLEM_H

#include <stdbool.h>
#include <stddef.h>

/* Something that could not be read, or holds no report. */
struct problem {
    const char *message; /* bytes of a file name may be in it: through text/safe before it is shown */
    bool skipped;        /* it was met in a folder and is no text at all (a picture, a pipe): worth a word, no failure */
};

struct problems {
    struct problem *v;
    size_t n, cap;
};

#endif
