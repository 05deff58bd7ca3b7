/* What the program remembers from one run to the next: small files in $XDG_STATE_HOME/dahui, or in ~/.local/state/dahui. */
#ifndef DAHUI_HOST_STATE_H
#define DAHUI_HOST_STATE_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

/* The folder itself, which need not be there yet; NULL: there is no home to have it in. */
const char *state_folder(struct arena *arena);

/* Reads such a file whole. False with words in err where there is none, or no home to look in. */
bool state_read(struct arena *arena, const char *name, struct bytes *to, struct err *err);

/* Puts a file in the place of what stood there, at once and for nobody else to read; makes the folders. False with words in err. */
bool state_write(const char *name, struct bytes bytes, struct err *err);

#endif
