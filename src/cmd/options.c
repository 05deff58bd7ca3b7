/* Options: one table for all commands, and which of them a command takes. */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/cmd.h"
#include "cmd/language.h"
#include "cmd/output.h"
#include "host/terminal.h"

/* The letter of an option is what a command names in `accepts`. Long options only, but for -h and -V. */
static const struct option table[] = {
    { "encoding", required_argument, NULL, 'e' }, { "json", no_argument, NULL, 'j' },      { "sort", required_argument, NULL, 's' },
    { "source", no_argument, NULL, 'r' },         { "text", no_argument, NULL, 't' },      { "width", required_argument, NULL, 'w' },
    { "measure", required_argument, NULL, 'm' },  { "count", no_argument, NULL, 'c' },     { "articles", no_argument, NULL, 'a' },
    { "limit", required_argument, NULL, 'l' },    { "context", required_argument, NULL, 'x' }, { "size", required_argument, NULL, 'z' },
    { "keys", required_argument, NULL, 'k' },     { "styles", no_argument, NULL, 'y' },    { "help", no_argument, NULL, 'h' },
    { "version", no_argument, NULL, 'V' },        { "lang", required_argument, NULL, 'L' }, { "status", no_argument, NULL, 'S' },
    { "color", required_argument, NULL, 'C' },
    { "breaks", required_argument, NULL, 'b' },    { "hang", required_argument, NULL, 'g' }, { NULL, 0, NULL, 0 },
};

static const char *name_of(int letter)
{
    for (size_t i = 0; table[i].name; i++)
        if (table[i].val == letter)
            return table[i].name;
    return "?";
}

static int usage(const struct command *command)
{
    complain("usage: dahui %s %s", command->name, command->usage);
    return EXIT_TROUBLE;
}

/* A whole number from `least` to `most`, or a complaint. */
static bool read_number(int letter, const char *text, int least, int most, int *to)
{
    char *end;
    long n = strtol(text, &end, 10);
    if (*text < '0' || *text > '9' || *end || n < least || n > most) {
        complain("--%s takes a number from %d to %d, not '%s'", name_of(letter), least, most, text);
        return false;
    }
    *to = (int)n;
    return true;
}

static bool read_size(const char *text, struct options *options)
{
    char left[32];
    const char *x = strchr(text, 'x');
    if (x && (size_t)(x - text) < sizeof left) {
        snprintf(left, sizeof left, "%.*s", (int)(x - text), text);
        return read_number('z', left, 1, 1000, &options->cols) && read_number('z', x + 1, 1, 500, &options->rows);
    }
    complain("--size takes COLSxROWS, not '%s'", text);
    return false;
}

static bool read_color(const char *text, enum color_when *color)
{
    static const char *const names[] = { "auto", "always", "never" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], text) == 0)
            return *color = (enum color_when)i, true;
    return complain("--color takes auto, always or never, not '%s'", text), false;
}

/* An order of reports; of answers there is one more. */
static bool read_order(const struct command *command, const char *text, struct options *options)
{
    bool answers = command->run == cmd_find;
    options->relevance = answers && strcmp(text, "relevance") == 0;
    if (options->relevance)
        return true;
    options->sort = order_by_name(text);
    if (options->sort == N_ORDERS && answers)
        complain("no order '%s'; there are relevance, date, place, ordinal, title and size", text);
    else if (options->sort == N_ORDERS)
        complain("no order '%s'; there are date, place, ordinal, title and size", text);
    return options->sort != N_ORDERS;
}

bool options_color(const struct options *options)
{
    const char *no = getenv("NO_COLOR"), *term = getenv("TERM");
    if (options->color != COLOR_AUTO)
        return options->color == COLOR_ALWAYS;
    return output_is_terminal() && !(no && *no) && term && strcmp(term, "dumb") != 0;
}

/* Takes one option in; false after a complaint. */
static bool take(const struct command *command, int letter, const char *value, struct options *options)
{
    switch (letter) {
    case 'e': options->encoding = value; return true;
    case 'j': return options->json = true;
    case 'r': return options->source = true;
    case 't': return options->text = true;
    case 'c': return options->count = true;
    case 'a': return options->articles = true;
    case 'y': return options->styles = true;
    case 'S': return options->status = true;
    case 'k': options->keys = value; return true;
    case 'w': return read_number(letter, value, 1, 10000, &options->width);
    case 'm': return read_number(letter, value, 1, 1000, &options->measure);
    case 'b':
        options->breaks = (int)breaks_by_name(value);
        if (options->breaks == N_BREAKS)
            complain("--breaks takes strict, basic or off, not '%s'", value);
        return options->breaks != N_BREAKS;
    case 'g':
        options->hang = strcmp(value, "on") == 0;
        if (!options->hang && strcmp(value, "off") != 0)
            return complain("--hang takes on or off, not '%s'", value), false;
        return true;
    case 'l': return read_number(letter, value, 1, 1000000000, &options->limit);
    case 'x': return read_number(letter, value, 0, 10000, &options->context);
    case 'z': return read_size(value, options);
    case 'L':
        options->lang = value;
        return language_known(value) || (complain("no language '%s'; there are zh_CN, zh_TW and en", value), false);
    case 'C': return read_color(value, &options->color);
    case 's': return read_order(command, value, options);
    default: return false;
    }
}

/* What getopt_long refused, in our words. */
static void refuse(const struct command *command, int letter, char *word)
{
    if (letter == ':')
        complain("option '%s' wants a value", word);
    else
        complain("unknown option '%s' for '%s'", word, command->name);
}

int options_read(const struct command *command, int argc, char **argv, struct options *options)
{
    *options = (struct options){ .width = -1, .measure = -1, .limit = -1, .context = -1, .breaks = -1, .hang = -1 };
    opterr = 0;
    for (;;) {
        int at = optind;
        int letter = getopt_long(argc, argv, ":hV", table, NULL);
        if (letter == -1)
            break;
        if (letter == 'h' || letter == 'V') {
            if (letter == 'h')
                printf("usage: dahui %s %s\n%s\n", command->name, command->usage, command->purpose);
            else
                puts("dahui " DAHUI_VERSION);
            return EXIT_DONE;
        }
        if (letter == '?' || letter == ':') {
            refuse(command, letter, argv[optind > at ? optind - 1 : at]);
            return usage(command);
        }
        if (letter != 'L' && !strchr(command->accepts, letter)) {
            complain("'%s' takes no option '--%s'", command->name, name_of(letter));
            return usage(command);
        }
        if (!take(command, letter, optarg, options))
            return EXIT_TROUBLE;
    }
    options->operands = argv + optind;
    options->n_operands = argc - optind;
    return -1;
}

struct page_rules options_page(const struct options *options)
{
    return (struct page_rules){ options->measure, { (enum breaks)options->breaks, options->hang } };
}
