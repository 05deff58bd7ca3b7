/* Tests of page/traces and of pages that show them. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "article/script.h"
#include "page/page.h"
#include "random.h"
#include "reports.h"
#include "text/cell.h"

static struct arena arena;

static void check(struct str got, const char *wanted)
{
    if (!str_eq(got, str_of(wanted)))
        fail_msg("'%.*s', not '%s'", (int)got.n, got.p, wanted);
}

static struct traced_text put(const char *text)
{
    static const struct traces none;
    return traces_put(&arena, str_of(text), &none, 0);
}

static void hidden_characters(void **state)
{
    (void)state;
    check(put("会议　召开").text, "会议␣ 召开");
    check(put("a b\u200Bc\u00A0d").text, "a b‹200B›c‹A0›d");
    check(put("\uFEFF葛\uFE0F\u202E\uE000\x01").text, "‹FEFF›葛‹FE0F›‹202E›‹E000›‹1›");
    check(put("“会议”——……é e\u0301①").text, "“会议”——……é e\u0301①");
    check(put("").text, "");
}

/* A report with a join, a repair, a gap and a number that is missing. */
static struct article *report(void)
{
    static const char *const paragraphs[] = { "一、会议召开", "——此处隐藏——", "三、会议结束", NULL };
    static struct join joins[] = { { 0, 12 } };
    static struct repair repairs[] = { { STR_INIT("侩议"), STR_INIT("会议"), 0, 6 }, { STR_INIT("甲"), STR_INIT("大"), PLACE_TITLE, 0 } };
    static struct gap gaps[] = { { 1, 1699, STR_INIT("——此处隐藏——") } };
    static struct heading outline[] = { { 1, HEADING_NUMBERED, STR_INIT("一、会议召开"), 0, 0 },
                                        { 1, HEADING_GAP, STR_INIT("——此处隐藏——"), 1, 0 },
                                        { 1, HEADING_GAP, STR_INIT("缺二"), 2, 0 },
                                        { 1, HEADING_NUMBERED, STR_INIT("三、会议结束"), 2, 0 } };
    struct article *article = report_make(&arena, "大会", paragraphs);
    article->joins = joins;
    article->repairs = repairs;
    article->gaps = gaps;
    article->outline = outline;
    article->n_joins = article->n_gaps = 1;
    article->n_repairs = 2;
    article->n_outline = 4;
    return article;
}

static struct str traced(const struct article *article, size_t paragraph)
{
    struct traces traces = traces_of(&arena, article);
    return traces_put(&arena, article_paragraph(article, paragraph), &traces, paragraph).text;
}

static void what_cleaning_did(void **state)
{
    (void)state;
    const struct article *article = report();
    check(traced(article, PLACE_TITLE), "大‹←甲›会");
    check(traced(article, 0), "一、会议↵‹←侩议›召开");
    check(traced(article, 1), "——此处隐藏——‹hidden: 1699 characters›");
    check(traced(article, 2), "‹缺二›三、会议结束");
    const struct article *hant = article_turned(&arena, article, NULL, NULL);
    check(traced(hant, 0), "一、會議↵‹←侩议›召開");
    check(traced(hant, 2), "‹缺二›三、會議結束");
}

static void long_repairs_are_cut(void **state)
{
    (void)state;
    char from[3001] = "";
    memset(from, 'x', 3000);
    struct repair repair = { str_of(from), STR("会"), 0, 0 };
    static const char *const paragraphs[] = { "会", NULL };
    struct article *article = report_make(&arena, "", paragraphs);
    article->repairs = &repair;
    article->n_repairs = 1;
    check(traced(article, 0), "会‹←xxxxxxxxxxxxxxxxxxxxxxxx…›");
}

