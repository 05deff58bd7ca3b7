/* Words in the reader's language. */
#ifndef DAHUI_BASE_TR_H
#define DAHUI_BASE_TR_H

#include "base/str.h"

/* The message in the language that was chosen, or itself where none was, or where the catalogue lacks it. Messages are written in
 * English; the answer is static. Nothing here knows where translations come from: whoever chooses the language (cmd/language)
 * says so with tr_with, before there is a second thread; NULL: nowhere. */
const char *tr(const char *message) __attribute__((format_arg(1)));
const char *tr_n(const char *one, const char *many, unsigned long n) __attribute__((format_arg(1), format_arg(2)));
void tr_with(const char *(*one)(const char *message), const char *(*many)(const char *one, const char *many, unsigned long n));

/* The same as a slice. */
#define TR(message) str_of(tr(message))

/* Marks a message in a table, to be translated where it is shown. */
#define TR_LATER(message) message

#endif
