/* Characters that were lost where a page was marked with pinyin by bytes, put back. */
#include "clean/slip.h"

#include "base/buf.h"
#include "base/map.h"
#include "clean/gbk.h"
#include "text/han.h"
#include "text/pinyin.h"
#include "text/utf8.h"
#include "text/variant.h"

enum {
    SHIFT_MAX = 512,        /* characters that one shift may last */
    LOST_MIN = 5,           /* and at least, where no mark tells of it */
    LOOK_BACK = 4,          /* characters before the odd one at which a shift may have begun */
    TRIES_MAX = 1000,       /* places looked at in one capture: what has more was not marked by bytes */
    WORDS_MAX = 4 << 20,    /* bytes of the capture that words are learnt from */
    SYLLABLE_BYTES_MAX = 24,
    TRAIL_MIN = 0x81,       /* a trail byte below it and a "(" would have printed something else than "?" */
};

/* A character that pages of this kind mark: a traditional one of everyday use. */
struct marked {
    uint32_t c;
    unsigned lead, trail;
};

struct slips {
    struct arena *arena;
    struct draft *draft;
    ARRAY(struct marked) marked;
    struct map words; /* two neighbours in simplified characters → how often the page has them */
    bool ready;
    int tries;
};

/* What stands behind the first mark of a shift, up to where it ends. */
struct shift {
    unsigned lead;              /* of the character that the first mark belongs to */
    struct str syllable;        /* of the first mark */
    unsigned bytes[2 * SHIFT_MAX];
    size_t n;
    struct str end_syllable;    /* of the mark that ends it; p NULL: a byte of ASCII does, the last of `bytes` */
    size_t end;                 /* offset behind all of it */
    uint32_t before, after;     /* neighbours */
};

struct guess {
    uint32_t chars[SHIFT_MAX + 3];
    size_t n;
};

struct choice {
    struct guess best;
    size_t score;
    size_t n; /* how many were thinkable */
    bool tie;
};

/* A syllable and its closing bracket at `at`: the offset behind, or 0. */
static size_t syllable_close(struct str s, size_t at, struct str *syllable)
{
    size_t from = at;
    while (at < s.n && at - from <= SYLLABLE_BYTES_MAX) {
        size_t next = at;
        uint32_t c = narrow(utf8_next(s, &next));
        if (c == ')') {
            *syllable = str_trim(str_sub(s, from, at));
            return pinyin_syllable(*syllable) ? next : 0;
        }
        if (is_han(c) || c == '(')
            return 0;
        at = next;
    }
    return 0;
}

/* The mark (huì) or ?huì) that `opening`, "(" or "?", begins at `at`: the offset behind, or 0. */
static size_t mark_at(struct str s, size_t at, uint32_t opening, struct str *syllable)
{
    if (at >= s.n || narrow(utf8_next(s, &at)) != opening)
        return 0;
    return syllable_close(s, at, syllable);
}

/* ---- what the page itself spells ---- */

static void learn_words(struct slips *slips)
{
    struct buf twin = buf_make(slips->arena, WORDS_MAX);
    struct str ignored;
    for (size_t i = 0; i < slips->draft->blocks.n; i++) {
        struct str s = slips->draft->blocks.v[i].text;
        for (size_t at = 0; at < s.n && !twin.full;) {
            size_t end = narrow(utf8_at(s, at)) == '(' ? mark_at(s, at, '(', &ignored) : 0;
            char to[4];
            if (end != 0)
                at = end;
            else
                buf_add_bytes(&twin, to, utf8_put(simplified(utf8_next(s, &at)), to));
        }
        buf_add(&twin, STR("\n"));
    }
    struct str s = buf_str(&twin);
    uint32_t before = 0;
    for (size_t at = 0, from = 0; at < s.n;) {
        size_t start = at;
        uint32_t c = utf8_next(s, &at);
        if (is_han(before) && is_han(c))
            ++*map_put(&slips->words, str_sub(s, from, at), 0, NULL);
        before = c;
        from = start;
    }
}

/* How often the page has a and b side by side. */
static size_t times_seen(const struct slips *slips, uint32_t a, uint32_t b)
{
    char key[8];
    size_t n = utf8_put(simplified(a), key);
    n += utf8_put(simplified(b), key + n);
    const size_t *times = map_get(&slips->words, (struct str){ key, n });
    return times ? *times : 0;
}

