/* What the machine refused, in words. */
#ifndef DAHUI_BASE_ERR_H
#define DAHUI_BASE_ERR_H

#include <stdbool.h>

/* One message: lower case, what failed first, the subject in quotes, no full stop: cannot open '甲.txt': Permission denied.
 * It may hold bytes of a file name as they are; whoever prints it sends it through text/safe first. */
struct err {
    char text[4096 + 512]; /* the longest path and what is said around it */
};

/* Fills err (which may be NULL) with the message, in the language that was chosen (base/tr), and answers false, so that a function
 * can end by `return err_set(err, …)`. */
bool err_set(struct err *err, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
