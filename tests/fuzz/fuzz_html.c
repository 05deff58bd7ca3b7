/* Fuzz target: of any text, read as a page and as lines, each Han character is in a block, in what was removed, or in the head. */
#include <stdint.h>
#include <stdlib.h>

#include "clean/html.h"
#include "text/han.h"
#include "text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { HTML_HAN_END = 0x33000 };

static void html_demand(bool held)
{
    if (!held)
        abort();
}

/* Adds `by` for each Han character of s; 0 forgets them. */
static void html_tally(int *counts, struct str s, int by)
{
    html_demand(utf8_valid((struct bytes){ (const unsigned char *)s.p, s.n }));
    for (size_t at = 0; at < s.n;) {
        uint32_t c = utf8_next(s, &at);
        if (is_han(c))
            counts[c] = by ? counts[c] + by : 0;
    }
}

static void html_tally_draft(int *counts, const struct draft *draft, int by)
{
    const struct str head[] = { draft->head.title, draft->head.published, draft->head.source, draft->head.author };
    for (size_t i = 0; i < draft->blocks.n; i++)
        html_tally(counts, draft->blocks.v[i].text, by);
    for (size_t i = 0; i < draft->removed.n; i++)
        html_tally(counts, draft->removed.v[i].text, by);
    for (size_t i = 0; i < sizeof head / sizeof *head; i++)
        if (head[i].p)
            html_tally(counts, head[i], by);
}

static void html_check(struct str text, const struct arena *arena, const struct draft *draft)
{
    static int counts[HTML_HAN_END];
    html_tally(counts, text, 1);
    html_tally_draft(counts, draft, -1);
    for (size_t at = 0; at < text.n;) {
        uint32_t c = utf8_next(text, &at);
        html_demand(!is_han(c) || counts[c] <= 0);
    }
    html_tally(counts, text, 0);
    html_tally_draft(counts, draft, 0);
    for (size_t i = 0; i < draft->blocks.n; i++) {
        const struct block *b = &draft->blocks.v[i];
        html_demand(b->link_bytes <= b->text.n && b->depth >= 0 && b->depth <= 256 && str_trim(b->text).n);
        html_demand(!str_has(b->text, STR("\n")));
    }
    html_demand(draft->blocks.n <= text.n && arena->used <= (1 << 18) + text.n * 512);
}

static void html_once(struct str text, void (*read)(struct arena *, struct str, struct draft *))
{
    struct arena arena = { 0 };
    struct draft draft = { 0 };
    read(&arena, text, &draft);
    html_check(text, &arena, &draft);
    arena_finish(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = { 0 };
    struct str text = utf8_repair(&arena, (struct bytes){ data, size }, NULL);
    html_once(text, html_blocks);
    html_once(text, text_blocks);
    html_likely(text);
    arena_finish(&arena);
    return 0;
}
