/* Captures for the tests of cleaning: drafts out of lines, files, and what a draft holds. */
#ifndef TESTS_CLEAN_CAPTURE_H
#define TESTS_CLEAN_CAPTURE_H

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "clean/clean.h"
#include "clean/draft.h"
#include "clean/html.h"

/* The whole of a file, or p NULL. */
static inline struct bytes capture_file(struct arena *arena, const char *path)
{
    FILE *f = fopen(path, "rb");
    if (!f)
        return (struct bytes){ 0 };
    struct buf all = buf_make(arena, 1 << 24);
    char piece[4096];
    for (size_t n; (n = fread(piece, 1, sizeof piece, f)) > 0;)
        buf_add_bytes(&all, piece, n);
    fclose(f);
    return (struct bytes){ (const unsigned char *)(all.p ? all.p : ""), all.n };
}

/* A draft of the lines of `text`. */
static inline struct draft capture_lines(struct arena *arena, const char *text)
{
    struct draft draft = { 0 };
    text_blocks(arena, str_of(text), &draft);
    return draft;
}

/* The blocks of a draft, each with a mark of its kind where it is no line, parted by | so that a test can spell them. */
static inline const char *capture_blocks(struct arena *arena, const struct draft *draft)
{
    struct buf out = buf_make(arena, 1 << 24);
    for (size_t i = 0; i < draft->blocks.n; i++) {
        if (i)
            buf_add(&out, STR("|"));
        if (draft->blocks.v[i].kind == BLOCK_GAP)
            buf_add(&out, STR("GAP:"));
        buf_add(&out, draft->blocks.v[i].text);
    }
    buf_add_bytes(&out, "", 1);
    return out.p;
}

/* What was taken out of a draft, of one class, parted by |. */
static inline const char *capture_removed(struct arena *arena, const struct draft *draft, enum removed_class class)
{
    struct buf out = buf_make(arena, 1 << 24);
    for (size_t i = 0; i < draft->removed.n; i++)
        if (draft->removed.v[i].class == class) {
            if (out.n)
                buf_add(&out, STR("|"));
            buf_add(&out, draft->removed.v[i].text);
        }
    buf_add_bytes(&out, "", 1);
    return out.p;
}

/* The authors of a draft: role=name, parted by |. */
static inline const char *capture_authors(struct arena *arena, const struct draft *draft)
{
    struct buf out = buf_make(arena, 1 << 16);
    for (size_t i = 0; i < draft->authors.n; i++) {
        if (i)
            buf_add(&out, STR("|"));
        buf_add(&out, draft->authors.v[i].role);
        buf_add(&out, STR("="));
        buf_add(&out, draft->authors.v[i].name);
    }
    buf_add_bytes(&out, "", 1);
    return out.p;
}

/* The first report of a text; an empty one where there is none. */
static inline struct article *capture_report(struct arena *arena, const char *text)
{
    struct reports reports = { 0 };
    struct bytes source = { (const unsigned char *)text, strlen(text) };
    bool read = clean(arena, source, NULL, &reports, NULL) && reports.n;
    return read ? reports.v : NEW(arena, struct article);
}

/* A slice as a NUL-ended string; "(none)" where it is unknown. */
static inline const char *capture_cstr(struct arena *arena, struct str s)
{
    struct buf out = buf_make(arena, 1 << 24);
    if (!s.p)
        return "(none)";
    buf_add(&out, s);
    buf_add_bytes(&out, "", 1);
    return out.p;
}

#endif
