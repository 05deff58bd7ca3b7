/* Tests of page/break: what may not stand at the ends of a line, what is not cut, and what happens where nothing fits. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "page/break.h"
#include "random.h"
#include "text/cell.h"
#include "text/linebreak.h"

static const struct line_rules strict = { BREAKS_STRICT, false };

/* A text, a width, and its lines with | between them. */
static const struct {
    const char *text;
    size_t cells;
    const char *lines;
} set[] = {
    { "会议在礼堂举行", 8, "会议在礼|堂举行" },
    { "会议在礼堂举行", 9, "会议在礼|堂举行" },
    { "会议在礼堂举行", 14, "会议在礼堂举行" },

    /* no line begins with what closes or pauses */
    { "会议，通过", 4, "会|议，|通过" },
    { "会议通过。大家", 8, "会议通|过。大家" },
    { "会议“通过”。大家", 11, "会议“通|过”。大家" },
    { "会议通过！？大家", 8, "会议通|过！？|大家" },
    { "他说：好", 4, "他|说：|好" },
    { "甲、乙、丙、丁", 4, "甲、|乙、|丙、|丁" },
    { "约翰·李四", 4, "约|翰·|李四" },
    { "增长百％了", 6, "增长|百％了" },
    { "会议(好)大", 7, "会议|(好)大" },

    /* nor ends with what opens */
    { "会议（通过）", 6, "会议|（通|过）" },
    { "会议“通过", 5, "会议|“通过" },
    { "会《章程》", 4, "会|《章|程》" },
    { "大会（《章程》）", 8, "大会|（《章|程》）" },
    { "共￥五百", 4, "共|￥五|百" },

    /* dashes and dots stay whole, and with what is before them */
    { "会议——工作", 6, "会议——|工作" },
    { "会议好——工作", 6, "会议|好——|工作" },
    { "会议……工作", 6, "会议……|工作" },
    { "会议好……工作", 6, "会议|好……|工作" },

    /* words and numbers are not cut */
    { "会议abc工作", 5, "会议|abc|工作" },
    { "第2022届", 4, "第|2022|届" },
    { "共3.5万，12,345人", 6, "共|3.5|万，|12,345|人" }, /* where not even the number and its unit fit */
    { "共3.5万元", 6, "共|3.5万|元" },
    { "五５６７８人", 8, "五|５６７８|人" },
    { "增长５０％了", 8, "增长|５０％了" },
    { "用GB/T码", 6, "用GB/|T码" },
    { "abc（def）", 7, "abc|（def）" },
    { "Ünal Öz", 5, "Ünal |Öz" },

    /* a blank belongs to what is before it */
    { "会议 工作", 6, "会议 |工作" },
    { "会议 工作", 5, "会议 |工作" },
    { "会议 工作", 4, "会|议 |工作" },
    { "会议\u3000工作", 4, "会|议\u3000|工作" },
    { "one two three", 8, "one two |three" },

    /* where no place fits, between any two characters; one at least */
    { "abcdefgh", 3, "abc|def|gh" },
    { "。。。。", 4, "。。|。。" },
    { "（（（（", 4, "（（|（（" },
    { "————", 2, "——|——" },
    { "会议", 1, "会|议" },
    { "会议", 0, "会|议" },
    { "a", 0, "a" },
    { "e\u0301e\u0301", 1, "e\u0301|e\u0301" },
};

static void lines_one_by_one(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof set / sizeof *set; i++) {
        struct str s = str_of(set[i].text);
        char got[400];
        size_t n = 0;
        for (size_t at = 0, end; at < s.n; at = end) {
            end = break_line(s, at, set[i].cells, strict);
            assert_true(end > at && end <= s.n);
            if (at)
                got[n++] = '|';
            memcpy(got + n, s.p + at, end - at);
            n += end - at;
        }
        got[n] = '\0';
        if (strcmp(got, set[i].lines) != 0)
            fail_msg("%s in %zu cells: %s", set[i].text, set[i].cells, got);
    }
}

