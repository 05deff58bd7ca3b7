/* Pages and plain text into one flat stream of blocks. */
#include "clean/html.h"

#include <string.h>

#include "base/buf.h"
#include "clean/element.h"
#include "clean/entity.h"
#include "clean/head.h"
#include "clean/page.h"
#include "clean/repair.h"
#include "clean/token.h"
#include "text/han.h"
#include "text/utf8.h"

/* Length of the line end at `at`, or 0. */
static size_t line_end(struct str s, size_t at)
{
    switch ((unsigned char)s.p[at]) {
    case '\r':
        return at + 1 < s.n && s.p[at + 1] == '\n' ? 2 : 1;
    case '\n':
    case '\f':
        return 1;
    case 0xE2:
        return s.n - at >= 3 && s.p[at + 1] == '\x80' && (s.p[at + 2] == '\xA8' || s.p[at + 2] == '\xA9') ? 3 : 0;
    default:
        return 0;
    }
}

/* ---- plain text ---- */

/* `at`: where in the text the line begins. */
static void add_line(struct arena *arena, struct str line, size_t at, bool *after_blank, struct draft *draft)
{
    if (str_trim(line).n) {
        size_t number = draft->blocks.n;
        repair_met(arena, draft, at, at + line.n, number, 0);
        *PUSH(arena, &draft->blocks) =
            (struct block){ .kind = BLOCK_LINE, .text = line, .at = at, .origin = number, .after_blank = *after_blank };
        *after_blank = false;
        return;
    }
    if (line.n)
        *PUSH(arena, &draft->removed) = (struct removed){ REMOVED_WHITESPACE, line, at };
    *after_blank = true;
}

void text_blocks(struct arena *arena, struct str text, struct draft *draft)
{
    bool after_blank = true;
    size_t start = 0;
    for (size_t at = 0; at < text.n;) {
        unsigned char c = (unsigned char)text.p[at];
        size_t end = c > '\r' && c != 0xE2 ? 0 : line_end(text, at); /* most bytes end no line */
        if (end) {
            add_line(arena, str_sub(text, start, at), start, &after_blank, draft);
            start = at + end;
        }
        at += end ? end : 1;
    }
    if (start < text.n)
        add_line(arena, str_sub(text, start, text.n), start, &after_blank, draft);
}

/* ---- is it a page ---- */

/* A tag that a page would have: of an element that we know, and behind its name nothing, or attributes. */
static bool is_markup(const struct token *token)
{
    if (token->kind != TOKEN_START && token->kind != TOKEN_END)
        return token->kind == TOKEN_COMMENT && (str_starts(token->source, STR("<!--")) || name_is(str_sub(token->source, 2, 9), "doctype"));
    struct str rest = str_trim(token->attributes);
    return element_number(token->name) != ELEMENT_NONE && (!rest.n || rest.p[0] == '/' || str_has(rest, STR("=")));
}

static bool has_reference(struct str s)
{
    uint32_t c[2];
    for (size_t at = str_find(s, STR("&"), 0); at != STR_NONE; at = str_find(s, STR("&"), at + 1)) {
        size_t n = entity_at(s, at, false, c);
        if (n && s.p[at + n - 1] == ';')
            return true;
    }
    return false;
}

bool html_likely(struct str text)
{
    struct tokenizer t = tokenizer_make(text);
    struct token token;
    while (token_next(&t, &token))
        if (token.kind == TOKEN_TEXT ? has_reference(token.source) : is_markup(&token))
            return true;
    return false;
}

/* ---- the flow ---- */

enum { DEEPEST = 256 }; /* open elements that are remembered; deeper ones are only counted */

/* A page on its way into blocks. The text of all blocks is gathered in one buffer; a block is what was gathered since `from`. Blanks go
 * in as they come and stand there as a gap until the next character tells what becomes of them. */
