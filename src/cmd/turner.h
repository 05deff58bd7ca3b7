/* Turns reports into the other script: by phrases where OpenCC is installed, else by our table. */
#ifndef DAHUI_CMD_TURNER_H
#define DAHUI_CMD_TURNER_H

#include "article/script.h"
#include "host/opencc.h"

/* OpenCC is loaded when a report is turned first, and never in secure mode: it opens files of its own. { 0 } has loaded nothing. */
struct turner {
    bool secure;
    struct turning_by {
        bool tried;
        struct opencc *opencc; /* NULL: by table */
    } by[2]; /* to each enum script */
};

void turner_close(struct turner *turner);

/* The report in the script that is wished, in the arena; itself where it is in that already. */
const struct article *turner_turn(struct turner *turner, struct arena *arena, const struct article *article, enum script_wish wish);

/* Was any turned by the table, for want of OpenCC? */
bool turner_by_table(const struct turner *turner);

#endif
