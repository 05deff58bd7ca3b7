/* A question in the language of the search prompt, and its answer from one report. */
#ifndef DAHUI_FIND_QUERY_H
#define DAHUI_FIND_QUERY_H

#include "base/err.h"
#include "find/spelling.h"
#include "find/twin.h"

/* Words that must all occur, each in any case, width and script:
 *
 *   工会      the word wherever it stands in title, subtitle or a paragraph, across blanks and breaks, never from one paragraph into
 *             the next
 *   zhurenw   Latin letters: they themselves, and Chinese read so: each syllable whole or by its initial, the last one as far as it
 *             was typed, characters of several readings by any; xi'an keeps syllables apart. A capital letter switches this off (GDP),
 *             as do quotes, lit:, and more than 63 letters
 *   "…"       the same with blanks in it, no Chinese by letters
 *   lit:…     the word as it stands, whatever it begins with;  py:… the letters as pinyin, py:"zhu ren" with blanks between syllables
 *   /…/       a regular expression (PCRE2), asked of each folded paragraph: simplified, narrow, no blanks between Han, any case; the
 *             expression is folded likewise. A match of nothing is none
 *   -…        must not occur;   …|… either
 *   title: place: kind: people:   the word in this field alone;   year:2017..2022 no:5   numbers, ranges open at one end
 *
 * A query does not change once it is made: several threads may ask it. It lives in the arena it was made in. */
struct query;

/* NULL, with words and the column (from 1, in code points) in err: an unclosed quote, an empty question, an unknown range, a bad
 * regular expression. */
struct query *query_parse(struct arena *arena, struct str text, struct err *err);

/* What a report answers, small because a frequent word has a million of them. Matches that begin at one place are one, the longest; others may overlap. */
struct answer {
    uint32_t matches;     /* 0 too where a question of fields alone is answered */
    uint32_t in_title;    /* of them, in title or subtitle */
    uint32_t in_headings; /* in numbered headings */
    bool yes;
    bool gave_up; /* a regular expression took too many steps: what it would have found is missing */
};

/* The answer of a record; `scratch` is for the work and may be reset behind each call. */
struct answer query_count(const struct query *query, const struct record *record, struct arena *scratch);

/* The same answer of a report at hand; where it is yes, each match is added to hits, in reading order. (Two of them can be the same
 * printed character where that folds to several: ㎏.) */
struct answer query_match(struct arena *arena, const struct query *query, const struct twin *twin, struct hits *hits);

/* The i-th of the words that have matches in the text, as a query of its own that lives as long as the whole; NULL: there are no more. */
const struct query *query_word(struct arena *arena, const struct query *query, size_t i);

/* How much an answer matters: matches in titles before those in headings before others, then more before fewer. */
uint64_t query_score(const struct answer *answer);

/* Is a single run of units all that is asked for, anywhere in the text? */
bool query_is_run(const struct query *query, struct units *run);

/* What any record that answers must hold: of each need, one of its runs at least, in its text or one of its fields; or two characters side by
 * side that one of its words in letters can begin with. A run has two units or more, so that its pairs (record_pairs) are all in the
 * record's. No needs: any record may answer. What is barred is the same of words that must not occur in the text: a record that holds it most
 * likely does not answer, but may (the run can be in a field, its pairs here and there). */
struct need {
    struct units *runs;
    size_t n;
    const struct spelling **letters; /* each takes two characters at least */
    size_t n_letters;
};
struct needs {
    struct need *v;
    size_t n;
    struct need *barred;
    size_t n_barred;
};
struct needs query_needs(struct arena *arena, const struct query *query);

#endif
