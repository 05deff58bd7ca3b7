/* Searching in one report: what was asked, where it stands, and the place that the search is at. */
#ifndef DAHUI_UI_SEARCH_H
#define DAHUI_UI_SEARCH_H

#include "ui/answer.h"

/* The folded twin is made at the first question and kept as long as the report is open. */
struct search {
    struct arena twin_arena, hits_arena;
    struct twin twin;
    struct str needle; /* as it was typed; in hits_arena */
    bool asked, backward;
    bool of_library; /* the needle is a question to the library, of which this report is a finding */
    struct hits hits;
    const unsigned char *words; /* of each hit, which word of the question it answers; NULL: the only one */
    size_t current; /* of hits; (size_t)-1: none */
};

/* Forgets the question; search_finish forgets the report too. */
void search_clear(struct search *search);
void search_finish(struct search *search);

/* Looks for the phrase in the whole report; `from` is where the reader stands: the hit there or behind it becomes the current one
 * (backward: there or before it), or else none. */
void search_ask(struct search *search, const struct article *article, struct str phrase, struct place from, bool backward);

/* Takes what a search of the library found in this report, and stands at one of it, or at the last where there are fewer. */
void search_take(struct search *search, struct str question, const struct matches *matches, size_t current);

/* Takes up in another copy of a report what another search was at in the first. `matches` are those of the question to the library; without
 * them such a search is forgotten. */
void search_resume(struct search *search, const struct article *article, const struct search *was, const struct matches *matches);

/* Goes to the next or previous hit; false where there is none in that direction. */
bool search_step(struct search *search, bool forward, size_t count);

/* The current hit, or NULL. */
const struct hit *search_current(const struct search *search);

#endif
