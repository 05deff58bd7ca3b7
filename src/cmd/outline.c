/* dahui outline: the sections of an article. */
#include <stdio.h>

#include "article/json.h"
#include "cmd/cmd.h"
#include "cmd/output.h"

static void print_heading(struct arena *arena, const struct article *article, const struct heading *heading)
{
    print_blanks(2 * (size_t)(heading->level - 1));
    print_safe(arena, heading->text);
    printf("\t%ld:%zu\n", paragraph_number(heading->paragraph), offset_number(article, heading->paragraph, heading->offset));
}

int cmd_outline(const struct options *options)
{
    int status = EXIT_DONE;
    if (options->n_operands == 0) {
        complain("outline wants an ARTICLE: a file, FILE#N or an id");
        return EXIT_TROUBLE;
    }
    for (int k = 0; k < options->n_operands; k++) {
        struct library library = { 0 };
        struct err err = { "" };
        if (!library_add_article(&library, options->operands[k], options->encoding, &err) && err.text[0])
            complain("%s", err.text);
        for (size_t i = 0; i < library.articles.n; i++) {
            const struct article *article = library.articles.v[i];
            for (size_t h = 0; h < article->n_outline; h++) {
                if (options->json)
                    print_json(&library.arena, heading_json(article, &article->outline[h]));
                else
                    print_heading(&library.arena, article, &article->outline[h]);
            }
        }
        if (report_problems(&library) != EXIT_DONE || library.articles.n == 0)
            status = EXIT_TROUBLE;
        library_finish(&library);
    }
    return status;
}
