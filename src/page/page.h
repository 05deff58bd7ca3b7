/* A report set on lines of a given width. */
#ifndef DAHUI_PAGE_PAGE_H
#define DAHUI_PAGE_PAGE_H

#include "article/article.h"
#include "base/arena.h"
#include "page/break.h"
#include "page/traces.h"

/* A page is a run of blocks: title, card, paragraphs. Which blocks there are depends on the report alone; how many lines each
 * takes, on the width. Lines are set only when somebody looks at them, each block from its start, so that the first screen of a long
 * report costs no more than that of a short one and its end nothing but its last block. */
struct page;

enum page_kind {
    PAGE_TITLE,
    PAGE_SUBTITLE,
    PAGE_CARD,   /* a field of the card */
    PAGE_TEXT,
    PAGE_GAP,    /* the notice that text is hidden */
    PAGE_CREDIT, /* who wrote it, at the end */
    PAGE_BLANK,
};

/* A line: block and offset of its first byte. Since blocks do not depend on the width, this outlives a change of width
 * (page_at finds the line that holds it then). */
struct page_spot {
    size_t block;
    size_t offset; /* bytes in the block's text, traces too */
};

struct page_line {
    enum page_kind kind;
    int indent;      /* cells to the left of the text */
    struct str text; /* a piece of the paragraph (or of a field), as it is to be drawn */
    size_t label;    /* bytes at its start that name the field */
    bool placed;     /* is the text part of the report itself? Then: */
    struct place place;
    size_t end;      /* where it ends in its paragraph */
    const struct traced_text *traces; /* the paragraph with traces, and where in it the line begins; NULL: it is as it is in the report */
    size_t start;
};

/* What a piece of a line is, not how it looks. */
enum page_style { PAGE_STYLE_TEXT, PAGE_STYLE_TITLE, PAGE_STYLE_SUBTITLE, PAGE_STYLE_HEADING, PAGE_STYLE_LABEL, PAGE_STYLE_GAP, PAGE_STYLE_TRACE };

/* A piece of a line in one style. */
struct page_span {
    enum page_style style;
    int col; /* where it begins, in cells from the left edge of the text area */
    struct str text;
    bool placed; /* as in the line; a trace is not */
    struct place place;
};

/* How a page is set. */
struct page_rules {
    int measure; /* Han a line of text takes at most; 0: as many as fit */
    struct line_rules lines;
    bool traces; /* show what is hidden, was joined or repaired, by traces in the text (page/traces) */
};
#define PAGE_RULES_USUAL ((struct page_rules){ 40, { BREAKS_STRICT, true }, false })

/* Sets the report on lines of at most `width` cells (at least 1). The page lives in the arena and keeps pointers to the article. */
struct page *page_make(struct arena *arena, const struct article *article, int width, struct page_rules rules);

/* Cells of the longest line: as many as measure and width allow. A mark may hang in the two cells behind them, which are taken from the
 * width where it is not narrow. */
int page_cells(const struct page *page);

struct page_spot page_start(const struct page *page);
struct page_spot page_end(struct page *page); /* the last line */

/* The line at a spot that one of these functions answered. */
struct page_line page_line(struct page *page, struct page_spot spot);

/* The first span of a line, where *span is { 0 }, and then the one behind *span; false where there is none. */
bool page_next_span(const struct page *page, const struct page_line *line, struct page_span *span);

/* Moves to the next, previous line; false at the end, at the start. */
bool page_next(struct page *page, struct page_spot *spot);
bool page_prev(struct page *page, struct page_spot *spot);

/* The line that holds a spot of any width, or a place of the report. */
struct page_spot page_at(struct page *page, struct page_spot spot);
struct page_spot page_find(struct page *page, struct place place);

/* The place of the report at a spot; false where there is none: on a blank line, in the card. And the spot of a place in that block. */
bool page_place(const struct page *page, struct page_spot spot, struct place *place);
struct page_spot page_spot(const struct page *page, size_t block, struct place place);

int page_spot_cmp(struct page_spot a, struct page_spot b);

/* How far a spot is from the start, and how long the whole is, in bytes of all blocks: what progress is counted in. */
size_t page_before(const struct page *page, struct page_spot spot);
size_t page_bytes(const struct page *page);
/* The spot that is `bytes` from the start. */
struct page_spot page_seek(struct page *page, size_t bytes);

/* Column, in cells from the left edge of the text area, where byte `offset` of the line's paragraph stands, behind the traces that stand there, or before them; clamped to the line. */
int page_column(const struct page_line *line, size_t offset);
int page_column_before(const struct page_line *line, size_t offset);

#endif
