/* Drawing the reading pane: the lines in sight, what was found on them, what stands beside them. */
#include "ui/concordance.h"
#include "ui/reading.h"

/* Gives bytes [from, to) of a paragraph another style where this line shows them. */
static void restyle(struct grid *grid, const struct page_line *line, int row, int col, size_t from, size_t to, enum style style)
{
    if (to > line->place.offset && from < line->end)
        grid_restyle(grid, row, col + page_column(line, from), col + page_column_before(line, to), style);
}

static enum style style_of_hit(const struct search *search, size_t hit)
{
    return hit == search->current ? STYLE_HERE : hit_style(search->words ? search->words[hit] : 0);
}

static void view_sentence(const struct reading *reading, struct grid *grid, const struct page_line *line, int row, int col)
{
    const struct hit *sentence = &reading->sentence;
    if (sentence->to && sentence->paragraph == line->place.paragraph)
        restyle(grid, line, row, col, sentence->from, sentence->to, STYLE_CURRENT);
}

/* The first hit that ends behind the start of a line. */
static size_t first_hit(const struct hits *hits, const struct page_line *line)
{
    size_t low = 0, high = hits->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (place_cmp((struct place){ hits->v[middle].paragraph, hits->v[middle].to }, line->place) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void view_removed(const struct reading *reading, struct grid *grid, const struct page_line *line, int row, int col)
{
    const struct hits *hits = &reading->removed;
    if (!reading->rules.traces)
        return;
    for (size_t i = first_hit(hits, line); i < hits->n && hits->v[i].paragraph == line->place.paragraph && hits->v[i].from < line->end; i++)
        restyle(grid, line, row, col, hits->v[i].from, hits->v[i].to, STYLE_DIM);
}

static void view_hits(const struct reading *reading, struct grid *grid, const struct page_line *line, int row, int col)
{
    const struct hits *hits = &reading->search.hits;
    for (size_t low = first_hit(hits, line); low < hits->n && hits->v[low].paragraph == line->place.paragraph && hits->v[low].from < line->end; low++)
        restyle(grid, line, row, col, hits->v[low].from, hits->v[low].to, style_of_hit(&reading->search, low));
}

/* Does the hit begin on this line? */
static bool line_holds(const struct page_line *line, const struct hit *hit)
{
    return line->placed && line->place.paragraph == hit->paragraph && line->place.offset <= hit->from && hit->from < line->end;
}

static void view_line(const struct page *page, const struct page_line *line, struct grid *grid, int row, int left, int end)
{
    static const enum style styles[] = {
        [PAGE_STYLE_TEXT] = STYLE_TEXT,       [PAGE_STYLE_TITLE] = STYLE_TITLE, [PAGE_STYLE_SUBTITLE] = STYLE_HEADING,
        [PAGE_STYLE_HEADING] = STYLE_HEADING, [PAGE_STYLE_LABEL] = STYLE_LABEL, [PAGE_STYLE_GAP] = STYLE_DIM,
        [PAGE_STYLE_TRACE] = STYLE_MARK,
    };
    for (struct page_span span = { 0 }; page_next_span(page, line, &span);)
        grid_put(grid, row, left + span.col, end, span.text, styles[span.style]);
}

/* The first letter beside a line; 0: none. */
static char margin_of(const struct reading *reading, const struct page_line *line, struct page_spot spot)
{
    size_t low = 0, high = reading->margin.n;
    while (low < high) { /* the first of the paragraph */
        size_t middle = low + (high - low) / 2;
        if (place_cmp(reading->margin.v[middle].place, (struct place){ line->place.paragraph, 0 }) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < reading->margin.n && reading->margin.v[low].place.paragraph == line->place.paragraph; low++)
        if (page_spot_cmp(page_find(reading->page, reading->margin.v[low].place), spot) == 0)
            return reading->margin.v[low].letter;
    return '\0';
}

static void view_margin(const struct reading *reading, struct grid *grid, const struct page_line *line, struct page_spot spot, int row, int col)
{
    char letter = margin_of(reading, line, spot);
    if (letter)
        grid_put(grid, row, col, col + 1, (struct str){ &letter, 1 }, STYLE_LABEL);
}

void reading_view(const struct reading *reading, struct grid *grid, struct area area, bool focus)
{
    int cells = page_cells(reading->page), left = area.col + (area.cols > cells ? (area.cols - cells) / 2 : 0), end = area.col + area.cols;
    struct page_spot spot = reading->top;
    const struct hit *hit = reading_sees_sentence(reading) ? &reading->sentence : search_current(&reading->search);
    if (focus) {
        grid->cursor_row = area.row;
        grid->cursor_col = left;
    }
    for (int row = area.row; row < area.row + area.rows; row++) {
        struct page_line line = page_line(reading->page, spot);
        view_line(reading->page, &line, grid, row, left, end);
        if (line.placed) {
            view_removed(reading, grid, &line, row, left);
            view_sentence(reading, grid, &line, row, left);
            view_hits(reading, grid, &line, row, left);
            if (left > area.col)
                view_margin(reading, grid, &line, spot, row, left > area.col + 1 ? left - 2 : area.col);
        }
        if (focus && hit && line_holds(&line, hit)) {
            grid->cursor_row = row;
            grid->cursor_col = left + page_column(&line, hit->from);
        }
        if (!page_next(reading->page, &spot))
            break;
    }
}
