/* Meta lines: 发布时间:2024-01-16 来源:某网 浏览次数:120. */
#include "clean/meta.h"

#include "clean/congress.h"
#include "clean/credit.h"
#include "clean/date.h"
#include "clean/line.h"
#include "clean/phrase.h"
#include "text/han.h"
#include "text/utf8.h"

enum { LONE_LABEL_HAN = 8 };
enum { META_HAN = 90, META_BYTES = 600, LOOSE_HAN = 14, CRUMB_PART_HAN = 20, CRUMB_BYTES = 400, SOURCE_HAN = 30, DATE_BYTES = 40 };

enum label { LABEL_NONE, LABEL_TIME, LABEL_CRAWL, LABEL_SOURCE, LABEL_CREDIT, LABEL_OTHER };

static bool is_bar(uint32_t c)
{
    return is_blank(c) || is_opening(c) || is_closing(c) || char_in(c, STR("|丨│/,;-·•"));
}

/* The label at `at` and its colon: bytes of both in *n. */
static enum label label_at(struct str s, size_t at, size_t *n)
{
    static const struct { enum phrase_class class; enum label label; } kinds[] = {
        { PHRASE_CRAWL_LABEL, LABEL_CRAWL },   { PHRASE_TIME_LABEL, LABEL_TIME },  { PHRASE_SOURCE_LABEL, LABEL_SOURCE },
        { PHRASE_CREDIT, LABEL_CREDIT },       { PHRASE_META_LABEL, LABEL_OTHER },
    };
    enum label best = LABEL_NONE;
    size_t longest = 0;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        size_t length = phrase_spaced(kinds[i].class, s, at);
        if (length > longest)
            longest = length, best = kinds[i].label;
    }
    size_t behind = at + longest;
    while (longest && behind < s.n && is_blank(utf8_at(s, behind)))
        utf8_next(s, &behind);
    uint32_t mark = narrow(utf8_at(s, behind));
    if (!longest || (mark != ':' && mark != '|' && mark != 0x4E28 && mark != ']' && mark != 0x3011))
        return LABEL_NONE;
    utf8_next(s, &behind);
    *n = behind - at;
    return best;
}

/* Does a year of a date stand at `at`: 2022-? */
static bool is_year(struct str s, size_t at)
{
    struct date date;
    size_t behind = at;
    return date_next(str_sub(s, 0, at + DATE_BYTES < s.n ? at + DATE_BYTES : s.n), &behind, &date) && date.at == at && date.year;
}

/* Does a date without its year stand at `at`: 6月20日? */
static bool is_month_day(struct str s, size_t at)
{
    struct date date;
    size_t behind = at;
    return date_next(str_sub(s, 0, at + DATE_BYTES < s.n ? at + DATE_BYTES : s.n), &behind, &date) && date.at == at && !date.year;
}

/* Where the value that begins at `at` ends: in front of the next label or bar. A date keeps its time. */
static size_t value_end(struct str s, size_t at, enum label label)
{
    size_t n, start = at;
    while (at < s.n && is_blank(utf8_at(s, at)))
        utf8_next(s, &at);
    for (bool border = true, letter = false, blank = false; at < s.n; utf8_next(s, &at)) {
        uint32_t c = utf8_at(s, at);
        bool digit = c >= '0' && c <= '9';
        if (label == LABEL_CREDIT && at > start && digit && !letter && (border || is_year(s, at))) /* 编辑:某某 2022-01-05, 编辑:lan3 */
            break;
        letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (at > start && border && label_at(s, at, &n))
            break;
        if (label == LABEL_TIME && blank && is_month_day(s, at)) /* 时间:2018-06-21 6月20日,… */
            break;
        blank = is_blank(c);
        border = is_bar(c) || !is_han(c);
        if (label != LABEL_CREDIT && label != LABEL_TIME && (is_blank(c) || narrow(c) == '|' || c == 0x4E28))
            break;
        if (label == LABEL_TIME && (is_han(c) || narrow(c) == '|') && !char_in(c, STR("年月日时時分秒")))
            break;
    }
    return at;
}

/* What a meta line was found to hold. */
struct findings {
    int labels, dates, times, crawls, tools, loose;
    bool publishing; /* `published` stands behind a label that says so, not 成文日期 */
    struct str published, source, where; /* where: a loose word that may be the name of a paper or site */
    bool clocked; /* `where` stands behind a day and a time: 04-10 15:15 云上青岚 */
};

