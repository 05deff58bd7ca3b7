/* The whole of cleaning: bytes in, reports out. */
#include "clean/clean.h"

#include "clean/cut.h"
#include "clean/decode.h"
#include "clean/draft.h"
#include "clean/html.h"
#include "clean/join.h"
#include "clean/loss.h"
#include "clean/outline.h"
#include "clean/people.h"
#include "clean/repair.h"
#include "clean/shape.h"
#include "clean/slip.h"
#include "clean/split.h"
#include "clean/strip.h"

/* The bytes as blocks of lines. */
static bool read_blocks(struct arena *arena, struct bytes source, const char *encoding, struct draft *draft, struct err *err)
{
    struct decoded decoded;
    if (!decode(arena, source, encoding, &decoded, err))
        return false;
    draft->encoding = decoded.encoding;
    draft->mended = decoded.mended;
    if (decoded.note.n)
        *PUSH(arena, &draft->notes) = (struct note){ NOTE_DECODED, decoded.note };
    if (html_likely(decoded.text))
        html_blocks(arena, decoded.text, draft);
    else
        text_blocks(arena, decoded.text, draft);
    repair_met(arena, draft, decoded.text.n, decoded.text.n, draft->blocks.n, 0); /* what stands in no block */
    return true;
}

bool clean_text(struct arena *arena, struct bytes source, const char *encoding, struct reports *reports, struct err *err)
{
    struct draft draft = { 0 };
    *reports = (struct reports){ 0 };
    if (!read_blocks(arena, source, encoding, &draft, err))
        return false;
    if (!draft.blocks.n && !draft.head.title.n)
        return true;
    slip_undo(arena, &draft);
    repair_settle(&draft);
    join_wraps(arena, &draft);
    struct parts parts = split(arena, &draft);
    reports->v = NEW_N(arena, struct article, parts.n);
    reports->n = parts.n;
    for (size_t i = 0; i < parts.n; i++) {
        strip_lines(arena, &parts.v[i]);
        strip_chrome(arena, &parts.v[i]);
        join_columns(arena, &parts.v[i]);
        shape(arena, &parts.v[i], &reports->v[i]);
        removed_sort(arena, reports->v[i].removed, reports->v[i].n_removed);
    }
    shape_siblings(arena, reports->v, reports->n);
    for (size_t i = 0; i < parts.n; i++) {
        reports->v[i].part = i + 1;
        reports->v[i].parts = parts.n;
        article_seal(&reports->v[i]);
    }
    return true;
}

void clean_sections(struct arena *arena, struct article *article)
{
    people(arena, article); /* first: sections go by who speaks */
    outline(arena, article);
    loss_note_sections(arena, article);
}

bool clean(struct arena *arena, struct bytes source, const char *encoding, struct reports *reports, struct err *err)
{
    if (!clean_text(arena, source, encoding, reports, err))
        return false;
    for (size_t i = 0; i < reports->n; i++)
        clean_sections(arena, &reports->v[i]);
    return true;
}
