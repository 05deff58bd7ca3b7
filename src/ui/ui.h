/* The reader as a value: events in, effects out, a grid on demand. It reads no file, waits for nothing and does not know the time. */
#ifndef DAHUI_UI_UI_H
#define DAHUI_UI_UI_H

#include "page/page.h"
#include "screen/event.h"
#include "screen/grid.h"
#include "ui/effect.h"

struct ui;

/* A reader that asks for its listing at the first event. `message` is shown until the first key; it is copied. */
struct ui *ui_create(struct str message);
void ui_destroy(struct ui *ui);

/* How reports are to be set; PAGE_RULES_USUAL where nobody says otherwise. */
void ui_set_page(struct ui *ui, struct page_rules rules);

/* Every effect that waits for an answer gets exactly one, in any order; EFFECT_ORDER may get more as the library grows. */
struct effects ui_update(struct ui *ui, const struct event *event);

/* Draws the whole screen into a grid of the size that the last EVENT_SIZE gave. */
void ui_view(struct ui *ui, struct grid *grid);

#endif
