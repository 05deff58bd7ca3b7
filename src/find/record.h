/* The searchable record of a report: its folded text and fields in one run of bytes, as a library keeps it. */
#ifndef DAHUI_FIND_RECORD_H
#define DAHUI_FIND_RECORD_H

#include "article/article.h"
#include "text/fold.h"

/* What a record says, with slices of its bytes. */
struct record {
    struct units text;     /* title, subtitle, paragraphs, folded, each ended by U+000A */
    size_t title_end;      /* units of text that are title and subtitle, with their ends */
    struct units headings; /* what of the text stands in numbered headings: pairs of units, two 16-bit halves a number (record_heading) */
    struct units place, kind; /* folded; empty: unknown */
    struct units people;   /* folded names, each ended by U+000A */
    int year, ordinal;     /* 0: unknown */
};

/* The record of a report as bytes (not a brief one: its people are in it). They are of this machine's byte order. */
struct bytes record_write(struct arena *arena, const struct article *article);

/* What the bytes say; false where they are no whole record. They may be any bytes and stand at any address. */
bool record_read(struct bytes bytes, struct record *record);

/* The sorted different pairs of neighbouring units (first << 16 | second) of the text and of place, kind and people, none over an
 * U+000A: what is found in any of them has its own pairs there. Year and ordinal stand among them, as pairs with an U+000A before or behind the
 * number, which no text has. Answers how many. */
enum { RECORD_BREAK = '\n' };
static inline uint32_t pair_of_year(uint16_t year)
{
    return (uint32_t)RECORD_BREAK << 16 | year;
}
static inline uint32_t pair_of_ordinal(uint16_t ordinal)
{
    return (uint32_t)ordinal << 16 | RECORD_BREAK;
}
size_t record_pairs(const struct record *record, struct arena *arena, uint32_t **pairs);

/* The i-th heading, units [from, to) of the text; false where there is none. They are in order. */
bool record_heading(const struct record *record, size_t i, size_t *from, size_t *to);

#endif
