/* The reading pane: one report on lines, the part of it that is in sight, and moving in it. */
#include "ui/reading.h"

#include <stdint.h>

#include "article/script.h"
#include "find/align.h"
#include "find/removed.h"
#include "text/cell.h"
#include "text/sentence.h"

enum { MARGINS = 2 };

void reading_finish(struct reading *reading)
{
    arena_finish(&reading->arena);
    arena_finish(&reading->margin_arena);
    search_finish(&reading->search);
    *reading = (struct reading){ 0 };
}

/* Cells of the text: a blank at either side where the pane is wide enough to spare them. */
static int text_cells(int cols)
{
    int cells = cols > 20 ? cols - MARGINS : cols;
    return cells < 1 ? 1 : cells;
}

static void set_page(struct reading *reading)
{
    arena_reset(&reading->arena);
    reading->page = page_make(&reading->arena, reading->article, text_cells(reading->cols), reading->rules);
    reading->ambiguous = cell_ambiguous();
    reading->top = page_at(reading->page, reading->anchor);
}

void reading_open(struct reading *reading, const struct article *article, struct page_spot at)
{
    search_finish(&reading->search);
    reading->sentence = (struct hit){ .to = 0 };
    reading_clear_margin(reading);
    reading->article = article;
    reading->anchor = (struct page_spot){ 0, 0 };
    set_page(reading); /* of one cell where no size is known yet */
    reading_return(reading, at);
}

void reading_turn(struct reading *reading, const struct article *article, const struct matches *matches)
{
    struct page_spot at = reading_stand(reading);
    struct search was = reading->search;
    struct hit sentence = reading->sentence;
    if (sentence.to) {
        size_t paragraph = sentence.paragraph;
        sentence.from = place_turned(reading->article, (struct place){ paragraph, sentence.from }, article).offset;
        sentence.to = place_turned(reading->article, (struct place){ paragraph, sentence.to }, article).offset;
    }
    reading->search = (struct search){ .current = (size_t)-1 };
    reading_open(reading, article, at);
    reading->sentence = sentence;
    search_resume(&reading->search, article, &was, matches);
    search_finish(&was);
}

static void put_at_top(struct reading *reading, struct page_spot spot)
{
    reading->top = reading->anchor = spot;
}

/* Does a paragraph of the whole begin as one of its beginning does? The last of these may be cut. */
static bool goes_on(const struct article *whole, size_t paragraph, struct str text)
{
    return str_starts(article_paragraph(whole, paragraph), text);
}

/* The place in the whole of what stands at one of its beginning: in the same paragraph, or in one near it where cleaning found others to take out. */
static struct place place_in_whole(const struct article *beginning, struct place place, const struct article *whole)
{
    enum { NEAR = 100 };
    struct str text = article_paragraph(beginning, place.paragraph);
    struct article head = *whole;
    if (place.paragraph >= beginning->n_paragraphs || goes_on(whole, place.paragraph, text))
        return place;
    for (size_t by = 1; by < NEAR; by++) {
        if (by <= place.paragraph && goes_on(whole, place.paragraph - by, text))
            return (struct place){ place.paragraph - by, place.offset };
        if (goes_on(whole, place.paragraph + by, text))
            return (struct place){ place.paragraph + by, place.offset };
    }
    if (head.n_paragraphs > beginning->n_paragraphs + NEAR)
        head.n_paragraphs = beginning->n_paragraphs + NEAR;
    return align_place(beginning, place, &head);
}

/* The first line in sight that has a place, and how many rows down it is; false where none has. */
static bool first_placed(const struct reading *reading, struct place *place, int *row)
{
    struct page_spot spot = reading->top;
    for (*row = 0; *row == 0 || *row < reading->rows; ++*row) {
        if (page_place(reading->page, spot, place))
            return true;
        if (!page_next(reading->page, &spot))
            break;
    }
    return false;
}

