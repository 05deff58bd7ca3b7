/* Signals: what they tell the reader, and the terminal given back when it dies. All of the program's signal state is here. */
#ifndef DAHUI_TERM_SIGNALS_H
#define DAHUI_TERM_SIGNALS_H

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

#include "base/err.h"

/* What a dying process does for the terminal, prepared while all was well: nothing here may allocate or ask. */
struct rescue {
    int in, out;          /* descriptors: modes are set at `in`, bytes go to `out` */
    struct termios shell; /* modes to give back */
    char bytes[512];      /* resets the screen */
    size_t n;
};

/* Installs the handlers, and a pipe that wakes a poll. SIGHUP, SIGINT, SIGQUIT, SIGTERM and SIGTSTP stay ignored where the
 * parent had them so. May be called again (curses installs handlers too). False with words in err: no pipe to be had. */
bool signals_take(struct err *err);

/* Puts the former handlers back and closes the pipe. */
void signals_give_back(void);

/* From now on a crash, a lack of memory or a terminal that does not take our last bytes ends with this; NULL: with nothing. */
void signals_rescue(const struct rescue *rescue);

/* Becomes readable when a signal came. signals_calm empties it; look at what came after that, not before. */
int signals_pipe(void);
void signals_calm(void);

/* Did this come since the last time we asked? */
enum signal_news { NEWS_SIZE, NEWS_STOP, NEWS_CONTINUE, N_NEWS };
bool signals_news(enum signal_news which);

/* The signal that asks us to end, or 0. From the first one on there is a second to do so. */
int signals_end(void);

/* Stops the process as ^Z does; comes back when it goes on (at once where the parent wants no stopping). */
void signals_stop(void);

#endif
