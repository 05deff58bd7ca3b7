/* Pinyin written into a text behind its characters: 臨汾市工會(huì). */
#include "clean/annotation.h"

#include "clean/cut.h"
#include "text/han.h"
#include "text/pinyin.h"
#include "text/utf8.h"

enum { FEW_MARKS = 3, MARK_BYTES = 24 };

enum mark { MARK_NONE, MARK_TONELESS, MARK_TONED };

/* What stands in brackets at `at`, which is their opening one; *end is behind the closing one. `han` is the character before. */
static enum mark mark_at(struct str s, size_t at, uint32_t han, size_t *end)
{
    utf8_next(s, &at);
    size_t from = at, to;
    while (at < s.n && at - from < MARK_BYTES && narrow(utf8_at(s, at)) != ')')
        utf8_next(s, &at);
    to = at;
    if (narrow(utf8_at(s, at)) != ')')
        return MARK_NONE;
    utf8_next(s, &at);
    *end = at;
    struct str syllable = str_trim(str_sub(s, from, to));
    if (!syllable.n || !pinyin_syllable(syllable))
        return MARK_NONE;
    if (pinyin_toned(syllable))
        return MARK_TONED;
    bool lower = syllable.p[0] >= 'a';
    return lower && pinyin_reads(han, syllable) ? MARK_TONELESS : MARK_NONE;
}

/* Calls of one walk over a text: where `pieces` is NULL it only counts. */
static size_t walk(struct arena *arena, struct str s, bool toneless, struct pieces *pieces)
{
    size_t n = 0;
    uint32_t han = 0;
    if (!str_has(s, STR("(")) && !str_has(s, STR("（")))
        return 0;
    for (size_t at = 0; at < s.n;) {
        size_t start = at, end;
        uint32_t c = utf8_next(s, &at);
        enum mark mark = narrow(c) == '(' && han ? mark_at(s, start, han, &end) : MARK_NONE;
        if (mark == MARK_NONE) {
            han = is_han(c) ? c : 0;
            continue;
        }
        at = end; /* `han` stays: 國(guo)(guo) */
        if (mark == MARK_TONELESS && !toneless)
            continue;
        n++;
        if (pieces)
            pieces_add(arena, pieces, start, end, REMOVED_PINYIN);
    }
    return n;
}

void annotation_strip(struct arena *arena, struct draft *draft)
{
    size_t n = 0;
    for (size_t i = 0; i < draft->blocks.n && n < FEW_MARKS; i++)
        n += walk(arena, draft->blocks.v[i].text, true, NULL);
    for (size_t i = 0; n && i < draft->blocks.n; i++) {
        struct block *block = &draft->blocks.v[i];
        struct pieces pieces = { 0 };
        walk(arena, block->text, n >= FEW_MARKS, &pieces);
        block->text = pieces_cut(arena, draft, block, &pieces);
    }
}

struct str annotation_free(struct arena *arena, struct str s)
{
    struct draft look = { 0 };
    *PUSH(arena, &look.blocks) = (struct block){ .text = s };
    annotation_strip(arena, &look);
    return look.blocks.v[0].text;
}
