/* What a page seems to have lost: said, never mended. */
#include "clean/loss.h"

#include "base/buf.h"
#include "clean/line.h"
#include "clean/phrase.h"
#include "text/han.h"
#include "text/utf8.h"

enum { AROUND = 24, NOTES_MOST = 20, TAIL_HAN = 12, NUMBERS_MOST = 30 };

/* Some bytes of s around [at, at + n), cut between characters. */
static struct str around(struct str s, size_t at, size_t n)
{
    size_t from = at > AROUND ? at - AROUND : 0, to = at + n + AROUND < s.n ? at + n + AROUND : s.n;
    while (from < at && ((unsigned char)s.p[from] & 0xC0) == 0x80)
        from++;
    while (to < s.n && ((unsigned char)s.p[to] & 0xC0) == 0x80)
        to++;
    return str_sub(s, from, to);
}

static void note_lost(struct arena *arena, struct draft *draft, size_t paragraph, struct str s, size_t at, size_t n)
{
    struct str piece = around(s, at, n);
    struct buf text = buf_make(arena, 512);
    buf_add_format(&text, "paragraph %zu seems to have lost something: %.*s", paragraph + 1, (int)piece.n, piece.p);
    *PUSH(arena, &draft->notes) = (struct note){ NOTE_LOST, buf_str(&text) };
}

/* 党的大 with nothing that 大 could begin: 党的大会, 党的大政方针 are whole. */
static size_t lost_party_congress(struct str s, size_t at)
{
    static const char *const behind[] = { "精神", "对", "以来", "报告", "胜利", "召开", "提出", "上", "作出", "关于", "部署", "是", "," };
    size_t n = word_at(s, at, STR("党的大"));
    for (size_t i = 0; n && i < sizeof behind / sizeof *behind; i++)
        if (word_at(s, at + n, str_of(behind[i])))
            return n;
    return 0;
}

/* The dash at `at` in the place of a 一: 第—次, 十—届. */
static size_t lost_number(struct str s, size_t at)
{
    size_t before = at, behind = at;
    utf8_next(s, &behind);
    uint32_t left = at ? utf8_prev(s, &before) : 0;
    bool number = left == 0x7B2C || left == 0x5341 || left == 0x767E; /* 第 十 百 */
    return number && (word_at(s, behind, STR("次")) || word_at(s, behind, STR("届"))) ? behind - at : 0;
}

/* What a wrong decoding has put in the place of the text, a run of it: 锟斤拷 (U+FFFD in UTF-8 read as GBK), 烫烫烫 and 屯屯屯 (memory nobody
 * has written to), several U+FFFD. Once 烫 is a word. */
static size_t wreck_at(struct str s, size_t at)
{
    static const struct { struct str piece; int least; } wrecks[] = {
        { STR_INIT("锟斤拷"), 1 }, { STR_INIT("斤拷锟"), 1 }, { STR_INIT("烫"), 3 }, { STR_INIT("屯"), 3 }, { STR_INIT("\xEF\xBF\xBD"), 2 },
    };
    for (size_t i = 0; i < sizeof wrecks / sizeof *wrecks; i++) {
        int times = 0;
        size_t end = at;
        for (size_t n; (n = word_at(s, end, wrecks[i].piece)) > 0; end += n)
            times++;
        if (times >= wrecks[i].least)
            return end - at;
    }
    return 0;
}

/* Bytes of a place at `at` where something is gone, or 0. */
static size_t lost_at(struct str s, size_t at)
{
    uint32_t c = utf8_at(s, at);
    size_t n, next = at;
    if ((n = wreck_at(s, at)))
        return n;
    if (plain(c) == 0x515A && (n = lost_party_congress(s, at))) /* 党 */
        return n;
    if (c == 0x7B2C) { /* 第 */
        n = word_at(s, at, STR("第届"));
        return n ? n : word_at(s, at, STR("第次"));
    }
    if (c == 0x2014) /* — */
        return lost_number(s, at);
    if (narrow(c) != '(' && c != 0x5E74) /* 年 */
        return 0;
    utf8_next(s, &next);
    while (narrow(c) == '(' && next < s.n && is_blank(utf8_at(s, next)))
        utf8_next(s, &next);
    uint32_t behind = utf8_at(s, next);
    if (narrow(c) == '(' && narrow(behind) == ')')
        return next - at + 1;
    if (c == 0x5E74 && behind == 0x6708) /* 年月 */
        return 6;
    return 0;
}

static void note_end(struct arena *arena, struct draft *draft, const struct article *article)
{
    if (!article->n_paragraphs)
        return;
    struct str last = str_trim(article->paragraphs[article->n_paragraphs - 1]);
    bool list = !line_has_stop(last) && clause_end(last, 0) == last.n;
    if (line_closed(last) || list || line_han(last, TAIL_HAN) < TAIL_HAN)
        return;
    struct str tail = around(last, last.n, 0);
    struct buf text = buf_make(arena, 256);
    buf_add_format(&text, "the text ends in mid-sentence: %.*s", (int)tail.n, tail.p);
    *PUSH(arena, &draft->notes) = (struct note){ NOTE_DAMAGED, buf_str(&text) };
}

void loss_note(struct arena *arena, struct draft *draft, const struct article *article)
{
    size_t notes = 0;
    for (size_t i = 0; i < article->n_paragraphs; i++) {
        struct str s = article->paragraphs[i];
        for (size_t at = 0; at < s.n && notes < NOTES_MOST;) {
            size_t n = lost_at(s, at);
            if (n) {
                note_lost(arena, draft, i, s, at, n);
                notes++;
                at += n;
            } else {
                utf8_next(s, &at);
            }
        }
    }
    note_end(arena, draft, article);
}

void loss_note_sections(struct arena *arena, struct article *article)
{
    ARRAY(struct note) notes = { 0 };
    int last[4] = { 0 };
    for (size_t i = 0; i < article->n_notes; i++)
        *PUSH(arena, &notes) = article->notes[i];
    for (size_t i = 0; i < article->n_outline && notes.n < article->n_notes + NOTES_MOST; i++) {
        const struct heading *h = &article->outline[i];
        int level, number;
        if (h->kind != HEADING_NUMBERED || !section_number(h->text, &level, &number))
            continue;
        if (last[level] && number > last[level] + 1 && number < NUMBERS_MOST) {
            struct buf text = buf_make(arena, 256);
            buf_add_format(&text, "section %d follows on %d: %.*s", number, last[level], (int)h->text.n, h->text.p);
            *PUSH(arena, &notes) = (struct note){ NOTE_DAMAGED, buf_str(&text) };
        }
        last[level] = number;
        for (int deeper = level + 1; deeper < 4; deeper++)
            last[deeper] = 0;
    }
    article->notes = notes.v;
    article->n_notes = notes.n;
}
