/* A page into tags, text, comments and raw text: the tokenizer of the WHATWG HTML standard. */
#include "clean/token.h"

#include <string.h>

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

bool name_is(struct str name, const char *word)
{
    size_t i = 0;
    while (i < name.n && word[i] && lower(name.p[i]) == word[i])
        i++;
    return i == name.n && !word[i];
}

/* Does the page have `word` (small letters) at `at`, in any case? */
static bool word_at(struct str page, size_t at, struct str word)
{
    if (at > page.n || page.n - at < word.n)
        return false;
    for (size_t i = 0; i < word.n; i++)
        if (lower(page.p[at + i]) != lower(word.p[i]))
            return false;
    return true;
}

static size_t find_byte(struct str s, char c, size_t from)
{
    const char *hit = from < s.n ? memchr(s.p + from, c, s.n - from) : NULL;
    return hit ? (size_t)(hit - s.p) : s.n;
}

/* ---- attributes (13.2.5.32 to 13.2.5.40) ---- */

/* Reads a value at *at: in quotes, or up to a blank or >. False where a quote does not end. */
static bool read_value(struct str s, size_t *at, struct str *value)
{
    while (*at < s.n && is_space(s.p[*at]))
        ++*at;
    char quote = *at < s.n ? s.p[*at] : 0;
    if (quote == '"' || quote == '\'') {
        size_t end = find_byte(s, quote, *at + 1);
        *value = str_sub(s, *at + 1, end);
        *at = end < s.n ? end + 1 : s.n;
        return end < s.n;
    }
    size_t from = *at;
    while (*at < s.n && !is_space(s.p[*at]) && s.p[*at] != '>')
        ++*at;
    *value = str_sub(s, from, *at);
    return true;
}

/* The next attribute at *at. False at > (where *at stays) or the end; *broken: a quote that does not end. */
static bool read_attribute(struct str s, size_t *at, struct str *name, struct str *value, bool *broken)
{
    while (*at < s.n && (is_space(s.p[*at]) || s.p[*at] == '/'))
        ++*at;
    if (*at >= s.n || s.p[*at] == '>')
        return false;
    size_t from = *at;
    do /* an = at the front belongs to the name */
        ++*at;
    while (*at < s.n && !is_space(s.p[*at]) && !memchr("/>=", s.p[*at], 3));
    *name = str_sub(s, from, *at);
    *value = (struct str){ s.p + *at, 0 };
    size_t next = *at;
    while (next < s.n && is_space(s.p[next]))
        next++;
    if (next >= s.n || s.p[next] != '=')
        return true;
    *at = next + 1;
    *broken = !read_value(s, at, value);
    return true;
}

bool attribute_next(struct str attributes, size_t *at, struct str *name, struct str *value)
{
    bool broken = false;
    return read_attribute(attributes, at, name, value, &broken);
}

struct str attribute_get(struct str attributes, const char *name)
{
    struct str key, value;
    for (size_t at = 0; attribute_next(attributes, &at, &key, &value);)
        if (name_is(key, name))
            return value;
    return (struct str){ 0 };
}

/* ---- tags ---- */

/* Where the tag whose attributes begin at `at` has its >, or the end of the page. */
static size_t tag_end(struct tokenizer *t, size_t at)
{
    if (t->no_tag_end) {
        size_t end = at;
        while (end < t->page.n && t->page.p[end] != '>' && t->page.p[end] != '<')
            end++;
        return end < t->page.n && t->page.p[end] == '>' ? end : t->page.n;
    }
    struct str name, value;
    bool broken = false;
    while (!broken && read_attribute(t->page, &at, &name, &value, &broken))
        ;
    if (at >= t->page.n || broken)
        t->no_tag_end = true;
    return broken ? t->page.n : at;
}

