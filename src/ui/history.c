/* What was typed at a prompt before. */
#include "ui/history.h"

#include <string.h>

void history_finish(struct history *history)
{
    arena_finish(&history->arena);
    *history = (struct history){ .at = 0 };
}

void history_take(struct history *history, const struct words *lines)
{
    history_finish(history);
    for (size_t i = 0; i < lines->n; i++)
        *PUSH(&history->arena, &history->v) = arena_str(&history->arena, lines->v[i]);
    history_leave(history);
}

void history_add(struct history *history, struct str line)
{
    size_t at = 0;
    while (at < history->v.n && !str_eq(history->v.v[at], line))
        at++;
    if (at == history->v.n)
        *PUSH(&history->arena, &history->v) = arena_str(&history->arena, line);
    line = history->v.v[at];
    memmove(&history->v.v[at], &history->v.v[at + 1], (history->v.n - 1 - at) * sizeof line);
    history->v.v[history->v.n - 1] = line;
}

struct str history_last(const struct history *history)
{
    return history->v.n ? history->v.v[history->v.n - 1] : STR("");
}

/* Text that stood at the prompt before one typed is none that was typed. */
static void keep_typed(struct history *history, const struct prompt *prompt)
{
    history->n_typed = prompt->fresh ? 0 : prompt->n;
    memcpy(history->typed, prompt->text, history->n_typed);
}

bool history_step(struct history *history, struct prompt *prompt, bool older)
{
    if (history->at >= history->v.n)
        keep_typed(history, prompt);
    struct str typed = { history->typed, history->n_typed };
    for (size_t at = history->at; older ? at > 0 : at < history->v.n;) {
        at += older ? (size_t)-1 : 1;
        struct str line = at < history->v.n ? history->v.v[at] : typed;
        if (!str_starts(line, typed) || str_eq(line, prompt_text(prompt)))
            continue;
        history->at = at;
        prompt_set(prompt, line);
        return true;
    }
    return false;
}

void history_leave(struct history *history)
{
    history->at = history->v.n;
}
