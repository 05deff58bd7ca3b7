/* The key table: which keys do what, in which pane. */
#include "ui/keys.h"

#include <string.h>

#include "base/tr.h"
#include "screen/event.h"

#define BIND(group, action, panes, name, keys, help) { GROUP_##group, action, panes, name, STR_INIT(keys), help }

const struct binding bindings[] = {
    BIND(MOVE, ACT_DOWN, PANES, "down", "j <Down> <C-e>", TR_LATER("next line")),
    BIND(MOVE, ACT_UP, PANES, "up", "k <Up> <C-y>", TR_LATER("previous line")),
    BIND(MOVE, ACT_PAGE_DOWN, PANES, "page-down", "<Space> f <PgDn>", TR_LATER("next page")),
    BIND(MOVE, ACT_PAGE_UP, PANES, "page-up", "b <PgUp>", TR_LATER("previous page")),
    BIND(MOVE, ACT_HALF_DOWN, PANES, "half-down", "<C-d>", TR_LATER("half a page down")),
    BIND(MOVE, ACT_HALF_UP, PANES, "half-up", "<C-u>", TR_LATER("half a page up")),
    BIND(MOVE, ACT_START, PANES, "start", "g <Home>", TR_LATER("start")),
    BIND(MOVE, ACT_END, PANES, "end", "G <End>", TR_LATER("end")),
    BIND(MOVE, ACT_PERCENT, PANES, "percent", "%", TR_LATER("to so many per cent (50%)")),
    BIND(GO, ACT_OPEN, PANE_LIST | PANE_OUTLINE | PANE_RESULTS | PANE_MARKS | PANE_ROSTER, "open", "<Enter> l <Right>", TR_LATER("open")),
    BIND(MOVE, ACT_DOWN, PANE_READER, "read-on", "<Enter>", TR_LATER("next line")),
    BIND(GO, ACT_BACK, PANES, "close", "q", TR_LATER("back; from the outermost pane: quit")),
    BIND(GO, ACT_OUT, PANE_LIST, "fold", "h <Left>", TR_LATER("fold the congress; back")),
    BIND(GO, ACT_BACK, PANE_READER | PANE_OUTLINE | PANE_HELP | PANE_RESULTS | PANE_MARKS | PANE_ROSTER, "back", "h <Left>", TR_LATER("back")),
    BIND(PROGRAM, ACT_QUIT, PANES, "quit", "Q ZZ", TR_LATER("quit")),
    BIND(GO, ACT_OTHER_PANE, PANES, "other-pane", "<Tab>", TR_LATER("other pane")),
    BIND(GO, ACT_ALONE, PANES, "alone", "O", TR_LATER("this pane alone, or both")),
    BIND(GO, ACT_NEXT_ARTICLE, PANES, "next-report", "J", TR_LATER("next report")),
    BIND(GO, ACT_PREV_ARTICLE, PANES, "previous-report", "K", TR_LATER("previous report")),
    BIND(FIND, ACT_SEARCH, PANES, "search", "/", TR_LATER("search the report")),
    BIND(FIND, ACT_SEARCH_BACK, PANE_READER | PANE_OUTLINE, "search-back", "?", TR_LATER("search it backward")),
    BIND(FIND, ACT_SEARCH_LIBRARY, PANES, "search-library", "\\ <C-f>", TR_LATER("search all reports")),
    BIND(FIND, ACT_NEXT_HIT, PANES, "next-hit", "n", TR_LATER("next hit")),
    BIND(FIND, ACT_PREV_HIT, PANES, "previous-hit", "N", TR_LATER("previous hit")),
    BIND(FIND, ACT_CLEAR, PANES, "clear", "<Esc>", TR_LATER("clear the marks of a search")),
    BIND(MOVE, ACT_NEXT_SECTION, PANES, "next-section", "]]", TR_LATER("next section")),
    BIND(MOVE, ACT_PREV_SECTION, PANES, "previous-section", "[[", TR_LATER("previous section")),
    BIND(MOVE, ACT_NEXT_SENTENCE, PANES, "next-sentence", ")", TR_LATER("next sentence")),
    BIND(MOVE, ACT_PREV_SENTENCE, PANES, "previous-sentence", "(", TR_LATER("previous sentence")),
    BIND(GO, ACT_OLDER, PANES, "older", "<C-o>", TR_LATER("back to an earlier place (then Tab: forward)")),
    BIND(GO, ACT_TO_MARK, PANES, "to-mark", "'", TR_LATER("to a mark, by its letter ('' back to before a jump)")),
    BIND(GO, ACT_MARKS, PANES, "marks", "M", TR_LATER("marks and notes")),
    BIND(GO, ACT_PEOPLE, PANES, "people", "p", TR_LATER("people (Tab: set phrases)")),
    BIND(GO, ACT_TERMS, PANES, "terms", "P", TR_LATER("set phrases and their years")),
    BIND(REPORT, ACT_MARK, PANE_READER, "mark", "m", TR_LATER("mark this place by a letter (A-Z: anywhere)")),
    BIND(REPORT, ACT_NOTE, PANE_READER | PANE_MARKS, "note", "a", TR_LATER("write a note here, or change it")),
    BIND(REPORT, ACT_COPY, PANE_READER, "copy", "y", TR_LATER("copy the paragraph or sentence with its source (in tmux: set-clipboard on)")),
    BIND(LIST, ACT_UNMARK, PANE_MARKS, "unmark", "d <Del>", TR_LATER("delete the mark")),
    BIND(LIST, ACT_NARROW, PANE_ROSTER, "narrow-names", "&", TR_LATER("only those so named or spelled")),
    BIND(PROGRAM, ACT_COMMAND, PANES, "command", ":", TR_LATER("command: help note export mouse 50% …")),
    BIND(GO, ACT_OUTLINE, PANES, "outline", "t", TR_LATER("outline")),
    BIND(REPORT, ACT_SOURCE, PANE_READER, "source", "u", TR_LATER("text as captured, or back")),
    BIND(REPORT, ACT_SCRIPT, PANE_LIST | PANE_READER | PANE_OUTLINE, "script", "s", TR_LATER("traditional or simplified characters, as written")),
    BIND(REPORT, ACT_TRACES, PANE_READER | PANE_OUTLINE, "traces", "v", TR_LATER("traces of hidden characters, joins, repairs")),
    BIND(LIST, ACT_NARROW, PANE_LIST, "narrow", "&", TR_LATER("list only reports that answer")),
    BIND(LIST, ACT_FORM, PANE_LIST, "form", "z", TR_LATER("congresses open, folded, reports alone")),
    BIND(LIST, ACT_NEXT_GROUP, PANE_LIST, "next-group", "}", TR_LATER("next year, place … of the order")),
    BIND(LIST, ACT_PREV_GROUP, PANE_LIST, "previous-group", "{", TR_LATER("previous year, place …")),
    BIND(REPORT, ACT_STAR, PANE_LIST | PANE_READER | PANE_RESULTS, "star", "*", TR_LATER("star, or none")),
    BIND(LIST, ACT_ORDER, PANE_LIST | PANE_RESULTS, "order", "o", TR_LATER("order: date, place, ordinal, title, size")),
    BIND(PROGRAM, ACT_HELP, PANE_LIST | PANE_HELP | PANE_RESULTS | PANE_MARKS | PANE_ROSTER, "list-help", "?", TR_LATER("help")),
    BIND(PROGRAM, ACT_HELP, PANES, "help", "<F1>", TR_LATER("help")),
    BIND(PROGRAM, ACT_REDRAW, PANES, "redraw", "<C-l>", TR_LATER("draw anew")),
    BIND(PROGRAM, ACT_SUSPEND, PANES, "suspend", "<C-z>", TR_LATER("suspend")),
};
const size_t n_bindings = sizeof bindings / sizeof *bindings;

