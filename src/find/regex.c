/* Regular expressions over folded text, by PCRE2, with an end to every search. */
#include "find/regex.h"

#include <assert.h>

#define PCRE2_CODE_UNIT_WIDTH 16
#include <pcre2.h>

#include "text/fold.h"
#include "text/han.h"
#include "text/utf8.h"

enum { STEPS_OF_LINE = 50000000, STEPS_LEAST = 1000, STEPS_MOST = 1000000, HEAP_KIB = 4096, PATTERN_MOST = 10000 };

struct regex {
    pcre2_code *code;
    struct units run; /* see regex_run */
};

struct regex_tools {
    pcre2_match_data *data;
    pcre2_match_context *limits;
};

/* PCRE2 takes its memory from an arena. */
static void *take(size_t size, void *arena)
{
    return arena_alloc(arena, size, alignof(max_align_t));
}

static void leave(void *p, void *arena)
{
    (void)p;
    (void)arena;
}

/* A pattern in units, and the byte of the source that each came from. */
struct spelled {
    struct arena *arena;
    ARRAY(uint16_t) units;
    ARRAY(size_t) from;
};

static void spell(struct spelled *s, uint32_t c, size_t from)
{
    uint16_t units[2];
    size_t n = unit_put(c, units);
    for (size_t i = 0; i < n; i++) {
        *PUSH(s->arena, &s->units) = units[i];
        *PUSH(s->arena, &s->from) = from;
    }
}

/* The character of the pattern [from, to) as texts have it. What becomes an ASCII mark by that loses its meaning as one. */
static void spell_folded(struct spelled *s, struct str pattern, size_t from, size_t to)
{
    struct arena work = { 0 };
    struct units folded = fold(&work, str_sub(pattern, from, to)).text;
    for (size_t i = 0; i < folded.n; i++) {
        uint16_t unit = unit_at(folded, i);
        if (unit < 0x80 && !(unit >= 'a' && unit <= 'z') && !(unit >= '0' && unit <= '9'))
            spell(s, '\\', from);
        *PUSH(s->arena, &s->units) = unit;
        *PUSH(s->arena, &s->from) = from;
    }
    arena_finish(&work);
}

/* Is the character at `at` of the pattern one end of a range in a class, 一 or 龥 of [一-龥]? `class` is where the class begins. */
static bool ends_range(struct str pattern, size_t class, size_t at)
{
    size_t next = at, before = at;
    utf8_next(pattern, &next);
    bool dash_behind = utf8_at(pattern, next) == '-' && utf8_at(pattern, next + 1) != ']';
    bool dash_before = at > class + 1 && utf8_prev(pattern, &before) == '-' && before > class + 1;
    return dash_behind || dash_before;
}

/* Folds a pattern: ASCII stays, and so do the ends of ranges. */
static struct spelled fold_pattern(struct arena *arena, struct str pattern)
{
    struct spelled s = { .arena = arena };
    size_t class = STR_NONE; /* where the class begins that we are in */
    for (size_t at = 0; at < pattern.n;) {
        size_t from = at;
        uint32_t c = utf8_next(pattern, &at);
        if (is_blank(c))
            spell(&s, ' ', from);
        else if (c < 0x80 || (class != STR_NONE && is_han(c) && ends_range(pattern, class, from)))
            spell(&s, c, from);
        else
            spell_folded(&s, pattern, from, at);
        if (c == '\\' && at < pattern.n)
            spell(&s, utf8_next(pattern, &at), at);
        else if (c == '[' && class == STR_NONE)
            class = from;
        else if (c == ']' && class != STR_NONE && from > class + 1)
            class = STR_NONE;
    }
    *PUSH(arena, &s.units) = 0;
    *PUSH(arena, &s.from) = pattern.n;
    return s;
}

/* Behind the class that begins at `at`. */
static size_t behind_class(struct units s, size_t at)
{
    at += at + 1 < s.n && unit_at(s, at + 1) == '^' ? 2 : 1;
    for (size_t first = at; at < s.n && (unit_at(s, at) != ']' || at == first); at++)
        at += unit_at(s, at) == '\\';
    return at + 1;
}

/* Behind the group that begins at `at`. */
static size_t behind_group(struct units s, size_t at)
{
    size_t depth = 0;
    while (at < s.n) {
        uint16_t c = unit_at(s, at);
        depth += c == '(';
        depth -= c == ')';
        at = c == '[' ? behind_class(s, at) : c == '\\' ? at + 2 : at + 1;
        if (depth == 0)
            break;
    }
    return at;
}

