/* A hit with what stands left and right of it. */
#include "find/excerpt.h"

#include "text/utf8.h"

struct excerpt excerpt_of(const struct article *article, struct hit hit, size_t context)
{
    struct str paragraph = article_paragraph(article, hit.paragraph);
    size_t from = hit.from, to = hit.to;
    for (size_t i = 0; i < context && from > 0; i++)
        utf8_prev(paragraph, &from);
    for (size_t i = 0; i < context && to < paragraph.n; i++)
        utf8_next(paragraph, &to);
    return (struct excerpt){ str_sub(paragraph, from, hit.from), str_sub(paragraph, hit.from, hit.to), str_sub(paragraph, hit.to, to) };
}
