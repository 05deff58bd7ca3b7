/* Sections of a report: numbered headings, speakers, lists, stages of the ceremony. */
#include "clean/outline.h"

#include "base/buf.h"
#include "clean/congress.h"
#include "clean/line.h"
#include "clean/phrase.h"
#include "clean/speaker.h"
#include "text/han.h"
#include "text/utf8.h"

enum { LEAD_PARAGRAPHS = 3, LEAD_BYTES = 400, LEAD_LOOKS = 20, CLAUSE_HAN = 120, PARTS_MOST = 20 };
enum { PAIR_LEAST = 4, PAIR_FIRST = 10, PAIR_SECOND = 12 };
enum { YI = 0x4E00, YAO = 0x8981 }; /* 一 要 */

/* The outline under way. */
struct builder {
    struct arena *arena;
    const struct article *article;
    struct map names;
    ARRAY(struct heading) list;
    bool speech;          /* the report is one speech: nobody else speaks, and nothing leads */
    bool lead;            /* the leading sentence is found */
    struct str speaker;   /* who spoke last */
    int level;            /* of the last heading that is no list item */
    bool named;           /* it was a speaker by name: demands may follow */
    size_t demand_chars;  /* and this long is the first clause of the first one, 要 aside; 0: none yet */
    int number[4];        /* of the last heading at each level */
    bool gap[4];          /* and a notice that text is hidden stands behind it */
    int last, run;        /* number and length of the list that is open */
    size_t first;         /* index in `list` of its first item */
};

static void add(struct builder *b, int level, enum heading_kind kind, struct str text, size_t paragraph, size_t offset)
{
    *PUSH(b->arena, &b->list) = (struct heading){ level, kind, text, paragraph, offset };
}

/* A list of one item is none: it is marked by level 0 and falls out at the end. */
static void end_list(struct builder *b)
{
    if (b->run == 1)
        b->list.v[b->first].level = 0;
    b->run = b->last = 0;
}

/* 一是 二要 第三, at `at`: its number, or 0. */
static int item_number(struct str s, size_t at)
{
    size_t i = at;
    size_t item = phrase_at(PHRASE_ENUMERATION, s, at);
    if (item)
        return utf8_at(s, at + item) == utf8_at(s, at) ? 0 : han_number(s, &i); /* 一是一 */
    if (utf8_at(s, at) != 0x7B2C) /* 第 */
        return 0;
    utf8_next(s, &i);
    int n = is_han(utf8_at(s, i)) ? han_number(s, &i) : -1;
    uint32_t mark = narrow(utf8_at(s, i));
    return n > 0 && n <= 20 && (mark == ',' || mark == 0x3001) ? n : 0;
}

static bool read_item(struct builder *b, struct str s, size_t paragraph, size_t at)
{
    int n = item_number(s, at);
    if (n <= 0 || (n != 1 && n != b->last + 1))
        return false;
    if (n == 1) {
        end_list(b);
        b->first = b->list.n;
    }
    b->last = n;
    b->run++;
    size_t from = at;
    if (utf8_at(s, at) == 0x7B2C)
        from = clause_end(s, at) < s.n ? clause_end(s, at) + 1 : s.n;
    while (from < s.n && ((unsigned char)s.p[from] & 0xC0) == 0x80)
        from++;
    int level = b->level + 1 > 3 ? 3 : b->level + 1;
    add(b, level < 2 ? 2 : level, HEADING_ENUMERATION, str_sub(s, at, clause_end(s, from)), paragraph, at);
    return true;
}

static bool session_in(struct str s)
{
    return phrase_in(PHRASE_SESSION_OPEN, s) || phrase_in(PHRASE_SESSION_CLOSE, s) || phrase_in(PHRASE_SESSION_FULL, s);
}

/* The sentence that says what met: from the congress's name to the end of its clause. */
static bool read_lead(struct builder *b, struct str s, size_t paragraph, size_t from, size_t to)
{
    struct mention m;
    size_t at = from;
    if (b->lead || b->speech || paragraph >= LEAD_PARAGRAPHS)
        return false;
    for (int looks = 0; looks < LEAD_LOOKS && congress_next(b->arena, str_sub(s, 0, to), &at, &m); looks++) {
        struct str sentence = sentence_head(s, m.at), clause = str_sub(sentence, 0, clause_end(sentence, m.len));
        if (m.past || clause.n > LEAD_BYTES || !session_in(sentence))
            continue;
        b->lead = true;
        b->level = 1;
        add(b, 1, HEADING_LEAD, clause, paragraph, m.at);
        return true;
    }
    return false;
}

