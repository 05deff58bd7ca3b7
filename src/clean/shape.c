/* The lines that are left become a report: title, congress, date, people's credits, paragraphs, sections. */
#include "clean/shape.h"

#include "clean/congress.h"
#include "clean/date.h"
#include "clean/line.h"
#include "clean/notice.h"
#include "clean/phrase.h"
#include "clean/repair.h"
#include "clean/title.h"
#include "text/han.h"
#include "text/utf8.h"
#include "text/variant.h"

enum { LEAD_PARAGRAPHS = 6, DELEGATES_LEAST = 10, TRADITIONAL_PERCENT = 5 };

/* Blocks become paragraphs, with their joins and gaps. */
static void set_paragraphs(struct arena *arena, const struct draft *draft, struct article *article)
{
    ARRAY(struct join) joins = { 0 };
    ARRAY(struct gap) gaps = { 0 };
    article->paragraphs = NEW_N(arena, struct str, draft->blocks.n + 1);
    for (size_t i = 0; i < draft->blocks.n; i++) {
        const struct block *block = &draft->blocks.v[i];
        article->paragraphs[i] = block->text;
        for (size_t k = 0; k < block->n_seams; k++)
            *PUSH(arena, &joins) = (struct join){ i, block->seams[k] };
        if (block->kind == BLOCK_GAP)
            *PUSH(arena, &gaps) = (struct gap){ i, notice_chars(block->text), block->text };
    }
    article->n_paragraphs = draft->blocks.n;
    article->joins = joins.v;
    article->n_joins = joins.n;
    article->gaps = gaps.v;
    article->n_gaps = gaps.n;
}

/* Hands over what the rooms before have gathered. */
static void set_records(const struct draft *draft, struct article *article)
{
    article->removed = draft->removed.v;
    article->n_removed = draft->removed.n;
    article->repairs = draft->repairs.v;
    article->n_repairs = draft->repairs.n;
    article->authors = draft->authors.v;
    article->n_authors = draft->authors.n;
    article->notes = draft->notes.v;
    article->n_notes = draft->notes.n;
    article->encoding = draft->encoding;
}

/* The congress of the report: what the title names, as fully as the first paragraphs do; else the first that they name as meeting. */
static void set_congress(struct arena *arena, struct article *article)
{
    struct mention best = { 0 }, m;
    bool found = false;
    for (size_t i = 0; i < article->n_paragraphs + 2; i++) {
        size_t paragraph = i == 0 ? PLACE_TITLE : i == 1 ? PLACE_SUBTITLE : i - 2, at = 0;
        struct str s = article_paragraph(article, paragraph);
        if (i > LEAD_PARAGRAPHS && found)
            break;
        while (congress_next(arena, s, &at, &m)) {
            bool same = found && m.congress.ordinal == best.congress.ordinal && m.congress.redacted == best.congress.redacted;
            bool fuller = same && m.len > best.len && str_ends(m.congress.name, best.congress.name) && m.congress.place.n;
            if (m.past || (found && !fuller))
                continue;
            best = m;
            found = true;
        }
    }
    if (!found)
        return;
    article->congress = NEW(arena, struct congress);
    *article->congress = best.congress;
}

static bool says(struct str s, enum phrase_class class)
{
    size_t n;
    return phrase_find(class, s, 0, &n) != STR_NONE;
}

static enum session session_of(struct str s)
{
    bool open = says(s, PHRASE_SESSION_OPEN), close = says(s, PHRASE_SESSION_CLOSE);
    if (open != close)
        return open ? SESSION_OPENING : SESSION_CLOSING;
    return open || says(s, PHRASE_SESSION_FULL) ? SESSION_FULL : SESSION_NONE;
}

/* By the title, else by the sentence that names the congress. */
static void set_session(struct arena *arena, struct article *article)
{
    if (!article->congress)
        return;
    article->session = session_of(article->title);
    if (article->session == SESSION_NONE)
        article->session = session_of(article->subtitle);
    for (size_t i = 0; i < article->n_paragraphs && article->session == SESSION_NONE; i++) {
        struct str s = article->paragraphs[i];
        struct mention m;
        for (size_t at = 0; article->session == SESSION_NONE && congress_next(arena, s, &at, &m);)
            article->session = session_of(str_sub(s, m.at, sentence_end(s, m.at)));
    }
}

