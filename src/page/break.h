/* Where a line ends: Chinese line breaking on a grid of cells. */
#ifndef DAHUI_PAGE_BREAK_H
#define DAHUI_PAGE_BREAK_H

#include "base/str.h"

/* The end (a byte offset, > from) of the line that begins at `from` and has room for `cells`. A line does not begin with a mark that
 * closes or pauses, nor end with one that opens (CLREQ 避头尾, basic level); Latin words, numbers, —— and …… are not cut. A blank belongs
 * to what is before it. Where no such place fits, the line ends between any two characters; it holds one at least. */
size_t break_line(struct str text, size_t from, size_t cells);

#endif