/* One label and its value at *at. */
static bool read_labelled(struct arena *arena, struct str s, size_t *at, struct findings *f, struct draft *draft)
{
    size_t n, from = *at;
    enum label label = label_at(s, *at, &n);
    if (!label)
        return false;
    size_t end = value_end(s, from + n, label), i = 0;
    struct str value = str_trim(str_sub(s, from + n, end));
    struct date date;
    f->labels++;
    if (label == LABEL_TIME) {
        f->times++;
        bool publishing = word_at(s, from, STR("发布")) > 0;
        if ((publishing || !f->published.p) && date_next(value, &i, &date))
            f->published = value, f->publishing = publishing;
    } else if (label == LABEL_SOURCE) {
        if (!f->source.p && value.n && line_han(value, SOURCE_HAN + 1) <= SOURCE_HAN)
            f->source = value;
    } else if (label == LABEL_CRAWL) {
        f->crawls++;
    } else if (label == LABEL_CREDIT) {
        credit_read(arena, str_sub(s, from, end), draft);
    }
    *at = end;
    return true;
}

/* Bytes of 第A04版:要闻 at `at`, a page of a paper and what it is called, or 0. */
static size_t paper_page(struct str s, size_t at)
{
    size_t from = at, digits = 0;
    at += word_at(s, at, STR("第"));
    for (; at < s.n && ((s.p[at] >= '0' && s.p[at] <= '9') || (s.p[at] >= 'A' && s.p[at] <= 'D')); at++)
        digits++;
    size_t page = word_at(s, at, STR("版"));
    if (at == from || !digits || !page)
        return 0;
    for (at += page; at < s.n && !is_blank(utf8_at(s, at));)
        utf8_next(s, &at);
    return at - from;
}

/* Bytes of a tool at `at`, or of what is counted or named beside one: 打印, 阅读 1.2万 without its number, 第A04版:要闻, 发表于江西; or 0. */
static size_t tool_at(struct str s, size_t at)
{
    size_t n = phrase_at(PHRASE_TOOL, s, at), label = phrase_at(PHRASE_META_LABEL, s, at), page = paper_page(s, at), end;
    n = n > label ? n : label;
    end = at + n;
    if (n && (word_at(s, at, STR("发表于")) || word_at(s, at, STR("发布于"))))
        while (end < s.n && is_han(utf8_at(s, end)) && end - at <= 3 * LOOSE_HAN)
            utf8_next(s, &end);
    return page ? page : end - at;
}

/* Bytes of a day and a time without a year at `at` (04-10 15:15), or 0. */
static size_t clock_at(struct str s, size_t at)
{
    static const char form[] = "00-00 00:00";
    size_t n = sizeof form - 1;
    if (at + n > s.n)
        return 0;
    for (size_t i = 0; i < n; i++) {
        bool digit = s.p[at + i] >= '0' && s.p[at + i] <= '9';
        if (form[i] == '0' ? !digit : s.p[at + i] != form[i])
            return 0;
    }
    return n;
}

/* May it be the name of a paper or site behind a day and a time, though no word says so: 云上青岚? Not 要闻, not 王小明. */
static bool may_name_site(struct str word)
{
    return line_han(word, 4) >= 4 && line_han(word, LOOSE_HAN) == utf8_count(word) && !phrase_ends(PHRASE_COLUMN_END, word) &&
           !phrase_is(PHRASE_TOOL, word);
}

