/* Commands: one file a command, the table that names them, and the options they share. */
#ifndef DAHUI_CMD_CMD_H
#define DAHUI_CMD_CMD_H

#include <stdbool.h>
#include <stddef.h>

#include "cmd/config.h"
#include "find/order.h"
#include "library/library.h"
#include "page/page.h"

struct taste; /* cmd/taste.h */

enum { EXIT_DONE = 0, EXIT_NOTHING = 1, EXIT_TROUBLE = 2 };

/* What the command line said. Numbers are -1 where it did not say; the configuration file answers then. */
struct options {
    const struct config *config;
    const struct taste *taste;
    bool secure; /* DAHUI_SECURE, LESSSECURE: nothing is written outside the state folder */
    const char *encoding;
    const char *lang;
    enum order_key sort;
    bool relevance; /* instead of sort */
    bool traces, json, source, text, count, articles, styles, status;
    enum color_when { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER } color;
    int width, measure, limit, context;
    int breaks; /* enum breaks */
    int hang;   /* 0 or 1 */
    int script; /* enum script_wish; N_SCRIPT_WISHES: as it was left */
    int rows, cols; /* of --size */
    const char *state; /* folder of what is kept between sessions */
    const char *keys;
    struct start {
        const char *query; /* what is searched for first; NULL: nothing */
        bool numbered, placed; /* a report is opened first, at a place */
        uint32_t report;
        struct place place; /* its offset in code points */
    } start;
    char **operands;
    int n_operands;
};

/* A command. `accepts` names the options it takes by their letters in options.c. */
struct command {
    const char *name;
    const char *accepts;
    const char *usage;   /* what follows the name */
    const char *purpose; /* a line for --help */
    int (*run)(const struct options *options);
};

extern const struct command commands[];
extern const size_t n_commands;

/* An option. The letter is what commands name in `accepts`; on the command line only -h and -V are short. */
struct option_row {
    char letter;
    const char *name;
    const char *value;   /* what it wants behind it; NULL: nothing */
    const char *words;   /* all that may stand there, parted by blanks; NULL: anything */
    const char *purpose; /* a message */
};
extern const struct option_row option_rows[];
extern const size_t n_option_rows;

int cmd_main(int argc, char **argv);

/* Reads the options of a command; argv[0] is its name. Answers -1 to go on, or the status to exit with. */
int options_read(const struct command *command, int argc, char **argv, struct options *options);

/* Is what is printed to be coloured? By --color; without it on a terminal that may have colours (TERM, NO_COLOR, https://no-color.org). */
bool options_color(const struct options *options);

/* How reports are to be set. */
struct page_rules options_page(const struct options *options);

int cmd_read(const struct options *options);
int cmd_list(const struct options *options);
int cmd_show(const struct options *options);
int cmd_outline(const struct options *options);
int cmd_find(const struct options *options);
int cmd_people(const struct options *options);
int cmd_terms(const struct options *options);
int cmd_marks(const struct options *options);
int cmd_export(const struct options *options);
int cmd_check(const struct options *options);
int cmd_index(const struct options *options);
int cmd_snap(const struct options *options);

/* Takes +/QUERY out of the operands, and what follows the # of a lone FILE#N, FILE#N:PARAGRAPH or FILE#N:PARAGRAPH:OFFSET, into
 * options->start. A file that is really named so is that file. The operands then live in the arena. */
void start_read(struct arena *arena, struct options *options);

/* Prints what completes command lines in a shell: bash, zsh or fish, made from the tables. False: another. */
bool completion_print(const char *shell);

/* Adds the reports of the operands (the default library where there are none). */
void load_operands(struct library *library, const struct options *options, int first);

/* The paths among the operands; those of the default library where there are none (nothing with a problem, where that is missing). */
const char *const *operand_paths(struct library *library, const struct options *options, int first, size_t *n);

/* The same as load_operands through a cache, where there is one; it is brought up to date, unless nothing may be written. */
void open_operands(struct library *library, const struct options *options, int first);

enum library_use library_use(const struct options *options, enum library_use use);

/* Names each problem on standard error and answers the status that follows from them: EXIT_DONE or EXIT_TROUBLE. */
int report_problems(struct library *library);

#endif
