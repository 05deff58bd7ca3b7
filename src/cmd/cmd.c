/* Commands: the table that names them, and what is said of them. */
#include "cmd/cmd.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "article/script.h"
#include "base/buf.h"
#include "base/tr.h"
#include "cmd/language.h"
#include "cmd/output.h"
#include "cmd/taste.h"

const struct command commands[] = {
    { "read", "embgTGtw", "[OPTION...] [PATH...]", TR_LATER("open the reader (the default)"), cmd_read },
    { "list", "ejs", "[--json] [--sort KEY] [PATH...]", TR_LATER("one line an article"), cmd_list },
    { "show", "ejrwmbgTG", "[--json|--source] [--width N] [--script NAME] [--traces] ARTICLE...", TR_LATER("one article, cleaned and typeset"), cmd_show },
    { "outline", "ej", "[--json] ARTICLE...", TR_LATER("its sections"), cmd_outline },
    { "find", "ejcalxsC", "[--json|--count|--articles] [--sort KEY] [--limit N] [--context N] [--color WHEN] QUERY [PATH...]",
      TR_LATER("names and phrases"), cmd_find },
    { "people", "ej", "[--json] [PATH...]", TR_LATER("names, with roles and articles"), cmd_people },
    { "terms", "ej", "[--json] [PATH...]", TR_LATER("set phrases, with articles by year"), cmd_terms },
    { "marks", "jK", "[--json] [--state FOLDER]", TR_LATER("marks and notes"), cmd_marks },
    { "export", "K", "[--state FOLDER]", TR_LATER("marks and notes with what they quote, as Markdown"), cmd_export },
    { "check", "ej", "[--json] [PATH...]", TR_LATER("what cleaning guessed, removed, joined, repaired"), cmd_check },
    { "index", "jS", "[--status [--json]] [FOLDER...]", TR_LATER("bring the cache of a library up to date"), cmd_index },
    { "snap", "embgTGzkyK", "--size COLSxROWS [--keys STRING] [--styles] [--state FOLDER] [PATH...]", TR_LATER("type keys, print the screens as text"), cmd_snap },
};
const size_t n_commands = sizeof commands / sizeof *commands;

