/* A bell: rung by one thread, heard by another that waits for several things at once. */
#ifndef DAHUI_HOST_BELL_H
#define DAHUI_HOST_BELL_H

#include <stdbool.h>

struct bell {
    int ends[2]; /* of a pipe; ends[0] is readable when the bell was rung: for poll */
};

/* False: the machine has no bell left. */
bool bell_open(struct bell *bell);
void bell_close(struct bell *bell);
void bell_ring(struct bell *bell);

/* Was it rung since the last time we asked? */
bool bell_heard(struct bell *bell);

#endif
