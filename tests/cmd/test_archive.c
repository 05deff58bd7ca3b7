/* Tests of what answers the reader's questions: listings, passages, jumps, and searching beside the reader. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <poll.h>

#include "base/buf.h"
#include "cmd/archive.h"
#include "cmd/fetcher.h"
#include "cmd/finder.h"
#include "cmd/lexicon.h"
#include "folder.h"
#include "cached.h"
#include "host/process.h"
#include "library/update.h"
#include "random.h"
#include "reports.h"

static struct library library;
static struct archive archive;
static struct arena arena;

/* A library of n reports in memory: of a few places, congresses and years. */
static void begin(struct dice *dice, size_t n)
{
    static const char *const places[] = { "安平县", "宝山区", "长宁县" };
    static const char *const paragraphs[] = { "职工之家，职工当家。", "主力军作用。", NULL };
    for (size_t i = 0; i < n; i++) {
        const char *place = places[roll_below(dice, 3)];
        int ordinal = 1 + (int)roll_below(dice, 3);
        struct buf name = buf_make(&arena, 200), date = buf_make(&arena, 20), text = buf_make(&arena, 200);
        buf_add_format(&name, "%s工会第%d次代表大会", place, ordinal);
        buf_add_bytes(&name, "", 1);
        buf_add_format(&date, "%zu-01-01", 2000 + roll_below(dice, 4));
        buf_add_format(&text, "这是第%zu号报告。", i);
        buf_add_bytes(&text, "", 1);
        struct article *article = report_make(&arena, name.p, roll_below(dice, 2) ? paragraphs : (const char *const[]){ text.p, NULL });
        article->congress = congress_make(&arena, name.p, place, "工会代表大会", ordinal);
        article->date = roll_below(dice, 9) ? buf_str(&date) : (struct str){ 0 };
        *PUSH(&library.arena, &library.articles) = article;
    }
    archive_open(&archive, &library);
}

static int end(void **state)
{
    (void)state;
    archive_close(&archive);
    library_finish(&library);
    arena_finish(&arena);
    return 0;
}

static int end_cached(void **state)
{
    end(state);
    return leave_folder(state);
}

static const struct findings *find(const char *question)
{
    static struct findings found;
    struct err err;
    found = (struct findings){ 0 };
    library_find(&library, &arena, query_parse(&arena, str_of(question), &err), &found, NULL, NULL);
    return &found;
}

/* Each congress of a narrowed listing begins with a mark, and there are no marks between. */
static void narrowed_listings(void **state)
{
    (void)state;
    struct dice dice = { 5 };
    begin(&dice, 100);
    const struct findings *found = find("职工之家");
    for (int order = 0; order < N_ORDERS; order++) {
        struct listing narrowed = { .total = 100 };
        narrowed.v = library_narrow(&library, &arena, (enum order_key)order, order % 2, found, &narrowed.n);
        const struct listing *listing = archive_narrow(&archive, &narrowed);
        assert_int_equal(listing->n, found->n);
        assert_int_equal(listing->total, 100);
        for (size_t i = 0; i < listing->n; i++) {
            const struct article *this = library.articles.v[listing->v[i] & LISTED_NUMBER];
            bool same = i > 0 && same_congress(library.articles.v[listing->v[i - 1] & LISTED_NUMBER], this);
            assert_int_equal(!same, (listing->v[i] & LISTED_FIRST) != 0);
        }
    }
}

static void read_reports_are_counted(void **state)
{
    (void)state;
    struct dice dice = { 5 };
    begin(&dice, 10);
    archive_sign(&archive, 7, SIGN_READ);
    archive_sign(&archive, 3, SIGN_STAR);
    assert_int_equal(archive_order(&archive, ORDER_GIVEN, false)->read, 1);
    struct entries entries = archive_entries(&archive, &arena, (const uint32_t[]){ 7, 3, 1 }, 3);
    assert_int_equal(entries.signs[0], SIGN_READ);
    assert_int_equal(entries.signs[1], SIGN_STAR);
    assert_int_equal(entries.signs[2], 0);
    assert_null(entries.passages);
}

