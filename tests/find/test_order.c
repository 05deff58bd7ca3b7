/* Tests of find/order: each key both ways, what is unknown, equal ones, and reports of one congress side by side. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "find/order.h"
#include "random.h"
#include "reports.h"

static const char *const none[] = { NULL };

/* A report with one letter for a title, and of no congress. */
static struct article *letter(struct arena *arena, const char *title)
{
    return report_make(arena, title, none);
}

/* Orders copies and holds the titles, joined, against what is wanted. */
static void assert_order(const struct article *const *articles, size_t n, enum order_key key, bool reverse, const char *wanted)
{
    struct arena arena = { 0 };
    const struct article *v[32];
    char got[200] = "";
    memcpy(v, articles, n * sizeof *v);
    order_articles(&arena, v, n, key, reverse);
    for (size_t i = 0; i < n; i++)
        strncat(got, v[i]->title.p, v[i]->title.n);
    assert_string_equal(got, wanted);
    arena_finish(&arena);
}

static void by_date(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct article *a = letter(&arena, "A"), *b = letter(&arena, "B"), *c = letter(&arena, "C"), *d = letter(&arena, "D");
    const struct article *const all[] = { a, b, c, d };
    a->date = STR("2022-02-25");
    b->published = STR("2019-01-01"); /* stands in for the date */
    d->date = STR("2022");
    assert_order(all, 4, ORDER_DATE, false, "BDAC");
    assert_order(all, 4, ORDER_DATE, true, "ADBC"); /* what is unknown comes last, whatever the direction */
    assert_order(all, 4, ORDER_GIVEN, false, "ABCD");
    assert_order(all, 4, ORDER_GIVEN, true, "DCBA");
    assert_order(all, 0, ORDER_DATE, false, "");
    assert_order(all, 1, ORDER_DATE, true, "A");
    arena_finish(&arena);
}

static void by_place_ordinal_title_and_size(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct article *a = letter(&arena, "C"), *b = letter(&arena, "B"), *c = letter(&arena, "D"), *d = letter(&arena, "A");
    const struct article *const all[] = { a, b, c, d };
    a->congress = congress_make(&arena, "乙会", "乙市", "会", 12);
    b->congress = congress_make(&arena, "甲会", "丙市", "会", 2);
    c->congress = congress_make(&arena, "丙会", "甲市", "会", 0);
    a->chars = 10;
    b->chars = 3000000000;
    c->chars = 7;
    d->chars = 9;
    assert_order(all, 4, ORDER_PLACE, false, "BCDA"); /* by code point: 丙 乙 甲 */
    assert_order(all, 4, ORDER_PLACE, true, "DCBA");
    assert_order(all, 4, ORDER_ORDINAL, false, "BCDA");
    assert_order(all, 4, ORDER_ORDINAL, true, "CBDA");
    assert_order(all, 4, ORDER_TITLE, false, "ABCD");
    assert_order(all, 4, ORDER_TITLE, true, "DCBA");
    assert_order(all, 4, ORDER_SIZE, false, "DACB");
    assert_order(all, 4, ORDER_SIZE, true, "BCAD");
    arena_finish(&arena);
}

static void equal_ones_stay(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    const struct article *all[20];
    for (size_t i = 0; i < 20; i++) {
        char *title = arena_alloc(&arena, 2, 1);
        title[0] = (char)('A' + i);
        struct article *article = letter(&arena, title);
        article->date = i % 2 ? STR("2020") : STR("2021");
        all[i] = article;
    }
    assert_order(all, 20, ORDER_DATE, false, "BDFHJLNPRTACEGIKMOQS");
    assert_order(all, 20, ORDER_DATE, true, "ACEGIKMOQSBDFHJLNPRT");
    assert_order(all, 20, ORDER_SIZE, true, "ABCDEFGHIJKLMNOPQRST");
    arena_finish(&arena);
}