static bool among(uint32_t c, const char32_t *set_of)
{
    for (; *set_of; set_of++)
        if (*set_of == c)
            return true;
    return false;
}

/* The rule for Han and full-width marks alone, once more and simply. */
static size_t slow_break(struct str s, size_t from, size_t cells)
{
    static const char32_t not_first[] = U"，。、；：？！》〉）】〕」』％～—…\u3000", not_last[] = U"《〈（【〔「『";
    size_t fits = from, good = from;
    uint32_t last = 0; /* that is no blank */
    for (size_t at = from; at < s.n;) {
        size_t width = cells_of(str_sub(s, from, at));
        uint32_t a = utf8_next(s, &at);
        width += (size_t)cell_width(a);
        if (width > cells && fits > from)
            break;
        fits = at;
        last = a == 0x3000 ? last : a;
        if (at == s.n || (!among(utf8_at(s, at), not_first) && !among(last, not_last)))
            good = at;
    }
    return good > from ? good : 0;
}

static void random_lines_follow_the_rule(void **state)
{
    (void)state;
    static const char32_t marks[] = U"，。、；：？！》〉）】〕」』％～—…\u3000《〈（【〔「『";
    struct dice dice = { 31 };
    for (int round = 0; round < 5000; round++) {
        struct arena arena = { 0 };
        struct buf text = buf_make(&arena, 1000);
        for (int i = 0; i < 60; i++) {
            char utf8[4];
            uint32_t mark = marks[roll_below(&dice, sizeof marks / sizeof *marks - 1)];
            uint32_t c = roll_below(&dice, 3) ? (uint32_t)(0x4E00 + roll_below(&dice, 100)) : mark;
            buf_add_bytes(&text, utf8, utf8_put(c, utf8));
        }
        buf_add_cstr(&text, "会议"); /* so that no more than 议 ever remains alone */
        struct str s = buf_str(&text);
        size_t cells = roll_below(&dice, 50);
        for (size_t at = 0, end; at < s.n; at = end) {
            end = break_line(s, at, cells, strict);
            size_t wanted = slow_break(s, at, cells);
            if (wanted && wanted + strlen("议") != s.n && end != wanted)
                fail_msg("%zu cells: %.*s|", cells, (int)(end - at), s.p + at);
        }
        arena_finish(&arena);
    }
}

/* Where Chinese differs from UAX #14: may a line end between the two? A first Han, on a line that can hold it, is before them. */
static const struct {
    const char *before, *behind;
    bool plain, ours;
    const char *why;
} differs[] = {
    { "代表", "“改革”大会", false, true, "a quote beside Han opens: a line may end before it" },
    { "“改革”", "大会", false, true, "and closes: a line may end behind it" },
    { "改革，", "“2022”年会", false, true, "a full-width mark is of Chinese as Han is" },
    { "代表", "‘改革’大会", false, true, "a single quote as well" },
    { "‘改革’", "大会", false, true, "a single quote as well" },
    { "“A”", "大会", false, true, "Han at one side is enough" },
    { "大会”", "“改革”大会", false, true, "one quote closes, the next one opens" },
    { "大会,", "①开幕", false, true, "a symbol beside Han is like Han" },
    { "(一)", "①开幕", false, true, "a symbol beside Han is like Han" },
    { "大会①", "(一)开幕", false, true, "a symbol beside Han is like Han" },
    { "第×", "3次会", false, false, "but it stays with a number" },
    { "习近平", "·讲话", true, false, "a dot between names does not begin a line" },
    { "约翰·", "史密斯", true, false, "nor end one: it holds both" },
    { "2025", "年大会", true, false, "a number holds its unit" },
    { "5.2", "亿元", true, false, "a number holds its unit" },
    { "130", "名代表", true, false, "a number holds its unit" },
    { "１３０", "名代表", true, false, "of full width as well" },
    { "第", "3次会", true, false, "and what makes it an ordinal" },
    { "共１", "３０名", true, false, "digits of full width are one number, which UAX #14 takes for ideographs" },
    { "５．", "２亿元", true, false, "with the stop in it" },
    { "共ＧＢ", "Ｔ标准", true, false, "and letters one word" },
    { "第×", "×次会", false, false, "signs in a row hide one word" },
    { "第○", "○次会", false, false, "signs in a row hide one word" },
    { "大会", "——开幕", true, false, "strictly, no line begins with a dash" },
    { "“2”", "％大会", false, false, "a unit's sign does not begin a line, whatever is before it" },
    { "大会 ", "％大会", true, false, "nor behind a blank" },
    { "大会。", "·开幕", true, false, "a dot does not begin a line" },
    { "共￥", "（五）百", true, false, "a currency's sign does not end a line" },
    { "大会§", "五百", true, false, "a sign that opens does not end a line" },
    { "大会§ ", "五百", true, false, "nor does what opens, with a blank behind it" },
    { "大会～", "开幕", true, true, "a wave may end a line" },
    { "大会", "～开幕", true, false, "but not begin it" },
};