struct flow {
    struct arena *arena;
    struct draft *draft;
    struct str source;  /* the page */
    size_t at;          /* where in it the token or character that is looked at begins */
    size_t from_at;     /* where in it the block begins */
    struct buf out;
    size_t from;        /* where in `out` the block begins */
    size_t gap;         /* where in `out` the blanks at its end begin */
    bool same_token;    /* the last character before the gap stands in the same run of text as what comes */
    size_t link_bytes;  /* of this block */
    size_t indents;     /* where in draft->removed the blanks before this block begin */
    bool after_blank;   /* what parts the next block from the last */
    bool page;          /* a whole page: lines mean nothing outside of elements either */
    struct {
        size_t element;
        size_t range;
    } open[DEEPEST];
    size_t depth;             /* of `open` */
    size_t deeper;            /* open beyond it */
    size_t count[ELEMENTS];   /* how many of each are in `open` */
    size_t pre;               /* of them, elements whose lines are lines */
    bool link;                /* in a link, which began at */
    size_t link_depth;
    size_t hidden;            /* inside of how many inline elements that are not shown */
    struct str hidden_name;
    ARRAY(struct range) ranges;
    struct head head;
    bool json; /* the script that comes next is JSON-LD */
};

static void flow_remove(struct flow *f, enum removed_class class, struct str text)
{
    if (text.n)
        *PUSH(f->arena, &f->draft->removed) = (struct removed){ class, text, f->at };
}

/* Do lines of the source stand for lines here: in a piece of a page outside of all elements, and in <pre>? */
static bool lines_count(const struct flow *f)
{
    return f->pre || (!f->page && f->depth == 0);
}

static bool is_started(const struct flow *f)
{
    return f->gap > f->from;
}

/* What the innermost open element makes of a block. */
static struct block block_kind(const struct flow *f)
{
    struct block b = { .kind = BLOCK_TEXT, .depth = (int)f->depth };
    const struct element *e = element_of(f->depth ? f->open[f->depth - 1].element : ELEMENT_NONE);
    if (lines_count(f))
        b.kind = BLOCK_LINE;
    else if (e->flags & ELEMENT_HEADING)
        b.kind = BLOCK_HEADING, b.rank = e->name[1] - '0';
    else if (e->flags & ELEMENT_ITEM)
        b.kind = BLOCK_ITEM;
    else if (e->flags & ELEMENT_CELL)
        b.kind = BLOCK_CELL;
    else if (e->flags & ELEMENT_CAPTION)
        b.kind = BLOCK_CAPTION;
    return b;
}

static bool only_line_ends(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] != '\n')
            return false;
    return true;
}

static bool is_prose(struct str s)
{
    size_t han = 0, stops = 0;
    for (size_t at = 0; at < s.n;) {
        uint32_t c = utf8_next(s, &at);
        han += is_han(c);
        stops += c == 0x3002 || c == 0xFF0C || c == ',';
    }
    return han >= 40 && stops;
}

/* Ends the block that is being gathered, if there is one. */
static void end_block(struct flow *f)
{
    struct str all = buf_str(&f->out), gap = str_sub(all, f->gap, all.n);
    bool keep_ends = lines_count(f) && is_started(f);
    if (is_started(f)) {
        struct block b = block_kind(f);
        b.text = str_sub(all, f->from, keep_ends ? all.n : f->gap);
        b.at = f->from_at;
        b.origin = f->draft->blocks.n;
        if (b.kind == BLOCK_CELL && is_prose(b.text))
            b.kind = BLOCK_TEXT; /* a table that lays out the page */
        b.link_bytes = f->link_bytes < b.text.n ? f->link_bytes : b.text.n;
        b.after_blank = f->after_blank;
        *PUSH(f->arena, &f->draft->blocks) = b;
        f->after_blank = false;
    } else if (lines_count(f)) {
        f->after_blank = true;
    }
    if (!keep_ends && !only_line_ends(gap))
        flow_remove(f, REMOVED_WHITESPACE, gap);
    f->from = f->gap = f->out.n;
    f->link_bytes = 0;
    f->indents = f->draft->removed.n;
}

/* The border of a block element. */
static void end_block_at_border(struct flow *f)
{
    end_block(f);
    f->after_blank = true;
    f->hidden = 0;
}

