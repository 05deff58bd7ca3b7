/* What a report is: its places, its name, and the words for its values. */
#include "article/article.h"

#include <stdio.h>

#include "base/map.h"
#include "text/utf8.h"

struct str article_paragraph(const struct article *article, size_t paragraph)
{
    if (paragraph == PLACE_TITLE)
        return article->title;
    if (paragraph == PLACE_SUBTITLE)
        return article->subtitle;
    return paragraph < article->n_paragraphs ? article->paragraphs[paragraph] : STR("");
}

/* Title 0, subtitle 1, then the paragraphs. */
static size_t rank(size_t paragraph)
{
    return paragraph == PLACE_TITLE ? 0 : paragraph == PLACE_SUBTITLE ? 1 : paragraph + 2;
}

struct str article_day(const struct article *article)
{
    return article->published.n ? article->published : article->date;
}

int place_cmp(struct place a, struct place b)
{
    size_t x = rank(a.paragraph), y = rank(b.paragraph);
    if (x != y)
        return x < y ? -1 : 1;
    return (a.offset > b.offset) - (a.offset < b.offset);
}

void article_seal(struct article *article)
{
    uint64_t hash = hash_str(hash_str(HASH_START, article->title), STR("\n"));
    hash = hash_str(hash_str(hash, article->subtitle), STR("\n"));
    article->chars = 0;
    for (size_t i = 0; i < article->n_paragraphs; i++) {
        hash = hash_str(hash_str(hash, article->paragraphs[i]), STR("\n"));
        article->chars += utf8_count(article->paragraphs[i]);
    }
    snprintf(article->id, sizeof article->id, "%016llx", (unsigned long long)hash);
}

const char *session_name(enum session session)
{
    static const char *const names[] = { NULL, "opening", "closing", "full" };
    return names[session];
}

const char *date_from_name(enum date_from from)
{
    static const char *const names[] = { NULL, "printed", "published", "inferred" };
    return names[from];
}

const char *script_name(enum script script)
{
    return script == SCRIPT_HANT ? "hant" : "hans";
}

const char *heading_kind_name(enum heading_kind kind)
{
    static const char *const names[] = { "heading", "speaker", "enumeration", "demand", "ceremony", "lead", "gap" };
    return names[kind];
}

const char *removed_class_name(enum removed_class class)
{
    static const char *const names[] = { "html-tag", "nbsp-indent", "whitespace", "pinyin-annotation", "page-chrome",
                                         "image-placeholder", "keyword-list", "credit-line", "related-links" };
    return names[class];
}

const char *note_kind_name(enum note_kind kind)
{
    static const char *const names[] = { "decoded", "guessed", "lost", "repaired", "damaged", "redacted" };
    return names[kind];
}
