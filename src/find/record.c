/* The searchable record of a report: how it is written, read, and cut into pairs.
 *
 * A record is a head and then runs of units, one behind the other: the text, place, kind, people, and the headings as numbers of
 * 32 bits. */
#include "find/record.h"

#include <stdlib.h>

#include "find/layout.h"
#include "text/han.h"

enum { MAGIC = 0x31526864, TITLES = 2, BREAK = RECORD_BREAK }; /* MAGIC tells the byte order too; its last byte is the version */
enum { RUN_TEXT, RUN_PLACE, RUN_KIND, RUN_PEOPLE, RUN_HEADINGS, N_RUNS };

struct head {
    uint32_t magic;
    uint16_t year, ordinal;
    uint32_t title_end;
    uint32_t n[N_RUNS]; /* units of each run */
};

size_t layout_paragraph(size_t part)
{
    return part == 0 ? PLACE_TITLE : part == 1 ? PLACE_SUBTITLE : part - TITLES;
}

struct layout layout_make(struct arena *arena, const struct article *article)
{
    struct layout layout = { .n = article->n_paragraphs + TITLES };
    layout.parts = NEW_N(arena, struct folded, layout.n);
    layout.starts = NEW_N(arena, size_t, layout.n);
    for (size_t i = 0; i < layout.n; i++) {
        layout.parts[i] = fold(arena, article_paragraph(article, layout_paragraph(i)));
        layout.starts[i] = layout.units;
        layout.units += layout.parts[i].text.n + 1;
    }
    return layout;
}

/* Units under construction. */
struct writing {
    struct arena *arena;
    ARRAY(uint16_t) out;
};

static void write_units(struct writing *w, struct units units)
{
    for (size_t i = 0; i < units.n; i++)
        *PUSH(w->arena, &w->out) = unit_at(units, i);
}

/* The numbered headings: what the text is divided by. */
static void write_headings(struct writing *w, const struct article *article, const struct layout *layout)
{
    for (size_t i = 0; i < article->n_outline; i++) {
        const struct heading *heading = &article->outline[i];
        size_t part = heading->paragraph + TITLES;
        if (heading->kind != HEADING_NUMBERED || part < TITLES || part >= layout->n)
            continue;
        const struct folded *folded = &layout->parts[part];
        uint32_t ends[2] = { (uint32_t)(layout->starts[part] + fold_unit(folded, heading->offset)),
                             (uint32_t)(layout->starts[part] + fold_unit(folded, heading->offset + heading->text.n)) };
        write_units(w, (struct units){ (const unsigned char *)ends, sizeof ends / sizeof(uint16_t) });
    }
}

static void write_text(struct writing *w, const struct layout *layout)
{
    for (size_t i = 0; i < layout->n; i++) {
        write_units(w, layout->parts[i].text);
        *PUSH(w->arena, &w->out) = BREAK;
    }
}

static void write_people(struct writing *w, const struct article *article)
{
    for (size_t i = 0; i < article->n_people; i++) {
        write_units(w, fold(w->arena, article->people[i].name).text);
        *PUSH(w->arena, &w->out) = BREAK;
    }
}

static void write_run(struct writing *w, int run, const struct article *article, const struct layout *layout)
{
    const struct congress none = { 0 }, *congress = article->congress ? article->congress : &none;
    switch (run) {
    case RUN_TEXT: write_text(w, layout); break;
    case RUN_PLACE: write_units(w, fold(w->arena, congress->place).text); break;
    case RUN_KIND: write_units(w, fold(w->arena, congress->kind).text); break;
    case RUN_PEOPLE: write_people(w, article); break;
    case RUN_HEADINGS: write_headings(w, article, layout); break;
    }
}

/* The year of the event, or at least of the page; 0 where neither is known. */
static uint16_t year_of(const struct article *article)
{
    struct str date = article->date.p ? article->date : article->published;
    size_t at = 0;
    int year = date.p ? han_number(str_sub(date, 0, 4), &at) : 0;
    return (uint16_t)(year > 0 ? year : 0);
}

