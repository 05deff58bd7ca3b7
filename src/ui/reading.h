/* The reading pane: one report on lines, the part of it that is in sight, and the search in it. */
#ifndef DAHUI_UI_READING_H
#define DAHUI_UI_READING_H

#include "page/page.h"
#include "screen/grid.h"
#include "ui/area.h"
#include "ui/keys.h"
#include "ui/search.h"

/* Spots that go out and come in are of the report as it was written, whatever script it is shown in, with traces or without. */
struct reading {
    struct arena arena, margin_arena; /* of the page, of the margin */
    const struct article *article; /* NULL: nothing is open */
    struct page *page;
    struct page_spot top;    /* the first line in sight */
    struct page_spot anchor; /* what the reader put at the top; a change of width moves `top` but not this */
    int rows, cols;          /* of the pane, when the page was set */
    int ambiguous;           /* cells of an ambiguous character then */
    struct page_rules rules;
    struct search search;
    struct hit sentence; /* the one that was stepped to; to 0: none */
    ARRAY(struct margin {
        char letter;
        struct place place; /* of the article that is shown */
    }) margin; /* what stands beside the text, in reading order */
    struct hits removed; /* of a capture: what cleaning took out, shown with the traces; in margin_arena */
};

void reading_finish(struct reading *reading);

/* Opens a report at a spot (of any width). It lives longer than the reader shows it. */
void reading_open(struct reading *reading, const struct article *article, struct page_spot at);

/* Shows the report that is open in another script: all stays as it is. `matches` (or NULL) are those of a search of the library in it. */
void reading_turn(struct reading *reading, const struct article *article, const struct matches *matches);
/* Shows the whole of a report of which the beginning is open: what is in sight stays where it is, as far as the whole has it; a search goes on in
 * the rest. */
void reading_complete(struct reading *reading, const struct article *whole, const struct matches *matches);

/* Sets the page anew where the pane has another size; the text at the top stays there. */
void reading_fit(struct reading *reading, struct area area);

/* Shows traces of what is hidden, was joined or repaired (page/traces), or none. */
void reading_show_traces(struct reading *reading, bool traces);

/* Puts a letter beside the line with a place of the article that is shown. Forgets all of them. */
void reading_add_margin(struct reading *reading, char letter, struct place place);
void reading_clear_margin(struct reading *reading);
/* Of a capture: what cleaning took out of it for this report. reading_clear_margin forgets it too. */
void reading_add_removed(struct reading *reading, const struct article *article);

/* Scrolls as an action says; false where it is no movement. */
bool reading_move(struct reading *reading, enum action action, size_t count);

/* The spot that the reader put at the top; and going back to it, of whatever width it is. */
struct page_spot reading_stand(const struct reading *reading);
void reading_return(struct reading *reading, struct page_spot spot);

/* Puts the line with a place at the top; brings it in sight with some lines around it. */
void reading_go(struct reading *reading, struct place place);
void reading_reveal(struct reading *reading, struct place place);

/* The place of the first line of text in sight. */
struct place reading_place(const struct reading *reading);

/* Goes to the next or previous section; false at the last, the first. */
bool reading_section(struct reading *reading, bool forward, size_t count);

/* Goes to the next or previous sentence and marks it; false at the last, the first. */
bool reading_sentence(struct reading *reading, bool forward, size_t count);

/* Is there a marked sentence, and does it begin in sight? */
bool reading_sees_sentence(const struct reading *reading);

/* Where the reader points: to the marked sentence or the current hit where they are in sight, else to the first line of text. */
struct place reading_point(const struct reading *reading);

/* Number of the section in sight at the top, or (size_t)-1 before the first. */
size_t reading_current_section(const struct reading *reading);

/* How much of the report lies before the end of the pane, in per cent. */
int reading_percent(const struct reading *reading);

/* The same in thousandths, 1000 only at the end. */
int reading_seen(const struct reading *reading);

/* Draws it (ui/lines). */
void reading_view(const struct reading *reading, struct grid *grid, struct area area, bool focus);

#endif