/* A date, a tool or a short word at *at. */
static bool read_loose(struct str s, size_t *at, struct findings *f)
{
    struct date date;
    size_t i = *at, end = *at, tool = tool_at(s, *at), clock = clock_at(s, *at), label;
    if (clock) {
        f->dates++, f->clocked = true;
        *at += clock;
        return true;
    }
    if (date_next(s, &i, &date) && date.at == *at && date.year) {
        while (i < s.n && (is_blank(utf8_at(s, i)) || char_in(utf8_at(s, i), STR(":0123456789"))))
            utf8_next(s, &i);
        f->dates++;
        if (!f->published.p && !f->crawls)
            f->published = str_trim(str_sub(s, *at, i));
        *at = i;
        return true;
    }
    if (tool && (*at + tool == s.n || is_bar(utf8_at(s, *at + tool)) || label_at(s, *at + tool, &label))) { /* 浏览字号: */
        f->tools++;
        *at += tool;
        return true;
    }
    size_t start = *at;
    bool number = true;
    while (end < s.n && !is_bar(utf8_at(s, end))) {
        uint32_t c = utf8_next(s, &end);
        number = number && c >= '0' && c <= '9';
        if (is_pause(c) || (is_stop(c) && c != '.'))
            return false;
    }
    struct str word = str_sub(s, start, end);
    if (phrase_is(PHRASE_CRAWL_LABEL, word)) { /* 注册时间 2004-3-2 */
        f->crawls++;
        *at = end;
        return true;
    }
    bool where = f->dates && phrase_ends(PHRASE_UNIT_END, word) && line_han(word, 2) >= 2;
    *at = end;
    if (number && f->tools)
        return true; /* 阅读数 1464 */
    if (where && f->where.n && word.p == f->where.p + f->where.n + 1) { /* 某某网-某某日报 */
        f->where.n += word.n + 1;
        return line_han(f->where, SOURCE_HAN + 1) <= SOURCE_HAN;
    }
    f->loose++;
    if (where || (f->clocked && !f->where.p && may_name_site(word)))
        f->where = word;
    return end > start && line_han(word, LOOSE_HAN + 1) <= LOOSE_HAN;
}

static bool read_all(struct arena *arena, struct str s, struct findings *f, struct draft *draft)
{
    for (size_t at = 0; at < s.n;) {
        if (is_bar(utf8_at(s, at))) {
            utf8_next(s, &at);
            continue;
        }
        if (read_labelled(arena, s, &at, f, draft))
            continue;
        if (f->dates && phrase_at(PHRASE_CREDIT, s, at) && credit_read(arena, str_sub(s, at, s.n), draft)) /* 2022年11月6日 记者 张三 */
            f->tools++, at = s.n;
        else if (!read_loose(s, &at, f))
            return false;
    }
    return true;
}

/* Has the line only a date of the machine's kind: 2022-02-25, 2022年02月25日10:30? */
static bool stamped(struct str published)
{
    return published.n && (!word_in(published, "年") || str_has(published, STR(":")));
}

size_t meta_day_before_title(struct arena *arena, struct str s, struct draft *draft)
{
    struct date date;
    size_t at = 0, i;
    while (at < s.n && is_bar(utf8_at(s, at)))
        utf8_next(s, &at);
    i = at;
    if (s.n > META_BYTES || !date_next(s, &i, &date) || date.at != at || !date.year || !date.day || word_in(str_sub(s, at, i), "年"))
        return 0;
    struct str day = str_sub(s, at, i);
    at = i;
    while (i < s.n && is_bar(utf8_at(s, i)))
        utf8_next(s, &i);
    struct str title = str_sub(s, i, s.n);
    if (i == at || line_is_sentence(title) || line_has_stop(title) || !congress_named(arena, title))
        return 0;
    if (!draft->published.p)
        draft->published = day;
    return i;
}

bool meta_read(struct arena *arena, struct str s, bool inside, struct draft *draft)
{
    struct findings f = { 0 };
    size_t authors = draft->authors.n;
    s = str_trim(s);
    bool fits = s.n && s.n <= META_BYTES && line_han(s, META_HAN + 1) <= META_HAN && read_all(arena, s, &f, draft);
    bool blank = f.source.n && f.loose == 1; /* 来源:云上青岚 微信公众号 */
    bool lone = f.labels == 1 && (f.dates || f.times || f.crawls || f.loose == 0 || blank || line_han(s, LONE_LABEL_HAN) < LONE_LABEL_HAN);
    bool day = f.dates == 1 && f.loose <= 1 && (f.clocked || stamped(f.published));
    bool known = f.labels >= 2 || (!inside && (lone || day || (f.dates && (f.tools || f.crawls))));
    bool title = f.labels < 2 && (f.loose || !f.dates) && fits && known && congress_named(arena, s); /* 【图文】某某工会第二次代表大会召开 */
    if (!fits || !known || f.loose > 3 || title) {
        draft->authors.n = authors;
        return false;
    }
    if (!draft->published.p || f.publishing)
        draft->published = f.published;
    if (!draft->source.p)
        draft->source = f.source.n || f.labels ? f.source : f.where;
    return true;
}

