/* Text that was read by the wrong encoding, turned back where that can be proved. */
#include "clean/mojibake.h"

#include <string.h>

#include "text/han.h"
#include "text/utf8.h"

/* Characters beyond ASCII that a run must have: a French sentence has fewer, and fails the reading besides. Once a file is known to
 * have been misread, its short lines are turned back too. */
enum { AT_LEAST = 20, AT_LEAST_KNOWN = 4 };

/* The byte that windows-1252 (or Latin-1, where that has none) would have read as c, or -1.
 * Source: WHATWG Encoding, index windows-1252. */
static int byte_of(uint32_t c)
{
    static const uint16_t upper[32] = {
        0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
        0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
    };
    if (c <= 0xFF)
        return (int)c;
    for (int i = 0; i < 32; i++)
        if (upper[i] == c)
            return 0x80 + i;
    return -1;
}

static bool is_run_end(uint32_t c)
{
    return c == '\n' || c == '\r' || c == '\f' || byte_of(c) < 0;
}

/* A run of characters that could be bytes: where it begins and ends in the text, and how many are beyond ASCII. */
struct run {
    size_t from, to, high;
    size_t letters; /* of those, U+00C0 to U+00FF without × and ÷ */
};

static void count(struct run *run, uint32_t c)
{
    run->high += c >= 0x80;
    run->letters += c >= 0xC0 && c <= 0xFF && c != 0xD7 && c != 0xF7;
}

/* The run around `at`, not reaching back behind `from`. */
static struct run run_around(struct str s, size_t at, size_t from)
{
    struct run run = { .from = at, .to = at };
    while (run.from > from) {
        size_t before = run.from;
        uint32_t c = utf8_prev(s, &before);
        if (is_run_end(c))
            break;
        count(&run, c);
        run.from = before;
    }
    while (run.to < s.n) {
        size_t next = run.to;
        uint32_t c = utf8_next(s, &next);
        if (is_run_end(c))
            break;
        count(&run, c);
        run.to = next;
    }
    return run;
}

static struct bytes bytes_of(struct arena *arena, struct str run)
{
    unsigned char *to = arena_alloc(arena, run.n, 1);
    size_t n = 0;
    for (size_t at = 0; at < run.n;)
        to[n++] = (unsigned char)byte_of(utf8_next(run, &at));
    return (struct bytes){ to, n };
}

/* Do the bytes hold by an encoding, and is what they say Chinese: four of five characters common ones? */
static bool holds(enum charset charset, struct bytes bytes)
{
    struct fit fit = charset_fit(charset, bytes);
    return fit.bad == 0 && !fit.cut && fit.good > 0 && fit.common * 5 >= fit.good * 4;
}

/* In GBK marks do not count as common characters, so they are told by reading: Han and their marks, four of five beyond ASCII. */
static bool is_chinese(struct str s)
{
    size_t chinese = 0, high = 0;
    for (size_t at = 0; at < s.n;) {
        uint32_t c = utf8_next(s, &at);
        high += c >= 0x80;
        chinese += is_han(c) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF5E) || (c >= 0x2010 && c <= 0x2026) || c == 0xB7;
    }
    return high && chinese * 5 >= high * 4;
}

/* What the run says when it is turned back, or an empty slice where it is no mojibake. */
static struct str turn_back(struct arena *arena, struct str s, struct run run, struct reader *reader)
{
    struct bytes bytes = bytes_of(arena, str_sub(s, run.from, run.to));
    if (holds(CHARSET_UTF8, bytes))
        return (struct str){ (const char *)bytes.p, bytes.n };
    struct fit fit = charset_fit(CHARSET_GB18030, bytes);
    bool signs = run.letters * 4 < run.high; /* a table of signs reads as GBK without a fault */
    if (signs || fit.bad || fit.cut || fit.common * 2 < fit.good)
        return (struct str){ 0 };
    size_t from = reader->out.n, bad = reader->bad;
    if (!reader_add(reader, CHARSET_GB18030, bytes, NULL))
        return (struct str){ 0 };
    struct str text = str_sub(buf_str(&reader->out), from, reader->out.n);
    return reader->bad == bad && is_chinese(text) ? text : (struct str){ 0 };
}

/* Where the next character from U+00C0 to U+00FF begins; most of the bytes of Chinese text read as Latin-1 are among them, and nothing
 * of Chinese text is. */
static size_t next_letter(struct str s, size_t at)
{
    const char *hit = at < s.n ? memchr(s.p + at, 0xC3, s.n - at) : NULL;
    return hit ? (size_t)(hit - s.p) : s.n;
}

/* Turns back the runs of s that have `least` characters beyond ASCII. */
static struct str undo(struct arena *arena, struct str s, size_t least, struct reader *reader, size_t *mended)
{
    struct buf out = buf_make(arena, (size_t)-1 / 4);
    size_t done = 0, before = *mended; /* what stands before `done` is in `out` */
    for (size_t seen = 0, at; (at = next_letter(s, seen)) < s.n;) {
        struct run run = run_around(s, at, seen);
        seen = run.to;
        struct str text = run.high >= least ? turn_back(arena, s, run, reader) : (struct str){ 0 };
        if (!text.n)
            continue;
        buf_add(&out, str_sub(s, done, run.from));
        buf_add(&out, text);
        done = run.to;
        ++*mended;
    }
    if (*mended == before)
        return s;
    buf_add(&out, str_sub(s, done, s.n));
    return buf_str(&out);
}

struct str mojibake_undo(struct arena *arena, struct str s, struct reader *reader, size_t *mended)
{
    *mended = 0;
    s = undo(arena, s, AT_LEAST, reader, mended);
    return *mended ? undo(arena, s, AT_LEAST_KNOWN, reader, mended) : s;
}
