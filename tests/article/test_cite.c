/* Tests of article/cite: the three forms, with all that is known and with nothing but a title. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "article/cite.h"

static struct arena arena;
static struct str paragraphs[] = { STR_INIT("第一段。"), STR_INIT("大会选举产生了新一届委员会。代表们热烈鼓掌。") };
static struct author authors[] = {
    { STR_INIT("记者"), STR_INIT("钱立言") }, { STR_INIT("通讯员"), STR_INIT("孙和") }, { STR_INIT("责任编辑"), STR_INIT("李编") },
    { { NULL, 0 }, STR_INIT("周全") },        { STR_INIT("记者"), STR_INIT("吴成") },
};

static void check(struct str got, const char *want)
{
    if (!str_eq(got, str_of(want)))
        fail_msg("'%.*s', not '%s'", (int)got.n, got.p, want);
}

static void cites_all_that_is_known(void **state)
{
    (void)state;
    struct article article = { .title = STR("某市工会第三次代表大会召开"), .subtitle = STR("选举产生新一届委员会"), .source = STR("某市日报"),
                               .date = STR("2021-04-01"), .published = STR("2021-04-02"), .authors = authors, .n_authors = 5,
                               .paragraphs = paragraphs, .n_paragraphs = 2 };
    struct quotation passage = { &article, 1, 0, 42 };
    check(cite_passage(&arena, &passage, CITE_PLAIN, "2026-01-02"), "大会选举产生了新一届委员会。\n——《某市工会第三次代表大会召开》, 某市日报, 2021-04-02, ¶2\n");
    check(cite_passage(&arena, &passage, CITE_MARKDOWN, "2026-01-02"),
          "> 大会选举产生了新一届委员会。\n>\n> — 《某市工会第三次代表大会召开》, 某市日报, 2021-04-02, ¶2\n");
    check(cite_passage(&arena, &passage, CITE_GBT7714, "2026-01-02"),
          "大会选举产生了新一届委员会。\n"
          "钱立言, 孙和, 周全, 等. 某市工会第三次代表大会召开: 选举产生新一届委员会[EB/OL]. 某市日报, (2021-04-02)[2026-01-02]: ¶2.\n");
}

static void leaves_out_what_is_not_known(void **state)
{
    (void)state;
    struct article article = { .title = STR("《工人日报》的话"), .paragraphs = paragraphs, .n_paragraphs = 2 };
    struct quotation passage = { &article, PLACE_TITLE, 0, article.title.n };
    check(cite_passage(&arena, &passage, CITE_PLAIN, ""), "《工人日报》的话\n——《工人日报》的话\n");
    check(cite_source(&arena, &passage, CITE_GBT7714, ""), "《工人日报》的话[EB/OL].");
    article.title = STR("***同志到会");
    passage.to = article.title.n;
    check(cite_passage(&arena, &passage, CITE_MARKDOWN, ""), "> \\*\\*\\*同志到会\n>\n> — 《\\*\\*\\*同志到会》\n");
    article.title = STR("《工人日报》的话");
    article.date = STR("2021");
    check(cite_source(&arena, &passage, CITE_GBT7714, "2026-01-02"), "《工人日报》的话[EB/OL]. (2021)[2026-01-02].");
    assert_int_equal(citation_by_name("gbt7714"), CITE_GBT7714);
    assert_int_equal(citation_by_name("bibtex"), N_CITATIONS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cites_all_that_is_known),
        cmocka_unit_test(leaves_out_what_is_not_known),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_finish(&arena);
    return failed;
}
