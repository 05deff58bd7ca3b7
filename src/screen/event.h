/* What happens to the reader: a key, another size, an answer. */
#ifndef DAHUI_SCREEN_EVENT_H
#define DAHUI_SCREEN_EVENT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* Of src/article and src/ui: the screen only carries them. */
struct article;
struct listing;
struct entries;
struct progress;
struct place;
struct marks;
struct roster;
struct findings_so_far;
struct matches;
struct words;

/* A key is the code point that it types (controls too: ^O is 0x0F, Esc 0x1B), or one of these. */
enum key {
    K_NONE = 0,
    K_TAB = 0x09,
    K_ENTER = 0x0D, /* Return in all its forms */
    K_ESC = 0x1B,
    K_UP = 0x110000,
    K_DOWN,
    K_LEFT,
    K_RIGHT,
    K_PAGE_UP,
    K_PAGE_DOWN,
    K_HOME,
    K_END,
    K_BACKSPACE,
    K_DELETE,
    K_BACKTAB,
    K_F1,
    K_UNKNOWN /* a key that has no name here */
};
#define K_CTRL(letter) ((letter) & 0x1F)

enum event_kind {
    EVENT_KEY,
    EVENT_MOUSE,  /* `mouse` at `row`, `col` */
    EVENT_SIZE,   /* the screen has `rows` and `cols` now, and what is ambiguous takes `ambiguous` cells; the first event of all is one */
    EVENT_ANSWER, /* to the question `number`: a report, a capture, */
    EVENT_ORDER,  /* a listing; comes again, with the same number, when the library has grown, */
    EVENT_ENTRIES,
    EVENT_JUMP,   /* where to go in it, */
    EVENT_FOUND,  /* what was found so far: comes until it is over */
    EVENT_WORDS,
    EVENT_PROGRESS,
    EVENT_KEPT,   /* the signs that earlier sessions gave reports are at hand from now on */
    EVENT_PLACE,  /* where a mark stands: `report` and `place`, or words in `message`, */
    EVENT_LEFT,   /* where `article` was left: `place` */
    EVENT_MARKS,  /* all marks and notes: asked for, or at the start, or because there is another */
    EVENT_ROSTER, /* or people or set phrases */
    EVENT_SAID,   /* words for the status line, in `message` */
    EVENT_WAKE,    /* nothing: the caller may look round */
    EVENT_HISTORY, /* questions of earlier sessions, the oldest first */
};

/* What the mouse does, with its left button; others do nothing. */
enum mouse { MOUSE_PRESS, MOUSE_DRAG, MOUSE_RELEASE, MOUSE_WHEEL_UP, MOUSE_WHEEL_DOWN };

struct event {
    enum event_kind kind;
    uint32_t key;
    bool pasted; /* the key was not typed but came with a paste: it is text and nothing else */
    enum mouse mouse;
    int row, col;
    int rows, cols;
    int ambiguous; /* 1 or 2 (text/cell.h); 0: as before */
    uint64_t number;
    /* The answer; NULL, or a position that is none, with words in `message` where there is none. */
    const struct article *article;
    const struct listing *listing;
    const struct entries *entries;
    const struct progress *progress;
    const struct findings_so_far *found;
    const struct matches *matches; /* beside an article that was found; else NULL */
    const struct words *words;
    const struct marks *marks;
    const struct roster *roster;
    const struct place *place; /* with a report: where it was left; NULL: it never was */
    uint32_t report;
    size_t position;
    struct str message;
};

/* Reads one key from the start of a script, as `dahui snap --keys` and tests write it: a character is itself; <Enter> <Esc>
 * <Tab> <Space> <Up> <Down> <Left> <Right> <PgUp> <PgDn> <Home> <End> <BS> <Del> <F1> <lt> and <C-x> are keys.
 * Answers how many bytes it took, or 0 for a name in <> that is none of these. */
size_t key_read(struct str script, uint32_t *key);

#endif
