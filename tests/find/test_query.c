/* Tests of find/query: every form of a question, what is refused and at which column, and random ones asked of a slower judge. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "find/query.h"
#include "random.h"
#include "reports.h"

static struct article *report(struct arena *arena)
{
    static const char *const text[] = { "开幕会在礼堂举行，全体代表出席。", "方圆 作工会工作报告。GDP growth 5%。", NULL };
    static struct person people[] = { { .name = STR_INIT("方圆") } };
    struct article *article = report_make(arena, "某市工会第二次代表大会开幕", text);
    article->congress = congress_make(arena, "某市工会第二次代表大会", "某市", "工会代表大会", 2);
    article->date = STR("2019-05");
    article->people = people;
    article->n_people = 1;
    return article;
}

/* Asks, and answers how many places there are; -1 where the report is no answer. */
static long ask(struct arena *arena, const struct article *article, struct str text)
{
    struct err err = { "" };
    struct query *query = query_parse(arena, text, &err);
    if (!query)
        fail_msg("%.*s: %s", (int)text.n, text.p, err.text);
    struct twin twin = twin_make(arena, article);
    struct hits hits = { 0 };
    struct answer answer = query_match(arena, query, &twin, &hits);
    assert_int_equal(answer.matches, hits.n);
    assert_true(answer.yes || hits.n == 0);
    for (size_t i = 1; i < hits.n; i++)
        assert_true(hit_cmp(&hits.v[i - 1], &hits.v[i]) < 0);
    return answer.yes ? (long)hits.n : -1;
}

static const struct {
    const char *query;
    long hits;
} asked[] = {
    { "工会", 2 },
    { "工會", 2 },
    { "  工会  ", 2 },
    { "\u3000工会\u3000开幕\u3000", 4 },
    { "工会 没有", -1 },
    { "方圆作", 1 },
    { "\"方圆 作\"", 1 },
    { "gdp", 1 },
    { "GDP growth", 2 },
    { "\"gdp growth\"", 1 },
    { "\"gdpgrowth\"", -1 },
    { "工会 -没有", 2 },
    { "工会 -开幕", -1 },
    { "-没有", 0 },
    { "-工会", -1 },
    { "没有|工会", 2 },
    { "没有|无", -1 },
    { "工会|工会工作", 2 }, /* two words that begin at one place are one hit */
    { "工会|会工", 3 },
    { "-没有|无 开幕", 2 },
    { "-没有|开幕", -1 },
    { "\"没有\"|\"开幕 会\"", 1 },
    { "开幕|", 2 },
    { "|开幕", 2 },
    { "title:开幕", 1 },
    { "title:礼堂", -1 },
    { "title:没有|开幕", 1 },
    { "title:\"某 市\"", 1 },
    { "-title:礼堂 礼堂", 1 },
    { "place:某市", 0 },
    { "place:某市 工会", 2 },
    { "place:另市", -1 },
    { "kind:工會", 0 },
    { "kind:妇女", -1 },
    { "people:方圆", 0 },
    { "people:方", 0 },
    { "people:礼堂", -1 },
    { "year:2019", 0 },
    { "year:2018", -1 },
    { "year:2017..2022", 0 },
    { "year:2019..2019", 0 },
    { "year:2020..", -1 },
    { "year:2019..", 0 },
    { "year:..2019", 0 },
    { "year:..2018", -1 },
    { "year:2022..2017", -1 },
    { "year:二〇一九", 0 },
    { "year:２０１９", 0 },
    { "year:2017|2019", 0 },
    { "year:2017|..2012", -1 },
    { "-year:2018 工会", 2 },
    { "-year:2018|2019 工会", -1 },
    { "no:1|2|3", 0 },
    { "no:2", 0 },
    { "no:二", 0 },
    { "no:3", -1 },
    { "no:1..3 开幕", 2 },
    { "lit:gdp", 1 },
    { "lit:title:", -1 },
    { "other:工会", -1 },
    { "\"title:开幕\"", -1 },
    { "gonghui", 2 },
    { "gh", 2 },
    { "%", 1 },
    { "--", 0 },
};

static void questions(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct article *article = report(&arena);
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
        long hits = ask(&arena, article, str_of(asked[i].query));
        if (hits != asked[i].hits)
            fail_msg("%s: %ld", asked[i].query, hits);
    }
    arena_finish(&arena);
}

