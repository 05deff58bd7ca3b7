/* Commands: the table that names them, and what is said of them. */
#include "cmd/cmd.h"

#include <stdio.h>
#include <string.h>

#include "cmd/language.h"
#include "cmd/output.h"

static const struct command commands[] = {
    { "read", "embgtw", "[OPTION...] [PATH...]", "open the reader (the default)", cmd_read },
    { "list", "ejs", "[--json] [--sort KEY] [PATH...]", "one line an article", cmd_list },
    { "show", "ejrwmbg", "[--json|--source] [--width N] ARTICLE...", "one article, cleaned and typeset", cmd_show },
    { "outline", "ej", "[--json] ARTICLE...", "its sections", cmd_outline },
    { "find", "ejcalxsC", "[--json|--count|--articles] [--sort KEY] [--limit N] [--context N] [--color WHEN] QUERY [PATH...]",
      "names and phrases", cmd_find },
    { "people", "ej", "[--json] [PATH...]", "names, with roles and articles", cmd_people },
    { "terms", "ej", "[--json] [PATH...]", "set phrases, with articles by year", cmd_terms },
    { "check", "ej", "[--json] [PATH...]", "what cleaning guessed, removed, joined, repaired", cmd_check },
    { "index", "jS", "[--status [--json]] [FOLDER...]", "bring the cache of a library up to date", cmd_index },
    { "snap", "embgzky", "--size COLSxROWS [--keys STRING] [--styles] [PATH...]", "type keys, print the screens as text", cmd_snap },
};
enum { N_COMMANDS = sizeof commands / sizeof *commands };

static const struct command *command_named(const char *name)
{
    for (size_t i = 0; i < N_COMMANDS; i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}

static int print_help(void)
{
    puts("dahui - read Chinese congress reports in a terminal\n");
    for (size_t i = 0; i < N_COMMANDS; i++)
        printf("dahui %-8s %s\n               %s\n", commands[i].name, commands[i].usage, commands[i].purpose);
    puts("\n"
         "PATH     a file or a folder, read with the folders in it; - is standard input. None:\n"
         "         $DAHUI_LIBRARY, else the articles that came with the program.\n"
         "ARTICLE  FILE, FILE#N for the N-th article of a file, or an id that list printed.\n"
         "\n"
         "  --encoding NAME   read as UTF-8, GB18030, BIG5, UTF-16LE or UTF-16BE, whatever it looks like\n"
         "  --json            one JSON object a line\n"
         "  --sort KEY        date, place, ordinal, title or size; of what find finds also relevance\n"
         "  --source          the capture as it was decoded, nothing cleaned\n"
         "  --text            print everything as text instead of opening the reader\n"
         "  --width N         cells a line (80, or the terminal's)\n"
         "  --measure N       Han a line of text at most (40)\n"
         "  --breaks LEVEL    strict, basic or off: which marks may not begin or end a line (strict)\n"
         "  --hang on|off     a stop or a pause may stand behind the end of a line (on)\n"
         "  --count           print ARTICLES and MATCHES\n"
         "  --articles        print each article that answers once\n"
         "  --status          say how it is instead\n"
         "  --limit N         stop after N matches\n"
         "  --context N       Han at each side of a match (20)\n"
         "  --color WHEN      auto, always or never\n"
         "  --size COLSxROWS  of the screen to print\n"
         "  --keys STRING     keys to type: characters, <Enter>, <Esc>, <C-d>, <PgDn>, <Size:100x30>, <Snap> ...\n"
         "  --styles          print the styles and the cursor below each screen\n"
         "  --lang NAME       of screens and messages: zh_CN, zh_TW or en\n"
         "  --print-config    the configuration file as it is, or as it would be, with comments\n"
         "  -h, --help        this text\n"
         "  -V, --version     the version\n"
         "\n"
         "DAHUI_AMBIGUOUS=1|2|auto  cells of “ … × and their like; auto asks the terminal\n"
         "DAHUI_DEBUG=FILE          add a line to FILE for each frame: the bytes sent for it\n"
         "\n"
         "Exit status: 0 done; 1 nothing found; 2 wrong usage, or something could not be read.");
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
    config_print(&config);
    for (size_t i = 0; i < config.warnings.n; i++)
        complain("%s", config.warnings.v[i]);
    arena_finish(&arena);
    return finish_output() ? EXIT_DONE : EXIT_TROUBLE;
}

/* Runs a command by its options, and where they say nothing by the configuration file. */
static int run(const struct command *command, struct options *options)
{
    struct arena arena = { 0 };
    struct config config;
    config_init(&config);
    config_load(&arena, &config);
    options->config = &config;
    if (!options->lang && !config_is(&config, SET_LANGUAGE, "auto"))
        options->lang = config.values[SET_LANGUAGE];
    if (options->measure < 0)
        options->measure = config_number(&config, SET_MEASURE);
    if (options->breaks < 0)
        options->breaks = (int)breaks_by_name(config.values[SET_BREAKS]);
    if (options->hang < 0)
        options->hang = config_is(&config, SET_HANG, "on");
    bool reader = command->run == cmd_read || command->run == cmd_snap;
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
    library_open(library, paths, n, options->encoding, LIBRARY_LOOK);
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
