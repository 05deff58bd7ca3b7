/* The user's terminal: how the reader is to draw on it, and what is remembered of it. */
#ifndef DAHUI_CMD_TERMINAL_H
#define DAHUI_CMD_TERMINAL_H

#include "cmd/cmd.h"
#include "term/term.h"

/* From DAHUI_AMBIGUOUS, options, the configuration file, and what this terminal said in an earlier session; in the arena. */
struct term_settings terminal_settings(struct arena *arena, const struct options *options);

/* Keeps what the terminal has said (term_answers) for the next session, where that is something new. Where nothing can be kept the
 * terminal is asked anew next time, and nobody need hear of it. */
void terminal_remember(struct str widths);

#endif