/* Full-width characters: a line end between two of them is no blank (CSS Text 3, 4.1.3). */
static bool is_wide(uint32_t c)
{
    return is_han(c) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF60) || c == 0x201C || c == 0x201D || c == 0x2026;
}

/* How wide the blanks are that a paragraph of Chinese is indented by: U+3000 counts 2, no-break and wide spaces 1. */
static size_t indent_of(struct str gap)
{
    size_t width = 0;
    for (size_t at = 0; at < gap.n;) {
        uint32_t c = utf8_next(gap, &at);
        width = c == '\n' ? 0 : width + (c == 0x3000 ? 2 : c == 0xA0 || c == 0x2002 || c == 0x2003 ? 1 : 0);
    }
    return width;
}

/* Is a line end in the text here the end of a line, though a browser would not show it? In a div or cell that is given plain text: in a
 * piece of a page always, in a whole page behind a sentence. Not in p, headings and items; not where tags stand between. */
static bool ends_line(const struct flow *f, uint32_t last)
{
    const struct element *e = element_of(f->depth ? f->open[f->depth - 1].element : ELEMENT_NONE);
    bool container = !(e->flags & (ELEMENT_HEADING | ELEMENT_ITEM)) && !name_is(str_of(e->name), "p");
    bool sentence = last >= 0x80 && (is_stop(last) || is_closing(last));
    return f->same_token && (f->page ? container && sentence : container || sentence);
}

/* Settles the gap before the character `next`, now that there is one: ends the block where the gap is a paragraph's border in all
 * but tags, drops a line end between Han, makes any other a blank. */
static void settle_gap(struct flow *f, uint32_t next)
{
    struct str gap = str_sub(buf_str(&f->out), f->gap, f->out.n);
    if (!is_started(f) || !str_has(gap, STR("\n")))
        return;
    size_t before = f->gap;
    uint32_t last = utf8_prev(buf_str(&f->out), &before);
    bool border = (f->same_token && str_has(gap, STR("\n\n"))) || indent_of(gap) >= 4;
    f->out.n = f->gap;
    if (border || ends_line(f, last)) {
        end_block(f);
        f->after_blank = border;
    } else if (!is_wide(last) || !is_wide(next)) {
        buf_add(&f->out, STR(" "));
    }
}

/* Adds characters that are no blanks. */
static void add_run(struct flow *f, struct str run)
{
    if (!run.n)
        return;
    if (!lines_count(f))
        settle_gap(f, utf8_at(run, 0));
    if (!is_started(f)) {
        f->from_at = f->at;
        for (size_t i = f->indents; i < f->draft->removed.n; i++)
            if (f->draft->removed.v[i].class == REMOVED_WHITESPACE)
                f->draft->removed.v[i].class = REMOVED_NBSP_INDENT;
    }
    buf_add(&f->out, run);
    f->gap = f->out.n;
    f->same_token = true;
    f->link_bytes += f->link ? run.n : 0;
}

/* Adds a blank to the gap: ASCII ones as one space, or as one line end for each line end that is among them. */
static void add_gap(struct flow *f, uint32_t c)
{
    struct str out = buf_str(&f->out);
    char last = f->out.n > f->gap ? out.p[out.n - 1] : 0;
    char piece[4];
    if (c == '\n') {
        if (last == ' ')
            f->out.n--;
        if (!str_ends(str_sub(out, f->gap, f->out.n), STR("\n\n")))
            buf_add(&f->out, STR("\n"));
    } else if (c == ' ' || c == '\t') {
        if (last != ' ' && last != '\n')
            buf_add(&f->out, STR(" "));
    } else {
        buf_add_bytes(&f->out, piece, utf8_put(c, piece));
    }
}

/* A character of the text, or a reference, and what it is made of. */
struct bit {
    size_t n;      /* bytes in the source */
    uint32_t c[2]; /* c[1] is 0 as a rule */
};

