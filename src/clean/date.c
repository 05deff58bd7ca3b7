/* Dates in a text, and the year of one that does not print it. */
#include "clean/date.h"

#include <stdio.h>

#include "base/buf.h"
#include "clean/phrase.h"
#include "text/han.h"
#include "text/utf8.h"

enum { FIRST_YEAR = 1900, LAST_YEAR = 2100, PUBLISHED_WITHIN = 60, AHEAD_WITHIN = 30 };
enum { NIAN = 0x5E74, YUE = 0x6708, RI = 0x65E5, HAO = 0x53F7 }; /* 年 月 日 号 */

static size_t blanks(struct str s, size_t at)
{
    while (at < s.n && is_blank(utf8_at(s, at)))
        utf8_next(s, &at);
    return at;
}

static bool is_digit(uint32_t c)
{
    c = narrow(c);
    return c >= '0' && c <= '9';
}

/* A number at *at and the mark behind it, blanks between them passed over. -1: none. */
static int number_and_mark(struct str s, size_t *at, uint32_t *mark)
{
    size_t i = blanks(s, *at);
    int n = han_number(s, &i);
    if (n < 0)
        return -1;
    i = blanks(s, i);
    *mark = plain(utf8_at(s, i));
    if (*mark)
        utf8_next(s, &i);
    *at = i;
    return n;
}

static bool is_range(uint32_t mark)
{
    return mark == 0x81F3 || mark == 0x5230 || mark == '-' || mark == '~' || mark == 0x2014 || mark == 0x2013 || mark == 0x3001; /* 至 到 */
}

/* The day behind a month: 25日, 30至31日, 16日-20日. */
static bool day_at(struct str s, size_t *at, int *day)
{
    size_t i = *at, last;
    uint32_t mark;
    int n = number_and_mark(s, &i, &mark);
    if (n < 1 || n > 31)
        return false;
    if (is_range(mark)) {
        int end = number_and_mark(s, &i, &mark);
        if (end < n || end > 31)
            return false;
    }
    last = mark;
    if (last != RI && last != HAO)
        return false;
    *day = n;
    *at = i;
    return true;
}

/* 2月25日 at *at: month and, where printed, day. */
static bool month_at(struct str s, size_t *at, struct date *date)
{
    size_t i = *at;
    uint32_t mark;
    int n = number_and_mark(s, &i, &mark);
    if (n < 1 || n > 12 || mark != YUE)
        return false;
    date->month = n;
    *at = i;
    day_at(s, at, &date->day);
    return true;
}

static bool is_year(int n)
{
    return n >= FIRST_YEAR && n <= LAST_YEAR;
}

/* 2022年2月25日 with 2022年 read already: what follows. 民國100年 counts from 1911. */
static bool year_form(struct str s, size_t start, int n, size_t *at, struct date *date)
{
    static const struct str republic = STR_INIT("民国");
    if (start >= 6 && word_at(s, start - 6, republic) == 6)
        n += 1911;
    month_at(s, at, date);
    if (n >= 80 && n <= 150 && date->day) /* 102年3月5日 is of the republic's years too */
        n += 1911;
    date->year = n;
    return is_year(n);
}

/* 2022-02-25 with 2022- read already. */
static bool dashed_form(struct str s, int n, uint32_t mark, size_t *at, struct date *date)
{
    uint32_t second = 0;
    size_t i = *at, day = 0;
    int month = han_number(s, &i), last = -1;
    if (month < 1 || month > 12)
        return false;
    day = i;
    second = narrow(utf8_at(s, day));
    if (second == mark) {
        utf8_next(s, &day);
        last = han_number(s, &day);
    }
    date->year = n;
    date->month = month;
    *at = i;
    if (last >= 1 && last <= 31) {
        date->day = last;
        *at = day;
    }
    return date->day || mark == '-' || mark == '/';
}

/* 30.11.2015 with 30. read already. */
static bool dotted_form(struct str s, int n, size_t *at, struct date *date)
{
    uint32_t mark;
    size_t i = *at;
    int month = number_and_mark(s, &i, &mark);
    if (month < 1 || month > 12 || mark != '.')
        return false;
    int year = han_number(s, &i);
    if (!is_year(year))
        return false;
    *date = (struct date){ .year = year, .month = month, .day = n };
    *at = i;
    return true;
}

