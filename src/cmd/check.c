/* dahui check: what cleaning guessed, removed, joined, repaired and refused. */
#include <stdio.h>

#include "article/json.h"
#include "cmd/cmd.h"
#include "cmd/output.h"

static void print_removed(const struct article *article)
{
    size_t counts[N_REMOVED_CLASSES] = { 0 };
    if (article->n_removed == 0)
        return;
    for (size_t i = 0; i < article->n_removed; i++)
        counts[article->removed[i].class]++;
    printf("  removed:");
    for (size_t i = 0; i < N_REMOVED_CLASSES; i++)
        if (counts[i])
            printf(" %s %zu", removed_class_name((enum removed_class)i), counts[i]);
    putchar('\n');
}

/* PARAGRAPH:OFFSET, as find prints it. */
static void print_place(const struct article *article, size_t paragraph, size_t offset)
{
    printf("%ld:%zu", paragraph_number(paragraph), offset_number(article, paragraph, offset));
}

static void print_check(struct arena *arena, const struct article *article)
{
    struct str name = article_name(arena, article->file, article->part);
    printf("%.*s: ", (int)name.n, name.p);
    print_safe(arena, article->title);
    putchar('\n');
    for (size_t i = 0; i < article->n_notes; i++) {
        printf("  %s: ", note_kind_name(article->notes[i].kind));
        print_safe(arena, article->notes[i].text);
        putchar('\n');
    }
    print_removed(article);
    for (size_t i = 0; i < article->n_joins; i++) {
        printf("  joined: at ");
        print_place(article, article->joins[i].paragraph, article->joins[i].offset);
        putchar('\n');
    }
    for (size_t i = 0; i < article->n_gaps; i++) {
        printf("  gap: paragraph %zu: ", article->gaps[i].paragraph);
        print_safe(arena, article->gaps[i].printed);
        putchar('\n');
    }
    for (size_t i = 0; i < article->n_repairs; i++) {
        printf("  repaired: at ");
        print_place(article, article->repairs[i].paragraph, article->repairs[i].offset);
        printf(": ");
        print_safe(arena, article->repairs[i].from);
        printf(" to ");
        print_safe(arena, article->repairs[i].to);
        putchar('\n');
    }
}

int cmd_check(const struct options *options)
{
    struct library library = { 0 };
    load_operands(&library, options, 0);
    for (size_t i = 0; i < library.articles.n; i++) {
        if (options->json)
            print_json(&library.arena, article_json_check(&library.arena, library.articles.v[i]));
        else
            print_check(&library.arena, library.articles.v[i]);
    }
    int status = report_problems(&library);
    library_finish(&library);
    return status;
}
