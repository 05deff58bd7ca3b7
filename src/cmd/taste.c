/* The user's taste: keys and colours. */
#include "cmd/taste.h"

#include <stdio.h>

#include "base/tr.h"

struct taste taste_read(struct arena *arena, struct config *config)
{
    struct taste taste = { .looks = { .changed = { false } } };
    struct err err;
    bool *taken = NEW_N(arena, bool, config->keys.n + 1);
    keymap_init(&taste.keymap);
    for (size_t i = 0; i < config->keys.n; i++) {
        const struct config_line *line = &config->keys.v[i];
        taken[i] = keymap_set(&taste.keymap, str_of(line->name), str_of(line->value), &err);
        if (!taken[i])
            config_warn(arena, config, line->line, "%s", err.text);
    }
    for (size_t i = 0; i < config->keys.n; i++)
        if (taken[i] && keymap_clashes(&taste.keymap, str_of(config->keys.v[i].name), &err))
            config_warn(arena, config, config->keys.v[i].line, "%s", err.text);
    for (size_t i = 0; i < config->colors.n; i++) {
        const struct config_line *line = &config->colors.v[i];
        if (!theme_change(&taste.looks, str_of(line->name), str_of(line->value), &err))
            config_warn(arena, config, line->line, "%s", err.text);
    }
    return taste;
}

void taste_print(const struct taste *taste)
{
    enum { MANY_COLOURS = 256 };
    printf("\n[keys]\n\n# %s\n", tr("keys parted by blanks, in the place of those that stand here"));
    for (size_t i = 0; i < n_bindings; i++) {
        struct str keys = taste->keymap.keys[i];
        printf("\n# %s\n%s%s = %.*s\n", tr(bindings[i].help), taste->keymap.changed[i] ? "" : "# ", bindings[i].name, (int)keys.n, keys.p);
    }
    printf("\n[colors]\n\n# %s\n# %s\n", tr("INK on PAPER, then bold dim underline reverse; here as on a dark background"),
           tr("black red green yellow blue magenta cyan white, the same with bright-, default, or a number to 255"));
    for (enum style style = 0; style < N_STYLES; style++) {
        char look[LOOK_TEXT_MAX];
        theme_write(theme_look(THEME_DARK, &taste->looks, style, MANY_COLOURS), look);
        printf("%s%s = %s\n", taste->looks.changed[style] ? "" : "# ", theme_style_name(style), look);
    }
}

enum theme taste_theme(const struct config *config)
{
    static const char *const names[] = { [THEME_AUTO] = "auto", [THEME_DARK] = "dark", [THEME_LIGHT] = "light", [THEME_NONE] = "none" };
    enum theme theme = THEME_AUTO;
    while (theme < THEME_NONE && !config_is(config, SET_THEME, names[theme]))
        theme++;
    return theme;
}
