/* Dates in a text (cleaning.md 10). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "clean/capture.h"
#include "clean/date.h"

/* The first date as year-month-day, or "none". */
static void check(const char *text, const char *want)
{
    struct date date;
    size_t at = 0;
    char got[64] = "none";
    if (date_next(str_of(text), &at, &date))
        snprintf(got, sizeof got, "%d-%d-%d", date.year, date.month, date.day);
    assert_string_equal(got, want);
}

static void forms(void **state)
{
    (void)state;
    check("2022年2月25日上午", "2022-2-25");
    check("2月25日上午", "0-2-25");
    check("二○○六年十一月八日", "2006-11-8");
    check("二00六年十一月八日", "2006-11-8");
    check("2022-02-25 10:30", "2022-2-25");
    check("2022/11/14", "2022-11-14");
    check("2022.11.14", "2022-11-14");
    check("30.11.2015", "2015-11-30");
    check("民國100年3月12日", "2011-3-12");
    check("102年3月5日", "2013-3-5");
    check("更新时间:2023-05", "2023-5-0");
    check("8月30日至31日", "0-8-30");
    check("8月30至31日", "0-8-30");
    check("２０２２年２月２５日", "2022-2-25");
}

static void no_dates(void **state)
{
    (void)state;
    check("年3月22 ,", "none");
    check("3 22 , ", "none");
    check("上午9时", "none");
    check("13月5日", "none");
    check("历时100年", "none");
    check("电话12345678-2-3", "none");
    check("3.5万名", "none");
}

static void the_day_before(void **state)
{
    (void)state;
    struct date date = date_before((struct date){ .year = 2020, .month = 3, .day = 1 });
    assert_int_equal(date.month * 100 + date.day, 229);
    date = date_before((struct date){ .year = 2019, .month = 1, .day = 1 });
    assert_int_equal(date.year, 2018);
    assert_int_equal(date.month * 100 + date.day, 1231);
}

/* The year of 2月25日 in a report of one paragraph. */
static int year(const char *text, struct date published, enum date_from *from)
{
    struct str paragraph = str_of(text);
    struct article article = { .paragraphs = &paragraph, .n_paragraphs = 1 };
    return year_inferred((struct date){ .month = 2, .day = 25 }, published, &article, from);
}

static void years(void **state)
{
    (void)state;
    enum date_from from;
    assert_int_equal(year("大会召开。", (struct date){ .year = 2024, .month = 3, .day = 1 }, &from), 2024);
    assert_int_equal(from, DATE_PUBLISHED);
    assert_int_equal(year("今年是中华人民共和国成立70周年。", (struct date){ 0 }, &from), 2019);
    assert_int_equal(from, DATE_INFERRED);
    assert_int_equal(year("今年,是党的二十大召开之年。", (struct date){ 0 }, &from), 2022);
    assert_int_equal(year("以優異成績迎接黨的十九大勝利召開。", (struct date){ 0 }, &from), 2017);
    assert_int_equal(year("党的十八大以来,工作成绩显著。", (struct date){ 0 }, &from), 0);
    assert_int_equal(from, DATE_UNKNOWN);
    assert_int_equal(year("大会召开。", (struct date){ .year = 2024, .month = 9, .day = 1 }, &from), 0);
    assert_int_equal(year("大会将召开。", (struct date){ .year = 2024, .month = 2, .day = 20 }, &from), 2024); /* before it meets */
    assert_int_equal(year("大会召开。", (struct date){ .year = 2024, .month = 1, .day = 10 }, &from), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forms),
        cmocka_unit_test(no_dates),
        cmocka_unit_test(the_day_before),
        cmocka_unit_test(years),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
