/* A reader at a desk: fed with keys and sizes, its questions answered from made-up reports. Include it behind cmocka.h. */
#ifndef DAHUI_TESTS_DESK_H
#define DAHUI_TESTS_DESK_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/language.h"
#include "base/buf.h"
#include "find/order.h"
#include "grid_check.h"
#include "reports.h"
#include "ui/ui.h"

enum { DESK_ARTICLES = 40, DESK_WAITING = 64, PARAGRAPHS = 30 };

/* A reader, what it asked for last, and the screen as it was drawn last. */
struct desk {
    struct arena arena, screen_arena, answer_arena;
    const struct article *articles[DESK_ARTICLES]; /* the library: these, */
    size_t n;
    size_t many; /* or so many reports that are made up when they are asked for, three of a congress */
    unsigned char *signs; /* of `many` */
    struct ui *ui;
    struct effect effect;  /* the last that is more than asking for what is in sight */
    size_t remembered;     /* questions */
    size_t asked[N_EFFECTS];      /* how many of each kind there were */
    int rows, cols;
    struct grid grid;
    struct mark mark;  /* the last that was kept; number 0: none */
    bool is_left;      /* another session has left every report */
    struct place left; /* here */
    uint64_t passages_asked; /* the number of the question for them, last */
    bool passages_late; /* they do not come with the entries */
    bool waits; /* reports and captures are not answered by themselves */
    bool begins; /* a report is answered by its beginning; the rest comes with give_rest */
    size_t lacks; /* paragraphs at its start */
    struct effect begun;
    bool waits_all; /* nor is anything: it stands in `waiting` */
    struct effect waiting[DESK_WAITING];
    size_t n_waiting;
};


/* Report number i: thirty paragraphs that say which they are, and a section at every fifth. */
static inline const struct article *made_up(struct arena *arena, size_t i)
{
    const char *text[PARAGRAPHS + 1];
    for (size_t k = 0; k < PARAGRAPHS; k++) {
        struct buf buf = buf_make(arena, 4000);
        if (k % 5 == 0)
            buf_add_format(&buf, "第%zu节：", k / 5 + 1);
        buf_add_format(&buf, "第%zu篇的第%zu段。", i + 1, k + 1);
        for (size_t n = 0; n < (k * 7 + i) % 9; n++)
            buf_add_cstr(&buf, "代表们在会上畅谈体会，一致表示（无论何时）要把工作做好。");
        buf_add_bytes(&buf, "", 1);
        text[k] = buf.p;
    }
    text[PARAGRAPHS] = NULL;
    struct buf title = buf_make(arena, 1000);
    buf_add_format(&title, "某市第%zu次代表大会开幕", i + 1);
    buf_add_bytes(&title, "", 1);
    struct article *article = report_make(arena, title.p, text);
    article->congress = congress_make(arena, title.p, "某市", "代表大会", (int)i + 1);
    article->date = i % 2 ? STR("2020-01-02") : STR("2019");
    article->outline = NEW_N(arena, struct heading, PARAGRAPHS / 5);
    article->n_outline = PARAGRAPHS / 5;
    for (size_t k = 0; k < article->n_outline; k++)
        article->outline[k] = (struct heading){ 1 + (int)(k % 3), HEADING_NUMBERED, str_sub(article->paragraphs[5 * k], 0, 10), 5 * k, 0 };
    return article;
}

static inline void desk_update(struct desk *desk, const struct event *event);

/* The listing of `many`: every third begins a congress. A query is a number: those that end with it. */
static inline struct listing list_many(const struct desk *desk, struct arena *arena, const struct effect *effect)
{
    size_t n = 0, unit = 1, rest = 0;
    for (size_t i = 0; i < effect->query.n; i++) {
        if (effect->query.p[i] < '0' || effect->query.p[i] > '9')
            continue;
        unit *= 10;
        rest = rest * 10 + (size_t)(effect->query.p[i] - '0');
    }
    uint32_t *v = NEW_N(arena, uint32_t, desk->many + 1);
    for (size_t i = 0; i < desk->many; i++) {
        size_t number = effect->reverse ? desk->many - 1 - i : i;
        if (number % unit != rest)
            continue;
        bool first = n == 0 || (v[n - 1] & LISTED_NUMBER) / 3 != number / 3;
        v[n++] = (uint32_t)number | (first ? LISTED_FIRST : 0);
    }
    return (struct listing){ .v = v, .n = n, .total = desk->many };
}

