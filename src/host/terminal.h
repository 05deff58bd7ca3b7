/* What the system knows of the terminal that a command writes to. */
#ifndef DAHUI_HOST_TERMINAL_H
#define DAHUI_HOST_TERMINAL_H

#include <stdbool.h>

/* Is standard output a terminal? */
bool output_is_terminal(void);

/* Is standard error one? */
bool error_is_terminal(void);

/* Its columns, or `otherwise` where there is no terminal or it does not say. */
int terminal_columns(int otherwise);

#endif
