/* Tests of ui: reports in the other script. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "ui/desk.h"

/* Reports with characters that take four bytes in one script and three in the other, before the words that are looked for. */
static void begin_turning(int rows, int cols)
{
    static const char *paragraphs[PARAGRAPHS + 1];
    static char text[PARAGRAPHS][600];
    for (size_t i = 0; i < PARAGRAPHS; i++) {
        snprintf(text[i], sizeof text[i], "%02zu𫝈𫝈𫝈𫝈𫝈𫝈𫝈𫝈代表们参加会议，畅谈体会。𫝈𫝈𫝈𫝈大家表示，要把会议精神传达下去。会议结束。", i);
        paragraphs[i] = text[i];
    }
    for (desk.n = 0; desk.n < 3; desk.n++) {
        struct article *article = report_make(&desk.arena, "代表们参加会议", paragraphs);
        article->id[0] = (char)('a' + desk.n);
        article->n_outline = 3;
        article->outline = NEW_N(&desk.arena, struct heading, 3);
        for (size_t k = 0; k < 3; k++)
            article->outline[k] = (struct heading){ 1, HEADING_NUMBERED, str_sub(article->paragraphs[9 * k], 34, 49), 9 * k, 34 };
        desk.articles[desk.n] = article;
    }
    desk.articles[1] = article_turned(&desk.arena, desk.articles[1], NULL, NULL);
    ((struct article *)(uintptr_t)desk.articles[1])->written = NULL; /* one that was written so */
    begin_reader(rows, cols);
}

static void there_and_back(void **state)
{
    (void)state;
    begin_turning(12, 40);
    type(&desk, "<Enter>37jx");
    struct str before = kept();
    type(&desk, "s");
    assert_shows(&desk, "繁体字");
    type(&desk, "x");
    assert_shows(&desk, "[繁]");
    assert_shows(&desk, "暢談體會");
    assert_false(shows(&desk, "畅谈体会"));
    struct str turned = kept();
    type(&desk, "jjkkx");
    assert_true(str_eq(look(&desk), turned));
    type(&desk, "sx");
    assert_shows(&desk, "[简]");
    assert_shows(&desk, "畅谈体会");
    type(&desk, "s");
    assert_shows(&desk, "原文");
    type(&desk, "x");
    assert_true(str_eq(look(&desk), before));
}

/* Every line of the report stays at the top, in the card too. */
static void the_very_line_stays(void **state)
{
    (void)state;
    begin_turning(12, 40);
    type(&desk, "<Enter>x");
    for (size_t i = 0; i < 40; i++) {
        struct str before = kept();
        type(&desk, "ssx");
        type(&desk, "sx");
        assert_true(str_eq(look(&desk), before));
        type(&desk, "j");
    }
}

static void other_reports_too(void **state)
{
    (void)state;
    begin_turning(12, 40);
    type(&desk, "<Enter>9jsJx");
    assert_shows(&desk, "[繁]");
    assert_shows(&desk, "代表們參加會議");
    type(&desk, "Jx");
    assert_shows(&desk, "代表們參加會議");
    type(&desk, "KKx");
    struct str there = kept();
    type(&desk, "ssJx"); /* as they were written: the second is traditional */
    assert_shows(&desk, "代表們參加會議");
    type(&desk, "s"); /* the other script of this one */
    assert_shows(&desk, "简体字");
    type(&desk, "sKx");
    assert_true(str_eq(look(&desk), there));
}

static void from_the_list(void **state)
{
    (void)state;
    begin_turning(12, 40);
    type(&desk, "<Enter>qs<Enter>x");
    assert_shows(&desk, "暢談體會");
    type(&desk, "us");
    assert_shows(&desk, "原始的第一行"); /* a capture stays as it is */
    assert_shows(&desk, "原始文本不作");
    type(&desk, "ux");
    assert_shows(&desk, "暢談體會");
}

/* What is searched for stays, and the hit that one is at. */
static void hits_stay(void **state)
{
    (void)state;
    begin_turning(12, 40);
    type(&desk, "<Enter>/会议<Enter>");
    for (size_t i = 0; i < 20; i++)
        type(&desk, "n");
    assert_shows(&desk, "21/91");
    struct str before = kept();
    int row = desk.grid.cursor_row, col = desk.grid.cursor_col;
    type(&desk, "sx");
    assert_shows(&desk, "21/91");
    assert_int_equal(desk.grid.cursor_row, row);
    assert_int_equal(desk.grid.cursor_col, col);
    type(&desk, "nNssx");
    assert_true(str_eq(look(&desk), before));
}