static inline struct listing list_articles(const struct desk *desk, struct arena *arena, const struct effect *effect)
{
    const struct article **v = NEW_N(arena, const struct article *, desk->n + 1);
    uint32_t *numbers = NEW_N(arena, uint32_t, desk->n + 1);
    size_t n = 0;
    for (size_t i = 0; i < desk->n; i++)
        if (str_has(desk->articles[i]->title, effect->query))
            v[n++] = desk->articles[i];
    order_articles(arena, v, n, effect->order, effect->reverse);
    for (size_t i = 0; i < n; i++) {
        while (desk->articles[numbers[i]] != v[i])
            numbers[i]++;
        numbers[i] |= i == 0 || !same_congress(v[i - 1], v[i]) ? LISTED_FIRST : 0;
    }
    return (struct listing){ .v = numbers, .n = n, .total = desk->n };
}

/* A query with a quote makes no sense. */
static inline void answer_order(struct desk *desk, const struct effect *effect, struct event *event)
{
    static struct listing listing;
    event->kind = EVENT_ORDER;
    if (str_has(effect->query, STR("\""))) {
        event->message = STR("unclosed quote at column 1 of the query");
        return;
    }
    listing = desk->many ? list_many(desk, &desk->answer_arena, effect) : list_articles(desk, &desk->answer_arena, effect);
    event->listing = &listing;
}

/* What the catalogue knows of the report number i of many. */
static inline struct entry entry_made_up(struct arena *arena, uint32_t i)
{
    struct entry entry = { .number = i, .has_congress = true, .chars = i, .date_from = DATE_PRINTED };
    struct buf title = buf_make(arena, 200), date = buf_make(arena, 20);
    snprintf(entry.id, sizeof entry.id, "%016x", (unsigned)i);
    buf_add_format(&title, "某市第%u次代表大会第%u号", (unsigned)i / 3 + 1, (unsigned)i);
    buf_add_format(&date, "%u-01-0%u", 1900 + (unsigned)(i / 3 % 120), (unsigned)i % 3 + 1);
    entry.title = buf_str(&title);
    entry.date = buf_str(&date);
    entry.congress = (struct congress){ .name = str_sub(entry.title, 0, str_find(entry.title, STR("第"), 8)), .place = STR("某市"),
                                        .kind = STR("代表大会"), .ordinal = (int)i / 3 + 1 };
    return entry;
}

/* What stands between the quotes of a query; all of one that has none, or but one. */
static inline struct str unquoted(struct str query)
{
    bool quoted = query.n > 2 && str_starts(query, STR("\"")) && query.p[query.n - 1] == '"';
    return quoted ? str_sub(query, 1, query.n - 1) : query;
}

/* The places of a report where the query stands as it is; the second word that a query of two has is passed over. */
static inline struct matches matches_in(struct arena *arena, const struct article *article, struct str query)
{
    query = unquoted(query);
    ARRAY(struct hit) hits = { 0 };
    for (size_t i = 0; article && i < article->n_paragraphs; i++)
        for (size_t at = 0; (at = str_find(article->paragraphs[i], query, at)) != STR_NONE; at += query.n)
            *PUSH(arena, &hits) = (struct hit){ i, at, at + query.n };
    unsigned char *words = NEW_N(arena, unsigned char, hits.n + 1);
    for (size_t i = 0; i < hits.n; i++)
        words[i] = (unsigned char)(i % 5);
    return (struct matches){ hits.v, words, hits.n };
}

static inline struct matches matches_of(const struct desk *desk, struct arena *arena, uint32_t number, struct str query)
{
    return matches_in(arena, desk->many ? NULL : desk->articles[number], query);
}

