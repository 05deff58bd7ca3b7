/* Entries as bytes. */
#include "library/pack.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The numbers of an entry; behind them stand its strings, each with its length. */
struct packed {
    uint64_t id, part, parts, chars;
    int32_t ordinal;
    uint8_t has_congress, redacted, session, date_from, script, filler[7];
};

#define UNKNOWN UINT32_MAX
enum { N_STRINGS = 9 };

/* The strings of an entry, in the order in which they are packed. */
static void strings_of(struct entry *entry, struct str *strings[N_STRINGS])
{
    struct congress *c = &entry->congress;
    struct str *all[N_STRINGS] = { &entry->title, &entry->subtitle, &entry->date, &entry->published, &c->name,
                                   &c->place, &c->level, &c->organisation, &c->kind };
    memcpy(strings, all, sizeof all);
}

uint64_t id_number(const char *id)
{
    return strtoull(id, NULL, 16);
}

/* And back. */
static void id_name(uint64_t number, char id[17])
{
    snprintf(id, 17, "%016" PRIx64, number);
}

void entry_pack(struct buf *out, const struct entry *entry)
{
    struct packed packed = {
        .id = id_number(entry->id),
        .part = entry->part,
        .parts = entry->parts,
        .chars = entry->chars,
        .ordinal = entry->congress.ordinal,
        .has_congress = entry->has_congress,
        .redacted = entry->congress.redacted,
        .session = (uint8_t)entry->session,
        .date_from = (uint8_t)entry->date_from,
        .script = (uint8_t)entry->script,
    };
    struct entry copy = *entry;
    struct str *strings[N_STRINGS];
    strings_of(&copy, strings);
    buf_add_bytes(out, &packed, sizeof packed);
    for (int i = 0; i < N_STRINGS; i++) {
        uint32_t n = strings[i]->p ? (uint32_t)strings[i]->n : UNKNOWN;
        buf_add_bytes(out, &n, sizeof n);
        buf_add(out, *strings[i]);
    }
}

bool entry_unpack(struct bytes bytes, struct entry *entry)
{
    struct packed packed;
    struct str *strings[N_STRINGS];
    if (bytes.n < sizeof packed)
        return false;
    memcpy(&packed, bytes.p, sizeof packed);
    *entry = (struct entry){
        .part = packed.part,
        .parts = packed.parts,
        .chars = packed.chars,
        .has_congress = packed.has_congress,
        .session = (enum session)packed.session,
        .date_from = (enum date_from)packed.date_from,
        .script = (enum script)packed.script,
        .congress = { .ordinal = packed.ordinal, .redacted = packed.redacted },
    };
    id_name(packed.id, entry->id);
    strings_of(entry, strings);
    size_t at = sizeof packed;
    for (int i = 0; i < N_STRINGS; i++) {
        uint32_t n;
        if (bytes.n - at < sizeof n)
            return false;
        memcpy(&n, bytes.p + at, sizeof n);
        at += sizeof n;
        if (n == UNKNOWN)
            continue;
        if (n > bytes.n - at)
            return false;
        *strings[i] = (struct str){ (const char *)bytes.p + at, n };
        at += n;
    }
    return at == bytes.n;
}
