/* The entries that a pane has at hand: those asked for last, a bounded number of them. */
#ifndef DAHUI_UI_SHELF_H
#define DAHUI_UI_SHELF_H

#include "base/map.h"
#include "ui/answer.h"

enum { SHELF_HALF = 1024 }; /* entries of each half: more than any screen shows */

struct shelved {
    struct entry entry; /* an empty id: the report is gone */
    unsigned char signs;
    bool whole;               /* its passages are known */
    struct passages passages;
};

/* Two halves: the young one is filled; when it is full, the old one is thrown away and the young one becomes the old. { 0 } is empty. */
struct shelf {
    struct shelf_half {
        struct arena arena;
        struct map index; /* bytes of the number → place in v */
        ARRAY(struct shelved) entries;
    } halves[2];
    int young;
};

/* The entry of a report, or NULL; good until the next shelf_put. */
struct shelved *shelf_get(const struct shelf *shelf, uint32_t number);

/* Puts the entries in, copied. */
void shelf_put(struct shelf *shelf, const struct entries *entries);

void shelf_finish(struct shelf *shelf);

#endif
