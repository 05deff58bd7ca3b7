/* The reader as a value: events in, effects out, a grid on demand. It reads no file, waits for nothing and does not know the time. */
#ifndef DAHUI_UI_UI_H
#define DAHUI_UI_UI_H

#include "page/page.h"
#include "screen/event.h"
#include "screen/grid.h"
#include "ui/effect.h"
#include "ui/keys.h"

struct ui;

/* A reader that asks for its listing at the first event. `message` is shown until the first key; it is copied. */
struct ui *ui_create(struct str message);
void ui_destroy(struct ui *ui);

/* How reports are to be set; PAGE_RULES_USUAL where nobody says otherwise. */
void ui_set_page(struct ui *ui, struct page_rules rules);

/* The script that reports are shown in at the start; as they were written where nobody says otherwise. */
void ui_set_script(struct ui *ui, enum script_wish script);

/* How the list is shown at the start, narrowed by a query or whole (empty); in the order of the files, congresses open, where nobody says otherwise. */
void ui_set_list(struct ui *ui, enum order_key order, bool reverse, enum list_form form, struct str query);

/* Opens a report at a place as soon as it is there, which is taken in code points of its paragraph. */
void ui_go_to(struct ui *ui, uint32_t report, struct place place);

/* Stands at the prompt of a search with this typed. */
void ui_ask(struct ui *ui, struct str query);

/* Other keys than those of the table; copied, but what the slices point to must live as long as the reader. */
void ui_set_keys(struct ui *ui, const struct keymap *keymap);

/* Every effect that waits for an answer gets exactly one, in any order; EFFECT_ORDER may get more as the library grows. */
struct effects ui_update(struct ui *ui, const struct event *event);

/* Draws the whole screen into a grid of the size that the last EVENT_SIZE gave. */
void ui_view(struct ui *ui, struct grid *grid);

#endif
