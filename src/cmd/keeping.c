/* What a session keeps for the next ones: places, stars, marks, notes and questions. */
#include "cmd/keeping.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/tr.h"
#include "host/clock.h"

void keeping_open(struct keeping *keeping, const char *folder, struct err *err)
{
    keeping->state = state_open(folder, err);
    keeping->told = err->text[0] != '\0';
}

void keeping_recall(const struct keeping *keeping, struct archive *archive)
{
    struct arena work = { 0 };
    struct knowns all = { 0 };
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
    struct reading_state was = state_of(keeping->state, article->id);
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
    return tell_once(keeping, state_leave(keeping->state, effect->article, effect->place, effect->seen, err));
}

bool keeping_signs(struct keeping *keeping, struct archive *archive, const struct effect *effect, struct err *err)
{
    struct arena work = { 0 };
    struct entry entry;
    bool star = effect->signs & SIGN_STAR, was = archive_signs(archive, effect->report) & SIGN_STAR, kept = true;
    archive_sign(archive, effect->report, effect->signs);
    if (star != was && library_entry(archive->library, &work, effect->report, &entry))
        kept = state_star(keeping->state, entry.id, star, err);
    arena_finish(&work);
    return tell_once(keeping, kept);
}

static const char *const forms[N_FORMS] = { [FORM_OPEN] = "open", [FORM_FOLDED] = "folded", [FORM_FLAT] = "flat" };

/* The name that the query of a library's list is kept under. */
static const char *query_name(struct arena *arena, const char *library)
{
    struct buf name = buf_make(arena, SIZE_MAX);
    buf_add_format(&name, "query %s", library);
    buf_add_bytes(&name, "", 1);
    return name.p;
}

bool keeping_view(struct keeping *keeping, const char *library, const struct effect *effect, struct err *err)
{
    struct arena work = { 0 };
    char list[80];
    snprintf(list, sizeof list, "%s %s %s", order_name(effect->order), effect->reverse ? "back" : "on", forms[effect->form]);
    bool kept = state_set(keeping->state, "list", str_of(list), err) &&
                (!library || state_set(keeping->state, query_name(&work, library), effect->query, err));
    arena_finish(&work);
    return tell_once(keeping, kept);
}

bool keeping_shown(const struct keeping *keeping, struct arena *arena, const char *library, struct effect *view)
{
    char order[16], direction[16], form[16];
    struct str list = state_get(arena, keeping->state, "list");
    if (!list.n || sscanf(arena_str(arena, list).p, "%15s %15s %15s", order, direction, form) != 3 || order_by_name(order) == N_ORDERS)
        return false;
    view->order = order_by_name(order);
    view->reverse = strcmp(direction, "back") == 0;
    for (int i = 0; i < N_FORMS; i++)
        if (strcmp(forms[i], form) == 0)
            view->form = (enum list_form)i;
    if (library)
        view->query = state_get(arena, keeping->state, query_name(arena, library));
    return true;
}

bool keeping_script(struct keeping *keeping, const struct effect *effect, struct err *err)
{
    return tell_once(keeping, state_set(keeping->state, "script", str_of(script_wish_name(effect->script)), err));
}

enum script_wish keeping_wish(const struct keeping *keeping)
{
    struct arena work = { 0 };
    struct str name = state_get(&work, keeping->state, "script");
    enum script_wish wish = name.n ? script_wish_by_name(arena_str(&work, name).p) : SCRIPT_AS_WRITTEN;
    arena_finish(&work);
    return wish < N_SCRIPT_WISHES ? wish : SCRIPT_AS_WRITTEN;
}

bool keeping_asked(struct keeping *keeping, const struct effect *effect, struct err *err)
{
    return tell_once(keeping, state_asked(keeping->state, effect->query, clock_now(), err));
}

struct words keeping_questions(const struct keeping *keeping, struct arena *arena)
{
    struct questions questions = { .v = NULL };
    state_questions(arena, keeping->state, &questions);
    return (struct words){ questions.v, questions.n };
}

bool keeping_mark(struct keeping *keeping, const struct effect *effect, struct err *err)
{
    const struct mark *mark = effect->mark;
    struct article known = { .file = mark->file.p, .part = mark->part, .title = mark->title, /* what is kept of a report beside its mark */
                             .source = mark->source, .published = mark->day };
    memcpy(known.id, mark->id, sizeof known.id);
    return state_mark(keeping->state, effect->article ? effect->article : &known, mark, clock_now(), err);
}

bool keeping_unmark(struct keeping *keeping, const struct effect *effect, struct err *err)
{
    return state_unmark(keeping->state, (int64_t)effect->position, err);
}

uint32_t keeping_find(const struct keeping *keeping, struct arena *arena, const struct archive *archive, const struct effect *effect,
                      struct place *place, struct err *err)
{
    struct mark mark;
    const char *id = effect->article ? effect->article->id : "";
    if (effect->mark) {
        mark = *effect->mark;
    } else if (!state_marked(arena, keeping->state, effect->letter, id, &mark)) {
        err_set(err, tr("no mark '%c'"), effect->letter);
        return NO_REPORT;
    }
    uint32_t report = NO_REPORT;
    *place = mark.place;
    if (!library_by_id(archive->library, mark.id, &report))
        err_set(err, tr("the report is not in this library: %.*s"), (int)mark.title.n, mark.title.p);
    return report;
}
