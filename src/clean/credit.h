/* Who wrote, took and checked it: credit lines, and bylines within the text. */
#ifndef DAHUI_CLEAN_CREDIT_H
#define DAHUI_CLEAN_CREDIT_H

#include "clean/draft.h"

/* Reads s as a credit, whole: labels and names and nothing else (记者 柴琳琳 通讯员 姜璞 文/图, 一审丨张圆 二审丨赵程程, (刘冠英/文),
 * 信 息 | 王某). Its authors go behind those in the draft. False, and nothing is added, where anything else stands in it. */
bool credit_read(struct arena *arena, struct str s, struct draft *draft);

/* Takes credit lines out and notes the authors of these and of the bylines that stay in the text, in printed order. */
void credit_strip(struct arena *arena, struct draft *draft);

#endif