/* What the reports of a run have in common, told the slow way. */
static bool alike(enum order_key order, size_t a, size_t b)
{
    const struct article *x = library.articles.v[archive.listing.v[a] & LISTED_NUMBER], *y = library.articles.v[archive.listing.v[b] & LISTED_NUMBER];
    switch (order) {
    case ORDER_PLACE: return str_eq(x->congress->place, y->congress->place);
    case ORDER_ORDINAL: return x->congress->ordinal == y->congress->ordinal;
    case ORDER_TITLE: return str_eq(str_sub(x->title, 0, 3), str_sub(y->title, 0, 3));
    default: return str_eq(str_sub(x->date, 0, 4), str_sub(y->date, 0, 4));
    }
}

static size_t step(size_t at, int by)
{
    do
        at += (size_t)by;
    while (at < archive.listing.n && !(archive.listing.v[at] & LISTED_FIRST));
    return at < archive.listing.n ? at : (size_t)-1;
}

static size_t jump_slowly(enum order_key order, size_t from, bool forward)
{
    while (!(archive.listing.v[from] & LISTED_FIRST))
        from--;
    size_t at = from;
    while (at != (size_t)-1 && alike(order, at, from))
        at = step(at, forward ? 1 : -1);
    for (size_t before = at; !forward && before != (size_t)-1 && alike(order, before, at); before = step(before, -1))
        from = before;
    return forward || at == (size_t)-1 ? at : from;
}

static void jumps(void **state)
{
    (void)state;
    struct dice dice = { 11 };
    for (int round = 0; round < 40; round++) {
        begin(&dice, 1 + roll_below(&dice, 60));
        enum order_key order = (enum order_key)roll_below(&dice, N_ORDERS);
        archive_order(&archive, order, roll_below(&dice, 2));
        for (size_t at = 0; at < archive.listing.n; at++)
            for (int forward = 0; forward < 2; forward++)
                assert_int_equal(archive_jump(&archive, order, at, forward), jump_slowly(order, at, forward));
        end(NULL);
    }
}

static void passages_and_their_words(void **state)
{
    (void)state;
    struct dice dice = { 5 };
    begin(&dice, 10);
    const struct findings *found = find("主力军 职工");
    assert_true(found->n > 0);
    uint32_t number = found->v[0].number;
    struct entries entries = archive_entries(&archive, &arena, &number, 1);
    const struct passages *passages = archive_passages(&archive, &arena, &entries, STR("主力军 职工"));
    assert_int_equal(passages->n, 3);
    assert_true(str_eq(passages->v[0].match, STR("职工")) && str_eq(passages->v[0].right, STR("之家，职工当家。")));
    assert_true(str_eq(passages->v[1].left, STR("职工之家，")));
    assert_true(str_eq(passages->v[2].match, STR("主力军")));
    assert_int_equal(passages->v[0].word, 1);
    assert_int_equal(passages->v[2].word, 0);
    size_t sum = 0;
    for (int i = 0; i < BAR_CELLS; i++)
        sum += passages->bar[i];
    assert_int_equal(sum, 3);
    assert_int_equal(passages->bar[0], 1);
}

/* As the list has them; by relevance what has it in its title first, then more matches before fewer, then as the files stand. */
static void orders_of_findings(void **state)
{
    (void)state;
    struct dice dice = { 5 };
    begin(&dice, 60);
    for (int key = ORDER_DATE; key < N_ORDERS; key++) {
        struct findings found = *find("职工|安平");
        size_t n;
        const uint32_t *numbers = library_narrow(&library, &arena, (enum order_key)key, false, &found, &n);
        assert_int_equal(found.n, n);
        library_arrange(&library, &found, (enum order_key)key);
        assert_int_equal(found.n, n);
        for (size_t i = 0; i < n; i++)
            assert_int_equal(found.v[i].number, numbers[i] & LISTED_NUMBER);
    }
    struct findings ranked = *find("职工|安平");
    library_arrange(&library, &ranked, ORDER_DATE);
    library_arrange(&library, &ranked, ORDER_GIVEN);
    findings_rank(&ranked);
    for (size_t i = 1; i < ranked.n; i++) {
        const struct found *x = &ranked.v[i - 1], *y = &ranked.v[i];
        bool titled = x->answer.in_title && !y->answer.in_title, equal = !x->answer.in_title == !y->answer.in_title;
        assert_true(titled || equal);
        assert_true(titled || x->answer.matches >= y->answer.matches);
        assert_true(titled || x->answer.matches > y->answer.matches || x->number < y->number);
    }
}

