/* Title and subtitle among the lines in front of the text. */
#include "clean/title.h"

#include "base/buf.h"
#include "clean/congress.h"
#include "clean/cut.h"
#include "clean/date.h"
#include "clean/line.h"
#include "clean/name.h"
#include "clean/phrase.h"
#include "text/han.h"
#include "text/utf8.h"

enum { TITLE_LEAST = 8, TITLE_MOST = 80, SUBTITLE_LEAST = 5, SUBTITLE_MOST = 45, MADE_UP_HAN = 30 };
enum { COLUMN_NAME_HAN = 6, SITE_NAME_HAN = 14, HEAD_LINES = 6, LABEL_HAN = 8, NAME_HAN = 4 };

/* The lines in front of the first sentence: how many. */
static size_t head_lines(const struct draft *draft)
{
    size_t n = 0;
    while (n < draft->blocks.n && n < HEAD_LINES) {
        const struct block *block = &draft->blocks.v[n];
        bool text = block->kind != BLOCK_HEADING && (block->kind == BLOCK_GAP || line_is_sentence(block->text) || block->n_seams);
        if (text || section_number(block->text, NULL, NULL) || phrase_at(PHRASE_DATELINE, block->text, 0))
            break;
        n++;
    }
    return n;
}

/* The line without the mark of a breadcrumb at its end: 工会要闻 >. */
static struct str without_mark(struct str s)
{
    for (size_t last = s.n; s.n && (is_blank(utf8_prev(s, &last)) || s.p[last] == '>'); s.n = last)
        ;
    return s;
}

static bool fits_title(struct str s)
{
    size_t han = line_han(s, TITLE_MOST + 1), last = s.n;
    if (phrase_is(PHRASE_CRUMB, without_mark(s)) || (han <= LABEL_HAN && s.n && narrow(utf8_prev(s, &last)) == ':'))
        return false; /* 当前位置: */
    last = s.n;
    if (s.n && narrow(utf8_prev(s, &last)) == ':' && line_opens_speech(s))
        return false; /* 各位代表、同志们: opens a speech */
    return han >= 2 && han <= TITLE_MOST;
}

/* The name of a column or of a site: 工会要闻, 某市总工会, 某某新闻网. */
static bool names_column(struct str s)
{
    if (line_han(s, SITE_NAME_HAN + 1) > SITE_NAME_HAN)
        return false;
    return line_han(s, COLUMN_NAME_HAN + 1) <= COLUMN_NAME_HAN || phrase_ends(PHRASE_ORG, s) || phrase_ends(PHRASE_ORG_END, s) ||
           phrase_ends(PHRASE_UNIT_END, s);
}

/* Is the line the title again, with the name of the site behind it (标题-某某新闻网) or of the column before? */
static bool repeats_title(struct str s, struct str title)
{
    if (title.n < s.n && str_ends(s, title) && s.p[s.n - title.n - 1] == '_' && line_han(title, TITLE_LEAST) >= TITLE_LEAST)
        return true; /* 栏目_标题 */
    if (!str_starts(s, title) || line_han(title, SUBTITLE_LEAST) < SUBTITLE_LEAST)
        return false;
    uint32_t c = narrow(utf8_at(str_trim(str_sub(s, title.n, s.n)), 0));
    bool site = str_find_last(str_sub(s, title.n, s.n), STR("-")) != STR_NONE; /* 标题 副题-某某网 */
    return c == '-' || c == '_' || c == '|' || c == 0x2014 || str_eq(s, title) || (site && title.n < s.n && is_blank(utf8_at(s, title.n)));
}

/* The next character of s that is no word of how it was done (隆重 胜利), or 0 at the end. */
static uint32_t next_told(struct str s, size_t *at)
{
    static const struct str ways[] = { STR_INIT("隆重"), STR_INIT("胜利"), STR_INIT("圆满"), STR_INIT("顺利") };
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        *at += word_at(s, *at, ways[i]);
    return *at < s.n ? plain(utf8_next(s, at)) : 0;
}

/* Is s the title in other words for how it was done: …大会开幕 under …大会隆重开幕? */
static bool tells_title(struct str s, struct str title)
{
    size_t at = 0, in_title = 0;
    for (;;) {
        uint32_t c = next_told(s, &at);
        if (c != next_told(title, &in_title))
            return false;
        if (!c)
            return line_han(s, TITLE_LEAST) >= TITLE_LEAST;
    }
}