static void hits_of_the_library_stay(void **state)
{
    (void)state;
    begin_turning(12, 40);
    type(&desk, "\\要把<Enter>jjjj<Enter>nn");
    look(&desk);
    int row = desk.grid.cursor_row, col = desk.grid.cursor_col;
    type(&desk, "ssx");
    look(&desk);
    assert_int_equal(desk.grid.cursor_row, row);
    assert_int_equal(desk.grid.cursor_col, col);
    assert_shows(&desk, "/30");
}

static void the_outline_is_turned(void **state)
{
    (void)state;
    begin_turning(12, 40);
    type(&desk, "<Enter>t");
    assert_shows(&desk, "代表们参加");
    type(&desk, "jsx");
    assert_shows(&desk, "代表們參加");
    assert_int_equal(desk.grid.cursor_row, 2);
    type(&desk, "<Enter>");
    assert_shows(&desk, "09");
}

/* What is kept is of the report as it was written. */
static void what_is_kept(void **state)
{
    (void)state;
    begin_turning(12, 40);
    type(&desk, "<Enter>));9jma");
    struct mark mark = desk.mark;
    type(&desk, "smb");
    assert_true(place_cmp(desk.mark.place, mark.place) == 0);
    assert_true(str_eq(desk.mark.quote, mark.quote));
    type(&desk, "x");
    struct str there = kept();
    type(&desk, "G'bx");
    assert_true(str_eq(look(&desk), there));
    type(&desk, "j");
    assert_int_equal(desk.effect.kind, EFFECT_LEAVE);
    assert_ptr_equal(desk.effect.article, desk.articles[0]);
    struct place turned = desk.effect.place;
    type(&desk, "ss<BS>kj");
    assert_true(place_cmp(desk.effect.place, turned) == 0);
}

static void the_passage_as_shown(void **state)
{
    (void)state;
    begin_turning(12, 40);
    type(&desk, "<Enter>s9)y");
    assert_int_equal(desk.effect.kind, EFFECT_COPY);
    struct str text = article_paragraph(desk.effect.article, desk.effect.passage.paragraph);
    assert_true(str_has(str_sub(text, desk.effect.passage.from, desk.effect.passage.to), STR("會議")));
    assert_ptr_equal(article_written(desk.effect.article), desk.articles[0]);
}

static void places_of_other_sessions(void **state)
{
    (void)state;
    begin_turning(12, 40);
    desk.is_left = true;
    desk.left = (struct place){ 7, str_find(desk.articles[0]->paragraphs[7], STR("大家"), 0) };
    type(&desk, "<Enter>x");
    struct str first = kept();
    ui_destroy(desk.ui);
    desk.ui = ui_create(STR(""));
    ui_set_script(desk.ui, SCRIPT_TRADITIONAL);
    resize(&desk, 12, 40);
    type(&desk, "<Enter>x");
    assert_shows(&desk, "[繁]");
    type(&desk, "ssx");
    assert_true(str_eq(look(&desk), first));
}

/* Their places are of the report as it was written, whatever it is shown in. */
static void places_of_other_sessions_meanwhile(void **state)
{
    (void)state;
    begin_turning(12, 40);
    type(&desk, "<Enter>s37jx");
    desk.is_left = true;
    type(&desk, "jk");
    struct str here = kept();
    desk.left = desk.effect.place;
    type(&desk, "q<Enter>");
    assert_true(str_eq(look(&desk), here));
    desk.left = (struct place){ 7, str_find(desk.articles[0]->paragraphs[7], STR("大家"), 0) };
    type(&desk, "q<Enter>x");
    static char there[4000];
    snprintf(there, sizeof there, "%.*s", (int)look(&desk).n, look(&desk).p);
    clear_desk(NULL);
    begin_turning(12, 40);
    desk.is_left = true;
    desk.left = (struct place){ 7, str_find(desk.articles[0]->paragraphs[7], STR("大家"), 0) };
    type(&desk, "s<Enter>x");
    assert_true(str_eq(look(&desk), str_of(there)));
}

static void jumps_over_scripts(void **state)
{
    (void)state;
    begin_turning(12, 40);
    type(&desk, "<Enter>17jx");
    struct str there = kept();
    type(&desk, "Gs<C-o>ssx");
    assert_true(str_eq(look(&desk), there));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        AT_DESK(there_and_back),
        AT_DESK(the_very_line_stays),
        AT_DESK(other_reports_too),
        AT_DESK(from_the_list),
        AT_DESK(hits_stay),
        AT_DESK(hits_of_the_library_stay),
        AT_DESK(the_outline_is_turned),
        AT_DESK(what_is_kept),
        AT_DESK(the_passage_as_shown),
        AT_DESK(places_of_other_sessions),
        AT_DESK(places_of_other_sessions_meanwhile),
        AT_DESK(jumps_over_scripts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
