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
