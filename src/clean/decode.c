/* Bytes of a capture into text, whatever they were written in. */
#include "clean/decode.h"

#include <string.h>

#include "clean/charset.h"
#include "clean/mojibake.h"
#include "text/utf8.h"

/* How an encoding was found; the words of the note. */
enum reason { BY_USER, BY_BOM, BY_STRUCTURE, BY_DECLARATION, BY_UNITS, BY_CHARACTERS, BY_DESPAIR };

static const char *const reason_words[] = {
    [BY_USER] = "as told",
    [BY_BOM] = "by its byte order mark",
    [BY_STRUCTURE] = "by its structure",
    [BY_DECLARATION] = "as the page declares",
    [BY_UNITS] = "by what its units are",
    [BY_CHARACTERS] = "by how common its characters are",
    [BY_DESPAIR] = "for want of anything that fits",
};

struct guess {
    enum charset charset;
    enum reason reason;
    const char *sure; /* certain, likely, doubtful */
    bool valid;       /* UTF-8 without a fault: nothing to read, the bytes are the text */
};

/* ---- what is no text ---- */

/* The first bytes of files that are no text though they may look like it. */
static const struct {
    const char *bytes;
    size_t n, at;
} magic[] = {
    { "\x89PNG\r\n\x1A\n", 8, 0 }, { "\xFF\xD8\xFF", 3, 0 },       { "GIF87a", 6, 0 },         { "GIF89a", 6, 0 },
    { "%PDF-", 5, 0 },             { "PK\x03\x04", 4, 0 },         { "PK\x05\x06", 4, 0 },     { "\x1F\x8B\x08", 3, 0 },
    { "BZh91AY&SY", 10, 0 },       { "\xFD" "7zXZ\0", 6, 0 },      { "7z\xBC\xAF\x27\x1C", 6, 0 }, { "Rar!\x1A\x07", 6, 0 },
    { "\x28\xB5\x2F\xFD", 4, 0 },  { "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, 0 }, { "\x7F" "ELF", 4, 0 }, { "SQLite format 3\0", 16, 0 },
    { "WEBPVP8", 7, 8 },           { "WAVEfmt ", 8, 8 },           { "ftyp", 4, 4 },           { "ustar", 5, 257 },
    { "OggS\0", 5, 0 },            { "fLaC\0", 5, 0 },             { "II*\0", 4, 0 },          { "MM\0*", 4, 0 },
};

static bool has_magic(struct bytes b)
{
    for (size_t i = 0; i < sizeof magic / sizeof *magic; i++)
        if (b.n >= magic[i].at + magic[i].n && memcmp(b.p + magic[i].at, magic[i].bytes, magic[i].n) == 0)
            return true;
    return false;
}

/* The head of it, by which the whole is judged where a look at all would cost too much. */
static struct bytes sample(struct bytes b)
{
    enum { SAMPLE = 1 << 16 };
    return (struct bytes){ b.p, b.n < SAMPLE ? b.n : SAMPLE };
}

static bool is_control(unsigned char c)
{
    return (c < 0x20 && !(c >= '\t' && c <= '\r') && c != 0x1B) || c == 0x7F;
}

/* Mostly control characters? NUL is not held against a text that has anything else: a disk that failed leaves runs of it.
 * Where the bytes fit no encoding, fewer are enough. */
static bool is_binary(struct bytes b, bool fits)
{
    size_t controls = 0, nuls = 0;
    b = sample(b);
    for (size_t i = 0; i < b.n; i++) {
        if (b.p[i] >= 0x20 && b.p[i] != 0x7F)
            continue;
        nuls += b.p[i] == 0;
        controls += b.p[i] && is_control(b.p[i]);
    }
    return b.n && (nuls == b.n || controls * (fits ? 3 : 20) > b.n - nuls);
}

/* ---- which encoding ---- */

static size_t bom(struct bytes b, enum charset *charset)
{
    static const struct {
        const char *bytes;
        size_t n;
        enum charset charset;
    } boms[] = {
        { "\xEF\xBB\xBF", 3, CHARSET_UTF8 },   { "\xFF\xFE", 2, CHARSET_UTF16LE },
        { "\xFE\xFF", 2, CHARSET_UTF16BE },    { "\x84\x31\x95\x33", 4, CHARSET_GB18030 },
    };
    for (size_t i = 0; i < sizeof boms / sizeof *boms; i++)
        if (b.n >= boms[i].n && memcmp(b.p, boms[i].bytes, boms[i].n) == 0)
            return *charset = boms[i].charset, boms[i].n;
    return 0;
}

/* UTF-8 with some bytes lost: one bad part in ten good sequences, and a cut tail, are forgiven. */
static bool is_utf8(struct fit fit)
{
    return fit.good && fit.bad * 10 <= fit.good;
}

/* UTF-16 of mostly ASCII (the source of a page): every second byte is NUL. Such bytes may be valid UTF-8. */
static enum charset utf16_by_nuls(struct bytes b)
{
    size_t nuls[2] = { 0, 0 };
    b = sample(b);
    if (!b.n || !memchr(b.p, 0, b.n))
        return CHARSET_NONE;
    for (size_t i = 0; i < b.n; i++)
        nuls[i % 2] += b.p[i] == 0;
    if (nuls[1] * 5 > b.n && nuls[0] * 50 <= nuls[1])
        return CHARSET_UTF16LE;
    return nuls[0] * 5 > b.n && nuls[1] * 50 <= nuls[0] ? CHARSET_UTF16BE : CHARSET_NONE;
}

/* UTF-16 by what its units are: nearly all Han, their marks, or ASCII. GB18030 and Big5 read so give Hangul and private use. */
static enum charset utf16_by_units(struct bytes b)
{
    struct fit le = charset_fit(CHARSET_UTF16LE, sample(b)), be = charset_fit(CHARSET_UTF16BE, sample(b));
    struct fit best = le.common >= be.common ? le : be;
    if (best.good < 2 || best.common * 20 < best.good * 17 || best.bad * 20 > best.good)
        return CHARSET_NONE;
    return le.common >= be.common ? CHARSET_UTF16LE : CHARSET_UTF16BE;
}

/* A line of bytes with its end; *at moves behind it. Neither encoding has LF or CR within a character. */
static struct bytes next_line(struct bytes b, size_t *at)
{
    size_t from = *at;
    while (*at < b.n && b.p[*at] != '\n' && b.p[*at] != '\r')
        ++*at;
    if (*at + 1 < b.n && b.p[*at] == '\r' && b.p[*at + 1] == '\n')
        ++*at;
    if (*at < b.n)
        ++*at;
    return (struct bytes){ b.p + from, *at - from };
}

/* A line that is UTF-8 by itself, beyond chance: all of it well-formed, four Chinese characters or more. */
static bool is_utf8_line(struct bytes line)
{
    if (!utf8_valid(line))
        return false;
    struct fit fit = charset_fit(CHARSET_UTF8, line);
    return fit.common >= 4 && fit.common * 5 >= fit.good * 4;
}

/* How well the lines that are not UTF-8 fit two encodings: common characters count, bad places count three times. */
struct scores {
    struct fit gb18030, big5;
    size_t utf8; /* characters in lines that are */
};

static void add_fit(struct fit *to, struct fit fit)
{
    to->good += fit.good;
    to->common += fit.common;
    to->bad += fit.bad;
}

static struct scores score_lines(struct bytes b)
{
    enum { ENOUGH = 1 << 18 }; /* characters: more would tell nothing new */
    struct scores scores = { 0 };
    for (size_t at = 0; at < b.n && scores.gb18030.good < ENOUGH;) {
        struct bytes line = next_line(b, &at);
        if (is_utf8_line(line)) {
            scores.utf8 += charset_fit(CHARSET_UTF8, line).good;
            continue;
        }
        add_fit(&scores.gb18030, charset_fit(CHARSET_GB18030, line));
        add_fit(&scores.big5, charset_fit(CHARSET_BIG5, line));
    }
    return scores;
}

static long long points(struct fit fit)
{
    return (long long)fit.common - 3 * (long long)fit.bad;
}

/* Does a declared encoding hold: few bad places, and not far worse than its rival? */
static bool holds(struct fit fit, struct fit rival)
{
    return fit.bad * 10 <= fit.good && points(fit) * 2 >= points(rival);
}

static struct guess by_characters(struct scores scores)
{
    long long gb = points(scores.gb18030), big5 = points(scores.big5), best = gb >= big5 ? gb : big5, other = gb >= big5 ? big5 : gb;
    if (best < 0 || scores.gb18030.good + scores.big5.good == 0)
        return (struct guess){ .charset = CHARSET_UTF8, .reason = BY_DESPAIR, .sure = "doubtful" };
    if (scores.utf8 > scores.gb18030.good)
        return (struct guess){ .charset = CHARSET_UTF8, .reason = BY_STRUCTURE, .sure = "likely" }; /* with lines of another encoding */
    const char *sure = best - other > 20 && other * 4 < best * 3 ? "certain" : best - other > 4 ? "likely" : "doubtful";
    return (struct guess){ .charset = gb >= big5 ? CHARSET_GB18030 : CHARSET_BIG5, .reason = BY_CHARACTERS, .sure = sure };
}

/* The encoding of bytes that are not UTF-8 by themselves; `utf8`: how well they fit it nevertheless. */
static struct guess guess_other(struct bytes b, struct fit utf8)
{
    enum charset units = utf16_by_units(b), declared = charset_declared(b);
    if (declared == CHARSET_UTF8 && utf8.bad * 3 <= utf8.good)
        return (struct guess){ .charset = declared, .reason = BY_DECLARATION, .sure = "likely" };
    struct scores scores = score_lines(b);
    if (declared == CHARSET_GB18030 && holds(scores.gb18030, scores.big5))
        return (struct guess){ .charset = declared, .reason = BY_DECLARATION, .sure = "certain" };
    if (declared == CHARSET_BIG5 && holds(scores.big5, scores.gb18030))
        return (struct guess){ .charset = declared, .reason = BY_DECLARATION, .sure = "certain" };
    if (units != CHARSET_NONE)
        return (struct guess){ .charset = units, .reason = BY_UNITS, .sure = b.n >= 40 ? "certain" : "likely" };
    return by_characters(scores);
}

static struct guess guess(struct bytes b)
{
    enum charset nuls = utf16_by_nuls(b);
    if (nuls != CHARSET_NONE)
        return (struct guess){ .charset = nuls, .reason = BY_UNITS, .sure = "certain" };
    if (utf8_valid(b))
        return (struct guess){ .charset = CHARSET_UTF8, .reason = BY_STRUCTURE, .sure = "certain", .valid = true };
    struct fit utf8 = charset_fit(CHARSET_UTF8, b);
    if (is_utf8(utf8))
        return (struct guess){ .charset = CHARSET_UTF8, .reason = BY_STRUCTURE, .sure = utf8.good >= 8 ? "certain" : "likely" };
    return guess_other(b, utf8);
}

/* ---- reading ---- */

/* Is a line of a UTF-8 file no UTF-8 at all, but the other encoding without a fault? Where another line proved that the file is mixed,
 * two characters are enough, if both are common and no byte fits UTF-8. */
static bool is_other_line(struct bytes line, enum charset other, bool mixed)
{
    struct fit utf8 = charset_fit(CHARSET_UTF8, line);
    if (utf8.bad < 2 || is_utf8(utf8))
        return false;
    struct fit fit = charset_fit(other, line);
    if (fit.bad || fit.cut)
        return false;
    bool little = mixed && fit.good >= 2 && fit.common == fit.good && !utf8.good;
    return little || (fit.good >= 4 && fit.common * 2 >= fit.good);
}

/* What a file in `base` has lines of besides: UTF-8 in one of GB18030 or Big5; in one of UTF-8 the `other`. */
static enum charset charset_of_line(struct bytes line, enum charset base, enum charset other, bool mixed)
{
    if (base != CHARSET_UTF8)
        return is_utf8_line(line) ? CHARSET_UTF8 : base;
    return is_other_line(line, other, mixed) ? other : base;
}

static bool is_mixed(struct bytes b, enum charset other)
{
    for (size_t at = 0; at < b.n;)
        if (is_other_line(next_line(b, &at), other, false))
            return true;
    return false;
}

/* Reads line by line, neighbours of one encoding in one go; *lines counts those that are not in `base`. */
static bool read_lines(struct reader *reader, struct bytes b, enum charset base, enum charset other, size_t *lines, struct err *err)
{
    bool mixed = base == CHARSET_UTF8 && is_mixed(b, other);
    size_t from = 0;
    enum charset now = base;
    for (size_t at = 0; at < b.n;) {
        size_t start = at;
        enum charset charset = charset_of_line(next_line(b, &at), base, other, mixed);
        *lines += charset != base;
        if (charset == now)
            continue;
        if (!reader_add(reader, now, (struct bytes){ b.p + from, start - from }, err))
            return false;
        from = start;
        now = charset;
    }
    return reader_add(reader, now, (struct bytes){ b.p + from, b.n - from }, err);
}

/* The encoding that lines of a UTF-8 file which are none may be in. */
static enum charset other_of(struct bytes b)
{
    struct scores scores = score_lines(b);
    return points(scores.gb18030) >= points(scores.big5) ? CHARSET_GB18030 : CHARSET_BIG5;
}

static bool read_all(struct reader *reader, struct bytes b, struct guess found, size_t *lines, struct err *err)
{
    bool one = found.reason == BY_USER || found.charset == CHARSET_UTF16LE || found.charset == CHARSET_UTF16BE;
    if (one)
        return reader_add(reader, found.charset, b, err);
    return read_lines(reader, b, found.charset, found.charset == CHARSET_UTF8 ? other_of(b) : CHARSET_UTF8, lines, err);
}

static struct str write_note(struct arena *arena, const struct decoded *to, struct guess found, size_t lines)
{
    struct buf note = buf_make(arena, 512);
    buf_add_format(&note, "read as %s, %s, %s; ", to->encoding, reason_words[found.reason], found.sure);
    if (to->bad)
        buf_add_format(&note, "%zu place%s could not be read", to->bad, to->bad == 1 ? "" : "s");
    else
        buf_add_cstr(&note, "every byte could be read");
    if (lines)
        buf_add_format(&note, "; %zu line%s in another encoding", lines, lines == 1 ? "" : "s");
    if (to->mended.n)
        buf_add_format(&note, "; %zu misread passage%s turned back", to->mended.n, to->mended.n == 1 ? "" : "s");
    return buf_str(&note);
}

static bool refuse(struct err *err)
{
    return err_set(err, "not a text");
}

/* What to read `b` by; the byte order mark is taken off it. */
static bool choose(struct bytes *b, const char *encoding, struct guess *found, struct err *err)
{
    enum charset marked = CHARSET_NONE, told = CHARSET_NONE;
    size_t mark = bom(*b, &marked);
    if (encoding) {
        told = charset_of((struct bytes){ (const unsigned char *)encoding, strlen(encoding) });
        if (told == CHARSET_NONE)
            return err_set(err, "unknown encoding '%s': known are UTF-8, GB18030, BIG5, UTF-16LE, UTF-16BE", encoding);
    }
    if (mark && (told == CHARSET_NONE || told == marked)) {
        b->p += mark;
        b->n -= mark;
    }
    if (told != CHARSET_NONE)
        *found = (struct guess){ .charset = told, .reason = BY_USER, .sure = "certain" };
    else if (mark)
        *found = (struct guess){ .charset = marked, .reason = BY_BOM, .sure = "certain" };
    else
        *found = guess(*b);
    return true;
}

bool decode(struct arena *arena, struct bytes source, const char *encoding, struct decoded *to, struct err *err)
{
    *to = (struct decoded){ .text = STR("") };
    if (has_magic(source))
        return refuse(err);
    struct guess found = { 0 };
    size_t lines = 0;
    if (!choose(&source, encoding, &found, err))
        return false;
    struct reader reader;
    reader_init(&reader, arena);
    if (found.reason != BY_STRUCTURE)
        found.valid = found.charset == CHARSET_UTF8 && utf8_valid(source);
    bool ok = found.valid || read_all(&reader, source, found, &lines, err);
    if (ok) {
        to->encoding = charset_name(found.charset);
        to->bad = reader.bad;
        to->text = found.valid ? (struct str){ (const char *)source.p, source.n } : buf_str(&reader.out);
        to->text = mojibake_undo(arena, to->text, &reader, &to->mended);
        to->note = write_note(arena, to, found, lines);
    }
    reader_finish(&reader);
    if (ok && !encoding && is_binary((struct bytes){ (const unsigned char *)to->text.p, to->text.n }, to->bad * 20 <= to->text.n))
        return refuse(err);
    return ok;
}