/* The date whose first digit stands at `start`. */
static bool date_at(struct str s, size_t start, size_t *end, struct date *date)
{
    size_t at = start;
    uint32_t mark;
    *date = (struct date){ 0 };
    int n = number_and_mark(s, &at, &mark);
    bool found = false;
    if (n > 0 && mark == NIAN)
        found = year_form(s, start, n, &at, date);
    else if (n > 0 && mark == YUE)
        found = (at = start, month_at(s, &at, date)) && date->day;
    else if (is_year(n) && (mark == '-' || mark == '/' || mark == '.'))
        found = dashed_form(s, n, mark, &at, date);
    else if (n >= 1 && n <= 31 && mark == '.')
        found = dotted_form(s, n, &at, date);
    *end = at;
    date->at = start;
    date->len = at - start;
    return found;
}

bool date_next(struct str s, size_t *at, struct date *date)
{
    size_t i = *at;
    while (i < s.n) {
        size_t number = i;
        if (han_number(s, &number) < 0) {
            bool digit = is_digit(utf8_next(s, &i));
            while (digit && is_digit(utf8_at(s, i))) /* five digits and more are no date */
                utf8_next(s, &i);
            continue;
        }
        if (date_at(s, i, at, date))
            return true;
        i = number;
    }
    *at = s.n;
    return false;
}

static int days_in(int year, int month)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

struct date date_read(struct str s)
{
    struct date date = { 0 };
    size_t at = 0;
    return s.p && date_next(s, &at, &date) ? date : (struct date){ 0 };
}

struct date date_before(struct date date)
{
    if (date.day > 1) {
        date.day--;
    } else if (date.day == 1) {
        date.month = date.month == 1 ? 12 : date.month - 1;
        date.year -= date.month == 12 && date.year;
        date.day = days_in(date.year, date.month);
    }
    return date;
}

struct str date_iso(struct arena *arena, struct date date)
{
    struct buf iso = buf_make(arena, 64);
    if (!date.year)
        return (struct str){ 0 };
    buf_add_format(&iso, "%04d", date.year);
    if (date.month)
        buf_add_format(&iso, "-%02d", date.month);
    if (date.month && date.day)
        buf_add_format(&iso, "-%02d", date.day);
    return buf_str(&iso);
}

/* Days since the year 0, near enough for distances. */
static long day_number(struct date date)
{
    long days = date.year * 365L + date.year / 4;
    for (int month = 1; month < date.month; month++)
        days += days_in(date.year, month);
    return days + date.day;
}

/* The year in which `date` lies on or before `published`, at most 60 days; else at most 30 behind it, of what is to come. A publishing date
 * without a day counts as its last one. */
static int year_of_publishing(struct date date, struct date published)
{
    if (!published.year || !published.month)
        return 0;
    if (!published.day)
        published.day = days_in(published.year, published.month);
    bool ahead = false;
    for (date.year = published.year; date.year >= published.year - 1; date.year--) {
        long days = day_number(published) - day_number(date);
        if (days >= 0 && days <= PUBLISHED_WITHIN)
            return date.year;
        if (date.year == published.year)
            ahead = days < 0 && -days <= AHEAD_WITHIN;
    }
    return ahead ? published.year : 0;
}

/* Anniversaries that tell the year: 建国N周年 is 1949 + N. */
static int year_of_anniversary(struct str s)
{
    static const struct { struct str words; int year; } founded[] = {
        { STR_INIT("中华人民共和国成立"), 1949 }, { STR_INIT("新中国成立"), 1949 }, { STR_INIT("建国"), 1949 },
        { STR_INIT("共和国成立"), 1949 },         { STR_INIT("中国共产党成立"), 1921 }, { STR_INIT("建党"), 1921 },
        { STR_INIT("改革开放"), 1978 },
    };
    if (!word_in(s, "周年"))
        return 0;
    for (size_t i = 0; i < sizeof founded / sizeof *founded; i++)
        for (size_t at = 0; (at = word_find(s, founded[i].words, at)) != STR_NONE; at += founded[i].words.n) {
            size_t behind = at + word_at(s, at, founded[i].words);
            int n = han_number(s, &behind);
            if (n >= 10 && n <= 150 && word_at(s, behind, STR("周年")))
                return founded[i].year + n;
        }
    return 0;
}

