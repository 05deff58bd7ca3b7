/* How each style looks on this terminal. */
#include "term/looks.h"

#include <stdlib.h>

static int start_colours(void)
{
    const char *refused = getenv("NO_COLOR");
    if ((refused && *refused) || !has_colors() || start_color() != OK || use_default_colors() != OK || COLOR_PAIRS <= N_STYLES)
        return 0;
    return COLORS;
}

static attr_t attributes_of(struct look look)
{
    return (look.attributes & LOOK_BOLD ? A_BOLD : A_NORMAL) | (look.attributes & LOOK_DIM ? A_DIM : A_NORMAL) |
           (look.attributes & LOOK_UNDERLINE ? A_UNDERLINE : A_NORMAL) | (look.attributes & LOOK_REVERSE ? A_REVERSE : A_NORMAL);
}

void looks_choose(struct looks *looks, enum theme theme, const struct look_changes *changes)
{
    looks->colours = theme == THEME_NONE ? 0 : start_colours();
    for (enum style style = 0; style < N_STYLES; style++) {
        struct look look = theme_look(theme == THEME_AUTO ? THEME_DARK : theme, changes, style, looks->colours);
        bool own = look.ink != LOOK_DEFAULT || look.paper != LOOK_DEFAULT;
        short pair = (short)(style + 1);
        looks->attributes[style] = attributes_of(look);
        looks->pairs[style] = own && init_pair(pair, look.ink, look.paper) == OK ? pair : 0;
    }
}
