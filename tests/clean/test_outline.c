/* Sections of a report (cleaning.md 9). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "clean/capture.h"
#include "clean/outline.h"

/* The headings of a report of these paragraphs: kind and text, parted by |. */
static void check(const char *title, const char *text, const char *want)
{
    struct arena arena = { 0 };
    struct draft draft = capture_lines(&arena, text);
    struct article article = { .title = str_of(title) };
    struct buf got = buf_make(&arena, 1 << 16);
    article.paragraphs = NEW_N(&arena, struct str, draft.blocks.n + 1);
    for (size_t i = 0; i < draft.blocks.n; i++)
        article.paragraphs[article.n_paragraphs++] = draft.blocks.v[i].text;
    outline(&arena, &article);
    for (size_t i = 0; i < article.n_outline; i++) {
        const struct heading *h = &article.outline[i];
        buf_add_format(&got, "%s%d%s:", i ? "|" : "", h->level, heading_kind_name(h->kind));
        buf_add(&got, h->text);
        assert_true(str_starts(str_sub(article.paragraphs[h->paragraph], h->offset, (size_t)-1), h->text));
    }
    assert_string_equal(capture_cstr(&arena, got.n ? buf_str(&got) : STR("")), want);
    arena_finish(&arena);
}

static void numbered_headings(void **state)
{
    (void)state;
    check("", "一、认清形势，增强责任。\n（一）抓基层。\n1.抓组织。\n二、明确任务。", "1heading:一、认清形势|2heading:（一）抓基层|3heading:1.抓组织|1heading:二、明确任务");
    check("", "一 关于过去的工作。\n二 关于今后的任务。", "1heading:一 关于过去的工作|1heading:二 关于今后的任务");
    check("", "一线职工代表参加会议。\n一个都不能少。\n二十大精神鼓舞人心。", "");
    check("", "一、唱歌;二、跳舞;三、照相。", "");
}

static void lists(void **state)
{
    (void)state;
    check("", "要做到：一是讲政治；二是讲大局；三要讲奉献。", "2enumeration:一是讲政治|2enumeration:二是讲大局|2enumeration:三要讲奉献");
    check("", "一是一，二是二，来不得半点虚假。", "");
    check("", "会期一共四天。十是个整数，九是个单数。", "");
    check("", "一是要学。\n二是要干。\n一是要想。\n二是要试。", "2enumeration:一是要学|2enumeration:二是要干|2enumeration:一是要想|2enumeration:二是要试");
    check("", "三是要干。", "");
}

static void speakers(void **state)
{
    (void)state;
    check("", "市委书记秦岭强调，工会要服务职工。", "1speaker:市委书记秦岭强调");
    check("", "市委书记秦岭强调，要服务。\n秦岭希望，大家努力。", "1speaker:市委书记秦岭强调|3demand:要服务|2speaker:秦岭希望");
    check("", "就做好工会工作，秦岭要求，全市上下共同努力。", "1speaker:秦岭要求");
    check("", "他强调，工会要服务职工。", "");
    check("", "“让我们共同努力！”秦岭说。", "");
}

static void ceremony(void **state)
{
    (void)state;
    check("", "上午9时，大会在庄严的国歌声中隆重开幕。", "1ceremony:大会在庄严的国歌声中隆重开幕");
    check("", "市妇联负责人代表群众团体致贺词。", "1ceremony:市妇联负责人代表群众团体致贺词");
    check("", "大会由区总工会主席何秋水主持。", "1ceremony:大会由区总工会主席何秋水主持");
    check("", "全体起立，奏唱国歌。", "1ceremony:奏唱国歌");
    check("", "他从小爱听国歌声里长大的故事。", "");
}

static void what_leads(void **state)
{
    (void)state;
    check("", "6月20日，青岚县工会第四次代表大会开幕。", "1lead:青岚县工会第四次代表大会开幕");
    check("在大会上的讲话", "今天，青岚县工会第四次代表大会开幕了。", "");
}

static void demands(void **state)
{
    (void)state;
    check("", "市委书记秦岭指出，形势很好。要抓学习，提高本领。要抓落实，见到成效。",
          "1speaker:市委书记秦岭指出|3demand:要抓学习|3demand:要抓落实");
    check("", "要抓学习，提高本领。要抓落实，见到成效。", "");
    check("", "市委书记秦岭要求，要坚持正确方向，永葆政治本色。要把工会工作放在全局中去谋划，形成合力。加强自身建设，增强工作活力。",
          "1speaker:市委书记秦岭要求|3demand:要坚持正确方向|3demand:加强自身建设");
    check("", "市委书记秦岭指出，形势很好。加强自身建设，增强工作活力。", "1speaker:市委书记秦岭指出");
    check("", "市委书记秦岭指出，形势很好。\n要永葆忠诚本色，在强化政治引领中扛起工会的使命。要把党的领导作为最高原则，认真落实。要擦亮改革"
              "底色，在延伸服务触角中激发工会的动能。",
          "1speaker:市委书记秦岭指出|3demand:要永葆忠诚本色|3demand:要擦亮改革底色");
}

/* capture_lines knows no notices: the article says which paragraph is one. */
static void numbers_that_a_gap_swallowed(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct str paragraphs[] = { STR("一、认清形势。"), STR("此处隐藏99字"), STR("四、明确任务。"), STR("六、加强领导。") };
    struct gap gap = { 1, 99, paragraphs[1] };
    struct article article = { .paragraphs = paragraphs, .n_paragraphs = 4, .gaps = &gap, .n_gaps = 1 };
    outline(&arena, &article);
    assert_int_equal(article.n_outline, 5);
    assert_string_equal(capture_cstr(&arena, article.outline[2].text), "缺二至三");
    assert_int_equal(article.outline[2].kind, HEADING_GAP);
    assert_int_equal(article.outline[2].paragraph, 2);
    assert_int_equal(article.outline[4].kind, HEADING_NUMBERED); /* no gap, no word of it */

    struct str nested[] = { STR("一、形势。"), STR("（一）国内。"), STR("此处隐藏99字"), STR("（四）国外。"), STR("三、任务。") };
    struct gap first = { 2, 99, nested[2] };
    article = (struct article){ .paragraphs = nested, .n_paragraphs = 5, .gaps = &first, .n_gaps = 1 };
    outline(&arena, &article);
    assert_int_equal(article.n_outline, 7);
    assert_string_equal(capture_cstr(&arena, article.outline[3].text), "缺二至三");
    assert_string_equal(capture_cstr(&arena, article.outline[5].text), "缺二");
    arena_finish(&arena);
}

static void parts_of_a_report(void **state)
{
    (void)state;
    check("", "报告分为三个部分：过去的工作；今后的任务；自身建设。", "2enumeration:过去的工作|2enumeration:今后的任务|2enumeration:自身建设");
    check("", "大会分为三个代表团：东片团；西片团；南片团。", "");
    check("", "报告分为三个部分。代表们认为：报告很好；任务很明；措施很实。", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbered_headings),
        cmocka_unit_test(lists),
        cmocka_unit_test(speakers),
        cmocka_unit_test(ceremony),
        cmocka_unit_test(what_leads),
        cmocka_unit_test(demands),
        cmocka_unit_test(numbers_that_a_gap_swallowed),
        cmocka_unit_test(parts_of_a_report),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
