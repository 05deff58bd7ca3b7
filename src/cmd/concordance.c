/* Matches on lines of their own, with what stands left and right of them. */
#include "cmd/concordance.h"

#include <stdio.h>

#include "article/json.h"
#include "base/buf.h"
#include "cmd/output.h"
#include "host/terminal.h"
#include "text/cell.h"
#include "text/safe.h"

enum { CONTEXT_LEAST = 6, MATCH_CELLS = 14, COLUMNS = 80 }; /* of a match with its brackets, as a rule */

void print_colored(bool colors, enum color color, struct str s)
{
    static const char *const starts[] = { "\x1b[35m", "\x1b[1;31m" };
    printf("%s%.*s%s", colors ? starts[color] : "", (int)s.n, s.p, colors ? "\x1b[m" : "");
}

static struct str place_name(struct arena *arena, const struct article *article, struct hit hit)
{
    struct buf out = buf_make(arena, 1 << 16);
    buf_add(&out, article_name(arena, article->file, article->part));
    buf_add_format(&out, ":%ld:%zu", paragraph_number(hit.paragraph), offset_number(article, hit.paragraph, hit.from));
    return buf_str(&out);
}

/* As much context, at most, as leaves a line room on the terminal. */
static size_t fitting(size_t context, size_t place_cells)
{
    size_t columns = (size_t)terminal_columns(COLUMNS), taken = place_cells + MATCH_CELLS;
    size_t room = columns > taken ? (columns - taken) / 4 : 0;
    room = room < CONTEXT_LEAST ? CONTEXT_LEAST : room;
    return context < room ? context : room;
}

static size_t lacking(size_t cells, size_t wanted)
{
    return cells < wanted ? wanted - cells : 0;
}

void concordance_print(struct concordance *c, const struct article *article, struct hit hit)
{
    struct arena work = { 0 };
    struct str place = place_name(&work, article, hit);
    size_t place_cells = cells_of(place);
    if (place_cells > c->place_cells)
        c->place_cells = place_cells;
    if (c->fit)
        c->context = fitting(c->context, place_cells);
    c->fit = false;
    struct excerpt excerpt = excerpt_of(article, hit, c->context);
    struct str left = safe_line(&work, excerpt.left), right = safe_line(&work, excerpt.right);
    print_colored(c->colors, COLOR_PLACE, place);
    fputs(": ", stdout);
    if (c->columns)
        print_blanks(lacking(place_cells, c->place_cells) + lacking(cells_of(left), 2 * c->context));
    printf("%.*s【", (int)left.n, left.p);
    print_colored(c->colors, COLOR_MATCH, safe_line(&work, excerpt.match));
    printf("】%.*s\n", (int)right.n, right.p);
    arena_finish(&work);
}
