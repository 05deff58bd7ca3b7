/* Tests of library: files, folders, FILE#N and ids, and what is said of that which cannot be read. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "folder.h"
#include "library/library.h"

static const char one[] = "某市工会第二次代表大会开幕\n\n　　2022年2月25日，某市工会第二次代表大会在市礼堂开幕，全体代表出席大会。\n\n"
                          "　　大会听取了工作报告，选举产生了新一届委员会，并通过了有关决议。\n";
static const char other[] = "另市妇女第三次代表大会闭幕\n\n　　2021年6月3日，另市妇女第三次代表大会在完成各项议程后闭幕，代表们陆续离开会场。\n\n"
                            "　　大会号召全市妇女同心协力，为家乡的发展多作贡献。\n";

/* Puts down the titles of the reports and then the problems, s before those that were skipped. */
static void assert_library(const struct library *library, const char *wanted)
{
    char got[10000] = "";
    for (size_t i = 0; i < library->articles.n; i++) {
        const struct article *article = library->articles.v[i];
        struct str title = article->title;
        sprintf(got + strlen(got), "%s#%zu/%zu %.*s\n", article->file, article->part, article->parts, (int)title.n, title.p);
    }
    for (size_t i = 0; i < library->problems.n; i++)
        sprintf(got + strlen(got), "%s %s\n", library->problems.v[i].skipped ? "s" : "!", library->problems.v[i].message);
    assert_string_equal(got, wanted);
}

static void assert_added(const char *path, const char *wanted)
{
    struct library library = { 0 };
    library_add(&library, path, NULL);
    assert_library(&library, wanted);
    library_finish(&library);
    assert_int_equal(library.articles.n, 0);
}

static void a_file(void **state)
{
    (void)state;
    write_file("甲.txt", one);
    assert_added("甲.txt", "甲.txt#1/1 某市工会第二次代表大会开幕\n");
    assert_added("./甲.txt", "./甲.txt#1/1 某市工会第二次代表大会开幕\n"); /* the path as given */
    assert_added("nothing", "! cannot open 'nothing': No such file or directory\n");
}

/* A file of more than a MiB: two reports, the second at its end. */
static void write_large(const char *path)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fprintf(file, "某市工会第二次代表大会开幕\n\n");
    for (int i = 1; i <= 12000; i++)
        fprintf(file, "　　第%d组的代表在会上发言，谈了今后五年的工作，也谈了各自的打算。\n\n", i);
    fprintf(file, "%s", other);
    assert_int_equal(fclose(file), 0);
}

/* A page whose text begins behind many lines of code. */
static void write_page(const char *path)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fprintf(file, "<html><head><title>某市工会第二次代表大会开幕</title><script>\n");
    for (int i = 0; i < 4000; i++)
        fprintf(file, "var value%d = 'nothing';\n", i);
    fprintf(file, "</script></head><body><h1>某市工会第二次代表大会开幕</h1>\n");
    for (int i = 1; i <= 12000; i++)
        fprintf(file, "<p>　　第%d组的代表在会上发言，谈了今后五年的工作，也谈了各自的打算。</p>\n", i);
    fprintf(file, "</body></html>\n");
    assert_int_equal(fclose(file), 0);
}

static void a_beginning(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct library library = { 0 }, whole = { 0 };
    write_file("small.txt", one);
    write_large("large.txt");
    assert_false(library_is_large("small.txt") || library_is_large("nothing") || library_is_large("."));
    assert_true(library_is_large("large.txt"));
    assert_null(library_beginning(&arena, "small.txt", 1, NULL));
    assert_null(library_beginning(&arena, "nothing", 1, NULL));
    assert_null(library_beginning(&arena, "large.txt", 2, NULL)); /* it begins later */
    write_page("page.html");
    assert_true(str_has(library_beginning(&arena, "page.html", 1, NULL)->title, STR("某市工会第二次代表大会"))); /* though it begins with much else */
    assert_false(library_begin(&library, "small.txt", NULL));
    assert_int_equal(library.articles.n, 0);
    assert_true(library_begin(&library, "large.txt", NULL));
    library_add(&whole, "large.txt", NULL);
    const struct article *beginning = library.articles.v[0], *all = whole.articles.v[0];
    assert_true(beginning->is_beginning && !all->is_beginning);
    assert_string_equal(beginning->id, ""); /* nothing can be kept of it */
    assert_true(beginning->n_paragraphs > 200 && beginning->n_paragraphs < 400);
    assert_int_equal(all->n_paragraphs, 12000);
    for (size_t i = 0; i < beginning->n_paragraphs; i++)
        assert_true(str_eq(beginning->paragraphs[i], all->paragraphs[i]));
    library_adopt(&library, &whole);
    assert_library(&library, "large.txt#1/2 某市工会第二次代表大会开幕\nlarge.txt#2/2 另市妇女第三次代表大会闭幕\n");
    assert_ptr_equal(library.articles.v[0], all);
    library_finish(&whole);
    library_finish(&library);
    arena_finish(&arena);
}

