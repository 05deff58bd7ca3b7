/* What the reader wants done by whoever drives it. */
#ifndef DAHUI_UI_EFFECT_H
#define DAHUI_UI_EFFECT_H

#include "article/mark.h"
#include "article/script.h"
#include "find/order.h"
#include "ui/answer.h"

enum effect_kind {
    EFFECT_NONE,
    EFFECT_OPEN,    /* fetch `report`, in a `script`, with its matches where there is a `query`: EVENT_ANSWER, which for a large one may come
                     * twice: with its beginning first, unless the `whole` is wanted. It lives until the answer to the next such question was taken. */
    EFFECT_SOURCE,  /* the same for the capture that `article` was cleaned from: EVENT_ANSWER */
    EFFECT_ORDER,   /* the reports that answer `query` (all where it is empty) in an order: EVENT_ORDER; it may be told of the first ones
                     * before all are known, but if `report` is one then of that too */
    EFFECT_ENTRIES, /* what the catalogue knows of `reports`: EVENT_ENTRIES, one entry each, in their order, with the passages that
                     * answer `query` where there is one; or these come later, in as many events as it takes till none are left */
    EFFECT_JUMP,    /* where in the listing the next (`forward`) or previous run of one year, place … begins, seen from `position`:
                     * EVENT_JUMP */
    EFFECT_SEARCH,  /* the reports that answer `query`, in the order `by`: EVENT_FOUND. The one before it is not wanted any more. */
    EFFECT_SUGGEST, /* names, places, phrases of this library that the letters `query` spell: EVENT_WORDS */
    EFFECT_REMEMBER, /* keep `query` among the questions; nothing is answered but EVENT_SAID where it cannot be kept */
    EFFECT_RECALL,   /* the questions of all sessions: EVENT_HISTORY */
    EFFECT_SCRIPT,   /* keep in which `script` reports are wanted; EVENT_SAID as above */
    EFFECT_VIEW,     /* keep how the list is shown: `order`, `reverse`, `form`, narrowed by `query`; EVENT_SAID as above */
    EFFECT_SIGNS,   /* keep `signs` of `report`; nothing is answered */
    EFFECT_LEAVE,   /* keep that `article` was left at `place` and `seen` so far; nothing is answered but EVENT_SAID where it cannot be kept */
    EFFECT_RETURN,  /* where `article` was left last, in whatever session: EVENT_LEFT; nothing where it never was */
    EFFECT_MARK,    /* keep `mark` in `article`, or one that was kept before (NULL): EVENT_MARKS, EVENT_SAID */
    EFFECT_UNMARK,  /* forget the mark of a `position`, which is its number: EVENT_MARKS */
    EFFECT_TO_MARK, /* where `mark` stands, or the mark `letter`, in `article` or for a capital anywhere: EVENT_PLACE */
    EFFECT_MARKS,   /* all marks: EVENT_MARKS */
    EFFECT_ROSTER,  /* who is named in the listed reports, or where `terms` which set phrases are used: EVENT_ROSTER, and again as more is known.
                     * Each lives until the next. */
    EFFECT_ENOUGH,  /* no more of it: EVENT_ROSTER once more */
    EFFECT_COPY,    /* give `passage` of `article`, of `position` paragraphs, with its citation to the terminal: EVENT_SAID */
    EFFECT_EXPORT,  /* write marks and notes to the file `query`, though it be there where `anyway`: EVENT_SAID */
    EFFECT_MOUSE,   /* the terminal shall tell what the mouse does, where `on`, or keep it for itself */
    EFFECT_QUIT,
    EFFECT_SUSPEND, /* stop the process as ^Z does */
    EFFECT_REDRAW,  /* draw the whole screen anew */
    N_EFFECTS
};

/* Orders of what was found. */
enum finding_order { FOUND_BY_DATE, FOUND_BY_RELEVANCE, FOUND_BY_PLACE, N_FOUND_ORDERS };

/* Forms of the list: congresses with their reports under them, congresses folded, reports alone. */
enum list_form { FORM_OPEN, FORM_FOLDED, FORM_FLAT, N_FORMS };

/* What it points to is good until the next key. Places and articles are of the report as it was written, but a passage to copy is as it is
 * shown. */
struct effect {
    enum effect_kind kind;
    uint64_t number; /* of the question; an answer with an older number is dropped */
    uint32_t report;
    const struct article *article;
    const uint32_t *reports;
    size_t n_reports;
    enum order_key order;
    enum finding_order by;
    enum list_form form;
    bool reverse, forward;
    struct str query;
    size_t position;
    unsigned char signs; /* bits of enum sign */
    struct place place;
    int seen; /* thousandths */
    enum script_wish script;
    char letter;
    const struct mark *mark;
    struct hit passage;
    bool terms, anyway, on, whole;
};

/* In the order in which they are to be done. */
enum { EFFECTS_MOST = 12 };
struct effects {
    struct effect v[EFFECTS_MOST];
    size_t n;
};

#endif
