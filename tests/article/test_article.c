/* Tests of article: places and their order, ids, and the fields that scripts rely on. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "article/json.h"
#include "clean/clean.h"
#include "host/file.h"
#include "reports.h"

static const char *const two[] = { "开幕会在礼堂举行。", "会议通过了决议。", NULL };

static void paragraphs_by_number(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct article *article = report_make(&arena, "大会开幕", two);
    assert_true(str_eq(article_paragraph(article, PLACE_TITLE), STR("大会开幕")));
    assert_int_equal(article_paragraph(article, PLACE_SUBTITLE).n, 0);
    assert_true(str_eq(article_paragraph(article, 1), STR("会议通过了决议。")));
    assert_int_equal(article_paragraph(article, 2).n, 0);
    assert_int_equal(article_paragraph(article, (size_t)-3).n, 0);
    assert_int_equal(paragraph_number(PLACE_TITLE), -1);
    assert_int_equal(paragraph_number(PLACE_SUBTITLE), -2);
    assert_int_equal(paragraph_number(7), 7);
    arena_finish(&arena);
}

static void places_in_reading_order(void **state)
{
    (void)state;
    static const struct place order[] = { { PLACE_TITLE, 0 }, { PLACE_TITLE, 3 }, { PLACE_SUBTITLE, 0 }, { PLACE_SUBTITLE, 9 },
                                          { 0, 0 },           { 0, 1 },           { 1, 0 },              { 1000000, 0 } };
    enum { N = sizeof order / sizeof *order };
    for (int a = 0; a < N; a++)
        for (int b = 0; b < N; b++)
            assert_int_equal(place_cmp(order[a], order[b]), (a > b) - (a < b));
}

static void offsets_in_code_points(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    static const char *const text[] = { "a会\U00020000议", NULL };
    struct article *article = report_make(&arena, "会a", text);
    assert_int_equal(offset_number(article, 0, 0), 0);
    assert_int_equal(offset_number(article, 0, 1), 1);
    assert_int_equal(offset_number(article, 0, 4), 2);
    assert_int_equal(offset_number(article, 0, 8), 3);
    assert_int_equal(offset_number(article, 0, 11), 4);
    assert_int_equal(offset_number(article, 0, 999), 4);
    assert_int_equal(offset_number(article, PLACE_TITLE, 3), 1);
    arena_finish(&arena);
}

static void ids_follow_the_text_alone(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    static const char *const joined[] = { "开幕会在礼堂举行。会议通过了决议。", NULL };
    static const char *const other[] = { "开幕会在礼堂举行。", "会议通过了决议!", NULL };
    struct article *article = report_make(&arena, "大会开幕", two), *moved = report_make(&arena, "大会开幕", two);
    moved->file = "elsewhere/乙.txt";
    moved->part = 3;
    moved->date = STR("2022");
    article_seal(moved);
    assert_int_equal(strlen(article->id), 16);
    assert_int_equal(strspn(article->id, "0123456789abcdef"), 16);
    assert_string_equal(article->id, moved->id);
    assert_string_not_equal(article->id, report_make(&arena, "大会开幕", joined)->id);
    assert_string_not_equal(article->id, report_make(&arena, "大会开幕", other)->id);
    assert_string_not_equal(article->id, report_make(&arena, "大会闭幕", two)->id);
    moved->subtitle = STR("侧记");
    article_seal(moved);
    assert_string_not_equal(article->id, moved->id);
    assert_int_equal(article->chars, 17);
    article_seal(article); /* again counts nothing twice */
    assert_int_equal(article->chars, 17);
    arena_finish(&arena);
}

/* The keys of an object, in order, parted by blanks. */
static void assert_keys(const json_t *object, const char *wanted)
{
    char got[1000] = "";
    const char *key;
    json_t *value;
    json_object_foreach((json_t *)(uintptr_t)object, key, value) {
        strcat(strcat(got, *got ? " " : ""), key);
        assert_non_null(value);
    }
    assert_string_equal(got, wanted);
}

static const json_t *at(const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    if (!value)
        fail_msg("no field '%s'", key);
    return value;
}

static void assert_text(const json_t *object, const char *key, const char *wanted)
{
    if (!wanted)
        assert_true(json_is_null(at(object, key)));
    else
        assert_string_equal(json_string_value(at(object, key)), wanted);
}

static void assert_number(const json_t *object, const char *key, long wanted)
{
    assert_true(json_is_integer(at(object, key)));
    assert_int_equal(json_integer_value(at(object, key)), wanted);
}

#define FIELDS \
    "id file part title subtitle congress session date date_from published source authors delegates script encoding chars paragraphs notes"

