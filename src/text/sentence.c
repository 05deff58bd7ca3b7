/* Sentences of a paragraph. */
#include "text/sentence.h"

#include "text/han.h"
#include "text/utf8.h"

static bool ends_sentence(uint32_t c)
{
    c = narrow(c);
    return c == 0x3002 || c == '!' || c == '?' || c == 0x2026 || c == 0xFF61;
}

bool sentence_next(struct str paragraph, struct sentence *sentence)
{
    size_t at = sentence->to;
    bool ended = false;
    for (size_t next = at; next < paragraph.n && is_blank(utf8_next(paragraph, &next));)
        at = next;
    if (at >= paragraph.n)
        return false;
    sentence->from = at;
    for (size_t next = at; at < paragraph.n; at = next) {
        uint32_t c = utf8_next(paragraph, &next);
        if (ended && !ends_sentence(c) && !is_closing(c))
            break;
        ended |= ends_sentence(c);
    }
    sentence->to = at;
    return true;
}

struct sentence sentence_at(struct str paragraph, size_t at)
{
    struct sentence sentence = { 0, 0 };
    while (sentence_next(paragraph, &sentence) && sentence.to <= at)
        ;
    return sentence;
}