static inline struct passages *passages_of(struct desk *desk, const struct effect *effect)
{
    struct arena *arena = &desk->answer_arena;
    struct passages *all = NEW_N(arena, struct passages, effect->n_reports);
    for (size_t i = 0; i < effect->n_reports; i++) {
        struct matches matches = matches_of(desk, arena, effect->reports[i], effect->query);
        struct passage *v = NEW_N(arena, struct passage, PASSAGES_MOST);
        all[i] = (struct passages){ .v = v, .n = matches.n < PASSAGES_MOST ? matches.n : PASSAGES_MOST, .bar = { 1, 0, 9 } };
        for (size_t k = 0; k < all[i].n; k++) {
            struct str paragraph = desk->articles[effect->reports[i]]->paragraphs[matches.v[k].paragraph];
            v[k] = (struct passage){ matches.v[k], str_sub(paragraph, 0, matches.v[k].from), effect->query,
                                     str_sub(paragraph, matches.v[k].to, paragraph.n), matches.words[k] };
        }
    }
    return all;
}

/* Findings of `many` are those whose number ends with the query. */
static inline void answer_search(struct desk *desk, const struct effect *effect, struct event *event)
{
    static struct findings_so_far found;
    event->kind = EVENT_FOUND;
    if (str_has(unquoted(effect->query), STR("\""))) {
        event->message = STR("unclosed quote at column 1 of the query");
        return;
    }
    size_t n = desk->many ? desk->many : desk->n;
    struct finding *v = NEW_N(&desk->answer_arena, struct finding, n + 1);
    found = (struct findings_so_far){ .v = v, .over = true };
    struct listing listing = desk->many ? list_many(desk, &desk->answer_arena, effect) : (struct listing){ .n = n };
    for (size_t i = 0; i < listing.n; i++) {
        uint32_t number = desk->many ? listing.v[i] & LISTED_NUMBER : (uint32_t)i;
        size_t matches = desk->many ? i % 30 : matches_of(desk, &desk->answer_arena, number, effect->query).n;
        if (matches > 0 || desk->many)
            v[found.n++] = (struct finding){ number, (uint32_t)matches };
        found.matches += matches;
    }
    event->found = &found;
}

static inline void answer_words(const struct effect *effect, struct event *event)
{
    static const struct str known[] = { STR_INIT("第1篇"), STR_INIT("第2篇"), STR_INIT("第3篇") };
    static struct words words;
    words = (struct words){ known, effect->query.n % 4 };
    event->kind = EVENT_WORDS;
    event->words = &words;
}

static inline void answer_entries(struct desk *desk, const struct effect *effect, struct event *event)
{
    static struct entries entries;
    struct entry *v = NEW_N(&desk->answer_arena, struct entry, effect->n_reports);
    unsigned char *signs = NEW_N(&desk->answer_arena, unsigned char, effect->n_reports);
    for (size_t i = 0; i < effect->n_reports; i++) {
        uint32_t number = effect->reports[i];
        assert_true(number < (desk->many ? desk->many : desk->n));
        v[i] = desk->many ? entry_made_up(&desk->answer_arena, number) : entry_of(desk->articles[number], number);
        signs[i] = desk->signs ? desk->signs[number] : 0;
    }
    event->kind = EVENT_ENTRIES;
    entries = (struct entries){ .v = v, .signs = signs, .n = effect->n_reports };
    if (effect->query.n && desk->passages_late)
        entries.left = entries.n;
    else if (effect->query.n)
        entries.passages = passages_of(desk, effect);
    event->entries = &entries;
}

/* The first third of a report, without its first `lacks` paragraphs. */
static inline const struct article *beginning_of(struct desk *desk, const struct article *article)
{
    struct article *beginning = NEW(&desk->arena, struct article);
    *beginning = *article;
    beginning->is_beginning = true;
    beginning->id[0] = '\0';
    beginning->paragraphs += desk->lacks;
    beginning->n_paragraphs = article->n_paragraphs / 3;
    beginning->n_outline = desk->lacks ? 0 : article->n_outline / 3;
    return beginning;
}

