/* The hint line: the keys that one needs next, as they are in the key table. */
#include "ui/hint.h"

#include "base/buf.h"
#include "base/tr.h"
#include "text/cell.h"

/* In the order in which they stand; those of a higher need are left out first. */
static const struct hint {
    enum pane pane;
    int need;
    enum action action;
    const char *words;
} hints[] = {
    { PANE_LIST, 3, ACT_OPEN, TR_LATER("read") },
    { PANE_LIST, 4, ACT_SEARCH_LIBRARY, TR_LATER("search") },
    { PANE_LIST, 4, ACT_NARROW, TR_LATER("narrow") },
    { PANE_LIST, 4, ACT_ORDER, TR_LATER("order") },
    { PANE_LIST, 5, ACT_FORM, TR_LATER("fold") },
    { PANE_LIST, 1, ACT_HELP, TR_LATER("help") },
    { PANE_LIST, 2, ACT_BACK, TR_LATER("quit") },
    { PANE_READER, 1, ACT_OUTLINE, TR_LATER("outline") },
    { PANE_READER, 1, ACT_SEARCH, TR_LATER("search") },
    { PANE_READER, 2, ACT_NEXT_SECTION, TR_LATER("next section") },
    { PANE_READER, 2, ACT_NEXT_ARTICLE, TR_LATER("next report") },
    { PANE_READER, 1, ACT_BACK, TR_LATER("back") },
    { PANE_OUTLINE, 1, ACT_OPEN, TR_LATER("open") },
    { PANE_OUTLINE, 1, ACT_BACK, TR_LATER("back") },
    { PANE_RESULTS, 1, ACT_OPEN, TR_LATER("open") },
    { PANE_RESULTS, 2, ACT_ORDER, TR_LATER("order") },
    { PANE_RESULTS, 2, ACT_SEARCH_LIBRARY, TR_LATER("search again") },
    { PANE_RESULTS, 2, ACT_HELP, TR_LATER("help") },
    { PANE_RESULTS, 1, ACT_BACK, TR_LATER("back") },
    { PANE_MARKS, 1, ACT_OPEN, TR_LATER("go there") },
    { PANE_MARKS, 2, ACT_UNMARK, TR_LATER("delete") },
    { PANE_MARKS, 2, ACT_NOTE, TR_LATER("change the note") },
    { PANE_MARKS, 3, ACT_HELP, TR_LATER("help") },
    { PANE_MARKS, 1, ACT_BACK, TR_LATER("back") },
    { PANE_ROSTER, 1, ACT_OPEN, TR_LATER("where it stands") },
    { PANE_ROSTER, 1, ACT_NARROW, TR_LATER("narrow") },
    { PANE_ROSTER, 2, ACT_OTHER_PANE, TR_LATER("people or phrases") },
    { PANE_ROSTER, 3, ACT_HELP, TR_LATER("help") },
    { PANE_ROSTER, 1, ACT_BACK, TR_LATER("back") },
    { PANE_HELP, 1, ACT_BACK, TR_LATER("back") },
};
enum { N_HINTS = sizeof hints / sizeof *hints, MOST_NEED = 5, LONGEST = 4096 };

static void add_hint(struct buf *out, const struct keymap *keymap, const struct hint *hint)
{
    char shown[64];
    struct str keys = keymap_first(keymap, hint->action, hint->pane);
    if (keys.n == 0)
        return;
    buf_add(out, out->n ? STR("  ") : STR(""));
    buf_add(out, keys_shown(keys, shown, sizeof shown));
    buf_add(out, STR(" "));
    buf_add(out, TR(hint->words));
}

struct str hint_line(struct arena *arena, const struct keymap *keymap, enum pane pane, size_t cells)
{
    for (int need = MOST_NEED; need > 0; need--) {
        struct buf out = buf_make(arena, LONGEST);
        for (size_t i = 0; i < N_HINTS; i++)
            if (hints[i].pane == pane && hints[i].need <= need)
                add_hint(&out, keymap, &hints[i]);
        if (cells_of(buf_str(&out)) <= cells)
            return buf_str(&out);
    }
    return STR("");
}
