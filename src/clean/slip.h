/* Characters that were lost where a page was marked with pinyin by bytes, put back. */
#ifndef DAHUI_CLEAN_SLIP_H
#define DAHUI_CLEAN_SLIP_H

#include "base/arena.h"
#include "clean/draft.h"

/* Undoes two kinds of slips in draft->blocks, before the marks of pinyin are stripped, because it is read off them.
 *
 * 1. A page in GBK was marked by replacing pairs of bytes wherever they stood, across the borders of characters too:
 *    勇擔當 is D3C2 93FA AE94; C2 93 is 聯, so "(lián)" came between the two bytes of 擔, and what printed was 勇?lián)?dāng).
 *    `Han ? syllable )` tells where: the mark's character begins with the last byte of the Han before, its second byte is
 *    carried over to the next character, and so on until a byte of ASCII, or the next such mark, ends the shift.
 * 2. The first byte of a mark (。 “ or a blank) was lost and the characters behind it shifted: 俺闪⒘某鞘 is “成立聊城.
 *
 * It repairs only where the outcome is made of everyday characters and, where several are thinkable, of words that the page
 * spells whole elsewhere; a question mark stays one. Repairs go to draft->repairs: `from` as printed, `to`, `paragraph` the
 * block's origin, `offset` in its repaired text. A place of kind 1 that it cannot mend is noted as lost. */
void slip_undo(struct arena *arena, struct draft *draft);

#endif
