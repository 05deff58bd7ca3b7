/* dahui people: who is named, as what, and in which reports. */
#include <stdio.h>

#include "article/json.h"
#include "article/roll.h"
#include "cmd/cmd.h"
#include "cmd/output.h"
#include "text/safe.h"

static json_t *article_names(struct arena *arena, const struct roll_person *person)
{
    json_t *all = json_array();
    for (size_t i = 0; i < person->articles.n; i++) {
        const struct article *article = person->articles.v[i];
        json_t *o = json_object();
        json_object_set_new(o, "id", json_string(article->id));
        json_object_set_new(o, "file", str_json(safe_name_cstr(arena, article->file)));
        json_object_set_new(o, "part", json_integer((json_int_t)article->part));
        json_object_set_new(o, "date", str_json(article->date));
        json_array_append_new(all, o);
    }
    return all;
}

/* {name, roles: [{role, since, articles}], articles: [{id, file, part, date}]} */
static void print_person_json(struct arena *arena, const struct roll_person *person)
{
    json_t *o = json_object(), *roles = json_array();
    for (size_t i = 0; i < person->roles.n; i++) {
        const struct roll_role *role = &person->roles.v[i];
        json_t *r = json_object();
        json_object_set_new(r, "role", str_json(role->role));
        json_object_set_new(r, "since", str_json(role->since->date));
        json_object_set_new(r, "articles", json_integer((json_int_t)role->n_articles));
        json_array_append_new(roles, r);
    }
    json_object_set_new(o, "name", str_json(person->name));
    json_object_set_new(o, "roles", roles);
    json_object_set_new(o, "articles", article_names(arena, person));
    print_json(arena, o);
}

/* NAME, number of articles, roles, FILE#N of each; parted by tabs. */
static void print_person(struct arena *arena, const struct roll_person *person)
{
    print_safe(arena, person->name);
    printf("\t%zu\t", person->articles.n);
    for (size_t i = 0; i < person->roles.n; i++) {
        if (i)
            fputs("、", stdout);
        print_safe(arena, person->roles.v[i].role);
    }
    for (size_t i = 0; i < person->articles.n; i++) {
        struct str name = article_name(arena, person->articles.v[i]->file, person->articles.v[i]->part);
        printf("%s%.*s", i ? " " : "\t", (int)name.n, name.p);
    }
    putchar('\n');
}

int cmd_people(const struct options *options)
{
    struct library library = { 0 };
    load_operands(&library, options, 0);
    struct roll roll = roll_call(&library.arena, library.articles.v, library.articles.n);
    for (size_t i = 0; i < roll.n; i++)
        (options->json ? print_person_json : print_person)(&library.arena, &roll.v[i]);
    int status = report_problems(&library);
    library_finish(&library);
    return status;
}
