/* The folded twin of a report, and finding a phrase in it. */
#include "find/twin.h"

enum { TITLES = 2 };

/* The paragraph number of the i-th part. */
static size_t paragraph_of(size_t part)
{
    return part == 0 ? PLACE_TITLE : part == 1 ? PLACE_SUBTITLE : part - TITLES;
}

struct twin twin_make(struct arena *arena, const struct article *article)
{
    struct twin twin = { .article = article, .n = article->n_paragraphs + TITLES };
    twin.parts = NEW_N(arena, struct folded, twin.n);
    for (size_t i = 0; i < twin.n; i++)
        twin.parts[i] = fold(arena, article_paragraph(article, paragraph_of(i)));
    return twin;
}

static void find_in(struct arena *arena, const struct twin *twin, size_t from, size_t to, struct str needle, struct hits *hits)
{
    for (size_t i = from; i < to; i++) {
        const struct folded *part = &twin->parts[i];
        struct str source = article_paragraph(twin->article, paragraph_of(i));
        size_t at = 0;
        while ((at = str_find(part->text, needle, at)) != STR_NONE) {
            struct hit hit = { paragraph_of(i), fold_source(part, at), fold_source_end(part, source, at + needle.n) };
            *PUSH(arena, hits) = hit;
            at += needle.n;
        }
    }
}

void twin_find(struct arena *arena, const struct twin *twin, struct str needle, struct hits *hits)
{
    find_in(arena, twin, 0, twin->n, needle, hits);
}

void twin_find_title(struct arena *arena, const struct twin *twin, struct str needle, struct hits *hits)
{
    find_in(arena, twin, 0, TITLES, needle, hits);
}

int hit_cmp(const struct hit *a, const struct hit *b)
{
    int order = place_cmp((struct place){ a->paragraph, a->from }, (struct place){ b->paragraph, b->from });
    return order ? order : (a->to > b->to) - (a->to < b->to);
}
