/* A line that one types at. */
#ifndef DAHUI_UI_PROMPT_H
#define DAHUI_UI_PROMPT_H

#include "screen/grid.h"

enum { PROMPT_MAX = 1024 }; /* bytes */

struct prompt {
    struct str mark; /* drawn before the text: / or ? */
    char text[PROMPT_MAX];
    size_t n, cursor; /* bytes */
    char killed[PROMPT_MAX]; /* what was cut last, from one line to the next */
    size_t killed_n;
    bool fresh; /* the text was there before: the first character that is typed takes its place */
};

enum prompt_result { PROMPT_SAME, PROMPT_CHANGED, PROMPT_DONE, PROMPT_LEFT };

/* Begins, { 0 } or an earlier one, with a text that is there already, selected: what is typed takes its place, what edits it keeps it. */
void prompt_start(struct prompt *prompt, struct str mark, struct str text);
struct str prompt_text(const struct prompt *prompt);

/* Puts another text in the place of the whole, or of the bytes from `from` to the cursor; what does not fit is left as it was. */
void prompt_set(struct prompt *prompt, struct str text);
void prompt_replace(struct prompt *prompt, size_t from, struct str text);

/* Takes a key. PROMPT_LEFT: given up by Esc, or by Backspace with nothing left. */
enum prompt_result prompt_key(struct prompt *prompt, uint32_t key);

/* Draws it on a row, up to column `end`, with the part that the cursor is in, and puts the screen's cursor there. */
void prompt_view(const struct prompt *prompt, struct grid *grid, int row, int end);

#endif