static bool plain_answer(struct str s, size_t before)
{
    struct line_state line = { 0 };
    enum line_break answer = LINE_BREAK_NOT;
    for (size_t at = 0; at <= before; utf8_next(s, &at))
        answer = line_break_at(&line, s, at);
    return answer != LINE_BREAK_NOT;
}

static void differences_one_by_one(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof differs / sizeof *differs; i++) {
        char text[200];
        snprintf(text, sizeof text, "市%s%s会场", differs[i].before, differs[i].behind);
        struct str s = str_of(text);
        size_t at = strlen("市") + strlen(differs[i].before);
        size_t end = break_line(s, 0, cells_of(str_sub(s, 0, at)), strict);
        if (plain_answer(s, at) != differs[i].plain)
            fail_msg("UAX #14 on %s|%s", differs[i].before, differs[i].behind);
        if ((end == at) != differs[i].ours)
            fail_msg("%s|%s: %s", differs[i].before, differs[i].behind, differs[i].why);
    }
}

/* Any text: a line ends between clusters, is no wider than it may be, and no shorter than it must be. */
static void random_text_is_cut_well(void **state)
{
    (void)state;
    struct dice dice = { 37 };
    for (int round = 0; round < 20000; round++) {
        struct arena arena = { 0 };
        struct str s = roll_text(&arena, &dice, 60);
        size_t cells = roll_below(&dice, 40);
        for (size_t at = 0, end; at < s.n; at = end) {
            end = break_line(s, at, cells, strict);
            assert_true(end > at && end <= s.n);
            size_t first = cluster_at(s, at).len, inner = at;
            assert_true(cells_of(str_sub(s, at, end)) <= cells || end == at + first);
            while (inner < end)
                inner += cluster_at(s, inner).len;
            assert_int_equal(inner, end);
        }
        arena_finish(&arena);
    }
}

/* The end of a line is found without looking at the rest of the text. */
static void long_text_is_not_read_ahead(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    static const char *const pieces[] = { "会", "a", "，", "—", " ", "（" };
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        struct buf text = buf_make(&arena, 16u << 20);
        while (text.n < 4u << 20)
            buf_add_cstr(&text, pieces[i]);
        size_t n = 0;
        for (size_t at = 0; at < text.n; n++)
            at = break_line(buf_str(&text), at, 80, strict);
        assert_true(n >= text.n / 3 / 80 && n <= text.n);
    }
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_one_by_one),
        cmocka_unit_test(differences_one_by_one),
        cmocka_unit_test(random_lines_follow_the_rule),
        cmocka_unit_test(random_text_is_cut_well),
        cmocka_unit_test(long_text_is_not_read_ahead),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
