/* A report set on lines: blocks that are cut into lines when they are looked at. */
#include "page/page.h"

#include <assert.h>

#include "base/buf.h"
#include "base/tr.h"
#include "page/break.h"
#include "text/cell.h"
#include "text/han.h"
#include "text/utf8.h"

enum { HAN = 2, LABEL_GAP = 2, NARROW = 12, HANGS_FROM = 12 * HAN };

/* The text of a block, and as much of it as has been set. */
struct setting {
    enum page_kind kind;
    struct str text;
    struct traced_text *traces; /* the text is that of a paragraph with these; NULL: as it is */
    size_t label; /* bytes at the start of the text that name the field, blanks behind it too */
    int first_indent, indent;
    size_t own_indent; /* bytes of blanks that a paragraph begins with and that are not shown: the indent stands for them */
    ARRAY(size_t) starts; /* where the lines set so far begin; the first is 0 */
    size_t set;           /* bytes that are set; text.n when done */
};

/* A block is small, because there may be a million of them: what setting it needs is made when somebody looks. */
struct block {
    size_t paragraph; /* of the report; where it is not placed, that of the block before it */
    size_t before;    /* bytes of all blocks before it */
    struct setting *setting; /* NULL: nobody looked at it yet */
    unsigned char kind;
    bool placed;
};

struct page {
    struct arena *arena;
    const struct article *article;
    int cells;
    struct line_rules rules; /* `hang` is false where there is no room for it */
    bool capture; /* set as it stands: no indents */
    bool with_traces;
    struct traces traces; /* of the report, then */
    ARRAY(struct block) blocks;
    size_t bytes;
};

static struct block *add_block(struct page *page, enum page_kind kind, size_t bytes)
{
    struct block *block = PUSH(page->arena, &page->blocks);
    size_t paragraph = page->blocks.n > 1 ? block[-1].paragraph : PLACE_TITLE;
    *block = (struct block){ .kind = (unsigned char)kind, .paragraph = paragraph, .before = page->bytes };
    page->bytes += bytes + 1; /* an empty block counts too */
    return block;
}

static void add_blank(struct page *page)
{
    if (page->blocks.n && page->blocks.v[page->blocks.n - 1].kind != PAGE_BLANK)
        add_block(page, PAGE_BLANK, 0);
}

enum field { FIELD_DATE, FIELD_PLACE, FIELD_PUBLISHED, FIELD_SOURCE, FIELD_DELEGATES, FIELD_AUTHORS, FIELD_REMOVED, N_FIELDS };
static const char *const field_labels[N_FIELDS] = {
    TR_LATER("Date"), TR_LATER("Place"), TR_LATER("Posted"), TR_LATER("Source"), TR_LATER("Present"), TR_LATER("Authors"), TR_LATER("Removed"),
};

/* Room for the longest label. */
static size_t label_cells(void)
{
    size_t cells = 0;
    for (enum field field = 0; field < N_FIELDS; field++) {
        size_t these = cells_of(TR(field_labels[field]));
        cells = these > cells ? these : cells;
    }
    return cells;
}

/* A field of the card or of the credits; nothing where the field is unknown. */
static void add_field(struct page *page, enum page_kind kind, enum field field, struct str value)
{
    if (value.n == 0)
        return;
    struct str label = TR(field_labels[field]);
    size_t room = label_cells();
    bool beside = (size_t)page->cells >= NARROW + room + LABEL_GAP;
    struct buf text = buf_make(page->arena, label.n + room + LABEL_GAP + value.n);
    buf_add(&text, label);
    for (size_t cells = cells_of(label); beside && cells < room; cells++)
        buf_add(&text, STR(" "));
    size_t label_end = text.n;
    buf_add(&text, STR("  "));
    buf_add(&text, value);
    struct setting *setting = add_block(page, kind, text.n)->setting = NEW(page->arena, struct setting);
    setting->kind = kind;
    setting->text = buf_str(&text);
    setting->label = label_end;
    setting->indent = beside ? (int)room + LABEL_GAP : 0;
}

static size_t leading_blanks(struct str text)
{
    size_t at = 0;
    while (at < text.n && is_blank(utf8_at(text, at)))
        utf8_next(text, &at);
    return at;
}

static void add_placed(struct page *page, enum page_kind kind, struct str text, size_t paragraph)
{
    struct block *block = add_block(page, kind, text.n);
    block->placed = true;
    block->paragraph = paragraph;
}

