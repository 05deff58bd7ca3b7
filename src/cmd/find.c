/* dahui find: names and phrases in the articles. */
#include <stdio.h>
#include <string.h>

#include "article/json.h"
#include "base/buf.h"
#include "cmd/cmd.h"
#include "cmd/output.h"
#include "find/excerpt.h"
#include "find/query.h"
#include "host/terminal.h"
#include "text/cell.h"
#include "text/safe.h"
#include "text/utf8.h"

enum { USUAL_CONTEXT = 20 };

/* Searching under way: what was asked, what came so far, and the lines of a concordance that waits for its widest. */
struct search {
    const struct options *options;
    struct arena *arena;
    size_t articles, matches, limit, context;
    bool aligned;
    ARRAY(struct line {
        struct str place, left, match, right;
    }) lines;
};

static void print_match_json(struct search *s, const struct article *article, struct hit hit, struct excerpt excerpt)
{
    json_t *o = json_object();
    json_object_set_new(o, "id", json_string(article->id));
    json_object_set_new(o, "file", str_json(safe_name_cstr(s->arena, article->file)));
    json_object_set_new(o, "part", json_integer((json_int_t)article->part));
    json_object_set_new(o, "paragraph", json_integer(paragraph_number(hit.paragraph)));
    json_object_set_new(o, "offset", json_integer((json_int_t)offset_number(article, hit.paragraph, hit.from)));
    json_object_set_new(o, "length", json_integer((json_int_t)utf8_count(excerpt.match)));
    json_object_set_new(o, "left", str_json(excerpt.left));
    json_object_set_new(o, "match", str_json(excerpt.match));
    json_object_set_new(o, "right", str_json(excerpt.right));
    print_json(s->arena, o);
}

static struct str place_name(struct search *s, const struct article *article, struct hit hit)
{
    struct buf out = buf_make(s->arena, 1 << 16);
    buf_add(&out, article_name(s->arena, article->file, article->part));
    buf_add_format(&out, ":%ld:%zu", paragraph_number(hit.paragraph), offset_number(article, hit.paragraph, hit.from));
    return buf_str(&out);
}

static void print_line(const struct line *line, size_t place_cells, size_t left_cells)
{
    size_t place = cells_of(line->place), left = cells_of(line->left);
    printf("%.*s: ", (int)line->place.n, line->place.p);
    print_blanks((place < place_cells ? place_cells - place : 0) + (left < left_cells ? left_cells - left : 0));
    printf("%.*s【%.*s】%.*s\n", (int)line->left.n, line->left.p, (int)line->match.n, line->match.p, (int)line->right.n, line->right.p);
}

static void print_match(struct search *s, const struct article *article, struct hit hit)
{
    struct excerpt excerpt = excerpt_of(article, hit, s->context);
    if (s->options->json) {
        print_match_json(s, article, hit, excerpt);
        return;
    }
    struct line line = { place_name(s, article, hit), safe_line(s->arena, excerpt.left), safe_line(s->arena, excerpt.match),
                         safe_line(s->arena, excerpt.right) };
    if (s->aligned)
        *PUSH(s->arena, &s->lines) = line;
    else
        print_line(&line, 0, 0);
}

/* The concordance of a terminal: the matches stand in one column. */
static void print_aligned(const struct search *s)
{
    size_t place = 0, left = 0;
    for (size_t i = 0; i < s->lines.n; i++) {
        size_t p = cells_of(s->lines.v[i].place), l = cells_of(s->lines.v[i].left);
        place = p > place ? p : place;
        left = l > left ? l : left;
    }
    for (size_t i = 0; i < s->lines.n; i++)
        print_line(&s->lines.v[i], place, left);
}

static void print_article(struct search *s, const struct article *article, size_t n)
{
    struct str name = article_name(s->arena, article->file, article->part), title = safe_line(s->arena, article->title);
    printf("%.*s\t%zu\t%.*s\n", (int)name.n, name.p, n, (int)title.n, title.p);
}

/* An article that answers: its matches, or for a question of fields alone its title. */
static void answer(struct search *s, const struct article *article, const struct hits *hits)
{
    s->articles++;
    if (s->options->articles)
        print_article(s, article, hits->n);
    else if (!s->options->count && hits->n == 0)
        print_match(s, article, (struct hit){ PLACE_TITLE, 0, article->title.n });
    for (size_t i = 0; i < hits->n && s->matches < s->limit; i++) {
        s->matches++;
        if (!s->options->count && !s->options->articles)
            print_match(s, article, hits->v[i]);
    }
}

static void search_library(struct search *s, struct library *library, const struct query *query)
{
    for (size_t i = 0; i < library->articles.n && s->matches < s->limit; i++) {
        struct arena work = { 0 };
        struct twin twin = twin_make(&work, library->articles.v[i]);
        struct hits hits = { 0 };
        if (query_match(&work, query, &twin, &hits).yes)
            answer(s, library->articles.v[i], &hits);
        arena_finish(&work);
    }
    if (s->options->count)
        printf("%zu\t%zu\n", s->articles, s->matches);
    print_aligned(s);
}

int cmd_find(const struct options *options)
{
    struct library library = { 0 };
    struct err err;
    if (options->n_operands == 0) {
        complain("find wants a QUERY");
        return EXIT_TROUBLE;
    }
    const char *text = options->operands[0];
    struct str question = utf8_repair(&library.arena, (struct bytes){ (const unsigned char *)text, strlen(text) }, NULL);
    const struct query *query = query_parse(&library.arena, question, &err);
    if (!query) {
        complain("%s", err.text);
        library_finish(&library);
        return EXIT_TROUBLE;
    }
    load_operands(&library, options, 1);
    struct search search = { .options = options, .arena = &library.arena, .aligned = output_is_terminal() };
    search.limit = options->limit > 0 ? (size_t)options->limit : (size_t)-1;
    search.context = options->context >= 0 ? (size_t)options->context : USUAL_CONTEXT;
    search_library(&search, &library, query);
    int status = report_problems(&library);
    library_finish(&library);
    return status != EXIT_DONE ? status : search.articles ? EXIT_DONE : EXIT_NOTHING;
}
