/* Tests of what answers the reader's questions: listings, passages, jumps, and searching beside the reader. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <poll.h>

#include "base/buf.h"
#include "cmd/archive.h"
#include "cmd/finder.h"
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

static const struct findings *find(const char *question)
{
    static struct findings found;
    struct err err;
    found = (struct findings){ 0 };
    library_find(&library, &arena, query_parse(&arena, str_of(question), &err), &found, NULL);
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
        const struct listing *listing = archive_order(&archive, (enum order_key)order, order % 2, found);
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
    assert_int_equal(archive_order(&archive, ORDER_GIVEN, false, NULL)->read, 1);
    struct entries entries = archive_entries(&archive, &arena, (const uint32_t[]){ 7, 3, 1 }, 3, STR(""));
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
        archive_order(&archive, order, roll_below(&dice, 2), NULL);
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
    struct entries entries = archive_entries(&archive, &arena, &number, 1, STR("主力军 职工"));
    const struct passages *passages = entries.passages;
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

static void orders_of_findings(void **state)
{
    (void)state;
    struct dice dice = { 5 };
    begin(&dice, 60);
    const struct findings *found = find("职工|安平");
    for (int by = 0; by < N_FOUND_ORDERS; by++) {
        struct findings_so_far all = archive_found(&archive, &arena, found, (enum finding_order)by);
        size_t matches = 0;
        assert_int_equal(all.n, found->n);
        assert_true(all.over);
        for (size_t i = 0; i < all.n; i++)
            matches += all.v[i].matches;
        assert_int_equal(matches, all.matches);
        for (size_t i = 1; i < all.n; i++) {
            const struct article *x = library.articles.v[all.v[i - 1].report], *y = library.articles.v[all.v[i].report];
            bool titled = str_has(x->title, STR("安平")) || !str_has(y->title, STR("安平"));
            assert_true(by != FOUND_BY_RELEVANCE || titled);
            assert_true(by != FOUND_BY_DATE || y->date.p == NULL || (x->date.p && str_cmp(x->date, y->date) <= 0));
        }
    }
}

static void words(void **state)
{
    (void)state;
    struct dice dice = { 5 };
    begin(&dice, 60);
    struct words offered = archive_words(&archive, &arena, STR("cn"), 9);
    assert_int_equal(offered.n, 1);
    assert_true(str_eq(offered.v[0], STR("长宁县")));
    assert_int_equal(archive_words(&archive, &arena, STR("qqq"), 9).n, 0);
}

/* Waits for the answer to the last question; a question of the same kind before it is never answered. */
static void asked_beside(void **state)
{
    (void)state;
    struct dice dice = { 5 };
    for (int at_once = 0; at_once < 2; at_once++) {
        struct finder finder;
        begin(&dice, 300);
        size_t all = find("号报告")->n;
        finder_open(&finder, &library, at_once);
        struct effect first = { .kind = EFFECT_SEARCH, .number = 1, .query = STR("职工") };
        struct effect second = { .kind = EFFECT_SEARCH, .number = 2, .query = STR("号报告") };
        struct effect bad = { .kind = EFFECT_ORDER, .number = 3, .query = STR("\"") };
        if (!at_once)
            finder_ask(&finder, &first);
        finder_ask(&finder, &second);
        finder_ask(&finder, &bad);
        bool good = false, refused = false;
        while (!good || !refused) {
            struct pollfd on = { .fd = finder.bell.ends[0], .events = POLLIN };
            if (!at_once)
                poll(&on, 1, -1);
            const struct effect *answered = finder_answered(&finder);
            if (!answered)
                continue;
            assert_int_not_equal(answered->number, 1);
            if (answered->number == 2) {
                assert_int_equal(finder.found.n, all);
                good = true;
            } else {
                assert_true(finder.bad && finder.err.text[0]);
                refused = true;
            }
            finder_go_on(&finder);
        }
        assert_true(finder_rests(&finder));
        finder_ask(&finder, &first); /* and closed in the middle of it */
        finder_close(&finder);
        end(NULL);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(narrowed_listings, end),
        cmocka_unit_test_teardown(read_reports_are_counted, end),
        cmocka_unit_test(jumps),
        cmocka_unit_test_teardown(passages_and_their_words, end),
        cmocka_unit_test_teardown(orders_of_findings, end),
        cmocka_unit_test_teardown(words, end),
        cmocka_unit_test(asked_beside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