/* What a block needs to be set; made here at the first look. */
static struct setting *setting_of(const struct page *page, struct block *block)
{
    if (block->setting)
        return block->setting;
    struct setting *setting = block->setting = NEW(page->arena, struct setting);
    setting->kind = (enum page_kind)block->kind;
    if (block->placed)
        setting->text = article_paragraph(page->article, block->paragraph);
    if (block->placed && page->with_traces) {
        setting->traces = NEW(page->arena, struct traced_text);
        *setting->traces = traces_put(page->arena, setting->text, &page->traces, block->paragraph);
        setting->text = setting->traces->text;
    }
    if (block->kind == PAGE_TEXT && !page->capture) {
        setting->first_indent = page->cells >= NARROW ? 2 * HAN : page->cells > 2 * HAN ? HAN : 0;
        setting->own_indent = leading_blanks(setting->text);
    }
    return setting;
}

static struct str date_field(const struct page *page, const struct article *article)
{
    static const char *const from[] = { "", "", TR_LATER(" (year of publication)"), TR_LATER(" (year inferred)") };
    struct buf out = buf_make(page->arena, 256);
    if (article->date.p) {
        buf_add(&out, article->date);
        buf_add(&out, TR(from[article->date_from]));
    }
    return buf_str(&out);
}

static struct str congress_field(const struct page *page, const struct congress *congress)
{
    struct buf out = buf_make(page->arena, 4096);
    if (congress && congress->place.p)
        buf_add(&out, congress->place);
    return buf_str(&out);
}

static struct str delegates_field(const struct page *page, int delegates)
{
    struct buf out = buf_make(page->arena, 64);
    if (delegates >= 0)
        buf_add_format(&out, tr_n("%d delegate", "%d delegates", (unsigned long)delegates), delegates);
    return buf_str(&out);
}

/* 记者 柴琳琳　通讯员 姜璞: a role is said once for the names that follow. */
static struct str authors_field(const struct page *page, const struct article *article)
{
    struct buf out = buf_make(page->arena, 1 << 16);
    struct str role = { 0 };
    for (size_t i = 0; i < article->n_authors; i++) {
        const struct author *author = &article->authors[i];
        bool same = i && author->role.n && str_eq(role, author->role);
        if (i)
            buf_add(&out, same ? STR("、") : STR("  "));
        if (author->role.n && !same) {
            buf_add(&out, author->role);
            buf_add(&out, STR(" "));
        }
        buf_add(&out, author->name);
        role = author->role;
    }
    return buf_str(&out);
}

/* How much of each class cleaning took away. */
static struct str removed_field(const struct page *page, const struct article *article)
{
    static const char *const names[N_REMOVED_CLASSES] = {
        [REMOVED_HTML_TAG] = TR_LATER("tags"),         [REMOVED_NBSP_INDENT] = TR_LATER("indents"),  [REMOVED_WHITESPACE] = TR_LATER("blanks"),
        [REMOVED_PINYIN] = TR_LATER("pinyin"),         [REMOVED_CHROME] = TR_LATER("words of the page"), [REMOVED_IMAGE] = TR_LATER("pictures"),
        [REMOVED_KEYWORDS] = TR_LATER("keywords"),     [REMOVED_CREDIT] = TR_LATER("credits"),       [REMOVED_RELATED] = TR_LATER("related links"),
    };
    size_t counts[N_REMOVED_CLASSES] = { 0 };
    struct buf out = buf_make(page->arena, 4096);
    for (size_t i = 0; i < article->n_removed; i++)
        counts[article->removed[i].class]++;
    for (size_t i = 0; i < N_REMOVED_CLASSES; i++)
        if (counts[i])
            buf_add_format(&out, "%s%s %zu", out.n ? "  " : "", tr(names[i]), counts[i]);
    return buf_str(&out);
}

static void add_card(struct page *page, const struct article *article)
{
    add_field(page, PAGE_CARD, FIELD_DATE, date_field(page, article));
    add_field(page, PAGE_CARD, FIELD_PLACE, congress_field(page, article->congress));
    add_field(page, PAGE_CARD, FIELD_PUBLISHED, article->published);
    add_field(page, PAGE_CARD, FIELD_SOURCE, article->source);
    add_field(page, PAGE_CARD, FIELD_DELEGATES, delegates_field(page, article->delegates));
}

