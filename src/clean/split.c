/* Several reports in one file, each under its own title. */
#include "clean/split.h"

#include "base/map.h"
#include "clean/annotation.h"
#include "clean/chrome.h"
#include "clean/congress.h"
#include "clean/date.h"
#include "clean/line.h"
#include "clean/phrase.h"
#include "text/han.h"
#include "text/utf8.h"

enum { TITLE_LEAST = 8, TITLE_MOST = 60, TITLE_BYTES = 1200, LOOK_AHEAD = 4, DATELINE_BYTES = 240 };

static bool is_title(struct arena *arena, struct str text)
{
    if (text.n > TITLE_BYTES)
        return false;
    text = annotation_free(arena, str_trim(text));
    size_t han = line_han(text, TITLE_MOST + 1), at = 0;
    struct mention mention;
    if (han < TITLE_LEAST || han > TITLE_MOST || word_in(text, "。") || !congress_next(arena, text, &at, &mention))
        return false;
    return phrase_in(PHRASE_SESSION_OPEN, text) || phrase_in(PHRASE_SESSION_CLOSE, text) ||
           phrase_in(PHRASE_SESSION_FULL, text);
}

/* Does a report begin at this sentence: 本报讯 …, 4月23日上午,…? */
static bool begins_report(struct arena *arena, struct str text)
{
    size_t cut = text.n < DATELINE_BYTES ? text.n : DATELINE_BYTES, at = 0, n;
    while (cut < text.n && ((unsigned char)text.p[cut] & 0xC0) == 0x80)
        cut++;
    struct date date;
    text = annotation_free(arena, str_trim(str_sub(text, 0, cut)));
    size_t dateline = phrase_find(PHRASE_DATELINE, text, 0, &n);
    return (dateline != STR_NONE && dateline < 60) || date_next(text, &at, &date);
}

/* `seen` holds the sentences so far: a body printed twice is one report. */
static bool starts_part(struct arena *arena, const struct draft *draft, size_t i, const struct map *seen)
{
    if (!is_title(arena, draft->blocks.v[i].text))
        return false;
    for (size_t j = i + 1; j < draft->blocks.n && j <= i + LOOK_AHEAD; j++) {
        struct str text = draft->blocks.v[j].text;
        if (line_is_sentence(text))
            return begins_report(arena, text) && !map_get(seen, str_trim(text));
    }
    return false;
}

/* Each repair goes with its block; both are in order. */
static void share_repairs(struct arena *arena, const struct draft *draft, struct draft *parts, size_t n)
{
    parts[0].repairs.v = NULL;
    parts[0].repairs.n = parts[0].repairs.cap = 0;
    for (size_t i = 0, part = 0; i < draft->repairs.n; i++) {
        while (part + 1 < n && parts[part + 1].blocks.v[0].origin <= draft->repairs.v[i].paragraph)
            part++;
        *PUSH(arena, &parts[part].repairs) = draft->repairs.v[i];
    }
}

struct parts split(struct arena *arena, const struct draft *draft)
{
    ARRAY(struct draft) parts = { 0 };
    *PUSH(arena, &parts) = *draft;
    parts.v[0].blocks.n = 0;
    struct map seen = { .arena = arena };
    bool sentence = false, related = false;
    size_t start = 0;
    for (size_t i = 0; i < draft->blocks.n; i++) {
        struct str text = str_trim(draft->blocks.v[i].text);
        related |= sentence && chrome_opens_related(text);
        if (sentence && !related && starts_part(arena, draft, i, &seen)) {
            *PUSH(arena, &parts) = (struct draft){ .head = draft->head, .encoding = draft->encoding };
            start = i;
            sentence = false;
        }
        struct draft *part = &parts.v[parts.n - 1];
        part->blocks.v = draft->blocks.v + start;
        part->blocks.n = part->blocks.cap = i + 1 - start;
        bool chrome = phrase_at(PHRASE_CHROME_START, text, 0) || phrase_in(PHRASE_CHROME_HAS, text);
        if (line_is_sentence(text) && !chrome) {
            map_put(&seen, text, i, NULL);
            sentence = true;
        }
    }
    for (size_t i = 1; i < parts.n; i++)
        parts.v[i].head.title = (struct str){ 0 };
    if (parts.n > 1)
        share_repairs(arena, draft, parts.v, parts.n);
    return (struct parts){ parts.v, parts.n };
}
