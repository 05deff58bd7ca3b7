/* The language of screens and messages. */
#ifndef DAHUI_CMD_LANGUAGE_H
#define DAHUI_CMD_LANGUAGE_H

#include <stdbool.h>

/* Speaks the language of `wanted` (zh_CN, zh_TW, en), or where that is NULL of the locale, or where the locale is none (C, POSIX, unset)
 * `otherwise`. A language that is neither Chinese nor English is answered in English. Changes LC_MESSAGES and LANGUAGE of the
 * process, so it comes before the second thread. */
void language_choose(const char *wanted, const char *otherwise);

/* Speaks the language of a catalogue (zh_CN, zh_TW) below a folder of them. */
void language_speak(const char *catalogue, const char *folder);

/* Is this a name that --lang takes? */
bool language_known(const char *name);

#endif
