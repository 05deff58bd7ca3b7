/* The lines that are left become a report: title, congress, date, people's credits, paragraphs, sections. */
#include "clean/shape.h"

#include "clean/congress.h"
#include "clean/date.h"
#include "clean/event.h"
#include "clean/line.h"
#include "clean/loss.h"
#include "clean/notice.h"
#include "clean/phrase.h"
#include "clean/redaction.h"
#include "clean/repair.h"
#include "clean/title.h"
#include "text/han.h"
#include "text/utf8.h"
#include "text/variant.h"

enum { LEAD_PARAGRAPHS = 6, SESSION_LOOKS = 20, DELEGATES_LEAST = 10, TRADITIONAL_PERCENT = 5 };
enum { NEAR_CHARS = 18, FAR_CHARS = 30 };

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

/* The congress that the report names, as fully as its first paragraphs do: the title's, else the first that the text names as meeting. */
static bool find_congress(struct arena *arena, const struct article *article, struct mention *best)
{
    struct mention m;
    bool found = false;
    for (size_t i = 0; i < article->n_paragraphs + 2; i++) {
        size_t paragraph = i == 0 ? PLACE_TITLE : i == 1 ? PLACE_SUBTITLE : i - 2, at = 0;
        struct str s = article_paragraph(article, paragraph);
        if (i > LEAD_PARAGRAPHS && found)
            break;
        while (congress_next(arena, s, &at, &m)) {
            bool same = found && m.congress.ordinal == best->congress.ordinal && m.congress.redacted == best->congress.redacted;
            bool longer = m.len > best->len && str_ends(m.congress.name, best->congress.name);
            bool bare = utf8_at(best->congress.name, 0) == 0x7B2C && m.len > best->len && str_has(m.congress.place, best->congress.place);
            bool fuller = same && m.congress.place.n && (!best->congress.place.n || longer || bare); /* bare: 某市举行第六次文代会 */
            if (m.past || (found && !fuller))
                continue;
            *best = m;
            found = true;
        }
    }
    return found;
}

/* Where no number is named, the title or the first sentence may still say what meets. */
static void set_congress(struct arena *arena, struct draft *draft, struct article *article)
{
    struct mention best = { 0 };
    bool found = find_congress(arena, article, &best) || congress_unnumbered(arena, article->title, &best) ||
                 (article->n_paragraphs && congress_unnumbered(arena, sentence_head(article->paragraphs[0], 0), &best));
    if (!found)
        return;
    article->congress = NEW(arena, struct congress);
    *article->congress = best.congress;
    struct str unit = draft->source.p ? draft->source : draft->head.source;
    if (congress_of_unit(arena, unit, article->congress))
        *PUSH(arena, &draft->notes) = (struct note){ NOTE_GUESSED, STR("whose congress it is, only the page's source tells") };
}

static enum session session_of(struct str s)
{
    bool open = phrase_in(PHRASE_SESSION_OPEN, s), close = phrase_in(PHRASE_SESSION_CLOSE, s);
    if (open != close)
        return open ? SESSION_OPENING : SESSION_CLOSING;
    return open || phrase_in(PHRASE_SESSION_FULL, s) ? SESSION_FULL : SESSION_NONE;
}

/* The session that the sentences of s tell which name a congress: the first that does. */
static enum session session_told(struct arena *arena, struct str s)
{
    enum session session = SESSION_NONE;
    struct mention m;
    size_t at = 0;
    for (int looks = 0; looks < SESSION_LOOKS && session == SESSION_NONE && congress_next(arena, s, &at, &m); looks++) {
        session = session_of(str_sub(s, m.at, clause_end(s, m.at + m.len)));
        if (session == SESSION_NONE)
            session = session_of(sentence_head(s, m.at));
        if (session == SESSION_NONE && !m.past && congress_is_called(s, &m))
            session = SESSION_FULL;
    }
    return session;
}

/* By the title, else by the sentence that names the congress. A text that opens it and then closes it tells of the whole. */
static void set_session(struct arena *arena, struct article *article)
{
    if (!article->congress)
        return;
    article->session = session_of(article->title);
    if (article->session == SESSION_NONE)
        article->session = session_of(article->subtitle);
    if (article->session != SESSION_NONE)
        return;
    for (size_t i = 0; i < article->n_paragraphs && article->session != SESSION_FULL && article->session != SESSION_CLOSING; i++) {
        enum session told = session_told(arena, article->paragraphs[i]);
        if (article->session == SESSION_NONE)
            article->session = told;
        else if (told == SESSION_CLOSING)
            article->session = SESSION_FULL;
    }
    if (article->session == SESSION_NONE && article->n_paragraphs)
        article->session = session_of(sentence_head(article->paragraphs[0], 0));
}

/* 代表350名, with 代表 at `at`. */
static int delegates_behind(struct str s, size_t at)
{
    static const struct str between[] = { STR_INIT("共有"), STR_INIT("共计"), STR_INIT("共"), STR_INIT("应到"), STR_INIT("实到"),
                                          STR_INIT("近"), STR_INIT("约") };
    size_t behind = at + word_at(s, at, STR("代表"));
    for (size_t i = 0; i < sizeof between / sizeof *between; i++)
        behind += word_at(s, behind, between[i]);
    while (behind < s.n && is_blank(utf8_at(s, behind)))
        utf8_next(s, &behind);
    int n = han_number(s, &behind);
    bool counted = word_at(s, behind, STR("名")) || word_at(s, behind, STR("人")) || word_at(s, behind, STR("位"));
    return n >= DELEGATES_LEAST && counted ? n : -1;
}