/* Makes the tables at the first place that looks like a slip. */
static bool get_ready(struct slips *slips)
{
    if (++slips->tries > TRIES_MAX)
        return false;
    if (slips->ready)
        return true;
    slips->ready = true;
    for (uint32_t c = 0x4E00; c <= 0x9FFF; c++) {
        uint32_t other = simplified(c);
        unsigned pair = other != c && gbk_level_one(gbk_pair(other)) ? gbk_pair(c) : 0;
        if (pair != 0)
            *PUSH(slips->arena, &slips->marked) = (struct marked){ c, pair >> 8, pair & 0xFF };
    }
    learn_words(slips);
    return true;
}

/* May c stand in a repaired text? */
static bool plausible(uint32_t c)
{
    return c >= 0x80 && (gbk_common(c) || is_stop(c) || is_pause(c) || is_opening(c) || is_closing(c) || c == 0x3000);
}

/* Adds the character of two bytes; false where nothing plausible comes of them. */
static bool put_pair(struct guess *guess, unsigned lead, unsigned trail)
{
    uint32_t c = gbk_char(lead, trail);
    if (!plausible(c))
        return false;
    guess->chars[guess->n++] = c;
    return true;
}

/* ---- first kind: Han ? syllable ) ---- */

/* Neighbours that the page spells elsewhere too: how many pairs, then how often. */
static size_t score_of(const struct slips *slips, const struct guess *guess, uint32_t before, uint32_t after)
{
    size_t pairs = 0, times = 0;
    for (size_t i = 0; i <= guess->n; i++) {
        uint32_t a = i > 0 ? guess->chars[i - 1] : before;
        uint32_t b = i < guess->n ? guess->chars[i] : after;
        size_t seen = a && b ? times_seen(slips, a, b) : 0;
        pairs += seen > 0;
        times += seen;
    }
    return pairs * 1000 + (times < 999 ? times : 999);
}

static void consider(const struct slips *slips, const struct shift *shift, const struct guess *guess, struct choice *choice)
{
    size_t score = score_of(slips, guess, shift->before, shift->after);
    choice->n++;
    if (choice->n == 1 || score > choice->score) {
        choice->best = *guess;
        choice->score = score;
        choice->tie = false;
    } else if (score == choice->score) {
        choice->tie = true;
    }
}

/* Could the mark of the syllable of that number have been written behind m, and its "(" have swallowed the second byte? */
static bool is_marked(const struct marked *m, int syllable)
{
    return m->trail >= TRAIL_MIN && pinyin_reads_number(m->c, syllable);
}

/* Was a pair of these bytes a user's character, which prints nothing? */
static bool vanishes(unsigned lead, unsigned trail)
{
    if (lead >= 0xA1 && lead <= 0xA7)
        return trail >= 0x40 && trail <= 0xA0;
    return ((lead >= 0xAA && lead <= 0xAF) || lead >= 0xF8) && trail >= 0xA1;
}

/* The shift ends at a mark over m, whose first byte is `byte`; or a pair vanished between, whose second byte it is. */
static void end_at_mark(const struct slips *slips, const struct shift *shift, const struct guess *start, unsigned byte,
                        const struct marked *m, struct choice *choice)
{
    struct guess guess = *start;
    if (m->lead == byte) {
        guess.chars[guess.n++] = m->c;
        consider(slips, shift, &guess, choice);
        return;
    }
    for (unsigned trail = 0xA1; trail <= 0xFE; trail++) {
        guess.n = start->n;
        if (vanishes(trail, m->lead) && put_pair(&guess, byte, trail)) {
            guess.chars[guess.n++] = m->c;
            consider(slips, shift, &guess, choice);
        }
    }
}

/* All that can come of a shift that carries the byte `carry` over. */
static void try_carry(const struct slips *slips, const struct shift *shift, unsigned carry, struct choice *choice)
{
    struct guess guess = { .n = 0 };
    for (size_t i = 0; i + 1 <= shift->n; i += 2) {
        if (!put_pair(&guess, carry, shift->bytes[i]))
            return;
        if (i + 1 < shift->n)
            carry = shift->bytes[i + 1];
    }
    if (!shift->end_syllable.p) {
        consider(slips, shift, &guess, choice);
        return;
    }
    int syllable = pinyin_number(shift->end_syllable);
    for (size_t i = 0; i < slips->marked.n; i++)
        if (is_marked(&slips->marked.v[i], syllable))
            end_at_mark(slips, shift, &guess, carry, &slips->marked.v[i], choice);
}

