/* The five encodings that a capture can be in: their names, how well bytes fit them, and reading by them. */
#include "clean/charset.h"

#include <errno.h>
#include <iconv.h>
#include <stdint.h>
#include <string.h>

#include "text/han.h"
#include "text/utf8.h"

/* ---- names ---- */

static const struct {
    const char *label;
    enum charset charset;
} labels[] = {
    { "utf-8", CHARSET_UTF8 },          { "utf8", CHARSET_UTF8 },           { "unicode-1-1-utf-8", CHARSET_UTF8 },
    { "utf_8", CHARSET_UTF8 },          { "us-ascii", CHARSET_UTF8 },       { "ascii", CHARSET_UTF8 },
    { "gb18030", CHARSET_GB18030 },     { "gb_18030", CHARSET_GB18030 },    { "gb-18030", CHARSET_GB18030 },
    { "gbk", CHARSET_GB18030 },         { "x-gbk", CHARSET_GB18030 },       { "cp936", CHARSET_GB18030 },
    { "ms936", CHARSET_GB18030 },       { "windows-936", CHARSET_GB18030 }, { "936", CHARSET_GB18030 },
    { "gb2312", CHARSET_GB18030 },      { "gb_2312", CHARSET_GB18030 },     { "gb_2312-80", CHARSET_GB18030 },
    { "gb2312-80", CHARSET_GB18030 },   { "gb-2312", CHARSET_GB18030 },     { "csgb2312", CHARSET_GB18030 },
    { "chinese", CHARSET_GB18030 },     { "iso-ir-58", CHARSET_GB18030 },   { "csiso58gb231280", CHARSET_GB18030 },
    { "euc-cn", CHARSET_GB18030 },      { "euccn", CHARSET_GB18030 },       { "x-euc-cn", CHARSET_GB18030 },
    { "big5", CHARSET_BIG5 },           { "big-5", CHARSET_BIG5 },          { "big5-hkscs", CHARSET_BIG5 },
    { "big5hkscs", CHARSET_BIG5 },      { "big5-eten", CHARSET_BIG5 },      { "cn-big5", CHARSET_BIG5 },
    { "csbig5", CHARSET_BIG5 },         { "x-x-big5", CHARSET_BIG5 },       { "x-big5", CHARSET_BIG5 },
    { "cp950", CHARSET_BIG5 },          { "ms950", CHARSET_BIG5 },          { "windows-950", CHARSET_BIG5 },
    { "950", CHARSET_BIG5 },            { "utf-16", CHARSET_UTF16LE },      { "utf16", CHARSET_UTF16LE },
    { "utf-16le", CHARSET_UTF16LE },    { "utf16le", CHARSET_UTF16LE },     { "ucs-2", CHARSET_UTF16LE },
    { "ucs-2le", CHARSET_UTF16LE },     { "unicode", CHARSET_UTF16LE },     { "iso-10646-ucs-2", CHARSET_UTF16LE },
    { "utf-16be", CHARSET_UTF16BE },    { "utf16be", CHARSET_UTF16BE },     { "ucs-2be", CHARSET_UTF16BE },
};

static unsigned char lower(unsigned char c)
{
    return c >= 'A' && c <= 'Z' ? (unsigned char)(c + ('a' - 'A')) : c;
}

/* Does `b` begin with `word` (in small letters) at `at`, in any case? */
static bool word_at(struct bytes b, size_t at, const char *word)
{
    size_t n = strlen(word);
    if (at > b.n || b.n - at < n)
        return false;
    for (size_t i = 0; i < n; i++)
        if (lower(b.p[at + i]) != (unsigned char)word[i])
            return false;
    return true;
}

