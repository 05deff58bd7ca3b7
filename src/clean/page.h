/* Where the article is among the blocks of a page, and what of the page is its frame. */
#ifndef DAHUI_CLEAN_PAGE_H
#define DAHUI_CLEAN_PAGE_H

#include "base/arena.h"
#include "base/str.h"
#include "clean/draft.h"

/* An element of a page as a range of its blocks: [from, to). */
struct range {
    size_t from, to;
    bool chrome; /* by its name, class, id or role it looks like frame: nav, sidebar, comments, footer … */
};

/* Does a class, id or role speak of the frame of a page? */
bool page_is_frame_name(struct str words);

/* Moves the blocks that are frame from draft->blocks to draft->removed, judged by how much prose stands where and how much of it is
 * links; `title` is the best that the head of the page has. Prose outside all that looks like frame stays: a line of
 * frame left in is a blemish, a sentence lost is a failure. Linear in blocks and ranges. */
void page_strip_frame(struct arena *arena, struct draft *draft, const struct range *ranges, size_t n_ranges, struct str title);

#endif
