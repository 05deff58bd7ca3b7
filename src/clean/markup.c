/* Marks of Markdown, leavings of tables, addresses and page numbers within the lines. */
#include "clean/markup.h"

#include <string.h>

#include "clean/cut.h"
#include "clean/line.h"
#include "clean/phrase.h"
#include "text/han.h"
#include "text/utf8.h"

enum { URL_BYTES = 400, PAGE_BYTES = 80 };

static bool at_str(struct str s, size_t at, const char *word)
{
    size_t n = strlen(word);
    return s.n - at >= n && memcmp(s.p + at, word, n) == 0;
}

/* Bytes of the marks `## ` at the start, and how many of them. */
static size_t heading_marks(struct str s, int *rank)
{
    size_t n = 0;
    while (n < s.n && s.p[n] == '#')
        n++;
    *rank = (int)n;
    if (n == 0 || n > 6 || n >= s.n || !is_blank(utf8_at(s, n)))
        return 0;
    while (n < s.n && is_blank(utf8_at(s, n)))
        utf8_next(s, &n);
    return n;
}

static bool all_bold(struct str s)
{
    return s.n > 6 && at_str(s, 0, "**") && str_ends(s, STR("**")) && s.p[2] != '*' && str_find(s, STR("**"), 2) == s.n - 2;
}

/* Does any line show that the page is Markdown? */
static bool is_markdown(const struct draft *draft)
{
    for (size_t i = 0; i < draft->blocks.n; i++) {
        struct str s = draft->blocks.v[i].text;
        int rank;
        if (heading_marks(s, &rank) || str_has(s, STR("](http")) || at_str(s, 0, "![") || all_bold(s))
            return true;
    }
    return false;
}

/* The end of an address at `at`: http://…, https://…, www.…; 0 where there is none. */
static size_t address_end(struct str s, size_t at)
{
    if (!at_str(s, at, "http://") && !at_str(s, at, "https://") && !at_str(s, at, "www."))
        return 0;
    size_t end = at;
    while (end < s.n && end - at < URL_BYTES && s.p[end] > ' ' && s.p[end] < 0x7F && !strchr("()<>\"|,;", s.p[end]))
        end++;
    return end;
}

/* Where `](…)` at `at` ends, or 0. */
static size_t target_end(struct str s, size_t at)
{
    if (!at_str(s, at, "]("))
        return 0;
    for (size_t end = at + 2; end < s.n && end - at < URL_BYTES; end++)
        if (s.p[end] == ')')
            return end + 1;
    return 0;
}

/* The link or picture at `at`: its brackets and target go, or the whole of a picture. Moves *at behind what was looked at. */
static bool cut_link(struct arena *arena, struct str s, size_t *at, struct pieces *pieces)
{
    size_t from = *at, open = from, close, end = 0;
    bool picture = at_str(s, from, "![");
    open += picture;
    if (!at_str(s, open, "["))
        return false;
    for (close = open + 1; close < s.n && close - open < URL_BYTES && s.p[close] != ']' && s.p[close] != '[';)
        close++;
    if (close >= s.n || !(end = target_end(s, close)))
        return false;
    bool tool = phrase_is(PHRASE_TOOL, str_trim(str_sub(s, open + 1, close)));
    bool starred = from > 0 && s.p[from - 1] == '*' && !(from > 1 && s.p[from - 2] == '*') && at_str(s, end, "*");
    if (tool && starred && !(pieces->list.n && pieces->list.v[pieces->list.n - 1].to == from))
        from--, end++;
    if (picture || tool) {
        pieces_add(arena, pieces, from, end, picture ? REMOVED_IMAGE : REMOVED_CHROME);
    } else {
        pieces_add(arena, pieces, open, open + 1, REMOVED_HTML_TAG);
        pieces_add(arena, pieces, close, end, REMOVED_HTML_TAG);
    }
    *at = end;
    return true;
}

/* 第1页共6页 within a run of text: its end, or 0. */
static size_t page_number_end(struct str s, size_t at)
{
    size_t i = at + word_at(s, at, STR("第"));
    struct str near = str_sub(s, at, at + PAGE_BYTES < s.n ? at + PAGE_BYTES : s.n);
    for (int part = 0; part < 2; part++) {
        while (i < s.n && is_blank(utf8_at(s, i)))
            utf8_next(s, &i);
        if (part && !word_at(s, i, STR("共")))
            return 0;
        i += part ? word_at(s, i, STR("共")) : 0;
        while (i < s.n && is_blank(utf8_at(s, i)))
            utf8_next(s, &i);
        size_t number = i;
        if (han_number(s, &i) < 0 || i - number > 8)
            return 0;
        while (i < s.n && is_blank(utf8_at(s, i)))
            utf8_next(s, &i);
        size_t page = word_at(s, i, STR("页"));
        if (!page)
            return 0;
        i += page;
        size_t comma = i;
        if (part == 0 && narrow(utf8_at(s, i)) == ',')
            utf8_next(s, &comma), i = comma;
    }
    return i <= at + near.n ? i : 0;
}

/* （下转第二版） and （上接第一版） of a newspaper's page: its end, or 0. */
static size_t turn_end(struct str s, size_t at)
{
    size_t i = at, end;
    utf8_next(s, &i);
    if (!word_at(s, i, STR("下转")) && !word_at(s, i, STR("上接")) && !word_at(s, i, STR("详见第")))
        return 0;
    for (end = i; end < s.n && end - i < PAGE_BYTES && !is_closing(utf8_at(s, end));)
        utf8_next(s, &end);
    if (!is_closing(utf8_at(s, end)))
        return 0;
    utf8_next(s, &end);
    return word_in(str_sub(s, i, end), "版") ? end : 0;
}