static void add_blocks(struct page *page, const struct article *article)
{
    if (article->title.n)
        add_placed(page, PAGE_TITLE, article->title, PLACE_TITLE);
    if (article->subtitle.n)
        add_placed(page, PAGE_SUBTITLE, article->subtitle, PLACE_SUBTITLE);
    add_blank(page);
    add_card(page, article);
    add_blank(page);
    size_t heading = 0, next_gap = 0; /* both stand in reading order */
    for (size_t i = 0; i < article->n_paragraphs; i++) {
        while (heading < article->n_outline && article->outline[heading].paragraph < i)
            heading++;
        bool section = heading < article->n_outline && article->outline[heading].paragraph == i && article->outline[heading].offset == 0 &&
                       article->outline[heading].kind == HEADING_NUMBERED;
        while (next_gap < article->n_gaps && article->gaps[next_gap].paragraph < i)
            next_gap++;
        bool gap = next_gap < article->n_gaps && article->gaps[next_gap].paragraph == i;
        if (section || gap)
            add_blank(page);
        add_placed(page, gap ? PAGE_GAP : PAGE_TEXT, article->paragraphs[i], i);
        if (gap)
            add_blank(page);
    }
    if (article->n_authors || page->with_traces)
        add_blank(page);
    add_field(page, PAGE_CREDIT, FIELD_AUTHORS, authors_field(page, article));
    if (page->with_traces)
        add_field(page, PAGE_CREDIT, FIELD_REMOVED, removed_field(page, article));
    if (page->blocks.n == 0)
        add_block(page, PAGE_BLANK, 0);
}

/* Sets the cells of a line, and whether a mark may hang behind them: where the width is not narrow room is left for it. */
static void measure_lines(struct page *page, int width, struct page_rules rules)
{
    int room = rules.lines.hang && width >= HANGS_FROM ? width - HANG_CELLS : width;
    page->cells = rules.measure > 0 && rules.measure <= room / HAN ? rules.measure * HAN : room;
    page->rules = rules.lines;
    page->rules.hang = rules.lines.hang && page->cells + HANG_CELLS <= width;
}

struct page *page_make(struct arena *arena, const struct article *article, int width, struct page_rules rules)
{
    assert(width >= 1);
    struct page *page = NEW(arena, struct page);
    page->arena = arena;
    page->article = article;
    page->capture = article->is_capture;
    page->with_traces = rules.traces;
    if (rules.traces)
        page->traces = traces_of(arena, article);
    measure_lines(page, width, rules);
    page->blocks.cap = article->n_paragraphs + article->n_paragraphs / 8 + 64;
    page->blocks.v = NEW_N(arena, struct block, page->blocks.cap);
    add_blocks(page, article);
    return page;
}

int page_cells(const struct page *page)
{
    return page->cells;
}

/* A field ends its lines behind a pause or the two blanks between its parts where it can, so that no name is cut; not behind its label. */
static size_t whole_word(const struct setting *setting, size_t from, size_t end)
{
    size_t blank = 0; /* behind the blank that follows; 0: none does */
    from = from < setting->label + LABEL_GAP && setting->label + LABEL_GAP < end ? setting->label + LABEL_GAP : from;
    for (size_t at = end; end < setting->text.n && at > from;) {
        size_t behind = at;
        uint32_t c = utf8_prev(setting->text, &at);
        if (is_pause(c))
            return behind;
        if (blank && is_blank(c))
            return blank;
        blank = is_blank(c) ? behind : 0;
    }
    return end;
}

/* The end of the line of a block that begins at `from`, with this indent. */
static size_t end_of_line(const struct page *page, const struct setting *setting, size_t from, int indent)
{
    struct line_rules rules = page->rules;
    rules.hang = rules.hang && (setting->kind == PAGE_TEXT || setting->kind == PAGE_GAP);
    size_t end = break_line(setting->text, from, indent < page->cells ? (size_t)(page->cells - indent) : 1, rules);
    return setting->kind == PAGE_CARD || setting->kind == PAGE_CREDIT ? whole_word(setting, from, end) : end;
}

/* Sets one more line of a block; false when all of it is set. The first line is there from the beginning. */
static bool set_line(const struct page *page, struct setting *setting)
{
    bool first = setting->starts.n == 0;
    size_t from = first ? setting->own_indent : setting->set;
    if (!first && from >= setting->text.n)
        return false;
    *PUSH(page->arena, &setting->starts) = first ? 0 : from;
    int indent = first ? setting->first_indent : setting->indent;
    setting->set = from < setting->text.n ? end_of_line(page, setting, from, indent) : setting->text.n;
    return true;
}

