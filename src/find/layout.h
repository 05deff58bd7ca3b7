/* How the parts of a report follow one another in its record: shared by those who write records and those who lead back from them. */
#ifndef DAHUI_FIND_LAYOUT_H
#define DAHUI_FIND_LAYOUT_H

#include "article/article.h"
#include "text/fold.h"

/* Title, subtitle and paragraphs, folded; and the unit of the record's text that each begins at. */
struct layout {
    struct folded *parts;
    size_t *starts;
    size_t n;
    size_t units; /* of all, each with its U+000A */
};

struct layout layout_make(struct arena *arena, const struct article *article);

/* The paragraph number of a part. */
size_t layout_paragraph(size_t part);

/* The bytes of the record (find/record). */
struct bytes layout_bytes(struct arena *arena, const struct article *article, const struct layout *layout);

#endif