/* A tag at `at`; false: it does not end, so its < is text. */
static bool read_tag(struct tokenizer *t, size_t at, struct token *token)
{
    token->kind = t->page.p[at + 1] == '/' ? TOKEN_END : TOKEN_START;
    size_t from = at + 1 + (token->kind == TOKEN_END), behind = from;
    while (behind < t->page.n && !is_space(t->page.p[behind]) && !memchr("/><", t->page.p[behind], 3))
        behind++;
    size_t end = tag_end(t, behind);
    if (end >= t->page.n && !(t->no_tag_end && (end = tag_end(t, behind)) < t->page.n))
        return false;
    token->name = str_sub(t->page, from, behind);
    token->attributes = str_sub(t->page, behind, end);
    token->source = str_sub(t->page, at, end + 1);
    return true;
}

/* ---- comments and their like ---- */

/* Behind the comment whose <!-- is at `at` (13.2.5.43 to 13.2.5.51), or 0 where it does not end. */
static size_t comment_end(struct tokenizer *t, size_t at)
{
    struct str page = t->page;
    at += 4;
    if (at < page.n && page.p[at] == '>')
        return at + 1;
    if (page.n - at >= 2 && page.p[at] == '-' && page.p[at + 1] == '>')
        return at + 2;
    while (!t->no_comment_end) {
        at = str_find(page, STR("--"), at);
        if (at == STR_NONE)
            t->no_comment_end = true;
        else if (at + 2 < page.n && page.p[at + 2] == '>')
            return at + 3;
        else if (at + 3 < page.n && page.p[at + 2] == '!' && page.p[at + 3] == '>')
            return at + 4;
        else
            at++;
    }
    return 0;
}

/* Something that begins with <! or <? or </ and is no tag: where it ends, or 0 where its < is text. */
static size_t odd_end(struct tokenizer *t, size_t at)
{
    struct str page = t->page;
    if (word_at(page, at, STR("<!--"))) {
        size_t end = comment_end(t, at);
        return end ? end : at + 4; /* one that does not end: its mark alone goes */
    }
    if (word_at(page, at, STR("<![CDATA["))) { /* what stands in it is read as markup: feeds put pages there */
        t->cdata = true;
        return at + 9;
    }
    if (at + 2 < page.n && page.p[at + 1] == '/' && page.p[at + 2] == '>')
        return at + 3;
    for (size_t end = at + 2; end < page.n && page.p[end] != '<'; end++)
        if (page.p[end] == '>')
            return end + 1;
    return 0;
}

/* ---- raw text ---- */

/* A bit for an element that has raw text, or 0. */
static unsigned raw_text(struct str name)
{
    static const char *const names[] = { "script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes" };
    for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
        if (name_is(name, names[i]))
            return 1u << i;
    return 0;
}

/* Is `</name` (or `<name`) at `at`, with a border behind it? */
static bool tag_here(struct str page, size_t at, bool end, struct str name)
{
    size_t from = at + 1 + end, behind = from + name.n;
    if (at >= page.n || page.p[at] != '<' || (end && (at + 1 >= page.n || page.p[at + 1] != '/')) || !word_at(page, from, name))
        return false;
    return behind < page.n && (is_space(page.p[behind]) || page.p[behind] == '/' || page.p[behind] == '>');
}

/* Where the end tag of a raw text stands that begins at `at`, or the end of the page. In a script <!-- <script> hides one end tag
 * (13.2.5.17 to 13.2.5.31). */
static size_t raw_end(struct str page, size_t at, struct str name)
{
    bool script = name_is(name, "script"), escaped = false, twice = false;
    for (; at < page.n; at++) {
        if (page.p[at] == '<' && tag_here(page, at, true, name)) {
            if (!twice)
                return at;
            twice = false;
        } else if (script && page.p[at] == '<' && word_at(page, at, STR("<!--"))) {
            escaped = true;
        } else if (script && escaped && page.p[at] == '<' && tag_here(page, at, false, name)) {
            twice = true;
        } else if (script && page.p[at] == '-' && word_at(page, at, STR("-->"))) {
            escaped = twice = false;
        }
    }
    return page.n;
}