static void words_in_memory(void **state)
{
    (void)state;
    struct lexicon lexicon;
    struct dice dice = { 5 };
    begin(&dice, 60);
    lexicon_open(&lexicon, &library, NULL);
    assert_int_equal(lexicon_words(&lexicon, &arena, STR("cn"), 9).n, 0);
    lexicon_gather(&lexicon);
    assert_true(lexicon_rests(&lexicon));
    struct words offered = lexicon_words(&lexicon, &arena, STR("cn"), 9);
    assert_int_equal(offered.n, 1);
    assert_true(str_eq(offered.v[0], STR("长宁县")));
    assert_int_equal(lexicon_words(&lexicon, &arena, STR("qqq"), 9).n, 0);
    lexicon_close(&lexicon);
}

/* Waits for what is known next, of any question. */
static const struct effect *wait_known(struct finder *finder, const struct finder_answer **known)
{
    const struct effect *answered;
    while (!(answered = finder_answered(finder, known))) {
        struct pollfd on = { .fd = finder->bell ? finder->bell->ends[0] : -1, .events = POLLIN };
        poll(&on, 1, -1);
        bell_heard(finder->bell);
    }
    return answered;
}

/* Those that were let go of end soon. */
static void wait_rest(struct finder *finder)
{
    const struct finder_answer *known;
    while (!finder_rests(finder)) {
        assert_null(finder_answered(finder, &known));
        sleep_ms(1);
    }
}

/* A library of a folder through its cache: more reports than are told of first, one in a hundred of which says another thing. */
static void begin_cached(void)
{
    enum { REPORTS = 400 };
    static const char *const paths[] = { "lib" };
    char text[400], name[64];
    make_folder("lib");
    for (int i = 0; i < REPORTS; i++) {
        snprintf(name, sizeof name, "lib/%03d.txt", i);
        snprintf(text, sizeof text, "安平市工会第%d次代表大会开幕\n\n　　%d年1月1日，大会开幕。增强“四个意识”。%s职工%s。\n", i % 9 + 1, 1990 + i * 7 % 30,
                 i % 100 == 50 ? "独此一句，" : "", i % 3 ? "之家" : "与职工");
        write_file(name, text);
    }
    make_cache("lib");
    library_open(&library, paths, 1, NULL, LIBRARY_LOOK);
    assert_true(library_has_cache(&library));
}

/* A question of the same kind before the last one is never answered. */
static void the_last_question_is_answered(struct bell *bell)
{
    struct finder finder;
    const struct finder_answer *known;
    size_t all = find("大会开幕")->n;
    struct effect first = { .kind = EFFECT_SEARCH, .number = 1, .query = STR("职工") };
    struct effect second = { .kind = EFFECT_SEARCH, .number = 2, .query = STR("大会开幕") };
    struct effect bad = { .kind = EFFECT_ORDER, .number = 3, .report = NO_REPORT, .query = STR("\"") };
    finder_open(&finder, &library, bell);
    if (bell)
        finder_ask(&finder, &first, false);
    finder_ask(&finder, &second, false);
    finder_ask(&finder, &bad, false);
    for (bool good = false, refused = false; !good || !refused; finder_go_on(&finder)) {
        const struct effect *answered = wait_known(&finder, &known);
        assert_int_not_equal(answered->number, 1);
        if (answered->number == 3) {
            assert_true(known->bad && known->err.text[0]);
            refused = true;
        } else if (known->found.over) {
            assert_int_equal(known->found.n, all);
            good = true;
        }
    }
    wait_rest(&finder);
    finder_ask(&finder, &first, false); /* and closed in the middle of it */
    finder_close(&finder);
}

static void asked_at_once(void **state)
{
    (void)state;
    struct dice dice = { 5 };
    begin(&dice, 300);
    the_last_question_is_answered(NULL);
}

static void asked_beside(void **state)
{
    (void)state;
    struct bell bell;
    assert_true(bell_open(&bell));
    begin_cached();
    the_last_question_is_answered(&bell);
    bell_close(&bell);
}