/* Reads on from `at`, behind the first mark, to the end of the shift. */
static bool read_shift(struct str s, size_t at, struct shift *shift)
{
    struct str ignored;
    shift->end_syllable = (struct str){ 0 };
    for (shift->n = 0; at < s.n && shift->n + 2 < 2 * SHIFT_MAX;) {
        size_t end = mark_at(s, at, '?', &shift->end_syllable);
        size_t aside = shift->n > 0 ? mark_at(s, at, '(', &ignored) : 0;
        if (aside != 0) {
            at = aside;
            continue;
        }
        uint32_t c = utf8_next(s, &at);
        unsigned pair = gbk_pair(c);
        if (end == 0 && c >= 0x40 && c <= 0x7E)
            shift->bytes[shift->n++] = c;
        if (end != 0 || (c >= 0x40 && c <= 0x7E)) {
            shift->end = end != 0 ? end : at;
            shift->after = utf8_at(s, shift->end);
            return true;
        }
        if (pair == 0)
            return false;
        shift->bytes[shift->n++] = pair >> 8;
        shift->bytes[shift->n++] = pair & 0xFF;
    }
    return false;
}

/* The Han at the end of what was put out so far, its mark left aside; 0 for none. */
static uint32_t han_before(struct str out)
{
    struct str ignored;
    if (str_ends(out, STR(")")) || str_ends(out, STR("）"))) {
        size_t at = out.n;
        for (size_t steps = 0; at > 0 && steps < SYLLABLE_BYTES_MAX; steps++)
            if (narrow(utf8_prev(out, &at)) == '(')
                break;
        if (mark_at(out, at, '(', &ignored) != out.n)
            return 0;
        out.n = at;
    }
    if (out.n == 0)
        return 0;
    size_t at = out.n;
    uint32_t c = utf8_prev(out, &at);
    return is_han(c) ? c : 0;
}

static struct str guess_str(struct arena *arena, const struct guess *guess)
{
    struct buf text = buf_make(arena, 4 * sizeof guess->chars / sizeof *guess->chars);
    for (size_t i = 0; i < guess->n; i++) {
        char to[4];
        buf_add_bytes(&text, to, utf8_put(guess->chars[i], to));
    }
    return buf_str(&text);
}

static size_t repaired(struct slips *slips, size_t block, struct buf *out, struct str from, const struct guess *guess)
{
    struct str to = guess_str(slips->arena, guess);
    *PUSH(slips->arena, &slips->draft->repairs) = (struct repair){ from, to, slips->draft->blocks.v[block].origin, out->n };
    buf_add(out, to);
    return from.n;
}

static void note_loss(struct slips *slips, uint32_t before, struct str mark)
{
    struct buf text = buf_make(slips->arena, 256);
    char to[4];
    size_t n = utf8_put(before, to);
    buf_add_bytes(&text, to, n);
    buf_add(&text, mark);
    *PUSH(slips->arena, &slips->draft->notes) = (struct note){ NOTE_LOST, buf_str(&text) };
}

/* A slip of the first kind at `at`, a question mark: the bytes of s that were repaired, or 0. */
static size_t undo_marked(struct slips *slips, size_t block, struct str s, size_t at, struct buf *out)
{
    struct shift shift = { 0 };
    struct choice choice = { 0 };
    size_t behind = mark_at(s, at, '?', &shift.syllable);
    shift.before = behind ? han_before(buf_str(out)) : 0;
    if (shift.before == 0 || !get_ready(slips))
        return 0;
    unsigned pair = gbk_pair(shift.before);
    int syllable = pinyin_number(shift.syllable);
    if (pair != 0 && read_shift(s, behind, &shift))
        for (size_t i = 0; i < slips->marked.n; i++)
            if (slips->marked.v[i].lead == (pair & 0xFF) && is_marked(&slips->marked.v[i], syllable))
                try_carry(slips, &shift, slips->marked.v[i].trail, &choice);
    if (choice.n == 1 || (choice.n > 1 && choice.score > 0 && !choice.tie))
        return repaired(slips, block, out, str_sub(s, at, shift.end), &choice.best);
    note_loss(slips, shift.before, str_sub(s, at, behind));
    return 0;
}

/* ---- second kind: the first byte of a mark is lost ---- */

/* 。縣 printed as ？h: the mark of that sentence went with its first byte, and what is left reads ？. */
static size_t undo_stop(struct slips *slips, size_t block, struct str s, size_t at, struct buf *out)
{
    size_t behind = at;
    utf8_next(s, &behind);
    uint32_t letter = utf8_at(s, behind), after = behind < s.n ? utf8_at(s, behind + 1) : 0;
    if (letter < 0x40 || letter > 0x7E || !is_han(after) || !get_ready(slips))
        return 0;
    uint32_t c = gbk_char(0xBF, letter);
    if (!gbk_common(c) || times_seen(slips, c, after) == 0)
        return 0;
    struct guess guess = { { 0x3002, c }, 2 };
    return repaired(slips, block, out, str_sub(s, at, behind + 1), &guess);
}