/* Does it hold \Q, or a verb like (*ACCEPT)? They change what the rest means. */
static bool is_tricky(struct units s)
{
    for (size_t i = 1; i < s.n; i++) {
        uint16_t before = unit_at(s, i - 1), c = unit_at(s, i);
        if ((before == '\\' && c == 'Q') || (before == '(' && c == '*'))
            return true;
    }
    return false;
}

/* The longest run of Han outside of groups and classes, where no alternative can do without it. */
static struct units longest_run(struct units s)
{
    struct units best = { 0 };
    if (is_tricky(s))
        return best;
    for (size_t at = 0, from = 0; at < s.n; from = at) {
        while (at < s.n && is_han(unit_at(s, at)))
            at++;
        bool counted = at < s.n && at > from && unit_at(s, at) < 0x80 && strchr("*?{+", unit_at(s, at));
        size_t n = at - from - counted;
        if (n > best.n)
            best = units_sub(s, from, from + n);
        if (at == s.n)
            break;
        uint16_t c = unit_at(s, at);
        if (c == '|' || c == '#')
            return (struct units){ 0 };
        at = c == '(' ? behind_group(s, at) : c == '[' ? behind_class(s, at) : c == '\\' ? at + 2 : at + 1;
    }
    return best;
}

static void say_why(struct err *err, int number)
{
    PCRE2_UCHAR words[256];
    char text[256];
    size_t n = 0;
    pcre2_get_error_message(number, words, sizeof words / sizeof *words);
    for (; words[n]; n++)
        text[n] = (char)words[n];
    err_set(err, "bad regular expression: %.*s", (int)n, text);
}

struct regex *regex_compile(struct arena *arena, struct str pattern, struct err *err, size_t *at)
{
    struct spelled s = fold_pattern(arena, pattern);
    pcre2_general_context *memory = pcre2_general_context_create(take, leave, arena);
    pcre2_compile_context *limits = pcre2_compile_context_create(memory);
    int number;
    PCRE2_SIZE offset;
    pcre2_set_max_pattern_length(limits, PATTERN_MOST);
    pcre2_code *code = pcre2_compile(s.units.v, s.units.n - 1, PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS | PCRE2_NEVER_BACKSLASH_C, &number,
                                     &offset, limits);
    if (!code) {
        say_why(err, number);
        *at = s.from.v[offset < s.units.n ? offset : s.units.n - 1];
        return NULL;
    }
    struct regex *regex = NEW(arena, struct regex);
    *regex = (struct regex){ code, longest_run((struct units){ (const unsigned char *)s.units.v, s.units.n - 1 }) };
    return regex;
}

struct units regex_run(const struct regex *regex)
{
    return regex->run;
}

static struct regex_tools *tools_of(struct regex_work *work)
{
    if (!work->tools) {
        pcre2_general_context *memory = pcre2_general_context_create(take, leave, work->arena);
        work->tools = NEW(work->arena, struct regex_tools);
        work->tools->data = pcre2_match_data_create(1, memory);
        work->tools->limits = pcre2_match_context_create(memory);
        pcre2_set_heap_limit(work->tools->limits, HEAP_KIB);
    }
    return work->tools;
}

/* Searches the line from `from` on. */
static bool find_in_line(const struct regex *regex, struct regex_work *work, struct units line, size_t from, bool checked, struct span *span)
{
    struct regex_tools *tools = tools_of(work);
    size_t steps = STEPS_OF_LINE / (line.n + 1);
    steps = steps < STEPS_LEAST ? STEPS_LEAST : steps > STEPS_MOST ? STEPS_MOST : steps;
    pcre2_set_match_limit(tools->limits, (uint32_t)steps);
    int n = pcre2_match(regex->code, (const void *)line.p, line.n, from, PCRE2_NOTEMPTY | (checked ? PCRE2_NO_UTF_CHECK : 0), tools->data,
                        tools->limits);
    if (n < 0) {
        work->gave_up |= n == PCRE2_ERROR_MATCHLIMIT || n == PCRE2_ERROR_HEAPLIMIT || n == PCRE2_ERROR_DEPTHLIMIT;
        return false;
    }
    const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(tools->data);
    *span = (struct span){ ends[0], ends[1] };
    return true;
}

bool regex_find(const struct regex *regex, struct regex_work *work, struct units text, size_t from, struct span *span)
{
    assert((uintptr_t)text.p % alignof(uint16_t) == 0);
    struct span line = work->line;
    bool known = from > 0;
    for (; from < text.n && !work->gave_up; known = false) {
        if (!known)
            line = (struct span){ from, units_next(text, '\n', from) };
        if (find_in_line(regex, work, units_sub(text, line.from, line.to), from - line.from, known, span)) {
            *span = (struct span){ line.from + span->from, line.from + span->to };
            work->line = line;
            return true;
        }
        from = line.to + 1;
    }
    return false;
}
