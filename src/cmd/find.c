/* dahui find: names and phrases in the articles. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "article/json.h"
#include "cmd/cmd.h"
#include "cmd/concordance.h"
#include "cmd/output.h"
#include "find/query.h"
#include "host/terminal.h"
#include "text/safe.h"
#include "text/utf8.h"

enum { USUAL_CONTEXT = 20 };

/* Searching under way: what is asked, how it is printed, and what came so far. */
struct search {
    const struct options *options;
    const struct query *query;
    struct library *library; /* the one that is being asked */
    struct concordance concordance;
    size_t context;
    size_t limit, articles, matches; /* of those that were printed or counted */
    size_t gave_up;
    size_t skip; /* reports that were printed before all was asked once more */
};

static void print_match_json(struct search *s, const struct article *article, struct hit hit)
{
    struct arena work = { 0 };
    struct excerpt excerpt = excerpt_of(article, hit, s->context);
    json_t *o = json_object();
    json_object_set_new(o, "id", json_string(article->id));
    json_object_set_new(o, "file", str_json(safe_name_cstr(&work, article->file)));
    json_object_set_new(o, "part", json_integer((json_int_t)article->part));
    json_object_set_new(o, "paragraph", json_integer(paragraph_number(hit.paragraph)));
    json_object_set_new(o, "offset", json_integer((json_int_t)offset_number(article, hit.paragraph, hit.from)));
    json_object_set_new(o, "length", json_integer((json_int_t)utf8_count(excerpt.match)));
    json_object_set_new(o, "left", str_json(excerpt.left));
    json_object_set_new(o, "match", str_json(excerpt.match));
    json_object_set_new(o, "right", str_json(excerpt.right));
    print_json(&work, o);
    arena_finish(&work);
}

static void print_match(struct search *s, const struct article *article, struct hit hit)
{
    if (s->options->json)
        print_match_json(s, article, hit);
    else
        concordance_print(&s->concordance, article, hit);
}

/* The matches of a report, as far as the limit goes; of a question of fields alone its title. */
static void print_matches(struct search *s, struct arena *work, const struct article *article)
{
    struct twin twin = twin_make(work, article);
    struct hits hits = { 0 };
    if (query_match(work, s->query, &twin, &hits).yes && hits.n == 0)
        print_match(s, article, (struct hit){ PLACE_TITLE, 0, article->title.n });
    for (size_t i = 0; i < hits.n && s->matches + i < s->limit; i++)
        print_match(s, article, hits.v[i]);
}

static void print_article(struct search *s, struct arena *work, const struct found *found)
{
    struct entry entry;
    if (!library_entry(s->library, work, found->number, &entry))
        return;
    struct str title = safe_line(work, entry.title);
    print_colored(s->concordance.colors, COLOR_PLACE, article_name(work, entry.file, entry.part));
    printf("\t%" PRIu32 "\t%.*s\n", found->answer.matches, (int)title.n, title.p);
}

static void print_found(struct search *s, const struct found *found)
{
    struct arena work = { 0 };
    struct err err;
    const struct article *article = NULL;
    if (s->options->articles)
        print_article(s, &work, found);
    else if ((article = library_article(s->library, &work, found->number, &err)))
        print_matches(s, &work, article);
    else
        complain("%s", err.text);
    arena_finish(&work);
}

/* Takes a report that answers; true as long as more are wanted. */
static bool take(void *context, const struct found *found)
{
    struct search *s = context;
    if (s->skip > 0)
        return s->skip--;
    if (!s->options->count)
        print_found(s, found);
    s->articles++;
    s->matches += found->answer.matches;
    return s->matches < s->limit;
}

/* Is nothing wanted but how many there are? */
static bool counts_all(const struct search *s)
{
    return s->options->count && s->limit == (size_t)-1;
}

