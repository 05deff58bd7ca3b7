/* The entry of a catalogue, taken from a report. */
#include "article/entry.h"

#include <string.h>

struct entry entry_of(const struct article *article, uint32_t number)
{
    struct entry entry = {
        .number = number,
        .file = article->file,
        .part = article->part,
        .parts = article->parts,
        .title = article->title,
        .subtitle = article->subtitle,
        .has_congress = article->congress != NULL,
        .session = article->session,
        .date = article->date,
        .published = article->published,
        .date_from = article->date_from,
        .script = article->script,
        .chars = article->chars,
    };
    memcpy(entry.id, article->id, sizeof entry.id);
    if (article->congress)
        entry.congress = *article->congress;
    return entry;
}

static void keep(struct arena *arena, struct str *s)
{
    if (s->p)
        *s = arena_str(arena, *s);
}

struct entry entry_copy(struct arena *arena, const struct entry *entry)
{
    struct entry to = *entry;
    if (to.file)
        to.file = arena_str(arena, str_of(entry->file)).p;
    keep(arena, &to.title);
    keep(arena, &to.subtitle);
    keep(arena, &to.congress.name);
    keep(arena, &to.congress.place);
    keep(arena, &to.congress.level);
    keep(arena, &to.congress.organisation);
    keep(arena, &to.congress.kind);
    keep(arena, &to.date);
    keep(arena, &to.published);
    return to;
}