/* Behind the clause that ends at `at`: over its mark. */
static size_t behind_mark(struct str s, size_t at)
{
    if (at < s.n)
        utf8_next(s, &at);
    return at;
}

static void add_demand(struct builder *b, struct str s, size_t paragraph, size_t at)
{
    struct str clause = str_sub(s, at, clause_end(s, at));
    if (!b->demand_chars)
        b->demand_chars = utf8_count(clause) - (utf8_at(clause, 0) == YAO);
    add(b, 3, HEADING_DEMAND, clause, paragraph, at);
}

static bool read_speaker(struct builder *b, struct str s, size_t paragraph, size_t at)
{
    struct speaker speaker;
    if (b->speech || !speaker_at(&b->names, s, at, &speaker))
        return false;
    bool rite = speaker.chairs || (phrase_in(PHRASE_RITE, speaker.text) && !phrase_in(PHRASE_SAYS, speaker.text));
    bool again = !rite && str_eq(speaker.name, b->speaker);
    end_list(b);
    b->level = again ? 2 : 1;
    b->named = !rite;
    b->demand_chars = 0;
    if (!rite)
        b->speaker = speaker.name;
    add(b, b->level, rite ? HEADING_CEREMONY : HEADING_SPEAKER, speaker.text, paragraph, (size_t)(speaker.text.p - s.p));
    size_t next = behind_mark(s, clause_end(s, at));
    if (!rite && utf8_at(s, next) == YAO && sentence_end(s, at) > next) /* 虎强要求,要坚持… */
        add_demand(b, s, paragraph, next);
    return true;
}

/* A rite of the congress; a song only where it is sung there. */
static bool is_rite(struct str clause)
{
    static const char *const occasions[] = { "大会", "会议", "全体", "奏", "起立", "齐唱", "高唱", "开幕", "闭幕" };
    bool song = word_in(clause, "国歌") || word_in(clause, "国际歌");
    for (size_t i = 0; song && i < sizeof occasions / sizeof *occasions; i++)
        song = !word_in(clause, occasions[i]);
    return !song && phrase_in(PHRASE_RITE, clause);
}

/* A stage of the ceremony that names nobody: 大会在…国歌声中隆重开幕, 市妇联负责人…致贺词, 大会由…主持, 会议听取了…. */
static bool read_ceremony(struct builder *b, struct str s, size_t paragraph, size_t at)
{
    struct str clause = str_sub(s, at, clause_end(s, at));
    bool meeting = word_at(clause, 0, STR("大会")) || word_at(clause, 0, STR("会议"));
    bool agenda = phrase_at(PHRASE_AGENDA, clause, 0), rite = is_rite(clause);
    bool chaired = meeting && word_at(clause, 6, STR("由")) && word_in(clause, "主持");
    bool report = phrase_ends(PHRASE_ROLE_END, clause) == 0 && word_in(clause, "主任作") && word_in(clause, "报告");
    bool session = meeting && (phrase_in(PHRASE_SESSION_OPEN, clause) || phrase_in(PHRASE_SESSION_CLOSE, clause));
    if (b->speech || !(agenda || rite || chaired || report || session) || line_han(clause, CLAUSE_HAN + 1) > CLAUSE_HAN)
        return false;
    b->named = false;
    b->level = 1;
    add(b, agenda ? 2 : 1, HEADING_CEREMONY, clause, paragraph, at);
    return true;
}

/* One piece of a paragraph between full stops or semicolons. */
static void read_piece(struct builder *b, struct str s, size_t paragraph, size_t from, size_t to)
{
    if (read_item(b, s, paragraph, from) || read_speaker(b, s, paragraph, from))
        return;
    if (read_lead(b, s, paragraph, from, to) || read_ceremony(b, s, paragraph, from))
        return;
    size_t second = behind_mark(s, clause_end(s, from));
    bool opening = phrase_at(PHRASE_NAMES_TIME, s, from) || line_han(str_sub(s, from, second), 8) < 8;
    if (second < to && opening && !read_speaker(b, s, paragraph, second))
        read_ceremony(b, s, paragraph, second);
}

/* Lists go on behind colons, semicolons and commas within a sentence. */
static void read_items(struct builder *b, struct str s, size_t paragraph, size_t from, size_t to)
{
    for (size_t at = from; at < to;) {
        uint32_t c = narrow(utf8_next(s, &at));
        if ((c == ':' || c == ';' || c == ',') && at < to)
            read_item(b, s, paragraph, at);
    }
}