/* Puts the line with a place into a row, as far as there are lines above it. */
static void put_in_row(struct reading *reading, struct place place, int row)
{
    struct page_spot spot = page_find(reading->page, place);
    while (row-- > 0 && page_prev(reading->page, &spot))
        ;
    put_at_top(reading, spot);
}

void reading_complete(struct reading *reading, const struct article *whole, const struct matches *matches)
{
    const struct article *beginning = reading->article;
    struct search was = reading->search;
    struct hit sentence = reading->sentence;
    struct place place;
    int row;
    bool placed = first_placed(reading, &place, &row);
    reading->search = (struct search){ .current = (size_t)-1 };
    reading_open(reading, whole, (struct page_spot){ 0, 0 });
    if (placed)
        put_in_row(reading, place_in_whole(beginning, place, whole), row);
    if (sentence.to && goes_on(whole, sentence.paragraph, article_paragraph(beginning, sentence.paragraph)))
        reading->sentence = sentence;
    if (search_current(&was) || was.of_library)
        search_resume(&reading->search, whole, &was, matches);
    else if (was.asked)
        search_ask(&reading->search, whole, was.needle, reading_place(reading), was.backward);
    search_finish(&was);
}

void reading_fit(struct reading *reading, struct area area)
{
    bool same = reading->page && reading->cols == area.cols && reading->ambiguous == cell_ambiguous();
    reading->rows = area.rows;
    reading->cols = area.cols;
    if (reading->article && !same)
        set_page(reading);
}

struct page_spot reading_stand(const struct reading *reading)
{
    struct place place;
    struct page_spot spot = reading->anchor;
    if (page_place(reading->page, spot, &place))
        spot.offset = place_written(reading->article, place).offset;
    return spot;
}

void reading_return(struct reading *reading, struct page_spot spot)
{
    struct place place;
    reading->anchor = spot;
    if (page_place(reading->page, spot, &place)) {
        place.offset = spot.offset;
        reading->anchor = page_spot(reading->page, spot.block, place_shown(reading->article, place));
    }
    reading->top = page_at(reading->page, reading->anchor);
}

void reading_add_margin(struct reading *reading, char letter, struct place place)
{
    struct margin *at = PUSH(&reading->margin_arena, &reading->margin);
    for (; at > reading->margin.v && place_cmp(at[-1].place, place) > 0; at--) /* they come nearly in order */
        *at = at[-1];
    *at = (struct margin){ letter, place };
}

void reading_clear_margin(struct reading *reading)
{
    arena_reset(&reading->margin_arena);
    reading->margin.v = NULL;
    reading->margin.n = reading->margin.cap = 0;
    reading->removed = (struct hits){ .v = NULL };
}

void reading_add_removed(struct reading *reading, const struct article *article)
{
    removed_find(&reading->margin_arena, article, reading->article, &reading->removed);
}

void reading_show_traces(struct reading *reading, bool traces)
{
    struct page_spot at = reading->page ? reading_stand(reading) : (struct page_spot){ 0, 0 };
    reading->rules.traces = traces;
    if (!reading->page)
        return;
    set_page(reading);
    reading_return(reading, at);
}

/* How many lines of at most `most` lie below those in sight. */
static size_t lines_below(const struct reading *reading, size_t most)
{
    struct page_spot spot = reading->top;
    for (int i = 0; i < reading->rows - 1; i++)
        if (!page_next(reading->page, &spot))
            return 0;
    size_t n = 0;
    while (n < most && page_next(reading->page, &spot))
        n++;
    return n;
}

static void scroll_down(struct reading *reading, size_t lines)
{
    struct page_spot top = reading->top;
    for (size_t n = lines_below(reading, lines); n > 0; n--)
        page_next(reading->page, &top);
    put_at_top(reading, top);
}

static void scroll_up(struct reading *reading, size_t lines)
{
    struct page_spot top = reading->top;
    while (lines-- > 0 && page_prev(reading->page, &top))
        ;
    put_at_top(reading, top);
}

