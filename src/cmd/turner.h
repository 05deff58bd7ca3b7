/* Turns reports into the other script: by phrases where OpenCC is installed, else by our table. */
#ifndef DAHUI_CMD_TURNER_H
#define DAHUI_CMD_TURNER_H

#include "article/script.h"
#include "host/opencc.h"

/* OpenCC is loaded when a report is turned first, and never in secure mode: it opens files of its own. { 0 } has loaded nothing. */
struct turner {
    bool secure;
    const char *excuse; /* why the last report was turned by the table, a message; NULL: it was not */
    struct turning_by {
        bool tried;
        struct opencc *opencc; /* NULL: it is not there */
    } by[2]; /* to each enum script */
};

void turner_close(struct turner *turner);

/* The report in the script that is wished, in the arena; itself where it is in that already. One of more than a million bytes is turned by the
 * table, which takes less than a tenth of the time. */
const struct article *turner_turn(struct turner *turner, struct arena *arena, const struct article *article, enum script_wish wish);

#endif
