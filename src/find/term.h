/* What a parsed question is made of: between find/parse, which makes it, and find/query, which asks it. */
#ifndef DAHUI_FIND_TERM_H
#define DAHUI_FIND_TERM_H

#include "find/regex.h"
#include "find/spelling.h"

enum field { FIELD_TEXT, FIELD_TITLE, FIELD_PLACE, FIELD_KIND, FIELD_PEOPLE, FIELD_YEAR, FIELD_NUMBER };

/* One thing to look for: the first of these that is there. */
struct pattern {
    const struct regex *regex;
    const struct spelling *spelling;
    struct needle needle;
};

struct range {
    int from, to; /* both within it */
};

/* One word of the question: it holds when one of its alternatives does. */
struct term {
    bool exclude;
    enum field field;
    ARRAY(struct pattern) patterns;
    ARRAY(struct range) ranges; /* instead of them, of year: and no: */
};

struct query {
    ARRAY(struct term) terms;
};

#endif