static void one_congress_stands_together(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct article *a = letter(&arena, "A"), *b = letter(&arena, "B"), *c = letter(&arena, "C"), *d = letter(&arena, "D");
    const struct article *const all[] = { a, b, c, d };
    a->congress = congress_make(&arena, "某市工会第二次代表大会", "某市", "工会代表大会", 2);
    b->congress = congress_make(&arena, "另市工会第三次代表大会", "另市", "工会代表大会", 3);
    d->congress = congress_make(&arena, "某市工會第二次代表大會", "某市", "工会代表大会", 2); /* in the other script */
    d->file = "乙.txt";
    a->date = STR("2020");
    b->date = STR("2021");
    c->date = STR("2022");
    d->date = STR("2023");
    assert_true(same_congress(a, d));
    assert_true(same_congress(a, a));
    assert_false(same_congress(a, b));
    assert_false(same_congress(b, c));
    assert_false(same_congress(c, c)); /* of no congress */
    assert_order(all, 4, ORDER_GIVEN, false, "ADBC");
    assert_order(all, 4, ORDER_DATE, true, "DACB");
    arena_finish(&arena);
}

/* Two congresses whose names are hidden may be two: they are one only within a file. */
static void hidden_names_are_known_in_their_file(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct article *a = letter(&arena, "A"), *b = letter(&arena, "B"), *c = letter(&arena, "C");
    const struct article *const all[] = { a, b, c };
    a->congress = congress_make(&arena, "××市工会第二次代表大会", "××市", "工会代表大会", 2);
    b->congress = congress_make(&arena, "××市工会第二次代表大会", "××市", "工会代表大会", 2);
    c->congress = congress_make(&arena, "××市工会第二次代表大会", "××市", "工会代表大会", 2);
    a->congress->redacted = b->congress->redacted = c->congress->redacted = true;
    b->file = "乙.txt";
    assert_false(same_congress(a, b));
    assert_true(same_congress(a, c));
    assert_order(all, 3, ORDER_GIVEN, false, "ACB");
    a->congress->name = b->congress->name = c->congress->name = (struct str){ NULL, 0 };
    assert_false(same_congress(a, b));
    assert_true(same_congress(a, c));
    a->congress = b->congress = c->congress = congress_make(&arena, "某市工会第×次代表大会", "某市", "工会代表大会", 0);
    assert_false(same_congress(a, b));
    assert_true(same_congress(a, c));
    arena_finish(&arena);
}

static void names_of_keys(void **state)
{
    (void)state;
    assert_int_equal(order_by_name("date"), ORDER_DATE);
    assert_int_equal(order_by_name("place"), ORDER_PLACE);
    assert_int_equal(order_by_name("ordinal"), ORDER_ORDINAL);
    assert_int_equal(order_by_name("title"), ORDER_TITLE);
    assert_int_equal(order_by_name("size"), ORDER_SIZE);
    assert_int_equal(order_by_name("given"), ORDER_GIVEN);
    assert_int_equal(order_by_name(""), N_ORDERS);
    assert_int_equal(order_by_name("dates"), N_ORDERS);
}

/* Any order is an order of the same reports, with each congress in one piece. */
static void random_lists(void **state)
{
    (void)state;
    struct dice dice = { 61 };
    for (int round = 0; round < 3000; round++) {
        struct arena arena = { 0 };
        const struct article *v[24];
        size_t n = roll_below(&dice, 24), sum = 0;
        for (size_t i = 0; i < n; i++) {
            static const char *const names[] = { "甲会", "乙会", "丙会", "××会" };
            struct article *article = letter(&arena, roll_below(&dice, 2) ? "B" : "A");
            size_t name = roll_below(&dice, 5);
            if (name < 4) {
                article->congress = congress_make(&arena, names[name], name % 2 ? "市" : "县", "会", (int)name);
                article->congress->redacted = name == 3;
            }
            article->file = roll_below(&dice, 2) ? "a" : "b";
            article->part = i;
            if (roll_below(&dice, 2))
                article->date = roll_below(&dice, 2) ? STR("2020") : STR("2021");
            v[i] = article;
            sum += i;
        }
        order_articles(&arena, v, n, (enum order_key)roll_below(&dice, N_ORDERS), roll_below(&dice, 2));
        for (size_t i = 0; i < n; i++) {
            sum -= v[i]->part;
            bool apart = i > 0 && !same_congress(v[i - 1], v[i]);
            for (size_t k = 0; apart && k < i; k++)
                assert_false(same_congress(v[k], v[i])); /* those of one congress stand together */
        }
        assert_int_equal(sum, 0);
        arena_finish(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(by_date),
        cmocka_unit_test(by_place_ordinal_title_and_size),
        cmocka_unit_test(equal_ones_stay),
        cmocka_unit_test(one_congress_stands_together),
        cmocka_unit_test(hidden_names_are_known_in_their_file),
        cmocka_unit_test(names_of_keys),
        cmocka_unit_test(random_lists),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
