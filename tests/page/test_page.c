/* Tests of page: lines give the text back, none is too wide, and every way to a line leads to the same one. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "clean/clean.h"
#include "host/file.h"
#include "page/page.h"
#include "random.h"
#include "reports.h"
#include "text/cell.h"
#include "text/han.h"

static const struct page_rules plain = { 0, { BREAKS_STRICT, false }, false };

/* A report of random text, with all that a page can show of it. */
static struct article *random_report(struct arena *arena, struct dice *dice)
{
    struct article *article = NEW(arena, struct article);
    article->title = roll_text(arena, dice, 30);
    article->subtitle = roll_text(arena, dice, roll_below(dice, 3) * 10);
    article->n_paragraphs = roll_below(dice, 6);
    article->paragraphs = NEW_N(arena, struct str, article->n_paragraphs + 1);
    for (size_t i = 0; i < article->n_paragraphs; i++)
        article->paragraphs[i] = roll_text(arena, dice, roll_below(dice, 2) ? 300 : 3);
    article->authors = NEW(arena, struct author);
    article->authors->name = roll_text(arena, dice, 20);
    article->n_authors = roll_below(dice, 2);
    article->delegates = roll_below(dice, 2) ? 120 : -1;
    if (roll_below(dice, 2))
        article->source = roll_text(arena, dice, 40);
    if (roll_below(dice, 2) && article->n_paragraphs) {
        article->gaps = NEW(arena, struct gap);
        article->gaps->paragraph = roll_below(dice, article->n_paragraphs);
        article->n_gaps = 1;
        article->outline = NEW(arena, struct heading);
        article->outline->paragraph = roll_below(dice, article->n_paragraphs);
        article->outline->text = str_sub(article->paragraphs[article->outline->paragraph], 0, 0);
        article->n_outline = 1;
    }
    article_seal(article);
    return article;
}

/* No line is wider than the page (but one that holds a single character of two cells in one), unless a mark hangs behind its end. */
static void check_width(const struct page *page, const struct page_line *line, struct page_rules rules, int width)
{
    int cells = line->indent + (int)cells_of(line->text);
    assert_true(line->indent >= 0);
    if (cells > page_cells(page) && page_cells(page) > 1) {
        size_t last = line->text.n;
        assert_true(rules.lines.hang && (line->kind == PAGE_TEXT || line->kind == PAGE_GAP) && cells <= width);
        assert_non_null(strchr("，。、；：！？,.;:!?", *(utf8_prev(line->text, &last), line->text.p + last)));
        assert_true(cells_of(str_sub(line->text, 0, last)) + (size_t)line->indent <= (size_t)page_cells(page));
    }
    if (cells > page_cells(page) && page_cells(page) == 1)
        assert_true(cells == 2 && cluster_at(line->text, 0).len == line->text.n);
}

/* The spans of a line are its label and its text, side by side, and each knows its place. */
static void check_spans(const struct page *page, const struct page_line *line)
{
    size_t at = 0;
    for (struct page_span span = { 0 }; page_next_span(page, line, &span);) {
        if (span.style == PAGE_STYLE_LABEL)
            assert_true(at == 0 && span.text.n <= line->label && !span.placed);
        assert_true(span.text.n > 0 && span.text.p == line->text.p + at);
        assert_int_equal(span.placed, line->placed);
        assert_int_equal(span.place.offset, line->place.offset + at);
        assert_int_equal(span.col, line->indent + (int)cells_of(str_sub(line->text, 0, at)));
        at += span.text.n;
    }
    assert_int_equal(at, line->text.n);
}

/* The blanks that a paragraph begins with are not shown: the indent stands for them. */
static size_t own_indent(const struct article *article, size_t paragraph)
{
    for (size_t i = 0; i < article->n_gaps; i++)
        if (article->gaps[i].paragraph == paragraph)
            return 0; /* stands in the middle, as it is */
    struct str s = article_paragraph(article, paragraph);
    size_t at = 0;
    while (paragraph < PLACE_SUBTITLE && at < s.n && is_blank(utf8_at(s, at)))
        utf8_next(s, &at);
    return at;
}

