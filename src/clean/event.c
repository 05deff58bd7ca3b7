/* The day of the event, by what the opening paragraphs print and by the day of the page. */
#include "clean/event.h"

#include "clean/line.h"
#include "clean/phrase.h"
#include "text/han.h"
#include "text/utf8.h"

enum { LEAD_PARAGRAPHS = 6 };

/* Is the date that of a dateline: 新华社某地10月9日电? */
static bool is_dateline(struct str s, const struct date *date)
{
    size_t behind = date->at + date->len;
    return word_at(s, behind, STR("电")) || word_at(s, behind, STR("讯")) || word_at(s, behind, STR("报道"));
}

/* The day of a month that goes without saying: 昨天(11日), 16日上午. `base` is on or behind it. */
static struct date bare_day(struct str s, struct date base)
{
    for (size_t at = 0; base.day && base.month && at < s.n;) {
        size_t behind = at;
        int n = han_number(s, &behind);
        if (n < 0) {
            utf8_next(s, &at);
            continue;
        }
        at = behind;
        if (narrow(utf8_at(s, behind)) == ')') /* 今(18)日 */
            utf8_next(s, &behind);
        if (n < 1 || n > 31 || !word_at(s, behind, STR("日")))
            continue;
        if (n > base.day) { /* of the month before */
            base.day = 1;
            base = date_before(base);
        }
        base.day = n;
        return base;
    }
    return (struct date){ 0 };
}

/* Has the date the label of a page's day in front of it (出版日期:2003年9月29日), so that it is not the event's? */
static bool is_labelled(struct str s, const struct date *date)
{
    struct str before = str_trim(str_sub(s, 0, date->at));
    size_t colon = before.n;
    if (!before.n || narrow(utf8_prev(before, &colon)) != ':')
        return false;
    return phrase_ends(PHRASE_TIME_LABEL, str_sub(before, 0, colon)) > STR("时间").n || str_ends(str_sub(before, 0, colon), STR("日期"));
}

struct date event_page_day(const struct article *article)
{
    struct date date;
    for (size_t at = 0; article->n_paragraphs && date_next(article->paragraphs[0], &at, &date);)
        if (date.year && is_labelled(article->paragraphs[0], &date))
            return date;
    return (struct date){ 0 };
}

/* The day that a sentence tells by the day of the page: 16日上午, 昨天, and where it is news, 今天. */
static struct date told_day(struct str s, struct date base, bool news)
{
    struct date date = bare_day(s, base);
    if (date.day)
        return date;
    if (word_in(s, "昨天") || word_in(s, "昨日"))
        return date_before(base);
    return news && (word_in(s, "今天") || word_in(s, "今日")) ? base : date;
}

/* The day without a month that the first sentence prints (11日上午闭幕), where a later paragraph goes back to another (4月8日开幕). */
static struct date closing_day(const struct article *article, struct date published)
{
    struct str first = sentence_head(article->paragraphs[0], 0);
    if (!phrase_in(PHRASE_SESSION_CLOSE, first))
        return (struct date){ 0 };
    struct date date = bare_day(first, published);
    date.year = 0; /* not printed: it is for year_inferred to say */
    return date;
}

struct date event_day(const struct article *article, struct date published)
{
    struct date date, line = { 0 };
    size_t lead = article->n_paragraphs < LEAD_PARAGRAPHS ? article->n_paragraphs : LEAD_PARAGRAPHS;
    for (size_t i = 0; i < lead; i++)
        for (size_t at = 0; date_next(article->paragraphs[i], &at, &date);) {
            if (!date.day || is_labelled(article->paragraphs[i], &date))
                continue;
            struct date closing = i && !line.day ? closing_day(article, published) : (struct date){ 0 };
            if (closing.day)
                return closing;
            if (i > 1 || !is_dateline(article->paragraphs[i], &date))
                return line.day && i > 1 ? line : date;
            if (!line.day)
                line = date;
        }
    struct date base = line.day ? line : published;
    for (size_t i = 0; i < lead && i < 2 && base.day; i++) {
        struct str s = article->paragraphs[i];
        struct str behind = line.day && i == 0 ? str_sub(s, line.at + line.len, s.n) : s;
        bool news = i == 0 && !line_opens_speech(s);
        date = told_day(sentence_head(behind, 0), base, news);
        if (!date.day && i == 0) /* the first sentence may be a phrase about the season */
            date = told_day(sentence_head(behind, sentence_end(behind, 0)), base, news);
        if (!line.day)
            date.year = 0; /* not printed: it is for year_inferred to say */
        if (date.day)
            return date;
    }
    return line;
}