struct bytes layout_bytes(struct arena *arena, const struct article *article, const struct layout *layout)
{
    struct writing w = { .arena = arena };
    struct head head = { .magic = MAGIC, .year = year_of(article) };
    head.ordinal = (uint16_t)(article->congress && article->congress->ordinal > 0 ? article->congress->ordinal : 0);
    head.title_end = (uint32_t)layout->starts[TITLES - 1] + (uint32_t)layout->parts[TITLES - 1].text.n + 1;
    write_units(&w, (struct units){ (const unsigned char *)&head, sizeof head / sizeof(uint16_t) });
    for (int run = 0; run < N_RUNS; run++) {
        size_t before = w.out.n;
        write_run(&w, run, article, layout);
        head.n[run] = (uint32_t)(w.out.n - before);
    }
    memcpy(w.out.v, &head, sizeof head);
    return (struct bytes){ (const unsigned char *)w.out.v, w.out.n * sizeof *w.out.v };
}

struct bytes record_write(struct arena *arena, const struct article *article)
{
    struct layout layout = layout_make(arena, article);
    return layout_bytes(arena, article, &layout);
}

bool record_read(struct bytes bytes, struct record *record)
{
    struct head head;
    struct units runs[N_RUNS];
    if (bytes.n < sizeof head || bytes.n % sizeof(uint16_t))
        return false;
    memcpy(&head, bytes.p, sizeof head);
    struct units rest = { bytes.p + sizeof head, (bytes.n - sizeof head) / sizeof(uint16_t) };
    for (int i = 0; i < N_RUNS; i++) {
        if (head.n[i] > rest.n)
            return false;
        runs[i] = units_sub(rest, 0, head.n[i]);
        rest = units_sub(rest, head.n[i], rest.n);
    }
    *record = (struct record){ runs[RUN_TEXT], head.title_end, runs[RUN_HEADINGS], runs[RUN_PLACE], runs[RUN_KIND],
                               runs[RUN_PEOPLE], head.year, head.ordinal };
    struct units text = record->text;
    return head.magic == MAGIC && rest.n == 0 && head.title_end >= TITLES && head.title_end <= text.n &&
           unit_at(text, head.title_end - 1) == BREAK && unit_at(text, text.n - 1) == BREAK;
}

bool record_heading(const struct record *record, size_t i, size_t *from, size_t *to)
{
    uint32_t ends[2];
    if (i >= record->headings.n / (sizeof ends / sizeof(uint16_t)))
        return false;
    memcpy(ends, record->headings.p + i * sizeof ends, sizeof ends);
    *from = ends[0];
    *to = ends[1];
    return true;
}

static size_t put_pairs(struct units units, uint32_t *pairs)
{
    size_t n = 0;
    for (size_t i = 1; i < units.n; i++) {
        pairs[n] = (uint32_t)unit_at(units, i - 1) << 16 | unit_at(units, i);
        n += unit_at(units, i - 1) != BREAK && unit_at(units, i) != BREAK;
    }
    return n;
}

/* Sorts numbers, byte by byte from the lowest. */
static void sort_numbers(uint32_t *v, uint32_t *spare, size_t n)
{
    for (int shift = 0; shift < 32; shift += 8) {
        size_t starts[257] = { 0 };
        for (size_t i = 0; i < n; i++)
            starts[(v[i] >> shift & 0xFF) + 1]++;
        for (int i = 0; i < 256; i++)
            starts[i + 1] += starts[i];
        for (size_t i = 0; i < n; i++)
            spare[starts[v[i] >> shift & 0xFF]++] = v[i];
        uint32_t *sorted = spare;
        spare = v;
        v = sorted;
    }
}

size_t record_pairs(const struct record *record, struct arena *arena, uint32_t **pairs)
{
    const struct units runs[] = { record->text, record->place, record->kind, record->people };
    size_t most = 0, n = 0, kept = 0;
    for (size_t i = 0; i < sizeof runs / sizeof *runs; i++)
        most += runs[i].n;
    uint32_t *v = NEW_N(arena, uint32_t, most + 2), *spare = NEW_N(arena, uint32_t, most + 2);
    for (size_t i = 0; i < sizeof runs / sizeof *runs; i++)
        n += put_pairs(runs[i], v + n);
    if (record->year)
        v[n++] = pair_of_year((uint16_t)record->year);
    if (record->ordinal)
        v[n++] = pair_of_ordinal((uint16_t)record->ordinal);
    sort_numbers(v, spare, n); /* four rounds: they end where they began */
    for (size_t i = 0; i < n; i++)
        if (kept == 0 || v[kept - 1] != v[i])
            v[kept++] = v[i];
    *pairs = v;
    return kept;
}
