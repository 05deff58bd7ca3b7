/* The configuration file: what can be set, and reading it with inih. */
#include "cmd/config.h"

#include <ini.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/tr.h"
#include "host/file.h"

/* `allowed` is a range of numbers, "1..1000", or the words that a value may be. */
static const struct {
    const char *name, *first, *allowed, *purpose;
} table[N_SETTINGS] = {
    [SET_MEASURE] = { "measure", "40", "1..1000", TR_LATER("Han characters a line of text takes at most") },
    [SET_BREAKS] = { "breaks", "strict", "strict basic off", TR_LATER("which marks may not begin or end a line") },
    [SET_HANG] = { "hang", "on", "on off", TR_LATER("let a pausing mark hang behind the end of a line") },
    [SET_AMBIGUOUS] = { "ambiguous", "auto", "auto 1 2", TR_LATER("cells of “ ” … × and their like; auto asks the terminal") },
    [SET_SCRIPT] = { "script", "kept", "kept as-written simplified traditional", TR_LATER("script that reports are shown in at the start; kept: as it was left (s: another)") },
    [SET_ORDER] = { "order", "kept", "kept given date place ordinal title size", TR_LATER("order of the list at the start; kept: as it was left") },
    [SET_LANGUAGE] = { "language", "auto", "auto zh_CN zh_TW en", TR_LATER("language of screens and messages; auto follows the locale") },
    [SET_THEME] = { "theme", "auto", "auto dark light none", TR_LATER("colours; auto asks the terminal for its background") },
    [SET_MOUSE] = { "mouse", "off", "on off", TR_LATER("clicks, wheel and dragging; the terminal's own selection then needs Shift") },
    [SET_CITATION] = { "citation", "plain", "plain markdown gbt7714", TR_LATER("form of the citation of a copied passage") },
};

void config_init(struct config *config)
{
    *config = (struct config){ .values = { NULL } };
    for (int i = 0; i < N_SETTINGS; i++)
        config->values[i] = table[i].first;
}

int config_number(const struct config *config, enum setting setting)
{
    return atoi(config->values[setting]);
}

bool config_is(const struct config *config, enum setting setting, const char *value)
{
    return strcmp(config->values[setting], value) == 0;
}

void config_warn(struct arena *arena, struct config *config, size_t line, const char *format, ...)
{
    char what[512], text[600];
    va_list args;
    va_start(args, format);
    vsnprintf(what, sizeof what, tr(format), args);
    va_end(args);
    snprintf(text, sizeof text, tr("line %zu: %s"), line, what);
    *PUSH(arena, &config->warnings) = arena_str(arena, str_of(text)).p;
}

static bool is_in_range(const char *value, const char *range)
{
    long least, most;
    char *end;
    if (sscanf(range, "%ld..%ld", &least, &most) != 2)
        return false;
    long n = strtol(value, &end, 10);
    return *value >= '0' && *value <= '9' && !*end && n >= least && n <= most;
}

/* Is the value one of the words? */
static bool is_word_of(const char *value, const char *words)
{
    size_t n = strlen(value);
    for (const char *at = strstr(words, value); n && at && !strchr(value, ' '); at = strstr(at + 1, value))
        if ((at == words || at[-1] == ' ') && (at[n] == ' ' || !at[n]))
            return true;
    return false;
}

/* A file that is being read: inih asks for lines and hands back what they say. */
struct reading {
    struct arena *arena;
    struct config *config;
    struct bytes rest;
    size_t line;       /* number of the line that was handed out last */
    bool means_something; /* a blank line, a comment, a section; or a name and value that were taken */
};

static void take_setting(struct reading *r, const char *name, const char *value)
{
    for (int i = 0; i < N_SETTINGS; i++) {
        if (strcmp(table[i].name, name) != 0)
            continue;
        if (is_in_range(value, table[i].allowed) || is_word_of(value, table[i].allowed))
            r->config->values[i] = arena_str(r->arena, str_of(value)).p;
        else
            config_warn(r->arena, r->config, r->line, "'%s' may be %s, not '%s'", name, table[i].allowed, value);
        return;
    }
    config_warn(r->arena, r->config, r->line, "no setting '%s' in [%s]", name, "reader");
}

