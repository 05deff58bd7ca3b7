/* A passage with its citation. */
#include "article/cite.h"

#include <string.h>

#include "article/script.h"
#include "base/buf.h"

enum { NAMES_MOST = 3 };

/* Adds `s` behind `before` where there is any. */
static void add_known(struct buf *out, const char *before, struct str s)
{
    if (s.n == 0)
        return;
    buf_add_cstr(out, before);
    buf_add(out, s);
}

static void add_paragraph(struct buf *out, const char *before, const struct quotation *passage)
{
    if (passage->paragraph < passage->article->n_paragraphs)
        buf_add_format(out, "%s¶%zu", before, passage->paragraph + 1);
}

/* 《题名》, 来源, 2022-02-25, ¶3 */
static void add_plain(struct buf *out, const struct quotation *passage)
{
    const struct article *article = article_written(passage->article);
    bool quoted = str_has(article->title, STR("《")); /* it stands out well enough */
    buf_add_cstr(out, quoted ? "" : "《");
    buf_add(out, article->title);
    buf_add_cstr(out, quoted ? "" : "》");
    add_known(out, ", ", article->source);
    add_known(out, ", ", article_day(article));
    add_paragraph(out, ", ", passage);
}

/* Did whoever is named so write it? Editors, proofreaders and photographers did not. */
static bool is_writer(const struct author *author)
{
    static const struct str words[] = { STR_INIT("记者"), STR_INIT("記者"), STR_INIT("作者"), STR_INIT("通讯员"), STR_INIT("通訊員"), STR_INIT("撰稿"),
                                        STR_INIT("供稿") };
    if (!author->role.p)
        return true;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_has(author->role, words[i]))
            return true;
    return str_eq(author->role, STR("文"));
}

/* 甲, 乙, 丙, 等. (GB/T 7714-2015, 8.1.2) */
static void add_writers(struct buf *out, const struct article *article)
{
    size_t n = 0;
    for (size_t i = 0; i < article->n_authors; i++) {
        if (!is_writer(&article->authors[i]))
            continue;
        if (++n > NAMES_MOST) {
            buf_add_cstr(out, ", 等");
            break;
        }
        add_known(out, n > 1 ? ", " : "", article->authors[i].name);
    }
    buf_add_cstr(out, n ? ". " : "");
}

/* 甲. 题名: 副题[EB/OL]. 来源, (2022-02-25)[2026-01-02]: ¶3. (GB/T 7714-2015, 4.6) */
static void add_gbt7714(struct buf *out, const struct quotation *passage, const char *today)
{
    const struct article *article = article_written(passage->article);
    add_writers(out, article);
    buf_add(out, article->title);
    add_known(out, ": ", article->subtitle);
    buf_add_cstr(out, "[EB/OL]");
    add_known(out, ". ", article->source);
    if (article_day(article).n) {
        buf_add_cstr(out, article->source.n ? ", (" : ". (");
        buf_add(out, article_day(article));
        buf_add_cstr(out, ")");
    }
    if (*today)
        buf_add_format(out, "[%s]", today);
    add_paragraph(out, ": ", passage);
    buf_add_cstr(out, ".");
}

static void add_source(struct buf *out, const struct quotation *passage, enum citation citation, const char *today)
{
    if (citation == CITE_GBT7714)
        add_gbt7714(out, passage, today);
    else
        add_plain(out, passage);
}

struct str cite_source(struct arena *arena, const struct quotation *passage, enum citation citation, const char *today)
{
    struct buf out = buf_make(arena, SIZE_MAX);
    add_source(&out, passage, citation, today);
    return buf_str(&out);
}

/* Text that Markdown shall take for nothing but text: redactions are printed as ***. */
static void add_escaped(struct buf *out, struct str s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (strchr("\\`*_[]<>#|~", s.p[i]))
            buf_add_cstr(out, "\\");
        buf_add_bytes(out, &s.p[i], 1);
    }
}

struct str cite_passage(struct arena *arena, const struct quotation *passage, enum citation citation, const char *today)
{
    struct buf out = buf_make(arena, SIZE_MAX);
    struct str text = str_sub(article_paragraph(passage->article, passage->paragraph), passage->from, passage->to);
    if (citation == CITE_MARKDOWN) {
        buf_add_cstr(&out, "> ");
        add_escaped(&out, text);
        buf_add_cstr(&out, "\n>\n> — ");
        add_escaped(&out, cite_source(arena, passage, citation, today));
    } else {
        buf_add(&out, text);
        buf_add_cstr(&out, citation == CITE_PLAIN ? "\n——" : "\n");
        add_source(&out, passage, citation, today);
    }
    buf_add_cstr(&out, "\n");
    return buf_str(&out);
}

enum citation citation_by_name(const char *name)
{
    static const char *const names[N_CITATIONS] = { "plain", "markdown", "gbt7714" };
    for (int i = 0; i < N_CITATIONS; i++)
        if (strcmp(names[i], name) == 0)
            return i;
    return N_CITATIONS;
}