/* Where a raw text that does not end gives way to the page: the next tag of a common block. */
static size_t rescue_end(struct str page, size_t at)
{
    static const struct str names[] = { STR_INIT("p"), STR_INIT("div"), STR_INIT("br"), STR_INIT("h1"), STR_INIT("body"), STR_INIT("head"),
                                        STR_INIT("html"), STR_INIT("table"), STR_INIT("td"), STR_INIT("meta") };
    for (at = find_byte(page, '<', at); at < page.n; at = find_byte(page, '<', at + 1))
        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
            if (tag_here(page, at, false, names[i]) || tag_here(page, at, true, names[i]))
                return at;
    return page.n;
}

/* The raw text that the last start tag promised. */
static bool read_raw(struct tokenizer *t, struct token *token)
{
    struct str name = t->raw;
    t->raw = (struct str){ 0 };
    size_t end = t->no_raw_end & raw_text(name) ? t->page.n : raw_end(t->page, t->at, name);
    if (end == t->page.n) {
        t->no_raw_end |= raw_text(name);
        end = rescue_end(t->page, t->at);
    }
    if (end == t->at)
        return false;
    *token = (struct token){ .kind = TOKEN_RAW, .name = name, .source = str_sub(t->page, t->at, end) };
    t->at = end;
    return true;
}

/* ---- tokens ---- */

/* Does a tag or its like stand at `at`, where the page has a <? If so it is in *token. */
static bool read_markup(struct tokenizer *t, size_t at, struct token *token)
{
    struct str page = t->page;
    char second = at + 1 < page.n ? page.p[at + 1] : 0, third = at + 2 < page.n ? page.p[at + 2] : 0;
    if (is_letter(second) || (second == '/' && is_letter(third)))
        return read_tag(t, at, token);
    if (second != '!' && second != '?' && second != '/')
        return false;
    size_t end = odd_end(t, at);
    token->kind = TOKEN_COMMENT;
    token->source = str_sub(page, at, end);
    return end > 0;
}

/* The next place at or behind `at` where markup may begin, or the end of the page. */
static size_t next_mark(const struct tokenizer *t, size_t at)
{
    size_t end = find_byte(t->page, '<', at);
    if (!t->cdata)
        return end;
    size_t close = str_find(str_sub(t->page, 0, end), STR("]]>"), at);
    return close == STR_NONE ? end : close;
}

struct tokenizer tokenizer_make(struct str page)
{
    return (struct tokenizer){ .page = page };
}

bool token_next(struct tokenizer *t, struct token *token)
{
    *token = (struct token){ .kind = TOKEN_TEXT };
    if (t->raw.n && read_raw(t, token))
        return true;
    size_t from = t->at;
    for (size_t at = next_mark(t, from); at < t->page.n; at = next_mark(t, at + 1)) {
        struct tokenizer before = *t;
        struct token found = { 0 };
        if (t->page.p[at] == ']')
            found = (struct token){ .kind = TOKEN_COMMENT, .source = str_sub(t->page, at, at + 3) };
        else if (!read_markup(t, at, &found))
            continue;
        if (at > from) { /* the text before it first; the mark is found again */
            bool no_tag_end = t->no_tag_end, no_comment_end = t->no_comment_end;
            *t = before;
            t->no_tag_end = no_tag_end;
            t->no_comment_end = no_comment_end;
            t->at = at;
            token->source = str_sub(t->page, from, at);
            return true;
        }
        if (t->page.p[at] == ']')
            t->cdata = false;
        if (found.kind == TOKEN_START && raw_text(found.name))
            t->raw = found.name;
        t->at = at + found.source.n;
        *token = found;
        return true;
    }
    t->at = t->page.n;
    token->source = str_sub(t->page, from, t->page.n);
    return token->source.n > 0;
}
