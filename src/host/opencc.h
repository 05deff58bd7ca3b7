/* OpenCC, where it is installed: 简 and 繁 by phrases. */
#ifndef DAHUI_HOST_OPENCC_H
#define DAHUI_HOST_OPENCC_H

#include <stdbool.h>

#include "base/arena.h"

/* A converter that was loaded when it was first wanted: linked, it would cost every start two megabytes and a millisecond. */
struct opencc;

/* "s2tw" (the forms usual in Taiwan: 為, 群眾), "tw2s" (着 for the 著 of 沿著) or another name of OpenCC's; NULL where the library or its data are not there. */
struct opencc *opencc_load(const char *direction);
void opencc_unload(struct opencc *opencc); /* bears NULL */

/* s in the other script, in the arena; false where OpenCC gives up. */
bool opencc_turn(struct opencc *opencc, struct arena *arena, struct str s, struct str *to);

#endif