static void questions_that_are_refused(void **state)
{
    (void)state;
    static const struct {
        const char *query, *words;
    } refused[] = {
        { "", "empty query" },
        { " \u3000 ", "empty query" },
        { "\"工会", "unclosed quote at column 1 of the query" },
        { "工会 \"开幕", "unclosed quote at column 4 of the query" },
        { "工会|\"开幕", "unclosed quote at column 4 of the query" },
        { "title:\"", "unclosed quote at column 7 of the query" },
        { "工会\"", "" },
        { "-", "nothing to look for at column 1 of the query" },
        { "工会 -", "nothing to look for at column 4 of the query" },
        { "|", "nothing to look for at column 1 of the query" },
        { "\"\"", "nothing to look for at column 1 of the query" },
        { "工会 title:", "nothing to look for at column 4 of the query" },
        { "year:abc", "not a number or a range like 2017..2022 at column 6 of the query" },
        { "工会 year:", "not a number or a range like 2017..2022 at column 9 of the query" },
        { "year:..", "not a number or a range like 2017..2022 at column 6 of the query" },
        { "year:2017..x", "not a number or a range like 2017..2022 at column 6 of the query" },
        { "year:2017...2022", "not a number or a range like 2017..2022 at column 6 of the query" },
        { "year:20170", "not a number or a range like 2017..2022 at column 6 of the query" },
        { "no:-3", "not a number or a range like 2017..2022 at column 4 of the query" },
        { "no:5届", "not a number or a range like 2017..2022 at column 4 of the query" },
        { "year:2017|", "not a number or a range like 2017..2022 at column 11 of the query" },
        { "/工会", "unclosed regular expression at column 1 of the query" },
        { "工会 title:/工\\/", "unclosed regular expression at column 10 of the query" },
        { "py:工会", "no letters, or too many, to be read as pinyin at column 4 of the query" },
        { "year:/2017/", "not a number or a range like 2017..2022 at column 7 of the query" },
        { "year:2017|会", "not a number or a range like 2017..2022 at column 11 of the query" },
    };
    struct arena arena = { 0 };
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        struct err err = { "" };
        struct query *query = query_parse(&arena, str_of(refused[i].query), &err);
        if (strcmp(err.text, refused[i].words) != 0)
            fail_msg("%s: %s", refused[i].query, err.text);
        assert_int_equal(query == NULL, *refused[i].words != '\0');
    }
    assert_null(query_parse(&arena, STR("\""), NULL));
    arena_finish(&arena);
}

/* What exactly is said of a bad expression, and of which of its characters, is PCRE2's. */
static void expressions_that_are_refused(void **state)
{
    (void)state;
    static const char *const bad[] = { "工会 /工(会/", "/（工会[/", "/a**+/", "/\\C/", "title:/+/", "/x{2,1}/" };
    struct arena arena = { 0 };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct err err = { "" };
        struct str text = str_of(bad[i]), head = STR("bad regular expression: ");
        unsigned long column = 0;
        assert_null(query_parse(&arena, text, &err));
        const char *at = strstr(err.text, " at column ");
        assert_true(str_starts(str_of(err.text), head) && at && sscanf(at, " at column %lu of the query", &column) == 1);
        assert_in_range(column, utf8_count(str_sub(text, 0, str_find(text, STR("/"), 0))) + 2, utf8_count(text));
    }
    arena_finish(&arena);
}

static void what_is_unknown_answers_no_field(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    static const char *const none[] = { "开会", NULL };
    struct article *article = report_make(&arena, "题", none);
    static const char *const fields[] = { "place:市", "kind:会", "people:方", "year:..2030", "no:0..", "year:2019" };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        assert_int_equal(ask(&arena, article, str_of(fields[i])), -1);
    assert_int_equal(ask(&arena, article, STR("-year:2019 -no:2")), 0);
    article->published = STR("2019-01-01");
    assert_int_equal(ask(&arena, article, STR("year:2019")), 0); /* at least published then */
    arena_finish(&arena);
}

/* Words of two letters in texts of two letters, judged once more by hand. */
static bool slow_has(const struct article *article, const char *word)
{
    for (size_t i = 0; i < article->n_paragraphs; i++)
        if (str_has(article->paragraphs[i], str_of(word)))
            return true;
    return str_has(article->title, str_of(word));
}

