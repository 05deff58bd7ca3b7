/* The twin of a report at hand: its record, and the way back from there to what is printed. */
#include "find/twin.h"

#include <assert.h>

#include "find/layout.h"

struct twin twin_make(struct arena *arena, const struct article *article)
{
    struct layout layout = layout_make(arena, article);
    struct twin twin = { .article = article, .parts = layout.parts, .starts = layout.starts, .n = layout.n };
    bool good = record_read(layout_bytes(arena, article, &layout), &twin.record);
    assert(good);
    (void)good;
    return twin;
}

/* The part that a unit of the text stands in. */
static size_t part_of(const struct twin *twin, size_t unit)
{
    size_t low = 0, high = twin->n;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (twin->starts[middle] <= unit)
            low = middle;
        else
            high = middle;
    }
    return low;
}

struct hit twin_hit(const struct twin *twin, size_t from, size_t to)
{
    size_t part = part_of(twin, from), start = twin->starts[part], paragraph = layout_paragraph(part);
    const struct folded *folded = &twin->parts[part];
    struct str source = article_paragraph(twin->article, paragraph);
    assert(from < to && to - start <= folded->text.n);
    return (struct hit){ paragraph, fold_source(folded, from - start), fold_source_end(folded, source, to - start) };
}

void twin_find(struct arena *arena, const struct twin *twin, const struct needle *needle, struct hits *hits)
{
    for (size_t at = 0; (at = units_find(twin->record.text, needle, at)) != STR_NONE; at += needle->text.n)
        *PUSH(arena, hits) = twin_hit(twin, at, at + needle->text.n);
}

int hit_cmp(const struct hit *a, const struct hit *b)
{
    int order = place_cmp((struct place){ a->paragraph, a->from }, (struct place){ b->paragraph, b->from });
    return order ? order : (a->to > b->to) - (a->to < b->to);
}
