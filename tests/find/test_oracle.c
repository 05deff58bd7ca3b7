/* Questions of every kind against a judge that was written differently: slow, and obvious.
 *
 * Texts are thrown together out of symbols. A symbol is one folded character with the ways it may be printed and read, so that what a text
 * folds to, where each character stands in the printed text, and how it may be read are known without asking the program. Questions are
 * thrown together likewise, and judged by trying every place. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "find/query.h"
#include "random.h"
#include "reports.h"

static const struct symbol {
    char32_t folded;
    const char *printed[4]; /* the first one as the fold has it */
    const char *readings[6];
} symbols[] = {
    { U'会', { "会", "會" }, { "hui", "kuai" } },
    { U'主', { "主" }, { "zhu" } },
    { U'人', { "人" }, { "ren" } },
    { U'翁', { "翁" }, { "weng" } },
    { U'单', { "单", "單" }, { "dan", "shan", "chan" } },
    { U'干', { "干", "乾", "幹" }, { "gan", "qian" } },
    { U'着', { "着", "著" }, { "zhe", "zhuo", "zhao", "zhu" } },
    { U'西', { "西" }, { "xi" } },
    { U'安', { "安" }, { "an" } },
    { U'先', { "先" }, { "xian" } },
    { U'略', { "略" }, { "lve" } },
    { U'a', { "a", "A", "ａ", "Ａ" }, { NULL } },
    { U'h', { "h", "H", "ｈ" }, { NULL } },
    { U'x', { "x", "X" }, { NULL } },
    { U'z', { "z", "Z", "ｚ", "Ｚ" }, { NULL } },
    { U'2', { "2", "２" }, { NULL } },
    { U',', { ",", "，" }, { NULL } },
    { U'%', { "%", "％" }, { NULL } },
    { U'-', { "-", "－", "—", "–" }, { NULL } },
    { U' ', { " ", "\u3000", "\n", "\u00A0" }, { NULL } }, /* between letters only */
};
enum { N_SYMBOLS = sizeof symbols / sizeof *symbols - 1, N_HAN = 11, BLANK = N_SYMBOLS, MOST = 40, PARTS = 5, TITLES = 2 };

static bool is_latin(const struct symbol *s)
{
    return s->folded >= 'a' && s->folded <= 'z';
}

/* Beside such a one a blank does not vanish. */
static bool keeps_blanks(const struct symbol *s)
{
    return is_latin(s) || s->folded == '2';
}

/* A run of symbols, and how it was printed: symbol i from bytes at[i] to end[i]. */
struct line {
    const struct symbol *v[MOST];
    size_t n, at[MOST], end[MOST];
    char printed[MOST * 8];
};

static void roll_line(struct dice *dice, struct line *line, size_t most)
{
    line->n = 0;
    for (size_t n = roll_below(dice, most + 1); line->n < n;) {
        size_t pick = roll_below(dice, 3) ? roll_below(dice, N_HAN) : roll_below(dice, N_SYMBOLS + 1);
        bool after = line->n && keeps_blanks(line->v[line->n - 1]);
        if (pick != BLANK)
            line->v[line->n++] = &symbols[pick];
        else if (after && n - line->n >= 2) {
            line->v[line->n++] = &symbols[BLANK];
            line->v[line->n++] = &symbols[N_HAN + roll_below(dice, 4)];
        }
    }
}

static const char *roll_print(struct dice *dice, const struct symbol *s)
{
    size_t n = 0;
    while (n < 4 && s->printed[n])
        n++;
    return s->printed[roll_below(dice, n)];
}

/* Prints a line in one of its ways, with blanks and invisible characters where they mean nothing. */
static void print_line(struct dice *dice, struct line *line)
{
    static const char *const blanks[] = { " ", "\n", "\u3000", "\r\n  " }, *const invisible[] = { "\u200B", "\uFE0F", "\u00AD" };
    size_t n = 0;
    line->printed[0] = '\0';
    for (size_t i = 0; i < line->n; i++) {
        bool apart = i && !(keeps_blanks(line->v[i]) && keeps_blanks(line->v[i - 1])) && line->v[i]->folded != ' ' && line->v[i - 1]->folded != ' ';
        if (apart && roll_below(dice, 6) == 0)
            n = (size_t)(stpcpy(line->printed + n, blanks[roll_below(dice, 4)]) - line->printed);
        if (roll_below(dice, 12) == 0)
            n = (size_t)(stpcpy(line->printed + n, invisible[roll_below(dice, 3)]) - line->printed);
        line->at[i] = n;
        n = (size_t)(stpcpy(line->printed + n, roll_print(dice, line->v[i])) - line->printed);
        line->end[i] = n;
    }
}