/* A sign of other scripts than a Chinese text has: ⒘ ≈ ㄒ я, but not ① ■. */
static bool is_odd(uint32_t c)
{
    if (c < 0x391 || c > 0x3229)
        return false;
    return (c >= 0x391 && c <= 0x451) || (c >= 0x2190 && c <= 0x22FF) || (c >= 0x2474 && c <= 0x249B) || (c >= 0x2500 && c <= 0x257F) ||
           (c >= 0x3041 && c <= 0x3129) || (c >= 0x3220 && c <= 0x3229);
}

/* Reads s from `at` on as if `lead` stood before it. The bytes of s that it takes, or 0 where it is not plausible. */
static size_t read_lost(const struct slips *slips, struct str s, size_t at, unsigned lead, struct guess *guess)
{
    size_t start = at, n = 0, odd = 0;
    unsigned carry = lead;
    for (guess->n = 0; at < s.n;) {
        size_t from = at;
        uint32_t c = utf8_next(s, &at);
        unsigned pair = gbk_pair(c);
        if (pair == 0) {
            if (c > 0x7E || !put_pair(guess, carry, c)) {
                guess->chars[guess->n++] = UTF8_REPLACEMENT;
                at = from;
            }
            carry = 0;
            break;
        }
        if (n == SHIFT_MAX || !put_pair(guess, carry, pair >> 8) || (n == 0 && is_han(guess->chars[0])))
            return 0;
        n++;
        odd += !plausible(c);
        carry = pair & 0xFF;
    }
    if (carry != 0)
        guess->chars[guess->n++] = UTF8_REPLACEMENT;
    bool proved = odd > 0 && (2 * odd >= n || score_of(slips, guess, 0, 0) >= 2000);
    return n >= LOST_MIN && proved ? at - start : 0;
}

/* A slip of the second kind round the odd sign at `at`. At most `copied` bytes at the end of `out`, copied from s as they
 * stood, are taken back. */
static size_t undo_lost(struct slips *slips, size_t block, struct str s, size_t at, struct buf *out, size_t copied)
{
    struct guess guess;
    if (!get_ready(slips))
        return 0;
    size_t from = at;
    for (int i = 0; i <= LOOK_BACK; i++) {
        for (unsigned lead = 0xA1; lead <= 0xA3; lead += 2) {
            size_t n = read_lost(slips, s, from, lead, &guess);
            if (n > at - from) {
                out->n -= at - from;
                repaired(slips, block, out, str_sub(s, from, from + n), &guess);
                return n - (at - from);
            }
        }
        size_t before = from;
        if (from == 0 || utf8_prev(s, &before) == 0 || at - before > copied)
            break;
        from = before;
    }
    return 0;
}

static void undo_block(struct slips *slips, size_t block)
{
    struct str s = slips->draft->blocks.v[block].text;
    struct buf out = buf_make(slips->arena, SIZE_MAX);
    size_t repairs = slips->draft->repairs.n, floor = 0;
    for (size_t at = 0; at < s.n;) {
        size_t next = at, done = 0;
        uint32_t c = utf8_next(s, &next);
        if (narrow(c) == '?') {
            done = undo_marked(slips, block, s, at, &out);
            if (done == 0)
                done = undo_stop(slips, block, s, at, &out);
        } else if (is_odd(c) && is_han(utf8_at(s, next))) {
            done = undo_lost(slips, block, s, at, &out, out.n - floor);
        }
        if (done == 0)
            buf_add(&out, str_sub(s, at, next));
        else
            floor = out.n;
        at = done != 0 ? at + done : next;
    }
    if (slips->draft->repairs.n > repairs)
        slips->draft->blocks.v[block].text = buf_str(&out);
}

/* Has the text anything that a slip leaves behind? */
static bool looks_slipped(struct str s)
{
    for (size_t at = 0; at < s.n;) {
        uint32_t c = utf8_next(s, &at);
        bool mark = narrow(c) == '?';
        if (!mark && !is_odd(c))
            continue;
        uint32_t next = utf8_at(s, at);
        if (mark ? next > ' ' && !is_han(next) : is_han(next))
            return true;
    }
    return false;
}

void slip_undo(struct arena *arena, struct draft *draft)
{
    struct slips slips = { .arena = arena, .draft = draft, .words = { .arena = arena } };
    for (size_t i = 0; i < draft->blocks.n; i++)
        if (looks_slipped(draft->blocks.v[i].text))
            undo_block(&slips, i);
}
