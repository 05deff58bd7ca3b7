/* Meta lines: 发布时间:2024-01-16 来源:某网 浏览次数:120. */
#ifndef DAHUI_CLEAN_META_H
#define DAHUI_CLEAN_META_H

#include "clean/draft.h"

/* Is s a meta line, whole? Two labels with their values; `inside` the body nothing less, around it also one with a date, a label of time,
 * or a date as machines print it. What it tells of publishing date, source and author goes to the draft, unless that is known already. */
bool meta_read(struct arena *arena, struct str s, bool inside, struct draft *draft);

/* Is s a breadcrumb: 当前位置: 某网 > 新闻? The first part that is no 首页 is the source, unless a line or the page says another. */
bool crumb_read(struct str s, struct draft *draft);

/* Bytes of the meta line that a page in one block puts in front of its first sentence (来源:… 发布时间:… 点击数:20 6月20日,…), noted; or 0. */
size_t meta_lead(struct arena *arena, struct str s, struct draft *draft);

/* Is s a day and nothing else, and that of the page: because `text`, the first sentence below it, tells its own (昨日, 6月20日)? */
bool meta_lone_day(struct str s, struct str text);

/* Bytes of the publishing date in front of a title that names a congress ([ 2010/04/09 ] 某某第五次代表大会开幕), noted; or 0. */
size_t meta_day_before_title(struct arena *arena, struct str s, struct draft *draft);

#endif
