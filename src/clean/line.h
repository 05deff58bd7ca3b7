/* What a line of a capture looks like: how long, how closed, a sentence or none. */
#ifndef DAHUI_CLEAN_LINE_H
#define DAHUI_CLEAN_LINE_H

#include <stdint.h>

#include "base/str.h"

/* Han characters of s, counted up to `most`. */
size_t line_han(struct str s, size_t most);

/* Does a full stop, ! or ? (either width) stand in it? */
bool line_has_stop(struct str s);

/* A sentence of the text: a stop and at least 12 Han, or at least 60 Han with a pause among them. */
bool line_is_sentence(struct str s);

/* Does it end in a mark that closes a sentence, a quotation or a clause (。！？；：”》）… or its narrow twin)? */
bool line_closed(struct str s);

/* Cells that s takes: 2 for what is wide, 1 for the rest. */
size_t line_width(struct str s);

/* Where the sentence that begins at `from` ends: behind its stop and the closing marks that follow, or s.n. */
size_t sentence_end(struct str s, size_t from);

/* The start of s from `from` on, to the end of the sentence or of 200 characters, whichever comes first. */
struct str sentence_head(struct str s, size_t from);

/* Does a text begin as a speech does: 各位代表, 同志们, 尊敬的? */
bool line_opens_speech(struct str s);

/* Where the clause that begins at `from` ends: in front of the first pause or stop, or s.n. */
size_t clause_end(struct str s, size_t from);

/* Bytes of the number that opens a section at the start of s, with its mark: 一、 （一） (1) 1. 第一, 一 关于; 0 where there is none.
 * *level (may be NULL) is 1 for 一、 and 第一部分, 2 for （一） and 第一, 3 for 1. and (1); *number its value. */
size_t section_number(struct str s, int *level, int *number);

#endif
