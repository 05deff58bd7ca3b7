/* What pictures leave behind in a capture: placeholders, file names, captions. */
#include "clean/picture.h"

#include "clean/line.h"
#include "clean/phrase.h"
#include "text/han.h"
#include "text/utf8.h"

bool picture_is(struct str s)
{
    static const char *const endings[] = { ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".PNG", ".JPG", ".JPEG", ".GIF" };
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (str_ends(s, str_of(endings[i])) && utf8_count(s) <= 60 && !line_has_stop(s))
            return true;
    if (str_starts(s, STR("data:image")))
        return true;
    size_t at = 0, n = 0;
    for (; at < s.n; at += n) {
        n = phrase_at(PHRASE_PICTURE, s, at);
        uint32_t c = narrow(utf8_at(s, at));
        if (!n && !(is_blank(c) || is_opening(c) || is_closing(c) || c == '!' || (c >= '0' && c <= '9')))
            return false;
        if (!n) {
            size_t next = at;
            utf8_next(s, &next);
            n = next - at;
        }
    }
    return s.n && phrase_in(PHRASE_PICTURE, s);
}

/* Where the last character of s (not empty) begins. */
static size_t last_char(struct str s)
{
    size_t at = s.n;
    utf8_prev(s, &at);
    return at;
}

/* ▲代表们认真听取报告: a short line without a mark behind the triangle that points to its picture. */
static bool is_pointed(struct str s)
{
    enum { POINTED_HAN = 20 };
    size_t at = 0;
    uint32_t c = s.n ? utf8_next(s, &at) : 0;
    if (c < 0x25B2 || c > 0x25BF) /* ▲ △ ▼ ▽ and their small ones */
        return false;
    struct str rest = str_trim(str_sub(s, at, s.n));
    size_t han = line_han(rest, POINTED_HAN + 1);
    return han && han <= POINTED_HAN && utf8_count(rest) == han;
}

/* 大会现场 供图 某某宣传部: who gave the picture stands behind. */
static bool is_given(struct str s)
{
    enum { SCENE_HAN = 40, GIVER_HAN = 12, SCENE_BYTES = 300 };
    size_t at = s.n > SCENE_BYTES ? STR_NONE : word_find(s, STR("供图"), 0), end = at + STR("供图").n;
    if (at == STR_NONE || !at || end >= s.n || line_has_stop(s) || line_han(s, SCENE_HAN + 1) > SCENE_HAN)
        return false;
    size_t before = at;
    return is_blank(utf8_prev(s, &before)) && is_blank(utf8_at(s, end)) && line_han(str_sub(s, end, s.n), GIVER_HAN + 1) <= GIVER_HAN;
}

/* 图片由县总工会提供, 本文照片均由李某拍摄. */
static bool is_provided(struct str s)
{
    enum { PROVIDED_HAN = 30 };
    static const struct str starts[] = { STR_INIT("图片由"), STR_INIT("图片均由"), STR_INIT("照片由"), STR_INIT("照片均由"), STR_INIT("图由") };
    size_t from = 0;
    while (from < s.n && is_opening(utf8_at(s, from)))
        utf8_next(s, &from);
    from += word_at(s, from, STR("本文"));
    bool given = s.n - from > 6 && (word_at(s, s.n - 6, STR("提供")) || word_at(s, s.n - 6, STR("拍摄")));
    for (size_t i = 0; given && i < sizeof starts / sizeof *starts; i++)
        if (word_at(s, from, starts[i]))
            return line_han(s, PROVIDED_HAN + 1) <= PROVIDED_HAN && clause_end(s, 0) == s.n;
    return false;
}

bool caption_is(struct str s)
{
    enum { CAPTION_HAN = 60, CREDITED_HAN = 30 };
    size_t mark = 0;
    if (is_pointed(s))
        return true;
    while (mark < s.n && utf8_at(s, mark) >= 0x25A0 && utf8_at(s, mark) <= 0x25FF) /* ▲ ◆ */
        utf8_next(s, &mark);
    s = str_trim(str_sub(s, mark, s.n));
    while (s.n && is_closing(utf8_at(s, last_char(s))))
        s.n = last_char(s);
    size_t start = phrase_at(PHRASE_CAPTION_START, s, 0), end = phrase_ends(PHRASE_CAPTION_END, s);
    size_t han = start || end ? line_han(s, CAPTION_HAN + 1) : 0;
    if (!(start || end) || han > CAPTION_HAN)
        return is_given(s) || is_provided(s);
    size_t mark_at = start;
    bool colon = start && narrow(utf8_prev(s, &mark_at)) == ':';
    bool is = start >= 3 && utf8_at(s, mark_at) == 0x4E3A; /* 为 */
    if (start && (start == s.n || is || colon || !is_han(utf8_at(s, start))))
        return true;
    if (end == s.n)
        return end > 0;
    if (!end || (han > CREDITED_HAN && line_has_stop(s)))
        return false;
    size_t before = s.n - end;
    uint32_t c = utf8_prev(s, &before);
    return is_blank(c) || c == '/' || c == 0x4E28 || c == '|' || (word_in(s, "记者") && !line_has_stop(s));
}