static size_t piece_end(struct str s, size_t from)
{
    size_t at = from;
    while (at < s.n) {
        uint32_t c = narrow(utf8_next(s, &at));
        if (c == ';')
            return at;
        if (c == 0x3002 || c == '!' || c == '?' || c == 0xFF61) {
            while (at < s.n && is_closing(utf8_at(s, at)))
                utf8_next(s, &at);
            return at;
        }
    }
    return s.n;
}

/* A sentence that may be a demand. */
struct demand {
    bool must;    /* it begins with 要 */
    bool pair;    /* of short clauses: 要提高政治站位,准确把握新形势… */
    size_t chars; /* of its first clause, 要 aside */
};

/* Does the sentence open a demand: 要… of several clauses, or, where others came before it (`going`), such a pair without 要? */
static bool demand_of(struct str s, bool going, struct demand *demand)
{
    struct str first = str_sub(s, 0, clause_end(s, 0)), rest = str_sub(s, behind_mark(s, first.n), s.n);
    size_t more = line_han(str_sub(rest, 0, clause_end(rest, 0)), PAIR_SECOND + 1);
    demand->must = utf8_at(s, 0) == YAO;
    demand->chars = utf8_count(first) - demand->must;
    demand->pair = demand->chars >= PAIR_LEAST && demand->chars <= PAIR_FIRST && more >= PAIR_LEAST && more <= PAIR_SECOND;
    if (first.n == s.n || narrow(utf8_at(s, first.n)) != ',')
        return false;
    return demand->must || (going && demand->pair && phrase_at(PHRASE_DEMAND, s, 0));
}

/* Demands under a speaker. They run in parallel, their first clauses equally long, or are pairs of short clauses: where a paragraph has
 * such, what else it demands is said of them and is no section. */
static void read_demands(struct builder *b, struct str s, size_t paragraph)
{
    size_t n = 0, themes = 0, chars = b->demand_chars;
    struct demand demand;
    if (!b->named || word_at(s, 0, STR("他")) || word_in(s, "他指出") || word_in(s, "她指出"))
        return;
    for (size_t at = 0, end; at < s.n; at = end) {
        end = sentence_end(s, at);
        if (!demand_of(str_sub(s, at, end), b->demand_chars, &demand))
            continue;
        n++;
        themes += demand.pair || demand.chars == chars;
        chars = chars ? chars : demand.chars;
    }
    if (n < 2 && !(themes && b->demand_chars) && utf8_at(s, 0) != YAO)
        return;
    for (size_t at = 0, end; at < s.n; at = end) {
        end = sentence_end(s, at);
        if (demand_of(str_sub(s, at, end), b->demand_chars, &demand) && (!themes || demand.pair || demand.chars == chars))
            add_demand(b, s, paragraph, at);
    }
}

/* The numbers from `first` to `last`, which are missing: 缺二, 缺二至四. */
static struct str missing(struct arena *arena, int first, int last)
{
    static const char *const numerals[] = { "一", "二", "三", "四", "五", "六", "七", "八", "九", "十" };
    struct buf text = buf_make(arena, 64);
    const int ends[] = { first, last };
    for (int i = 0; i < (first < last ? 2 : 1); i++) {
        buf_add(&text, i ? STR("至") : STR("缺"));
        if (ends[i] <= 10)
            buf_add(&text, str_of(numerals[ends[i] - 1]));
        else
            buf_add_format(&text, "%d", ends[i]);
    }
    return buf_str(&text);
}

/* Notes the number of a heading, and in front of it those that a gap has swallowed. */
static void count_heading(struct builder *b, int level, int number, size_t paragraph)
{
    int last = b->number[level];
    if (b->gap[level] && last && number > last + 1)
        add(b, level, HEADING_GAP, missing(b->arena, last + 1, number - 1), paragraph, 0);
    for (int deeper = level; deeper < 4; deeper++) {
        b->number[deeper] = 0;
        b->gap[deeper] = false;
    }
    b->number[level] = number;
}

/* 一、 at the start: a heading, unless the same sentence goes on with 二、 */
static bool read_number(struct builder *b, struct str s, size_t paragraph)
{
    int level, number;
    size_t n = section_number(s, &level, &number);
    if (!n || item_number(s, 0))
        return false;
    struct str sentence = str_sub(s, 0, sentence_end(s, 0));
    if (number == 1 && (word_in(sentence, ";二、") || word_in(sentence, ",二、")))
        return false;
    end_list(b);
    b->level = level;
    b->named = false;
    count_heading(b, level, number, paragraph);
    add(b, level, HEADING_NUMBERED, str_sub(s, 0, clause_end(s, n)), paragraph, 0);
    return true;
}

