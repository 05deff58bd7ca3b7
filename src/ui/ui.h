/* The reader as a value: events in, effects out, a grid on demand. It reads no file, waits for nothing and does not know the time. */
#ifndef DAHUI_UI_UI_H
#define DAHUI_UI_UI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "article/article.h"
#include "screen/event.h"
#include "screen/grid.h"

/* What the reader wants done. */
enum effect_kind {
    EFFECT_NONE,
    EFFECT_OPEN,    /* fetch `article` whole and feed it back as an answer with `number` */
    EFFECT_SOURCE,  /* the same for the capture that `article` was cleaned from */
    EFFECT_QUIT,
    EFFECT_SUSPEND, /* stop the process as ^Z does */
    EFFECT_REDRAW,  /* draw the whole screen anew */
};

struct effect {
    enum effect_kind kind;
    uint64_t number; /* of the question; an answer with an older number is dropped */
    const struct article *article;
};

struct ui;

/* A reader of these reports (its to order; they live longer than it). `message` is shown until the first key; it is copied. */
struct ui *ui_create(const struct article **articles, size_t n, struct str message);
void ui_destroy(struct ui *ui);

/* How many Han a line of text takes at most; 40 where nobody says otherwise. */
void ui_set_measure(struct ui *ui, int measure);

struct effect ui_update(struct ui *ui, const struct event *event);

/* Draws the whole screen into a grid of the size that the last EVENT_SIZE gave. */
void ui_view(struct ui *ui, struct grid *grid);

#endif
