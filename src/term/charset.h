/* The character set of the process, which curses writes in: UTF-8 or nothing. */
#ifndef DAHUI_TERM_CHARSET_H
#define DAHUI_TERM_CHARSET_H

#include <stdbool.h>

#include "base/err.h"

/* Sets the locale from the environment, and LC_CTYPE to a UTF-8 locale where that is none. False with words in err: this
 * machine has no such locale. */
bool charset_utf8(struct err *err);

#endif