static void what_is_unknown_is_null(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    static const char *const none[] = { NULL };
    struct article *article = report_make(&arena, "", none);
    article->title = (struct str){ NULL, 0 };
    article->encoding = NULL;
    json_t *o = article_json(&arena, article);
    assert_keys(o, FIELDS);
    static const char *const nulls[] = { "title", "subtitle", "congress", "session", "date", "date_from", "published", "source",
                                         "delegates", "encoding" };
    for (size_t i = 0; i < sizeof nulls / sizeof *nulls; i++)
        assert_text(o, nulls[i], NULL);
    assert_int_equal(json_array_size(at(o, "authors")), 0);
    assert_true(json_is_array(at(o, "authors")));
    assert_text(o, "script", "hans");
    assert_number(o, "chars", 0);
    json_decref(o);
    o = article_json_whole(&arena, article);
    assert_keys(o, FIELDS " text outline people gaps removed joins repairs");
    json_decref(o);
    arena_finish(&arena);
}

/* A report of which everything is known. */
static struct article *full_report(struct arena *arena)
{
    static struct author authors[] = { { STR_INIT("记者"), STR_INIT("方圆") }, { { NULL, 0 }, STR_INIT("本报讯") } };
    static struct heading outline[] = { { 1, HEADING_NUMBERED, STR_INIT("一、开幕"), 0, 0 },
                                        { 2, HEADING_GAP, STR_INIT("会议"), 1, 6 } };
    static struct str roles[] = { STR_INIT("主席"), STR_INIT("书记") };
    static size_t where[] = { 0, 1 };
    static struct person people[] = { { STR_INIT("方圆"), roles, 2, where, 2 } };
    static struct gap gaps[] = { { 1, 120, STR_INIT("余下") }, { 0, -1, STR_INIT("余下") } };
    static struct removed removed[] = { { REMOVED_HTML_TAG, STR_INIT("<b>"), 0 }, { REMOVED_RELATED, STR_INIT("相关"), 9 } };
    static struct join joins[] = { { 1, 3 } };
    static struct repair repairs[] = { { STR_INIT("会仪"), STR_INIT("会议"), PLACE_TITLE, 6 } };
    struct article *article = report_make(arena, "大会开幕", two);
    article->file = "夹/甲\n\xFF.txt";
    article->part = 2;
    article->subtitle = STR("侧记");
    article->congress = congress_make(arena, "某市工会第二次代表大会", "某市", "工会代表大会", 2);
    article->congress->level = STR("市");
    article->congress->organisation = STR("工会");
    article->session = SESSION_CLOSING;
    article->date = STR("2022-02-25");
    article->date_from = DATE_INFERRED;
    article->published = STR("2022-02-26");
    article->source = STR("某报");
    article->authors = authors;
    article->n_authors = 2;
    article->delegates = 0;
    article->script = SCRIPT_HANT;
    article->outline = outline;
    article->n_outline = 2;
    article->people = people;
    article->n_people = 1;
    article->gaps = gaps;
    article->n_gaps = 2;
    article->removed = removed;
    article->n_removed = 2;
    article->joins = joins;
    article->n_joins = 1;
    article->repairs = repairs;
    article->n_repairs = 1;
    article_seal(article);
    return article;
}

static void what_is_known_is_told(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct article *article = full_report(&arena);
    json_t *o = article_json(&arena, article);
    assert_keys(o, FIELDS);
    assert_text(o, "id", article->id);
    assert_text(o, "file", "夹/甲\\x0a\\ff.txt");
    assert_number(o, "part", 2);
    assert_text(o, "title", "大会开幕");
    assert_text(o, "subtitle", "侧记");
    assert_keys(at(o, "congress"), "name place level organisation kind ordinal");
    assert_text(at(o, "congress"), "level", "市");
    assert_number(at(o, "congress"), "ordinal", 2);
    assert_text(o, "session", "closing");
    assert_text(o, "date", "2022-02-25");
    assert_text(o, "date_from", "inferred");
    assert_text(o, "source", "某报");
    assert_keys(json_array_get(at(o, "authors"), 0), "role name");
    assert_text(json_array_get(at(o, "authors"), 1), "role", NULL);
    assert_number(o, "delegates", 0);
    assert_text(o, "script", "hant");
    assert_number(o, "chars", 17);
    assert_number(o, "paragraphs", 2);
    json_decref(o);
    article->congress->ordinal = 0;
    o = article_json(&arena, article);
    assert_text(at(o, "congress"), "ordinal", NULL);
    json_decref(o);
    arena_finish(&arena);
}