/* Asks all, and keeps no more than how many they are. Of a damaged cache nothing is taken. */
static void count_all(struct search *s)
{
    struct tally tally = library_tally(s->library, s->query, NULL);
    if (!library_is_damaged(s->library)) {
        s->articles += tally.reports;
        s->matches += tally.matches;
    }
}

/* Asks all at once, on all processors; by relevance (what matters alike as the files stand), or as they stand. Of a damaged cache nothing is taken. */
static bool take_all(struct search *s)
{
    struct arena work = { 0 };
    struct findings found = { 0 };
    bool go_on = true;
    library_find(s->library, &work, s->query, &found, NULL, NULL);
    if (library_is_damaged(s->library))
        found.n = 0;
    if (s->options->relevance) {
        library_arrange(s->library, &found, ORDER_GIVEN);
        findings_rank(&found);
    }
    for (size_t i = 0; i < found.n && go_on; i++)
        go_on = take(s, &found.v[i]);
    arena_finish(&work);
    return go_on;
}

/* Asks one after the other, so that the first ones are printed at once. */
static void take_each(struct search *s)
{
    struct arena work = { 0 };
    enum order_key sort = s->options->sort;
    const uint32_t *numbers = sort == ORDER_GIVEN ? library_numbers(s->library, &work) : library_order(s->library, &work, sort, false);
    library_find_in(s->library, s->query, numbers, library_count(s->library), take, s, NULL);
    arena_finish(&work);
}

/* Asks a library; what turns out to stand in a damaged cache is asked once more without it. */
static void search_library(struct search *s)
{
    for (bool again = true; again; s->skip = s->articles) {
        if (counts_all(s))
            count_all(s);
        else if (s->options->relevance)
            take_all(s);
        else
            take_each(s);
        s->gave_up = s->library->gave_up;
        again = library_is_damaged(s->library) && library_refresh(s->library) == LIBRARY_CHANGED;
    }
}

/* Some reports of files that no cache knows. */
static bool take_some(void *context, struct library *some)
{
    struct search *s = context;
    struct library *all = s->library;
    s->library = some;
    bool go_on = true;
    if (counts_all(s))
        count_all(s);
    else
        go_on = take_all(s);
    s->gave_up += some->gave_up;
    s->library = all;
    fflush(stdout);
    return go_on;
}

static void search(struct search *s, const struct options *options)
{
    size_t n;
    const char *const *paths = operand_paths(s->library, options, 1, &n);
    bool given = options->sort == ORDER_GIVEN && !options->relevance;
    library_open(s->library, paths, n, options->encoding, library_use(options, given ? LIBRARY_PASS : LIBRARY_LOOK));
    if (given && !library_has_cache(s->library))
        library_pass(s->library, paths, n, options->encoding, take_some, s);
    else
        search_library(s);
    if (options->count)
        printf("%zu\t%zu\n", s->articles, s->matches < s->limit ? s->matches : s->limit);
}

/* Exit status of a search that is over; complains of what went wrong. */
static int conclude(const struct search *s)
{
    int status = report_problems(s->library);
    if (s->gave_up) {
        complain("a regular expression took too many steps in %zu articles; matches may be missing there", s->gave_up);
        status = EXIT_TROUBLE;
    }
    return status != EXIT_DONE ? status : s->articles ? EXIT_DONE : EXIT_NOTHING;
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
    struct search s = { .options = options, .query = query_parse(&library.arena, question, &err), .library = &library };
    int status = EXIT_TROUBLE;
    if (s.query) {
        s.limit = options->limit > 0 ? (size_t)options->limit : (size_t)-1;
        s.context = options->context >= 0 ? (size_t)options->context : USUAL_CONTEXT;
        s.concordance = (struct concordance){ .columns = output_is_terminal(), .colors = options_color(options), .context = s.context };
        s.concordance.fit = s.concordance.columns && options->context < 0;
        search(&s, options);
        status = conclude(&s);
    } else {
        complain("%s", err.text);
    }
    library_finish(&library);
    return status;
}