/* 党的N大: the year it met. Looked for where the text looks forward to it or calls the year its own. */
static int year_of_party_congress(struct str s)
{
    static const int met[] = { 1982, 1987, 1992, 1997, 2002, 2007, 2012, 2017, 2022, 2027 }; /* from the 12th on */
    for (size_t at = 0; (at = word_find(s, STR("党的"), at)) != STR_NONE; at += 6) {
        size_t behind = at + word_at(s, at, STR("党的"));
        int n = han_number(s, &behind);
        if (n < 12 || n >= 12 + (int)(sizeof met / sizeof *met) || utf8_at(s, behind) != 0x5927)
            continue;
        size_t from = at > 60 ? at - 60 : 0;
        while (from < at && ((unsigned char)s.p[from] & 0xC0) == 0x80)
            from++;
        struct str ahead = str_sub(s, from, at);
        behind += 3;
        bool own = word_at(s, behind, STR("召开之年")) || word_at(s, behind, STR("胜利召开之年")) || word_at(s, behind, STR("开局之年"));
        size_t spirit = behind + word_at(s, behind, STR("精神")); /* 全面贯彻党的二十大精神的开局之年 is the year behind it */
        spirit += spirit > behind ? word_at(s, spirit, STR("的")) : 0;
        if (spirit > behind && (word_at(s, spirit, STR("开局之年")) || word_at(s, spirit, STR("第一年"))))
            return met[n - 12] + 1;
        bool coming = (word_in(ahead, "迎接") || word_in(ahead, "喜迎") || word_in(ahead, "向")) &&
                      (word_at(s, behind, STR("胜利召开")) || word_at(s, behind, STR("召开")) || word_in(ahead, "喜迎"));
        if (own || (coming && !word_in(ahead, "以来")))
            return met[n - 12];
    }
    return 0;
}

/* The year of a five-year plan that a text calls the present one: “十四五”开局之年 is 2021, 第十三个五年规划的收官之年 2020. The tenth
 * plan began in 2001. */
static int year_of_plan(struct str s)
{
    static const struct { struct str words; int year; } places[] = {
        { STR_INIT("开局之年"), 0 }, { STR_INIT("开局年"), 0 }, { STR_INIT("起步之年"), 0 }, { STR_INIT("第一年"), 0 },
        { STR_INIT("收官之年"), 4 }, { STR_INIT("收官年"), 4 }, { STR_INIT("最后一年"), 4 },
    };
    enum { PLAN_CHARS = 14 };
    for (size_t at = 0; at < s.n; utf8_next(s, &at)) {
        size_t behind = at + word_at(s, at, STR("第"));
        int n = utf8_at(s, at) == 0x5341 || behind > at ? han_number(s, &behind) : -1; /* 十 */
        size_t plan = word_at(s, behind, STR("个五年"));
        bool quoted = !plan && n >= 10 && n <= 20 && word_at(s, behind, STR("五"));
        if (n < 10 || n > 20 || !(plan || quoted))
            continue;
        size_t i = behind;
        for (int chars = 0; chars < PLAN_CHARS && i < s.n; chars++) {
            uint32_t c = utf8_at(s, i);
            for (size_t k = 0; k < sizeof places / sizeof *places; k++)
                if (word_at(s, i, places[k].words))
                    return 2001 + (n - 10) * 5 + places[k].year;
            if (is_stop(c) || is_pause(c) || c == 0x5341 || c == 0x7B2C) /* 十 第: another plan */
                break;
            utf8_next(s, &i);
        }
    }
    return 0;
}

int year_inferred(struct date date, struct date published, const struct article *article, enum date_from *from)
{
    int year = year_of_publishing(date, published);
    *from = DATE_PUBLISHED;
    if (year)
        return year;
    *from = DATE_INFERRED;
    for (size_t i = 0; i < article->n_paragraphs && !year; i++)
        year = year_of_party_congress(article->paragraphs[i]);
    for (size_t i = 0; i < article->n_paragraphs && !year; i++)
        year = year_of_anniversary(article->paragraphs[i]);
    for (size_t i = 0; i < article->n_paragraphs && !year; i++)
        year = year_of_plan(article->paragraphs[i]);
    if (!year)
        *from = DATE_UNKNOWN;
    return year;
}
