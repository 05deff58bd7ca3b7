/* Pinyin written into a text behind its characters: 臨汾市工會(huì). */
#ifndef DAHUI_CLEAN_ANNOTATION_H
#define DAHUI_CLEAN_ANNOTATION_H

#include "clean/draft.h"

/* Takes the marks out of every block. A mark is a syllable in brackets behind Han: one with a tone always, one without only when it is a
 * reading of that character and the draft has at least three marks. So (EAP) stays, and a lone (he). */
void annotation_strip(struct arena *arena, struct draft *draft);

/* s, a short piece of text, without such marks, for a look at it; a lone toneless one stays. */
struct str annotation_free(struct arena *arena, struct str s);

#endif