/* Asks until the first ones are told of before the rest: a machine under load may find none in the time for that. */
static void ask_twice_told(struct finder *finder, const struct effect *effect, const struct finder_answer **known)
{
    enum { OFTEN = 1000 };
    for (int i = 0; i < OFTEN; i++) {
        finder_ask(finder, effect, false);
        wait_known(finder, known);
        if (effect->kind == EFFECT_SEARCH ? !(*known)->found.over : (*known)->listing.more)
            return;
        finder_go_on(finder);
    }
    fail_msg("the first ones are never told of");
}

/* Goes on until all is known. */
static void wait_all(struct finder *finder, const struct finder_answer **known)
{
    do {
        finder_go_on(finder);
        wait_known(finder, known);
    } while (!(*known)->all);
}

/* What is known first of a search is what its end begins with, in either order of the list. */
static void first_ones_first(void **state)
{
    (void)state;
    struct bell bell;
    struct finder finder;
    const struct finder_answer *known;
    assert_true(bell_open(&bell));
    begin_cached();
    finder_open(&finder, &library, &bell);
    for (int by = FOUND_BY_DATE; by < N_FOUND_ORDERS; by++) {
        struct effect search = { .kind = EFFECT_SEARCH, .by = (enum finding_order)by, .query = STR("职工") };
        struct finding first[400];
        ask_twice_told(&finder, &search, &known);
        size_t n = known->found.n;
        assert_true(!known->found.over && n > 0 && n < 400);
        memcpy(first, known->found.v, n * sizeof *first);
        wait_all(&finder, &known);
        assert_true(known->found.over);
        assert_int_equal(known->found.n, 400);
        assert_true(by == FOUND_BY_RELEVANCE || memcmp(first, known->found.v, n * sizeof *first) == 0);
        for (size_t i = 1; by == FOUND_BY_RELEVANCE && i < 400; i++)
            assert_true(known->found.v[i - 1].matches >= known->found.v[i].matches);
        finder_go_on(&finder);
    }
    finder_close(&finder);
    bell_close(&bell);
}

static bool lists(const struct listing *listing, uint32_t report)
{
    size_t i = 0;
    while (i < listing->n && (listing->v[i] & LISTED_NUMBER) != report)
        i++;
    return i < listing->n;
}

/* A narrowed list is told of twice, but where all is wanted; what is known first is about the report that the reader stands on, where that
 * answers. */
static void narrowed_about_the_reader(void **state)
{
    (void)state;
    struct bell bell;
    struct finder finder;
    const struct finder_answer *known;
    assert_true(bell_open(&bell));
    begin_cached();
    finder_open(&finder, &library, &bell);
    const uint32_t *numbers = library_order(&library, &arena, ORDER_DATE, true);
    const struct {
        uint32_t report;
        bool whole;
    } cases[] = { { NO_REPORT, false }, { numbers[0] & LISTED_NUMBER, false }, { numbers[200] & LISTED_NUMBER, false },
                  { numbers[399] & LISTED_NUMBER, false }, { NO_REPORT, true } };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct effect order = { .kind = EFFECT_ORDER, .order = ORDER_DATE, .reverse = true, .report = cases[i].report, .query = STR("职工") };
        if (cases[i].whole) {
            finder_ask(&finder, &order, true);
            wait_known(&finder, &known);
        } else {
            ask_twice_told(&finder, &order, &known);
            assert_true(known->listing.n < 400);
            assert_true(cases[i].report == NO_REPORT || lists(&known->listing, cases[i].report));
            assert_int_equal(lists(&known->listing, numbers[0] & LISTED_NUMBER), i < 2);
            wait_all(&finder, &known);
        }
        assert_true(known->all && !known->listing.more);
        assert_int_equal(known->listing.n, 400);
        assert_int_equal(known->listing.total, 400);
        finder_go_on(&finder);
        wait_rest(&finder);
    }
    finder_close(&finder);
    bell_close(&bell);
}

static void count_heard(void *context, const struct found *found)
{
    assert_true(found->answer.yes);
    ++*(size_t *)context;
}

