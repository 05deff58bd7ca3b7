/* The hint line: the keys that one needs next. */
#ifndef DAHUI_UI_HINT_H
#define DAHUI_UI_HINT_H

#include "base/arena.h"
#include "ui/keys.h"

/* As many hints for a pane as `cells` have room for, those that are needed most; empty where there is no room for any. In the arena. */
struct str hint_line(struct arena *arena, const struct keymap *keymap, enum pane pane, size_t cells);

#endif
