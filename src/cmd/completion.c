/* Completion of command lines for bash, zsh and fish, made from the tables of commands and options. */
#include <stdio.h>
#include <string.h>

#include "base/tr.h"
#include "cmd/cmd.h"

static void print_commands(const char *between)
{
    for (size_t i = 0; i < n_commands; i++)
        printf("%s%s", i ? between : "", commands[i].name);
}

/* Does the command take the option? All take these that no command names. */
static bool takes(const struct command *command, const struct option_row *row)
{
    return strchr("LhV", row->letter) || strchr(command->accepts, row->letter);
}

static void print_bash(void)
{
    puts("_dahui() {\n"
         "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} options words\n"
         "    case $before in");
    for (size_t i = 0; i < n_option_rows; i++)
        if (option_rows[i].words)
            printf("    --%s) COMPREPLY=($(compgen -W '%s' -- \"$word\")); return ;;\n", option_rows[i].name, option_rows[i].words);
    puts("    esac\n    case ${COMP_WORDS[1]} in");
    for (size_t c = 1; c <= n_commands; c++) { /* the default last */
        const struct command *command = &commands[c % n_commands];
        printf("    %s) options='", c < n_commands ? command->name : "*");
        for (size_t i = 0; i < n_option_rows; i++)
            if (takes(command, &option_rows[i]))
                printf("--%s ", option_rows[i].name);
        puts(c < n_commands ? "' ;;" : "--print-config' ;;");
    }
    fputs("    esac\n    [ \"$COMP_CWORD\" -eq 1 ] && words='", stdout);
    print_commands(" ");
    puts("'\n    case $word in\n"
         "    -*) COMPREPLY=($(compgen -W \"$options\" -- \"$word\")) ;;\n"
         "    *) compopt -o filenames; COMPREPLY=($(compgen -W \"$words\" -- \"$word\") $(compgen -f -- \"$word\")) ;;\n"
         "    esac\n"
         "}\n"
         "complete -F _dahui dahui");
}

/* Text between ' ' of a shell, in which these signs mean something to zsh's _arguments: left out. */
static void print_plain(const char *text)
{
    for (; *text; text++)
        if (!strchr("'[]:\\", *text))
            putchar(*text);
}

static void print_zsh(void)
{
    fputs("#compdef dahui\n_arguments \\\n", stdout);
    for (size_t i = 0; i < n_option_rows; i++) {
        const struct option_row *row = &option_rows[i];
        printf("  '--%s%s[", row->name, row->value ? "=" : "");
        print_plain(tr(row->purpose));
        if (!row->value)
            puts("]' \\");
        else if (row->words)
            printf("]:%s:(%s)' \\\n", row->value, row->words);
        else
            printf("]:%s: ' \\\n", row->value);
    }
    fputs("  '--print-config[", stdout);
    print_plain(tr("the configuration file as it is, or as it would be, with comments"));
    fputs("]' \\\n  '1: :_alternative \"commands:command:(", stdout);
    print_commands(" ");
    puts(")\" \"files:file:_files\"' \\\n  '*:file:_files'");
}

static void print_fish(void)
{
    for (size_t i = 0; i < n_commands; i++) {
        printf("complete -c dahui -n __fish_use_subcommand -a %s -d '", commands[i].name);
        print_plain(tr(commands[i].purpose));
        puts("'");
    }
    for (size_t i = 0; i < n_option_rows; i++) {
        const struct option_row *row = &option_rows[i];
        printf("complete -c dahui -l %s%s%s%s%s -d '", row->name, row->value ? " -x" : "", row->words ? " -a '" : "", row->words ? row->words : "",
               row->words ? "'" : "");
        print_plain(tr(row->purpose));
        puts("'");
    }
    puts("complete -c dahui -l print-config");
}

bool completion_print(const char *shell)
{
    static const struct {
        const char *name;
        void (*print)(void);
    } shells[] = { { "bash", print_bash }, { "zsh", print_zsh }, { "fish", print_fish } };
    for (size_t i = 0; i < sizeof shells / sizeof *shells; i++) {
        if (strcmp(shells[i].name, shell) == 0) {
            shells[i].print();
            return true;
        }
    }
    return false;
}
