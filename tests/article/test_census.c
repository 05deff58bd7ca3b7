/* Tests of article/census: what is counted of reports that go by, beside the roll and the phrases of reports that stay, and that it stays small. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>

#include "article/census.h"
#include "base/buf.h"
#include "reports.h"

static struct arena arena;

static void name(struct article *a, const char *name, const char *role)
{
    if (!a->people)
        a->people = NEW_N(&arena, struct person, 8);
    struct person *person = &a->people[a->n_people++];
    *person = (struct person){ .name = str_of(name), .roles = NEW_N(&arena, struct str, 1), .n_roles = role != NULL };
    if (role)
        person->roles[0] = str_of(role);
}

static const struct counted *counted(const struct counts *counts, size_t rank)
{
    return &counts->v.v[counts_ranked(&arena, counts)[rank]];
}

static void people(void **state)
{
    (void)state;
    struct census census = { 0 };
    struct article one = report_said(&arena, "2017-08-09", ""), two = report_said(&arena, "2019", ""), three = report_said(&arena, NULL, "");
    name(&one, "習近平", "總書記");
    name(&one, "張三", "同志");
    name(&two, "王五", NULL);
    name(&two, "习近平", "总书记");
    name(&two, "习近平", "主席");
    name(&three, "习近平", "主席");
    name(&three, "王五", "主任");
    census_take(&census, &one);
    census_take(&census, &two);
    census_take(&census, &three);
    assert_int_equal(census.people.v.n, 3);
    const struct counted *first = counted(&census.people, 0), *second = counted(&census.people, 1);
    assert_true(str_eq(first->text, STR("習近平"))); /* as it came first */
    assert_int_equal(first->n, 3);                   /* twice in a report is once */
    assert_true(first->first == 2017 && first->last == 2019);
    assert_int_equal(first->roles.n, 2);
    assert_true(str_eq(first->roles.v[0], STR("總書記")) && str_eq(first->roles.v[1], STR("主席")));
    assert_true(str_eq(second->text, STR("王五")) && second->n == 2);
    assert_int_equal(counted(&census.people, 2)->roles.n, 0);
    census_finish(&census);
}

static void phrases(void **state)
{
    (void)state;
    struct census census = { 0 };
    struct article v[] = { report_said(&arena, "2018", "四个自信还没有引号"), report_said(&arena, "2019-01", "“四个自信”,“四个自信”,四个自信,“五小”"), report_said(&arena, "2021", "四個自信,五小"),
                           report_said(&arena, "2017", "“四个自信”"), report_said(&arena, NULL, "「四個自信」") };
    for (size_t i = 0; i < sizeof v / sizeof *v; i++)
        census_take(&census, &v[i]);
    assert_int_equal(census.terms.v.n, 2);
    const struct counted *term = counted(&census.terms, 0);
    assert_true(str_eq(term->text, STR("四个自信")));
    assert_int_equal(term->n, 4);
    static const int years[] = { 2017, 2019, 2021 };
    assert_int_equal(term->years.n, 3);
    for (size_t i = 0; i < 3; i++)
        assert_true(term->years.v[i].year == years[i] && term->years.v[i].n == 1);
    assert_true(term->first == 2017 && term->last == 2021);
    assert_int_equal(counted(&census.terms, 1)->n, 1);
    census_finish(&census);
}

/* However many there are, the room they take has an end, and those of many reports are kept. */
static void too_many(void **state)
{
    (void)state;
    struct census census = { 0 };
    struct article v[2] = { report_said(&arena, "2017", ""), report_said(&arena, "2018", "") };
    name(&v[0], "白玉平", "主席");
    name(&v[1], "白玉平", "主任");
    census_take(&census, &v[0]);
    census_take(&census, &v[1]);
    size_t most = 0;
    for (size_t i = 0; i < COUNTED_MOST + COUNTED_MOST / 8; i++) {
        char text[40];
        snprintf(text, sizeof text, "人%zu", i);
        struct article rare = report_said(&arena, "2020", "");
        struct person person = { .name = str_of(text) };
        rare.people = &person;
        rare.n_people = 1;
        census_take(&census, &rare);
        most = census.people.v.n > most ? census.people.v.n : most;
        arena_reset(&arena);
    }
    assert_int_equal(most, COUNTED_MOST);
    assert_true(census.people.cut && census.people.v.n < COUNTED_MOST / 2);
    const struct counted *kept = counted(&census.people, 0);
    assert_true(str_eq(kept->text, STR("白玉平")) && kept->n == 2 && kept->roles.n == 2 && kept->last == 2018);
    name(&v[0], "白玉平", "主席");
    census_finish(&census);
}

static int clear(void **state)
{
    (void)state;
    arena_finish(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(people, clear),
        cmocka_unit_test_teardown(phrases, clear),
        cmocka_unit_test_teardown(too_many, clear),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