/* There and back from every offset, of random texts with traces at random places. */
static void offsets_there_and_back(void **state)
{
    (void)state;
    struct dice dice = { 7 };
    for (int i = 0; i < 300; i++, arena_reset(&arena)) {
        struct str text = roll_text(&arena, &dice, 60);
        struct traces traces = { .v = NULL };
        for (size_t at = 0; at <= text.n; at += 1 + roll_below(&dice, 9))
            if (begins_cluster(text, at) || at == text.n)
                *PUSH(&arena, &traces) = (struct trace){ { 3, at }, STR("↵") };
        struct traced_text with = traces_put(&arena, text, &traces, 3);
        size_t before = 0;
        for (size_t at = 0; at <= text.n; at++) {
            size_t behind = traces_behind(&with, at), ahead = traces_before(&with, at);
            assert_true(ahead <= behind && behind <= with.text.n && ahead >= before);
            if (at == text.n || ((unsigned char)text.p[at] & 0xC0) != 0x80)
                assert_int_equal(traces_without(&with, behind), at);
            before = ahead;
        }
        assert_int_equal(traces_without(&with, with.text.n), text.n);
    }
}

/* What must hold of every line: as wide as it may be, its spans all of it, places in order, the column of its start its indent. */
static void check_line(const struct page *page, const struct page_line *line, int cells)
{
    size_t bytes = 0;
    int col = line->indent;
    assert_true(cells_of(line->text) + (size_t)line->indent <= (size_t)cells + HANG_CELLS || cells_fit(line->text, 1000) <= 40);
    for (struct page_span span = { 0 }; page_next_span(page, line, &span);) {
        assert_int_equal(span.col, col);
        assert_true(span.text.n > 0);
        assert_true(span.style != PAGE_STYLE_TRACE || !span.placed);
        bytes += span.text.n;
        col += (int)cells_of(span.text);
    }
    assert_int_equal(bytes, line->text.n);
    assert_true(!line->placed || line->end >= line->place.offset);
}

static void pages_with_traces(void **state)
{
    (void)state;
    static const char *const paragraphs[] = { "会议　　召开了\u200B。", "甲\u00A0乙\u00A0丙会议听取和审议了报告，选举产生了新一届委员会。", "　　会议结束", NULL };
    static struct join joins[] = { { 1, 11 }, { 1, 20 }, { 1, 20 }, { 1, 23 }, { 2, 6 } };
    for (int width = 1; width < 70; width++, arena_reset(&arena)) {
        struct article *article = report_make(&arena, "大会", paragraphs);
        article->joins = joins;
        article->n_joins = 5;
        struct page_rules rules = PAGE_RULES_USUAL;
        rules.traces = true;
        struct page *page = page_make(&arena, article, width, rules);
        struct page_spot spot = page_start(page);
        struct place last = { PLACE_TITLE, 0 };
        do {
            struct page_line line = page_line(page, spot);
            check_line(page, &line, page_cells(page));
            if (!line.placed)
                continue;
            assert_true(place_cmp(last, line.place) <= 0);
            last = line.place;
            struct page_spot there = page_find(page, line.place);
            assert_true(page_spot_cmp(page_at(page, there), there) == 0);
            struct page_line holds = page_line(page, there); /* the place; of a trace that goes over lines, its start */
            assert_true(place_cmp(holds.place, line.place) <= 0 && holds.place.paragraph == line.place.paragraph && holds.end >= line.place.offset);
        } while (page_next(page, &spot));
        assert_true(page_before(page, spot) < page_bytes(page));
    }
}

static void columns(void **state)
{
    (void)state;
    struct article *article = report();
    struct page_rules rules = PAGE_RULES_USUAL;
    rules.traces = true;
    struct page *page = page_make(&arena, article, 60, rules);
    struct page_line line = page_line(page, page_find(page, (struct place){ 0, 12 })); /* 一、会议↵‹←侩议›召开 */
    assert_int_equal(page_column(&line, 6), line.indent + 4);
    assert_int_equal(page_column_before(&line, 12), line.indent + 8);
    assert_int_equal(page_column(&line, 12), line.indent + 8 + 1 + 7);
    assert_int_equal(page_column(&line, 18), line.indent + 8 + 8 + 4);
    assert_int_equal(line.end, 18);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hidden_characters),
        cmocka_unit_test(what_cleaning_did),
        cmocka_unit_test(long_repairs_are_cut),
        cmocka_unit_test(offsets_there_and_back),
        cmocka_unit_test(pages_with_traces),
        cmocka_unit_test(columns),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_finish(&arena);
    return failed;
}