/* Bytes behind a number and its counter (余名) up to the 代表 they count, or 0: 298名職工代表, 1500多名来自各地的某某代表 (*round). */
static size_t counted_delegates(struct str s, size_t at, bool *round)
{
    size_t start = at;
    while (at < s.n && is_blank(utf8_at(s, at)))
        utf8_next(s, &at);
    size_t more = word_at(s, at, STR("余"));
    more = more ? more : word_at(s, at, STR("多"));
    *round = more > 0;
    at += more;
    size_t counter = word_at(s, at, STR("名"));
    counter = counter ? counter : word_at(s, at, STR("位"));
    at += counter;
    bool far = word_at(s, at, STR("来自")) > 0;
    for (int i = 0; counter && i < (far ? FAR_CHARS : NEAR_CHARS) && at < s.n; i++) {
        if (word_at(s, at, STR("代表")) && !word_at(s, at, STR("代表团")) && !word_at(s, at, STR("代表大会")))
            return at - start;
        uint32_t c = utf8_next(s, &at);
        if (!is_han(c) && !char_in(c, STR("、()")))
            break;
    }
    return 0;
}

/* The first number of delegates in the opening paragraphs. Those whom the congress elects (选出36名代表) and a part of them (其中) do
 * not count. */
static int delegates_in(struct str s, bool *round)
{
    bool aside = false;
    *round = false;
    for (size_t at = 0; at < s.n;) {
        size_t behind = at;
        int n = han_number(s, &behind);
        if (n < 0) {
            bool guests = at >= 6 && (word_at(s, at - 6, STR("特邀")) || word_at(s, at - 6, STR("列席")));
            bool other = guests || (at >= 12 && word_at(s, at - 12, STR("代表大会"))); /* 出席市第七次代表大会代表26名 */
            if (!aside && !other && word_at(s, at, STR("代表")) && (n = delegates_behind(s, at)) > 0)
                return n;
            aside |= word_at(s, at, STR("选举")) || word_at(s, at, STR("选出")) || word_at(s, at, STR("其中"));
            uint32_t c = utf8_next(s, &at);
            aside = aside && !is_stop(c) && !is_pause(c);
            continue;
        }
        at = behind;
        if (n >= DELEGATES_LEAST && !aside && counted_delegates(s, behind, round))
            return n;
    }
    return -1;
}

/* A round number (400多名) gives way to an exact one that it may mean (正式代表448名). */
static void set_delegates(struct article *article)
{
    bool open = true;
    article->delegates = -1;
    for (size_t i = 0; i < article->n_paragraphs && i < LEAD_PARAGRAPHS && open; i++) {
        bool round;
        int n = delegates_in(article->paragraphs[i], &round), said = article->delegates;
        if (n < 0 || (said >= 0 && (round || n < said || n >= said * 2)))
            continue;
        article->delegates = n;
        open = round;
    }
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

static void set_dates(struct arena *arena, struct draft *draft, struct article *article)
{
    struct date published = date_read(draft->published.p ? draft->published : draft->head.published);
    if (!published.year)
        published = event_page_day(article);
    struct date event = event_day(article, published);
    article->published = date_iso(arena, published);
    article->source = draft->source.p ? draft->source : draft->head.source;
    if (!event.day)
        return;
    article->date_from = DATE_PRINTED;
    if (!event.year)
        event.year = year_inferred(event, published, article, &article->date_from);
    article->date = date_iso(arena, event);
    if (article->date_from == DATE_INFERRED)
        *PUSH(arena, &draft->notes) = (struct note){ NOTE_GUESSED, STR("the year of the event is inferred from the text") };
    if (article->date_from == DATE_PUBLISHED)
        *PUSH(arena, &draft->notes) = (struct note){ NOTE_GUESSED, STR("the year of the event is that of publishing") };
}

void shape(struct arena *arena, struct draft *draft, struct article *article)
{
    *article = (struct article){ 0 };
    title_take(arena, draft, article);
    set_paragraphs(arena, draft, article);
    set_congress(arena, draft, article);
    set_session(arena, article);
    set_dates(arena, draft, article);
    set_delegates(article);
    set_script(article);
    title_make_up(arena, draft, article);
    loss_note(arena, draft, article);
    redaction_note(arena, draft, article);
    repair_place(arena, draft, article);
    set_records(draft, article);
}

void shape_siblings(struct arena *arena, struct article *articles, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct date event = event_day(&articles[i], date_read(articles[i].published));
        for (size_t k = 0; k < n && !articles[i].date.p && event.day; k++)
            if (articles[k].date.p) {
                event.year = date_read(articles[k].date).year;
                articles[i].date = date_iso(arena, event);
                articles[i].date_from = DATE_INFERRED;
            }
    }
}
