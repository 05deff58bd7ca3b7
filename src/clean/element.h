/* What the elements of HTML do to a flow of text. */
#ifndef DAHUI_CLEAN_ELEMENT_H
#define DAHUI_CLEAN_ELEMENT_H

#include "base/str.h"

enum {
    ELEMENT_BLOCK = 1,    /* ends a block before and behind it */
    ELEMENT_VOID = 2,     /* has no end tag */
    ELEMENT_HEADING = 4,  /* h1 to h6 */
    ELEMENT_ITEM = 8,     /* li dt dd option */
    ELEMENT_CELL = 16,    /* td th */
    ELEMENT_CAPTION = 32, /* figcaption caption */
    ELEMENT_PRE = 64,     /* its lines are lines */
    ELEMENT_CHROME = 128, /* navigation, forms' parts, footers */
    ELEMENT_BREAK = 256,  /* br */
    ELEMENT_LINK = 512,   /* a */
    ELEMENT_RAW = 1024,   /* its text holds no tags */
    ELEMENT_PAGE = 2048,  /* html head body: a whole page, not a piece of one */
};

struct element {
    char name[12];
    unsigned flags;
    int closes; /* the group of which one that is open on top ends where another begins: p, li, cells, rows, terms, options; 0: none */
};

enum { ELEMENT_NONE = 0 }; /* the number of an element that we do not know: it is inline */

/* The number of an element by its name, in any case; and what is known of it. */
size_t element_number(struct str name);
const struct element *element_of(size_t number);
enum { ELEMENTS = 128 }; /* numbers are below */

#endif
