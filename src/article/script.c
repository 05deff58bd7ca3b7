/* A report in the other script. */
#include "article/script.h"

#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "text/utf8.h"
#include "text/variant.h"

static const char *const wish_names[N_SCRIPT_WISHES] = { "as-written", "simplified", "traditional" };

enum script_wish script_wish_by_name(const char *name)
{
    enum script_wish wish = 0;
    while (wish < N_SCRIPT_WISHES && strcmp(wish_names[wish], name) != 0)
        wish++;
    return wish;
}

const char *script_wish_name(enum script_wish wish)
{
    return wish_names[wish];
}

bool script_differs(const struct article *article, enum script_wish wish)
{
    return wish == (article->script == SCRIPT_HANT ? SCRIPT_SIMPLIFIED : SCRIPT_TRADITIONAL);
}

/* How texts are turned, and into what. */
struct turning {
    struct arena *arena;
    enum script to;
    turn_text *turn;
    void *context;
};

/* Character by character; the number of them stays. */
static struct str turn_characters(const struct turning *turning, struct str s)
{
    struct buf out = buf_make(turning->arena, SIZE_MAX);
    for (size_t at = 0; at < s.n;) {
        char to[4];
        uint32_t c = utf8_next(s, &at);
        buf_add_bytes(&out, to, utf8_put(turning->to == SCRIPT_HANT ? traditional(c) : simplified(c), to));
    }
    return buf_str(&out);
}

static struct str turned(const struct turning *turning, struct str s)
{
    struct str to;
    if (!s.p)
        return s;
    if (turning->turn && turning->turn(turning->context, turning->arena, s, &to) && utf8_count(to) == utf8_count(s))
        return to;
    return turn_characters(turning, s);
}

struct place place_turned(const struct article *from, struct place place, const struct article *to)
{
    struct str was = article_paragraph(from, place.paragraph), is = article_paragraph(to, place.paragraph);
    place.offset = utf8_offset(is, utf8_count(str_sub(was, 0, place.offset)));
    return place;
}

const struct article *article_written(const struct article *article)
{
    return article->written ? article->written : article;
}

struct place place_written(const struct article *article, struct place place)
{
    return article->written ? place_turned(article, place, article->written) : place;
}

struct place place_shown(const struct article *article, struct place place)
{
    return article->written ? place_turned(article->written, place, article) : place;
}

/* What a heading says is a piece of its turned paragraph, where it was one before: phrases go over its ends. */
static struct str turned_heading(const struct turning *turning, const struct article *article, const struct heading *heading, const struct article *copy)
{
    struct place from = { heading->paragraph, heading->offset }, to = { heading->paragraph, heading->offset + heading->text.n };
    if (!str_eq(str_sub(article_paragraph(article, from.paragraph), from.offset, to.offset), heading->text))
        return turned(turning, heading->text);
    return str_sub(article_paragraph(copy, from.paragraph), place_turned(article, from, copy).offset, place_turned(article, to, copy).offset);
}

static void turn_outline(const struct turning *turning, const struct article *article, struct article *copy)
{
    copy->outline = NEW_N(turning->arena, struct heading, article->n_outline);
    for (size_t i = 0; i < article->n_outline; i++) {
        struct heading *heading = &copy->outline[i];
        *heading = article->outline[i];
        heading->text = turned_heading(turning, article, heading, copy);
        heading->offset = place_turned(article, (struct place){ heading->paragraph, heading->offset }, copy).offset;
    }
}

static void turn_card(const struct turning *turning, const struct article *article, struct article *copy)
{
    copy->source = turned(turning, article->source);
    copy->authors = NEW_N(turning->arena, struct author, article->n_authors);
    for (size_t i = 0; i < article->n_authors; i++)
        copy->authors[i] = (struct author){ turned(turning, article->authors[i].role), turned(turning, article->authors[i].name) };
    if (!article->congress)
        return;
    copy->congress = NEW_N(turning->arena, struct congress, 1);
    *copy->congress = *article->congress;
    copy->congress->name = turned(turning, article->congress->name);
    copy->congress->place = turned(turning, article->congress->place);
}

const struct article *article_turned(struct arena *arena, const struct article *article, turn_text *turn, void *context)
{
    struct turning turning = { arena, article->script == SCRIPT_HANT ? SCRIPT_HANS : SCRIPT_HANT, turn, context };
    struct article *copy = NEW_N(arena, struct article, 1);
    *copy = *article;
    copy->script = turning.to;
    copy->written = article_written(article);
    copy->title = turned(&turning, article->title);
    copy->subtitle = turned(&turning, article->subtitle);
    copy->paragraphs = NEW_N(arena, struct str, article->n_paragraphs);
    for (size_t i = 0; i < article->n_paragraphs; i++)
        copy->paragraphs[i] = turned(&turning, article->paragraphs[i]);
    turn_outline(&turning, article, copy);
    turn_card(&turning, article, copy);
    return copy;
}