/* Who watches hears of what is found. */
static void watched(void **state)
{
    (void)state;
    begin_cached();
    assert_int_equal(find("独此一句")->n, 4);
    size_t heard = 0;
    struct findings found = { 0 };
    library_find(&library, &arena, query_parse(&arena, STR("/独.一句/"), NULL), &found, NULL, &(struct watch){ count_heard, &heard });
    assert_int_equal(found.n, 4);
    assert_true(heard >= 1 && heard <= 4);
}

/* The words of a cache, set phrases among them, are known when the bell has rung. */
static void words_beside(void **state)
{
    (void)state;
    struct bell bell;
    struct lexicon lexicon;
    assert_true(bell_open(&bell));
    begin_cached();
    lexicon_open(&lexicon, &library, &bell);
    lexicon_gather(&lexicon);
    while (!lexicon_has_news(&lexicon))
        poll(&(struct pollfd){ .fd = bell.ends[0], .events = POLLIN }, 1, -1);
    assert_true(lexicon_rests(&lexicon));
    struct words offered = lexicon_words(&lexicon, &arena, STR("sgys"), 9);
    assert_int_equal(offered.n, 1);
    assert_true(str_eq(offered.v[0], STR("四个意识")));
    assert_int_equal(lexicon_words(&lexicon, &arena, STR("anps"), 9).n, 1);
    lexicon_gather(&lexicon); /* the library is as large as it was */
    assert_true(lexicon_rests(&lexicon));
    lexicon_close(&lexicon);
    bell_close(&bell);
}

/* Passages come in pieces, each once and in order; those of a batch that another follows are not told any more. */
static void fetched_beside(void **state)
{
    (void)state;
    enum { MANY = 30 };
    struct bell bell;
    struct fetcher fetcher;
    uint32_t numbers[MANY];
    assert_true(bell_open(&bell));
    begin_cached();
    archive_open(&archive, &library);
    for (uint32_t i = 0; i < MANY; i++)
        numbers[i] = i;
    struct entries entries = archive_entries(&archive, &arena, numbers, MANY);
    struct passages *wanted = archive_passages(&archive, &arena, &entries, STR("职工"));
    fetcher_open(&fetcher, &bell);
    fetcher_ask(&fetcher, &(struct effect){ .number = 1, .query = STR("大会") }, &entries);
    fetcher_ask(&fetcher, &(struct effect){ .number = 2, .query = STR("开幕") }, &entries);
    fetcher_ask(&fetcher, &(struct effect){ .number = 3, .query = STR("职工") }, &entries);
    for (size_t seen = 0; seen < MANY;) {
        struct entries some;
        uint64_t number;
        struct pollfd on = { .fd = bell.ends[0], .events = POLLIN };
        if (!fetcher_fetched(&fetcher, &some, &number)) {
            poll(&on, 1, -1);
            bell_heard(&bell);
            continue;
        }
        assert_int_equal(number, 3);
        for (size_t i = 0; i < some.n; i++, seen++) {
            assert_int_equal(some.v[i].number, seen);
            assert_int_equal(some.passages[i].n, wanted[seen].n);
            assert_true(str_eq(some.passages[i].v[0].right, wanted[seen].v[0].right));
        }
        assert_int_equal(some.left, MANY - seen);
    }
    fetcher_ask(&fetcher, &(struct effect){ .number = 4, .query = STR("职工") }, &entries);
    fetcher_close(&fetcher);
    bell_close(&bell);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(narrowed_listings, end),
        cmocka_unit_test_teardown(read_reports_are_counted, end),
        cmocka_unit_test(jumps),
        cmocka_unit_test_teardown(passages_and_their_words, end),
        cmocka_unit_test_teardown(orders_of_findings, end),
        cmocka_unit_test_teardown(words_in_memory, end),
        cmocka_unit_test_setup_teardown(words_beside, enter_folder, end_cached),
        cmocka_unit_test_teardown(asked_at_once, end),
        cmocka_unit_test_setup_teardown(asked_beside, enter_folder, end_cached),
        cmocka_unit_test_setup_teardown(first_ones_first, enter_folder, end_cached),
        cmocka_unit_test_setup_teardown(narrowed_about_the_reader, enter_folder, end_cached),
        cmocka_unit_test_setup_teardown(watched, enter_folder, end_cached),
        cmocka_unit_test_setup_teardown(fetched_beside, enter_folder, end_cached),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
