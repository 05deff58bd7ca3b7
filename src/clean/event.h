/* The day of the event, by what the opening paragraphs print and by the day of the page. */
#ifndef DAHUI_CLEAN_EVENT_H
#define DAHUI_CLEAN_EVENT_H

#include "article/article.h"
#include "clean/date.h"

/* The first day that the opening paragraphs print, a dateline's aside; else, by the dateline or the publishing date, a day without a
 * month; else yesterday or the dateline itself. Day 0 where nothing tells; year 0 where it is not printed. */
struct date event_day(const struct article *article, struct date published);

/* The day of the page that stands within the first paragraph (出版日期:2003年9月29日), of a page that came as one line. */
struct date event_page_day(const struct article *article);

#endif
