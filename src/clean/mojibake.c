/* Text that was read by the wrong encoding, turned back where that can be proved. */
#include "clean/mojibake.h"

#include <string.h>

#include "clean/mispair.h"
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

/* A run that was turned back; text.n is 0 where it is no mojibake. */
struct turned {
    struct bytes bytes;
    enum charset charset; /* what they are in */
    struct str text;
};

static struct turned turn_back(struct arena *arena, struct str s, struct run run, struct reader *reader)
{
    struct turned turned = { .bytes = bytes_of(arena, str_sub(s, run.from, run.to)), .charset = CHARSET_UTF8 };
    if (holds(CHARSET_UTF8, turned.bytes)) {
        turned.text = (struct str){ (const char *)turned.bytes.p, turned.bytes.n };
        return turned;
    }
    struct fit fit = charset_fit(CHARSET_GB18030, turned.bytes);
    bool signs = run.letters * 4 < run.high; /* a table of signs reads as GBK without a fault */
    if (signs || fit.bad || fit.cut || fit.common * 2 < fit.good)
        return turned;
    size_t from = reader->out.n, bad = reader->bad;
    if (!reader_add(reader, CHARSET_GB18030, turned.bytes, NULL))
        return turned;
    struct str text = str_sub(buf_str(&reader->out), from, reader->out.n);
    turned.charset = CHARSET_GB18030;
    if (reader->bad == bad && is_chinese(text))
        turned.text = text;
    return turned;
}

/* Where the next character from U+00C0 to U+00FF begins; most of the bytes of Chinese text read as Latin-1 are among them, and nothing
 * of Chinese text is. */
static size_t next_letter(struct str s, size_t at)
{
    const char *hit = at < s.n ? memchr(s.p + at, 0xC3, s.n - at) : NULL;
    return hit ? (size_t)(hit - s.p) : s.n;
}

/* How many bytes the character at `at` has, in a run that is well-formed. */
static size_t char_bytes(enum charset charset, struct bytes b, size_t at)
{
    if (charset == CHARSET_UTF8)
        return utf8_good(b, at);
    return b.p[at] <= 0x80 ? 1 : b.p[at + 1] >= 0x30 && b.p[at + 1] <= 0x39 ? 4 : 2;
}

/* Where cleaning may cut: blanks, brackets (of annotations), tags and references. */
static bool is_border(uint32_t c)
{
    uint32_t mark = narrow(c);
    return is_blank(c) || mark == '(' || mark == ')' || c == '<' || c == '>' || c == '&';
}

/* Lists what was turned back between two borders, from the first character beyond ASCII to the last. `from` is the run, its text stands
 * at `at` of the answer. */
static void list_passages(struct arena *arena, struct str from, const struct turned *turned, size_t at, struct mendings *mendings)
{
    struct { size_t from, to; } start = { 0 }, end = { 0 };
    size_t f = 0, t = 0;
    for (size_t i = 0; i < turned->bytes.n;) {
        size_t bytes = char_bytes(turned->charset, turned->bytes, i), f0 = f, t0 = t;
        uint32_t c = utf8_next(turned->text, &t);
        for (size_t k = 0; k < bytes; k++) /* each byte was printed as a character */
            utf8_next(from, &f);
        i += bytes;
        if (c >= 0x80 && !is_border(c)) {
            if (start.to == end.to)
                start.from = f0, start.to = t0;
            end.from = f, end.to = t;
        }
        if ((is_border(c) || i == turned->bytes.n) && end.to > start.to) {
            *PUSH(arena, mendings) = (struct mended){ str_sub(from, start.from, end.from), str_sub(turned->text, start.to, end.to),
                                                      at + start.to };
            start = end;
        }
    }
}

/* Has s a line that proves that it was misread? */
static bool is_misread(struct arena *arena, struct str s, struct reader *reader)
{
    for (size_t seen = 0, at; (at = next_letter(s, seen)) < s.n;) {
        struct run run = run_around(s, at, seen);
        seen = run.to;
        if (run.high >= AT_LEAST && turn_back(arena, s, run, reader).text.n)
            return true;
    }
    return false;
}

struct str mojibake_undo(struct arena *arena, struct str s, struct reader *reader, struct mendings *mendings)
{
    if (!is_misread(arena, s, reader))
        return mispair_undo(arena, s, mendings);
    struct buf out = buf_make(arena, SIZE_MAX / 4);
    size_t done = 0; /* what stands before is in `out` */
    for (size_t seen = 0, at; (at = next_letter(s, seen)) < s.n;) {
        struct run run = run_around(s, at, seen);
        seen = run.to;
        struct turned turned = { 0 };
        if (run.high >= AT_LEAST_KNOWN)
            turned = turn_back(arena, s, run, reader);
        if (!turned.text.n)
            continue;
        turned.text = arena_str(arena, turned.text); /* the reader's buffer moves as it grows */
        buf_add(&out, str_sub(s, done, run.from));
        list_passages(arena, str_sub(s, run.from, run.to), &turned, out.n, mendings);
        buf_add(&out, turned.text);
        done = run.to;
    }
    buf_add(&out, str_sub(s, done, s.n));
    return buf_str(&out);
}
