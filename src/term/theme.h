/* Themes: how each style looks, as values that are no terminal's; and what the configuration file changes of them. */
#ifndef DAHUI_TERM_THEME_H
#define DAHUI_TERM_THEME_H

#include <stdbool.h>

#include "base/err.h"
#include "base/str.h"
#include "screen/grid.h"

/* AUTO is DARK until the terminal has told its background; NONE has no colours, as where the terminal has none or NO_COLOR is set. */
enum theme { THEME_AUTO, THEME_DARK, THEME_LIGHT, THEME_NONE };

/* Attributes of a look, as bits. */
enum { LOOK_BOLD = 1, LOOK_DIM = 2, LOOK_UNDERLINE = 4, LOOK_REVERSE = 8 };
#define LOOK_DEFAULT ((short)-1) /* the terminal's own colour */

struct look {
    unsigned attributes;
    short ink, paper; /* 0..7 black red green yellow blue magenta cyan white, 8..15 the same and bright, to 255; or LOOK_DEFAULT */
};

/* What the user wants otherwise, whatever the theme. { 0 }: nothing. */
struct look_changes {
    bool changed[N_STYLES];
    struct look looks[N_STYLES];
};

/* The look of a style in a theme that is not AUTO, with at most this many colours. */
struct look theme_look(enum theme theme, const struct look_changes *changes, enum style style, int colours);

/* Takes a line of [colors]: the name of a style, and `black on yellow bold`. False with words in err, and nothing changed, where it means nothing. */
bool theme_change(struct look_changes *changes, struct str style, struct str look, struct err *err);

/* The name of a style in [colors]. */
const char *theme_style_name(enum style style);

/* A look as theme_change reads it, in `to`. */
enum { LOOK_TEXT_MAX = 80 };
void theme_write(struct look look, char to[LOOK_TEXT_MAX]);

#endif
