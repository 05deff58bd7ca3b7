/* Tests of find/record: what is written is read, what is damaged is refused, and every pair is there. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>

#include "find/query.h"
#include "random.h"
#include "reports.h"

static struct article *report(struct arena *arena)
{
    static const char *const text[] = { "大會在禮堂\n举行", "一、回顾", "工会工作：ＡＢＣ。", NULL };
    static struct person people[] = { { .name = STR_INIT("方圓") }, { .name = STR_INIT("江南") } };
    static struct heading outline[] = {
        { 1, HEADING_LEAD, STR_INIT("大會"), 0, 0 },
        { 1, HEADING_NUMBERED, STR_INIT("一、回顾"), 1, 0 },
        { 2, HEADING_NUMBERED, STR_INIT("工作"), 2, 6 },
    };
    struct article *article = report_make(arena, "某市工会第二次代表大会开幕", text);
    article->subtitle = STR("侧记");
    article->congress = congress_make(arena, "某市工会第二次代表大会", "某市", "工会代表大会", 2);
    article->date = STR("2019-05");
    article->people = people;
    article->n_people = 2;
    article->outline = outline;
    article->n_outline = 3;
    return article;
}

static void assert_units(struct arena *arena, struct units units, const char *wanted)
{
    uint16_t expected[200];
    size_t n = 0;
    struct str s = str_of(wanted);
    (void)arena;
    for (size_t at = 0; at < s.n;)
        n += unit_put(utf8_next(s, &at), expected + n);
    assert_true(units_eq(units, (struct units){ (unsigned char *)expected, n }));
}

static void what_was_written_is_read(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct record record;
    size_t from, to;
    assert_true(record_read(record_write(&arena, report(&arena)), &record));
    assert_units(&arena, record.text, "某市工会第二次代表大会开幕\n侧记\n大会在礼堂举行\n一、回顾\n工会工作:abc。\n");
    assert_units(&arena, units_sub(record.text, 0, record.title_end), "某市工会第二次代表大会开幕\n侧记\n");
    assert_units(&arena, record.place, "某市");
    assert_units(&arena, record.kind, "工会代表大会");
    assert_units(&arena, record.people, "方圆\n江南\n");
    assert_int_equal(record.year, 2019);
    assert_int_equal(record.ordinal, 2);
    assert_true(record_heading(&record, 0, &from, &to));
    assert_units(&arena, units_sub(record.text, from, to), "一、回顾");
    assert_true(record_heading(&record, 1, &from, &to));
    assert_units(&arena, units_sub(record.text, from, to), "工作");
    assert_false(record_heading(&record, 2, &from, &to));
    arena_finish(&arena);
}

static void a_report_of_nothing(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct article nothing = { .delegates = -1 };
    struct record record;
    uint32_t *pairs;
    assert_true(record_read(record_write(&arena, &nothing), &record));
    assert_units(&arena, record.text, "\n\n");
    assert_int_equal(record.place.n + record.kind.n + record.people.n, 0);
    assert_int_equal(record.year, 0);
    assert_int_equal(record_pairs(&record, &arena, &pairs), 0);
    arena_finish(&arena);
}

/* A copy of exactly the bytes, so that a read behind them is seen. */
static struct bytes exactly(struct bytes bytes, size_t n)
{
    unsigned char *copy = malloc(n ? n : 1);
    memcpy(copy, bytes.p, n < bytes.n ? n : bytes.n);
    return (struct bytes){ copy, n };
}

/* Asks for everything that a record says; to be run where a wrong read is noticed. */
static void use(struct arena *arena, struct bytes bytes)
{
    static const char *const questions[] = { "工会", "gonghui", "/工.+/", "people:方圆 place:市 kind:会", "year:2019 no:2", "-无" };
    struct record record;
    uint32_t *pairs;
    if (!record_read(bytes, &record))
        return;
    record_pairs(&record, arena, &pairs);
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++)
        query_count(query_parse(arena, str_of(questions[i]), NULL), &record, arena);
}

static void what_is_damaged_does_no_harm(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct dice dice = { 43 };
    struct bytes whole = record_write(&arena, report(&arena));
    for (size_t n = 0; n < whole.n; n++) {
        struct bytes cut = exactly(whole, n);
        struct record record;
        assert_false(record_read(cut, &record));
        free((void *)(uintptr_t)cut.p);
    }
    for (int round = 0; round < 20000; round++) {
        struct arena work = { 0 };
        struct bytes bad = exactly(whole, whole.n);
        for (size_t n = 1 + roll_below(&dice, 4); n > 0; n--)
            ((unsigned char *)(uintptr_t)bad.p)[roll_below(&dice, roll_below(&dice, 2) ? 40 : bad.n)] = (unsigned char)roll(&dice);
        use(&work, bad);
        free((void *)(uintptr_t)bad.p);
        arena_finish(&work);
    }
    for (int round = 0; round < 2000; round++) {
        struct arena work = { 0 };
        unsigned char any[200];
        for (size_t i = 0; i < sizeof any; i++)
            any[i] = (unsigned char)roll(&dice);
        use(&work, (struct bytes){ any + round % 2, roll_below(&dice, sizeof any - 1) });
        arena_finish(&work);
    }
    arena_finish(&arena);
}

static bool has_pair(struct units units, uint32_t pair)
{
    for (size_t i = 1; i < units.n; i++)
        if (pair == ((uint32_t)unit_at(units, i - 1) << 16 | unit_at(units, i)))
            return true;
    return false;
}

static void every_pair_once_and_in_order(void **state)
{
    (void)state;
    struct dice dice = { 61 };
    for (int round = 0; round < 500; round++) {
        struct arena arena = { 0 };
        struct article article = { .delegates = -1, .n_paragraphs = 2 };
        struct str texts[] = { roll_text(&arena, &dice, 60), roll_text(&arena, &dice, 60) };
        struct record record;
        uint32_t *pairs;
        article.paragraphs = texts;
        article.title = roll_text(&arena, &dice, 20);
        article.congress = congress_make(&arena, "", "某市", "大会", 3);
        article.date = STR("2019-05-01");
        assert_true(record_read(record_write(&arena, &article), &record));
        size_t n = record_pairs(&record, &arena, &pairs), found = 0, wanted = 0, numbers = 0;
        for (size_t i = 0; i < n; i++) {
            assert_true(i == 0 || pairs[i - 1] < pairs[i]);
            assert_true(has_pair(record.text, pairs[i]) || has_pair(record.place, pairs[i]) || has_pair(record.kind, pairs[i]) ||
                        pairs[i] == pair_of_year(2019) || pairs[i] == pair_of_ordinal(3));
            numbers += pairs[i] == pair_of_year(2019) || pairs[i] == pair_of_ordinal(3);
        }
        assert_int_equal(numbers, 2);
        for (size_t i = 1; i < record.text.n; i++) {
            uint16_t first = unit_at(record.text, i - 1), second = unit_at(record.text, i);
            wanted += first != '\n' && second != '\n';
            for (size_t k = 0; k < n; k++)
                found += pairs[k] == ((uint32_t)first << 16 | second);
        }
        assert_int_equal(found, wanted);
        arena_finish(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_written_is_read),
        cmocka_unit_test(a_report_of_nothing),
        cmocka_unit_test(what_is_damaged_does_no_harm),
        cmocka_unit_test(every_pair_once_and_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
