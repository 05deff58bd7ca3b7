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
    size_t matches, limit, context; /* matches that were printed */
    struct findings found;
    size_t counted; /* matches in them */
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

static void print_article(struct search *s, const struct entry *entry, size_t n)
{
    struct str name = article_name(s->arena, entry->file, entry->part), title = safe_line(s->arena, entry->title);
    printf("%.*s\t%zu\t%.*s\n", (int)name.n, name.p, n, (int)title.n, title.p);
}

/* An article that answers: its matches, or for a question of fields alone its title. */
static void print_matches(struct search *s, const struct article *article, const struct query *query)
{
    struct arena work = { 0 };
    struct twin twin = twin_make(&work, article);
    struct hits hits = { 0 };
    if (query_match(&work, query, &twin, &hits).yes && hits.n == 0)
        print_match(s, article, (struct hit){ PLACE_TITLE, 0, article->title.n });
    for (size_t i = 0; i < hits.n && s->matches < s->limit; i++) {
        s->matches++;
        print_match(s, article, hits.v[i]);
    }
    arena_finish(&work);
}

/* What answers, from all that was asked: as far as the limit goes. */
static bool take(void *context, const struct found *found)
{
    struct search *s = context;
    *PUSH(s->arena, &s->found) = *found;
    s->counted += found->answer.matches;
    return s->counted < s->limit;
}

/* Asks all; what turns out to stand in a damaged cache is asked once more without it. */
static void ask(struct search *s, struct library *library, const struct query *query)
{
    do {
        const uint32_t *numbers = library_numbers(library, s->arena);
        s->found.n = s->counted = 0;
        if (s->options->count && s->limit == (size_t)-1)
            library_find(library, s->arena, query, &s->found, NULL);
        else
            library_find_in(library, query, numbers, library_count(library), take, s, NULL);
    } while (library_refresh(library) == LIBRARY_CHANGED);
}

static void print_found(struct search *s, struct library *library, const struct query *query, const struct found *found)
{
    struct arena work = { 0 };
    struct entry entry;
    struct err err;
    if (s->options->articles && library_entry(library, &work, found->number, &entry)) {
        size_t left = s->limit - s->matches, n = found->answer.matches;
        print_article(s, &entry, n);
        s->matches += n < left ? n : left;
    } else if (!s->options->articles) {
        const struct article *article = library_article(library, &work, found->number, &err);
        if (article)
            print_matches(s, article, query);
        else
            complain("%s", err.text);
    }
    arena_finish(&work);
}

static void search_library(struct search *s, struct library *library, const struct query *query)
{
    ask(s, library, query);
    for (size_t i = 0; i < s->found.n; i++) {
        if (s->options->count)
            s->matches += s->found.v[i].answer.matches;
        else
            print_found(s, library, query, &s->found.v[i]);
    }
    if (s->options->count)
        printf("%zu\t%zu\n", s->found.n, s->matches < s->limit ? s->matches : s->limit);
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
    open_operands(&library, options, 1);
    struct search search = { .options = options, .arena = &library.arena, .aligned = output_is_terminal() };
    search.limit = options->limit > 0 ? (size_t)options->limit : (size_t)-1;
    search.context = options->context >= 0 ? (size_t)options->context : USUAL_CONTEXT;
    search_library(&search, &library, query);
    int status = report_problems(&library);
    library_finish(&library);
    return status != EXIT_DONE ? status : search.found.n ? EXIT_DONE : EXIT_NOTHING;
}
