/* Tests of article/roll: one name over several reports, its roles in order of time. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "article/roll.h"

static struct arena arena;

static struct person person_of(const char *name, const char *role, const char *other)
{
    struct person p = { .name = str_of(name), .roles = NEW_N(&arena, struct str, 2) };
    if (role)
        p.roles[p.n_roles++] = str_of(role);
    if (other)
        p.roles[p.n_roles++] = str_of(other);
    return p;
}

static struct article article_of(const char *date, struct person first, struct person second)
{
    struct article a = { .people = NEW_N(&arena, struct person, 2), .n_people = 2 };
    a.date = date ? str_of(date) : (struct str){ 0 };
    a.people[0] = first;
    a.people[1] = second;
    return a;
}

static void check(struct str got, const char *want)
{
    if (!str_eq(got, str_of(want)))
        fail_msg("'%.*s', not '%s'", (int)got.n, got.p, want);
}

static void one_name_in_three_reports(void **state)
{
    (void)state;
    struct article undated = article_of(NULL, person_of("杨松", "顾问", NULL), person_of("钱立言", NULL, NULL));
    struct article late = article_of("2021-05-04", person_of("杨松", "主席", "同志"), person_of("周敏", "区委书记", NULL));
    struct article early = article_of("2016-05-04", person_of("楊松", "副主席", NULL), person_of("周敏", "區委書記", NULL));
    const struct article *all[] = { &undated, &late, &early };
    struct roll roll = roll_call(&arena, all, 3);
    assert_int_equal(roll.n, 3);
    check(roll.v[0].name, "楊松");
    assert_int_equal(roll.v[0].articles.n, 3);
    assert_ptr_equal(roll.v[0].articles.v[0], &early);
    assert_ptr_equal(roll.v[0].articles.v[1], &late);
    assert_ptr_equal(roll.v[0].articles.v[2], &undated);
    assert_int_equal(roll.v[0].roles.n, 3); /* without 同志 */
    check(roll.v[0].roles.v[0].role, "副主席");
    check(roll.v[0].roles.v[1].role, "主席");
    assert_ptr_equal(roll.v[0].roles.v[1].since, &late);
    check(roll.v[0].roles.v[2].role, "顾问");
    check(roll.v[1].name, "周敏");
    assert_int_equal(roll.v[1].roles.n, 1); /* 區委書記 is 区委书记 */
    check(roll.v[1].roles.v[0].role, "區委書記");
    assert_int_equal(roll.v[1].roles.v[0].n_articles, 2);
    assert_ptr_equal(roll.v[1].roles.v[0].since, &early);
    check(roll.v[2].name, "钱立言");
    assert_int_equal(roll.v[2].roles.n, 0);
    arena_reset(&arena);
}

static void nobody(void **state)
{
    (void)state;
    struct article empty = { 0 };
    const struct article *all[] = { &empty };
    assert_int_equal(roll_call(&arena, NULL, 0).n, 0);
    assert_int_equal(roll_call(&arena, all, 1).n, 0);
    arena_reset(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_name_in_three_reports),
        cmocka_unit_test(nobody),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_finish(&arena);
    return failed;
}