/* A report made of lines, and what is to be found in it. */
struct sample {
    struct line parts[PARTS]; /* title, subtitle, paragraphs */
    struct line place, kind, person;
    int year, ordinal;
    struct article *article;
};

static struct str line_text(const struct line *line)
{
    return line->n ? str_of(line->printed) : (struct str){ 0 };
}

static void roll_sample(struct arena *arena, struct dice *dice, struct sample *s)
{
    static const int years[] = { 0, 2016, 2017, 2019 };
    struct line *lines[] = { &s->parts[0], &s->parts[1], &s->parts[2], &s->parts[3], &s->parts[4], &s->place, &s->kind, &s->person };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        roll_line(dice, lines[i], i < TITLES ? 8 : i < PARTS ? MOST : 4);
        print_line(dice, lines[i]);
    }
    s->year = years[roll_below(dice, 4)];
    s->ordinal = (int)roll_below(dice, 4);
    static const char *const none[] = { NULL };
    s->article = report_make(arena, "", none);
    s->article->title = line_text(&s->parts[0]);
    s->article->subtitle = line_text(&s->parts[1]);
    s->article->n_paragraphs = PARTS - TITLES;
    s->article->paragraphs = NEW_N(arena, struct str, (size_t)PARTS - TITLES);
    for (size_t i = TITLES; i < PARTS; i++)
        s->article->paragraphs[i - TITLES] = line_text(&s->parts[i]);
    s->article->congress = congress_make(arena, "", "", "", s->ordinal);
    s->article->congress->place = line_text(&s->place);
    s->article->congress->kind = line_text(&s->kind);
    s->article->people = NEW(arena, struct person);
    s->article->people[0].name = line_text(&s->person);
    s->article->n_people = 1;
    if (s->year) {
        char *date = arena_alloc(arena, 16, 1);
        snprintf(date, 16, "%d-05", s->year);
        s->article->date = str_of(date);
    }
}

/* Something to look for. */
struct pattern {
    enum { LITERAL, LETTERS, REGEX } kind;
    const struct symbol *v[MOST]; /* LITERAL */
    size_t n;
    char letters[MOST * 8]; /* LETTERS: with Han among them as their symbols' own; ' between syllables */
    bool latin;
    struct item { /* REGEX: one of these symbols, from `least` to `most` times */
        const struct symbol *any[2];
        size_t n_any, least, most;
    } items[4];
    size_t n_items;
};

static size_t length_of_literal(const struct pattern *p, const struct line *line, size_t from)
{
    for (size_t i = 0; i < p->n; i++)
        if (from + i >= line->n || line->v[from + i] != p->v[i])
            return 0;
    return p->n;
}

/* Can `n` letters stand for the whole of a reading, or be left of it? */
static bool abbreviates(const char *letters, size_t n, const char *reading, bool last)
{
    bool same = true;
    for (size_t i = 0; i < n; i++)
        same &= reading[i] == letters[i] || (reading[i] == 'v' && reading[i + 1] == 'e' && letters[i] == 'u');
    return same && (n == strlen(reading) || n == 1 || last || (n == 2 && reading[1] == 'h'));
}

