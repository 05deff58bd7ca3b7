/* UTF-8 that was read as pairs of GBK, turned back. */
#include "clean/mispair.h"

#include "base/buf.h"
#include "clean/charset.h"
#include "clean/gbk.h"
#include "text/han.h"
#include "text/utf8.h"

enum { AT_LEAST = 6, AT_LEAST_KNOWN = 2 }; /* characters that a stretch must say */

/* The bytes that were read as c: two, or the one that windows-936 has as €; how many, 0 for none. */
static size_t bytes_of(uint32_t c, unsigned char to[2])
{
    unsigned pair = c >= 0xE000 ? gbk_private_pair(c) : 0;
    if (!pair)
        pair = gbk_pair(c);
    if (c == 0x20AC || !pair)
        return to[0] = 0x80, c == 0x20AC;
    to[0] = (unsigned char)(pair >> 8);
    to[1] = (unsigned char)(pair & 0xFF);
    return 2;
}

/* Could a stretch that was UTF-8 begin with c: the head of a sequence of two or three bytes? */
static bool may_begin(uint32_t c)
{
    unsigned char b[2];
    return bytes_of(c, b) == 2 && b[0] >= 0xC2 && b[0] <= 0xEF && b[1] >= 0x80 && b[1] <= 0xBF;
}

/* The next place from *at on where a stretch may begin behind ASCII, or s.n. */
static size_t next_start(struct str s, size_t at)
{
    while (at < s.n) {
        while (at < s.n && (unsigned char)s.p[at] < 0x80)
            at++;
        if (at == s.n || may_begin(utf8_at(s, at)))
            return at;
        while (at < s.n && (unsigned char)s.p[at] >= 0x80)
            at++;
    }
    return at;
}

/* The bytes of the stretch at *at, and *at moved behind it. */
static struct bytes read_stretch(struct arena *arena, struct str s, size_t *at)
{
    size_t end = *at, n = 0, more;
    while (end < s.n && (unsigned char)s.p[end] >= 0x80)
        end++;
    unsigned char *bytes = arena_alloc(arena, end - *at + 1, 1);
    for (size_t next = *at; *at < end && (more = bytes_of(utf8_next(s, &next), bytes + n)); *at = next)
        n += more;
    return (struct bytes){ bytes, n };
}

static bool is_mark(uint32_t c)
{
    return (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF5E) || (c >= 0x2010 && c <= 0x2026) || c == 0xB7;
}

/* Does s say `least` characters of Chinese, four of five everyday ones? U+FFFD is not asked. */
static bool is_everyday(struct str s, size_t least)
{
    size_t everyday = 0, marks = 0, other = 0;
    for (size_t at = 0; at < s.n;) {
        uint32_t c = utf8_next(s, &at);
        everyday += gbk_common(c);
        marks += is_mark(c);
        other += c >= 0x80 && c != UTF8_REPLACEMENT && !is_mark(c) && !gbk_common(c);
    }
    return everyday && everyday + marks >= least && everyday >= other * 4;
}

/* What the stretch at *at says when it is turned back, or an empty slice; *at is moved behind it either way. */
static struct str turn_back(struct arena *arena, struct str s, size_t *at, size_t least)
{
    struct bytes bytes = read_stretch(arena, s, at);
    struct fit fit = charset_fit(CHARSET_UTF8, bytes);
    if (fit.bad || fit.good < least)
        return (struct str){ 0 };
    struct str text = utf8_repair(arena, bytes, NULL);
    if (!is_everyday(text, least))
        return (struct str){ 0 };
    uint32_t mark = fit.cut ? utf8_at(s, *at) : 0;
    if (mark == '?' || mark == UTF8_REPLACEMENT)
        utf8_next(s, at); /* printed for the byte that was lost */
    return text;
}

static bool is_misread(struct str s)
{
    struct arena work = { 0 };
    bool proved = false;
    for (size_t at = next_start(s, 0); at < s.n && !proved; at = next_start(s, at)) {
        size_t from = at;
        proved = turn_back(&work, s, &at, AT_LEAST).n > 0;
        if (at == from)
            utf8_next(s, &at);
        arena_reset(&work);
    }
    arena_finish(&work);
    return proved;
}

struct str mispair_undo(struct arena *arena, struct str s, struct mendings *mendings)
{
    if (!is_misread(s))
        return s;
    struct buf out = buf_make(arena, SIZE_MAX / 4);
    size_t done = 0;
    for (size_t at = next_start(s, 0); at < s.n; at = next_start(s, at)) {
        size_t from = at;
        struct str to = turn_back(arena, s, &at, AT_LEAST_KNOWN);
        if (at == from)
            utf8_next(s, &at);
        if (!to.n)
            continue;
        buf_add(&out, str_sub(s, done, from));
        struct str bare = str_trim(to); /* an indent is no part of what its paragraph will be */
        *PUSH(arena, mendings) = (struct mended){ str_sub(s, from, at), bare, out.n + (size_t)(bare.p - to.p) };
        buf_add(&out, to);
        done = at;
    }
    buf_add(&out, str_sub(s, done, s.n));
    return buf_str(&out);
}
