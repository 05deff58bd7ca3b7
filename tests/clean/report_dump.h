/* A report as lines of text, for tests to compare. */
#ifndef TESTS_CLEAN_REPORT_DUMP_H
#define TESTS_CLEAN_REPORT_DUMP_H

#include "article/article.h"
#include "base/buf.h"

/* One line a thing: `title:`, `subtitle:`, `congress:` name | place | level | organisation | kind | ordinal, `session:`, `date:` and
 * where it comes from, `published:`, `source:`, `author:` role | name, `delegates:`, `script:`, then `P` a paragraph, `G` a gap and its number,
 * `J` a join (paragraph offset), `H` a heading (level kind paragraph text), `R` what was removed (class text; no tags and blanks), `N` a
 * note. What is not known has no line. */
static inline void dump_field(struct buf *out, const char *name, struct str s)
{
    if (s.n)
        buf_add_format(out, "%s: %.*s\n", name, (int)s.n, s.p);
}

static inline void dump_congress(struct buf *out, const struct congress *c)
{
    if (!c)
        return;
    const struct str parts[] = { c->name, c->place, c->level, c->organisation, c->kind };
    buf_add(out, STR("congress: "));
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        buf_add(out, parts[i]);
        buf_add(out, STR(" | "));
    }
    buf_add_format(out, "%d%s\n", c->ordinal, c->redacted ? " x" : "");
}

static inline void dump_head(struct buf *out, const struct article *a)
{
    dump_field(out, "title", a->title);
    dump_field(out, "subtitle", a->subtitle);
    dump_congress(out, a->congress);
    if (session_name(a->session))
        buf_add_format(out, "session: %s\n", session_name(a->session));
    if (a->date.n)
        buf_add_format(out, "date: %.*s %s\n", (int)a->date.n, a->date.p, a->date_from ? date_from_name(a->date_from) : "?");
    dump_field(out, "published", a->published);
    dump_field(out, "source", a->source);
    for (size_t i = 0; i < a->n_authors; i++)
        buf_add_format(out, "author: %.*s | %.*s\n", (int)a->authors[i].role.n, a->authors[i].role.p ? a->authors[i].role.p : "",
                       (int)a->authors[i].name.n, a->authors[i].name.p);
    if (a->delegates >= 0)
        buf_add_format(out, "delegates: %d\n", a->delegates);
    buf_add_format(out, "script: %s\n", script_name(a->script));
}

static inline bool is_gap_paragraph(const struct article *a, size_t paragraph, long *chars)
{
    for (size_t i = 0; i < a->n_gaps; i++)
        if (a->gaps[i].paragraph == paragraph)
            return *chars = a->gaps[i].chars, true;
    return false;
}

static inline void dump_report(struct buf *out, const struct article *a)
{
    long chars;
    dump_head(out, a);
    for (size_t i = 0; i < a->n_paragraphs; i++)
        if (is_gap_paragraph(a, i, &chars))
            buf_add_format(out, "G %ld %.*s\n", chars, (int)a->paragraphs[i].n, a->paragraphs[i].p);
        else
            buf_add_format(out, "P %.*s\n", (int)a->paragraphs[i].n, a->paragraphs[i].p);
    for (size_t i = 0; i < a->n_joins; i++)
        buf_add_format(out, "J %zu %zu\n", a->joins[i].paragraph, a->joins[i].offset);
    for (size_t i = 0; i < a->n_outline; i++)
        buf_add_format(out, "H %d %s %zu %.*s\n", a->outline[i].level, heading_kind_name(a->outline[i].kind), a->outline[i].paragraph,
                       (int)a->outline[i].text.n, a->outline[i].text.p);
    for (size_t i = 0; i < a->n_removed; i++)
        if (a->removed[i].class > REMOVED_WHITESPACE)
            buf_add_format(out, "R %s %.*s\n", removed_class_name(a->removed[i].class), (int)a->removed[i].text.n, a->removed[i].text.p);
    for (size_t i = 0; i < a->n_notes; i++)
        if (a->notes[i].kind != NOTE_DECODED)
            buf_add_format(out, "N %d %.*s\n", (int)a->notes[i].kind, (int)a->notes[i].text.n, a->notes[i].text.p);
}

#endif