static void random_questions(void **state)
{
    (void)state;
    static const char *const words[] = { "会", "议", "会会", "会议", "议会", "议议", "会议会", "议会议" };
    struct dice dice = { 53 };
    for (int round = 0; round < 20000; round++) {
        struct arena arena = { 0 };
        char texts[3][64] = { "", "", "" }, query[200] = "";
        for (int i = 0; i < 3; i++)
            for (size_t n = roll_below(&dice, 5); n > 0; n--)
                strcat(texts[i], roll_below(&dice, 2) ? "会" : "议");
        const char *const paragraphs[] = { texts[1], texts[2], NULL };
        struct article *article = report_make(&arena, texts[0], paragraphs);
        bool wanted = true;
        for (size_t n = 1 + roll_below(&dice, 3); n > 0; n--) {
            bool exclude = roll_below(&dice, 3) == 0, holds = false;
            strcat(query, exclude ? " -" : " ");
            for (size_t k = 1 + roll_below(&dice, 2); k > 0; k--) {
                const char *word = words[roll_below(&dice, sizeof words / sizeof *words)];
                holds |= slow_has(article, word);
                strcat(strcat(query, word), k > 1 ? "|" : "");
            }
            wanted &= holds != exclude;
        }
        if ((ask(&arena, article, str_of(query)) >= 0) != wanted)
            fail_msg("%s: in %s, %s, %s", query, texts[0], texts[1], texts[2]);
        arena_finish(&arena);
    }
}

/* Whatever is typed, a question or words come back, and the column is within the text. */
static void anything_may_be_typed(void **state)
{
    (void)state;
    static const char *const pieces[] = { "\"", "-", "|", " ", "title:", "year:", "no:", "..",
                                          "2017", "会", "\u3000", "lit:", "py:", ":", "/", "(", "\\", "x", "\n", "\x01" };
    struct dice dice = { 59 };
    for (int round = 0; round < 8000; round++) {
        struct arena arena = { 0 };
        struct buf text = buf_make(&arena, 4000);
        for (size_t n = roll_below(&dice, 12); n > 0; n--) {
            char utf8[4];
            if (roll_below(&dice, 8))
                buf_add_cstr(&text, pieces[roll_below(&dice, sizeof pieces / sizeof *pieces)]);
            else
                buf_add_bytes(&text, utf8, utf8_put(roll_code_point(&dice), utf8));
        }
        struct err err = { "" };
        struct query *query = query_parse(&arena, buf_str(&text), &err);
        assert_int_equal(query == NULL, err.text[0] != '\0');
        if (query)
            ask(&arena, report(&arena), buf_str(&text));
        arena_finish(&arena);
    }
}

/* Questions that could take for ever, or all memory, if nobody saw to it. That they end is the test. */
static void ends(struct arena *arena, const struct article *article, struct str question, bool gives_up)
{
    struct err err = { "" };
    struct query *query = query_parse(arena, question, &err);
    struct twin twin = twin_make(arena, article);
    struct hits hits = { 0 };
    if (query) {
        if (query_match(arena, query, &twin, &hits).gave_up != gives_up)
            fail_msg("%.*s", question.n < 100 ? (int)question.n : 100, question.p);
    } else {
        assert_true(err.text[0] != '\0');
    }
}

static struct str repeated(struct arena *arena, const char *before, const char *s, size_t n, const char *after)
{
    struct buf out = buf_make(arena, (size_t)1 << 30);
    buf_add_cstr(&out, before);
    for (size_t i = 0; i < n; i++)
        buf_add_cstr(&out, s);
    buf_add_cstr(&out, after);
    return buf_str(&out);
}

static void every_search_ends(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    static const char *const none[] = { NULL };
    struct article *article = report_make(&arena, "题", none);
    struct str paragraphs[] = { repeated(&arena, "", "a", 100000, ""), repeated(&arena, "", "啊", 100000, ""), repeated(&arena, "", "会议", 50000, "") };
    article->paragraphs = paragraphs;
    article->n_paragraphs = 3;
    ends(&arena, article, repeated(&arena, "", "啊", 50000, "会"), false);
    ends(&arena, article, repeated(&arena, "", "a", 100000, "b"), false);
    ends(&arena, article, repeated(&arena, "", "a", 62, "b"), false);
    ends(&arena, article, repeated(&arena, "py:", "a", 100000, ""), false);
    ends(&arena, article, repeated(&arena, "", "会|", 30000, "议"), false);
    ends(&arena, article, repeated(&arena, "", "会 ", 30000, "议"), false);
    ends(&arena, article, repeated(&arena, "", "a ", 60, "b"), false);
    ends(&arena, article, repeated(&arena, "/", "(", 30000, "/"), false);
    ends(&arena, article, repeated(&arena, "/", "会|", 500, "议/"), false);
    ends(&arena, article, repeated(&arena, "/(", "会|", 40000, "议)/"), false);
    ends(&arena, article, repeated(&arena, "/", "(a|", 200, "b)/"), false);
    ends(&arena, article, STR("/((((a{1000}){1000}){1000}){1000})/"), false);
    ends(&arena, article, STR("/(a+)+b/"), false); /* PCRE2 sees that there is no b */
    ends(&arena, article, STR("/(a+)+[bc]/"), true);
    ends(&arena, article, STR("/(a|aa)+$x?[bc]/"), true);
    ends(&arena, article, STR("/(会议|会|议)+[工作]/"), true);
    ends(&arena, article, STR("/(?=((会|议)+))\\1[工作]/"), true);
    arena_finish(&arena);
}

