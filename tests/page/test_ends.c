/* The ends of lines, judged by rules written down once more, in another way than page/break has them: five hundred reports of our own
 * making at every width from 12 to 120. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "made_up.h"
#include "page/page.h"
#include "reports.h"

enum { REPORTS = 500, PARAGRAPHS = 3 };

static bool among(const char *of, struct str c)
{
    char one[5] = { 0 };
    memcpy(one, c.p, c.n);
    return c.n && strstr(of, one);
}

/* The first and the last character of a line that are no blanks. */
static struct str first_char(struct str s)
{
    size_t at = 0, end;
    while (at < s.n && s.p[at] == ' ')
        at++;
    end = at;
    if (at < s.n)
        utf8_next(s, &end);
    return str_sub(s, at, end);
}

static struct str last_char(struct str s)
{
    while (s.n && s.p[s.n - 1] == ' ')
        s.n--;
    size_t at = s.n;
    if (at)
        utf8_prev(s, &at);
    return str_sub(s, at, s.n);
}

/* Cells, for the characters that are in these reports. */
static int cells(struct str s)
{
    int n = 0;
    for (size_t at = 0; at < s.n;)
        n += utf8_next(s, &at) >= 0x2E80 ? 2 : 1;
    return n;
}

static bool is_word_char(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The word or the number around the end of a line, in cells; 0: there is none that goes on. */
static size_t cut_word(struct str s, size_t at)
{
    size_t from = at, to = at;
    bool point = at > 1 && is_digit(s.p[at]) && is_digit(s.p[at - 2]) && strchr(".,:", s.p[at - 1]);
    if (!point && (!is_word_char(s.p[at - 1]) || !is_word_char(s.p[at])))
        return 0;
    while (from > 0 && (is_word_char(s.p[from - 1]) || strchr(".,:", s.p[from - 1])))
        from--;
    while (to < s.n && (is_word_char(s.p[to]) || strchr(".,:", s.p[to])))
        to++;
    return to - from;
}

/* What is counted over all lines of 40 Han. */
static size_t full_lines, short_lines;

/* Judges the break between two lines of a paragraph. */
static void check_break(struct str paragraph, size_t at, struct str line, int width)
{
    static const char never_first[] = "，。、；：！？,.;:!?)]}%）］】〕》〉」』”’·％‰℃～／—…", never_last[] = "([{（［【〔《〈「『“‘￥";
    struct str first = first_char(str_sub(paragraph, at, paragraph.n)), last = last_char(line);
    if (among(never_first, first))
        fail_msg("width %d: a line begins with %.*s behind %.*s", width, (int)first.n, first.p, (int)line.n, line.p);
    if (among(never_last, last))
        fail_msg("width %d: a line ends with %.*s", width, (int)line.n, line.p);
    if (cut_word(paragraph, at) && cut_word(paragraph, at) + 4 <= (size_t)width - 6)
        fail_msg("width %d: a word is cut: %.*s|%.*s", width, (int)line.n, line.p, (int)first.n, first.p);
}

/* Characters that are no marks. */
static int letters(struct str s)
{
    int n = 0;
    for (size_t at = 0; at < s.n;) {
        size_t from = at;
        utf8_next(s, &at);
        n += !among(" ，。、；：！？,.;:!?)]}%）］】〕》〉」』”’·％‰℃～／—…([{（［【〔《〈「『“‘￥", str_sub(s, from, at));
    }
    return n;
}

/* Judges the lines of one report. */
static void check_lines(struct page *page, const struct article *article, int width)
{
    struct page_spot spot = page_start(page);
    size_t offset = 0, before = (size_t)-1;
    struct page_line last = { 0 };
    do {
        struct page_line line = page_line(page, spot);
        if (line.kind != PAGE_TEXT)
            continue;
        struct str paragraph = article->paragraphs[line.place.paragraph];
        if (line.place.paragraph != before)
            offset = 0;
        assert_int_equal(line.place.offset, offset);
        assert_true(str_eq(line.text, str_sub(paragraph, offset, offset + line.text.n)));
        int used = line.indent + cells(line.text);
        if (used > width)
            fail_msg("width %d: too wide: %.*s", width, (int)line.text.n, line.text.p);
        if (offset)
            check_break(paragraph, offset, last.text, width);
        offset += line.text.n;
        before = line.place.paragraph;
        last = line;
        if (width == 82 && offset < paragraph.n) {
            full_lines++;
            short_lines += used <= 78;
        }
        if (width >= 20 && offset == paragraph.n && line.place.offset && letters(line.text) < 2)
            fail_msg("width %d: alone on the last line: %.*s", width, (int)line.text.n, line.text.p);
    } while (page_next(page, &spot));
    assert_int_equal(before, article->n_paragraphs - 1);
}

static void every_end_of_every_line(void **state)
{
    (void)state;
    struct dice dice = { 61 };
    for (int i = 0; i < REPORTS; i++) {
        struct arena arena = { 0 };
        struct article article = { .delegates = -1, .n_paragraphs = PARAGRAPHS };
        article.paragraphs = NEW_N(&arena, struct str, PARAGRAPHS);
        for (size_t k = 0; k < PARAGRAPHS; k++)
            article.paragraphs[k] = made_up_paragraph(&arena, &dice);
        for (int width = 12; width <= 120; width++) {
            struct page_rules rules = { width % 3 ? 40 : 0, { BREAKS_STRICT, width % 2 == 0 }, false };
            check_lines(page_make(&arena, &article, width, rules), &article, width);
        }
        arena_finish(&arena);
    }
    print_message("lines of 40 Han two or more cells short: %zu of %zu\n", short_lines, full_lines);
    assert_true(short_lines * 1000 <= full_lines * 65);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_end_of_every_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