/* The most symbols from `from` on that use up the letters; 0: none do. `used` were before. */
static size_t length_of_letters(const struct pattern *p, const char *letters, const struct line *line, size_t from, size_t used)
{
    size_t best = 0, more;
    while (*letters == '\'')
        letters++;
    if (*letters == '\0')
        return used;
    if (from == line->n)
        return 0;
    const struct symbol *s = line->v[from];
    size_t own = strlen(s->printed[0]), run = strcspn(letters, "'"), rest = run + strspn(letters + run, "'");
    if ((p->latin || !is_latin(s)) && strncmp(letters, s->printed[0], own) == 0)
        best = length_of_letters(p, letters + own, line, from + 1, used + 1);
    for (size_t i = 0; s->readings[i]; i++)
        for (size_t n = 1; n <= strlen(s->readings[i]) && n <= run; n++)
            if (abbreviates(letters, n, s->readings[i], n == run && letters[rest] == '\0')) {
                more = length_of_letters(p, letters + n, line, from + 1, used + 1);
                best = more > best ? more : best;
            }
    return best;
}

/* As Perl does: each item takes as much as it can, and gives back where the rest does not fit. STR_NONE: no match. */
static size_t end_of_regex(const struct item *items, size_t n_items, const struct line *line, size_t at)
{
    size_t most = 0;
    if (n_items == 0)
        return at;
    for (; most < items->most && at + most < line->n; most++) {
        bool one = items->n_any == 0;
        for (size_t i = 0; i < items->n_any; i++)
            one |= items->any[i] == line->v[at + most];
        if (!one)
            break;
    }
    for (size_t n = most + 1; n-- > items->least;) {
        size_t end = end_of_regex(items + 1, n_items - 1, line, at + n);
        if (end != STR_NONE)
            return end;
    }
    return STR_NONE;
}

static size_t length_of(const struct pattern *p, const struct line *line, size_t from)
{
    if (p->kind == LITERAL)
        return length_of_literal(p, line, from);
    if (p->kind == LETTERS)
        return length_of_letters(p, p->letters, line, from, 0);
    size_t end = end_of_regex(p->items, p->n_items, line, from);
    return end == STR_NONE ? 0 : end - from;
}

struct term {
    bool exclude;
    int field; /* index of names */
    struct pattern patterns[2];
    size_t n;
    int from, to; /* of the numbers */
};
enum { TEXT, TITLE, PLACE, KIND, PEOPLE, YEAR, NUMBER };

/* Adds the matches of a pattern in one part, from its start on without overlap. */
static bool judge_pattern(struct arena *arena, const struct pattern *p, const struct line *line, size_t part, struct hits *hits)
{
    bool found = false;
    for (size_t at = 0, n; at < line->n; at += n ? n : 1) {
        n = length_of(p, line, at);
        if (n == 0)
            continue;
        found = true;
        *PUSH(arena, hits) = (struct hit){ part == 0 ? PLACE_TITLE : part == 1 ? PLACE_SUBTITLE : part - TITLES, line->at[at], line->end[at + n - 1] };
    }
    return found;
}

static bool judge_term(struct arena *arena, const struct term *t, const struct sample *s, struct hits *hits)
{
    const struct line *field = t->field == PLACE ? &s->place : t->field == KIND ? &s->kind : &s->person;
    struct hits dropped = { 0 };
    bool holds = false;
    int number = t->field == YEAR ? s->year : s->ordinal;
    if (t->field >= YEAR)
        return number > 0 && number >= t->from && number <= t->to;
    for (size_t i = 0; i < t->n; i++) {
        if (t->field >= PLACE)
            holds |= judge_pattern(arena, &t->patterns[i], field, 0, &dropped);
        else
            for (size_t part = 0; part < (t->field == TITLE ? TITLES : PARTS); part++)
                holds |= judge_pattern(arena, &t->patterns[i], &s->parts[part], part, t->exclude ? &dropped : hits);
    }
    return holds;
}

/* Is there another hit that begins alike and is longer, or the same one earlier? */
static bool is_covered(const struct hits *hits, size_t i)
{
    for (size_t k = 0; k < hits->n; k++) {
        bool alike = hits->v[k].paragraph == hits->v[i].paragraph && hits->v[k].from == hits->v[i].from;
        if (alike && (hits->v[k].to > hits->v[i].to || (hits->v[k].to == hits->v[i].to && k < i)))
            return true;
    }
    return false;
}

