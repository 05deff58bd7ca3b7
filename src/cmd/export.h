/* Passages with their citations: one that is copied, and all that was marked and noted, as Markdown. */
#ifndef DAHUI_CMD_EXPORT_H
#define DAHUI_CMD_EXPORT_H

#include "article/cite.h"
#include "base/buf.h"
#include "library/library.h"
#include "library/state.h"

/* Bytes [from, to) of a paragraph with where they are from; with n > 1 the paragraphs that follow too. `form` is the name of a citation. */
struct str export_passage(struct arena *arena, const struct article *article, size_t paragraph, size_t from, size_t to, size_t n, const char *form);

/* Adds all marks and notes: a heading for each report, under it what stands there and what was noted. */
void export_marks(struct buf *out, const struct marks *marks);

/* Writes them to a new file; one that is there is refused, unless `anyway`. False with words in err. */
bool export_to_file(const char *path, bool anyway, const struct marks *marks, struct err *err);

#endif
