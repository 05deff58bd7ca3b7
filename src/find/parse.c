/* A question in the language of the search prompt: parsing it. */
#include <limits.h>

#include "base/tr.h"
#include "find/query.h"
#include "find/term.h"
#include "text/han.h"
#include "text/utf8.h"

/* How the letters of a word are meant. */
enum mode { MODE_ANY, MODE_LITERAL, MODE_PINYIN };

static const struct {
    struct str name;
    enum field field;
} fields[] = {
    { STR_INIT("title:"), FIELD_TITLE },   { STR_INIT("place:"), FIELD_PLACE }, { STR_INIT("kind:"), FIELD_KIND },
    { STR_INIT("people:"), FIELD_PEOPLE }, { STR_INIT("year:"), FIELD_YEAR },   { STR_INIT("no:"), FIELD_NUMBER },
};

/* Parsing under way. */
struct parser {
    struct arena *arena;
    struct str text;
    size_t at;
    struct err *err;
    size_t words;
};

enum { WORDS_MOST = 1000 };

/* A word as it was typed, without its quotes or slashes. */
struct word {
    struct str text;
    size_t at; /* where it begins, quotes left aside */
    bool quoted, regex;
};

static uint32_t peek(const struct parser *p)
{
    return utf8_at(p->text, p->at);
}

static bool refuse(const struct parser *p, size_t at, const char *what)
{
    return err_set(p->err, "%s at column %zu of the query", tr(what), utf8_count(str_sub(p->text, 0, at)) + 1);
}

static void skip_blanks(struct parser *p)
{
    while (p->at < p->text.n) {
        size_t next = p->at;
        if (!is_blank(utf8_next(p->text, &next)))
            break;
        p->at = next;
    }
}

/* "…" */
static bool parse_quoted(struct parser *p, struct word *word)
{
    size_t start = p->at + 1, close = str_find(p->text, STR("\""), start);
    if (close == STR_NONE)
        return refuse(p, p->at, TR_LATER("unclosed quote"));
    *word = (struct word){ str_sub(p->text, start, close), start, true, false };
    p->at = close + 1;
    return true;
}

/* A regular expression between slashes; one behind a backslash does not end it. */
static bool parse_regex(struct parser *p, struct word *word)
{
    size_t start = p->at + 1, at = start;
    while (at < p->text.n && p->text.p[at] != '/')
        at += p->text.p[at] == '\\' ? 2 : 1;
    if (at >= p->text.n)
        return refuse(p, p->at, TR_LATER("unclosed regular expression"));
    *word = (struct word){ str_sub(p->text, start, at), start, false, true };
    p->at = at + 1;
    return true;
}

/* One alternative: "…", a regular expression, or a run up to a blank or |. */
static bool parse_word(struct parser *p, enum mode mode, struct word *word)
{
    size_t start = p->at;
    if (peek(p) == '"')
        return parse_quoted(p, word);
    if (peek(p) == '/' && mode == MODE_ANY)
        return parse_regex(p, word);
    while (p->at < p->text.n && peek(p) != '|' && !is_blank(peek(p)))
        utf8_next(p->text, &p->at);
    *word = (struct word){ str_sub(p->text, start, p->at), start, false, false };
    return true;
}

/* The whole of s as a number; an empty s is `otherwise`. */
static bool parse_number(struct str s, int otherwise, int *number)
{
    size_t at = 0;
    *number = s.n ? han_number(s, &at) : otherwise;
    return *number >= 0 && at == s.n;
}

/* 2017, 2017.., ..2022, 2017..2022 */
static bool parse_range(struct str s, struct range *range)
{
    size_t dots = str_find(s, STR(".."), 0);
    if (dots == STR_NONE)
        return parse_number(s, -1, &range->from) && parse_number(s, -1, &range->to);
    return s.n > 2 && parse_number(str_sub(s, 0, dots), 0, &range->from) &&
           parse_number(str_sub(s, dots + 2, s.n), INT_MAX, &range->to);
}