static inline void answer_report(struct desk *desk, const struct effect *effect, struct event *event)
{
    if (effect->kind == EFFECT_SOURCE) {
        static const char *const lines[] = { "<p>原始的第一行", "", "原始的第三行</p>", NULL };
        struct article *capture = report_make(&desk->arena, "", lines);
        capture->is_capture = true;
        event->article = capture;
    } else {
        assert_true(effect->report < (desk->many ? desk->many : desk->n));
        event->article = desk->many ? made_up(&desk->arena, effect->report) : desk->articles[effect->report];
        if (script_differs(event->article, effect->script))
            event->article = article_turned(&desk->arena, event->article, NULL, NULL);
        if (effect->query.n) {
            static struct matches matches;
            matches = matches_in(&desk->answer_arena, event->article, effect->query);
            event->matches = &matches;
        }
        event->place = desk->is_left ? &desk->left : NULL;
        if (desk->begins) {
            desk->begun = *effect;
            *event = (struct event){ .kind = EVENT_ANSWER, .number = effect->number, .article = beginning_of(desk, event->article) };
        }
    }
}

static const unsigned some_years[] = { 1, 0, 4 };
static struct roster_row some_rows[] = {
    { .text = STR_INIT("白玉平"), .roles = STR_INIT("主席"), .n_reports = 3, .first = 2017, .last = 2019 },
    { .text = STR_INIT("第1篇"), .roles = STR_INIT(""), .n_reports = 1, .first = 2017, .last = 2019, .years = some_years },
};
static const struct roster some_people = { .v = some_rows, .n = 2 }, some_terms = { .v = some_rows, .n = 2, .terms = true };

static inline void give(struct desk *desk, const struct effect *effect)
{
    static struct marks marks;
    struct event event = { .kind = EVENT_ANSWER, .number = effect->number };
    if (effect->whole && desk->begins) {
        desk->begun = *effect;
        return;
    }
    switch (effect->kind) {
    case EFFECT_OPEN:
    case EFFECT_SOURCE: answer_report(desk, effect, &event); break;
    case EFFECT_ORDER: answer_order(desk, effect, &event); break;
    case EFFECT_ENTRIES: answer_entries(desk, effect, &event); break;
    case EFFECT_SEARCH: answer_search(desk, effect, &event); break;
    case EFFECT_SUGGEST: answer_words(effect, &event); break;
    case EFFECT_JUMP:
        event.kind = EVENT_JUMP;
        event.position = effect->forward ? effect->position + 30 : effect->position - 30;
        event.message = STR("没有了");
        break;
    case EFFECT_MARK:
        desk->mark = *effect->mark;
        desk->mark.quote = arena_str(&desk->arena, desk->mark.quote);
        desk->mark.text = arena_str(&desk->arena, desk->mark.text);
        desk->mark.number = 1;
        if (effect->article)
            memcpy(desk->mark.id, effect->article->id, sizeof desk->mark.id);
        event.kind = EVENT_MARKS;
        marks = (struct marks){ &desk->mark, 1, 1 };
        event.marks = &marks;
        desk_update(desk, &event);
        event.kind = EVENT_SAID;
        event.message = STR("marked");
        break;
    case EFFECT_UNMARK:
        desk->mark = (struct mark){ .number = 0 };
        __attribute__((fallthrough));
    case EFFECT_MARKS:
        event.kind = EVENT_MARKS;
        marks = (struct marks){ &desk->mark, desk->mark.number != 0, 1 };
        event.marks = &marks;
        break;
    case EFFECT_RETURN:
        event.kind = EVENT_LEFT;
        event.article = effect->article;
        event.place = &desk->left;
        if (!desk->is_left)
            return;
        break;
    case EFFECT_TO_MARK:
        event.kind = EVENT_PLACE;
        event.place = desk->mark.number && (effect->mark || effect->letter == desk->mark.letter) ? &desk->mark.place : NULL;
        event.message = STR("no such mark");
        break;
    case EFFECT_ROSTER:
        event.kind = EVENT_ROSTER;
        for (size_t i = 0; i < some_people.n; i++)
            some_rows[i].folded = fold(&desk->arena, some_rows[i].text).text;
        event.roster = effect->terms ? &some_terms : &some_people;
        break;
    default: return;
    }
    desk_update(desk, &event);
    arena_reset(&desk->answer_arena);
}

/* The rest of the report that was begun last, or of an earlier one. */
static inline void give_rest(struct desk *desk, struct effect begun)
{
    desk->begins = false;
    give(desk, &begun);
    desk->begins = true;
}

static inline bool is_report(const struct effect *effect)
{
    return effect->kind == EFFECT_OPEN || effect->kind == EFFECT_SOURCE;
}

