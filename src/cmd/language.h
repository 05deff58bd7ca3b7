/* The language of screens and messages. */
#ifndef DAHUI_CMD_LANGUAGE_H
#define DAHUI_CMD_LANGUAGE_H

#include <stdbool.h>

/* Speaks the language of `wanted` (zh_CN, zh_TW, en), or where that is NULL of the locale, or where the locale is none (C, POSIX, unset)
 * `otherwise`. A language that is neither Chinese nor English is answered in English. Changes LC_MESSAGES and LANGUAGE of the
 * process, so it comes before the second thread. */
void language_choose(const char *wanted, const char *otherwise);

/* Is this a name that --lang takes? */
bool language_known(const char *name);

#endif
