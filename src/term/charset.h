/* The character set of the process, which curses writes in. */
#ifndef DAHUI_TERM_CHARSET_H
#define DAHUI_TERM_CHARSET_H

#include "base/err.h"

enum charset {
    CHARSET_NONE,  /* words are in err */
    CHARSET_UTF8,
    CHARSET_SAID,  /* UTF-8, says the name of a locale that this machine has not: believed until the terminal says otherwise */
    CHARSET_GUESS, /* UTF-8, but the environment does not say so: the terminal must */
    CHARSET_LOCAL, /* GB18030, GBK, Big5 …: what it has not cannot be drawn, and it is the C library that knows how wide things are */
};

/* Sets the locale from the environment, and LC_CTYPE to a UTF-8 locale where that says nothing of use. None: this machine has no such
 * locale. */
enum charset charset_choose(struct err *err);

#endif
