/* Pages and plain text into one flat stream of blocks. */
#include "clean/html.h"

#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "text/han.h"
#include "text/utf8.h"

/* Length of the line end at `at`, or 0. */
static size_t line_end(struct str s, size_t at)
{
    switch ((unsigned char)s.p[at]) {
    case '\r':
        return at + 1 < s.n && s.p[at + 1] == '\n' ? 2 : 1;
    case '\n':
    case '\f':
        return 1;
    case 0xE2:
        return s.n - at >= 3 && s.p[at + 1] == '\x80' && (s.p[at + 2] == '\xA8' || s.p[at + 2] == '\xA9') ? 3 : 0;
    default:
        return 0;
    }
}

static void add_line(struct arena *arena, struct str line, bool *after_blank, struct draft *draft)
{
    if (str_trim(line).n) {
        *PUSH(arena, &draft->blocks) = (struct block){ .kind = BLOCK_LINE, .text = line, .after_blank = *after_blank };
        *after_blank = false;
        return;
    }
    if (line.n)
        *PUSH(arena, &draft->removed) = (struct removed){ REMOVED_WHITESPACE, line };
    *after_blank = true;
}

void text_blocks(struct arena *arena, struct str text, struct draft *draft)
{
    bool after_blank = true;
    size_t start = 0;
    for (size_t at = 0; at < text.n;) {
        size_t end = line_end(text, at);
        if (end) {
            add_line(arena, str_sub(text, start, at), &after_blank, draft);
            start = at + end;
        }
        at += end ? end : 1;
    }
    if (start < text.n)
        add_line(arena, str_sub(text, start, text.n), &after_blank, draft);
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The tag that begins at `at`, or an empty slice. */
static struct str tag_at(struct str s, size_t at)
{
    if (s.p[at] != '<' || at + 1 >= s.n || !(is_letter(s.p[at + 1]) || strchr("/!?", s.p[at + 1])))
        return (struct str){ 0 };
    size_t end = str_find(s, STR(">"), at);
    return end == STR_NONE ? (struct str){ 0 } : str_sub(s, at, end + 1);
}

static bool ends_block(struct str tag)
{
    static const char *const names[] = { "p", "br", "div", "h1", "h2", "h3", "li", "tr", "td", "section", "article", "title", "body" };
    size_t from = tag.n > 1 && tag.p[1] == '/' ? 2 : 1, to = from;
    while (to < tag.n && (is_letter(tag.p[to]) || (tag.p[to] >= '0' && tag.p[to] <= '9')))
        to++;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strlen(names[i]) == to - from && strncasecmp(names[i], tag.p + from, to - from) == 0)
            return true;
    return false;
}

bool html_likely(struct str text)
{
    for (size_t at = 0; at < text.n; at++)
        if (text.p[at] == '<' && ends_block(tag_at(text, at)))
            return true;
    return false;
}

/* Ends the block that was gathered from `from` on. */
static void add_block(struct arena *arena, struct buf *out, size_t *from, struct draft *draft)
{
    struct str all = str_sub(buf_str(out), *from, out->n), text = str_trim(all);
    size_t indent = text.n ? (size_t)(text.p - all.p) : 0;
    if (indent)
        *PUSH(arena, &draft->removed) = (struct removed){ REMOVED_NBSP_INDENT, str_sub(all, 0, indent) };
    if (text.n)
        *PUSH(arena, &draft->blocks) = (struct block){ .kind = BLOCK_TEXT, .text = text, .after_blank = true };
    *from = out->n;
}

void html_blocks(struct arena *arena, struct str text, struct draft *draft)
{
    struct buf out = buf_make(arena, (size_t)-1 / 4);
    size_t from = 0;
    for (size_t at = 0; at < text.n;) {
        struct str tag = tag_at(text, at);
        size_t end = line_end(text, at);
        if (end || ends_block(tag))
            add_block(arena, &out, &from, draft);
        if (tag.n)
            *PUSH(arena, &draft->removed) = (struct removed){ REMOVED_HTML_TAG, tag };
        if (!tag.n && !end)
            buf_add(&out, str_sub(text, at, at + 1));
        at += tag.n ? tag.n : end ? end : 1;
    }
    add_block(arena, &out, &from, draft);
}
