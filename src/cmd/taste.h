/* The user's taste: [keys] and [colors] of the configuration file, in the terms of those who know what a key and a colour is. */
#ifndef DAHUI_CMD_TASTE_H
#define DAHUI_CMD_TASTE_H

#include "cmd/config.h"
#include "term/theme.h"
#include "ui/keys.h"

struct taste {
    struct keymap keymap; /* points into the config */
    struct look_changes looks;
};

/* Reads it; what means nothing, and a key that is wanted twice, becomes a warning of the config. */
struct taste taste_read(struct arena *arena, struct config *config);

/* Prints [keys] and [colors] as parts of a file: what is as ever in comments. */
void taste_print(const struct taste *taste);

/* The theme that [reader] names. */
enum theme taste_theme(const struct config *config);

#endif