/* The first line of those [from, n) that may be a title; n where none is. */
static size_t next_fitting(const struct draft *draft, size_t from, size_t n)
{
    while (from < n && !fits_title(draft->blocks.v[from].text))
        from++;
    return from;
}

/* Is it the name of a column by its words alone: 工会要闻, 业内动态 >? */
static bool is_column(struct str s)
{
    s = without_mark(s);
    return line_han(s, COLUMN_NAME_HAN + 1) <= COLUMN_NAME_HAN && phrase_ends(PHRASE_COLUMN_END, s);
}

/* What a label in front of a line says of it: (引题) is a kicker, (副题) a subtitle. */
static bool labelled(struct str s, const char *first, const char *second)
{
    return word_at(s, 0, str_of(first)) || word_at(s, 0, str_of(second));
}

static bool is_kicker(struct str s)
{
    return labelled(s, "(引题)", "(肩题)");
}

/* Which of the first n lines is the title: what the page calls so, else the first that is not the name of a column (工会要闻, 某市总工会).
 * n where none is. */
static size_t title_line(struct arena *arena, const struct draft *draft, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const struct block *block = &draft->blocks.v[i];
        if (fits_title(block->text) && block->kind == BLOCK_HEADING && block->rank == 1)
            return i;
        if (draft->head.title.n && fits_title(block->text) && str_starts(draft->head.title, block->text) && line_han(block->text, 8) >= 8)
            return i;
    }
    size_t first = next_fitting(draft, 0, n);
    while (first < n && (is_column(draft->blocks.v[first].text) || is_kicker(draft->blocks.v[first].text)))
        first = next_fitting(draft, first + 1, n);
    for (size_t i = first + 1; i < n; i++)
        if (repeats_title(draft->blocks.v[first].text, draft->blocks.v[i].text))
            return i;
    bool column = first + 1 < n && names_column(draft->blocks.v[first].text);
    if (column && congress_named(arena, draft->blocks.v[first + 1].text) && !congress_named(arena, draft->blocks.v[first].text))
        return first + 1;
    return first;
}

/* Who speaks, by office and name: 县委书记　李小明. Not 青岚县工会主席 答记者问. */
static bool names_speaker(struct str s)
{
    size_t at = s.n, name = s.n, han = 0;
    while (at > 0 && is_han(utf8_prev(s, &at)))
        name = at, han++;
    if (name == s.n || at == 0 || han < 2 || han > NAME_HAN || !is_blank(utf8_at(s, at)) || !surname_at(s, name))
        return false;
    return phrase_ends(PHRASE_ROLE_END, str_trim(str_sub(s, 0, at))) > 0;
}

/* Is the line under the title a second one? Not a date, not somebody's name. */
static bool fits_subtitle(struct str s)
{
    struct date date;
    size_t at = 0, han = line_han(s, SUBTITLE_MOST + 1);
    if (han < SUBTITLE_LEAST || han > SUBTITLE_MOST)
        return false;
    bool dated = date_next(s, &at, &date) && (date.day || date.len * 2 > s.n);
    size_t last = s.n;
    uint32_t mark = utf8_prev(s, &last);
    return !dated && !names_speaker(s) && !line_has_stop(s) && !is_pause(mark) && !is_stop(mark);
}

/* What the congress does, as a title says it. */
static struct str what_it_does(const struct article *article)
{
    static const struct str words[][2] = {
        [SESSION_NONE] = { STR_INIT(""), STR_INIT("") },
        [SESSION_OPENING] = { STR_INIT("开幕"), STR_INIT("開幕") },
        [SESSION_CLOSING] = { STR_INIT("闭幕"), STR_INIT("閉幕") },
        [SESSION_FULL] = { STR_INIT("召开"), STR_INIT("召開") },
    };
    return words[article->session][article->script == SCRIPT_HANT];
}