static void a_folder(void **state)
{
    (void)state;
    make_folder("a");
    make_folder("a/b");
    write_file("a/b/2.txt", other);
    write_file("a/1.txt", one);
    write_file("a/.hidden", one);
    assert_added("a", "a/1.txt#1/1 某市工会第二次代表大会开幕\na/b/2.txt#1/1 另市妇女第三次代表大会闭幕\n");
}

static void a_folder_without_a_report(void **state)
{
    (void)state;
    make_folder("empty");
    assert_added("empty", "! no article in 'empty'\n");
    make_folder("other");
    write_file("other/a.txt", "");
    write_file("other/b.txt", " \n\u3000\n");
    assert_added("other", "s skipped 'other/a.txt': empty file\ns skipped 'other/b.txt': nothing but blanks\n! no article in 'other'\n");
}

/* What is named must be read; what is met on the way may be passed over. */
static void problems_and_what_is_skipped(void **state)
{
    (void)state;
    make_folder("a");
    write_file("a/1.txt", one);
    write_file("a/empty", "");
    write_file("a/picture", "\x89PNG\r\n\x1A\n\x01\x02\x03");
    assert_int_equal(mkfifo("a/pipe", 0666), 0);
    struct library library = { 0 };
    library_add(&library, "a", NULL);
    assert_int_equal(library.articles.n, 1);
    assert_int_equal(library.n_files, 1);
    assert_int_equal(library.problems.n, 3);
    for (size_t i = 0; i < 3; i++)
        assert_true(library.problems.v[i].skipped);
    library_add(&library, "a/empty", NULL);
    library_add(&library, "a/picture", NULL);
    library_add(&library, "a/pipe", NULL);
    assert_int_equal(library.problems.n, 6);
    for (size_t i = 3; i < 6; i++)
        assert_false(library.problems.v[i].skipped);
    assert_string_equal(library.problems.v[3].message, "cannot read 'a/empty': empty file");
    assert_string_equal(library.problems.v[5].message, "cannot read 'a/pipe': is a named pipe");
    library_finish(&library);
}

static void paths_one_behind_the_other(void **state)
{
    (void)state;
    struct library library = { 0 };
    write_file("1", one);
    write_file("2", other);
    library_add(&library, "2", NULL);
    library_add(&library, "nothing", NULL);
    library_add(&library, "1", NULL);
    library_add(&library, "1", NULL);
    assert_library(&library, "2#1/1 另市妇女第三次代表大会闭幕\n1#1/1 某市工会第二次代表大会开幕\n1#1/1 某市工会第二次代表大会开幕\n"
                             "! cannot open 'nothing': No such file or directory\n");
    assert_int_equal(library.n_files, 3);
    assert_string_equal(library.articles.v[1]->id, library.articles.v[2]->id);
    library_finish(&library);
}

static void an_encoding_that_is_none(void **state)
{
    (void)state;
    struct library library = { 0 };
    write_file("1", one);
    library_add(&library, "1", "KLINGON");
    assert_int_equal(library.articles.n, 0);
    assert_int_equal(library.problems.n, 1);
    assert_false(library.problems.v[0].skipped);
    assert_non_null(strstr(library.problems.v[0].message, "cannot read '1': "));
    library_add(&library, "1", "utf-8");
    assert_int_equal(library.articles.n, 1);
    library_finish(&library);
}

#define TWO SOURCE_ROOT "/data/articles/001_14ea4aebc46b8507.txt" /* a file that holds two reports */

/* Adds what an ARTICLE names: how many reports, the part of the first, and the words. */
static void assert_article(const char *name, size_t n, size_t part, const char *words)
{
    struct library library = { 0 };
    struct err err = { "" };
    bool ok = library_add_article(&library, name, NULL, &err);
    assert_int_equal(ok, n > 0);
    assert_int_equal(library.articles.n, n);
    if (n)
        assert_int_equal(library.articles.v[0]->part, part);
    if (!ok && !err.text[0] && library.problems.n)
        strcpy(err.text, library.problems.v[0].message);
    assert_string_equal(err.text, words);
    library_finish(&library);
}

static void parts_of_a_file(void **state)
{
    (void)state;
    assert_article(TWO, 2, 1, "");
    assert_article(TWO "#1", 1, 1, "");
    assert_article(TWO "#2", 1, 2, "");
    assert_article(TWO "#3", 0, 0, "no article 3 in '" TWO "': it holds 2");
    assert_article(TWO "#0", 0, 0, "cannot open '" TWO "#0': No such file or directory");
    assert_article(TWO "#x", 0, 0, "cannot open '" TWO "#x': No such file or directory");
    assert_article(TWO "#", 0, 0, "cannot open '" TWO "#': No such file or directory");
    assert_article(TWO "#99999999999999999999999", 0, 0, "no article 18446744073709551615 in '" TWO "': it holds 2");
    assert_article("nothing#1", 0, 0, "cannot open 'nothing#1': No such file or directory");
    assert_article("#1", 0, 0, "cannot open '#1': No such file or directory");
}