static struct bit bit_at(struct str s, size_t at)
{
    struct bit bit = { 0 };
    if (s.p[at] == '&')
        bit.n = entity_at(s, at, false, bit.c);
    if (bit.c[0] == '\r' || bit.c[0] == '\f') /* &#13; stands for no line end of the source: a blank, as CSS takes it */
        bit.c[0] = ' ';
    if (bit.n)
        return bit;
    size_t line = line_end(s, at), next = at;
    bit.c[0] = utf8_next(s, &next);
    bit.n = next - at;
    if (line)
        bit = (struct bit){ line, { '\n', 0 } };
    return bit;
}

/* Where the characters from `at` on end that are neither blanks, line ends nor references. */
static size_t plain_end(struct str s, size_t at)
{
    while (at < s.n) {
        unsigned char c = (unsigned char)s.p[at];
        if ((c > ' ' && c < 0x80 && c != '&') || (c >= 0xE4 && c <= 0xE9)) { /* most of a text: ASCII, U+4000 to U+9FFF */
            at += c < 0x80 ? 1 : 3;
            continue;
        }
        struct bit bit = bit_at(s, at);
        if (c == '&' ? bit.c[0] != '&' || bit.n > 1 : bit.c[0] == '\n' || is_blank(bit.c[0]))
            break;
        at += bit.n;
    }
    return at;
}

/* Blanks from `at` on: into the gap, or, before the block has begun, away. Answers where they end. */
static size_t take_blanks(struct flow *f, struct str s, size_t at)
{
    size_t from = at;
    bool started = is_started(f), lines = lines_count(f), only_ends = true;
    while (at < s.n) {
        struct bit bit = bit_at(s, at);
        bool end = bit.c[0] == '\n' && s.p[at] != '&';
        if (bit.c[1] || (bit.c[0] != '\n' && !is_blank(bit.c[0])) || (end && lines))
            break;
        only_ends = only_ends && end;
        at += bit.n;
        if (started || lines)
            add_gap(f, bit.c[0]);
    }
    if (!started && !lines && !only_ends)
        flow_remove(f, REMOVED_WHITESPACE, str_sub(s, from, at));
    return at;
}

/* Blanks where lines count: kept as they stand. */
static size_t take_line_blanks(struct flow *f, struct str s, size_t at)
{
    while (at < s.n) {
        struct bit bit = bit_at(s, at);
        char piece[4];
        if (bit.c[1] || !is_blank(bit.c[0]))
            break;
        buf_add_bytes(&f->out, piece, utf8_put(bit.c[0], piece));
        at += bit.n;
    }
    return at;
}

/* A reference that stands for characters. */
static void add_reference(struct flow *f, struct bit bit)
{
    char piece[8];
    size_t n = utf8_put(bit.c[0], piece);
    if (bit.c[1])
        n += utf8_put(bit.c[1], piece + n);
    add_run(f, (struct str){ piece, n });
}

static void add_text(struct flow *f, struct str s)
{
    f->same_token = false;
    size_t start = f->at;
    for (size_t at = 0; at < s.n; f->at = start + at) {
        size_t end = plain_end(s, at);
        add_run(f, str_sub(s, at, end));
        repair_met(f->arena, f->draft, f->at, f->at + (end - at), f->draft->blocks.n, f->out.n - f->from - (end - at));
        at = end;
        f->at = start + at;
        if (at == s.n)
            break;
        struct bit bit = bit_at(s, at);
        if (bit.c[0] == '\n' && lines_count(f)) {
            end_block(f);
            at += bit.n;
        } else if (!bit.c[1] && (bit.c[0] == '\n' || is_blank(bit.c[0]))) {
            at = lines_count(f) ? take_line_blanks(f, s, at) : take_blanks(f, s, at);
        } else {
            add_reference(f, bit);
            at += bit.n;
        }
    }
}

/* ---- elements ---- */

static void pop(struct flow *f)
{
    size_t element = f->open[--f->depth].element;
    f->count[element]--;
    f->pre -= (element_of(element)->flags & ELEMENT_PRE) != 0;
    f->ranges.v[f->open[f->depth].range].to = f->draft->blocks.n;
    if (f->link && f->depth < f->link_depth)
        f->link = false;
}