/* Goes through a page from start to end: the spots of all lines. Joined, the lines give title, subtitle and paragraphs back. */
static size_t walk_page(struct arena *arena, struct page *page, const struct article *article, struct page_rules rules, int width,
                        struct page_spot **spots)
{
    ARRAY(struct page_spot) all = { 0 };
    size_t paragraph = article->title.n ? PLACE_TITLE : article->subtitle.n ? PLACE_SUBTITLE : 0;
    size_t offset = own_indent(article, paragraph);
    struct page_spot spot = page_start(page);
    do {
        struct page_line line = page_line(page, spot);
        *PUSH(arena, &all) = spot;
        check_width(page, &line, rules, width);
        check_spans(page, &line);
        if (!line.placed)
            continue;
        if (line.place.paragraph != paragraph) { /* the one before was whole */
            assert_int_equal(offset, article_paragraph(article, paragraph).n);
            paragraph = paragraph == PLACE_TITLE && article->subtitle.n ? PLACE_SUBTITLE : paragraph >= PLACE_SUBTITLE ? 0 : paragraph + 1;
            offset = own_indent(article, paragraph);
        }
        assert_true(line.place.paragraph == paragraph && line.place.offset == offset);
        assert_true(str_eq(line.text, str_sub(article_paragraph(article, paragraph), offset, offset + line.text.n)));
        assert_true(line.text.n > 0 || article_paragraph(article, paragraph).n == own_indent(article, paragraph));
        offset += line.text.n;
    } while (page_next(page, &spot));
    assert_int_equal(offset, article_paragraph(article, paragraph).n);
    if (article->n_paragraphs)
        assert_int_equal(paragraph, article->n_paragraphs - 1);
    *spots = all.v;
    return all.n;
}

/* Back from the end the same lines are met, on a page that has not been looked at before. */
static void check_way_back(struct page *page, const struct page_spot *spots, size_t n)
{
    struct page_spot spot = page_end(page);
    for (size_t i = n; i-- > 0;) {
        assert_int_equal(page_spot_cmp(spot, spots[i]), 0);
        assert_int_equal(page_prev(page, &spot), i > 0);
    }
    assert_int_equal(page_spot_cmp(spot, page_start(page)), 0);
}

/* Every byte of every line leads to its line, by spot, by place and by distance from the start. */
static void check_line(struct page *page, struct page_spot spot, struct page_spot next, bool last, size_t step)
{
    struct page_line line = page_line(page, spot);
    size_t before = page_before(page, spot);
    assert_int_equal(page_spot_cmp(page_seek(page, before), spot), 0);
    assert_true(page_spot_cmp(spot, next) < 0 || last);
    for (size_t i = 0; i < line.text.n; i += step) {
        struct page_spot within = { spot.block, spot.offset + i };
        assert_int_equal(page_spot_cmp(page_at(page, within), spot), 0);
        assert_int_equal(page_spot_cmp(page_seek(page, before + i), spot), 0);
        if (line.placed)
            assert_int_equal(page_spot_cmp(page_find(page, (struct place){ line.place.paragraph, line.place.offset + i }), spot), 0);
    }
    if (!last)
        assert_true(page_before(page, next) > before);
    assert_true(before < page_bytes(page));
}

static void check_page(struct arena *arena, const struct article *article, int width, struct page_rules rules, size_t step)
{
    struct page *page = page_make(arena, article, width, rules), *fresh = page_make(arena, article, width, rules);
    struct page_spot *spots;
    int room = rules.lines.hang && width >= 24 ? width - 2 : width;
    assert_int_equal(page_cells(page), rules.measure > 0 && 2 * rules.measure < room ? 2 * rules.measure : room);
    size_t n = walk_page(arena, page, article, rules, width, &spots);
    check_way_back(fresh, spots, n);
    for (size_t i = 0; i < n; i++)
        check_line(page, spots[i], spots[i + 1 < n ? i + 1 : i], i + 1 == n, step);
    assert_int_equal(page_spot_cmp(page_seek(page, page_bytes(page) * 2), spots[n - 1]), 0);
    assert_int_equal(page_spot_cmp(page_at(page, (struct page_spot){ 1000000, 0 }), spots[n - 1]), 0);
}

