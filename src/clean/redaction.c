/* What the page, or who gave it out, struck out of the text: ××市, ***同志, 20XX年. */
#include "clean/redaction.h"

#include "base/buf.h"
#include "clean/phrase.h"
#include "text/han.h"
#include "text/utf8.h"

enum { CROSS = 0xD7, SMALL_STAR = 0xFE61 };

/* Signs that strike out, as check names them; sign_of answers a place in it. */
static const char *const signs[] = { "×", "*", "X", "_", "=" };
enum { SIGN_CROSS, SIGN_STAR, SIGN_X, SIGN_LINE, SIGN_DOUBLE, N_SIGNS };

static int sign_of(uint32_t c)
{
    c = narrow(c);
    if (c == CROSS)
        return SIGN_CROSS;
    if (c == '*' || c == SMALL_STAR)
        return SIGN_STAR;
    if (c == 'X' || c == 'x')
        return SIGN_X;
    return c == '_' ? SIGN_LINE : c == '=' ? SIGN_DOUBLE : -1;
}

static bool is_digit(uint32_t c)
{
    c = narrow(c);
    return c >= '0' && c <= '9';
}

static bool is_letter(uint32_t c)
{
    c = narrow(c) | 0x20;
    return c >= 'a' && c <= 'z';
}

/* Is a lone × a sign of reckoning: a number behind it, or one in front and a unit behind? */
static bool is_times(struct str s, uint32_t before, size_t end)
{
    static const char *const units[] = { "米", "厘米", "毫米", "公里", "公分", "英寸", "寸", "倍", "吨", "m", "cm", "mm" };
    while (end < s.n && is_blank(utf8_at(s, end)))
        utf8_next(s, &end);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (is_digit(before) && word_at(s, end, str_of(units[i])))
            return true;
    return is_digit(utf8_at(s, end)) && (is_digit(before) || is_blank(before));
}

/* Bytes of the run of one sign at `at` that stands for something struck out, or 0: × and more of them, ** ﹡﹡, XX xx Ｘ, __, ==, and the
 * X of 201X年. No runs are × between numbers or in front of a unit (4×100, 3×米), XL of a word in Latin letters, and a line of
 * nothing else. */
static size_t redaction_at(struct str s, size_t at)
{
    int sign = sign_of(utf8_at(s, at)), run = 0;
    size_t end = at, from = at;
    if (sign < 0)
        return 0;
    uint32_t before = at ? utf8_prev(s, &from) : 0;
    while (end < s.n && sign_of(utf8_at(s, end)) == sign) {
        utf8_next(s, &end);
        run++;
    }
    uint32_t behind = utf8_at(s, end);
    if (at == 0 && end == s.n)
        return 0;
    if (sign == SIGN_CROSS)
        return run > 1 || !is_times(s, before, end) ? end - at : 0;
    if (sign == SIGN_X && (is_letter(before) || is_letter(behind)))
        return 0;
    bool year = sign == SIGN_X && is_digit(before) && word_at(s, end, STR("年"));
    return run > 1 || year ? end - at : 0;
}

/* Counts the runs of s by their signs. */
static void count_runs(struct str s, size_t counts[N_SIGNS])
{
    for (size_t at = 0, n; at < s.n;) {
        int sign = sign_of(utf8_at(s, at));
        counts[sign < 0 ? 0 : sign] += (n = sign < 0 ? 0 : redaction_at(s, at)) > 0;
        do
            utf8_next(s, &at);
        while (sign >= 0 && at < s.n && sign_of(utf8_at(s, at)) == sign);
    }
}

void redaction_note(struct arena *arena, struct draft *draft, const struct article *article)
{
    size_t counts[N_SIGNS] = { 0 }, all = 0;
    count_runs(article->title, counts);
    count_runs(article->subtitle, counts);
    for (size_t i = 0; i < article->n_paragraphs; i++)
        count_runs(article->paragraphs[i], counts);
    for (size_t i = 0; i < N_SIGNS; i++)
        all += counts[i];
    if (!all)
        return;
    struct buf text = buf_make(arena, 256);
    buf_add_format(&text, "%zu place%s struck out:", all, all > 1 ? "s are" : " is");
    for (size_t i = 0; i < N_SIGNS; i++)
        if (counts[i])
            buf_add_format(&text, " %s %zu", signs[i], counts[i]);
    *PUSH(arena, &draft->notes) = (struct note){ NOTE_REDACTED, buf_str(&text) };
}