/* 298名職工代表, 代表200人: the first number of delegates in the opening paragraphs. */
static int delegates_in(struct str s)
{
    for (size_t at = 0; at < s.n;) {
        size_t behind = at;
        int n = han_number(s, &behind);
        if (n < 0) {
            utf8_next(s, &at);
            continue;
        }
        at = behind;
        if (n < DELEGATES_LEAST)
            continue;
        size_t more = word_at(s, behind, STR("余"));
        more = more ? more : word_at(s, behind, STR("多"));
        size_t counter = word_at(s, behind + more, STR("名"));
        counter = counter ? counter : word_at(s, behind + more, STR("位"));
        size_t end = behind + more + counter;
        for (int i = 0; counter && i < 9 && end < s.n; i++) {
            uint32_t c = utf8_at(s, end);
            if (word_at(s, end, STR("代表")) && !word_at(s, end, STR("代表团")))
                return n;
            if (!is_han(c))
                break;
            utf8_next(s, &end);
        }
    }
    return -1;
}

static void set_delegates(struct article *article)
{
    article->delegates = -1;
    for (size_t i = 0; i < article->n_paragraphs && i < LEAD_PARAGRAPHS && article->delegates < 0; i++)
        article->delegates = delegates_in(article->paragraphs[i]);
}

/* Traditional where at least one in twenty Han has another, simplified form. */
static void set_script(struct article *article)
{
    size_t han = 0, traditional = 0;
    for (size_t i = 0; i <= article->n_paragraphs; i++) {
        struct str s = i ? article->paragraphs[i - 1] : article->title;
        for (size_t at = 0; at < s.n;) {
            uint32_t c = utf8_next(s, &at);
            han += is_han(c);
            traditional += simplified(c) != c;
        }
    }
    article->script = han && traditional * 100 >= han * TRADITIONAL_PERCENT ? SCRIPT_HANT : SCRIPT_HANS;
}

static struct date parsed(struct str s)
{
    struct date date = { 0 };
    size_t at = 0;
    if (!s.p || !date_next(s, &at, &date))
        return (struct date){ 0 };
    return date;
}

/* The first day that the opening paragraphs print. */
static struct date event_day(const struct article *article)
{
    struct date date;
    for (size_t i = 0; i < article->n_paragraphs && i < LEAD_PARAGRAPHS; i++)
        for (size_t at = 0; date_next(article->paragraphs[i], &at, &date);)
            if (date.day)
                return date;
    return (struct date){ 0 };
}

static void set_dates(struct arena *arena, const struct draft *draft, struct article *article)
{
    struct date published = parsed(draft->published.p ? draft->published : draft->head.published), event = event_day(article);
    article->published = date_iso(arena, published);
    article->source = draft->source.p ? draft->source : draft->head.source;
    if (!event.day)
        return;
    article->date_from = DATE_PRINTED;
    if (!event.year)
        event.year = year_inferred(event, published, article, &article->date_from);
    article->date = date_iso(arena, event);
}

void shape(struct arena *arena, struct draft *draft, struct article *article)
{
    *article = (struct article){ 0 };
    title_take(arena, draft, article);
    set_paragraphs(arena, draft, article);
    set_congress(arena, article);
    set_session(arena, article);
    set_dates(arena, draft, article);
    set_delegates(article);
    set_script(article);
    set_records(draft, article);
    repair_place(draft, article);
}

void shape_siblings(struct arena *arena, struct article *articles, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct date event = event_day(&articles[i]);
        for (size_t k = 0; k < n && !articles[i].date.p && event.day; k++)
            if (articles[k].date.p) {
                event.year = parsed(articles[k].date).year;
                articles[i].date = date_iso(arena, event);
                articles[i].date_from = DATE_INFERRED;
            }
    }
}
