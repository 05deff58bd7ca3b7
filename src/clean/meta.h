/* Meta lines: 发布时间:2024-01-16 来源:某网 浏览次数:120. */
#ifndef DAHUI_CLEAN_META_H
#define DAHUI_CLEAN_META_H

#include "clean/draft.h"

/* Is s a meta line, whole? Two labels with their values; `inside` the body nothing less, around it also one with a date, a label of time,
 * or a date as machines print it. What it tells of publishing date,
 * source and author goes to the draft, unless that is known already. */
bool meta_read(struct arena *arena, struct str s, bool inside, struct draft *draft);

/* Is s a breadcrumb: 当前位置: 某网 > 新闻? The first part that is no 首页 is the source, unless a line or the page says another. */
bool crumb_read(struct str s, struct draft *draft);

#endif
