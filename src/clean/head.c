/* What the head of a page says of its article: <title>, <meta>, Open Graph, JSON-LD. */
#include "clean/head.h"

#include "base/buf.h"
#include "clean/entity.h"
#include "clean/token.h"
#include "text/han.h"
#include "text/utf8.h"

enum { LONGEST = 2000 }; /* bytes of a value that is believed */

static void put(struct str *field, struct str value)
{
    value = str_trim(value);
    if (!field->p && value.n && value.n <= LONGEST)
        *field = value;
}

/* The field that a <meta> of this name fills, or NULL. Names as sites of papers, governments and Open Graph have them. */
static struct str *field_of(struct head *head, struct str name)
{
    const struct {
        const char *name;
        struct str *field;
    } fields[] = {
        { "articletitle", &head->meta },       { "og:title", &head->graph },
        { "twitter:title", &head->graph },     { "article:published_time", &head->published },
        { "og:release_date", &head->published }, { "pubdate", &head->published },
        { "publishdate", &head->published },   { "publish_date", &head->published },
        { "publish-date", &head->published },  { "publication_date", &head->published },
        { "datepublished", &head->published }, { "firstpublished", &head->published },
        { "apub:time", &head->published },     { "bytedance:published_time", &head->published },
        { "weibo:article:create_at", &head->published }, { "contentsource", &head->source },
        { "source", &head->source },           { "article:source", &head->source },
        { "mediaid", &head->source },          { "sitename", &head->site },
        { "og:site_name", &head->site },       { "author", &head->author },
        { "article:author", &head->author },   { "og:article:author", &head->author },
    };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (name_is(name, fields[i].name))
            return fields[i].field;
    return NULL;
}

void head_meta(struct arena *arena, struct head *head, struct str attributes)
{
    static const char *const keys[] = { "name", "property", "itemprop" };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        struct str *field = field_of(head, attribute_get(attributes, keys[i]));
        if (field)
            put(field, entity_decode(arena, attribute_get(attributes, "content"), true));
    }
}

/* s on one line, blanks at its ends gone. */
static struct str one_line(struct arena *arena, struct str s)
{
    struct buf out = buf_make(arena, LONGEST);
    s = str_trim(s);
    for (size_t at = 0; at < s.n; at++) {
        bool end = s.p[at] == '\n' || s.p[at] == '\r' || s.p[at] == '\t';
        if (!end || (out.n && out.p[out.n - 1] != ' '))
            buf_add_bytes(&out, end ? " " : s.p + at, 1);
    }
    return out.full ? (struct str){ 0 } : buf_str(&out);
}

void head_title(struct arena *arena, struct head *head, struct str text)
{
    if (text.n <= LONGEST)
        put(&head->said, one_line(arena, entity_decode(arena, text, false)));
}

/* ---- JSON-LD, read for four keys and no more ---- */

static size_t skip_blanks(struct str s, size_t at)
{
    while (at < s.n && (s.p[at] == ' ' || s.p[at] == '\n' || s.p[at] == '\r' || s.p[at] == '\t'))
        at++;
    return at;
}

/* Where the string whose quote is at `at` ends: at its closing quote, or s.n. */
static size_t string_end(struct str s, size_t at)
{
    for (at++; at < s.n && s.p[at] != '"'; at++)
        if (s.p[at] == '\\')
            at++;
    return at < s.n ? at : s.n;
}

static uint32_t hex4(struct str s, size_t at)
{
    uint32_t value = 0;
    for (size_t i = at; i < at + 4; i++) {
        char c = i < s.n ? s.p[i] : 'x';
        uint32_t digit = c >= '0' && c <= '9' ? (uint32_t)(c - '0') : c >= 'a' && c <= 'f' ? (uint32_t)(c - 'a' + 10)
                       : c >= 'A' && c <= 'F' ? (uint32_t)(c - 'A' + 10) : 16;
        if (digit == 16)
            return UTF8_REPLACEMENT;
        value = value << 4 | digit;
    }
    return value;
}