static int take(void *user, const char *section, const char *name, const char *value)
{
    struct reading *r = user;
    r->means_something = true;
    struct config_line line = { arena_str(r->arena, str_of(name)).p, arena_str(r->arena, str_of(value)).p, r->line };
    if (strcmp(section, "reader") == 0)
        take_setting(r, name, value);
    else if (strcmp(section, "keys") == 0)
        *PUSH(r->arena, &r->config->keys) = line;
    else if (strcmp(section, "colors") == 0)
        *PUSH(r->arena, &r->config->colors) = line;
    else if (strcmp(section, "library") == 0 && strcmp(name, "folder") == 0)
        *PUSH(r->arena, &r->config->folders) = line.value;
    else if (strcmp(section, "library") == 0)
        config_warn(r->arena, r->config, r->line, "no setting '%s' in [%s]", name, section);
    else
        config_warn(r->arena, r->config, r->line, "no section [%s]", section);
    return 1;
}

/* Does inih understand such a line without handing anything back? */
static bool is_silent(const char *line)
{
    line += strspn(line, " \t\r\n\f\v");
    return !*line || *line == ';' || *line == '#' || (*line == '[' && strchr(line, ']'));
}

static void end_line(struct reading *r)
{
    if (r->line && !r->means_something)
        config_warn(r->arena, r->config, r->line, "not 'name = value'");
}

/* Hands inih the next line, as fgets would. A line that it cannot hold is cut, with a warning. */
static char *next_line(char *to, int size, void *user)
{
    struct reading *r = user;
    end_line(r);
    if (r->rest.n == 0) {
        r->line = 0;
        return NULL;
    }
    const unsigned char *end = memchr(r->rest.p, '\n', r->rest.n);
    size_t n = end ? (size_t)(end - r->rest.p) + 1 : r->rest.n, kept = n < (size_t)size ? n : (size_t)size - 1;
    memcpy(to, r->rest.p, kept);
    for (size_t i = 0; i < kept; i++)
        to[i] = to[i] ? to[i] : '?';
    to[kept] = '\0';
    r->rest = (struct bytes){ r->rest.p + n, r->rest.n - n };
    r->line++;
    r->means_something = is_silent(to);
    if (kept < n) {
        config_warn(r->arena, r->config, r->line, "longer than %d bytes", size - 1);
        r->means_something = true;
        *to = '\0';
    }
    return to;
}

void config_read(struct arena *arena, struct config *config, struct bytes text)
{
    struct reading reading = { .arena = arena, .config = config, .rest = text };
    if (text.n >= 3 && memcmp(text.p, "\xEF\xBB\xBF", 3) == 0)
        reading.rest = (struct bytes){ text.p + 3, text.n - 3 };
    ini_parse_stream(next_line, &reading, take, &reading);
}

/* The user's file: $XDG_CONFIG_HOME/dahui/config.ini; NULL where no home is known. */
static const char *config_path(struct arena *arena)
{
    const char *xdg = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
    char path[4096];
    if (xdg && *xdg == '/')
        snprintf(path, sizeof path, "%s/dahui/config.ini", xdg);
    else if (home && *home == '/')
        snprintf(path, sizeof path, "%s/.config/dahui/config.ini", home);
    else
        return NULL;
    return arena_str(arena, str_of(path)).p;
}

void config_load(struct arena *arena, struct config *config)
{
    const char *path = config_path(arena);
    struct bytes text;
    struct err err;
    if (!path || !file_exists(path))
        return;
    if (file_read(arena, path, &text, &err))
        config_read(arena, config, text);
    else
        *PUSH(arena, &config->warnings) = arena_str(arena, str_of(err.text)).p;
}

void config_print(const struct config *config)
{
    puts("[reader]");
    for (int i = 0; i < N_SETTINGS; i++)
        printf("\n# %s (%s)\n%s = %s\n", tr(table[i].purpose), table[i].allowed, table[i].name, config->values[i]);
    printf("\n[library]\n\n# %s\n", tr("a folder of reports; the line may stand several times"));
    for (size_t i = 0; i < config->folders.n; i++)
        printf("folder = %s\n", config->folders.v[i]);
    if (config->folders.n == 0)
        puts("# folder = ~/reports");
}