/* The first clauses of a text. */
static struct str first_clause(struct str s)
{
    struct str clause = str_sub(s, 0, clause_end(s, 0));
    size_t counted = line_han(clause, TITLE_LEAST);
    while (clause.n < s.n && counted < TITLE_LEAST) { /* 2月16日，… */
        size_t next = clause.n;
        utf8_next(s, &next);
        next = clause_end(s, next);
        counted += line_han(str_sub(s, clause.n, next), TITLE_LEAST); /* of what is new only: a line of ???? has many clauses */
        clause = str_sub(s, 0, next);
    }
    size_t end = 0;
    for (int han = 0; end < clause.n && han < MADE_UP_HAN; han++)
        utf8_next(clause, &end);
    return str_sub(clause, 0, end);
}

/* s without what it is called for short: 某某工会(以下简称工会)第四次代表大会. */
static struct str without_short_form(struct arena *arena, struct str s)
{
    for (size_t at = 0; at < s.n; utf8_next(s, &at)) {
        size_t close = at;
        if (narrow(utf8_at(s, at)) != '(' || !(word_at(s, at, STR("(以下简称")) || word_at(s, at, STR("(简称"))))
            continue;
        while (close < s.n && narrow(utf8_next(s, &close)) != ')')
            ;
        struct buf out = buf_make(arena, s.n);
        buf_add(&out, str_sub(s, 0, at));
        buf_add(&out, str_sub(s, close, s.n));
        return buf_str(&out);
    }
    return s;
}

/* Place and organisation, as far as the name does not have them: 某镇(召开)第三次妇女代表大会. */
static void add_host(struct buf *title, const struct congress *congress)
{
    struct str place = congress->place;
    if (str_has(congress->name, place))
        return;
    if (str_starts(congress->name, congress->level)) /* 某某街道(召开)街道工会… */
        place.n -= congress->level.n;
    buf_add(title, place);
    bool says_who = phrase_in(PHRASE_ORG, congress->name) || word_in(congress->name, "代会"); /* 侨代会 */
    if (!says_who)
        buf_add(title, congress->organisation);
}

void title_make_up(struct arena *arena, struct draft *draft, struct article *article)
{
    if (article->title.n || !article->n_paragraphs)
        return;
    const struct congress *congress = article->congress;
    article->title = without_short_form(arena, first_clause(article->paragraphs[0]));
    if (congress) {
        struct buf title = buf_make(arena, congress->place.n + congress->organisation.n + congress->name.n + 16);
        add_host(&title, congress);
        buf_add(&title, without_short_form(arena, congress->name));
        buf_add(&title, what_it_does(article));
        article->title = buf_str(&title);
    }
    *PUSH(arena, &draft->notes) = (struct note){ NOTE_GUESSED, STR("the page prints no title; this one is made up") };
}

/* 【标题】正文…: a title in brackets glued to the text becomes a line of its own. */
static void unglue(struct arena *arena, struct draft *draft)
{
    struct str s = draft->blocks.n ? draft->blocks.v[0].text : (struct str){ 0 };
    size_t from = 0, to;
    if (utf8_at(s, 0) != 0x3010) /* 【 */
        return;
    utf8_next(s, &from);
    to = str_find(s, STR("】"), from);
    if (to == STR_NONE || to - from > TITLE_MOST * 4)
        return;
    struct str title = str_sub(s, from, to), rest = str_trim(str_sub(s, to + 3, s.n));
    size_t day = 0;
    struct date date;
    bool dateline = date_next(title, &day, &date) && date.day && phrase_at(PHRASE_DATELINE, title, day); /* 【新华社某地10月11日讯】 */
    if (line_han(title, SUBTITLE_LEAST + 3) < SUBTITLE_LEAST + 3 || !line_is_sentence(rest) || phrase_at(PHRASE_CREDIT, title, 0) || dateline)
        return;
    cut_text(arena, draft, &draft->blocks.v[0], str_sub(s, 0, from), REMOVED_CHROME);
    cut_text(arena, draft, &draft->blocks.v[0], str_sub(s, to, to + 3), REMOVED_CHROME);
    struct block first = draft->blocks.v[0];
    *PUSH(arena, &draft->blocks) = first;
    for (size_t i = draft->blocks.n - 1; i > 0; i--)
        draft->blocks.v[i] = draft->blocks.v[i - 1];
    draft->blocks.v[0].text = title;
    draft->blocks.v[1].text = rest;
    draft->blocks.v[1].at += (size_t)(rest.p - s.p);
    draft->blocks.v[0].n_seams = draft->blocks.v[1].n_seams = 0;
    for (size_t i = 0; i < first.n_seams; i++)
        if (first.seams[i] > (size_t)(rest.p - s.p))
            first.seams[draft->blocks.v[1].n_seams++] = first.seams[i] - (size_t)(rest.p - s.p);
}

