/* How fast lines are set, in MB/s of UTF-8 on one core, beside ICU's line iterator (where it is) and beside fold -s, on the same text in
 * the same run: lines MEGABYTES FILE. FILE is written. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "made_up.h"
#include "page/page.h"
#ifdef HAVE_ICU
#include <unicode/ubrk.h>
#include <unicode/utext.h>
#endif

enum { ROUNDS = 5 };

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static size_t set_lines(const struct article *article)
{
    struct arena arena = { 0 };
    struct page *page = page_make(&arena, article, 84, PAGE_RULES_USUAL);
    struct page_spot spot = page_start(page);
    size_t lines = 1;
    while (page_next(page, &spot))
        lines++;
    arena_finish(&arena);
    return lines;
}

/* Finds where lines may end; no width is measured, no line is made. */
static size_t icu_breaks(const struct article *article)
{
    size_t n = 0;
#ifdef HAVE_ICU
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *breaks = ubrk_open(UBRK_LINE, "zh", NULL, 0, &status);
    UText text = UTEXT_INITIALIZER;
    for (size_t i = 0; i < article->n_paragraphs && U_SUCCESS(status); i++) {
        utext_openUTF8(&text, article->paragraphs[i].p, (int64_t)article->paragraphs[i].n, &status);
        ubrk_setUText(breaks, &text, &status);
        while (ubrk_next(breaks) != UBRK_DONE)
            n++;
    }
    utext_close(&text);
    ubrk_close(breaks);
#else
    (void)article;
#endif
    return n;
}

/* Seconds of the best of some rounds; *n is what was counted. */
static double best(size_t (*work)(const struct article *), const struct article *article, size_t *n)
{
    double least = 1e9;
    for (int i = 0; i < ROUNDS; i++) {
        double start = now();
        *n = work(article);
        double took = now() - start;
        least = took < least ? took : least;
    }
    return least;
}

static double fold_seconds(const char *path)
{
    char command[4096];
    double least = 1e9;
    snprintf(command, sizeof command, "fold -s -w 80 '%s' > /dev/null", path);
    for (int i = 0; i < ROUNDS; i++) {
        double start = now();
        if (system(command) != 0)
            return 0;
        least = now() - start < least ? now() - start : least;
    }
    return least;
}

int main(int argc, char **argv)
{
    size_t bytes = 0, lines, breaks;
    double mb = argc == 3 ? atof(argv[1]) : 0;
    FILE *file = mb > 0 ? fopen(argv[2], "w") : NULL;
    if (!file)
        return 2;
    struct arena arena = { 0 };
    struct dice dice = { 71 };
    ARRAY(struct str) paragraphs = { 0 };
    while ((double)bytes < mb * 1e6) {
        struct str s = made_up_paragraph(&arena, &dice);
        *PUSH(&arena, &paragraphs) = s;
        bytes += s.n;
        fprintf(file, "%.*s\n", (int)s.n, s.p);
    }
    fclose(file);
    struct article article = { .delegates = -1, .paragraphs = paragraphs.v, .n_paragraphs = paragraphs.n };
    double ours = best(set_lines, &article, &lines), icu = best(icu_breaks, &article, &breaks), fold = fold_seconds(argv[2]);
    mb = (double)bytes / 1e6;
    printf("setting %.0f MB on lines of 40 Han: %.0f MB/s (%zu lines)", mb, mb / ours, lines);
    if (breaks)
        printf("; ICU, places alone: %.0f MB/s, ratio %.2f", mb / icu, icu / ours);
    printf(fold > 0 ? "; fold -s: %.0f MB/s, ratio %.2f\n" : "\n", mb / fold, fold / ours);
    arena_finish(&arena);
    return 0;
}
