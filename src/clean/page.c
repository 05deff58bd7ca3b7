/* Where the article is among the blocks of a page, and what of the page is its frame. */
#include "clean/page.h"

#include "text/han.h"
#include "text/utf8.h"

/* ---- names of classes ---- */

static bool is_word_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Is the word one that sites give to the frame? Compared in small letters, whole words only: "nav" in "nav-bar", not in "navy". */
static bool is_frame_word(struct str word)
{
    static const struct str words[] = {
        STR_INIT("nav"), STR_INIT("navi"), STR_INIT("navbar"), STR_INIT("navigation"), STR_INIT("menu"), STR_INIT("footer"),
        STR_INIT("foot"),
        STR_INIT("sidebar"), STR_INIT("aside"), STR_INIT("comment"), STR_INIT("comments"), STR_INIT("pinglun"),
        STR_INIT("share"), STR_INIT("related"), STR_INIT("relate"), STR_INIT("recommend"), STR_INIT("recommended"), STR_INIT("tuijian"),
        STR_INIT("breadcrumb"), STR_INIT("breadcrumbs"), STR_INIT("crumb"), STR_INIT("crumbs"), STR_INIT("copyright"), STR_INIT("login"),
        STR_INIT("search"), STR_INIT("pagination"), STR_INIT("pager"), STR_INIT("ad"), STR_INIT("ads"), STR_INIT("advert"),
        STR_INIT("rank"), STR_INIT("ranking"), STR_INIT("toolbar"), STR_INIT("topbar"), STR_INIT("contentinfo"),
        STR_INIT("complementary"), STR_INIT("links"), STR_INIT("friendlink"), STR_INIT("qrcode"),
        STR_INIT("prevnext"), STR_INIT("disclaimer"), STR_INIT("mianze"),
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t n = 0;
        while (n < word.n && n < words[i].n && (word.p[n] | 0x20) == words[i].p[n])
            n++;
        if (n == word.n && n == words[i].n)
            return true;
    }
    return false;
}

bool page_is_frame_name(struct str words)
{
    enum { LONGEST = 400 }; /* bytes looked at */
    size_t n = words.n < LONGEST ? words.n : LONGEST;
    for (size_t at = 0; at < n;) {
        size_t from = at;
        while (at < n && is_word_char(words.p[at]))
            at++;
        if (at > from && is_frame_word(str_sub(words, from, at)))
            return true;
        at += at == from;
    }
    return false;
}

/* ---- prose ---- */

static size_t han_of(struct str s)
{
    size_t n = 0;
    for (size_t at = 0; at < s.n;)
        n += is_han(utf8_next(s, &at));
    return n;
}

static bool has_stop(struct str s)
{
    for (size_t at = 0; at < s.n;) {
        uint32_t c = utf8_next(s, &at);
        if (c >= 0x80 && (is_stop(c) || c == 0xFF0C))
            return true;
        if (c == ',' && at < s.n && (unsigned char)s.p[at] >= 0x80)
            return true;
    }
    return false;
}

static bool is_linky(const struct block *b)
{
    return b->link_bytes * 5 >= b->text.n * 4;
}

enum { PROSE = 20 }; /* Han characters in sentences that nothing but a name of the frame can take away */

/* What a block is worth as a piece of an article: its Han characters if it reads like sentences, else 0. */
static size_t prose_of(const struct block *b)
{
    size_t han = b->link_bytes * 2 < b->text.n ? han_of(b->text) : 0;
    return han >= 10 && has_stop(b->text) ? han : 0;
}

/* Prose before each block: the prose of [from, to) is sum[to] - sum[from]. */
static size_t *sum_prose(struct arena *arena, const struct draft *draft, const bool *frame)
{
    size_t *sum = NEW_N(arena, size_t, draft->blocks.n + 1);
    for (size_t i = 0; i < draft->blocks.n; i++)
        sum[i + 1] = sum[i] + (frame && frame[i] ? 0 : prose_of(&draft->blocks.v[i]));
    return sum;
}

/* ---- the article ---- */

/* Which blocks stand in an element that calls itself frame. One that holds more than three tenths of all prose is not believed: it wraps
 * the article, or is it. */
static bool *mark_frame(struct arena *arena, const struct draft *draft, const struct range *ranges, size_t n)
{
    const size_t *sum = sum_prose(arena, draft, NULL);
    size_t total = sum[draft->blocks.n];
    long *open = NEW_N(arena, long, draft->blocks.n + 1);
    for (size_t i = 0; i < n; i++)
        if (ranges[i].chrome && (sum[ranges[i].to] - sum[ranges[i].from]) * 10 <= total * 3) {
            open[ranges[i].from]++;
            open[ranges[i].to]--;
        }
    bool *frame = NEW_N(arena, bool, draft->blocks.n + 1);
    long depth = 0;
    for (size_t i = 0; i < draft->blocks.n; i++)
        frame[i] = (depth += open[i]) > 0 && draft->blocks.v[i].kind != BLOCK_LINE;
    return frame;
}

/* The smallest element that holds nine tenths of the prose that is not frame. */
static struct range find_article(struct arena *arena, const struct draft *draft, const bool *frame, const struct range *ranges, size_t n)
{
    const size_t *sum = sum_prose(arena, draft, frame);
    size_t total = sum[draft->blocks.n];
    struct range best = { 0, draft->blocks.n, false };
    for (size_t i = 0; i < n && total; i++)
        if ((sum[ranges[i].to] - sum[ranges[i].from]) * 10 >= total * 9 && ranges[i].to - ranges[i].from < best.to - best.from)
            best = ranges[i];
    return best;
}

