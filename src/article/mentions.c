/* What a report mentions. */
#include "article/mentions.h"

#include "article/terms.h"
#include "base/buf.h"
#include "base/map.h"
#include "text/han.h"
#include "text/variant.h"

/* Texts that are there once each. */
struct texts {
    struct map there;
    ARRAY(struct str) list;
};

static void add_text(struct arena *arena, struct texts *texts, struct str text)
{
    bool found;
    texts->there.arena = arena;
    map_put(&texts->there, text, 0, &found);
    if (!found)
        *PUSH(arena, &texts->list) = text;
}

static void add_numbered(struct arena *arena, struct texts *texts, struct str paragraph)
{
    struct str stretch;
    for (size_t at = 0; term_next_stretch(paragraph, &at, &stretch);) {
        struct buf plain = buf_make(arena, SIZE_MAX);
        buf_add_simplified(&plain, stretch);
        add_text(arena, texts, buf_str(&plain));
    }
}

static int year_of(const struct article *article)
{
    size_t at = 0;
    struct str day = article->date.n ? article->date : article->published;
    int year = day.n >= 4 ? han_number(str_sub(day, 0, 4), &at) : -1;
    return year > 0 ? year : 0;
}

struct mentions mentions_of(struct arena *arena, const struct article *article)
{
    struct term_uses uses = { 0 };
    struct texts quoted = { .list = { 0 } }, numbered = { .list = { 0 } };
    terms_of(arena, article, &uses);
    for (size_t i = 0; i < uses.n; i++)
        add_text(arena, &quoted, term_text(&uses.v[i]));
    for (size_t i = 0; i < article->n_paragraphs; i++)
        add_numbered(arena, &numbered, article->paragraphs[i]);
    return (struct mentions){
        .year = year_of(article),
        .people = article->people,
        .n_people = article->n_people,
        .quoted = quoted.list.v,
        .n_quoted = quoted.list.n,
        .numbered = numbered.list.v,
        .n_numbered = numbered.list.n,
    };
}
