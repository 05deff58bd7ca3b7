/* The configuration file: $XDG_CONFIG_HOME/dahui/config.ini, made of sections of `name = value`. */
#ifndef DAHUI_CMD_CONFIG_H
#define DAHUI_CMD_CONFIG_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"

/* What can be set in [reader]. The table in config.c says for each its name, its first value, what it may be and what it is for. */
enum setting {
    SET_MEASURE,
    SET_BREAKS,
    SET_HANG,
    SET_AMBIGUOUS,
    SET_SCRIPT,
    SET_ORDER,
    SET_LANGUAGE,
    SET_THEME,
    SET_MOUSE,
    SET_CITATION,
    N_SETTINGS
};

/* Values are checked while the file is read: what may not be is a warning, and the first value stays. Everything lives in the arena. */
struct config {
    const char *values[N_SETTINGS];
    ARRAY(const char *) folders; /* of [library], in order */
    /* [keys] and [colors] as they stand; ui and term know what they mean. */
    ARRAY(struct config_line {
        const char *name, *value;
        size_t line;
    }) keys, colors;
    ARRAY(const char *) warnings; /* "line 3: no setting 'x' in [reader]"; bytes of the file may be in it */
};

/* The settings before any file. */
void config_init(struct config *config);

/* Adds what stands in a file's text: bytes of anybody, of any length. */
void config_read(struct arena *arena, struct config *config, struct bytes text);

/* Adds a warning to a line, for those who know what a key or a colour is. */
void config_warn(struct arena *arena, struct config *config, size_t line, const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Finds and reads the user's file. Where there is none, all stays as it was; where it cannot be read, that is a warning. */
void config_load(struct arena *arena, struct config *config);

int config_number(const struct config *config, enum setting setting);
bool config_is(const struct config *config, enum setting setting, const char *value);

/* Prints [reader] and [library] as a file with a comment for each setting. */
void config_print(const struct config *config);

#endif
