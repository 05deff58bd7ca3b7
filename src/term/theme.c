/* Themes: how each style looks. */
#include "term/theme.h"

#include <stdio.h>
#include <string.h>

#define D LOOK_DEFAULT
enum { BLACK, RED, GREEN, YELLOW, BLUE, MAGENTA, CYAN, WHITE, BRIGHT = 8, FEW = 16, GREY = 244 };

/* Without colours; on dark and on light paper with 16 colours or fewer. Colours are few and sit on the terminal's own background, or
 * bring theirs along. No bold on black: some show it as grey. */
static const struct {
    const char *name;
    struct look none, dark, light;
} table[N_STYLES] = {
    [STYLE_TEXT] = { "text", { 0, D, D }, { 0, D, D }, { 0, D, D } },
    [STYLE_TITLE] = { "title", { LOOK_BOLD, D, D }, { LOOK_BOLD, D, D }, { LOOK_BOLD, D, D } },
    [STYLE_HEADING] = { "heading", { LOOK_BOLD, D, D }, { LOOK_BOLD, D, D }, { LOOK_BOLD, D, D } },
    [STYLE_LABEL] = { "label", { LOOK_DIM, D, D }, { 0, CYAN, D }, { 0, BLUE, D } },
    [STYLE_DIM] = { "dim", { LOOK_DIM, D, D }, { LOOK_DIM, D, D }, { LOOK_DIM, D, D } },
    [STYLE_HEAD] = { "head", { LOOK_UNDERLINE, D, D }, { LOOK_UNDERLINE, D, D }, { LOOK_UNDERLINE, D, D } },
    [STYLE_SELECTED] = { "selected", { LOOK_REVERSE, D, D }, { LOOK_REVERSE, D, D }, { LOOK_REVERSE, D, D } },
    [STYLE_CURRENT] = { "current", { LOOK_UNDERLINE | LOOK_BOLD, D, D }, { LOOK_UNDERLINE | LOOK_BOLD, D, D }, { LOOK_UNDERLINE | LOOK_BOLD, D, D } },
    [STYLE_HIT] = { "hit", { LOOK_REVERSE, D, D }, { 0, BLACK, YELLOW }, { 0, BLACK, YELLOW } },
    [STYLE_HIT_2] = { "hit-2", { LOOK_REVERSE, D, D }, { 0, BLACK, GREEN }, { 0, BLACK, GREEN } },
    [STYLE_HIT_3] = { "hit-3", { LOOK_REVERSE, D, D }, { 0, BLACK, MAGENTA }, { 0, WHITE, MAGENTA } },
    [STYLE_HIT_4] = { "hit-4", { LOOK_REVERSE, D, D }, { 0, WHITE, BLUE }, { 0, WHITE, BLUE } },
    [STYLE_HERE] = { "here", { LOOK_REVERSE | LOOK_BOLD | LOOK_UNDERLINE, D, D }, { LOOK_UNDERLINE, BLACK, CYAN }, { LOOK_UNDERLINE, BLACK, CYAN } },
    [STYLE_MARK] = { "mark", { LOOK_REVERSE | LOOK_DIM, D, D }, { LOOK_REVERSE | LOOK_DIM, D, D }, { LOOK_REVERSE | LOOK_DIM, D, D } },
    [STYLE_BORDER] = { "border", { LOOK_DIM, D, D }, { LOOK_DIM, D, D }, { LOOK_DIM, D, D } },
    [STYLE_STATUS] = { "status", { LOOK_REVERSE, D, D }, { LOOK_REVERSE, D, D }, { LOOK_REVERSE, D, D } },
    [STYLE_MESSAGE] = { "message", { LOOK_BOLD, D, D }, { LOOK_BOLD, D, D }, { LOOK_BOLD, D, D } },
    [STYLE_PROMPT] = { "prompt", { 0, D, D }, { 0, D, D }, { 0, D, D } },
};

/* With 256 colours there is a grey, which terminals draw more alike than dim. */
static struct look with_greys(enum style style, struct look look)
{
    switch (style) {
    case STYLE_DIM: return (struct look){ 0, GREY, D };
    case STYLE_BORDER: return (struct look){ 0, GREY, D };
    default: return look;
    }
}

