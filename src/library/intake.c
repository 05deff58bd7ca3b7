/* What is made of a file for the cache, by one process for another. */
#include "library/intake.h"

#include <string.h>

#include "clean/clean.h"
#include "find/record.h"
#include "host/file.h"
#include "library/catalogue.h"
#include "library/pack.h"

/* A piece with its length before it. */
static void put(struct buf *out, const void *p, size_t n)
{
    uint64_t length = n;
    buf_add_bytes(out, &length, sizeof length);
    buf_add_bytes(out, p, n);
}

static bool take(struct bytes *from, struct bytes *piece)
{
    uint64_t length;
    if (from->n < sizeof length)
        return false;
    memcpy(&length, from->p, sizeof length);
    if (length > from->n - sizeof length)
        return false;
    *piece = (struct bytes){ from->p + sizeof length, (size_t)length };
    *from = (struct bytes){ piece->p + piece->n, from->n - sizeof length - piece->n };
    return true;
}

static void add_word(struct arena *arena, struct map *there, struct report_words *words, struct str text)
{
    bool found = false;
    if (text.n)
        map_put(there, text, 0, &found);
    if (text.n && !found)
        *PUSH(arena, words) = text;
}

void report_words(struct arena *arena, const struct congress *congress, const struct mentions *mentions, struct report_words *words)
{
    struct map there = { .arena = arena };
    if (congress) {
        add_word(arena, &there, words, congress->place);
        add_word(arena, &there, words, congress->kind);
    }
    for (size_t i = 0; i < mentions->n_people; i++)
        add_word(arena, &there, words, mentions->people[i].name);
    for (size_t i = 0; i < mentions->n_quoted; i++)
        add_word(arena, &there, words, mentions->quoted[i]);
}

static void put_words(struct arena *arena, struct buf *out, const struct congress *congress, const struct mentions *mentions)
{
    struct report_words words = { 0 };
    struct buf bytes = buf_make(arena, (size_t)-1 / 4);
    report_words(arena, congress, mentions, &words);
    for (size_t i = 0; i < words.n; i++) {
        buf_add(&bytes, words.v[i]);
        buf_add_bytes(&bytes, "", 1);
    }
    put(out, bytes.p, bytes.n);
}

static void put_report(struct arena *arena, struct buf *out, const struct article *article)
{
    struct entry entry = entry_of(article, 0);
    struct mentions mentions = mentions_of(arena, article);
    struct buf packed = buf_make(arena, (size_t)-1 / 4), mentioned = packed;
    struct record record;
    uint32_t *pairs = NULL;
    struct bytes bytes = record_write(arena, article);
    size_t n = record_read(bytes, &record) ? record_pairs(&record, arena, &pairs) : 0;
    entry_pack(&packed, &entry);
    mentions_pack(&mentioned, &mentions);
    put(out, (uint64_t[]){ id_number(entry.id) }, sizeof(uint64_t));
    put(out, packed.p, packed.n);
    put(out, mentioned.p, mentioned.n);
    put(out, bytes.p, bytes.n);
    put(out, pairs, n * sizeof *pairs);
    put_words(arena, out, article->congress, &mentions);
}

static void put_head(struct buf *out, const struct intake *intake)
{
    struct intake head = *intake;
    head.problem = NULL;
    put(out, &head, sizeof head);
    put(out, intake->problem, intake->problem ? strlen(intake->problem) + 1 : 0);
}

static void put_reports(struct arena *arena, const char *path, struct bytes source, struct intake *intake, struct buf *answer)
{
    struct reports reports = { 0 };
    struct err why, err;
    bool ok = clean(arena, source, NULL, &reports, &why);
    if (!ok || reports.n == 0) {
        err_set(&err, "skipped '%s': %s", path, !ok ? why.text : source.n ? "nothing but blanks" : "empty file");
        intake->problem = err.text;
        put_head(answer, intake);
        return;
    }
    intake->n = (uint32_t)reports.n;
    put_head(answer, intake);
    for (size_t i = 0; i < reports.n; i++)
        put_report(arena, answer, &reports.v[i]);
}

void intake_write(struct arena *arena, const char *path, const struct map *known, struct buf *answer)
{
    struct intake intake = { .row = NO_ROW };
    struct bytes source;
    struct err err;
    if (!file_read(arena, path, &source, &err)) {
        intake.problem = err.text;
        put_head(answer, &intake);
        return;
    }
    intake.size = source.n;
    intake.hash = checksum(0, source.p, source.n);
    struct intake_key key = { intake.size, intake.hash };
    const size_t *row = known ? map_get(known, (struct str){ (const char *)&key, sizeof key }) : NULL;
    if (row) {
        intake.row = (uint32_t)*row;
        put_head(answer, &intake);
    } else {
        put_reports(arena, path, source, &intake, answer);
    }
}

bool intake_read(struct arena *arena, struct bytes *answer, struct intake *intake)
{
    struct bytes head, problem;
    if (!take(answer, &head) || head.n != sizeof *intake || !take(answer, &problem))
        return false;
    memcpy(intake, head.p, sizeof *intake);
    intake->problem = problem.n ? arena_str(arena, (struct str){ (const char *)problem.p, problem.n - 1 }).p : NULL;
    return true;
}

bool intake_next(struct arena *arena, struct bytes *answer, struct intake_report *report)
{
    struct segment_report *kept = &report->kept;
    struct bytes id, pairs;
    if (!take(answer, &id) || id.n != sizeof kept->id || !take(answer, &kept->entry) || !take(answer, &kept->mentions) ||
        !take(answer, &kept->record) || !take(answer, &pairs) || !take(answer, &report->words))
        return false;
    memcpy(&kept->id, id.p, sizeof kept->id);
    kept->n_pairs = pairs.n / sizeof *kept->pairs;
    kept->pairs = NEW_N(arena, uint32_t, kept->n_pairs + 1); /* where it stood it was not aligned */
    memcpy(kept->pairs, pairs.p, pairs.n);
    return true;
}