static bool judge(struct arena *arena, const struct term *terms, size_t n, const struct sample *s, struct hits *hits)
{
    struct hits all = { 0 };
    for (size_t i = 0; i < n; i++)
        if (judge_term(arena, &terms[i], s, &all) == terms[i].exclude)
            return false;
    for (size_t i = 0; i < all.n; i++)
        if (!is_covered(&all, i))
            *PUSH(arena, hits) = all.v[i];
    return true;
}

/* Throwing questions together: a pattern and how it is written. */

/* A piece of the report, so that there is something to find; or anything. */
static void roll_symbols(struct dice *dice, const struct sample *s, struct line *piece)
{
    const struct line *line = &s->parts[roll_below(dice, PARTS)];
    size_t n = 1 + roll_below(dice, 4), from = line->n > n ? roll_below(dice, line->n - n) : line->n;
    piece->n = 0;
    for (size_t i = from; i < line->n && piece->n < n; i++)
        piece->v[piece->n++] = line->v[i];
    if (piece->n == 0 || roll_below(dice, 4) == 0)
        do
            roll_line(dice, piece, 4);
        while (piece->n == 0);
    if (piece->v[0]->folded == ' ')
        piece->v[0] = &symbols[0];
    if (piece->v[piece->n - 1]->folded == ' ')
        piece->v[piece->n - 1] = &symbols[0];
    for (size_t i = 1; i + 1 < piece->n; i++) /* what was put may not stand beside a blank */
        if (piece->v[i]->folded == ' ' && !(keeps_blanks(piece->v[i - 1]) && keeps_blanks(piece->v[i + 1])))
            piece->v[i] = &symbols[1];
}

static void add_printed(struct dice *dice, const struct line *piece, char *text)
{
    for (size_t i = 0; i < piece->n; i++)
        strcat(text, piece->v[i]->folded == ' ' ? " " : roll_print(dice, piece->v[i]));
}

static void roll_literal(struct dice *dice, const struct sample *s, struct pattern *p, char *text, bool quoted)
{
    struct line piece;
    roll_symbols(dice, s, &piece);
    p->kind = LITERAL;
    p->n = 0;
    for (size_t i = 0; i < piece.n; i++)
        if (quoted || piece.v[i]->folded != ' ')
            p->v[p->n++] = piece.v[i];
    memcpy(piece.v, p->v, sizeof piece.v);
    piece.n = p->n;
    strcat(text, quoted ? "\"" : "");
    add_printed(dice, &piece, text);
    strcat(text, quoted ? "\"" : "");
}

/* Letters for symbols: whole readings, initials, here and there the symbol itself. */
static void roll_letters(struct dice *dice, const struct sample *s, struct pattern *p, char *text, bool bare)
{
    struct line piece;
    roll_symbols(dice, s, &piece);
    p->kind = LETTERS;
    p->latin = bare;
    p->letters[0] = '\0';
    for (size_t i = 0; i < piece.n; i++) {
        size_t n = 0;
        const struct symbol *symbol = piece.v[i]->folded == ' ' || piece.v[i]->folded == '-' ? &symbols[1] : piece.v[i];
        while (n < 6 && symbol->readings[n])
            n++;
        if (n == 0 || (i && roll_below(dice, 8) == 0)) {
            strcat(p->letters, symbol->printed[0]);
            continue;
        }
        const char *reading = symbol->readings[roll_below(dice, n)];
        size_t whole = strlen(reading), part = roll_below(dice, 2) ? whole : 1 + roll_below(dice, whole);
        if (i && roll_below(dice, 6) == 0)
            strcat(p->letters, "'");
        strncat(p->letters, reading, part);
        if (strcmp(reading, "lve") == 0 && part > 1 && roll_below(dice, 2))
            p->letters[strlen(p->letters) - part + 1] = 'u';
    }
    if (strcspn(p->letters, "abcdefghijklmnopqrstuvwxyz") == strlen(p->letters) || !strchr("abcdefghijklmnopqrstuvwxyz", p->letters[0]))
        strcpy(p->letters, "zhr");
    strcat(text, bare ? "" : "py:");
    strcat(text, p->letters);
}

