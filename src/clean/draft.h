/* A capture on its way to a report: what the rooms of cleaning hand to one another. */
#ifndef DAHUI_CLEAN_DRAFT_H
#define DAHUI_CLEAN_DRAFT_H

#include "article/article.h"
#include "base/arena.h"
#include "base/str.h"
#include "clean/mended.h"

/* decode → html (or lines) → strip → join → shape → people. Each room works on the one draft: it changes the blocks, and
 * puts whatever it takes away into `removed`, whatever it mends into `repairs`, whatever it has to say into `notes`.
 * Nothing is ever deleted silently: each Han character of the capture is in a block, in `removed` or in a repair. */

enum block_kind {
    BLOCK_LINE,    /* a line of plain text */
    BLOCK_TEXT,    /* a block of a page: p, div, …, or text between blocks */
    BLOCK_HEADING, /* h1 to h6; `rank` says which */
    BLOCK_ITEM,    /* li, dt, dd, option */
    BLOCK_CELL,    /* td, th */
    BLOCK_CAPTION, /* figcaption, caption; also what strip takes for the words under a picture */
    BLOCK_GAP,     /* a notice that text is hidden */
};

struct block {
    enum block_kind kind;
    struct str text;    /* one line, blanks at its ends still there */
    size_t at;          /* byte of the decoded capture where the text begins */
    int rank;           /* of a heading, 1 to 6 */
    int depth;          /* how many elements are open; saturates */
    size_t link_bytes;  /* how much of the text stands in links */
    bool after_blank;   /* a blank line or the border of a block parts it from the one before */
    size_t origin;      /* number of the block in the capture, by which a repair finds its paragraph */
    size_t *seams;      /* offsets in `text` where join put two lines of different paragraphs together */
    size_t n_seams;
};

/* What the head of a page says of it; p NULL where it does not. */
struct page_head {
    struct str title;     /* <title>, og:title, JSON-LD headline: the best */
    struct str published; /* as it stands there */
    struct str source, author;
};

struct draft {
    ARRAY(struct block) blocks;
    ARRAY(struct removed) removed;
    ARRAY(struct repair) repairs; /* paragraph and offset are set by shape, which knows them; till then paragraph is a block's origin */
    struct mendings mended;       /* by decoding: each becomes a repair when its block is made */
    ARRAY(struct note) notes;
    ARRAY(struct author) authors; /* taken from credits, in printed order */
    struct page_head head;
    struct str published, source; /* taken from lines that were removed */
    const char *encoding;
};

#endif