/* 报告分为三个部分:A;B;C。 */
static void read_parts(struct builder *b, struct str s, size_t paragraph)
{
    size_t at = word_find(s, STR("分"), 0), n = 0;
    while (at != STR_NONE && !word_at(s, at, STR("分为")) && !(at >= 3 && word_at(s, at - 3, STR("共分"))))
        at = word_find(s, STR("分"), at + 3);
    if (at == STR_NONE)
        return;
    at += word_at(s, at, STR("分为")) ? word_at(s, at, STR("分为")) : 3;
    int parts = han_number(s, &at);
    size_t words = word_at(s, at, STR("个部分"));
    words = words ? words : word_at(s, at, STR("部分"));
    at += words;
    if (parts < 2 || parts > PARTS_MOST || !words || narrow(utf8_at(s, at)) != ':')
        return;
    at = behind_mark(s, at);
    for (size_t end = at; n < (size_t)parts && at < s.n && !item_number(s, at); at = behind_mark(s, end), n++) {
        for (end = at; end < s.n && narrow(utf8_at(s, end)) != ';' && utf8_at(s, end) != 0x3002;)
            utf8_next(s, &end);
        add(b, 2, HEADING_ENUMERATION, str_sub(s, at, end), paragraph, at);
    }
}

static void read_paragraph(struct builder *b, size_t paragraph)
{
    struct str s = b->article->paragraphs[paragraph];
    size_t before = b->list.n, from = 0;
    bool numbered = read_number(b, s, paragraph);
    for (size_t at = 0, end; at < s.n; at = end) {
        end = piece_end(s, at);
        if (!(numbered && at == 0))
            read_piece(b, s, paragraph, at, end);
        read_items(b, s, paragraph, at, end - 1);
    }
    bool items = false;
    for (from = before; from < b->list.n; from++)
        items |= b->list.v[from].kind == HEADING_ENUMERATION;
    read_parts(b, s, paragraph);
    if (!items && !b->run)
        read_demands(b, s, paragraph);
}

/* The notice without its frame. */
static void read_gap(struct builder *b, const struct gap *gap)
{
    struct str s = gap->printed;
    size_t at = 0, end = s.n;
    while (at < s.n && !is_han(utf8_at(s, at)))
        utf8_next(s, &at);
    size_t word = str_find(s, STR("字"), at);
    if (word != STR_NONE)
        end = word + STR("字").n;
    for (int level = 0; level < 4; level++)
        b->gap[level] = true;
    add(b, 1, HEADING_GAP, str_sub(s, at, end), gap->paragraph, at);
}

/* By place, keeping the order of what stands in one; each level 0 falls out. */
static void settle(struct builder *b, struct article *article)
{
    size_t n = 0;
    for (size_t i = 0; i < b->list.n; i++) {
        struct heading heading = b->list.v[i];
        if (!heading.level)
            continue;
        size_t k = n++;
        for (; k > 0 && b->list.v[k - 1].paragraph == heading.paragraph && b->list.v[k - 1].offset > heading.offset; k--)
            b->list.v[k] = b->list.v[k - 1];
        b->list.v[k] = heading;
    }
    article->outline = b->list.v;
    article->n_outline = n;
}

/* Is the report one speech: …大会上的讲话, …开幕式上的致辞, 开幕词? A headline 某某出席并讲话 is none. */
static bool is_speech(struct str title)
{
    static const char *const words[] = { "上的讲话", "上讲话", "上的致辞", "上的致词", "上致辞", "上的发言", "上的报告", "上的工作报告", "的讲话",
                                         "主持词", "开幕词", "闭幕词", "开幕辞", "闭幕辞", "讲话稿", "发言稿", "致辞稿" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (word_in(title, words[i]))
            return true;
    return false;
}

void outline(struct arena *arena, struct article *article)
{
    struct builder b = { .arena = arena, .article = article, .names = speaker_names(arena, article) };
    b.speech = is_speech(article->title) || is_speech(article->subtitle);
    size_t gap = 0;
    for (size_t i = 0; i < article->n_paragraphs; i++) {
        if (gap < article->n_gaps && article->gaps[gap].paragraph == i)
            read_gap(&b, &article->gaps[gap++]);
        else
            read_paragraph(&b, i);
    }
    end_list(&b);
    settle(&b, article);
}
