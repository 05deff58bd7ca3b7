/* dahui terms: set phrases, and in how many reports of each year they stand. */
#include "article/terms.h"

#include <stdio.h>

#include "article/json.h"
#include "cmd/cmd.h"
#include "cmd/output.h"

/* {term, articles, uses, first, last, years: {"2017": 2, …}}; first and last are dates, null where none is known */
static void print_term_json(struct arena *arena, const struct term *term)
{
    json_t *o = json_object(), *years = json_object();
    for (size_t i = 0; i < term->years.n; i++) {
        char year[16];
        snprintf(year, sizeof year, "%d", term->years.v[i].year);
        json_object_set_new(years, year, json_integer((json_int_t)term->years.v[i].n_articles));
    }
    json_object_set_new(o, "term", str_json(term->text));
    json_object_set_new(o, "articles", json_integer((json_int_t)term->n_articles));
    json_object_set_new(o, "uses", json_integer((json_int_t)term->uses.n));
    json_object_set_new(o, "first", str_json(term_first(term)));
    json_object_set_new(o, "last", str_json(term_last(term)));
    json_object_set_new(o, "years", years);
    print_json(arena, o);
}

/* TERM, number of articles, number of uses, YEAR:ARTICLES of each year; parted by tabs. */
static void print_term(struct arena *arena, const struct term *term)
{
    print_safe(arena, term->text);
    printf("\t%zu\t%zu\t", term->n_articles, term->uses.n);
    for (size_t i = 0; i < term->years.n; i++)
        printf("%s%d:%zu", i ? " " : "", term->years.v[i].year, term->years.v[i].n_articles);
    putchar('\n');
}

int cmd_terms(const struct options *options)
{
    struct library library = { 0 };
    load_operands(&library, options, 0);
    struct terms terms = terms_gather(&library.arena, library.articles.v, library.articles.n);
    for (size_t i = 0; i < terms.n; i++)
        (options->json ? print_term_json : print_term)(&library.arena, &terms.v[i]);
    int status = report_problems(&library);
    library_finish(&library);
    return status;
}