static bool is_space(unsigned char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

const char *charset_name(enum charset charset)
{
    static const char *const names[] = { "", "UTF-8", "GB18030", "BIG5", "UTF-16LE", "UTF-16BE" };
    return names[charset];
}

enum charset charset_of(struct bytes label)
{
    while (label.n && is_space(label.p[0]))
        label.p++, label.n--;
    while (label.n && is_space(label.p[label.n - 1]))
        label.n--;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (strlen(labels[i].label) == label.n && word_at(label, 0, labels[i].label))
            return labels[i].charset;
    return CHARSET_NONE;
}

/* The value behind `charset` or `encoding` at `at`: = and a word, perhaps in quotes. */
static struct bytes label_at(struct bytes b, size_t at)
{
    while (at < b.n && is_space(b.p[at]))
        at++;
    if (at >= b.n || b.p[at] != '=')
        return (struct bytes){ b.p, 0 };
    at++;
    while (at < b.n && (is_space(b.p[at]) || b.p[at] == '"' || b.p[at] == '\''))
        at++;
    size_t end = at;
    while (end < b.n && !is_space(b.p[end]) && !memchr("\"'>;?/", b.p[end], 6))
        end++;
    return (struct bytes){ b.p + at, end - at };
}

enum charset charset_declared(struct bytes source)
{
    enum { HEAD = 4096 };
    struct bytes head = { source.p, source.n < HEAD ? source.n : HEAD };
    bool inside = false; /* a <meta or <?xml */
    for (size_t at = 0; at < head.n; at++) {
        if (head.p[at] == '<')
            inside = word_at(head, at, "<meta") || word_at(head, at, "<?xml");
        else if (head.p[at] == '>')
            inside = false;
        if (!inside)
            continue;
        size_t behind = word_at(head, at, "charset") ? 7 : word_at(head, at, "encoding") ? 8 : 0;
        enum charset charset = behind ? charset_of(label_at(head, at + behind)) : CHARSET_NONE;
        if (charset != CHARSET_NONE)
            return charset;
    }
    return CHARSET_NONE;
}

/* ---- structure ---- */

/* How many of the bytes at `at` make one character by the structure of GB18030 (2 or 4), 1 for a byte that stands alone, or 0 with
 * *bad: how many a WHATWG decoder gives up. Whether the pair is mapped is not asked. *cut: the bytes end within it. */
static size_t gb18030_at(struct bytes b, size_t at, size_t *bad, bool *cut)
{
    const unsigned char *p = b.p + at;
    size_t left = b.n - at;
    *bad = 1;
    if (p[0] <= 0x80) /* 0x80 is the euro sign of GBK */
        return 1;
    if (p[0] == 0xFF)
        return 0;
    if (left < 2)
        return *cut = true, 0;
    if (p[1] >= 0x30 && p[1] <= 0x39) {
        if (left >= 3 && (p[2] < 0x81 || p[2] == 0xFF))
            return 0;
        if (left >= 4 && (p[3] < 0x30 || p[3] > 0x39))
            return 0;
        *cut = left < 4;
        return left < 4 ? 0 : 4;
    }
    if (p[1] < 0x40 || p[1] == 0x7F)
        return 0;
    *bad = 2;
    return p[1] == 0xFF ? 0 : 2;
}

/* The same for Big5 with its extensions: lead 81–FE, trail 40–7E and A1–FE. */
static size_t big5_at(struct bytes b, size_t at, size_t *bad, bool *cut)
{
    const unsigned char *p = b.p + at;
    *bad = 1;
    if (p[0] < 0x80)
        return 1;
    if (p[0] == 0x80 || p[0] == 0xFF)
        return 0;
    if (b.n - at < 2)
        return *cut = true, 0;
    if ((p[1] >= 0x40 && p[1] <= 0x7E) || (p[1] >= 0xA1 && p[1] <= 0xFE))
        return 2;
    *bad = p[1] < 0x80 ? 1 : 2;
    return 0;
}

static size_t utf8_at_byte(struct bytes b, size_t at, size_t *bad, bool *cut)
{
    size_t good = utf8_good(b, at);
    if (good)
        return good;
    *bad = utf8_bad(b, at);
    *cut = at + *bad == b.n && b.p[at] >= 0xC2 && b.p[at] <= 0xF4;
    return 0;
}

/* Is the character of `n` bytes at p one of those that Chinese text is made of? By rows of the table alone. GB18030: GB2312's first
 * level, its marks, full-width forms and toned vowels (which annotated pages are full of). Big5: its first level and its marks. */
static bool is_common(enum charset charset, const unsigned char *p, size_t n)
{
    switch (charset) {
    case CHARSET_GB18030:
        return n == 2 && p[1] >= 0xA1 &&
               ((p[0] >= 0xB0 && p[0] <= 0xD7) || (p[0] == 0xA1 && p[1] <= 0xBF) || p[0] == 0xA3 || (p[0] == 0xA8 && p[1] <= 0xBA));
    case CHARSET_BIG5:
        return n == 2 && ((p[0] >= 0xA4 && p[0] <= 0xC6) || (p[0] == 0xA1 && p[1] <= 0xAC));
    default:
        return n == 3 && p[0] >= 0xE3; /* U+3000 and up: Han and their marks */
    }
}

static struct fit fit_bytes(enum charset charset, struct bytes b)
{
    struct fit fit = { 0 };
    for (size_t at = 0; at < b.n;) {
        if (b.p[at] < 0x80) {
            at++;
            continue;
        }
        size_t bad = 1, n = charset == CHARSET_GB18030 ? gb18030_at(b, at, &bad, &fit.cut)
                          : charset == CHARSET_BIG5    ? big5_at(b, at, &bad, &fit.cut)
                                                       : utf8_at_byte(b, at, &bad, &fit.cut);
        fit.good += n > 1;
        fit.common += n > 1 && is_common(charset, b.p + at, n);
        fit.bad += n == 0 && !fit.cut;
        at += n ? n : bad;
    }
    return fit;
}

static uint32_t unit_at(enum charset charset, const unsigned char *p)
{
    return charset == CHARSET_UTF16LE ? (uint32_t)(p[0] | p[1] << 8) : (uint32_t)(p[0] << 8 | p[1]);
}

/* What Chinese text in UTF-16 is made of: Han, their marks, printable ASCII and line ends. */
static bool is_chinese_unit(uint32_t u)
{
    return (u >= 0x4E00 && u <= 0x9FA5) || (u >= 0x3000 && u <= 0x301F) || (u >= 0xFF01 && u <= 0xFF5E) || (u >= 0x20 && u <= 0x7E) ||
           u == '\n' || u == '\r' || u == '\t' || u == 0xA0 || u == 0xB7 || u == 0xD7 || (u >= 0x2010 && u <= 0x2026);
}

static struct fit fit_units(enum charset charset, struct bytes b)
{
    struct fit fit = { .cut = b.n % 2 };
    for (size_t at = 0; at + 1 < b.n; at += 2) {
        uint32_t u = unit_at(charset, b.p + at);
        fit.good++;
        fit.common += is_chinese_unit(u);
        fit.bad += (u >= 0xDC00 && u <= 0xDFFF) || u == 0xFFFE || u == 0xFFFF; /* pairs lie beyond what a guess needs */
    }
    return fit;
}

struct fit charset_fit(enum charset charset, struct bytes bytes)
{
    return charset == CHARSET_UTF16LE || charset == CHARSET_UTF16BE ? fit_units(charset, bytes) : fit_bytes(charset, bytes);
}

/* ---- reading ---- */

void reader_init(struct reader *reader, struct arena *arena)
{
    *reader = (struct reader){ .out = buf_make(arena, (size_t)-1 / 4) };
}

void reader_finish(struct reader *reader)
{
    void *const open[] = { reader->gb18030, reader->big5, reader->hkscs };
    for (size_t i = 0; i < sizeof open / sizeof *open; i++)
        if (open[i])
            iconv_close((iconv_t)open[i]);
}

/* The converter in `slot`, opened when first asked for; NULL where there is none. */
static iconv_t converter(void **slot, const char *name)
{
    if (!*slot) {
        iconv_t cd = iconv_open("UTF-8", name);
        *slot = cd == (iconv_t)-1 ? NULL : (void *)cd;
    }
    return (iconv_t)*slot;
}

static void add_bad(struct reader *reader)
{
    buf_add(&reader->out, STR("\uFFFD"));
    reader->bad++;
}

/* Converts as much of *in as iconv can; what is left begins with something that it cannot. */
static void convert(struct reader *reader, iconv_t cd, struct bytes *in)
{
    enum { PIECE = 16384 };
    char piece[PIECE];
    char *from = (char *)(uintptr_t)in->p; /* iconv reads through a pointer that could write */
    bool more = true;
    while (more && in->n) {
        char *to = piece;
        size_t room = PIECE;
        more = iconv(cd, &from, &in->n, &to, &room) == (size_t)-1 && errno == E2BIG;
        buf_add_bytes(&reader->out, piece, PIECE - room);
    }
    in->p = (const unsigned char *)from;
    char *to = piece; /* what the converter still holds back */
    size_t room = PIECE;
    iconv(cd, NULL, NULL, &to, &room);
    buf_add_bytes(&reader->out, piece, PIECE - room);
}

/* A pair that BIG5 does not have, by its Hong Kong extension: names like 喆 and 堃 stand there. */
static bool add_hkscs(struct reader *reader, struct bytes pair)
{
    iconv_t cd = converter(&reader->hkscs, "BIG5-HKSCS");
    if (cd)
        convert(reader, cd, &pair);
    return cd && pair.n == 0;
}

/* Characters whose four bytes the standard of 2022 gave to others, and some iconvs therefore refuse: as WHATWG's decoder reads them. */
static uint32_t former_four(struct bytes in)
{
    uint32_t at = (uint32_t)(((in.p[0] - 0x81) * 10 + in.p[1] - 0x30) * 126 + in.p[2] - 0x81) * 10 + in.p[3] - 0x30;
    if (at >= 19057 && at <= 19064)
        return 0x9FB4 + at - 19057;
    return at >= 39076 && at <= 39085 ? 0xFE10 + at - 39076 : 0;
}

/* Adds what stands at the head of `in` and could not be converted; answers how many bytes that was. */
static size_t add_odd(struct reader *reader, enum charset charset, struct bytes in)
{
    bool cut = false;
    size_t bad, n = charset == CHARSET_GB18030 ? gb18030_at(in, 0, &bad, &cut) : big5_at(in, 0, &bad, &cut);
    if (charset == CHARSET_GB18030 && in.p[0] == 0x80) {
        buf_add(&reader->out, STR("€"));
        return 1;
    }
    uint32_t former = charset == CHARSET_GB18030 && n == 4 ? former_four(in) : 0;
    char piece[4];
    if (former)
        return buf_add_bytes(&reader->out, piece, utf8_put(former, piece)), n;
    if (charset == CHARSET_BIG5 && n == 2 && add_hkscs(reader, (struct bytes){ in.p, 2 }))
        return 2;
    add_bad(reader);
    if (n == 2 && in.p[1] < 0x80)
        return 1; /* a pair that nobody mapped: its second byte is more likely a letter */
    return n ? n : bad;
}

/* Does a character stand at the head of `in`, by its structure? Where not, iconv need not be asked again. */
static bool starts_well(enum charset charset, struct bytes in)
{
    bool cut;
    size_t bad;
    return (charset == CHARSET_GB18030 ? gb18030_at(in, 0, &bad, &cut) : big5_at(in, 0, &bad, &cut)) > 0;
}

static bool add_by_iconv(struct reader *reader, enum charset charset, struct bytes in, struct err *err)
{
    iconv_t cd = converter(charset == CHARSET_GB18030 ? &reader->gb18030 : &reader->big5, charset_name(charset));
    if (!cd)
        return err_set(err, "this machine's iconv cannot read %s", charset_name(charset));
    while (in.n) {
        convert(reader, cd, &in);
        do {
            size_t n = in.n ? add_odd(reader, charset, in) : 0;
            in.p += n;
            in.n -= n;
        } while (in.n && !starts_well(charset, in));
    }
    return true;
}

/* ---- a byte lost from GB18030 ---- */

/* Where a byte of a run of pairs was lost, all pairs behind it are shifted by one, up to the next ASCII byte: the run has an odd number of
 * bytes. Which byte stands alone is told by what is common: the best place is where the pairs before it and, shifted, the pairs
 * behind it give the most common characters. */
static size_t lone_byte(struct bytes run)
{
    long score = 0;
    for (size_t i = 1; i + 1 < run.n; i += 2)
        score += is_common(CHARSET_GB18030, run.p + i, 2);
    long best = score;
    size_t where = 0;
    for (size_t i = 0; i + 2 < run.n; i += 2) {
        score += is_common(CHARSET_GB18030, run.p + i, 2) - is_common(CHARSET_GB18030, run.p + i + 1, 2);
        if (score > best) { /* of equals the first: a lead byte that lost its trail makes a pair with the next lead */
            best = score;
            where = i + 2;
        }
    }
    return best > score + 1 ? where : run.n - 1; /* without a clear gain it is the last, as for WHATWG's decoder */
}

/* The next byte of `in` that stands alone because one was lost, or in.n. */
static size_t next_lone(struct bytes in)
{
    size_t run = 0; /* where the pairs since the last ASCII byte began */
    for (size_t at = 0; at < in.n;) {
        bool cut = false, ascii = in.p[at] < 0x80;
        size_t bad = 1, n = gb18030_at(in, at, &bad, &cut);
        if (n == 0 && bad == 1 && in.p[at] != 0xFF && at > run)
            return run + lone_byte((struct bytes){ in.p + run, at + 1 - run });
        at += n ? n : bad;
        if (ascii || n != 2)
            run = at;
    }
    return in.n;
}

static bool add_gb18030(struct reader *reader, struct bytes in, struct err *err)
{
    while (in.n) {
        size_t lone = next_lone(in);
        if (!add_by_iconv(reader, CHARSET_GB18030, (struct bytes){ in.p, lone }, err))
            return false;
        if (lone < in.n) {
            add_bad(reader);
            lone++;
        }
        in.p += lone;
        in.n -= lone;
    }
    return true;
}

static void add_utf8(struct reader *reader, struct bytes in)
{
    size_t bad;
    buf_add(&reader->out, utf8_repair(reader->out.arena, in, &bad));
    reader->bad += bad;
}

/* The code point at *at, and *at moved behind it; UTF8_REPLACEMENT with *bad for half a pair or half a unit. */
static uint32_t utf16_next(enum charset charset, struct bytes in, size_t *at, bool *bad)
{
    *bad = true;
    if (in.n - *at < 2) {
        *at = in.n;
        return UTF8_REPLACEMENT;
    }
    uint32_t u = unit_at(charset, in.p + *at);
    *at += 2;
    *bad = u >= 0xD800 && u <= 0xDFFF;
    if (u < 0xD800 || u > 0xDBFF || in.n - *at < 2)
        return *bad ? UTF8_REPLACEMENT : u;
    uint32_t low = unit_at(charset, in.p + *at);
    if (low < 0xDC00 || low > 0xDFFF)
        return UTF8_REPLACEMENT;
    *at += 2;
    *bad = false;
    return 0x10000 + ((u - 0xD800) << 10 | (low - 0xDC00));
}

static void add_utf16(struct reader *reader, enum charset charset, struct bytes in)
{
    for (size_t at = 0; at < in.n;) {
        char piece[4];
        bool bad;
        uint32_t c = utf16_next(charset, in, &at, &bad);
        reader->bad += bad;
        buf_add_bytes(&reader->out, piece, utf8_put(c, piece));
    }
}

bool reader_add(struct reader *reader, enum charset charset, struct bytes bytes, struct err *err)
{
    switch (charset) {
    case CHARSET_GB18030:
        return add_gb18030(reader, bytes, err);
    case CHARSET_BIG5:
        return add_by_iconv(reader, charset, bytes, err);
    case CHARSET_UTF16LE:
    case CHARSET_UTF16BE:
        add_utf16(reader, charset, bytes);
        return true;
    default:
        add_utf8(reader, bytes);
        return true;
    }
}