/* Puts a spot at the top, or the end of the report at the bottom where less than a pane would follow. */
static void go_full(struct reading *reading, struct page_spot spot)
{
    struct page_spot last = page_end(reading->page);
    for (int i = 1; i < reading->rows; i++)
        page_prev(reading->page, &last);
    put_at_top(reading, page_spot_cmp(last, spot) < 0 ? last : spot);
}

static size_t at_least(size_t n, size_t least)
{
    return n < least ? least : n;
}

bool reading_move(struct reading *reading, enum action action, size_t count)
{
    size_t n = at_least(count, 1), page = at_least((size_t)reading->rows, 2) - 1, half = at_least((size_t)reading->rows / 2, 1);
    size_t bytes = page_bytes(reading->page);
    enum { MOST = 1000000 };
    n = n < MOST ? n : MOST;
    switch (action) {
    case ACT_DOWN: scroll_down(reading, n); break;
    case ACT_UP: scroll_up(reading, n); break;
    case ACT_PAGE_DOWN: scroll_down(reading, n * page); break;
    case ACT_PAGE_UP: scroll_up(reading, n * page); break;
    case ACT_HALF_DOWN: scroll_down(reading, n * half); break;
    case ACT_HALF_UP: scroll_up(reading, n * half); break;
    case ACT_START: put_at_top(reading, page_start(reading->page)); break;
    case ACT_END: go_full(reading, page_end(reading->page)); break;
    case ACT_PERCENT:
        count = count < 100 ? count : 100;
        go_full(reading, page_seek(reading->page, bytes / 100 * count + bytes % 100 * count / 100));
        break;
    default: return false;
    }
    return true;
}

void reading_go(struct reading *reading, struct place place)
{
    put_at_top(reading, page_find(reading->page, place));
}

void reading_reveal(struct reading *reading, struct place place)
{
    struct page_spot spot = page_find(reading->page, place), seen = reading->top;
    for (int i = 0; i == 0 || i < reading->rows - 1; i++) { /* on the last line what is found may go on below */
        if (page_spot_cmp(seen, spot) == 0)
            return;
        if (!page_next(reading->page, &seen))
            break;
    }
    for (int i = 0; i < reading->rows / 3; i++)
        page_prev(reading->page, &spot);
    go_full(reading, spot);
}

/* The first line below those in sight; false where the end is in sight. */
static bool spot_below(const struct reading *reading, struct page_spot *spot)
{
    *spot = reading->top;
    for (int i = 0; i < reading->rows; i++)
        if (!page_next(reading->page, spot))
            return false;
    return true;
}

/* The place of the first line of text at or behind a spot; the title where none is. */
static struct place place_from(const struct reading *reading, struct page_spot spot)
{
    do {
        struct page_line line = page_line(reading->page, spot);
        if (line.placed)
            return line.place;
    } while (page_next(reading->page, &spot));
    while (page_prev(reading->page, &spot)) { /* nothing but credits in sight */
        struct page_line line = page_line(reading->page, spot);
        if (line.placed)
            return line.place;
    }
    return (struct place){ PLACE_TITLE, 0 };
}

struct place reading_place(const struct reading *reading)
{
    if (page_spot_cmp(reading->top, page_start(reading->page)) == 0)
        return (struct place){ PLACE_TITLE, 0 };
    return place_from(reading, reading->top);
}

/* Is the line with a place in sight? */
static bool in_view(const struct reading *reading, struct place place)
{
    struct page_spot spot = page_find(reading->page, place), below;
    return page_spot_cmp(reading->top, spot) <= 0 && (!spot_below(reading, &below) || page_spot_cmp(spot, below) < 0);
}

bool reading_sees_sentence(const struct reading *reading)
{
    return reading->sentence.to && in_view(reading, (struct place){ reading->sentence.paragraph, reading->sentence.from });
}

