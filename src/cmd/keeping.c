/* What a session keeps for the next ones: places, stars, marks and notes. */
#include "cmd/keeping.h"

#include <string.h>

#include "base/tr.h"
#include "host/clock.h"

void keeping_open(struct keeping *keeping, const char *folder, struct archive *archive, struct err *err)
{
    keeping->state = state_open(folder, err);
    keeping->told = err->text[0] != '\0';
    keeping_recall(keeping, archive);
}

void keeping_recall(const struct keeping *keeping, struct archive *archive)
{
    struct arena work = { 0 };
    struct knowns all = { 0 };
    if (keeping->state)
        state_all(&work, keeping->state, &all);
    archive_recall(archive, &all);
    arena_finish(&work);
}

void keeping_close(struct keeping *keeping)
{
    state_close(keeping->state);
    keeping->state = NULL;
}

bool keeping_place(const struct keeping *keeping, const struct article *article, struct place *place)
{
    struct reading_state was = { .seen = 0 };
    if (keeping->state)
        was = state_of(keeping->state, article->id);
    *place = was.place;
    return was.seen > 0;
}

/* The first refusal is told, those that follow are not: reading goes on. */
static bool tell_once(struct keeping *keeping, bool kept)
{
    bool fine = kept || keeping->told;
    keeping->told |= !kept;
    return fine;
}

bool keeping_leave(struct keeping *keeping, const struct effect *effect, struct err *err)
{
    return !keeping->state || tell_once(keeping, state_leave(keeping->state, effect->article, effect->place, effect->seen, err));
}

bool keeping_signs(struct keeping *keeping, struct archive *archive, const struct effect *effect, struct err *err)
{
    struct arena work = { 0 };
    struct entry entry;
    bool star = effect->signs & SIGN_STAR, was = archive_signs(archive, effect->report) & SIGN_STAR, kept = true;
    archive_sign(archive, effect->report, effect->signs);
    if (star != was && keeping->state && library_entry(archive->library, &work, effect->report, &entry))
        kept = state_star(keeping->state, entry.id, star, err);
    arena_finish(&work);
    return tell_once(keeping, kept);
}

bool keeping_mark(struct keeping *keeping, const struct effect *effect, struct err *err)
{
    const struct mark *mark = effect->mark;
    struct article known = { .file = mark->file.p, .part = mark->part, .title = mark->title }; /* what is kept of a report beside its mark */
    memcpy(known.id, mark->id, sizeof known.id);
    return keeping->state && state_mark(keeping->state, effect->article ? effect->article : &known, mark, clock_now(), err);
}

bool keeping_unmark(struct keeping *keeping, const struct effect *effect, struct err *err)
{
    return keeping->state && state_unmark(keeping->state, (int64_t)effect->position, err);
}

uint32_t keeping_find(const struct keeping *keeping, struct arena *arena, const struct archive *archive, const struct effect *effect,
                      struct place *place, struct err *err)
{
    struct mark mark;
    const char *id = effect->article ? effect->article->id : "";
    if (effect->mark) {
        mark = *effect->mark;
    } else if (!keeping->state || !state_marked(arena, keeping->state, effect->letter, id, &mark)) {
        err_set(err, tr("no mark '%c'"), effect->letter);
        return NO_REPORT;
    }
    uint32_t report = NO_REPORT;
    *place = mark.place;
    if (!library_by_id(archive->library, mark.id, &report))
        err_set(err, tr("the report is not in this library: %.*s"), (int)mark.title.n, mark.title.p);
    return report;
}
