/* What is not the report goes: annotations, chrome, pictures, credits, lists. It is kept in `removed`, and what it tells is noted. */
#include "clean/strip.h"

#include "clean/annotation.h"
#include "clean/chrome.h"
#include "clean/credit.h"
#include "clean/cut.h"
#include "clean/markup.h"
#include "clean/notice.h"
#include "clean/space.h"
#include "text/han.h"

/* Blanks at both ends go: an indent, and what trails. */
static void trim_block(struct arena *arena, struct draft *draft, struct block *block)
{
    struct str text = str_trim(block->text);
    size_t indent = (size_t)(text.p - block->text.p);
    cut_text(arena, draft, str_sub(block->text, 0, indent), REMOVED_NBSP_INDENT);
    cut_text(arena, draft, str_sub(block->text, indent + text.n, block->text.n), REMOVED_WHITESPACE);
    block->text = text;
}

void strip_lines(struct arena *arena, struct draft *draft)
{
    for (size_t i = 0; i < draft->blocks.n; i++)
        trim_block(arena, draft, &draft->blocks.v[i]);
    annotation_strip(arena, draft);
    markup_strip(arena, draft);
    space_strip(arena, draft);
    cut_done(draft);
}

void strip_chrome(struct arena *arena, struct draft *draft)
{
    notice_split(arena, draft);
    credit_strip(arena, draft);
    chrome_strip(arena, draft);
}