static void roll_regex(struct dice *dice, const struct sample *s, struct pattern *p, char *text)
{
    static const struct { const char *mark; size_t least, most; } times[] = { { "", 1, 1 }, { "", 1, 1 }, { "*", 0, MOST }, { "+", 1, MOST }, { "?", 0, 1 }, { "{1,2}", 1, 2 } };
    struct line piece;
    roll_symbols(dice, s, &piece);
    p->kind = REGEX;
    p->n_items = 0;
    strcat(text, "/");
    for (size_t i = 0; i < piece.n && i < 4; i++) {
        struct item *item = &p->items[p->n_items++];
        size_t shape = roll_below(dice, 4), time = roll_below(dice, 6);
        *item = (struct item){ { piece.v[i], &symbols[roll_below(dice, N_HAN)] }, shape == 0 ? 0 : shape == 1 ? 2 : 1, times[time].least, times[time].most };
        strcat(text, shape == 0 ? "." : shape == 1 ? "[" : "");
        for (size_t k = item->n_any; k-- > 0;) /* a dash at the end of a class is one */
            strcat(text, item->any[k]->folded == ' ' ? " " : roll_print(dice, item->any[k]));
        strcat(strcat(text, shape == 1 ? "]" : ""), times[time].mark);
    }
    strcat(text, "/");
}

static bool has_lower_letter(const struct pattern *p)
{
    for (size_t i = 0; i < p->n; i++)
        if (is_latin(p->v[i]))
            return true;
    return false;
}

/* Where a word printed so would be taken for something else. */
static bool is_special(const char *word)
{
    return *word == '-' || *word == '"' || *word == '/';
}

static void roll_pattern(struct dice *dice, const struct sample *s, struct pattern *p, char *text, bool first)
{
    char word[1000] = "";
    switch (roll_below(dice, first ? 6 : 5)) {
    case 0: case 1:
        do
            roll_literal(dice, s, p, strcpy(word, ""), false);
        while (is_special(word) || has_lower_letter(p));
        break;
    case 2: roll_literal(dice, s, p, word, true); break;
    case 3: roll_regex(dice, s, p, word); break;
    case 4: roll_letters(dice, s, p, word, true); break;
    default: roll_letters(dice, s, p, word, false); break;
    }
    strcat(text, word);
}

static void roll_term(struct dice *dice, const struct sample *s, struct term *t, char *text)
{
    static const char *const names[] = { "", "title:", "place:", "kind:", "people:", "year:", "no:" };
    t->exclude = roll_below(dice, 5) == 0;
    t->field = roll_below(dice, 2) ? TEXT : (int)roll_below(dice, 7);
    strcat(strcat(text, t->exclude ? "-" : ""), names[t->field]);
    if (t->field >= YEAR) {
        t->from = t->field == YEAR ? 2015 + (int)roll_below(dice, 4) : (int)roll_below(dice, 4);
        t->to = t->from + (int)roll_below(dice, 3);
        sprintf(text + strlen(text), t->from == t->to ? "%d" : "%d..%d", t->from, t->to);
        return;
    }
    roll_pattern(dice, s, &t->patterns[0], text, true);
    t->n = 1;
    if (t->patterns[0].kind != LETTERS && roll_below(dice, 3) == 0) {
        roll_pattern(dice, s, &t->patterns[1], strcat(text, "|"), false);
        t->n = 2;
    }
}

static size_t count_in_title(const struct hits *hits)
{
    size_t n = 0;
    for (size_t i = 0; i < hits->n; i++)
        n += hits->v[i].paragraph == PLACE_TITLE || hits->v[i].paragraph == PLACE_SUBTITLE;
    return n;
}

static bool has_pairs(const uint32_t *pairs, size_t n, struct units run)
{
    for (size_t i = 1; i < run.n; i++) {
        size_t k = 0;
        while (k < n && pairs[k] != ((uint32_t)unit_at(run, i - 1) << 16 | unit_at(run, i)))
            k++;
        if (k == n)
            return false;
    }
    return true;
}

static bool has_beginning(const uint32_t *pairs, size_t n, const struct spelling *spelling)
{
    for (size_t k = 0; k < n; k++) {
        uint64_t behind = spelling_step(spelling, SPELLING_START, (uint16_t)(pairs[k] >> 16));
        if (spelling_step(spelling, behind, (uint16_t)pairs[k]))
            return true;
    }
    return false;
}

