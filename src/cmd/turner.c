/* Turns reports into the other script. */
#include "cmd/turner.h"

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

const struct article *turner_turn(struct turner *turner, struct arena *arena, const struct article *article, enum script_wish wish)
{
    if (!script_differs(article, wish))
        return article;
    struct turning_by *by = &turner->by[wish == SCRIPT_TRADITIONAL ? SCRIPT_HANT : SCRIPT_HANS];
    if (!by->tried && !turner->secure)
        by->opencc = opencc_load(wish == SCRIPT_TRADITIONAL ? "s2t" : "t2s");
    by->tried = true;
    return article_turned(arena, article, by->opencc ? turn_phrases : NULL, by->opencc);
}

bool turner_by_table(const struct turner *turner)
{
    bool by_table = false;
    for (int to = 0; to < 2; to++)
        by_table |= turner->by[to].tried && !turner->by[to].opencc;
    return by_table;
}
