/* Bytes that a terminal sends, as keys. Knows neither curses nor time: whoever reads the bytes says when no more will come. */
#ifndef DAHUI_TERM_KEYS_H
#define DAHUI_TERM_KEYS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "screen/event.h"

/* Bytes come in at the end and leave as keys at the front. { 0 } is ready for use. A sequence that begins with Esc may be a
 * key or an Esc and what was typed behind it: until it is whole, only time can tell. */
struct keys {
    unsigned char bytes[256];
    size_t n;
    bool local; /* characters come in the locale's character set, not in UTF-8 */
    bool mouse;   /* the terminal was told to say what the mouse does: K_MOUSE */
    bool pasting; /* between the marks of a paste, where nothing is a key */
    bool pasted;  /* was the last key part of a paste? */
    struct key_mouse {
        enum mouse what;
        int row, col; /* from 0 */
    } pointed; /* what K_MOUSE stands for */
    bool asked; /* the terminal was asked something: what it answers stands among the keys, as K_ANSWER */
    struct key_answer {
        enum { ANSWER_PLACE, ANSWER_MODE, ANSWER_PAPER, ANSWER_END } what;
        unsigned col;  /* of the cursor, from 1; an answer from the first row is a key (shift and F3) */
        unsigned mode; /* state of the mode 69: 1 set, 2 not set, 0 unknown … */
        bool light;    /* the terminal's background */
    } answer; /* the last one */
    struct key_sequence {
        const char *bytes; /* owned by whoever told us */
        uint32_t key;
    } known[24]; /* what this terminal sends, beside what most do */
    size_t n_known;
};

enum { K_ANSWER = K_UNKNOWN + 1, K_MOUSE };

/* Tells a sequence of this terminal, which must live as long. One that does not begin with Esc, or NULL, is left alone. */
void keys_learn(struct keys *keys, const char *sequence, uint32_t key);

/* How many bytes may be added now (never 0 once keys_next answered false). */
size_t keys_room(const struct keys *keys);

/* Adds n (<= keys_room) bytes. */
void keys_add(struct keys *keys, const unsigned char *bytes, size_t n);

/* Takes the next key. False where no key is whole yet. `late`: no more bytes came for a while, so an Esc was typed alone.
 * Between the marks of a paste every character is one, Esc and its like are dropped; an Esc that stays alone ends a paste whose mark was lost.
 * Bytes that are no character are dropped; a sequence without a name is one K_UNKNOWN. The end of
 * the answers (what terminal it is) makes `asked` false. */
bool keys_next(struct keys *keys, bool late, uint32_t *key);

/* Is there an Esc whose meaning hangs on what comes, or does not come, next? */
bool keys_doubtful(const struct keys *keys);

#endif
