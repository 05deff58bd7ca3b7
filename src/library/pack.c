/* Entries and mentions as bytes. */
#include "library/pack.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "text/unit.h"
#include "text/utf8.h"

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

/* Adds a number, seven bits a byte, the lowest first; all bytes but the last have the eighth bit set. */
static void put_number(struct buf *out, size_t number)
{
    for (; number > 0x7F; number >>= 7)
        buf_add_bytes(out, (unsigned char[]){ (unsigned char)(number | 0x80) }, 1);
    buf_add_bytes(out, (unsigned char[]){ (unsigned char)number }, 1);
}

/* A report's mentions that are being written. A text that stands there already is named by its number: many people have the same roles. */
struct packing {
    struct buf *out;
    struct map numbers; /* of texts, from 0 in the order in which they came */
};
enum { KNOWN = 1 }; /* in the lowest bit, beside the number of a text; else that of the units that follow */

static void put_text(struct packing *p, struct str text)
{
    uint16_t units[2];
    size_t n = 0;
    bool known;
    size_t number = *map_put(&p->numbers, text, p->numbers.n, &known);
    if (known) {
        put_number(p->out, number << 1 | KNOWN);
        return;
    }
    for (size_t at = 0; at < text.n;)
        n += unit_put(utf8_next(text, &at), units);
    put_number(p->out, n << 1);
    for (size_t at = 0; at < text.n;) {
        n = unit_put(utf8_next(text, &at), units);
        buf_add_bytes(p->out, units, n * sizeof *units);
    }
}

static void put_texts(struct packing *p, const struct str *texts, size_t n)
{
    put_number(p->out, n);
    for (size_t i = 0; i < n; i++)
        put_text(p, texts[i]);
}

void mentions_pack(struct buf *out, const struct mentions *mentions)
{
    struct arena work = { 0 };
    struct packing p = { .out = out, .numbers = { .arena = &work } };
    put_number(out, (size_t)mentions->year);
    put_number(out, mentions->n_people);
    for (size_t i = 0; i < mentions->n_people; i++) {
        put_text(&p, mentions->people[i].name);
        put_texts(&p, mentions->people[i].roles, mentions->people[i].n_roles);
    }
    put_texts(&p, mentions->quoted, mentions->n_quoted);
    put_texts(&p, mentions->numbered, mentions->n_numbered);
    arena_finish(&work);
}

/* Bytes that are being read. Behind what is not as it should be there is nothing but zeros. */
struct unpacking {
    struct arena *arena;
    struct bytes left;
    char *to; /* room for all text that can be left */
    ARRAY(struct str) texts; /* by number */
    bool bad;
};

static void refuse(struct unpacking *u)
{
    u->bad = true;
    u->left.n = 0;
}

static size_t take_number(struct unpacking *u)
{
    size_t number = 0;
    for (unsigned shift = 0; u->left.n > 0 && shift < 35; shift += 7) {
        unsigned char byte = *u->left.p++;
        u->left.n--;
        number |= (size_t)(byte & 0x7F) << shift;
        if (byte <= 0x7F)
            return number;
    }
    refuse(u);
    return 0;
}

/* The number of things that follow, of at least so many bytes each. */
static size_t take_count(struct unpacking *u, size_t bytes)
{
    size_t n = take_number(u);
    if (n <= u->left.n / bytes)
        return n;
    refuse(u);
    return 0;
}

/* n units as text. */
static struct str take_units(struct unpacking *u, size_t n)
{
    struct units units = { u->left.p, n };
    struct str text = { u->to, 0 };
    for (size_t i = 0; i < n; i++) {
        uint32_t c = unit_at(units, i), low = i + 1 < n ? unit_at(units, i + 1) : 0;
        bool pair = c >= 0xD800 && c < 0xDC00 && low >= 0xDC00 && low < 0xE000;
        text.n += utf8_put(pair ? 0x10000 + ((c - 0xD800) << 10 | (low - 0xDC00)) : c, u->to + text.n);
        i += pair;
    }
    u->to += text.n;
    u->left.p += n * sizeof(uint16_t);
    u->left.n -= n * sizeof(uint16_t);
    return text;
}

static struct str take_text(struct unpacking *u)
{
    size_t head = take_number(u), n = head >> 1;
    if (head & KNOWN ? n >= u->texts.n : n > u->left.n / sizeof(uint16_t)) {
        refuse(u);
        return (struct str){ "", 0 };
    }
    return head & KNOWN ? u->texts.v[n] : (*PUSH(u->arena, &u->texts) = take_units(u, n));
}

static struct str *take_texts(struct unpacking *u, size_t *n)
{
    *n = take_count(u, 1);
    struct str *texts = NEW_N(u->arena, struct str, *n + 1);
    for (size_t i = 0; i < *n; i++)
        texts[i] = take_text(u);
    return texts;
}

bool mentions_unpack(struct arena *arena, struct bytes bytes, struct mentions *mentions)
{
    enum { UNIT_AS_TEXT = 3 }; /* bytes at most; two that belong together take four */
    struct unpacking u = { .arena = arena, .left = bytes };
    *mentions = (struct mentions){ .year = 0 };
    if (bytes.n == 0)
        return true;
    u.to = arena_alloc(arena, bytes.n / sizeof(uint16_t) * UNIT_AS_TEXT + 1, 1);
    mentions->year = (int)(take_number(&u) & 0xFFFF);
    mentions->n_people = take_count(&u, 2);
    mentions->people = NEW_N(arena, struct person, mentions->n_people + 1);
    for (size_t i = 0; i < mentions->n_people; i++) {
        struct person *person = &mentions->people[i];
        person->name = take_text(&u);
        person->roles = take_texts(&u, &person->n_roles);
    }
    mentions->quoted = take_texts(&u, &mentions->n_quoted);
    mentions->numbered = take_texts(&u, &mentions->n_numbered);
    return !u.bad && u.left.n == 0;
}
