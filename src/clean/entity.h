/* Character references of HTML: &amp; &#20013; &#x4E2D; */
#ifndef DAHUI_CLEAN_ENTITY_H
#define DAHUI_CLEAN_ENTITY_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/* The reference at `at`, where s has an ampersand: how many bytes it takes, and in c the one or two code points it means (c[1] is 0
 * for one). 0: the ampersand is text. In an attribute a name without its semicolon before = or a letter or digit is text too.
 * Source: WHATWG HTML, 13.2.5.72 to 13.2.5.80. */
size_t entity_at(struct str s, size_t at, bool attribute, uint32_t c[2]);

/* s with all references written out; s itself where there are none. */
struct str entity_decode(struct arena *arena, struct str s, bool attribute);

#endif
