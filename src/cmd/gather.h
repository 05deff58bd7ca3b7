/* Who is named in the reports of a listing, and which set phrases they use. */
#ifndef DAHUI_CMD_GATHER_H
#define DAHUI_CMD_GATHER_H

#include "library/library.h"
#include "ui/answer.h"

enum { GATHERED_MOST = 3000 }; /* reports: more would keep the reader waiting */

/* Reads the first GATHERED_MOST reports of a listing and gathers people, or set phrases. In the arena. */
struct roster gather_roster(struct arena *arena, struct library *library, const struct listing *listing, bool terms);

#endif
