/* Several reports in one file, each under its own title. */
#ifndef DAHUI_CLEAN_SPLIT_H
#define DAHUI_CLEAN_SPLIT_H

#include "clean/draft.h"

/* Parts of a draft, each with its own blocks and the same head and encoding; what was removed, mended and noted so far goes
 * to the first. A new part begins at a title: a short line without a stop that names a congress and says 开幕, 闭幕 or 召开,
 * behind the first sentence of the part before, and followed by 本报讯 or a sentence with a date. None begins in a list of related
 * links, nor where a body is printed a second time. */
struct parts {
    struct draft *v;
    size_t n;
};
struct parts split(struct arena *arena, const struct draft *draft);

#endif
