/* Sentences of a paragraph. */
#ifndef DAHUI_TEXT_SENTENCE_H
#define DAHUI_TEXT_SENTENCE_H

#include "base/str.h"

/* Bytes [from, to). A sentence ends behind 。！？ or … and the closing quotes and brackets that follow, or with the paragraph; the blanks
 * before it are not of it. A full stop of Latin letters ends nothing: it stands in numbers. */
struct sentence {
    size_t from, to;
};

/* Goes from one sentence to the next, { 0, 0 } being before the first; false at the end. */
bool sentence_next(struct str paragraph, struct sentence *sentence);

/* The sentence that byte `at` is of, or the blanks before it; { 0, 0 } in an empty paragraph. */
struct sentence sentence_at(struct str paragraph, size_t at);

#endif
