/* The same place in two versions of a text. */
#include "find/align.h"

#include <stdint.h>

#include "text/han.h"
#include "text/utf8.h"
#include "text/variant.h"

enum { TITLES = 2, LONG = 16, SHORT = 6, TRIES = 20 };

/* A reading of the Han of an article, in order. */
struct walk {
    const struct article *article;
    size_t part; /* 0 the title, 1 the subtitle, then the paragraphs */
    size_t at;
};

static size_t paragraph_of(size_t part)
{
    return part == 0 ? PLACE_TITLE : part == 1 ? PLACE_SUBTITLE : part - TITLES;
}

static struct walk walk_from(const struct article *article, struct place place)
{
    size_t part = place.paragraph == PLACE_TITLE ? 0 : place.paragraph == PLACE_SUBTITLE ? 1 : place.paragraph + TITLES;
    return (struct walk){ article, part, place.offset };
}

/* The next Han, simplified, and where it stands; 0 at the end. */
static uint32_t next_han(struct walk *walk, struct place *where)
{
    for (; walk->part < walk->article->n_paragraphs + TITLES; walk->part++, walk->at = 0) {
        struct str text = article_paragraph(walk->article, paragraph_of(walk->part));
        while (walk->at < text.n) {
            size_t start = walk->at;
            uint32_t c = utf8_next(text, &walk->at);
            if (is_han(c)) {
                *where = (struct place){ paragraph_of(walk->part), start };
                return simplified(c);
            }
        }
    }
    return 0;
}

/* Do the n Han of the snippet stand next in the walk? */
static bool goes_on(struct walk walk, const uint32_t *snippet, size_t n)
{
    struct place where;
    for (size_t i = 0; i < n; i++)
        if (next_han(&walk, &where) != snippet[i])
            return false;
    return true;
}

static size_t han_before(const struct article *article, struct place place)
{
    struct walk walk = walk_from(article, (struct place){ PLACE_TITLE, 0 });
    struct place where;
    size_t n = 0;
    while (next_han(&walk, &where) && place_cmp(where, place) < 0)
        n++;
    return n;
}

/* The place of the snippet in `to` that has about `expected` Han before it; false where it stands nowhere. */
static bool find_snippet(const struct article *to, const uint32_t *snippet, size_t n, size_t expected, struct place *found)
{
    struct walk walk = walk_from(to, (struct place){ PLACE_TITLE, 0 }), before = walk;
    struct place where;
    size_t count = 0, best = (size_t)-1;
    for (uint32_t c; (c = next_han(&walk, &where)); before = walk, count++) {
        size_t distance = count > expected ? count - expected : expected - count;
        if (c == snippet[0] && distance < best && goes_on(before, snippet, n)) {
            best = distance;
            *found = where;
        }
    }
    return best != (size_t)-1;
}

struct place align_place(const struct article *from, struct place place, const struct article *to)
{
    struct walk walk = walk_from(from, place);
    struct place found, where;
    size_t expected = han_before(from, place);
    for (int i = 0; i < TRIES; i++) {
        struct walk ahead = walk;
        uint32_t snippet[LONG];
        size_t n = 0;
        while (n < LONG && (snippet[n] = next_han(&ahead, &where)))
            n++;
        if (n == 0)
            break;
        if (find_snippet(to, snippet, n, expected, &found) || (n > SHORT && find_snippet(to, snippet, SHORT, expected, &found)))
            return found;
        for (int k = 0; k < SHORT; k++)
            next_han(&walk, &where);
    }
    return (struct place){ to->title.n ? PLACE_TITLE : 0, 0 };
}