static void names_that_look_like_parts(void **state)
{
    (void)state;
    write_file("a#2", one);
    write_file("a", other);
    assert_article("a#2", 1, 1, ""); /* a file of that name comes first */
    assert_article("a#2#1", 1, 1, "");
    assert_article("a#1", 1, 1, "");
    assert_article("a#3", 0, 0, "no article 3 in 'a': it holds 1");
}

static void ids_in_the_default_library(void **state)
{
    (void)state;
    struct library library = { 0 };
    char id[17];
    make_folder("home");
    write_file("home/1", one);
    write_file("home/2", other);
    write_file("home/3", one); /* the same text again: the same id */
    write_file("home/empty", "");
    setenv("DAHUI_LIBRARY", "home", 1);
    assert_string_equal(library_default(&library), "home");
    library_add(&library, "home/1", NULL);
    strcpy(id, library.articles.v[0]->id);
    library_finish(&library);
    assert_article(id, 1, 1, "");
    assert_article("0123456789abcdef", 0, 0, "no article '0123456789abcdef'");
    write_file("0123456789abcdef", other); /* a file of that name comes first */
    assert_article("0123456789abcdef", 1, 1, "");
    unsetenv("DAHUI_LIBRARY");
}

static void captures_as_they_were(void **state)
{
    (void)state;
    struct library library = { 0 };
    struct str source;
    struct err err = { "" };
    write_file("1", one);
    assert_true(library_source(&library, "1", NULL, &source, &err));
    assert_true(str_eq(source, str_of(one)));
    assert_true(library_source(&library, "1#1", NULL, &source, &err));
    assert_true(str_eq(source, str_of(one)));
    assert_false(library_source(&library, "nothing", NULL, &source, &err));
    assert_string_equal(err.text, "cannot open 'nothing': No such file or directory");
    assert_false(library_source(&library, "1", "KLINGON", &source, &err));
    library_finish(&library);
}

static void captures_line_by_line(void **state)
{
    (void)state;
    struct library library = { 0 };
    struct err err = { "" };
    struct article second = { .file = "2" };
    write_file("1", one);
    write_file("2", "a\r\n\nb");
    library_add(&library, "1", NULL);
    const struct article *capture = library_capture(&library.arena, library.articles.v[0], NULL, &err);
    assert_non_null(capture);
    assert_true(capture->is_capture && capture->delegates == -1 && !capture->congress && capture->title.n == 0);
    assert_int_equal(capture->n_paragraphs, 5);
    assert_true(str_eq(capture->paragraphs[0], STR("某市工会第二次代表大会开幕")));
    assert_int_equal(capture->paragraphs[1].n, 0);
    capture = library_capture(&library.arena, &second, NULL, &err);
    assert_int_equal(capture->n_paragraphs, 3);
    assert_true(str_eq(capture->paragraphs[0], STR("a")) && str_eq(capture->paragraphs[2], STR("b")));
    second.file = "-";
    assert_null(library_capture(&library.arena, &second, NULL, &err));
    assert_string_equal(err.text, "standard input was read once and is not kept");
    second.file = "nothing";
    assert_null(library_capture(&library.arena, &second, NULL, &err));
    library_finish(&library);
}

/* What a library keeps is all that is left of a file: the work of reading it is given back. */
static void many_files_take_little_room(void **state)
{
    (void)state;
    struct library library = { 0 };
    make_folder("many");
    for (int i = 0; i < 300; i++) {
        char name[32];
        snprintf(name, sizeof name, "many/%03d", i);
        write_file(name, one);
    }
    write_file("many/100", "");
    library_add(&library, "many", NULL);
    assert_int_equal(library.articles.n, 299);
    assert_int_equal(library.problems.n, 1);
    assert_true(library.arena.used < 300 * 8192);
    for (size_t i = 0; i < 299; i++) { /* in order, whoever read them when */
        char name[32];
        snprintf(name, sizeof name, "many/%03zu", i < 100 ? i : i + 1);
        assert_string_equal(library.articles.v[i]->file, name);
    }
    library_finish(&library);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(a_file),
        IN_FOLDER(a_beginning),
        IN_FOLDER(a_folder),
        IN_FOLDER(a_folder_without_a_report),
        IN_FOLDER(problems_and_what_is_skipped),
        IN_FOLDER(paths_one_behind_the_other),
        IN_FOLDER(an_encoding_that_is_none),
        IN_FOLDER(parts_of_a_file),
        IN_FOLDER(names_that_look_like_parts),
        IN_FOLDER(ids_in_the_default_library),
        IN_FOLDER(captures_as_they_were),
        IN_FOLDER(captures_line_by_line),
        IN_FOLDER(many_files_take_little_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