static inline void desk_update(struct desk *desk, const struct event *event)
{
    struct effects effects = ui_update(desk->ui, event);
    for (size_t i = 0; i < effects.n; i++) {
        struct effect *effect = &effects.v[i];
        desk->asked[effect->kind]++;
        if (effect->kind == EFFECT_RECALL || effect->kind == EFFECT_VIEW)
            continue; /* nobody at a desk keeps anything */
        if (effect->kind != EFFECT_ORDER && effect->kind != EFFECT_ENTRIES)
            desk->effect = *effect;
        if (effect->kind == EFFECT_ENTRIES && effect->query.n && effect->number > desk->passages_asked)
            desk->passages_asked = effect->number;
        if (effect->kind == EFFECT_REMEMBER)
            desk->remembered++;
        if (effect->kind == EFFECT_SIGNS && desk->signs)
            desk->signs[effect->report] = effect->signs;
        if (desk->waits_all && desk->n_waiting < DESK_WAITING)
            desk->waiting[desk->n_waiting++] = *effect;
        else if (!desk->waits || !is_report(effect))
            give(desk, effect);
    }
}

static inline void feed(struct desk *desk, struct event event)
{
    desk->effect = (struct effect){ .kind = EFFECT_NONE };
    desk_update(desk, &event);
}

static inline void resize(struct desk *desk, int rows, int cols)
{
    desk->rows = rows;
    desk->cols = cols;
    feed(desk, (struct event){ .kind = EVENT_SIZE, .rows = rows, .cols = cols });
}

static inline void type(struct desk *desk, const char *script)
{
    struct str rest = str_of(script);
    while (rest.n) {
        uint32_t key;
        size_t taken = key_read(rest, &key);
        assert_true(taken > 0);
        feed(desk, (struct event){ .kind = EVENT_KEY, .key = key });
        rest = str_sub(rest, taken, rest.n);
    }
}

/* Draws the screen and holds what must be true of all: its text, good until the next. */
static inline struct str look(struct desk *desk)
{
    arena_reset(&desk->screen_arena);
    desk->grid = grid_make(&desk->screen_arena, desk->rows, desk->cols);
    ui_view(desk->ui, &desk->grid);
    check_grid(&desk->grid);
    assert_in_range(desk->grid.cursor_row, 0, desk->rows - 1);
    assert_in_range(desk->grid.cursor_col, 0, desk->cols - 1);
    if (desk->rows >= 3 && desk->cols >= 12) {
        for (int col = 0; col < desk->cols; col++) {
            int style = grid_cell(&desk->grid, desk->rows - 1, col)->style;
            assert_true(style == STYLE_STATUS || style == STYLE_MESSAGE || style == STYLE_PROMPT || style == STYLE_MARK);
        }
    }
    return grid_text(&desk->screen_arena, &desk->grid);
}

static inline bool shows(struct desk *desk, const char *text)
{
    return str_has(look(desk), str_of(text));
}

#define assert_shows(desk, text) \
    do { \
        if (!shows(desk, text)) \
            fail_msg("no '%s' on\n%.*s", text, (int)look(desk).n, look(desk).p); \
    } while (0)

static struct desk desk;

static inline void begin_reader(int rows, int cols)
{
    language_speak("zh_CN", BUILD_DIR "/locale");
    desk.ui = ui_create(STR(""));
    resize(&desk, rows, cols);
}

static inline void begin_with(size_t n, int rows, int cols)
{
    desk.n = n;
    for (size_t i = 0; i < n; i++)
        desk.articles[i] = made_up(&desk.arena, i);
    begin_reader(rows, cols);
}

static inline int clear_desk(void **state)
{
    (void)state;
    ui_destroy(desk.ui);
    arena_finish(&desk.arena);
    arena_finish(&desk.screen_arena);
    arena_finish(&desk.answer_arena);
    free(desk.signs);
    desk = (struct desk){ .ui = NULL };
    return 0;
}

/* The screen as it is now, kept. */
static inline struct str kept(void)
{
    return arena_str(&desk.arena, look(&desk));
}

#define AT_DESK(test) cmocka_unit_test_teardown(test, clear_desk)

#endif
