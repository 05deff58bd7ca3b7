/* The user's terminal: how the reader is to draw on it, and what is remembered of it. */
#ifndef DAHUI_CMD_TERMINAL_H
#define DAHUI_CMD_TERMINAL_H

#include "cmd/cmd.h"
#include "term/term.h"

/* Cells of ambiguous characters as DAHUI_AMBIGUOUS or else the configuration file wants them: 1, 2; 0: as the terminal draws them. */
int terminal_ambiguous(const struct options *options);

/* The same where no terminal is asked: text is set so from now on. */
void terminal_obey_ambiguous(const struct options *options);

/* From DAHUI_AMBIGUOUS, options, the configuration file, and what this terminal said in an earlier session; in the arena. */
struct term_settings terminal_settings(struct arena *arena, const struct options *options);

/* Keeps what the terminal has said (term_answers) for the next session, where that is something new. Where nothing can be kept the
 * terminal is asked anew next time, and nobody need hear of it. */
void terminal_remember(struct str widths);

#endif
