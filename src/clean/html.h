/* Pages and plain text into one flat stream of blocks. */
#ifndef DAHUI_CLEAN_HTML_H
#define DAHUI_CLEAN_HTML_H

#include "base/arena.h"
#include "base/str.h"
#include "clean/draft.h"

/* Is there markup in it? Told by tags and character references that it holds, never by the name of the file. */
bool html_likely(struct str text);

/* A page, or a piece of one, into draft->blocks and draft->head. What is not text goes to draft->removed. */
void html_blocks(struct arena *arena, struct str text, struct draft *draft);

/* Plain text into draft->blocks: a BLOCK_LINE a line, the blanks at its ends still there. CR LF, CR, LF, FF, U+2028 and U+2029 end a
 * line. A line of nothing but blanks makes no block: the next one is `after_blank`, as the first one is. */
void text_blocks(struct arena *arena, struct str text, struct draft *draft);

#endif