/* Prose beside the article, though outside of its element, belongs to it, and so does what stands between: tags are often
 * closed wrongly. */
static struct range with_neighbours(const struct draft *draft, const bool *frame, struct range article)
{
    enum { NEAR = 4 };
    const struct block *b = draft->blocks.v;
    for (size_t i = article.to; i < draft->blocks.n && i - article.to < NEAR && !frame[i] && !is_linky(&b[i]); i++)
        if (prose_of(&b[i]) >= PROSE)
            article.to = i + 1;
    for (size_t i = article.from; i > 0 && article.from - i < NEAR && !frame[i - 1] && !is_linky(&b[i - 1]); i--)
        if (prose_of(&b[i - 1]) >= PROSE)
            article.from = i - 1;
    return article;
}

/* Is the block the title of the page: the same text, or a heading that begins it or is begun by it? */
static bool is_title(const struct block *b, struct str title)
{
    struct str text = str_trim(b->text);
    if (!title.n || text.n < 12)
        return false;
    return str_eq(text, title) || (b->kind == BLOCK_HEADING && (str_has(title, text) || str_has(text, title)));
}

/* Where what belongs to the article begins: at the last title, or else heading, before its prose, if the title is not within. */
static size_t find_start(const struct draft *draft, struct range article, struct str title)
{
    for (size_t i = article.from; i < article.to; i++)
        if (is_title(&draft->blocks.v[i], title))
            return article.from;
    for (size_t i = article.from; i-- > 0;)
        if (is_title(&draft->blocks.v[i], title))
            return i;
    for (size_t i = article.from; i-- > 0;)
        if (draft->blocks.v[i].kind == BLOCK_HEADING && draft->blocks.v[i].rank <= 2 && !is_linky(&draft->blocks.v[i]))
            return i;
    return article.from;
}

/* Words of the line that says who wrote: it may stand outside of the article's element, and strip takes it apart. */
static bool is_credit(struct str s)
{
    static const struct str words[] = { STR_INIT("编辑"), STR_INIT("編輯"), STR_INIT("责编"), STR_INIT("責編"), STR_INIT("记者"),
                                        STR_INIT("記者"), STR_INIT("作者"), STR_INIT("来源"), STR_INIT("來源"), STR_INIT("审核"),
                                        STR_INIT("審核"), STR_INIT("通讯员"), STR_INIT("通訊員"),
                                        STR_INIT("供稿"), STR_INIT("撰稿"), STR_INIT("摄影"), STR_INIT("攝影"), STR_INIT("文/图") };
    for (size_t i = 0; i < sizeof words / sizeof *words && s.n <= 240; i++)
        if (str_has(s, words[i]))
            return true;
    return false;
}

/* Is block i one of three or more in a row that are links and nothing else? */
static bool in_link_list(const struct draft *draft, size_t i)
{
    size_t from = i, to = i + 1;
    if (!is_linky(&draft->blocks.v[i]))
        return false;
    while (from > 0 && i - from < 3 && is_linky(&draft->blocks.v[from - 1]))
        from--;
    while (to < draft->blocks.n && to - i < 3 && is_linky(&draft->blocks.v[to]))
        to++;
    return to - from >= 3;
}

/* What was found out about a page. */
struct layout {
    const bool *frame; /* of each block: it stands in an element that calls itself frame */
    struct range article;
    size_t start;       /* where the title stands */
    struct range prose; /* from the first sentence of the article to behind the last */
    struct str title;
};

static struct range prose_in(const struct draft *draft, struct range article)
{
    struct range prose = article;
    while (prose.from < prose.to && !prose_of(&draft->blocks.v[prose.from]))
        prose.from++;
    while (prose.to > prose.from && !prose_of(&draft->blocks.v[prose.to - 1]))
        prose.to--;
    return prose;
}

/* Does block i go? */
static bool is_chrome(const struct draft *draft, const struct layout *page, size_t i)
{
    const struct block *b = &draft->blocks.v[i];
    if (b->kind == BLOCK_LINE)
        return false;
    if (page->frame[i] || in_link_list(draft, i))
        return true;
    bool inside = i >= page->prose.from && i < page->prose.to;
    if (!inside && is_linky(b))
        return b->kind != BLOCK_HEADING && !is_title(b, page->title);
    if (i >= page->start && i < page->article.to)
        return false;
    return prose_of(b) < PROSE && !(i >= page->article.to && is_credit(b->text));
}

void page_strip_frame(struct arena *arena, struct draft *draft, const struct range *ranges, size_t n_ranges, struct str title)
{
    struct arena work = { 0 };
    struct layout page = { .frame = mark_frame(&work, draft, ranges, n_ranges), .title = title };
    page.article = with_neighbours(draft, page.frame, find_article(&work, draft, page.frame, ranges, n_ranges));
    page.start = find_start(draft, page.article, title);
    page.prose = prose_in(draft, page.article);
    bool *chrome = NEW_N(&work, bool, draft->blocks.n + 1);
    size_t going = 0, n = 0;
    for (size_t i = 0; i < draft->blocks.n; i++)
        going += chrome[i] = is_chrome(draft, &page, i);
    bool all = going == draft->blocks.n; /* a page of nothing but frame is shown as it is */
    for (size_t i = 0; i < draft->blocks.n; i++) {
        if (chrome[i] && !all)
            *PUSH(arena, &draft->removed) = (struct removed){ REMOVED_CHROME, draft->blocks.v[i].text, draft->blocks.v[i].at };
        else
            draft->blocks.v[n++] = draft->blocks.v[i];
    }
    draft->blocks.n = n;
    arena_finish(&work);
}