static void expressions(void **state)
{
    (void)state;
    static const struct {
        const char *query;
        long hits;
    } some[] = {
        { "/工[会會]/", 2 },     { "/工会$/", -1 },        { "/^开幕/", 1 },      { "/第[一二三]次/", 1 },  { "/Gdp\\s+GROWTH/", 1 },
        { "/（?gdp）?/", 1 },    { "/5％。/", 1 },         { "/x*/", -1 },        { "/[一-龥]{9,}/", 2 },  { "/[a-z]+/", 2 },
        { "/[幕開-]/", 4 },      { "/\\d％/", 1 },       { "/a\\/b|工/", 3 }, { "title:/^某.*幕$/", 1 }, { "people:/^方.$/", 0 },
        { "place:/^市/", -1 },   { "-/无/", 0 },           { "/无/|/开/", 2 },    { "/(?<=工)会/", 2 },    { "/会\\K工/", 1 },
        { "/出席。方圆/", -1 },  { "/席\\W+方/", -1 },
    };
    struct arena arena = { 0 };
    struct article *article = report(&arena);
    for (size_t i = 0; i < sizeof some / sizeof *some; i++) {
        long hits = ask(&arena, article, str_of(some[i].query));
        if (hits != some[i].hits)
            fail_msg("%s: %ld", some[i].query, hits);
    }
    arena_finish(&arena);
}

static void letters(void **state)
{
    (void)state;
    static const char *const text[] = { "发扬主人翁精神。", "西安的先锋，略阳，吕梁；单县。ABC Xian", "著名的乾隆", NULL };
    static const struct {
        const char *query;
        long hits;
    } some[] = {
        { "zhurenweng", 1 },  { "zry", -1 },      { "zrw", 1 },        { "zhrw", 1 },      { "zhurenw", 1 },    { "zhurenwe", 1 },
        { "zhurew", -1 },     { "py:\"zhu r weng\"", 1 }, { "py:\"zh u r\"", -1 }, { "zhǔrénwēng", 1 }, { "xian", 4 }, { "xi'an", 2 },
        { "XIAN", 1 },        { "Xian", 1 },      { "\"xian\"", 1 }, { "lit:xian", 1 },  { "py:xian", 3 },     { "py:XIAN", 3 },
        { "lueyang", 1 },     { "lveyang", 1 },   { "lǚliáng", 1 },    { "lvl", 1 },       { "shanxian", 1 },    { "danx", 1 },
        { "zhuming", 1 },     { "qianlong", 1 },  { "abc", 1 },        { "py:abc", -1 },   { "zhu人weng", 1 },   { "title:shi", 1 },
        { "people:fy", 0 },   { "people:fangy", 0 }, { "place:moushi", 0 }, { "kind:ghdb", 0 }, { "-zrw", -1 },
    };
    struct arena arena = { 0 };
    struct article *article = report(&arena), *other = report_make(&arena, "某市", text);
    article->paragraphs = other->paragraphs;
    article->n_paragraphs = other->n_paragraphs;
    for (size_t i = 0; i < sizeof some / sizeof *some; i++) {
        long hits = ask(&arena, article, str_of(some[i].query));
        if (hits != some[i].hits)
            fail_msg("%s: %ld", some[i].query, hits);
    }
    arena_finish(&arena);
}