/* Number of the line of a block that holds byte `offset`; sets no further than that. */
static size_t line_of(const struct page *page, struct setting *setting, size_t offset)
{
    if (offset >= setting->text.n)
        offset = setting->text.n ? setting->text.n - 1 : 0;
    while (setting->starts.n == 0 || setting->set <= offset)
        if (!set_line(page, setting))
            break;
    size_t low = 0, high = setting->starts.n;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (setting->starts.v[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* Where line i of a block ends: one more line must be set to know where the next begins, unless this is the last. */
static size_t line_end(const struct setting *setting, size_t i)
{
    return i + 1 < setting->starts.n ? setting->starts.v[i + 1] : setting->set;
}

static struct setting *setting_at(const struct page *page, size_t block)
{
    assert(block < page->blocks.n);
    return setting_of(page, &page->blocks.v[block]);
}

/* An offset of a block's text in the paragraph that it is of. */
static size_t without_traces(const struct setting *setting, size_t offset)
{
    return setting->traces ? traces_without(setting->traces, offset) : offset;
}

struct page_spot page_start(const struct page *page)
{
    (void)page;
    return (struct page_spot){ 0, 0 };
}

struct page_spot page_at(struct page *page, struct page_spot spot)
{
    if (spot.block >= page->blocks.n)
        return page_end(page);
    struct setting *setting = setting_at(page, spot.block);
    size_t line = line_of(page, setting, spot.offset);
    return (struct page_spot){ spot.block, setting->starts.v[line] };
}

struct page_spot page_end(struct page *page)
{
    return page_at(page, (struct page_spot){ page->blocks.n - 1, (size_t)-1 });
}

struct page_spot page_find(struct page *page, struct place place)
{
    size_t low = 0, high = page->blocks.n;
    while (low < high) { /* the first block of the paragraph; blocks stand in reading order */
        size_t middle = low + (high - low) / 2;
        if (place_cmp((struct place){ page->blocks.v[middle].paragraph, 0 }, (struct place){ place.paragraph, 0 }) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < page->blocks.n && page->blocks.v[low].placed && page->blocks.v[low].paragraph == place.paragraph;
    return page_at(page, found ? page_spot(page, low, place) : page_start(page));
}

bool page_place(const struct page *page, struct page_spot spot, struct place *place)
{
    if (spot.block >= page->blocks.n || !page->blocks.v[spot.block].placed)
        return false;
    *place = (struct place){ page->blocks.v[spot.block].paragraph, without_traces(setting_at(page, spot.block), spot.offset) };
    return true;
}

struct page_spot page_spot(const struct page *page, size_t block, struct place place)
{
    const struct setting *setting = page->with_traces && block < page->blocks.n ? setting_at(page, block) : NULL;
    return (struct page_spot){ block, setting && setting->traces ? traces_behind(setting->traces, place.offset) : place.offset };
}

bool page_next(struct page *page, struct page_spot *spot)
{
    struct setting *setting = setting_at(page, spot->block);
    size_t line = line_of(page, setting, spot->offset), end = line_end(setting, line);
    if (end < setting->text.n) {
        *spot = page_at(page, (struct page_spot){ spot->block, end });
        return true;
    }
    if (spot->block + 1 >= page->blocks.n)
        return false;
    *spot = (struct page_spot){ spot->block + 1, 0 };
    return true;
}

bool page_prev(struct page *page, struct page_spot *spot)
{
    struct setting *setting = setting_at(page, spot->block);
    size_t line = line_of(page, setting, spot->offset);
    if (line > 0) {
        spot->offset = setting->starts.v[line - 1];
        return true;
    }
    if (spot->block == 0)
        return false;
    *spot = page_at(page, (struct page_spot){ spot->block - 1, (size_t)-1 });
    return true;
}

static int centred(const struct page *page, struct str text)
{
    int cells = (int)cells_of(text);
    return cells < page->cells ? (page->cells - cells) / 2 : 0;
}

struct page_line page_line(struct page *page, struct page_spot spot)
{
    struct setting *setting = setting_at(page, spot.block);
    const struct block *block = &page->blocks.v[spot.block];
    size_t i = line_of(page, setting, spot.offset), start = i ? setting->starts.v[i] : setting->own_indent;
    struct page_line line = { .kind = setting->kind, .placed = block->placed };
    line.text = str_sub(setting->text, start, line_end(setting, i));
    line.place = (struct place){ block->paragraph, without_traces(setting, start) };
    line.end = without_traces(setting, start + line.text.n);
    line.traces = setting->traces;
    line.start = start;
    if (line.kind == PAGE_TITLE || line.kind == PAGE_SUBTITLE || line.kind == PAGE_GAP)
        line.indent = centred(page, line.text);
    else
        line.indent = i == 0 ? setting->first_indent : setting->indent;
    line.label = start < setting->label ? setting->label - start : 0;
    return line;
}

int page_spot_cmp(struct page_spot a, struct page_spot b)
{
    if (a.block != b.block)
        return a.block < b.block ? -1 : 1;
    return (a.offset > b.offset) - (a.offset < b.offset);
}

size_t page_before(const struct page *page, struct page_spot spot)
{
    size_t offset = page->with_traces ? without_traces(setting_at(page, spot.block), spot.offset) : spot.offset;
    return page->blocks.v[spot.block].before + offset;
}

size_t page_bytes(const struct page *page)
{
    return page->bytes;
}

struct page_spot page_seek(struct page *page, size_t bytes)
{
    size_t low = 0, high = page->blocks.n;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (page->blocks.v[middle].before <= bytes)
            low = middle;
        else
            high = middle;
    }
    return page_at(page, page_spot(page, low, (struct place){ 0, bytes - page->blocks.v[low].before }));
}

/* Column of a byte of the block's text. */
static int column(const struct page_line *line, size_t at)
{
    size_t within = at <= line->start ? 0 : at - line->start < line->text.n ? at - line->start : line->text.n;
    return line->indent + (int)cells_of(str_sub(line->text, 0, within));
}

int page_column(const struct page_line *line, size_t offset)
{
    return column(line, line->traces ? traces_behind(line->traces, offset) : offset);
}

int page_column_before(const struct page_line *line, size_t offset)
{
    return column(line, line->traces ? traces_before(line->traces, offset) : offset);
}

static enum page_style style_of(enum page_kind kind)
{
    switch (kind) {
    case PAGE_TITLE: return PAGE_STYLE_TITLE;
    case PAGE_SUBTITLE: return PAGE_STYLE_SUBTITLE;
    case PAGE_GAP: return PAGE_STYLE_GAP;
    default: return PAGE_STYLE_TEXT;
    }
}

/* The first section heading that ends behind a place, or NULL. */
static const struct heading *heading_behind(const struct article *article, struct place place)
{
    size_t low = 0, high = article->n_outline;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct heading *heading = &article->outline[middle];
        if (place_cmp((struct place){ heading->paragraph, heading->offset + heading->text.n }, place) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    while (low < article->n_outline && (article->outline[low].kind == HEADING_GAP || article->outline[low].kind == HEADING_LEAD))
        low++;
    return low < article->n_outline ? &article->outline[low] : NULL;
}

/* Cuts a span of plain text where a heading begins or ends. */
static void cut_at_heading(const struct article *article, struct page_span *span)
{
    const struct heading *heading = heading_behind(article, span->place);
    size_t from = span->place.offset;
    if (!heading || heading->paragraph != span->place.paragraph)
        return;
    if (heading->offset <= from) {
        span->style = PAGE_STYLE_HEADING;
        span->text = str_sub(span->text, 0, heading->offset + heading->text.n - from);
    } else {
        span->text = str_sub(span->text, 0, heading->offset - from);
    }
}

/* Cuts a span where the next trace begins; or, with true, makes it that of a trace that stands there. */
static bool cut_at_trace(const struct page_line *line, size_t offset, struct page_span *span)
{
    const struct put_in *trace = traces_next(line->traces, offset);
    if (!trace || trace->at > offset) {
        span->text = trace ? str_sub(span->text, 0, trace->at - offset) : span->text;
        return false;
    }
    span->style = PAGE_STYLE_TRACE;
    span->placed = false;
    span->text = str_sub(span->text, 0, trace->at + trace->n - offset);
    return true;
}

bool page_next_span(const struct page *page, const struct page_line *line, struct page_span *span)
{
    bool first = !span->text.p;
    size_t at = first ? 0 : (size_t)(span->text.p + span->text.n - line->text.p);
    if (at >= line->text.n)
        return false;
    size_t offset = line->start + at;
    struct place place = { line->place.paragraph, line->traces ? traces_without(line->traces, offset) : offset };
    *span = (struct page_span){ style_of(line->kind), column(line, offset), str_sub(line->text, at, line->text.n), line->placed, place };
    if (line->traces && cut_at_trace(line, offset, span))
        return true;
    if (at < line->label) {
        span->style = PAGE_STYLE_LABEL;
        span->text = str_sub(line->text, at, line->label);
    } else if (line->placed && span->style == PAGE_STYLE_TEXT) {
        cut_at_heading(page->article, span);
    }
    return true;
}