struct place reading_point(const struct reading *reading)
{
    const struct hit *hit = search_current(&reading->search);
    if (reading_sees_sentence(reading))
        return (struct place){ reading->sentence.paragraph, reading->sentence.from };
    if (hit && in_view(reading, (struct place){ hit->paragraph, hit->from }))
        return (struct place){ hit->paragraph, hit->from };
    return reading_place(reading);
}

/* The paragraph behind or before another in reading order, which begins with title and subtitle; false where there is none. */
static bool step_paragraph(const struct article *article, size_t *paragraph, bool forward)
{
    size_t part = *paragraph == PLACE_TITLE ? 0 : *paragraph == PLACE_SUBTITLE ? 1 : *paragraph + 2;
    if (forward ? part + 1 >= article->n_paragraphs + 2 : part == 0)
        return false;
    part = forward ? part + 1 : part - 1;
    *paragraph = part == 0 ? PLACE_TITLE : part == 1 ? PLACE_SUBTITLE : part - 2;
    return true;
}

/* The first sentence of a paragraph that begins at or behind `from`, or the last that begins before it. */
static bool find_sentence(struct str text, size_t from, bool forward, struct sentence *found)
{
    bool any = false;
    for (struct sentence s = { 0, 0 }; sentence_next(text, &s);) {
        if (forward ? s.from >= from : s.from < from) {
            *found = s;
            any = true;
        }
        if (s.from >= from)
            break;
    }
    return any;
}

static bool step_sentence(struct reading *reading, bool forward)
{
    bool marked = reading_sees_sentence(reading);
    struct place at = reading_point(reading);
    struct sentence sentence;
    at.offset += forward && marked; /* from the first in sight, or from behind the one that is marked */
    while (!find_sentence(article_paragraph(reading->article, at.paragraph), at.offset, forward, &sentence)) {
        if (!step_paragraph(reading->article, &at.paragraph, forward))
            return false;
        at.offset = forward ? 0 : (size_t)-1;
    }
    reading->sentence = (struct hit){ .paragraph = at.paragraph, .from = sentence.from, .to = sentence.to };
    return true;
}

bool reading_sentence(struct reading *reading, bool forward, size_t count)
{
    bool moved = false;
    for (size_t n = at_least(count, 1); n > 0 && step_sentence(reading, forward); n--) {
        moved = true;
        reading_reveal(reading, (struct place){ reading->sentence.paragraph, reading->sentence.from });
    }
    return moved;
}

static struct page_spot section_spot(const struct reading *reading, size_t section)
{
    const struct heading *heading = &reading->article->outline[section];
    return page_find(reading->page, (struct place){ heading->paragraph, heading->offset });
}

size_t reading_current_section(const struct reading *reading)
{
    size_t low = 0, high = reading->article->n_outline;
    while (low < high) { /* sections stand in reading order: the first that begins behind the top line */
        size_t middle = low + (high - low) / 2;
        if (page_spot_cmp(section_spot(reading, middle), reading->top) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low - 1;
}

bool reading_section(struct reading *reading, bool forward, size_t count)
{
    bool moved = false;
    for (size_t n = at_least(count, 1); n > 0; n--) {
        size_t section = reading_current_section(reading);
        if (forward)
            section++;
        else if (section != (size_t)-1 && page_spot_cmp(section_spot(reading, section), reading->top) == 0)
            while (section != (size_t)-1 && page_spot_cmp(section_spot(reading, section), reading->top) == 0)
                section--;
        if (section >= reading->article->n_outline)
            break;
        put_at_top(reading, section_spot(reading, section));
        moved = true;
    }
    return moved;
}

/* How much lies before the end of the pane, of `whole`. */
static int part_seen(const struct reading *reading, unsigned whole)
{
    struct page_spot below;
    if (!spot_below(reading, &below))
        return (int)whole;
    return (int)((uint64_t)page_before(reading->page, below) * whole / page_bytes(reading->page));
}

int reading_percent(const struct reading *reading)
{
    return part_seen(reading, 100);
}

int reading_seen(const struct reading *reading)
{
    return part_seen(reading, 1000);
}
