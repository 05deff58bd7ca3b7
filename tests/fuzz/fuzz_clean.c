/* Fuzz target: of any bytes, all of cleaning. Every offset lies within its paragraph, all text is UTF-8, and each Han character that was
 * decoded is in a report: in its text, among what was removed, or in a repair. */
#include <stdint.h>
#include <stdlib.h>

#include "clean/clean.h"
#include "clean/decode.h"
#include "text/han.h"
#include "text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { CLEAN_HAN_END = 0x33000 };

static void clean_demand(bool held)
{
    if (!held)
        abort();
}

/* Adds `by` for each Han character of s. */
static void clean_tally(int *counts, struct str s, int by)
{
    clean_demand(utf8_valid((struct bytes){ (const unsigned char *)s.p, s.n }));
    for (size_t at = 0; at < s.n;) {
        uint32_t c = utf8_next(s, &at);
        if (is_han(c))
            counts[c] += by;
    }
}

static void clean_tally_article(int *counts, const struct article *article, int by)
{
    clean_tally(counts, article->title, by);
    clean_tally(counts, article->subtitle, by);
    for (size_t i = 0; i < article->n_paragraphs; i++)
        clean_tally(counts, article->paragraphs[i], by);
    for (size_t i = 0; i < article->n_removed; i++)
        clean_tally(counts, article->removed[i].text, by);
    for (size_t i = 0; i < article->n_repairs; i++)
        clean_tally(counts, article->repairs[i].from, by);
}

/* Is the offset at a character of the paragraph, or at its end? */
static void clean_demand_place(const struct article *article, size_t paragraph, size_t offset)
{
    struct str text = article_paragraph(article, paragraph);
    clean_demand(paragraph == PLACE_TITLE || paragraph == PLACE_SUBTITLE || paragraph < article->n_paragraphs);
    clean_demand(offset <= text.n && (offset == text.n || ((unsigned char)text.p[offset] & 0xC0) != 0x80));
}

static void clean_demand_places(const struct article *article)
{
    for (size_t i = 0; i < article->n_outline; i++) {
        const struct heading *heading = &article->outline[i];
        clean_demand_place(article, heading->paragraph, heading->offset);
        struct str text = article_paragraph(article, heading->paragraph);
        bool literal = str_starts(str_sub(text, heading->offset, text.n), heading->text);
        clean_demand((literal || heading->kind == HEADING_GAP) && heading->level >= 1 && heading->level <= 3);
    }
    for (size_t i = 0; i < article->n_joins; i++)
        clean_demand_place(article, article->joins[i].paragraph, article->joins[i].offset);
    for (size_t i = 0; i < article->n_repairs; i++)
        clean_demand_place(article, article->repairs[i].paragraph, article->repairs[i].offset);
    for (size_t i = 0; i < article->n_gaps; i++)
        clean_demand_place(article, article->gaps[i].paragraph, 0);
    for (size_t i = 0; i < article->n_people; i++)
        for (size_t k = 0; k < article->people[i].n_paragraphs; k++)
            clean_demand_place(article, article->people[i].paragraphs[k], 0);
    for (size_t i = 0; i < article->n_paragraphs; i++)
        clean_demand(article->paragraphs[i].n > 0 && !str_has(article->paragraphs[i], STR("\n")));
}

/* The text, and what it was before decoding turned it back. */
static void clean_tally_decoded(int *counts, const struct decoded *decoded, int by)
{
    clean_tally(counts, decoded->text, by);
    for (size_t i = 0; i < decoded->mended.n; i++) {
        struct mended m = decoded->mended.v[i];
        clean_demand(str_eq(str_sub(decoded->text, m.at, m.at + m.to.n), m.to));
        clean_tally(counts, m.from, by);
    }
}

static void clean_check(const struct decoded *decoded, const struct reports *reports)
{
    static int counts[CLEAN_HAN_END];
    clean_tally_decoded(counts, decoded, 1);
    for (size_t i = 0; i < reports->n; i++)
        clean_tally_article(counts, &reports->v[i], -1);
    for (size_t at = 0; at < decoded->text.n;) {
        uint32_t c = utf8_next(decoded->text, &at);
        clean_demand(!is_han(c) || counts[c] <= 0);
    }
    for (size_t i = 0; i < decoded->mended.n; i++)
        for (size_t at = 0; at < decoded->mended.v[i].from.n;) {
            uint32_t c = utf8_next(decoded->mended.v[i].from, &at);
            clean_demand(!is_han(c) || counts[c] <= 0);
        }
    clean_tally_decoded(counts, decoded, -1);
    for (size_t i = 0; i < reports->n; i++)
        clean_tally_article(counts, &reports->v[i], 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = { 0 };
    struct reports reports;
    struct decoded decoded;
    struct err err;
    struct bytes source = { data, size };
    if (clean(&arena, source, NULL, &reports, &err)) {
        clean_demand(decode(&arena, source, NULL, &decoded, &err));
        for (size_t i = 0; i < reports.n; i++)
            clean_demand_places(&reports.v[i]);
        if (reports.n) /* none: a page of markup and nothing to read */
            clean_check(&decoded, &reports);
    }
    arena_finish(&arena);
    return 0;
}
