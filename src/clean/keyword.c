/* Keywords at the end of a page. */
#include "clean/keyword.h"

#include "clean/cut.h"
#include "clean/phrase.h"
#include "text/han.h"
#include "text/utf8.h"

/* A keyword: a short line without a mark. */
static bool is_keyword(struct str s)
{
    size_t n = utf8_count(s);
    if (n < 2 || n > 6)
        return false;
    for (size_t at = 0; at < s.n;)
        if (!is_han(utf8_next(s, &at)))
            return false;
    return true;
}

void keyword_strip(struct arena *arena, struct draft *draft)
{
    enum { KEYWORDS = 5, KEYWORDS_MOST = 60, BODY_BYTES = 1 << 18 };
    size_t start = draft->blocks.n, known = 0;
    while (start > 0 && draft->blocks.n - start < KEYWORDS_MOST && is_keyword(draft->blocks.v[start - 1].text))
        start--;
    size_t n = draft->blocks.n - start;
    if (n < KEYWORDS)
        return;
    for (size_t i = start; i < draft->blocks.n; i++) {
        bool found = false;
        size_t looked = 0;
        for (size_t j = 0; j < start && !found && looked < BODY_BYTES; j++) {
            struct str s = str_sub(draft->blocks.v[j].text, 0, BODY_BYTES);
            found = str_has(s, draft->blocks.v[i].text);
            looked += s.n;
        }
        known += found;
    }
    for (size_t i = start; known * 2 > n && i < draft->blocks.n; i++)
        cut_block(arena, draft, &draft->blocks.v[i], REMOVED_KEYWORDS);
    cut_done(draft);
}

bool keyword_line_is(struct str s)
{
    static const char *const labels[] = { "关键词:", "关键字:", "标签:", "关键词 :", "本文关键词:", "Tags:", "tags:", "TAG:", "Tag:",
                                         "文档热词:", "热词:", "热门标签:", "文章标签:", "相关标签:" };
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (word_at(s, 0, str_of(labels[i])))
            return !word_in(s, "。");
    return false;
}
