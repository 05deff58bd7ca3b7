/* Options: one table for all commands, and which of them a command takes. */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "article/script.h"
#include "base/tr.h"
#include "cmd/cmd.h"
#include "cmd/language.h"
#include "cmd/output.h"
#include "host/terminal.h"

const struct option_row option_rows[] = {
    { 'e', "encoding", "NAME", NULL, TR_LATER("read as UTF-8, GB18030, BIG5, UTF-16LE or UTF-16BE, whatever it looks like") },
    { 'j', "json", NULL, NULL, TR_LATER("one JSON object a line") },
    { 's', "sort", "KEY", "date place ordinal title size relevance", TR_LATER("date, place, ordinal, title or size; of what find finds also relevance") },
    { 'r', "source", NULL, NULL, TR_LATER("the capture as it was decoded, nothing cleaned") },
    { 't', "text", NULL, NULL, TR_LATER("print everything as text instead of opening the reader") },
    { 'w', "width", "N", NULL, TR_LATER("cells a line (80, or the terminal's)") },
    { 'm', "measure", "N", NULL, TR_LATER("Han a line of text at most (40)") },
    { 'b', "breaks", "LEVEL", "strict basic off", TR_LATER("strict, basic or off: which marks may not begin or end a line (strict)") },
    { 'g', "hang", "on|off", "on off", TR_LATER("a stop or a pause may stand behind the end of a line (on)") },
    { 'T', "script", "NAME", "as-written simplified traditional", TR_LATER("of the text: as-written, simplified or traditional (as-written)") },
    { 'G', "traces", NULL, NULL, TR_LATER("show traces of hidden characters, joins and repairs") },
    { 'c', "count", NULL, NULL, TR_LATER("print ARTICLES and MATCHES") },
    { 'a', "articles", NULL, NULL, TR_LATER("print each article that answers once") },
    { 'S', "status", NULL, NULL, TR_LATER("say how it is instead") },
    { 'l', "limit", "N", NULL, TR_LATER("stop after N matches") },
    { 'x', "context", "N", NULL, TR_LATER("Han at each side of a match (20)") },
    { 'C', "color", "WHEN", "auto always never", TR_LATER("auto, always or never") },
    { 'z', "size", "COLSxROWS", NULL, TR_LATER("of the screen to print") },
    { 'k', "keys", "STRING", NULL, TR_LATER("keys to type: characters, <Enter>, <Esc>, <C-d>, <PgDn>, <Size:100x30>, <Snap> ...") },
    { 'K', "state", "FOLDER", NULL, TR_LATER("where places and marks are kept (snap: without it nowhere)") },
    { 'y', "styles", NULL, NULL, TR_LATER("print the styles and the cursor below each screen") },
    { 'L', "lang", "NAME", "zh_CN zh_TW en", TR_LATER("of screens and messages: zh_CN, zh_TW or en") },
    { 'h', "help", NULL, NULL, TR_LATER("this text") },
    { 'V', "version", NULL, NULL, TR_LATER("the version") },
};
const size_t n_option_rows = sizeof option_rows / sizeof *option_rows;

/* The table as getopt_long wants it. */
static const struct option *getopt_table(void)
{
    static struct option table[sizeof option_rows / sizeof *option_rows + 1];
    for (size_t i = 0; i < n_option_rows; i++)
        table[i] = (struct option){ option_rows[i].name, option_rows[i].value ? required_argument : no_argument, NULL, option_rows[i].letter };
    return table;
}

static const char *name_of(int letter)
{
    for (size_t i = 0; i < n_option_rows; i++)
        if (option_rows[i].letter == letter)
            return option_rows[i].name;
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
    case 'K': options->state = value; return true;
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
    case 'G': return options->traces = true;
    case 'T':
        options->script = (int)script_wish_by_name(value);
        if (options->script == N_SCRIPT_WISHES)
            complain("--script takes as-written, simplified or traditional, not '%s'", value);
        return options->script != N_SCRIPT_WISHES;
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
    *options = (struct options){ .width = -1, .measure = -1, .limit = -1, .context = -1, .breaks = -1, .hang = -1, .script = -1 };
    opterr = 0;
    for (;;) {
        int at = optind;
        int letter = getopt_long(argc, argv, ":hV", getopt_table(), NULL);
        if (letter == -1)
            break;
        if (letter == 'h' || letter == 'V') {
            if (letter == 'h')
                printf("usage: dahui %s %s\n%s\n", command->name, command->usage, tr(command->purpose));
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
    return (struct page_rules){ options->measure, { (enum breaks)options->breaks, options->hang }, options->traces };
}