static void random_reports_of_every_width(void **state)
{
    (void)state;
    struct dice dice = { 41 };
    for (int round = 0; round < 1200; round++) {
        struct arena arena = { 0 };
        struct article *article = random_report(&arena, &dice);
        struct page_rules rules = { round % 3 ? (int)roll_below(&dice, 60) : 0, { (enum breaks)roll_below(&dice, N_BREAKS), round % 4 > 0 }, false };
        check_page(&arena, article, 1 + round % 200, rules, 1 + roll_below(&dice, 7));
        arena_finish(&arena);
    }
}

/* The reports of one of the five articles. */
static struct reports read_articles(struct arena *arena, size_t i)
{
    static const char *const names[] = { "000_dd3cd50c1a9b0dee", "001_14ea4aebc46b8507", "002_a91f9b725c2b1236", "003_b8a5f1a8ad61fe87",
                                         "004_27aa59d1629ed0f1" };
    char path[4096];
    struct bytes source;
    struct reports reports = { 0 };
    struct err err;
    snprintf(path, sizeof path, SOURCE_ROOT "/data/articles/%s.txt", names[i]);
    assert_true(file_read(arena, path, &source, &err));
    assert_true(clean(arena, source, NULL, &reports, &err));
    assert_true(reports.n > 0);
    return reports;
}

static void the_five_articles_of_every_width(void **state)
{
    (void)state;
    struct arena arena = { 0 }, work = { 0 };
    for (size_t i = 0; i < 5; i++) {
        struct reports reports = read_articles(&arena, i);
        for (size_t k = 0; k < reports.n; k++)
            for (int width = 1; width <= 200; width++) {
                struct page_rules rules = { width % 2 ? 40 : 0, { BREAKS_STRICT, width % 3 > 0 }, false };
                check_page(&work, &reports.v[k], width, rules, 17);
                arena_reset(&work);
            }
    }
    arena_finish(&work);
    arena_finish(&arena);
}

/* What stood at the top is on the first line at any other width, and stands at the top again when the width is as it was. */
static void a_change_of_width_keeps_the_spot(void **state)
{
    (void)state;
    struct dice dice = { 43 };
    for (int round = 0; round < 2000; round++) {
        struct arena arena = { 0 };
        struct article *article = random_report(&arena, &dice);
        struct page *wide = page_make(&arena, article, 20 + (int)roll_below(&dice, 100), PAGE_RULES_USUAL);
        struct page *other = page_make(&arena, article, 1 + (int)roll_below(&dice, 120), PAGE_RULES_USUAL);
        struct page_spot spot = page_seek(wide, roll_below(&dice, page_bytes(wide))), there = page_at(other, spot);
        struct page_line line = page_line(other, there);
        assert_true(there.block == spot.block && there.offset <= spot.offset);
        assert_true(spot.offset < there.offset + line.text.n || spot.offset == 0);
        assert_int_equal(page_spot_cmp(page_at(wide, spot), spot), 0);
        arena_finish(&arena);
    }
}

static void a_page_of_nothing(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct article nothing = { .delegates = -1 };
    for (int width = 1; width < 30; width++) {
        struct page *page = page_make(&arena, &nothing, width, PAGE_RULES_USUAL);
        struct page_spot spot = page_start(page), end = page_end(page);
        assert_int_equal(page_spot_cmp(spot, end), 0);
        assert_int_equal(page_line(page, spot).text.n, 0);
        assert_false(page_next(page, &spot));
        assert_false(page_prev(page, &spot));
        assert_true(page_bytes(page) > 0);
        page_find(page, (struct place){ PLACE_TITLE, 5 });
        page_find(page, (struct place){ 99, 5 });
    }
    arena_finish(&arena);
}

