/* What was typed at a prompt before. */
#ifndef DAHUI_UI_HISTORY_H
#define DAHUI_UI_HISTORY_H

#include "base/arena.h"
#include "ui/answer.h"
#include "ui/prompt.h"

/* Lines, each once, and where one is who goes through them. */
struct history {
    struct arena arena;
    ARRAY(struct str) v; /* the oldest first */
    size_t at;           /* the line that the prompt shows; n: what was typed there */
    char typed[PROMPT_MAX]; /* that: only lines that begin so are shown */
    size_t n_typed;
};

/* { 0 } has no lines. */
void history_finish(struct history *history);

/* Puts other lines in the place of all, the oldest first; they are copied. */
void history_take(struct history *history, const struct words *lines);

/* Adds a line as the newest, or makes it that. */
void history_add(struct history *history, struct str line);

/* The newest; empty where there is none. */
struct str history_last(const struct history *history);

/* Puts the next older or newer line at the prompt that begins with what was typed there; behind the newest stands what was typed. False where there is none.  */
bool history_step(struct history *history, struct prompt *prompt, bool older);

/* To be called when a prompt has ended. */
void history_leave(struct history *history);

#endif
