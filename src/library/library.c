/* A library: the reports of the files and folders that were named. */
#include "library/library.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clean/clean.h"
#include "clean/decode.h"
#include "host/file.h"
#include "host/workers.h"

static void add_problem(struct library *library, bool skipped, const char *message)
{
    *PUSH(&library->arena, &library->problems) = (struct problem){ arena_str(&library->arena, str_of(message)).p, skipped };
}

/* What came of one file. */
struct outcome {
    struct article **articles;
    size_t n;
    const char *problem; /* or NULL */
    bool skipped;
};

/* Files that are read at once, by several workers. What a worker needs and what it makes is at its own desk. */
struct load {
    const struct library *library;
    const struct walk_file *files;
    const char *encoding;
    bool found; /* the files were met in a folder, not named */
    struct outcome *outcomes;
    struct desk {
        struct arena work, shelf;
    } desks[WORKERS_MOST];
};

static void refuse(struct desk *desk, struct outcome *outcome, bool skipped, const struct err *err)
{
    outcome->problem = arena_str(&desk->shelf, str_of(err->text)).p;
    outcome->skipped = skipped;
}

/* Why a capture that was read gave no report. */
static void say_empty(struct err *err, const char *name, bool found, const char *reason)
{
    if (strcmp(name, "-") == 0)
        err_set(err, "cannot read standard input: %s", reason);
    else
        err_set(err, "%s '%s': %s", found ? "skipped" : "cannot read", name, reason);
}

/* Cleans one capture; its reports go to the desk's shelf. */
static void read_capture(const struct load *load, struct desk *desk, const char *name, struct bytes source, struct outcome *outcome)
{
    struct reports reports = { 0 };
    struct err why, err;
    bool ok = (load->library->brief ? clean_text : clean)(&desk->work, source, load->encoding, &reports, &why);
    if (!ok || reports.n == 0) {
        say_empty(&err, name, load->found, !ok ? why.text : source.n ? "nothing but blanks" : "empty file");
        refuse(desk, outcome, load->found, &err);
        return;
    }
    outcome->articles = NEW_N(&desk->shelf, struct article *, reports.n);
    for (; outcome->n < reports.n; outcome->n++) {
        struct article *article = article_copy(&desk->shelf, &reports.v[outcome->n]);
        article->file = name;
        article->part = outcome->n + 1;
        article->parts = reports.n;
        article->brief = load->library->brief;
        outcome->articles[outcome->n] = article;
    }
}

static void read_one(void *context, size_t worker, size_t i)
{
    struct load *load = context;
    struct desk *desk = &load->desks[worker];
    const char *file = load->files[i].path;
    struct bytes source;
    struct err err;
    bool input = strcmp(file, "-") == 0;
    if (input ? file_read_input(&desk->work, &source, &err) : file_read(&desk->work, file, &source, &err))
        read_capture(load, desk, file, source, &load->outcomes[i]);
    else
        refuse(desk, &load->outcomes[i], false, &err);
    arena_reset(&desk->work);
}

/* Puts what came of the files into the library, in their order. */
static void take_outcomes(struct library *library, const struct outcome *outcomes, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (outcomes[i].problem)
            add_problem(library, outcomes[i].skipped, outcomes[i].problem);
        library->n_files += outcomes[i].n > 0;
        for (size_t k = 0; k < outcomes[i].n; k++)
            *PUSH(&library->arena, &library->articles) = outcomes[i].articles[k];
    }
}

/* Reads files on all processors. */
static void add_files(struct library *library, const struct walk_file *files, size_t n, const char *encoding, bool found)
{
    struct load load = { .library = library, .files = files, .encoding = encoding, .found = found };
    load.outcomes = NEW_N(&library->arena, struct outcome, n + 1);
    workers_run(n, read_one, &load);
    take_outcomes(library, load.outcomes, n);
    for (size_t i = 0; i < WORKERS_MOST; i++) {
        arena_finish(&load.desks[i].work);
        if (load.desks[i].shelf.head)
            *PUSH(&library->arena, &library->shelves) = load.desks[i].shelf;
    }
}

/* The files at a path; true where it is a folder. What was met on the way becomes a problem. */
static bool walk_files(struct library *library, const char *path, struct walk *walk)
{
    if (strcmp(path, "-") == 0) {
        *PUSH(&library->arena, &walk->files) = (struct walk_file){ .path = path };
        return false;
    }
    walk_path(&library->arena, path, walk);
    for (size_t i = 0; i < walk->problems.n; i++)
        add_problem(library, walk->problems.v[i].skipped, walk->problems.v[i].message);
    return walk->files.n == 0 || walk->files.v[0].path != path;
}

static void say_no_article(struct library *library, const char *folder)
{
    struct err err;
    err_set(&err, "no article in '%s'", folder);
    add_problem(library, false, err.text);
}

void library_add(struct library *library, const char *path, const char *encoding)
{
    struct walk walk = { 0 };
    bool folder = walk_files(library, path, &walk);
    size_t before = library->articles.n;
    add_files(library, walk.files.v, walk.files.n, encoding, folder);
    if (folder && library->articles.n == before)
        say_no_article(library, path);
}

/* Reads some files and hands their reports over; adds how many there are. */
static bool pass_files(struct library *library, const struct walk_file *files, size_t n, const char *encoding, bool found,
                       bool (*take)(void *context, struct library *some), void *context, size_t *reports)
{
    struct library some = { 0 };
    add_files(&some, files, n, encoding, found);
    for (size_t i = 0; i < some.problems.n; i++)
        add_problem(library, some.problems.v[i].skipped, some.problems.v[i].message);
    *reports += some.articles.n;
    bool go_on = take(context, &some);
    library_finish(&some);
    return go_on;
}

