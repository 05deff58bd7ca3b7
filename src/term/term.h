/* The terminal: the only place that knows curses. It turns bytes into events and a grid into what changed on the screen. */
#ifndef DAHUI_TERM_TERM_H
#define DAHUI_TERM_TERM_H

#include <stdbool.h>

#include "base/err.h"
#include "screen/event.h"
#include "screen/grid.h"
#include "term/theme.h"

struct term;

/* What the caller knows. */
struct term_settings {
    int ambiguous;         /* cells of an ambiguous character: 1 or 2; 0: the terminal is asked */
    struct str remembered; /* what term_answers said about this terminal in an earlier session, or nothing */
    enum theme theme;      /* AUTO: the terminal is asked for its background */
    struct look_changes looks;
    bool mouse; /* the terminal tells what the mouse does; its own selection then needs a key more */
};

/* Takes the terminal over: alternate screen, keys one by one, signals caught. Reads keys from standard input, or from
 * /dev/tty where standard input is no terminal; draws on standard output. NULL, with words in err and nothing drawn: standard
 * output is no terminal, TERM is unknown or cannot place a cursor, there is no UTF-8 locale, or nobody says that the terminal is UTF-8: neither the locale nor, when asked, it itself. */
struct term *term_open(const struct term_settings *settings, struct err *err);

/* Gives the terminal back as it was. Bears NULL. */
void term_close(struct term *term);

/* How wide this terminal draws ambiguous characters and whether its background is light, to be remembered: what it said in this session,
 * or nothing as long as it has not. Lives until the next call. */
struct str term_answers(struct term *term);

/* Bytes that were sent so far. */
size_t term_sent(const struct term *term);

/* Waits for the next event: the size first, then keys and new sizes. The size comes again, and the screen must be painted,
 * where it may have changed or been disturbed: after SIGWINCH, after a stop, when the terminal has said how wide it
 * draws. False when the session is over: SIGTERM, SIGHUP, SIGINT, SIGQUIT, the terminal is gone or not to be used. */
bool term_next(struct term *term, struct event *event);

/* From now on term_next answers EVENT_WAKE too: when the descriptor is readable (-1: none), and whenever `beat` milliseconds have gone by
 * without anything else (0: never). */
void term_wake(struct term *term, int descriptor, int beat);

/* Makes the screen show the grid, sending only the rows that differ from what stands there. The grid may be of another size. */
void term_paint(struct term *term, const struct grid *grid);

/* Hands a text to the terminal's clipboard (OSC 52). One that has none, or does not let programs at it, does nothing. */
void term_copy(struct term *term, struct str text);

/* From the next term_paint on the terminal tells what the mouse does, or does not. */
void term_mouse(struct term *term, bool on);

/* The next term_paint draws everything anew. */
void term_redraw(struct term *term);

/* Gives the terminal back, stops the process as ^Z would, and takes the terminal again when it goes on. */
void term_suspend(struct term *term);

/* Did the session end because the terminal, asked while it was in use, turned out not to be UTF-8? Then words are in err. */
bool term_refused(const struct term *term, struct err *err);

/* The signal that ended the session (SIGHUP where the terminal is gone), or 0: exit status and manners of the caller follow
 * it. A second after the first signal the process ends itself where term_close was not called. */
int term_signal(const struct term *term);

#endif
