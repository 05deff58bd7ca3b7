/* The columns of the list. What a report does not tell is left out. */
#include "ui/columns.h"

#include <stdio.h>

#include "base/tr.h"
#include "text/cell.h"

enum {
    TINY = 30,   /* columns below which there are but year and title */
    NARROW = 60, /* below it: the year alone, and a short place */
    SIZED = 72,  /* from here on there is room for the size */
    WIDE = 100,  /* and for the kind of congress */
    SIGNS = 2, DATE = 10, YEAR = 4, MONTH = YEAR + 1, KIND = 12, SIZE = 6
};

struct columns columns_fit(struct area area)
{
    struct columns at = { .sign = area.col, .date = area.col + SIGNS, .end = area.col + area.cols, .narrow = area.cols < NARROW };
    int place = at.narrow ? area.cols >= 36 ? 10 : 8 : area.cols >= WIDE ? 20 : 16;
    at.title = at.date + (at.narrow ? YEAR : DATE) + 1;
    if (area.cols < TINY)
        return at;
    at.place = at.title;
    at.ordinal = at.place + place + 1;
    at.title = at.ordinal + (at.narrow ? 2 : 3) + 1;
    if (area.cols >= WIDE) {
        at.kind = at.title;
        at.title = at.kind + KIND + 1;
    }
    if (area.cols >= SIZED) {
        at.end -= SIZE + 1;
        at.size = at.end + 1;
    }
    return at;
}

/* Puts s so that it ends before `end`. */
static void put_right(struct grid *grid, int row, int col, int end, struct str s, enum style style)
{
    int cells = (int)cells_of(s);
    grid_put(grid, row, end - cells > col ? end - cells : col, end, s, style);
}

/* The column behind the title's room: the edge of the pane. */
static int edge(const struct columns *at)
{
    return at->size ? at->size + SIZE : at->end;
}

static int ordinal_end(const struct columns *at)
{
    return at->ordinal + (at->narrow ? 2 : 3);
}

void columns_head(const struct columns *at, struct grid *grid, int row)
{
    grid_blank(grid, row, at->sign, edge(at), STYLE_HEAD);
    grid_put(grid, row, at->date, at->title, at->narrow ? TR("Year") : TR("Date"), STYLE_HEAD);
    if (at->place) {
        grid_put(grid, row, at->place, at->ordinal - 1, TR("Place"), STYLE_HEAD);
        put_right(grid, row, at->ordinal, ordinal_end(at), TR("No"), STYLE_HEAD);
    }
    if (at->kind)
        grid_put(grid, row, at->kind, at->title - 1, TR("Kind"), STYLE_HEAD);
    grid_put(grid, row, at->title, at->end, TR("Title"), STYLE_HEAD);
    if (at->size)
        put_right(grid, row, at->size, edge(at), TR("Chars"), STYLE_HEAD);
}

/* A mark for what was read, and the star. Each in one cell, whatever the terminal's ambiguous width. */
static void put_signs(const struct columns *at, struct grid *grid, int row, unsigned char signs)
{
    struct str sign = signs & SIGN_READ ? STR("√") : signs & SIGN_BEGUN ? STR("○") : STR(" ");
    if (cells_of(sign) > 1)
        sign = signs & SIGN_READ ? STR("v") : STR("o");
    grid_put(grid, row, at->sign, at->sign + 1, sign, STYLE_DIM);
    if (signs & SIGN_STAR)
        grid_put(grid, row, at->sign + 1, at->date, STR("*"), STYLE_LABEL);
}

/* The date, or when it was published; where there is room for the year only, below the congress, whose row tells it, month and day. */
static void put_date(const struct columns *at, struct grid *grid, int row, const struct entry *entry, bool below)
{
    bool known = entry->date.p != NULL;
    struct str date = known ? entry->date : entry->published;
    if (at->narrow)
        date = below && date.n > MONTH ? str_sub(date, MONTH, date.n) : str_sub(date, 0, YEAR);
    grid_put(grid, row, at->date, at->date + (at->narrow ? MONTH : DATE), date, known ? STYLE_TEXT : STYLE_DIM);
}

/* 工会 of 工会代表大会, 职工代表大会 whole: what sets kinds apart. */
static struct str short_kind(const struct congress *congress)
{
    return congress->organisation.n ? congress->organisation : congress->kind;
}

