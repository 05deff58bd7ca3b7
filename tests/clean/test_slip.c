/* Tests of clean/slip: what was lost comes back, and a question mark stays one. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>

#include "clean/slip.h"
#include "text/utf8.h"

static struct arena arena;

static struct draft draft_of(const char *first, const char *second)
{
    struct draft draft = { 0 };
    *PUSH(&arena, &draft.blocks) = (struct block){ .kind = BLOCK_LINE, .text = str_of(first) };
    if (second)
        *PUSH(&arena, &draft.blocks) = (struct block){ .kind = BLOCK_LINE, .text = str_of(second) };
    slip_undo(&arena, &draft);
    return draft;
}

static void check_text(struct str got, const char *want)
{
    if (!str_eq(got, str_of(want)))
        fail_msg("'%.*s', not '%s'", (int)got.n, got.p, want);
}

/* `broken` becomes `whole`, by one repair of `from` to `to`, on a page that also says `elsewhere`. */
static void mends(const char *broken, const char *elsewhere, const char *whole, const char *from, const char *to)
{
    struct draft draft = draft_of(broken, elsewhere);
    check_text(draft.blocks.v[0].text, whole);
    assert_int_equal(draft.repairs.n, 1);
    struct repair repair = draft.repairs.v[0];
    check_text(repair.from, from);
    check_text(repair.to, to);
    assert_int_equal(repair.paragraph, 0);
    check_text(str_sub(draft.blocks.v[0].text, repair.offset, repair.offset + repair.to.n), to);
    arena_reset(&arena);
}

static void stays(const char *text, const char *elsewhere, size_t notes)
{
    struct draft draft = draft_of(text, elsewhere);
    check_text(draft.blocks.v[0].text, text);
    assert_int_equal(draft.repairs.n, 0);
    assert_int_equal(draft.notes.n, notes);
    arena_reset(&arena);
}

static void a_pair_vanished(void **state)
{
    (void)state;
    mends("善謀實(shí)干勇?lián)?dāng)團(tuán)結(jié)", "要有擔(dān)當(dāng)", "善謀實(shí)干勇擔當團(tuán)結(jié)", "?lián)?dāng)", "擔當");
    mends("可靠、擔(dān)當?shù)墓?huì)干部", "縣工會(huì)", "可靠、擔(dān)當的工會干部", "?shù)墓?huì)", "的工會");
}

static void a_letter_ends_it(void **state)
{
    (void)state;
    mends("五一勞動(dòng)獎?wù)潞凸と讼蠕h號", NULL, "五一勞動(dòng)獎章和工人先鋒號", "?wù)潞凸と讼蠕h", "章和工人先鋒");
    mends("“勞動(dòng)獎?wù)隆鲍@獎者", NULL, "“勞動(dòng)獎章”獲獎者", "?wù)隆鲍@", "章”獲");
    mends("組織發(fā)動(dòng)?jì)D女參加", NULL, "組織發(fā)動(dòng)婦女參加", "?jì)D", "婦");
    mends("組織發(fā)動(dòng)？jì）D女參加", NULL, "組織發(fā)動(dòng)婦女參加", "？jì）D", "婦");
}

static void several_in_one_block(void **state)
{
    (void)state;
    struct draft draft = draft_of("獎?wù)潞凸と讼蠕h號,發(fā)動(dòng)?jì)D女", NULL);
    check_text(draft.blocks.v[0].text, "獎章和工人先鋒號,發(fā)動(dòng)婦女");
    assert_int_equal(draft.repairs.n, 2);
    arena_reset(&arena);
}

static void not_to_be_known(void **state)
{
    (void)state;
    stays("善謀實(shí)干勇?lián)?dāng)團(tuán)結(jié)", NULL, 1); /* no 擔當 elsewhere on the page */
    stays("我們的工會?huì)", NULL, 1);
    stays("獎?wù)潞凸と讼", NULL, 1); /* cut off before it ends */
}

static void real_question_marks(void **state)
{
    (void)state;
    stays("這是誰的責任?為什么不改?", NULL, 0);
    stays("(這是什么?an)", NULL, 1); /* looks like it, but no character fits */
    stays("什么是CPI?(CPI是價格指數)", NULL, 0);
    stays("你去過A區嗎?B區呢?怎么辦?h", NULL, 0);
    stays("為何?draft)是草案", NULL, 0);
    stays("好嗎?(hǎo)嗎?", NULL, 0);
    stays("?lián)", NULL, 0);
    stays("a?lián)b", NULL, 0);
    stays("? ? ?)", NULL, 0);
}

static void a_stop_lost_its_first_byte(void **state)
{
    (void)state;
    mends("大會(huì)閉幕?h總工會(huì)", "本縣(xiàn)總工會(huì)", "大會(huì)閉幕。縣總工會(huì)", "?h", "。縣");
    stays("大會(huì)閉幕?h總工會(huì)", "工會(huì)", 0);
}

static void a_mark_lost_its_first_byte(void **state)
{
    (void)state;
    mends("會上,俺闪⒘某鞘兄", "1998年成立,聊城市", "會上,“成立聊城市\xEF\xBF\xBD", "俺闪⒘某鞘兄", "“成立聊城市\xEF\xBF\xBD");
    mends("≈行律缬浘", NULL, "　中新社記\xEF\xBF\xBD", "≈行律缬浘", "　中新社記\xEF\xBF\xBD");
    stays("俺闪⒘某鞘兄", NULL, 0); /* nothing on the page proves it */
    stays("第⒘次會議在北京召開", "大會 會議 召開", 0);
    stays("圖為→會場外景,代表們走出會場", NULL, 0);
}

static void the_article(void **state)
{
    static char text[1 << 16];
    (void)state;
    FILE *f = fopen(SOURCE_ROOT "/data/articles/002_a91f9b725c2b1236.txt", "rb");
    assert_non_null(f);
    size_t n = fread(text, 1, sizeof text, f);
    fclose(f);
    struct draft draft = { 0 };
    *PUSH(&arena, &draft.blocks) = (struct block){ .text = { text, n } };
    slip_undo(&arena, &draft);
    assert_int_equal(draft.repairs.n, 2);
    check_text(draft.repairs.v[0].to, "擔當");
    check_text(draft.repairs.v[1].to, "的工會");
    assert_false(str_has(draft.blocks.v[0].text, STR("?")));
    arena_reset(&arena);
}

static void much_of_it(void **state)
{
    enum { TIMES = 20000 };
    (void)state;
    struct draft draft = { 0 };
    char *page = arena_alloc(&arena, TIMES * 32, 1);
    size_t n = 0;
    for (int i = 0; i < TIMES; i++)
        n += (size_t)snprintf(page + n, 32, "勇?lián)?dāng)⒘某");
    *PUSH(&arena, &draft.blocks) = (struct block){ .text = { page, n } };
    slip_undo(&arena, &draft);
    assert_int_equal(draft.repairs.n, 0);
    arena_reset(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pair_vanished),
        cmocka_unit_test(a_letter_ends_it),
        cmocka_unit_test(several_in_one_block),
        cmocka_unit_test(not_to_be_known),
        cmocka_unit_test(real_question_marks),
        cmocka_unit_test(a_stop_lost_its_first_byte),
        cmocka_unit_test(a_mark_lost_its_first_byte),
        cmocka_unit_test(the_article),
        cmocka_unit_test(much_of_it),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_finish(&arena);
    return failed;
}