/* A record that answers holds what the question needs. */
static void check_needs(struct arena *arena, const struct query *query, const struct record *record)
{
    uint32_t *pairs;
    size_t n = record_pairs(record, arena, &pairs);
    struct needs needs = query_needs(arena, query);
    for (size_t i = 0; i < needs.n; i++) {
        bool any = false;
        for (size_t k = 0; k < needs.v[i].n; k++) {
            assert_true(needs.v[i].runs[k].n >= 2);
            any |= has_pairs(pairs, n, needs.v[i].runs[k]);
        }
        for (size_t k = 0; k < needs.v[i].n_letters; k++)
            any |= has_beginning(pairs, n, needs.v[i].letters[k]);
        assert_true(any);
    }
}

/* The record at an odd address must answer like the report. */
static void check_record(struct arena *arena, const struct query *query, const struct sample *s, const struct answer *answer)
{
    struct bytes bytes = record_write(arena, s->article);
    unsigned char *odd = arena_alloc(arena, bytes.n + 1, 2);
    struct record record;
    memcpy(odd + 1, bytes.p, bytes.n);
    assert_true(record_read((struct bytes){ odd + 1, bytes.n }, &record));
    struct answer again = query_count(query, &record, arena);
    assert_int_equal(again.yes, answer->yes);
    assert_int_equal(again.matches, answer->matches);
    assert_int_equal(again.in_title, answer->in_title);
    if (again.yes)
        check_needs(arena, query, &record);
}

static bool same_hits(const struct hits *a, const struct hits *b)
{
    if (a->n != b->n)
        return false;
    for (size_t i = 0; i < a->n; i++) { /* a is in order, b perhaps not */
        size_t k = 0;
        while (k < b->n && hit_cmp(&a->v[i], &b->v[k]) != 0)
            k++;
        if (k == b->n || (i && hit_cmp(&a->v[i - 1], &a->v[i]) >= 0))
            return false;
    }
    return true;
}

/* Asks one question; adds to the counts of those that were answered. */
static bool check_question(struct arena *arena, const struct sample *s, const struct term *terms, size_t n, const char *text)
{
    struct err err = { "" };
    struct query *query = query_parse(arena, str_of(text), &err);
    if (!query)
        fail_msg("%s: %s", text, err.text);
    struct twin twin = twin_make(arena, s->article);
    struct hits got = { 0 }, wanted = { 0 };
    struct answer answer = query_match(arena, query, &twin, &got);
    bool yes = judge(arena, terms, n, s, &wanted);
    if (answer.yes != yes || !same_hits(&got, &wanted)) {
        for (size_t i = 0; i < PARTS; i++)
            print_error("%s\n", s->parts[i].n ? s->parts[i].printed : "");
        fail_msg("%s: %d with %zu matches, not %d with %zu", text, answer.yes, got.n, yes, wanted.n);
    }
    assert_int_equal(answer.matches, got.n);
    assert_int_equal(answer.in_title, count_in_title(&wanted));
    assert_false(answer.gave_up);
    check_record(arena, query, s, &answer);
    return yes && wanted.n > 0;
}

static void questions_of_every_kind(void **state)
{
    (void)state;
    struct dice dice = { 71 };
    struct arena arena = { 0 };
    size_t answered = 0;
    for (int round = 0; round < 2000; round++) {
        struct sample *s = NEW(&arena, struct sample);
        roll_sample(&arena, &dice, s);
        for (int i = 0; i < 5; i++) {
            struct term terms[3] = { 0 };
            size_t n = 1 + roll_below(&dice, 3);
            char text[4000] = "";
            for (size_t k = 0; k < n; k++)
                roll_term(&dice, s, &terms[k], strcat(text, k ? " " : ""));
            answered += check_question(&arena, s, terms, n, text);
        }
        arena_reset(&arena);
    }
    arena_finish(&arena);
    assert_true(answered > 2000); /* or there was nothing to be told from it */
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(questions_of_every_kind) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
