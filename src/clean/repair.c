/* Where a repair stands: from the block it was made in to the paragraph that the block became. */
#include "clean/repair.h"

#include "clean/annotation.h"
#include "text/han.h"

void repair_settle(struct arena *arena, struct draft *draft)
{
    for (size_t i = 0; i < draft->repairs.n; i++) {
        struct repair *repair = &draft->repairs.v[i];
        if (repair->paragraph >= draft->blocks.n)
            continue;
        const struct block *block = &draft->blocks.v[repair->paragraph];
        struct str text = str_trim(block->text), all = block->text;
        size_t indent = (size_t)(text.p - all.p);
        repair->offset = annotation_free(arena, str_sub(all, indent, repair->offset)).n;
        repair->paragraph = block->origin;
    }
}

/* The paragraph that was the block of that number; a block that another one swallowed is looked for by its text. */
static size_t paragraph_of(const struct draft *draft, const struct article *article, const struct repair *repair)
{
    for (size_t i = 0; i < draft->blocks.n; i++)
        if (draft->blocks.v[i].origin == repair->paragraph && str_has(article->paragraphs[i], repair->to))
            return i;
    if (str_has(article->title, repair->to))
        return PLACE_TITLE;
    if (str_has(article->subtitle, repair->to))
        return PLACE_SUBTITLE;
    for (size_t i = 0; i < article->n_paragraphs; i++)
        if (str_has(article->paragraphs[i], repair->to))
            return i;
    return article->n_paragraphs ? 0 : PLACE_TITLE; /* it went with what was removed */
}

void repair_place(const struct draft *draft, struct article *article)
{
    for (size_t i = 0; i < article->n_repairs; i++) {
        struct repair *repair = &article->repairs[i];
        repair->paragraph = paragraph_of(draft, article, repair);
        struct str s = article_paragraph(article, repair->paragraph);
        size_t at = str_find(s, repair->to, repair->offset < s.n ? repair->offset : 0);
        if (at == STR_NONE)
            at = str_find(s, repair->to, 0);
        repair->offset = at == STR_NONE ? 0 : at;
    }
}
