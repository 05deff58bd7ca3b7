/* Text that was read by the wrong encoding, turned back where that can be proved. */
#ifndef DAHUI_CLEAN_MOJIBAKE_H
#define DAHUI_CLEAN_MOJIBAKE_H

#include "base/arena.h"
#include "base/str.h"
#include "clean/charset.h"
#include "clean/mended.h"

/* Turns back runs of Latin letters that are the bytes of UTF-8 or GBK text, read as Latin-1 or windows-1252: lines with at
 * least 20 characters beyond ASCII, of whose bytes every one is read well and gives Chinese (French, and tables of signs, do not);
 * in a text that has such a line, shorter ones too. Where there is none, what was UTF-8 and read as GBK is (clean/mispair). The way back
 * is exact: the same misreading of the answer gives s. Answers s itself where there is nothing to mend; the passages are listed
 * between blanks, brackets and tags, so that each stands whole in one block of the page. */
struct str mojibake_undo(struct arena *arena, struct str s, struct reader *reader, struct mendings *mendings);

#endif
