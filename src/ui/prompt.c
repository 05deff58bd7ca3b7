/* A line that one types at. */
#include "ui/prompt.h"

#include <string.h>

#include "screen/event.h"
#include "text/cell.h"
#include "text/han.h"
#include "text/utf8.h"

void prompt_start(struct prompt *prompt, struct str mark, struct str text)
{
    prompt->mark = mark;
    prompt->n = prompt->cursor = text.n <= PROMPT_MAX ? text.n : 0;
    memcpy(prompt->text, text.p, prompt->n);
    prompt->fresh = prompt->n > 0;
}

void prompt_set(struct prompt *prompt, struct str text)
{
    prompt_start(prompt, prompt->mark, text);
    prompt->fresh = false;
}

struct str prompt_text(const struct prompt *prompt)
{
    return (struct str){ prompt->text, prompt->n };
}

static void cut(struct prompt *prompt, size_t from, size_t to)
{
    memmove(prompt->text + from, prompt->text + to, prompt->n - to);
    prompt->n -= to - from;
    prompt->cursor = from;
}

/* Cuts what ^Y brings back. */
static void cut_away(struct prompt *prompt, size_t from, size_t to)
{
    if (from < to) {
        prompt->killed_n = to - from;
        memcpy(prompt->killed, prompt->text + from, to - from);
    }
    cut(prompt, from, to);
}

void prompt_replace(struct prompt *prompt, size_t from, struct str text)
{
    if (prompt->n - (prompt->cursor - from) + text.n > PROMPT_MAX)
        return;
    cut(prompt, from, prompt->cursor);
    memmove(prompt->text + from + text.n, prompt->text + from, prompt->n - from);
    memcpy(prompt->text + from, text.p, text.n);
    prompt->n += text.n;
    prompt->cursor += text.n;
}

static bool insert(struct prompt *prompt, uint32_t key)
{
    char utf8[4];
    size_t n = utf8_put(key, utf8);
    if (prompt->n + n > PROMPT_MAX)
        return false;
    memmove(prompt->text + prompt->cursor + n, prompt->text + prompt->cursor, prompt->n - prompt->cursor);
    memcpy(prompt->text + prompt->cursor, utf8, n);
    prompt->n += n;
    prompt->cursor += n;
    return true;
}

static size_t before_character(const struct prompt *prompt)
{
    size_t at = prompt->cursor;
    if (at)
        utf8_prev(prompt_text(prompt), &at);
    return at;
}

static size_t before_word(const struct prompt *prompt)
{
    struct str text = prompt_text(prompt);
    size_t at = prompt->cursor;
    bool word = false;
    while (at) {
        size_t before = at;
        bool blank = is_blank(utf8_prev(text, &before));
        if (blank && word)
            break;
        word |= !blank;
        at = before;
    }
    return at;
}

enum prompt_result prompt_key(struct prompt *prompt, uint32_t key)
{
    if (prompt->fresh && key >= 0x20 && key < K_UP)
        prompt->n = prompt->cursor = 0;
    prompt->fresh = false;
    size_t at = prompt->cursor;
    switch (key) {
    case K_ENTER: return PROMPT_DONE;
    case K_ESC: return PROMPT_LEFT;
    case K_CTRL('A'): case K_HOME: prompt->cursor = 0; return PROMPT_SAME;
    case K_CTRL('E'): case K_END: prompt->cursor = prompt->n; return PROMPT_SAME;
    case K_CTRL('B'): case K_LEFT: prompt->cursor = before_character(prompt); return PROMPT_SAME;
    case K_CTRL('F'): case K_RIGHT:
        if (at < prompt->n)
            utf8_next(prompt_text(prompt), &prompt->cursor);
        return PROMPT_SAME;
    case K_BACKSPACE:
        if (prompt->n == 0)
            return PROMPT_LEFT;
        cut(prompt, before_character(prompt), at);
        return PROMPT_CHANGED;
    case K_CTRL('D'): case K_DELETE:
        if (at < prompt->n) {
            utf8_next(prompt_text(prompt), &at);
            cut(prompt, prompt->cursor, at);
        }
        return PROMPT_CHANGED;
    case K_CTRL('U'): cut_away(prompt, 0, at); return PROMPT_CHANGED;
    case K_CTRL('K'): cut_away(prompt, at, prompt->n); return PROMPT_CHANGED;
    case K_CTRL('W'): cut_away(prompt, before_word(prompt), at); return PROMPT_CHANGED;
    case K_CTRL('Y'): prompt_replace(prompt, at, (struct str){ prompt->killed, prompt->killed_n }); return PROMPT_CHANGED;
    default:
        if (key < 0x20 || key >= K_UP || !insert(prompt, key))
            return PROMPT_SAME;
        return PROMPT_CHANGED;
    }
}

void prompt_view(const struct prompt *prompt, struct grid *grid, int row, int end)
{
    struct str text = prompt_text(prompt);
    grid_blank(grid, row, 0, end, STYLE_PROMPT);
    int col = grid_put(grid, row, 0, end, prompt->mark, STYLE_PROMPT);
    size_t room = end - col > 1 ? (size_t)(end - col - 1) : 0, from = 0; /* one cell for the cursor */
    while (cells_of(str_sub(text, from, prompt->cursor)) > room)
        from += cluster_at(text, from).len;
    grid_put(grid, row, col, end, str_sub(text, from, text.n), prompt->fresh ? STYLE_STATUS : STYLE_PROMPT);
    grid->cursor_row = row;
    grid->cursor_col = col + (int)cells_of(str_sub(text, from, prompt->cursor));
    if (grid->cursor_col >= grid->cols)
        grid->cursor_col = grid->cols - 1;
}