/* Does the element of this tag look like frame? Of paragraphs, headings, items and cells the class is not asked. */
static bool is_frame(const struct element *e, struct str attributes)
{
    static const char *const keys[] = { "class", "id", "role" };
    if (e->flags & ELEMENT_CHROME)
        return true;
    if (e->closes || (e->flags & (ELEMENT_PAGE | ELEMENT_HEADING | ELEMENT_PRE)))
        return false;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (page_is_frame_name(attribute_get(attributes, keys[i])))
            return true;
    return false;
}

static void push(struct flow *f, size_t element, struct str attributes)
{
    if (f->depth == DEEPEST) {
        f->deeper++;
        return;
    }
    const struct element *e = element_of(element);
    *PUSH(f->arena, &f->ranges) = (struct range){ f->draft->blocks.n, 0, is_frame(e, attributes) };
    f->open[f->depth].element = element;
    f->open[f->depth].range = f->ranges.n - 1;
    f->depth++;
    f->count[element]++;
    f->pre += (e->flags & ELEMENT_PRE) != 0;
}

/* Ends what the standard ends by itself where an element begins: an open p; a cell at a cell, a row at a row … */
static void close_before(struct flow *f, const struct element *e)
{
    int p = element_of(element_number(STR("p")))->closes, cell = element_of(element_number(STR("td")))->closes;
    bool row = name_is(str_of(e->name), "tr");
    if (f->depth && element_of(f->open[f->depth - 1].element)->closes == p)
        pop(f);
    if (row && f->depth && element_of(f->open[f->depth - 1].element)->closes == cell)
        pop(f);
    if (e->closes && f->depth && element_of(f->open[f->depth - 1].element)->closes == e->closes)
        pop(f);
}

/* Does a style give letters no size: font-size:0, 0px, but not 0.9em? */
static bool has_no_size(struct str style)
{
    size_t at = str_find(style, STR("font-size:"), 0);
    if (at == STR_NONE)
        return false;
    at += sizeof "font-size:" - 1;
    while (at < style.n && style.p[at] == ' ')
        at++;
    return at < style.n && style.p[at] == '0' && (at + 1 == style.n || (style.p[at + 1] != '.' && style.p[at + 1] != '0'));
}

/* Is an inline element one that the page does not show? Forums hide noise against copying in such ones, of class jammer too. */
static bool is_hidden(struct str attributes)
{
    struct str style = attribute_get(attributes, "style"), key, value;
    if (str_has(style, STR("display:none")) || str_has(style, STR("display: none")) || has_no_size(style))
        return true;
    for (size_t at = 0; attribute_next(attributes, &at, &key, &value);)
        if (name_is(key, "hidden") || (name_is(key, "class") && name_is(value, "jammer")))
            return true;
    return false;
}

static void start_inline(struct flow *f, const struct element *e, const struct token *token)
{
    if (f->hidden) {
        f->hidden += str_eq(token->name, f->hidden_name);
    } else if (token->attributes.n && !(e->flags & (ELEMENT_VOID | ELEMENT_RAW)) && is_hidden(token->attributes)) {
        f->hidden = 1;
        f->hidden_name = token->name;
    }
    if ((e->flags & ELEMENT_LINK) && attribute_get(token->attributes, "href").p) {
        f->link = true;
        f->link_depth = f->depth;
    }
}

static void line_break(struct flow *f)
{
    bool empty = !is_started(f);
    end_block(f);
    f->after_blank = f->after_blank || empty;
}