_Static_assert(sizeof bindings / sizeof *bindings <= MOST_BINDINGS, "a keymap has no room for all bindings");

void keymap_init(struct keymap *keymap)
{
    *keymap = (struct keymap){ .changed = { false } };
    for (size_t i = 0; i < n_bindings; i++)
        keymap->keys[i] = bindings[i].keys;
}

bool keys_each(struct str keys, size_t *at, struct str *sequence)
{
    while (*at < keys.n && keys.p[*at] == ' ')
        ++*at;
    size_t end = str_find(keys, STR(" "), *at);
    end = end == STR_NONE ? keys.n : end;
    *sequence = str_sub(keys, *at, end);
    *at = end;
    return sequence->n > 0;
}

/* How two sequences compare: 2 the same, 1 the first is the beginning of the second, 0 neither. */
static int compare(struct str sequence, const uint32_t *typed, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        uint32_t key;
        size_t taken = key_read(sequence, &key);
        if (taken == 0 || key != typed[i])
            return 0;
        sequence = str_sub(sequence, taken, sequence.n);
    }
    return sequence.n ? 1 : 2;
}

/* The keys of a sequence (at most `max`), or 0 where a part of it is none, or there are more. A digit at the start counts: it is no key. */
static size_t read_sequence(struct str sequence, uint32_t *keys, size_t max)
{
    size_t n = 0;
    for (; sequence.n; n++) {
        size_t taken = n < max ? key_read(sequence, &keys[n]) : 0;
        if (taken == 0 || (n == 0 && keys[0] >= '1' && keys[0] <= '9'))
            return 0;
        sequence = str_sub(sequence, taken, sequence.n);
    }
    return n;
}