static void the_whole_report(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    json_t *o = article_json_whole(&arena, full_report(&arena));
    assert_string_equal(json_string_value(json_array_get(at(o, "text"), 1)), "会议通过了决议。");
    const json_t *heading = json_array_get(at(o, "outline"), 1);
    assert_keys(heading, "level kind heading paragraph offset");
    assert_text(heading, "kind", "gap");
    assert_number(heading, "offset", 2); /* code points, not bytes */
    const json_t *person = json_array_get(at(o, "people"), 0);
    assert_keys(person, "name roles paragraphs");
    assert_int_equal(json_array_size(at(person, "roles")), 2);
    assert_int_equal(json_integer_value(json_array_get(at(person, "paragraphs"), 1)), 1);
    const json_t *gap = json_array_get(at(o, "gaps"), 0);
    assert_keys(gap, "paragraph chars printed");
    assert_number(gap, "chars", 120);
    assert_text(json_array_get(at(o, "gaps"), 1), "chars", NULL);
    assert_keys(json_array_get(at(o, "removed"), 0), "class text");
    assert_text(json_array_get(at(o, "removed"), 0), "class", "html-tag");
    assert_text(json_array_get(at(o, "removed"), 1), "class", "related-links");
    assert_keys(json_array_get(at(o, "joins"), 0), "paragraph offset");
    assert_number(json_array_get(at(o, "joins"), 0), "offset", 1);
    const json_t *repair = json_array_get(at(o, "repairs"), 0);
    assert_keys(repair, "from to paragraph offset");
    assert_number(repair, "paragraph", -1);
    assert_number(repair, "offset", 2);
    json_decref(o);
    arena_finish(&arena);
}

static void every_value_has_its_name(void **state)
{
    (void)state;
    assert_null(session_name(SESSION_NONE));
    assert_string_equal(session_name(SESSION_FULL), "full");
    assert_null(date_from_name(DATE_UNKNOWN));
    assert_string_equal(date_from_name(DATE_PRINTED), "printed");
    static const char *const kinds[] = { "heading", "speaker", "enumeration" };
    for (int i = 0; i < 3; i++)
        assert_string_equal(heading_kind_name((enum heading_kind)i), kinds[i]);
    assert_string_equal(heading_kind_name(HEADING_CEREMONY), "ceremony");
    assert_string_equal(heading_kind_name(HEADING_GAP), "gap");
    static const char *const classes[] = { "html-tag", "nbsp-indent", "whitespace", "pinyin-annotation", "page-chrome", "image-placeholder",
                                           "keyword-list", "credit-line", "related-links" };
    for (int i = 0; i <= REMOVED_RELATED; i++)
        assert_string_equal(removed_class_name((enum removed_class)i), classes[i]);
}

/* Text with anything in it, NUL and noncharacters too, is a string: a field is never left out. */
static void any_text_is_a_string(void **state)
{
    (void)state;
    json_t *value = str_json((struct str){ "会\0\x01\"\\\xEF\xBF\xBF\xF4\x8F\xBF\xBF", 14 });
    assert_non_null(value);
    assert_int_equal(json_string_length(value), 14);
    json_decref(value);
    value = str_json(STR(""));
    assert_true(json_is_string(value));
    json_decref(value);
    value = str_json((struct str){ NULL, 0 });
    assert_true(json_is_null(value));
    json_decref(value);
}

static char *dumped(const struct article *article)
{
    struct arena arena = { 0 };
    json_t *o = article_json_whole(&arena, article);
    char *text = json_dumps(o, JSON_COMPACT);
    assert_non_null(text);
    json_decref(o);
    arena_finish(&arena);
    return text;
}

/* A copy says the same when what it was made of is gone. */
static void copies_stand_alone(void **state)
{
    (void)state;
    static const char *const names[] = { "000_dd3cd50c1a9b0dee", "001_14ea4aebc46b8507", "002_a91f9b725c2b1236", "003_b8a5f1a8ad61fe87",
                                         "004_27aa59d1629ed0f1" };
    struct arena copies = { 0 };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct arena arena = { 0 };
        struct reports reports = { 0 };
        struct bytes source;
        struct err err;
        char path[4096];
        snprintf(path, sizeof path, SOURCE_ROOT "/data/articles/%s.txt", names[i]);
        assert_true(file_read(&arena, path, &source, &err));
        source.p = memcpy(arena_alloc(&arena, source.n, 1), source.p, source.n);
        assert_true(clean(&arena, source, NULL, &reports, &err));
        char *before = dumped(&reports.v[0]);
        struct article *copy = article_copy(&copies, &reports.v[0]);
        for (struct article *article = reports.v; article < reports.v + reports.n; article++)
            memset(article, 0xA5, sizeof *article);
        memset((unsigned char *)(uintptr_t)source.p, 0xA5, source.n);
        arena_finish(&arena);
        copy->file = NULL; /* the one thing that is shared */
        char *after = dumped(copy);
        assert_string_equal(before, after);
        free(before);
        free(after);
    }
    arena_finish(&copies);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paragraphs_by_number),
        cmocka_unit_test(places_in_reading_order),
        cmocka_unit_test(offsets_in_code_points),
        cmocka_unit_test(ids_follow_the_text_alone),
        cmocka_unit_test(what_is_unknown_is_null),
        cmocka_unit_test(what_is_known_is_told),
        cmocka_unit_test(the_whole_report),
        cmocka_unit_test(every_value_has_its_name),
        cmocka_unit_test(any_text_is_a_string),
        cmocka_unit_test(copies_stand_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