/* The text of a JSON string, what is escaped in it written out; surrogates become U+FFFD, for nothing here needs them. */
static struct str unescape(struct arena *arena, struct str s)
{
    if (!str_has(s, STR("\\")))
        return s;
    struct buf out = buf_make(arena, LONGEST);
    for (size_t at = 0; at < s.n; at++) {
        char piece[4];
        if (s.p[at] != '\\' || at + 1 >= s.n) {
            buf_add_bytes(&out, s.p + at, 1);
        } else if (s.p[++at] == 'u') {
            buf_add_bytes(&out, piece, utf8_put(hex4(s, at + 1), piece));
            for (int i = 0; i < 4 && at + 1 < s.n && (unsigned char)s.p[at + 1] < 0x80; i++)
                at++;
        } else {
            char c = s.p[at];
            buf_add_bytes(&out, c == 'n' || c == 't' || c == 'r' ? " " : s.p + at, 1);
        }
    }
    return out.full ? (struct str){ 0 } : buf_str(&out);
}

/* The string behind the key that ends at `at`: itself, or the "name" of the object there. */
static struct str value_behind(struct str s, size_t at)
{
    at = skip_blanks(s, at);
    if (at >= s.n || s.p[at] != ':')
        return (struct str){ 0 };
    at = skip_blanks(s, at + 1);
    if (at < s.n && (s.p[at] == '{' || s.p[at] == '[')) {
        struct str near = str_sub(s, at, at + LONGEST); /* cut anywhere: only quotes are looked for */
        size_t close = str_find(near, STR("}"), 0), name = str_find(near, STR("\"name\""), 0);
        if (name == STR_NONE || close == STR_NONE || name > close)
            return (struct str){ 0 };
        at = skip_blanks(s, at + name + 6);
        if (at < s.n && s.p[at] == ':')
            at = skip_blanks(s, at + 1);
    }
    if (at >= s.n || s.p[at] != '"')
        return (struct str){ 0 };
    return str_sub(s, at + 1, string_end(s, at));
}

void head_json(struct arena *arena, struct head *head, struct str text)
{
    for (size_t at = 0; at < text.n; at++) {
        if (text.p[at] != '"')
            continue;
        size_t end = string_end(text, at);
        struct str key = str_sub(text, at + 1, end);
        struct str *field = str_eq(key, STR("headline"))      ? &head->headline
                          : str_eq(key, STR("datePublished")) ? &head->published
                          : str_eq(key, STR("author"))        ? &head->author
                          : str_eq(key, STR("publisher"))     ? &head->source
                                                              : NULL;
        if (field && !field->p) {
            struct str value = value_behind(text, end + 1);
            if (value.n <= LONGEST)
                put(field, unescape(arena, value));
        }
        at = end;
    }
}

/* ---- the best ---- */

static size_t han_in(struct str s)
{
    size_t n = 0;
    for (size_t at = 0; at < s.n;)
        n += is_han(utf8_next(s, &at));
    return n;
}

/* A title without the names of section and site that stand behind it: 标题_栏目_某某网, 标题 - 某某网, 标题 | 某某网. */
static struct str without_site(struct str title)
{
    static const struct str signs[] = { STR_INIT("_"), STR_INIT(" - "), STR_INIT("|"), STR_INIT("--"), STR_INIT("—"), STR_INIT("-") };
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        for (size_t at = str_find_last(title, signs[i]); at != STR_NONE; at = str_find_last(title, signs[i])) {
            struct str left = str_trim(str_sub(title, 0, at)), right = str_sub(title, at + signs[i].n, title.n);
            if (han_in(left) < 6 || han_in(right) >= han_in(left) || han_in(right) > 16)
                break;
            title = left;
        }
    return title;
}

struct page_head head_best(const struct head *head)
{
    struct str best = head->meta.p ? head->meta : head->headline.p ? head->headline : head->graph.p ? head->graph : head->said;
    return (struct page_head){
        .title = best.p ? without_site(best) : best,
        .published = head->published,
        .source = head->source.p ? head->source : head->site,
        .author = head->author,
    };
}