/* (主题) (副题) 标题: in front of s, a slice of the block's text: the label goes. */
static struct str unlabelled(struct arena *arena, struct draft *draft, const struct block *block, struct str s)
{
    static const char *const labels[] = { "(主题)", "(引题)", "(副题)", "(肩题)", "(标题)", "标题:", "标 题:", "主题:", "副标题:", "题目:" };
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        size_t n = word_at(s, 0, str_of(labels[i]));
        if (n && n < s.n) {
            cut_text(arena, draft, block, str_sub(s, 0, n), REMOVED_CHROME);
            return str_trim(str_sub(s, n, s.n));
        }
    }
    return s;
}

/* (主题)甲(副题)乙 on one line becomes two. */
static void split_labels(struct arena *arena, struct draft *draft, const struct block *block, struct article *article)
{
    size_t at = word_find(article->title, STR("(副题)"), 0);
    if (at == STR_NONE || !at || article->subtitle.n)
        return;
    article->subtitle = unlabelled(arena, draft, block, str_sub(article->title, at, article->title.n));
    article->title = str_trim(str_sub(article->title, 0, at));
}

/* 青岚新闻网, 某某日报: what stands behind a title of its page. */
static bool is_site(struct str s)
{
    static const struct str ends[] = { STR_INIT("网"), STR_INIT("新闻"), STR_INIT("日报"), STR_INIT("门户网站") };
    bool han = line_han(s, SITE_NAME_HAN + 1) == utf8_count(s) && line_han(s, 3) >= 3;
    for (size_t i = 0; han && i < sizeof ends / sizeof *ends; i++)
        if (s.n > ends[i].n && word_at(s, s.n - ends[i].n, ends[i]))
            return true;
    return false;
}

/* 青岚县工会第四次代表大会闭幕-青岚新闻网: the name of the site behind the title goes. Not 代表大会侧记-职工的声音. */
static struct str without_site(struct arena *arena, struct draft *draft, const struct block *block, struct str title)
{
    static const struct str signs[] = { STR_INIT("_"), STR_INIT("-"), STR_INIT("|"), STR_INIT("—") };
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        size_t sign = str_find_last(title, signs[i]);
        if (sign == STR_NONE || !is_site(str_trim(str_sub(title, sign + signs[i].n, title.n))))
            continue;
        struct str left = str_sub(title, 0, sign);
        if (line_han(left, TITLE_LEAST) < TITLE_LEAST)
            continue;
        cut_text(arena, draft, block, str_sub(title, sign, title.n), REMOVED_CHROME);
        return str_trim(left);
    }
    return title;
}

void title_take(struct arena *arena, struct draft *draft, struct article *article)
{
    unglue(arena, draft);
    size_t n = head_lines(draft), title = title_line(arena, draft, n);
    if (title < n) {
        struct block *line = &draft->blocks.v[title];
        article->title = unlabelled(arena, draft, line, line->text);
        split_labels(arena, draft, line, article);
        article->title = without_site(arena, draft, line, article->title);
        line->text.n = 0;
        for (size_t i = title + 1; i < n; i++)
            if (repeats_title(draft->blocks.v[i].text, article->title) || tells_title(draft->blocks.v[i].text, article->title))
                cut_block(arena, draft, &draft->blocks.v[i], REMOVED_CHROME);
        for (size_t i = 0; i < title; i++)
            cut_block(arena, draft, &draft->blocks.v[i], REMOVED_CHROME);
        if (title + 1 < n && title + 2 < draft->blocks.n && !article->subtitle.n && fits_subtitle(draft->blocks.v[title + 1].text)) {
            line++;
            article->subtitle = unlabelled(arena, draft, line, line->text);
            line->text.n = 0;
        }
    } else {
        article->title = draft->head.title;
        for (size_t i = 0; i < n; i++)
            if (is_column(draft->blocks.v[i].text))
                cut_block(arena, draft, &draft->blocks.v[i], REMOVED_CHROME);
    }
    cut_done(draft);
}