static size_t binding_named(struct str name)
{
    size_t i = 0;
    while (i < n_bindings && !str_eq(str_of(bindings[i].name), name))
        i++;
    return i;
}

bool keymap_set(struct keymap *keymap, struct str name, struct str keys, struct err *err)
{
    size_t i = binding_named(name), at = 0;
    uint32_t typed[MOST_PENDING];
    if (i == n_bindings)
        return err_set(err, "no action '%.*s' in [keys]", (int)name.n, name.p);
    for (struct str sequence; keys_each(keys, &at, &sequence);)
        if (read_sequence(sequence, typed, MOST_PENDING) == 0)
            return err_set(err, "'%.*s' is no key", (int)sequence.n, sequence.p);
    keymap->keys[i] = keys;
    keymap->changed[i] = true;
    return true;
}

/* Does any sequence of binding i hide one of binding k, by being the same or its beginning? */
static bool hides(const struct keymap *keymap, size_t i, size_t k, struct str *which)
{
    uint32_t typed[MOST_PENDING];
    size_t at = 0;
    for (struct str mine; keys_each(keymap->keys[i], &at, &mine);) {
        size_t n = read_sequence(mine, typed, MOST_PENDING), other = 0;
        *which = mine;
        for (struct str theirs; keys_each(keymap->keys[k], &other, &theirs);)
            if (n && compare(theirs, typed, n))
                return true;
    }
    return false;
}

bool keymap_clashes(const struct keymap *keymap, struct str name, struct err *err)
{
    size_t i = binding_named(name);
    for (size_t k = 0; i < n_bindings && k < n_bindings; k++) {
        struct str which;
        if (k == i || !(bindings[i].panes & bindings[k].panes))
            continue;
        if (hides(keymap, i, k, &which) || hides(keymap, k, i, &which)) {
            err_set(err, "'%.*s' is a key of '%s' too", (int)which.n, which.p, bindings[k].name);
            return true;
        }
    }
    return false;
}

enum action keys_action(const struct keymap *keymap, enum pane pane, const uint32_t *typed, size_t n, bool *more)
{
    enum action found = ACT_NONE;
    *more = false;
    for (size_t i = 0; i < n_bindings; i++) {
        size_t at = 0;
        if (!(bindings[i].panes & pane) || (found && !keymap->changed[i]))
            continue;
        for (struct str sequence; keys_each(keymap->keys[i], &at, &sequence);) {
            int same = compare(sequence, typed, n);
            if (same == 2 && keymap->changed[i])
                return bindings[i].action;
            found = same == 2 ? bindings[i].action : found;
            *more |= same == 1;
        }
    }
    return found;
}

struct str keymap_first(const struct keymap *keymap, enum action action, enum pane pane)
{
    struct str sequence = STR("");
    for (size_t i = 0, at = 0; i < n_bindings && sequence.n == 0; i++, at = 0)
        if (bindings[i].action == action && (bindings[i].panes & pane))
            keys_each(keymap->keys[i], &at, &sequence);
    return sequence;
}

/* Adds s behind the n bytes at `to` if it fits. */
static size_t add(char *to, size_t n, size_t max, struct str s)
{
    if (s.n > max - n)
        return n;
    memcpy(to + n, s.p, s.n);
    return n + s.n;
}

struct str keys_shown(struct str sequence, char *to, size_t max)
{
    size_t n = 0;
    while (sequence.n) {
        uint32_t key;
        size_t taken = key_read(sequence, &key);
        taken = taken ? taken : sequence.n;
        struct str name = str_sub(sequence, 0, taken);
        if (name.n > 2 && name.p[0] == '<') {
            name = str_sub(name, 1, name.n - 1);
            char control[2] = { '^', (char)(key + '@') };
            n = add(to, n, max, str_starts(name, STR("C-")) ? (struct str){ control, 2 } : str_eq(name, STR("lt")) ? STR("<") : name);
        } else {
            n = add(to, n, max, name);
        }
        sequence = str_sub(sequence, taken, sequence.n);
    }
    return (struct str){ to, n };
}