/* What a question needs, written as runs: | between those of one need, ~ for each word in letters, blanks between needs. */
static void what_is_needed(void **state)
{
    (void)state;
    static const struct {
        const char *query, *needs;
    } some[] = {
        { "工會", "工会" },
        { "工", "" },
        { "工会 开幕|闭幕 -没有", "工会 开幕|闭幕" },
        { "工会|开", "" },
        { "GDP \"a b\" lit:py:x", "gdp a b py:x" },
        { "gdp py:gonghui", "gdp~ ~" },
        { "gong", "" },
        { "gongh|工会", "gongh|工会~" },
        { "-gongh", "" },
        { "title:工会 people:方圆 place:某市 kind:大会 year:100 no:65", "工会 方圆 某市 大会 \nd A\n" },
        { "year:97..99", "\na|\nb|\nc" },
        { "year:97..98|101", "\na|\nb|\ne" },
        { "year:..2", "\n\1|\n\2" },
        { "year:2017..", "" },
        { "no:1..65", "" },
        { "-year:2017", "" },
        { "/第[一二三]次代表大會/", "次代表大会" },
        { "/工会.*代表们?/|开幕", "工会|开幕" },
        { "/工会|代表/", "" },
        { "/(工会|代表)大会/", "大会" },
        { "/(工会)*大会+/", "" },
        { "/大会议+/", "大会" },
        { "/代表{2}大会/", "大会" },
        { "/[^]代表)]大会/", "大会" },
        { "/[]代表(]大会/", "大会" },
        { "/(a(代表[)]工作)b)大会/", "大会" },
        { "/\\(代表大会\\)/", "代表大会" },
        { "/代表(*ACCEPT)大会工作/", "" },
        { "/\\Q代表*\\E/", "" },
        { "/(?x)代表 大会 # 工作\n/", "" },
        { "/代表（大会）/", "代表" },
        { "/./", "" },
    };
    struct arena arena = { 0 };
    for (size_t i = 0; i < sizeof some / sizeof *some; i++) {
        struct needs needs = query_needs(&arena, query_parse(&arena, str_of(some[i].query), NULL));
        struct buf got = buf_make(&arena, 1000);
        for (size_t k = 0; k < needs.n; k++) {
            buf_add_cstr(&got, k ? " " : "");
            for (size_t m = 0; m < needs.v[k].n; m++) {
                buf_add_cstr(&got, m ? "|" : "");
                for (size_t u = 0; u < needs.v[k].runs[m].n; u++) {
                    char utf8[4];
                    buf_add_bytes(&got, utf8, utf8_put(unit_at(needs.v[k].runs[m], u), utf8));
                }
            }
            for (size_t m = 0; m < needs.v[k].n_letters; m++)
                buf_add_cstr(&got, "~");
        }
        if (!str_eq(buf_str(&got), str_of(some[i].needs)))
            fail_msg("%s: %.*s", some[i].query, (int)got.n, got.p);
    }
    arena_finish(&arena);
}

static void scores(void **state)
{
    (void)state;
    const struct answer none = { .yes = true }, one = { 1, 0, 0, true, false }, many = { 900, 0, 0, true, false }, heading = { 1, 0, 1, true, false },
                        title = { 1, 1, 0, true, false }, both = { 3, 1, 1, true, false };
    const struct answer *order[] = { &none, &one, &many, &heading, &title, &both };
    for (size_t i = 1; i < sizeof order / sizeof *order; i++)
        assert_true(query_score(order[i - 1]) < query_score(order[i]));
}

static void matches_in_headings(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    static const char *const text[] = { "一、回顾工会", "工会", "（一）工会、工会", NULL };
    static struct heading outline[] = {
        { 1, HEADING_NUMBERED, STR_INIT("一、回顾"), 0, 0 },
        { 2, HEADING_NUMBERED, STR_INIT("（一）工会"), 2, 0 },
    };
    struct article *article = report_make(&arena, "工会工会", text);
    article->outline = outline;
    article->n_outline = 2;
    struct twin twin = twin_make(&arena, article);
    struct hits hits = { 0 };
    struct answer answer = query_match(&arena, query_parse(&arena, STR("工会"), NULL), &twin, &hits);
    assert_int_equal(answer.matches, 6);
    assert_int_equal(answer.in_title, 2);
    assert_int_equal(answer.in_headings, 1);
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(questions),
        cmocka_unit_test(questions_that_are_refused),
        cmocka_unit_test(expressions_that_are_refused),
        cmocka_unit_test(what_is_unknown_answers_no_field),
        cmocka_unit_test(random_questions),
        cmocka_unit_test(anything_may_be_typed),
        cmocka_unit_test(every_search_ends),
        cmocka_unit_test(expressions),
        cmocka_unit_test(letters),
        cmocka_unit_test(what_is_needed),
        cmocka_unit_test(scores),
        cmocka_unit_test(matches_in_headings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
