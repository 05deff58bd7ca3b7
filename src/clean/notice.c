/* Notices that text is hidden: ---此处隐藏1699字,下载后查看---. */
#include "clean/notice.h"

#include "clean/phrase.h"
#include "text/han.h"
#include "text/utf8.h"

enum { ZI = 0x5B57, NOTICE_BYTES = 300, KEY_CHARS = 14 }; /* 字 */

/* The number in front of 字 at `at`: 1699, 1,699, 约1700余; -1 where there is none. *from is where it begins. */
static long number_before(struct str s, size_t at, size_t *from)
{
    long value = 0, unit = 1;
    size_t i = at;
    bool any = false;
    while (i > 0 && unit < 1000000000) {
        size_t before = i;
        uint32_t c = narrow(utf8_prev(s, &before));
        if (c >= '0' && c <= '9') {
            value += (long)(c - '0') * unit;
            unit *= 10;
            any = true;
        } else if (!(c == ',' && any) && !((c == 0x4F59 || c == 0x591A || is_blank(c)) && !any) && !(c == 0x4E2A && !any)) {
            break;
        }
        i = before;
    }
    *from = i;
    return any ? value : -1;
}

/* Where within s a key of a notice stands at most KEY_CHARS in front of `number`, or STR_NONE. */
static size_t key_before(struct str s, size_t number)
{
    size_t at = number;
    for (int i = 0; i < KEY_CHARS && at > 0; i++) {
        utf8_prev(s, &at);
        uint32_t c = plain(utf8_at(s, at));
        if (c == 0x3002 || c == '!' || c == '?')
            break;
        if (phrase_at(PHRASE_NOTICE_KEY, s, at))
            return at;
    }
    return STR_NONE;
}

/* Marks that a notice is framed with. */
static bool is_frame(uint32_t c)
{
    return is_blank(c) || is_opening(c) || is_closing(c) || char_in(c, STR("-=*_.~<>—─…"));
}

/* The start of the notice whose key stands at `key`: back to a stop or a frame, over the frame. */
static size_t notice_start(struct str s, size_t key)
{
    size_t at = key;
    while (at > 0 && key - at < NOTICE_BYTES) {
        size_t before = at;
        uint32_t c = utf8_prev(s, &before);
        if (is_frame(c)) {
            while (at > 0 && (before = at, is_frame(utf8_prev(s, &before))) && !is_closing(utf8_at(s, before)))
                at = before;
            return at;
        }
        if (!is_han(c) || plain(c) == 0x3002)
            break;
        at = before;
    }
    /* Without a frame only what belongs to the notice: 此处, 以下, 本文. */
    static const char *const openings[] = { "此处", "以下", "本文", "这里", "中间", "正文", "后面", "还有" };
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
        size_t n = str_of(openings[i]).n;
        if (key >= n && word_at(s, key - n, str_of(openings[i])) == n)
            return key - n;
    }
    return key;
}

/* The end of the notice whose 字 ends at `at`: over the clauses that go on with it and the frame behind. */
static size_t notice_end(struct str s, size_t at, bool *word)
{
    size_t end = at, i = at;
    while (i < s.n && i - at < NOTICE_BYTES) {
        size_t n = phrase_at(PHRASE_NOTICE_WORD, s, i);
        uint32_t c = utf8_at(s, i);
        if (n) {
            *word = true;
            end = i += n;
            continue;
        }
        if (plain(c) == 0x3002 || (is_frame(c) && !is_blank(c)))
            break;
        utf8_next(s, &i);
    }
    if (*word && i < s.n && i - at < NOTICE_BYTES)
        end = i;
    if (utf8_at(s, end) == 0x3002)
        utf8_next(s, &end);
    while (end < s.n && is_frame(utf8_at(s, end)) && !is_opening(utf8_at(s, end)))
        utf8_next(s, &end);
    return end;
}

/* The notice whose 字 stands at `at`, as s[*from, *to). */
static bool notice_at(struct str s, size_t at, size_t *from, size_t *to)
{
    size_t number, key, behind = at;
    if (number_before(s, at, &number) < 0 || (key = key_before(s, number)) == STR_NONE)
        return false;
    utf8_next(s, &behind);
    *from = notice_start(s, key);
    bool word = false;
    *to = notice_end(s, behind, &word);
    struct str head = str_sub(s, *from, key);
    return word || phrase_in(PHRASE_NOTICE_WORD, head) || (*from < key && is_frame(utf8_at(s, *from))) ||
           (*from == 0 && *to == s.n);
}

/* The first notice at or behind `at`. */
static bool notice_next(struct str s, size_t at, size_t *from, size_t *to)
{
    while (at < s.n) {
        size_t here = at;
        if (utf8_next(s, &at) == ZI && notice_at(s, here, from, to))
            return true;
    }
    return false;
}

static void add_piece(struct arena *arena, struct draft *to, struct block like, struct str text, enum block_kind kind)
{
    like.text = str_trim(text);
    like.kind = kind;
    if (like.text.n)
        *PUSH(arena, &to->blocks) = like;
}

void notice_split(struct arena *arena, struct draft *draft)
{
    struct draft out = { 0 };
    for (size_t i = 0; i < draft->blocks.n; i++) {
        struct block block = draft->blocks.v[i];
        size_t at = 0, from, to;
        while (notice_next(block.text, at, &from, &to) && from >= at) {
            add_piece(arena, &out, block, str_sub(block.text, at, from), block.kind);
            add_piece(arena, &out, block, str_sub(block.text, from, to), BLOCK_GAP);
            block.after_blank = true;
            at = to;
        }
        add_piece(arena, &out, block, str_sub(block.text, at, block.text.n), block.kind);
    }
    draft->blocks.v = out.blocks.v;
    draft->blocks.n = out.blocks.n;
    draft->blocks.cap = out.blocks.cap;
}

long notice_chars(struct str notice)
{
    long values[2] = { -1, -1 };
    int n = 0;
    for (size_t at = 0, from; at < notice.n && n < 2;) {
        size_t here = at;
        if (utf8_next(notice, &at) != ZI)
            continue;
        long value = number_before(notice, here, &from);
        if (value >= 0)
            values[n++] = value;
    }
    if (n == 2)
        return values[0] >= values[1] ? values[0] - values[1] : values[1] - values[0];
    return values[0];
}
