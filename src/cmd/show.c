/* dahui show: one article, cleaned and typeset. */
#include "cmd/show.h"

#include <stdio.h>

#include "article/json.h"
#include "cmd/cmd.h"
#include "cmd/output.h"
#include "cmd/terminal.h"
#include "host/terminal.h"
#include "text/cell.h"
#include "text/safe.h"

enum { USUAL_WIDTH = 80 };

static void print_line(struct arena *arena, const struct page *page, const struct page_line *line)
{
    int col = 0;
    for (struct page_span span = { 0 }; page_next_span(page, line, &span);) {
        struct str text = safe_line(arena, span.text);
        print_blanks((size_t)(span.col - col));
        printf("%.*s", (int)text.n, text.p);
        col = span.col + (int)cells_of(text);
    }
    putchar('\n');
}

void show_page(const struct article *article, struct turner *turner, const struct options *options)
{
    struct arena arena = { 0 }, line_arena = { 0 };
    int width = options->width > 0 ? options->width : terminal_columns(USUAL_WIDTH);
    article = turner_turn(turner, &arena, article, (enum script_wish)options->script);
    struct page *page = page_make(&arena, article, width, options_page(options));
    struct page_spot spot = page_start(page);
    do {
        struct page_line line = page_line(page, spot);
        print_line(&line_arena, page, &line);
        arena_reset(&line_arena);
    } while (page_next(page, &spot));
    arena_finish(&line_arena);
    arena_finish(&arena);
}

/* Prints what one ARTICLE names; the status. */
static int show_article(const char *name, struct turner *turner, const struct options *options, bool *first)
{
    struct library library = { 0 };
    struct err err = { "" };
    if (!library_add_article(&library, name, options->encoding, &err) && err.text[0])
        complain("%s", err.text);
    for (size_t i = 0; i < library.articles.n; i++) {
        const struct article *article = library.articles.v[i];
        if (options->json) {
            print_json(&library.arena, article_json_whole(&library.arena, article));
        } else {
            if (!*first)
                putchar('\n');
            show_page(article, turner, options);
        }
        *first = false;
    }
    int status = report_problems(&library);
    if (library.articles.n == 0)
        status = EXIT_TROUBLE;
    library_finish(&library);
    return status;
}

/* Prints the capture that one ARTICLE stands in; the status. */
static int show_source(const char *name, const struct options *options)
{
    struct library library = { 0 };
    struct str source;
    struct err err = { "" };
    bool ok = library_source(&library, name, options->encoding, &source, &err);
    if (ok)
        print_safe_lines(&library.arena, source);
    else
        complain("%s", err.text);
    library_finish(&library);
    return ok ? EXIT_DONE : EXIT_TROUBLE;
}

int cmd_show(const struct options *options)
{
    int status = EXIT_DONE;
    bool first = true;
    struct turner turner = { .secure = options->secure };
    if (options->n_operands == 0) {
        complain("show wants an ARTICLE: a file, FILE#N or an id");
        return EXIT_TROUBLE;
    }
    terminal_obey_ambiguous(options);
    for (int i = 0; i < options->n_operands; i++) {
        const char *name = options->operands[i];
        int one = options->source ? show_source(name, options) : show_article(name, &turner, options, &first);
        if (one != EXIT_DONE)
            status = one;
    }
    turner_close(&turner);
    return status;
}
