/* A passage with its citation: what is copied, and what is exported. */
#ifndef DAHUI_ARTICLE_CITE_H
#define DAHUI_ARTICLE_CITE_H

#include "article/article.h"

enum citation {
    CITE_PLAIN,
    CITE_MARKDOWN,
    CITE_GBT7714, /* GB/T 7714-2015, electronic resource */
    N_CITATIONS
};

/* A piece of a report: bytes [from, to) of one paragraph (or of title or subtitle). */
struct quotation {
    const struct article *article;
    size_t paragraph, from, to;
};

/* The passage and where it is from: title, source, date, ¶ (the first paragraph is ¶1). What is not known is left out. Out of a report in
 * the other script the passage is as it is shown, but where it is from as it was written. `today`, an ISO
 * date, is when it was looked at; only GB/T 7714 names it. */
struct str cite_passage(struct arena *arena, const struct quotation *passage, enum citation citation, const char *today);

/* Only where it is from, on one line. */
struct str cite_source(struct arena *arena, const struct quotation *passage, enum citation citation, const char *today);

/* "plain", "markdown", "gbt7714"; N_CITATIONS for a name that is none. */
enum citation citation_by_name(const char *name);

#endif
