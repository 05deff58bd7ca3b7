/* Who wrote, took and checked it: credit lines, and bylines within the text. */
#ifndef DAHUI_CLEAN_CREDIT_H
#define DAHUI_CLEAN_CREDIT_H

#include "clean/draft.h"

/* Reads s as a credit, whole: labels and names and nothing else (记者 柴琳琳 通讯员 姜璞 文/图, 一审丨张圆 二审丨赵程程, (刘冠英/文),
 * 信 息 | 王某). Its authors go behind those in the draft. False, and nothing is added, where anything else stands in it. */
bool credit_read(struct arena *arena, struct str s, struct draft *draft);

/* Notes who took the picture, as its caption ends: 图为主席台。 记者 马立春 摄, (孙晓丽 摄). Nobody who is an author already. */
void credit_picture(struct arena *arena, struct str caption, struct draft *draft);

/* Notes the authors of bylines within a line, which stay there: (记者 邱睿 实习生 毛雅雯), 本报讯 记者张三报道:. */
void credit_bylines(struct arena *arena, struct str s, struct draft *draft);

#endif
