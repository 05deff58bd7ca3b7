/* Sections of a report: numbered headings, speakers, lists, stages of the ceremony. */
#include "clean/outline.h"

#include "clean/line.h"
#include "clean/phrase.h"
#include "text/han.h"
#include "text/utf8.h"

typedef ARRAY(struct heading) headings;

static void add(struct arena *arena, headings *list, int level, enum heading_kind kind, struct str text, size_t paragraph, size_t offset)
{
    *PUSH(arena, list) = (struct heading){ level, kind, text, paragraph, offset };
}

void outline(struct arena *arena, struct article *article)
{
    headings list = { 0 };
    for (size_t i = 0; i < article->n_paragraphs; i++) {
        struct str s = article->paragraphs[i];
        int level;
        if (section_number(s, &level, NULL))
            add(arena, &list, level, HEADING_NUMBERED, str_sub(s, 0, clause_end(s, section_number(s, NULL, NULL))), i, 0);
    }
    article->outline = list.v;
    article->n_outline = list.n;
}
