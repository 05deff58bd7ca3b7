/* Passages with their citations, and marks and notes as Markdown. */
#include "cmd/export.h"

#include <errno.h>
#include <string.h>

#include "base/tr.h"
#include "host/clock.h"
#include "host/disk.h"
#include "host/file.h"

enum { LONGEST_EXPORT = 1 << 30 };

struct str export_passage(struct arena *arena, const struct article *article, size_t paragraph, size_t from, size_t to, size_t n, const char *form)
{
    char today[CLOCK_DAY];
    enum citation citation = citation_by_name(form);
    struct buf out = buf_make(arena, LONGEST_EXPORT);
    clock_today(today);
    for (; n > 0 && from < to; n--) {
        struct quotation passage = { article, paragraph, from, to };
        buf_add(&out, cite_passage(arena, &passage, citation == N_CITATIONS ? CITE_PLAIN : citation, today));
        if (paragraph >= article->n_paragraphs || ++paragraph >= article->n_paragraphs)
            break;
        from = 0;
        to = article->paragraphs[paragraph].n;
    }
    return buf_str(&out);
}

/* What Markdown shall take for nothing but text. */
static void add_plain(struct buf *out, struct str s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] && strchr("\\`*_[]<>#|~", s.p[i]))
            buf_add_cstr(out, "\\");
        buf_add_bytes(out, &s.p[i], 1);
    }
}

static void add_mark(struct buf *out, const struct mark *mark)
{
    bool in_text = mark->place.paragraph < PLACE_SUBTITLE;
    struct article known = { .title = mark->title, .source = mark->source, .published = mark->day,
                             .n_paragraphs = in_text ? mark->place.paragraph + 1 : 0 }; /* enough of the report to cite it */
    struct quotation passage = { &known, mark->place.paragraph, 0, 0 };
    if (mark->quote.n) {
        buf_add_cstr(out, "> ");
        add_plain(out, mark->quote);
        buf_add_cstr(out, "\n>\n> — ");
        add_plain(out, cite_source(out->arena, &passage, CITE_MARKDOWN, ""));
        if (mark->letter)
            buf_add_format(out, " (%c)", mark->letter);
        buf_add_cstr(out, "\n\n");
    }
    if (mark->text.n) {
        add_plain(out, mark->text);
        buf_add_cstr(out, "\n\n");
    }
}

void export_marks(struct buf *out, const struct marks *marks)
{
    for (size_t i = 0; i < marks->n; i++) {
        const struct mark *mark = &marks->v[i];
        if (i == 0 || strcmp(mark->id, marks->v[i - 1].id) != 0) {
            buf_add_cstr(out, "## ");
            add_plain(out, mark->title);
            buf_add_cstr(out, "\n\n");
        }
        add_mark(out, mark);
    }
}

bool export_to_file(const char *path, bool anyway, const struct marks *marks, struct err *err)
{
    if (!anyway && file_exists(path))
        return err_set(err, "'%s' is there already; export! writes over it", path);
    struct arena work = { 0 };
    struct buf out = buf_make(&work, LONGEST_EXPORT);
    export_marks(&out, marks);
    int fd = disk_create(path, err);
    bool done = fd >= 0;
    if (done && !disk_write(fd, 0, out.p, out.n))
        done = err_set(err, "cannot write '%s': %s", path, strerror(errno));
    disk_close(fd);
    arena_finish(&work);
    return done;
}
