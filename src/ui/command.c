/* Commands that are typed behind a colon. */
#include "ui/state.h"

#include <string.h>

#include "base/tr.h"
#include "text/han.h"

void start_command(struct ui *ui)
{
    ui->asking = ASKING_COMMAND;
    prompt_start(&ui->prompt, STR(":"), STR(""));
}

/* `:50%`, and `:12` for the paragraph; false where it is no number. */
static bool go_by_number(struct ui *ui, struct str command)
{
    size_t at = 0;
    int n = command.n && command.p[0] >= '0' && command.p[0] <= '9' ? han_number(command, &at) : -1;
    struct str rest = str_sub(command, at, command.n);
    if (n < 0 || !ui->reading.page || (rest.n && !str_eq(rest, STR("%"))))
        return false;
    go_to_pane(ui, PANE_READER);
    ui->jumps.leapt = true;
    if (rest.n)
        move_in(ui, PANE_READER, ACT_PERCENT, (size_t)n);
    else if (n == 0 || (size_t)n <= ui->reading.article->n_paragraphs || !awaits_rest(ui))
        reading_go(&ui->reading, (struct place){ n > 0 ? (size_t)n - 1 : PLACE_TITLE, 0 });
    return true;
}

static void export(struct ui *ui, struct str file, bool anyway)
{
    ui->export_n = file.n <= sizeof ui->export_file ? file.n : 0;
    memcpy(ui->export_file, file.p, ui->export_n);
    want(ui, (struct effect){ .kind = EFFECT_EXPORT, .query = { ui->export_file, ui->export_n }, .anyway = anyway });
}

static void set_mouse(struct ui *ui, struct str word)
{
    bool on = str_eq(word, STR("on"));
    if (!on && !str_eq(word, STR("off"))) {
        say(ui, "mouse on, or mouse off");
        return;
    }
    want(ui, (struct effect){ .kind = EFFECT_MOUSE, .on = on });
    say(ui, on ? TR_LATER("the mouse works here; the terminal's own selection needs Shift") : TR_LATER("the mouse is the terminal's again"));
}

/* Commands that do what a key does. */
static const struct {
    struct str name;
    enum action action;
} commands[] = {
    { STR_INIT("q"), ACT_QUIT },       { STR_INIT("quit"), ACT_QUIT },     { STR_INIT("help"), ACT_HELP },   { STR_INIT("h"), ACT_HELP },
    { STR_INIT("marks"), ACT_MARKS },  { STR_INIT("people"), ACT_PEOPLE }, { STR_INIT("terms"), ACT_TERMS }, { STR_INIT("note"), ACT_NOTE },
};

static enum action action_of(struct str command)
{
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (str_eq(commands[i].name, command))
            return commands[i].action;
    return ACT_NONE;
}

static void obey(struct ui *ui, struct str line)
{
    size_t blank = str_find(line, STR(" "), 0);
    struct str command = str_sub(line, 0, blank), rest = blank == STR_NONE ? STR("") : str_trim(str_sub(line, blank, line.n));
    if (action_of(command))
        act(ui, action_of(command));
    else if (str_eq(command, STR("export")) || str_eq(command, STR("export!")))
        export(ui, rest, command.p[command.n - 1] == '!');
    else if (str_eq(command, STR("mouse")))
        set_mouse(ui, rest);
    else if (command.n && !go_by_number(ui, line))
        say(ui, "no command '%.*s'; there are q, help, marks, people, terms, note, export, mouse, N%%, N", printed(command), command.p);
}

void command_event(struct ui *ui, uint32_t key)
{
    if ((key == K_UP || key == K_DOWN) && history_step(&ui->commands, &ui->prompt, key == K_UP))
        return;
    struct str line = str_trim(prompt_text(&ui->prompt));
    enum prompt_result result = prompt_key(&ui->prompt, key);
    if (result != PROMPT_DONE && result != PROMPT_LEFT)
        return;
    ui->asking = ASKING_NOTHING;
    if (result == PROMPT_DONE && line.n)
        history_add(&ui->commands, line);
    history_leave(&ui->commands);
    if (result == PROMPT_DONE)
        obey(ui, line);
}