/* Stars that emphasize, as far as they are read: the pair that is open. */
struct stars {
    size_t at, n; /* n 0: none is open */
};

/* Reads the run of stars at `at`, which opens or closes an emphasis (*a* **b** ***c***); answers its bytes. Within words *** does not:
 * ***同志 and 5*3 are none, and nothing closes behind a pause (**市、**县). */
static size_t read_stars(struct arena *arena, struct str s, size_t at, struct stars *open, struct pieces *pieces)
{
    size_t n = 0, prev = at;
    while (at + n < s.n && s.p[at + n] == '*')
        n++;
    uint32_t before = at ? utf8_prev(s, &prev) : ' ', behind = at + n < s.n ? utf8_at(s, at + n) : ' ';
    bool word = (n > 2 && is_han(behind)) || (behind >= '0' && behind <= '9');
    if (open->n == n && !is_blank(before) && !is_pause(before) && !word) {
        pieces_add(arena, pieces, open->at, open->at + n, REMOVED_HTML_TAG);
        pieces_add(arena, pieces, at, at + n, REMOVED_HTML_TAG);
        open->n = 0;
    } else if (n <= 3 && !is_blank(behind) && !(n != 2 && is_han(before))) {
        *open = (struct stars){ at, n };
    }
    return n;
}

/* Everything that goes out of one line of a Markdown page, or of any. */
static void cut_marks(struct arena *arena, struct str s, bool markdown, struct pieces *pieces)
{
    static const char bracket[] = "（", ordinal[] = "第";
    struct stars open = { 0 };
    bool wrapped = all_bold(s);
    for (size_t at = 0; at < s.n;) {
        size_t end;
        char c = s.p[at];
        if ((unsigned char)c >= 0x80 && c != bracket[0] && c != ordinal[0]) { /* most characters are Han and no mark */
            utf8_next(s, &at);
            continue;
        }
        if ((c == '[' || c == '!') && cut_link(arena, s, &at, pieces))
            continue;
        if (c == '*' && (markdown || wrapped)) {
            at += read_stars(arena, s, at, &open, pieces);
        } else if ((c == 'h' || c == 'w') && (end = address_end(s, at)) && line_han(s, 1)) {
            pieces_add(arena, pieces, at, end, REMOVED_CHROME);
            at = end;
        } else if (narrow(utf8_at(s, at)) == '(' && (end = turn_end(s, at))) {
            pieces_add(arena, pieces, at, end, REMOVED_CHROME);
            at = end;
        } else if (utf8_at(s, at) == 0x7B2C && (end = page_number_end(s, at)) && end - at < s.n) { /* 第 */
            pieces_add(arena, pieces, at, end, REMOVED_CHROME);
            at = end;
        } else {
            utf8_next(s, &at);
        }
    }
}

/* Pieces were added as they were closed; a bold pair may enclose a link. */
static void sort_pieces(struct pieces *pieces)
{
    for (size_t i = 1; i < pieces->list.n; i++) {
        struct piece piece = pieces->list.v[i];
        size_t k = i;
        for (; k > 0 && pieces->list.v[k - 1].from > piece.from; k--)
            pieces->list.v[k] = pieces->list.v[k - 1];
        pieces->list.v[k] = piece;
    }
}

/* `| ` at the start and ` |` or ` | |||` at the end: a row of a table. */
static void cut_table(struct arena *arena, struct draft *draft, struct block *block)
{
    struct str s = block->text;
    size_t from = 0, to = s.n;
    if (to > from && s.p[0] == '|')
        from = 1;
    while (to > from && (s.p[to - 1] == '|' || (to < s.n && s.p[to - 1] == ' ')))
        to--;
    if (to == from)
        return;
    cut_text(arena, draft, block, str_sub(s, 0, from), REMOVED_HTML_TAG);
    cut_text(arena, draft, block, str_sub(s, to, s.n), REMOVED_HTML_TAG);
    block->text = str_trim(str_sub(s, from, to));
}

void markup_strip(struct arena *arena, struct draft *draft)
{
    bool markdown = is_markdown(draft);
    for (size_t i = 0; i < draft->blocks.n; i++) {
        struct block *block = &draft->blocks.v[i];
        int rank;
        cut_table(arena, draft, block);
        size_t marks = heading_marks(block->text, &rank), quote = markdown && at_str(block->text, 0, "> ") ? 2 : 0;
        cut_text(arena, draft, block, str_sub(block->text, 0, quote), REMOVED_HTML_TAG);
        block->text = str_sub(block->text, quote, block->text.n);
        if (marks) {
            cut_text(arena, draft, block, str_sub(block->text, 0, marks), REMOVED_HTML_TAG);
            block->text = str_sub(block->text, marks, block->text.n);
            block->kind = BLOCK_HEADING;
            block->rank = rank;
        }
        struct pieces pieces = { 0 };
        cut_marks(arena, block->text, markdown, &pieces);
        sort_pieces(&pieces);
        block->text = str_trim(pieces_cut(arena, draft, block, &pieces));
    }
    cut_done(draft);
}
