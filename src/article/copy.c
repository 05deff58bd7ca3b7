/* A report moved to another arena, with nothing of the work that made it. */
#include "article/article.h"

#include <string.h>

static struct str copied(struct arena *arena, struct str s)
{
    return s.p ? arena_str(arena, s) : s;
}

/* n values of `size` bytes; what they point to is still the old. */
static void *copied_array(struct arena *arena, const void *v, size_t n, size_t size)
{
    if (n == 0)
        return NULL;
    void *to = arena_alloc_n(arena, n, size, alignof(max_align_t));
    memcpy(to, v, n * size);
    return to;
}
#define COPY_ARRAY(arena, v, n) ((v) = copied_array(arena, v, n, sizeof *(v)))

static struct congress *copied_congress(struct arena *arena, const struct congress *congress)
{
    if (!congress)
        return NULL;
    struct congress *to = NEW(arena, struct congress);
    *to = *congress;
    to->name = copied(arena, to->name);
    to->place = copied(arena, to->place);
    to->level = copied(arena, to->level);
    to->organisation = copied(arena, to->organisation);
    to->kind = copied(arena, to->kind);
    return to;
}

static void copy_person(struct arena *arena, struct person *person)
{
    person->name = copied(arena, person->name);
    COPY_ARRAY(arena, person->roles, person->n_roles);
    COPY_ARRAY(arena, person->paragraphs, person->n_paragraphs);
    for (size_t i = 0; i < person->n_roles; i++)
        person->roles[i] = copied(arena, person->roles[i]);
}

static void copy_fields(struct arena *arena, struct article *to)
{
    to->title = copied(arena, to->title);
    to->subtitle = copied(arena, to->subtitle);
    to->date = copied(arena, to->date);
    to->published = copied(arena, to->published);
    to->source = copied(arena, to->source);
    to->congress = copied_congress(arena, to->congress);
}

static void copy_text(struct arena *arena, struct article *to)
{
    COPY_ARRAY(arena, to->paragraphs, to->n_paragraphs);
    for (size_t i = 0; i < to->n_paragraphs; i++)
        to->paragraphs[i] = copied(arena, to->paragraphs[i]);
    COPY_ARRAY(arena, to->outline, to->n_outline);
    for (size_t i = 0; i < to->n_outline; i++)
        to->outline[i].text = copied(arena, to->outline[i].text);
    COPY_ARRAY(arena, to->gaps, to->n_gaps);
    for (size_t i = 0; i < to->n_gaps; i++)
        to->gaps[i].printed = copied(arena, to->gaps[i].printed);
}

static void copy_people(struct arena *arena, struct article *to)
{
    COPY_ARRAY(arena, to->authors, to->n_authors);
    for (size_t i = 0; i < to->n_authors; i++) {
        to->authors[i].role = copied(arena, to->authors[i].role);
        to->authors[i].name = copied(arena, to->authors[i].name);
    }
    COPY_ARRAY(arena, to->people, to->n_people);
    for (size_t i = 0; i < to->n_people; i++)
        copy_person(arena, &to->people[i]);
}

static void copy_story(struct arena *arena, struct article *to)
{
    COPY_ARRAY(arena, to->removed, to->n_removed);
    for (size_t i = 0; i < to->n_removed; i++)
        to->removed[i].text = copied(arena, to->removed[i].text);
    COPY_ARRAY(arena, to->joins, to->n_joins);
    COPY_ARRAY(arena, to->repairs, to->n_repairs);
    for (size_t i = 0; i < to->n_repairs; i++) {
        to->repairs[i].from = copied(arena, to->repairs[i].from);
        to->repairs[i].to = copied(arena, to->repairs[i].to);
    }
    COPY_ARRAY(arena, to->notes, to->n_notes);
    for (size_t i = 0; i < to->n_notes; i++)
        to->notes[i].text = copied(arena, to->notes[i].text);
}

struct article *article_copy(struct arena *arena, const struct article *article)
{
    struct article *to = NEW(arena, struct article);
    *to = *article;
    copy_fields(arena, to);
    copy_text(arena, to);
    copy_people(arena, to);
    copy_story(arena, to);
    return to;
}
