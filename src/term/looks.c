/* How each style looks on this terminal. */
#include "term/looks.h"

#include <stdlib.h>

enum { DEFAULT = -1 };

/* Attributes without colours; then attributes, ink and paper with them. Colours are few and sit on the terminal's own
 * background, or bring theirs along, so that they read on dark and on light. No bold on black: some show it as grey. */
static const struct {
    attr_t plain, coloured;
    short ink, paper;
} table[N_STYLES] = {
    [STYLE_TEXT] = { A_NORMAL, A_NORMAL, DEFAULT, DEFAULT },
    [STYLE_TITLE] = { A_BOLD, A_BOLD, DEFAULT, DEFAULT },
    [STYLE_HEADING] = { A_BOLD, A_BOLD, DEFAULT, DEFAULT },
    [STYLE_LABEL] = { A_DIM, A_NORMAL, COLOR_CYAN, DEFAULT },
    [STYLE_DIM] = { A_DIM, A_DIM, DEFAULT, DEFAULT },
    [STYLE_HEAD] = { A_UNDERLINE, A_UNDERLINE, DEFAULT, DEFAULT },
    [STYLE_SELECTED] = { A_REVERSE, A_REVERSE, DEFAULT, DEFAULT },
    [STYLE_CURRENT] = { A_UNDERLINE | A_BOLD, A_UNDERLINE | A_BOLD, DEFAULT, DEFAULT },
    [STYLE_HIT] = { A_REVERSE, A_NORMAL, COLOR_BLACK, COLOR_YELLOW },
    [STYLE_HIT_2] = { A_REVERSE, A_NORMAL, COLOR_BLACK, COLOR_GREEN },
    [STYLE_HIT_3] = { A_REVERSE, A_NORMAL, COLOR_BLACK, COLOR_MAGENTA },
    [STYLE_HIT_4] = { A_REVERSE, A_NORMAL, COLOR_WHITE, COLOR_BLUE },
    [STYLE_HERE] = { A_REVERSE | A_BOLD | A_UNDERLINE, A_UNDERLINE, COLOR_BLACK, COLOR_CYAN },
    [STYLE_MARK] = { A_REVERSE | A_DIM, A_REVERSE | A_DIM, DEFAULT, DEFAULT },
    [STYLE_BORDER] = { A_DIM, A_DIM, DEFAULT, DEFAULT },
    [STYLE_STATUS] = { A_REVERSE, A_REVERSE, DEFAULT, DEFAULT },
    [STYLE_MESSAGE] = { A_BOLD, A_BOLD, DEFAULT, DEFAULT },
    [STYLE_PROMPT] = { A_NORMAL, A_NORMAL, DEFAULT, DEFAULT },
};

static bool start_colours(void)
{
    const char *refused = getenv("NO_COLOR");
    if ((refused && *refused) || !has_colors())
        return false;
    return start_color() == OK && use_default_colors() == OK && COLORS >= 8 && COLOR_PAIRS > N_STYLES;
}

void looks_choose(struct looks *looks)
{
    bool colours = start_colours();
    for (int style = 0; style < N_STYLES; style++) {
        bool own = table[style].ink != DEFAULT || table[style].paper != DEFAULT;
        short pair = (short)(style + 1);
        looks->attributes[style] = colours ? table[style].coloured : table[style].plain;
        looks->pairs[style] = 0;
        if (colours && own && init_pair(pair, table[style].ink, table[style].paper) == OK)
            looks->pairs[style] = pair;
    }
}