size_t meta_lead(struct arena *arena, struct str s, struct draft *draft)
{
    struct findings f = { 0 };
    size_t at = 0, authors = draft->authors.n, n;
    while (at < s.n && at <= META_BYTES && (is_bar(utf8_at(s, at)) || label_at(s, at, &n)))
        if (!read_labelled(arena, s, &at, &f, draft))
            utf8_next(s, &at);
    if (f.labels < 2 || !(f.times || f.source.n) || !line_is_sentence(str_sub(s, at, s.n))) {
        draft->authors.n = authors;
        return 0;
    }
    if (!draft->published.p)
        draft->published = f.published;
    if (!draft->source.p)
        draft->source = f.source;
    return at;
}

bool meta_lone_day(struct str s, struct str text)
{
    struct date date, told;
    size_t at = 0, first = 0;
    struct str head = sentence_head(text, 0);
    bool alone = s.n <= META_BYTES && date_next(s, &at, &date) && date.at == 0 && date.len == s.n && date.year && date.day;
    bool tells = word_in(head, "昨天") || word_in(head, "昨日") || word_in(head, "今天") || word_in(head, "今日") || word_in(head, "日前") ||
                 word_in(head, "近日") || (date_next(head, &first, &told) && told.day);
    return alone && !line_opens_speech(text) && tells;
}

/* What parts a breadcrumb. */
static bool is_crumb_mark(uint32_t c)
{
    return char_in(c, STR(">|»›→≫》〉/\\▶"));
}

/* 首页 - 工会要闻 - 正文 */
static bool is_spaced_dash(struct str s, size_t at)
{
    return at > 0 && s.p[at] == '-' && s.p[at - 1] == ' ' && at + 1 < s.n && s.p[at + 1] == ' ';
}

/* May it be the name of a site or of who runs it, not of a section: 某某新闻网, 某市总工会; not 工会要闻, 新闻中心? */
static bool names_site(struct str s)
{
    bool body = phrase_ends(PHRASE_UNIT_END, s) || phrase_ends(PHRASE_ORG, s) || phrase_ends(PHRASE_ORG_END, s);
    return body && !phrase_is(PHRASE_TOOL, s) && !word_at(s, 0, STR("走进")) && !word_at(s, 0, STR("关于"));
}

bool crumb_read(struct str s, struct draft *draft)
{
    s = str_trim(s);
    size_t first = phrase_at(PHRASE_CRUMB, s, 0), at = first, parts = 0, angles = 0, start;
    if (s.n > CRUMB_BYTES || line_has_stop(s))
        return false;
    while (at < s.n && (is_blank(utf8_at(s, at)) || narrow(utf8_at(s, at)) == ':'))
        utf8_next(s, &at);
    bool labelled = first && at > first && word_in(str_sub(s, 0, at), ":");
    struct str source = { 0 };
    for (start = at; at <= s.n;) {
        bool end = at == s.n, mark = !end && (is_crumb_mark(utf8_at(s, at)) || (first && is_spaced_dash(s, at)));
        if (end || mark) {
            struct str part = str_trim(str_sub(s, start, at));
            if (line_han(part, CRUMB_PART_HAN + 1) > CRUMB_PART_HAN && !end)
                return false;
            if (!source.p && part.n && !phrase_is(PHRASE_CRUMB, part))
                source = part;
            parts += part.n > 0;
            angles += mark && utf8_at(s, at) != '/' && narrow(utf8_at(s, at)) != '|';
        }
        if (end)
            break;
        utf8_next(s, &at);
        if (mark)
            start = at;
    }
    bool open = angles >= 2 && parts == 2 && start == s.n && line_han(s, CRUMB_PART_HAN + 1) <= CRUMB_PART_HAN; /* 新闻中心 > 动态 > */
    if (!open && !(labelled && parts) && !(first && parts >= 1 && (angles || parts >= 2)) && !(angles >= 2 && parts >= 3))
        return false;
    if (!draft->head.source.p && first && (labelled || angles) && names_site(source))
        draft->head.source = source;
    return true;
}