/* A colour as a terminal of so many can show it. */
static short shown(short colour, int colours)
{
    return colour < colours ? colour : (short)(colour % BRIGHT);
}

struct look theme_look(enum theme theme, const struct look_changes *changes, enum style style, int colours)
{
    bool plain = theme == THEME_NONE || colours < BRIGHT;
    if (changes->changed[style]) {
        struct look look = changes->looks[style];
        look.ink = plain ? (short)D : shown(look.ink, colours);
        look.paper = plain ? (short)D : shown(look.paper, colours);
        bool told_apart_by_colour = changes->looks[style].ink != D || changes->looks[style].paper != D;
        return plain && told_apart_by_colour ? table[style].none : look;
    }
    if (plain)
        return table[style].none;
    struct look look = theme == THEME_LIGHT ? table[style].light : table[style].dark;
    return colours > FEW ? with_greys(style, look) : look;
}

const char *theme_style_name(enum style style)
{
    return table[style].name;
}

static const char *const colour_names[] = { "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white" };
static const char *const attribute_names[] = { "bold", "dim", "underline", "reverse" };

/* red, bright-red, 208, default. */
static bool read_colour(struct str word, short *to)
{
    short bright = str_starts(word, STR("bright-")) ? BRIGHT : 0, number = 0;
    struct str name = str_sub(word, bright ? STR("bright-").n : 0, word.n);
    for (short i = 0; i < BRIGHT; i++) {
        if (str_eq(name, str_of(colour_names[i]))) {
            *to = (short)(i + bright);
            return true;
        }
    }
    if (str_eq(word, STR("default"))) {
        *to = D;
        return true;
    }
    for (size_t i = 0; i < word.n; i++) {
        if (word.p[i] < '0' || word.p[i] > '9' || number > 255)
            return false;
        number = (short)(number * 10 + word.p[i] - '0');
    }
    *to = number;
    return word.n > 0 && number <= 255;
}

static bool read_attribute(struct str word, unsigned *attributes)
{
    for (unsigned i = 0; i < 4; i++) {
        if (str_eq(word, str_of(attribute_names[i]))) {
            *attributes |= 1u << i;
            return true;
        }
    }
    return false;
}

/* The next word of a look; empty behind the last. */
static struct str next_word(struct str *rest)
{
    size_t from = 0;
    while (from < rest->n && rest->p[from] == ' ')
        from++;
    size_t end = str_find(*rest, STR(" "), from);
    end = end == STR_NONE ? rest->n : end;
    struct str word = str_sub(*rest, from, end);
    *rest = str_sub(*rest, end, rest->n);
    return word;
}

bool theme_change(struct look_changes *changes, struct str style, struct str text, struct err *err)
{
    enum style i = 0;
    struct look look = { 0, D, D };
    bool behind_on = false;
    while (i < N_STYLES && !str_eq(str_of(table[i].name), style))
        i++;
    if (i == N_STYLES)
        return err_set(err, "no style '%.*s' in [colors]", (int)style.n, style.p);
    for (struct str word = next_word(&text); word.n; word = next_word(&text)) {
        if (!behind_on && str_eq(word, STR("on")))
            behind_on = true;
        else if (!read_attribute(word, &look.attributes) && !read_colour(word, behind_on ? &look.paper : &look.ink))
            return err_set(err, "'%.*s' is no colour", (int)word.n, word.p);
    }
    changes->looks[i] = look;
    changes->changed[i] = true;
    return true;
}

static void write_colour(short colour, char *to, size_t max)
{
    if (colour == D)
        snprintf(to, max, "default");
    else if (colour >= FEW)
        snprintf(to, max, "%d", colour);
    else
        snprintf(to, max, "%s%s", colour >= BRIGHT ? "bright-" : "", colour_names[colour % BRIGHT]);
}

void theme_write(struct look look, char to[LOOK_TEXT_MAX])
{
    char ink[16], paper[16];
    write_colour(look.ink, ink, sizeof ink);
    write_colour(look.paper, paper, sizeof paper);
    int n = snprintf(to, LOOK_TEXT_MAX, "%s on %s", ink, paper);
    for (unsigned i = 0; i < 4; i++)
        if (look.attributes & 1u << i)
            n += snprintf(to + n, LOOK_TEXT_MAX - (size_t)n, " %s", attribute_names[i]);
}
