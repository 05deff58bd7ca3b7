/* Traces of what typeset text does not show: hidden characters, where lines were joined, what was repaired, what is missing. */
#ifndef DAHUI_PAGE_TRACES_H
#define DAHUI_PAGE_TRACES_H

#include "article/article.h"

/* A trace of something that cleaning knows of, and the place of the report that it stands before. */
struct trace {
    struct place place;
    struct str text;
};

/* Those of a report in reading order: ↵ where a line of the page was joined to the next; ‹←what it was› behind a repair; ‹缺二› for a number
 * that is missing; behind the notice of a gap how much is hidden. In the arena. */
struct traces {
    struct trace *v;
    size_t n, cap;
};
struct traces traces_of(struct arena *arena, const struct article *article);

/* A text with traces put in. A hidden character gives way to its trace: ‹200B›, and ␣ for a blank of full width; what is neither hidden nor
 * traced is as it was. */
struct traced_text {
    struct str text;
    ARRAY(struct put_in {
        size_t at, n;      /* bytes of the trace in the text with traces */
        size_t own, own_n; /* bytes of the text without them that it stands for; own_n 0: it stands before `own` */
    }) traces;
};

/* The paragraph of a report with its hidden characters, and those of the traces that stand in it, put in. */
struct traced_text traces_put(struct arena *arena, struct str text, const struct traces *traces, size_t paragraph);

/* From the text without traces to the one with them and back, in bytes: behind the traces that stand at an offset, or before them; what lies
 * in a trace is where the trace stands. */
size_t traces_behind(const struct traced_text *text, size_t offset);
size_t traces_before(const struct traced_text *text, size_t offset);
size_t traces_without(const struct traced_text *text, size_t at);

/* The trace at or behind a byte of the text with traces; NULL where none is. */
const struct put_in *traces_next(const struct traced_text *text, size_t at);

#endif
