/* Blanks and doubled marks that a page put into its sentences. */
#include "clean/space.h"

#include "clean/cut.h"
#include "clean/line.h"
#include "clean/name.h"
#include "clean/phrase.h"
#include "text/han.h"
#include "text/utf8.h"

enum { RARE = 30, RUN_LEAST = 4, DOUBLED_LEAST = 5, SPACED_LEAST = 10 };

static bool is_mark(uint32_t c)
{
    return is_pause(c) || is_stop(c);
}

/* What the page does all over. */
struct habits {
    size_t marks, doubled, spaced; /* marks behind Han; of these, commas before another mark, and marks behind a blank */
};

static void count_habits(struct str s, struct habits *h)
{
    uint32_t before = 0, last = 0; /* the two characters before */
    for (size_t at = 0; at < s.n;) {
        uint32_t c = utf8_next(s, &at);
        bool mark = is_mark(c) && narrow(c) != '.';
        h->marks += mark;
        h->doubled += mark && narrow(last) == ',';
        h->spaced += mark && is_blank(last) && is_han(before);
        before = last;
        last = c;
    }
}

/* One walk over a sentence with what stood before. */
struct walk {
    size_t run;           /* Han in a row up to here */
    bool begun;           /* a mark came: what stands in front of the first one may be a headline */
    int quotes;           /* how deep within 《》 and “” */
    struct piece blank;   /* the stray blank that waits for Han behind it */
    size_t behind;        /* Han behind that blank */
};

/* Is the blank at [from, to) behind a dateline: 本报讯 …, …电? */
static bool behind_dateline(struct str s, size_t from)
{
    size_t before = from;
    uint32_t c = from ? plain(utf8_prev(s, &before)) : 0;
    return c == 0x8BAF || c == 0x7535 || c == 0x62A5 || c == 0x9053; /* 讯 电 报 道 */
}

/* Stray blanks: a run of at least four Han on both sides, outside quotes. */
static void find_stray(struct arena *arena, struct str s, struct pieces *pieces)
{
    struct walk w = { 0 };
    for (size_t at = 0; at < s.n;) {
        size_t from = at;
        uint32_t c = utf8_next(s, &at);
        if (is_blank(c)) {
            while (at < s.n && is_blank(utf8_at(s, at)))
                utf8_next(s, &at);
            bool stray = w.begun && w.run >= RUN_LEAST && !w.quotes && !behind_dateline(s, from);
            w.blank = stray ? (struct piece){ from, at, REMOVED_WHITESPACE } : (struct piece){ 0 };
            w.run = w.behind = 0;
            continue;
        }
        w.quotes += c == 0x300A || c == 0x201C;
        w.quotes -= w.quotes && (c == 0x300B || c == 0x201D);
        w.begun |= is_mark(c);
        w.run = is_han(c) ? w.run + 1 : 0;
        if (!is_han(c))
            w.blank.to = 0;
        else if (w.blank.to && ++w.behind == RUN_LEAST) {
            pieces_add(arena, pieces, w.blank.from, w.blank.to, REMOVED_WHITESPACE);
            w.blank.to = 0;
        }
    }
}

/* Is the blank at [from, to) within a two-character name of a list: 陈 赛、王 艺? */
static bool in_name(struct str s, size_t from, size_t to)
{
    size_t surname = from, behind = to, before;
    uint32_t left, right;
    if (from == 0 || to >= s.n || !is_han(utf8_prev(s, &surname)) || !is_han(utf8_next(s, &behind)))
        return false;
    before = surname;
    left = before ? utf8_prev(s, &before) : 0;
    right = utf8_at(s, behind);
    bool listed = (left == 0x3001 || right == 0x3001) && !is_han(left) && !is_han(right);
    return listed && surname_at(s, surname) == from - surname;
}

static void find_names(struct arena *arena, struct str s, struct pieces *pieces)
{
    for (size_t at = 0; at < s.n;) {
        size_t from = at;
        if (!is_blank(utf8_next(s, &at)))
            continue;
        while (at < s.n && is_blank(utf8_at(s, at)))
            utf8_next(s, &at);
        if (in_name(s, from, at))
            pieces_add(arena, pieces, from, at, REMOVED_WHITESPACE);
    }
}

/* Blanks between two Han of the line. */
static size_t han_blanks(struct str s)
{
    size_t n = 0;
    uint32_t last = 0, before = 0;
    for (size_t at = 0; at < s.n;) {
        uint32_t c = utf8_next(s, &at);
        n += is_han(c) && is_blank(last) && is_han(before);
        before = last;
        last = c;
    }
    return n;
}

/* Blanks in front of marks and behind them; commas in front of marks. */
static void find_round_marks(struct arena *arena, struct str s, bool spaced, bool doubled, struct pieces *pieces)
{
    uint32_t last = 0;
    for (size_t at = 0; at < s.n;) {
        size_t from = at, end;
        uint32_t c = utf8_next(s, &at);
        if (is_blank(c)) {
            while (at < s.n && is_blank(utf8_at(s, at)))
                utf8_next(s, &at);
            bool mark = at < s.n && is_mark(utf8_at(s, at)) && is_han(last);
            if (spaced && (mark || (is_mark(last) && at < s.n && is_han(utf8_at(s, at)))))
                pieces_add(arena, pieces, from, at, REMOVED_WHITESPACE);
        } else if (doubled && narrow(c) == ',' && at < s.n && is_mark(utf8_at(s, at)) && utf8_at(s, at) != '.') {
            end = at;
            pieces_add(arena, pieces, from, end, REMOVED_CHROME);
        }
        last = c;
    }
}

void space_strip(struct arena *arena, struct draft *draft)
{
    struct habits habits = { 0 };
    for (size_t i = 0; i < draft->blocks.n; i++)
        count_habits(draft->blocks.v[i].text, &habits);
    bool doubled = habits.doubled >= DOUBLED_LEAST && habits.doubled * 10 >= habits.marks;
    bool spaced = habits.spaced >= SPACED_LEAST && habits.spaced * 2 >= habits.marks;
    for (size_t i = 0; i < draft->blocks.n; i++) {
        struct block *block = &draft->blocks.v[i];
        if (!line_is_sentence(block->text))
            continue;
        if (doubled || spaced) {
            struct pieces pieces = { 0 };
            find_round_marks(arena, block->text, spaced, doubled, &pieces);
            block->text = pieces_cut(arena, draft, block, &pieces);
        }
        size_t blanks = han_blanks(block->text);
        if (blanks) {
            struct pieces pieces = { 0 };
            find_names(arena, block->text, &pieces);
            block->text = pieces_cut(arena, draft, block, &pieces);
            blanks -= pieces.list.n;
        }
        if (blanks && blanks * RARE <= line_han(block->text, (size_t)-1)) {
            struct pieces pieces = { 0 };
            find_stray(arena, block->text, &pieces);
            block->text = pieces_cut(arena, draft, block, &pieces);
        }
    }
}