static void start_tag(struct flow *f, const struct token *token)
{
    size_t element = element_number(token->name);
    const struct element *e = element_of(element);
    if (name_is(token->name, "meta"))
        head_meta(f->arena, &f->head, token->attributes);
    f->json = name_is(token->name, "script") && name_is(str_trim(attribute_get(token->attributes, "type")), "application/ld+json");
    if (e->flags & ELEMENT_BREAK) {
        line_break(f);
        flow_remove(f, REMOVED_HTML_TAG, token->source);
        f->indents = f->draft->removed.n;
        return;
    }
    if (e->flags & ELEMENT_BLOCK) {
        end_block_at_border(f);
        close_before(f, e);
        if (!(e->flags & (ELEMENT_VOID | ELEMENT_RAW | ELEMENT_PAGE)))
            push(f, element, token->attributes);
    } else {
        start_inline(f, e, token);
    }
    f->page = f->page || (e->flags & ELEMENT_PAGE);
    flow_remove(f, REMOVED_HTML_TAG, token->source);
}

static void end_tag(struct flow *f, const struct token *token)
{
    size_t element = element_number(token->name);
    const struct element *e = element_of(element);
    if (e->flags & ELEMENT_LINK)
        f->link = false;
    if (f->hidden && str_eq(token->name, f->hidden_name))
        f->hidden--;
    if (e->flags & ELEMENT_BREAK)
        line_break(f);
    if (e->flags & ELEMENT_BLOCK) {
        end_block_at_border(f);
        if (f->deeper && !(e->flags & ELEMENT_PAGE))
            f->deeper--;
        else if (f->count[element])
            while (f->open[f->depth - 1].element != element)
                pop(f);
        if (!f->deeper && f->count[element])
            pop(f);
    }
    flow_remove(f, REMOVED_HTML_TAG, token->source);
}

/* ---- raw text ---- */

/* What stands in script, style and their like goes; in xmp, and in a textarea that has sentences, it is text. */
static void raw_text(struct flow *f, const struct token *token)
{
    bool xmp = name_is(token->name, "xmp"), textarea = name_is(token->name, "textarea");
    if (name_is(token->name, "title"))
        head_title(f->arena, &f->head, token->source);
    if (f->json)
        head_json(f->arena, &f->head, token->source);
    f->json = false;
    if (!xmp && !(textarea && is_prose(token->source))) {
        flow_remove(f, textarea ? REMOVED_CHROME : REMOVED_HTML_TAG, token->source);
        return;
    }
    f->pre++;
    add_text(f, token->source);
    end_block(f);
    f->pre--;
}

/* ---- the page ---- */

static void take(struct flow *f, const struct token *token)
{
    f->at = (size_t)(token->source.p - f->source.p);
    switch (token->kind) {
    case TOKEN_TEXT:
        if (f->hidden)
            flow_remove(f, REMOVED_CHROME, token->source);
        else
            add_text(f, token->source);
        break;
    case TOKEN_START:
        start_tag(f, token);
        break;
    case TOKEN_END:
        end_tag(f, token);
        break;
    case TOKEN_COMMENT:
        f->page = f->page || name_is(str_sub(token->source, 2, 9), "doctype");
        flow_remove(f, REMOVED_HTML_TAG, token->source);
        break;
    case TOKEN_RAW:
        raw_text(f, token);
        break;
    }
}

/* Is there a frame to be told from an article at all: links, or elements that call themselves frame? */
static bool has_frame(const struct flow *f)
{
    size_t linked = 0;
    for (size_t i = 0; i < f->draft->blocks.n; i++)
        linked += f->draft->blocks.v[i].link_bytes > 0;
    for (size_t i = 0; i < f->ranges.n; i++)
        linked += f->ranges.v[i].chrome ? 5 : 0;
    return f->page || linked >= 5;
}

void html_blocks(struct arena *arena, struct str text, struct draft *draft)
{
    struct flow *f = NEW(arena, struct flow);
    f->arena = arena;
    f->draft = draft;
    f->source = text;
    f->out = buf_make(arena, (size_t)-1 / 4);
    f->after_blank = true;
    f->indents = draft->removed.n;
    struct tokenizer t = tokenizer_make(text);
    struct token token;
    while (token_next(&t, &token))
        take(f, &token);
    end_block(f);
    while (f->depth)
        pop(f);
    draft->head = head_best(&f->head);
    if (has_frame(f))
        page_strip_frame(arena, draft, f->ranges.v, f->ranges.n, draft->head.title);
}