static bool take_prefix(struct parser *p, struct str prefix)
{
    bool there = str_starts(str_sub(p->text, p->at, p->text.n), prefix);
    p->at += there ? prefix.n : 0;
    return there;
}

static enum field parse_field(struct parser *p)
{
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (take_prefix(p, fields[i].name))
            return fields[i].field;
    return FIELD_TEXT;
}

static enum mode parse_mode(struct parser *p)
{
    return take_prefix(p, STR("lit:")) ? MODE_LITERAL : take_prefix(p, STR("py:")) ? MODE_PINYIN : MODE_ANY;
}

/* Has it a letter that somebody took the trouble to write large? */
static bool has_capital(struct str s)
{
    for (size_t at = 0; at < s.n;) {
        uint32_t c = narrow(utf8_next(s, &at));
        if (c >= 'A' && c <= 'Z')
            return true;
    }
    return false;
}

static bool add_regex(struct parser *p, struct term *term, const struct word *word)
{
    struct err why;
    size_t at;
    const struct regex *regex = regex_compile(p->arena, word->text, &why, &at);
    if (!regex)
        return refuse(p, word->at + at, why.text);
    *PUSH(p->arena, &term->patterns) = (struct pattern){ .regex = regex };
    return true;
}

/* Adds what a word looks for; an empty one is passed over. */
static bool add_word(struct parser *p, struct term *term, enum mode mode, const struct word *word)
{
    struct units folded = fold(p->arena, word->text).text;
    bool pinyin = mode == MODE_PINYIN || (mode == MODE_ANY && !word->quoted && !has_capital(word->text));
    const struct spelling *spelling = pinyin ? spelling_make(p->arena, folded, mode == MODE_ANY) : NULL;
    if (spelling)
        *PUSH(p->arena, &term->patterns) = (struct pattern){ .spelling = spelling };
    else if (mode == MODE_PINYIN && folded.n)
        return refuse(p, word->at, TR_LATER("no letters, or too many, to be read as pinyin"));
    if (folded.n && mode != MODE_PINYIN)
        *PUSH(p->arena, &term->patterns) = (struct pattern){ .needle = needle_make(p->arena, folded) };
    return true;
}

static bool add_alternative(struct parser *p, struct term *term, enum mode mode, const struct word *word)
{
    if (term->field != FIELD_YEAR && term->field != FIELD_NUMBER)
        return word->regex ? add_regex(p, term, word) : add_word(p, term, mode, word);
    if (word->regex || !parse_range(word->text, PUSH(p->arena, &term->ranges)))
        return refuse(p, word->at, TR_LATER("not a number or a range like 2017..2022"));
    return true;
}

static bool parse_term(struct parser *p, struct term *term)
{
    size_t start = p->at;
    if (peek(p) == '-') {
        term->exclude = true;
        p->at++;
    }
    term->field = parse_field(p);
    enum mode mode = parse_mode(p);
    for (;;) {
        struct word word = { 0 };
        if (++p->words > WORDS_MOST)
            return refuse(p, p->at, TR_LATER("too many words"));
        if (!parse_word(p, mode, &word) || !add_alternative(p, term, mode, &word))
            return false;
        if (peek(p) != '|')
            break;
        p->at++;
    }
    return term->patterns.n || term->ranges.n ? true : refuse(p, start, TR_LATER("nothing to look for"));
}

struct query *query_parse(struct arena *arena, struct str text, struct err *err)
{
    struct parser p = { .arena = arena, .text = text, .err = err };
    struct query *query = NEW(arena, struct query);
    for (skip_blanks(&p); p.at < text.n; skip_blanks(&p)) {
        struct term term = { 0 };
        if (!parse_term(&p, &term))
            return NULL;
        *PUSH(arena, &query->terms) = term;
    }
    if (query->terms.n == 0) {
        err_set(err, "empty query");
        return NULL;
    }
    return query;
}