static void columns_of_offsets(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    static const char *const text[] = { "会a议在礼堂举行大会会场", NULL };
    struct article *article = report_make(&arena, "题", text);
    struct page *page = page_make(&arena, article, 20, plain);
    struct page_line line = page_line(page, page_find(page, (struct place){ 0, 0 }));
    assert_int_equal(line.indent, 4);
    assert_int_equal(page_column(&line, 0), 4);
    assert_int_equal(page_column(&line, 3), 6);
    assert_int_equal(page_column(&line, 4), 7);
    assert_int_equal(page_column(&line, 7), 9);
    assert_int_equal(page_column(&line, 1000), 4 + (int)cells_of(line.text)); /* beyond the line: its end */
    struct page_line second = page_line(page, page_find(page, (struct place){ 0, line.text.n }));
    assert_int_equal(second.indent, 0);
    assert_int_equal(page_column(&second, 0), 0);
    assert_int_equal(page_column(&second, line.text.n + 3), 2);
    arena_finish(&arena);
}

static void titles_stand_in_the_middle(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    static const char *const text[] = { "会", NULL };
    struct page *page = page_make(&arena, report_make(&arena, "大会开幕", text), 20, plain);
    struct page_line line = page_line(page, page_start(page));
    assert_int_equal(line.kind, PAGE_TITLE);
    assert_int_equal(line.indent, 6);
    arena_finish(&arena);
}

/* A report of one paragraph of 50 MB. */
static struct article *endless(struct arena *arena)
{
    enum { SIZE = 50 << 20 };
    static const char sentence[] = "大会号召全市职工，共同努力；";
    char *text = arena_alloc(arena, SIZE, 1);
    for (size_t at = 0; at + sizeof sentence <= SIZE; at += sizeof sentence - 1)
        memcpy(text + at, sentence, sizeof sentence - 1);
    struct article *article = NEW(arena, struct article);
    *article = (struct article){ .title = STR("长"), .delegates = -1, .n_paragraphs = 1 };
    article->paragraphs = NEW(arena, struct str);
    article->paragraphs[0] = (struct str){ text, SIZE / (sizeof sentence - 1) * (sizeof sentence - 1) };
    return article;
}

static double seconds_since(clock_t start)
{
    return (double)(clock() - start) / CLOCKS_PER_SEC;
}

static void the_first_screen_costs_little(void **state)
{
    (void)state;
    struct arena arena = { 0 }, page_arena = { 0 };
    struct article *article = endless(&arena);
    clock_t start = clock();
    for (int round = 0; round < 100; round++) {
        struct page *page = page_make(&page_arena, article, 80, PAGE_RULES_USUAL);
        struct page_spot spot = page_start(page);
        for (int row = 0; row < 50; row++) {
            page_line(page, spot);
            page_next(page, &spot);
        }
        assert_true(page_before(page, spot) < 10000);
    }
    assert_true(page_arena.used < 1 << 20);
    assert_true(seconds_since(start) < 5); /* a hundred times; to set it all once takes as long */
    arena_finish(&page_arena);
    arena_finish(&arena);
}

static void the_end_of_a_long_paragraph(void **state)
{
    (void)state;
    struct arena arena = { 0 }, page_arena = { 0 };
    struct article *article = endless(&arena);
    clock_t start = clock();
    struct page *page = page_make(&page_arena, article, 80, PAGE_RULES_USUAL);
    struct page_spot spot = page_end(page);
    for (int row = 0; row < 1000; row++)
        assert_true(page_prev(page, &spot));
    for (int row = 0; row < 1000; row++)
        assert_true(page_next(page, &spot));
    assert_false(page_next(page, &spot));
    for (size_t i = 0; i <= 100; i++)
        page_seek(page, page_bytes(page) / 100 * i);
    assert_true(seconds_since(start) < 60); /* some seconds; quadratic, it were hours */
    arena_finish(&page_arena);
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_reports_of_every_width),
        cmocka_unit_test(the_five_articles_of_every_width),
        cmocka_unit_test(a_change_of_width_keeps_the_spot),
        cmocka_unit_test(a_page_of_nothing),
        cmocka_unit_test(columns_of_offsets),
        cmocka_unit_test(titles_stand_in_the_middle),
        cmocka_unit_test(the_first_screen_costs_little),
        cmocka_unit_test(the_end_of_a_long_paragraph),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
