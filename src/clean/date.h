/* Dates in a text, and the year of one that does not print it. */
#ifndef DAHUI_CLEAN_DATE_H
#define DAHUI_CLEAN_DATE_H

#include "article/article.h"
#include "base/arena.h"
#include "base/str.h"

/* A date as printed; 0 for a part that is not. Of a range (8月30至31日) the first day. */
struct date {
    int year, month, day;
    size_t at, len; /* bytes of it in the text */
};

/* The first date at or behind *at; moves *at behind it. Read are 2022年2月25日, 2月25日, 二○二二年…, 2022-02-25, 2022/2/25, 2022.2.25,
 * 30.11.2015, 民國100年, 2022年, 2022-05. One that has lost a part (3 22 , or 年3月) is none. */
bool date_next(struct str s, size_t *at, struct date *date);

/* The first date in s; year 0 where there is none. */
struct date date_read(struct str s);

/* The day before. */
struct date date_before(struct date date);

/* 2022-02-25, 2022-02 or 2022; p NULL without a year. */
struct str date_iso(struct arena *arena, struct date date);

/* The year of a day and month without one: of the publishing date (within 60 days before it or 30 behind), or by what the text says of
 * its own year (中华人民共和国成立70周年, 党的二十大召开之年). 0 where nothing tells. *from says which. */
int year_inferred(struct date date, struct date published, const struct article *article, enum date_from *from);

#endif