void library_pass(struct library *library, const char *const *paths, size_t n, const char *encoding,
                  bool (*take)(void *context, struct library *some), void *context)
{
    enum { FEW = 32, MANY = 1024 };
    size_t most = FEW;
    bool go_on = true;
    for (size_t i = 0; i < n && go_on; i++) {
        struct walk walk = { 0 };
        bool folder = walk_files(library, paths[i], &walk);
        size_t reports = 0;
        for (size_t at = 0, some; at < walk.files.n && go_on; at += some, most = most < MANY ? most * 2 : MANY) {
            some = walk.files.n - at < most ? walk.files.n - at : most;
            go_on = pass_files(library, walk.files.v + at, some, encoding, folder, take, context, &reports);
        }
        if (folder && reports == 0)
            say_no_article(library, paths[i]);
    }
}

const char *library_default(struct library *library)
{
    const char *named = getenv("DAHUI_LIBRARY");
    if (named && *named)
        return named;
    const char *data = file_data_folder(&library->arena);
    if (!data)
        return NULL;
    size_t n = strlen(data) + sizeof "/articles";
    char *path = arena_alloc(&library->arena, n, 1);
    snprintf(path, n, "%s/articles", data);
    return path;
}

/* FILE#N: cuts the number off, into *part; false where name has no such end. */
static bool cut_part(struct arena *arena, const char *name, const char **file, size_t *part)
{
    const char *mark = strrchr(name, '#');
    if (!mark || mark == name || !mark[1] || strspn(mark + 1, "0123456789") != strlen(mark + 1))
        return false;
    *part = (size_t)strtoull(mark + 1, NULL, 10);
    *file = arena_str(arena, (struct str){ name, (size_t)(mark - name) }).p;
    return *part > 0;
}

/* Keeps only those of the articles from `first` on for which the part or the id fits. */
static void keep(struct library *library, size_t first, size_t part, const char *id)
{
    size_t n = first;
    for (size_t i = first; i < library->articles.n; i++) {
        const struct article *article = library->articles.v[i];
        if (id ? strcmp(article->id, id) == 0 : article->part == part)
            library->articles.v[n++] = article;
    }
    library->articles.n = n;
}

void library_complete(struct library *library, const struct article *article)
{
    struct article *own = (struct article *)(uintptr_t)article; /* const for the world, but made here */
    if (own->brief)
        clean_sections(&library->arena, own);
    own->brief = false;
}

static bool is_id(const char *name)
{
    return strlen(name) == 16 && strspn(name, "0123456789abcdef") == 16;
}

bool library_add_article(struct library *library, const char *name, const char *encoding, struct err *err)
{
    size_t first = library->articles.n, problems = library->problems.n, part;
    const char *file, *home;
    if (strcmp(name, "-") == 0 || file_exists(name)) {
        library_add(library, name, encoding);
    } else if (cut_part(&library->arena, name, &file, &part) && (strcmp(file, "-") == 0 || file_exists(file))) {
        library_add(library, file, encoding);
        size_t parts = library->articles.n - first;
        keep(library, first, part, NULL);
        if (parts && library->articles.n == first)
            return err_set(err, "no article %zu in '%s': it holds %zu", part, file, parts);
    } else if (is_id(name) && (home = library_default(library))) {
        library_add(library, home, encoding);
        keep(library, first, 0, name);
        library->problems.n = problems; /* of files that were not asked for */
        if (library->articles.n > first)
            library->articles.n = first + 1; /* the same text twice */
    } else {
        library_add(library, name, encoding);
    }
    if (library->articles.n > first || library->problems.n > problems)
        return library->articles.n > first;
    return err_set(err, "no article '%s'", name);
}

bool library_source(struct library *library, const char *name, const char *encoding, struct str *source, struct err *err)
{
    struct bytes bytes;
    struct decoded decoded;
    struct err why;
    const char *file = name;
    size_t part;
    if (!file_exists(name) && strcmp(name, "-") != 0) {
        if (is_id(name) && library_add_article(library, name, encoding, err))
            file = library->articles.v[library->articles.n - 1]->file;
        else if (!cut_part(&library->arena, name, &file, &part))
            file = name;
    }
    if (strcmp(file, "-") == 0 ? !file_read_input(&library->arena, &bytes, err) : !file_read(&library->arena, file, &bytes, err))
        return false;
    if (!decode(&library->arena, bytes, encoding, &decoded, &why))
        return err_set(err, "cannot read '%s': %s", file, why.text);
    *source = decoded.text;
    return true;
}

const struct article *library_capture(struct arena *arena, const struct article *article, const char *encoding, struct err *err)
{
    struct bytes bytes;
    struct decoded decoded;
    if (strcmp(article->file, "-") == 0) {
        err_set(err, "standard input was read once and is not kept");
        return NULL;
    }
    if (!file_read(arena, article->file, &bytes, err) || !decode(arena, bytes, encoding, &decoded, err))
        return NULL;
    struct article *capture = NEW(arena, struct article);
    ARRAY(struct str) lines = { 0 };
    for (size_t at = 0, end; at < decoded.text.n; at = end + 1) {
        end = str_find(decoded.text, STR("\n"), at);
        end = end == STR_NONE ? decoded.text.n : end;
        bool cr = end > at && decoded.text.p[end - 1] == '\r';
        *PUSH(arena, &lines) = str_sub(decoded.text, at, end - cr);
    }
    capture->file = article->file;
    capture->is_capture = true;
    capture->delegates = -1;
    capture->paragraphs = lines.v;
    capture->n_paragraphs = lines.n;
    return capture;
}