static void put_congress(const struct columns *at, struct grid *grid, int row, const struct entry *entry)
{
    char number[16] = "";
    if (!entry->has_congress || !at->place)
        return;
    grid_put_cut(grid, row, at->place, at->ordinal - 1, entry->congress.place, STYLE_TEXT);
    if (entry->congress.ordinal > 0)
        snprintf(number, sizeof number, "%d", entry->congress.ordinal);
    else if (entry->congress.redacted)
        snprintf(number, sizeof number, "×");
    put_right(grid, row, at->ordinal, ordinal_end(at), str_of(number), STYLE_TEXT);
    if (at->kind)
        grid_put_cut(grid, row, at->kind, at->title - 1, short_kind(&entry->congress), STYLE_TEXT);
}

static void put_dittos(const struct columns *at, struct grid *grid, int row)
{
    if (!at->place)
        return;
    grid_put(grid, row, at->place, at->ordinal - 1, STR("〃"), STYLE_DIM);
    put_right(grid, row, at->ordinal, ordinal_end(at), STR("〃"), STYLE_DIM);
    if (at->kind)
        grid_put(grid, row, at->kind, at->title - 1, STR("〃"), STYLE_DIM);
}

/* How much of the title is told elsewhere in the row or above it: nothing where it fits; the place, where without it it fits; or the name
 * of the congress, so that 开幕 and 闭幕 can be told apart. Bytes at its start. */
static size_t told_elsewhere(const struct columns *at, const struct entry *entry, bool below)
{
    struct str title = entry->title, name = entry->congress.name, place = entry->congress.place;
    int room = at->end - at->title;
    if (!entry->has_congress || (!below && (!at->place || (int)cells_of(title) <= room)))
        return 0;
    if (!below && place.n && str_starts(title, place) && (int)cells_of(str_sub(title, place.n, title.n)) < room)
        return place.n;
    return name.n && str_starts(title, name) && title.n > name.n ? name.n : 0;
}

static void put_title(const struct columns *at, struct grid *grid, int row, const struct entry *entry, bool below)
{
    struct str title = entry->title.n ? entry->title : TR("(no title)");
    size_t told = told_elsewhere(at, entry, below);
    int col = told ? grid_put(grid, row, at->title, at->end, STR("…"), STYLE_DIM) : at->title;
    grid_put_cut(grid, row, col, at->end, str_sub(title, told, title.n), STYLE_TEXT);
}

static void put_size(const struct columns *at, struct grid *grid, int row, size_t chars)
{
    char size[24];
    if (!at->size)
        return;
    if (chars < 100000)
        snprintf(size, sizeof size, "%zu", chars);
    else
        snprintf(size, sizeof size, tr("%zu0k"), chars / 10000); /* TR: tens of thousands: 12万 */
    put_right(grid, row, at->size, edge(at), str_of(size), STYLE_DIM);
}

void columns_report(const struct columns *at, struct grid *grid, int row, const struct shelved *report, enum told told)
{
    const struct entry *entry = &report->entry;
    if (!entry->id[0]) {
        grid_put(grid, row, at->title, at->end, TR("(gone)"), STYLE_DIM);
        return;
    }
    put_signs(at, grid, row, report->signs);
    put_date(at, grid, row, entry, told == TOLD_ABOVE);
    if (told == TOLD_HERE)
        put_congress(at, grid, row, entry);
    else if (told == TOLD_DITTO)
        put_dittos(at, grid, row);
    put_title(at, grid, row, entry, told == TOLD_ABOVE || (told == TOLD_DITTO && !at->place));
    put_size(at, grid, row, entry->chars);
}

void columns_congress(const struct columns *at, struct grid *grid, int row, const struct shelved *first, size_t n, bool folded)
{
    const struct entry *entry = &first->entry;
    char count[32];
    snprintf(count, sizeof count, tr(" (%zu)"), n); /* TR: reports of a congress */
    int cells = (int)cells_of(str_of(count)), end = at->end - cells;
    struct str name = entry->congress.name;
    if (at->place && (int)cells_of(name) > end - at->title && entry->congress.kind.n)
        name = entry->congress.kind;
    grid_put(grid, row, at->sign, at->date, folded ? STR("+") : STR("-"), STYLE_LABEL);
    put_date(at, grid, row, entry, false);
    put_congress(at, grid, row, entry);
    grid_put_cut(grid, row, at->title, end, name, STYLE_TEXT);
    grid_put(grid, row, end > at->title ? end : at->title, at->end, str_of(count), STYLE_DIM);
}
