/* The roll: who is named in many reports, in which of them, and as what over the years. */
#include "article/roll.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/map.h"
#include "text/variant.h"

/* Something with the place it had, so that what is equal stays in order. */
struct dated {
    const struct article *article;
    size_t place;
};

struct ranked {
    struct roll_person person;
    size_t place;
};

struct rolling {
    struct arena *arena;
    struct map names; /* simplified name → place in people */
    struct map roles; /* simplified name, tab, simplified role → place in the person's roles */
    ARRAY(struct ranked) people;
};

static int by_date(const void *a, const void *b)
{
    const struct dated *x = a, *y = b;
    if ((x->article->date.n == 0) != (y->article->date.n == 0))
        return x->article->date.n == 0 ? 1 : -1;
    int order = str_cmp(x->article->date, y->article->date);
    return order != 0 ? order : (x->place > y->place) - (x->place < y->place);
}

static int by_articles(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;
    if (x->person.articles.n != y->person.articles.n)
        return x->person.articles.n > y->person.articles.n ? -1 : 1;
    return (x->place > y->place) - (x->place < y->place);
}

static struct roll_person *person_named(struct rolling *rolling, struct str name, struct str key)
{
    bool found;
    size_t place = *map_put(&rolling->names, key, rolling->people.n, &found);
    if (!found)
        *PUSH(rolling->arena, &rolling->people) = (struct ranked){ { .name = name }, place };
    return &rolling->people.v[place].person;
}

static void add_role(struct rolling *rolling, struct roll_person *person, struct str name_key, struct str role,
                     const struct article *article)
{
    if (str_eq(role, STR("同志")))
        return;
    struct buf key = buf_make(rolling->arena, SIZE_MAX);
    buf_add(&key, name_key);
    buf_add(&key, STR("\t"));
    buf_add_simplified(&key, role);
    bool found;
    size_t place = *map_put(&rolling->roles, buf_str(&key), person->roles.n, &found);
    if (!found)
        *PUSH(rolling->arena, &person->roles) = (struct roll_role){ role, article, 0 };
    person->roles.v[place].n_articles++;
}

static void add_person(struct rolling *rolling, const struct person *p, const struct article *article)
{
    struct buf key = buf_make(rolling->arena, SIZE_MAX);
    buf_add_simplified(&key, p->name);
    struct roll_person *person = person_named(rolling, p->name, buf_str(&key));
    if (person->articles.n == 0 || person->articles.v[person->articles.n - 1] != article)
        *PUSH(rolling->arena, &person->articles) = article;
    for (size_t i = 0; i < p->n_roles; i++)
        add_role(rolling, person, buf_str(&key), p->roles[i], article);
}

const struct article **articles_by_date(struct arena *arena, const struct article *const *articles, size_t n)
{
    struct dated *order = NEW_N(arena, struct dated, n);
    const struct article **answer = NEW_N(arena, const struct article *, n);
    for (size_t i = 0; i < n; i++)
        order[i] = (struct dated){ articles[i], i };
    if (n > 0)
        qsort(order, n, sizeof *order, by_date);
    for (size_t i = 0; i < n; i++)
        answer[i] = order[i].article;
    return answer;
}

struct roll roll_call(struct arena *arena, const struct article *const *articles, size_t n)
{
    struct rolling rolling = { .arena = arena, .names = { .arena = arena }, .roles = { .arena = arena } };
    const struct article **order = articles_by_date(arena, articles, n);
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < order[i]->n_people; k++)
            add_person(&rolling, &order[i]->people[k], order[i]);
    struct roll roll = { NEW_N(arena, struct roll_person, rolling.people.n), rolling.people.n };
    if (roll.n > 0)
        qsort(rolling.people.v, roll.n, sizeof *rolling.people.v, by_articles);
    for (size_t i = 0; i < roll.n; i++)
        roll.v[i] = rolling.people.v[i].person;
    return roll;
}