static const struct command *command_named(const char *name)
{
    for (size_t i = 0; i < n_commands; i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}

/* --encoding NAME and what it is for, that in one column. */
static void print_option(const char *name, const char *value, const char *purpose)
{
    enum { NAMES = 18 };
    int n = printf("  %s%s%s", name, value ? " " : "", value ? value : "");
    print_blanks(n < NAMES + 2 ? (size_t)(NAMES + 2 - n) : 2);
    puts(tr(purpose));
}

static int print_help(void)
{
    printf("dahui - %s\n\n", tr("read Chinese congress reports in a terminal"));
    for (size_t i = 0; i < n_commands; i++)
        printf("dahui %-8s %s\n               %s\n", commands[i].name, commands[i].usage, tr(commands[i].purpose));
    printf("\n%s\n\n", tr("PATH     a file or a folder, read with the folders in it; - is standard input. None:\n"
                          "         $DAHUI_LIBRARY, else the folders of the configuration file, else the articles\n"
                          "         that came with the program.\n"
                          "ARTICLE  FILE, FILE#N for the N-th article of a file, or an id that list printed.\n"
                          "The reader opens FILE#N:PARAGRAPH:OFFSET at that place, and FILE with +/QUERY at its first hit."));
    for (size_t i = 0; i < n_option_rows; i++) {
        char name[40];
        bool is_short = option_rows[i].letter == 'h' || option_rows[i].letter == 'V';
        if (option_rows[i].letter == 'h')
            print_option("--print-config", NULL, TR_LATER("the configuration file as it is, or as it would be, with comments"));
        snprintf(name, sizeof name, "%s--%s", is_short ? option_rows[i].letter == 'h' ? "-h, " : "-V, " : "", option_rows[i].name);
        print_option(name, option_rows[i].value, option_rows[i].purpose);
    }
    printf("\n%s\n\n%s\n", tr("DAHUI_AMBIGUOUS=1|2|auto  cells of “ … × and their like; auto asks the terminal\n"
                              "DAHUI_DEBUG=FILE          add a line to FILE for each frame: the bytes sent for it\n"
                              "DAHUI_SECURE=1            open only what was named, write nothing outside the state folder"),
           tr("Exit status: 0 done; 1 nothing found; 2 wrong usage, or something could not be read."));
    return finish_output() ? EXIT_DONE : EXIT_TROUBLE;
}

static int print_version(void)
{
    puts("dahui " DAHUI_VERSION);
    return finish_output() ? EXIT_DONE : EXIT_TROUBLE;
}

static int print_config(void)
{
    struct arena arena = { 0 };
    struct config config;
    config_init(&config);
    config_load(&arena, &config);
    struct taste taste = taste_read(&arena, &config);
    if (!config_is(&config, SET_LANGUAGE, "auto"))
        language_choose(config.values[SET_LANGUAGE], "en");
    config_print(&config);
    taste_print(&taste);
    for (size_t i = 0; i < config.warnings.n; i++)
        complain("%s", config.warnings.v[i]);
    arena_finish(&arena);
    return finish_output() ? EXIT_DONE : EXIT_TROUBLE;
}

static bool is_set(const char *variable)
{
    const char *value = getenv(variable);
    return value && *value && strcmp(value, "0") != 0;
}

/* A folder as the configuration file names it: ~/ is the home. */
static char *expand(struct arena *arena, const char *folder)
{
    const char *home = getenv("HOME");
    struct buf path = buf_make(arena, 1 << 16);
    if (folder[0] == '~' && (folder[1] == '/' || !folder[1]) && home) {
        buf_add_cstr(&path, home);
        folder++;
    }
    buf_add_cstr(&path, folder);
    buf_add_bytes(&path, "", 1);
    return path.p;
}

/* Where no PATH was named, nor $DAHUI_LIBRARY, the folders of the configuration file are. */
static void add_folders(struct arena *arena, const struct command *command, struct options *options)
{
    const struct config *config = options->config;
    const char *library = getenv("DAHUI_LIBRARY");
    int before = command->run == cmd_find; /* the QUERY */
    bool takes_paths = strstr(command->usage, "[PATH...]") || strstr(command->usage, "[FOLDER...]");
    if (!takes_paths || options->n_operands != before || config->folders.n == 0 || (library && *library))
        return;
    char **operands = NEW_N(arena, char *, config->folders.n + 1);
    for (int i = 0; i < before; i++)
        operands[i] = options->operands[i];
    for (size_t i = 0; i < config->folders.n; i++)
        operands[(size_t)before + i] = expand(arena, config->folders.v[i]);
    options->operands = operands;
    options->n_operands = before + (int)config->folders.n;
}

/* Runs a command by its options, and where they say nothing by the configuration file. */
static int run(const struct command *command, struct options *options)
{
    struct arena arena = { 0 };
    struct config config;
    config_init(&config);
    config_load(&arena, &config);
    struct taste taste = taste_read(&arena, &config);
    options->config = &config;
    options->taste = &taste;
    options->secure = is_set("DAHUI_SECURE") || is_set("LESSSECURE");
    if (!options->lang && !config_is(&config, SET_LANGUAGE, "auto"))
        options->lang = config.values[SET_LANGUAGE];
    if (options->measure < 0)
        options->measure = config_number(&config, SET_MEASURE);
    if (options->breaks < 0)
        options->breaks = (int)breaks_by_name(config.values[SET_BREAKS]);
    if (options->hang < 0)
        options->hang = config_is(&config, SET_HANG, "on");
    if (options->script < 0)
        options->script = (int)script_wish_by_name(config.values[SET_SCRIPT]);
    bool reader = command->run == cmd_read || command->run == cmd_snap;
    if (reader)
        start_read(&arena, options);
    add_folders(&arena, command, options);
    language_choose(options->lang, reader ? "zh_CN" : "en");
    int status = command->run(options);
    arena_finish(&arena);
    return status;
}

int cmd_main(int argc, char **argv)
{
    const char *first = argc > 1 ? argv[1] : "";
    language_choose(NULL, "en");
    if (strcmp(first, "-h") == 0 || strcmp(first, "--help") == 0)
        return print_help();
    if (strcmp(first, "-V") == 0 || strcmp(first, "--version") == 0)
        return print_version();
    if (strcmp(first, "--print-config") == 0)
        return print_config();
    if (strcmp(first, "--completion") == 0) /* for those who install the program */
        return argc == 3 && completion_print(argv[2]) && finish_output() ? EXIT_DONE : EXIT_TROUBLE;
    const struct command *command = command_named(first);
    if (command) {
        argc--;
        argv++;
    } else {
        command = &commands[0];
    }
    struct options options;
    int status = options_read(command, argc, argv, &options);
    if (status < 0)
        status = run(command, &options);
    if (!finish_output())
        status = EXIT_TROUBLE;
    return status;
}

const char *const *operand_paths(struct library *library, const struct options *options, int first, size_t *n)
{
    *n = (size_t)(options->n_operands - first);
    const char **paths = NEW_N(&library->arena, const char *, *n + 1);
    for (size_t i = 0; i < *n; i++)
        paths[i] = options->operands[(size_t)first + i];
    if (*n == 0 && (paths[0] = library_default(library)))
        *n = 1;
    else if (*n == 0)
        *PUSH(&library->arena, &library->problems) = (struct problem){ "no articles came with this program; name a file or a folder", false };
    return paths;
}

void load_operands(struct library *library, const struct options *options, int first)
{
    size_t n;
    const char *const *paths = operand_paths(library, options, first, &n);
    for (size_t i = 0; i < n; i++)
        library_add(library, paths[i], options->encoding);
}

void open_operands(struct library *library, const struct options *options, int first)
{
    size_t n;
    const char *const *paths = operand_paths(library, options, first, &n);
    library_open(library, paths, n, options->encoding, library_use(options, LIBRARY_LOOK));
}

enum library_use library_use(const struct options *options, enum library_use use)
{
    return options->secure ? use : use | LIBRARY_RENEW;
}

int report_problems(struct library *library)
{
    enum { SAID = 10 };
    size_t skipped = 0;
    int status = EXIT_DONE;
    for (size_t i = 0; i < library->problems.n; i++) {
        const struct problem *problem = &library->problems.v[i];
        if (!problem->skipped)
            status = EXIT_TROUBLE;
        else if (++skipped > SAID)
            continue;
        complain("%s", problem->message);
    }
    if (skipped > SAID)
        complain("skipped %zu more", skipped - SAID);
    return status;
}
