/* Turns reports into the other script. */
#include "cmd/turner.h"

#include "base/tr.h"

void turner_close(struct turner *turner)
{
    for (int to = 0; to < 2; to++)
        opencc_unload(turner->by[to].opencc);
    *turner = (struct turner){ .secure = turner->secure };
}

/* article/script's way to OpenCC. */
static bool turn_phrases(void *context, struct arena *arena, struct str s, struct str *to)
{
    return opencc_turn(context, arena, s, to);
}

/* OpenCC for this direction, or NULL with an excuse. */
static struct opencc *opencc_for(struct turner *turner, const struct article *article, enum script to)
{
    enum { PHRASES_MOST = 350000 }; /* characters: more take OpenCC longer than a fifth of a second */
    struct turning_by *by = &turner->by[to];
    turner->excuse = turner->secure                  ? TR_LATER("turned character by character: no OpenCC in secure mode")
                     : article->chars > PHRASES_MOST ? TR_LATER("turned character by character: too long for OpenCC")
                                                     : NULL;
    if (turner->excuse)
        return NULL;
    if (!by->tried)
        by->opencc = opencc_load(to == SCRIPT_HANT ? "s2tw" : "tw2s");
    by->tried = true;
    if (!by->opencc)
        turner->excuse = TR_LATER("turned character by character: OpenCC is not installed");
    return by->opencc;
}

const struct article *turner_turn(struct turner *turner, struct arena *arena, const struct article *article, enum script_wish wish)
{
    if (!script_differs(article, wish))
        return article;
    struct opencc *opencc = opencc_for(turner, article, wish == SCRIPT_TRADITIONAL ? SCRIPT_HANT : SCRIPT_HANS);
    return article_turned(arena, article, opencc ? turn_phrases : NULL, opencc);
}
