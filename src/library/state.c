/* What a reader keeps between sessions, in SQLite. */
#include "library/state.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "host/disk.h"
#include "host/file.h"

enum { VERSION = 2, PATIENCE_MS = 500, QUESTIONS_KEPT = 500 };

/* Paragraphs are kept as outside: -1 is the title, -2 the subtitle. Offsets are bytes, which hold as long as the id does. */
static const char schema[] =
    "CREATE TABLE report (id TEXT PRIMARY KEY, file TEXT, part INTEGER, title TEXT,"
    " paragraph INTEGER DEFAULT 0, offset INTEGER DEFAULT 0, seen INTEGER DEFAULT 0, star INTEGER DEFAULT 0, source TEXT, day TEXT) WITHOUT ROWID;"
    "CREATE TABLE mark (number INTEGER PRIMARY KEY, letter TEXT, id TEXT, paragraph INTEGER, offset INTEGER,"
    " quote TEXT, text TEXT, time INTEGER);"
    "CREATE INDEX mark_id ON mark (id, paragraph, offset);"
    "CREATE TABLE question (text TEXT PRIMARY KEY, time INTEGER) WITHOUT ROWID;"
    "CREATE TABLE word (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;"
    "PRAGMA user_version = 2;";

/* From version 1: it knew nothing for citations. What is read or marked again is known then. */
static const char more[] = "ALTER TABLE report ADD COLUMN source TEXT; ALTER TABLE report ADD COLUMN day TEXT; PRAGMA user_version = 2;";

enum statement {
    SQL_OF,
    SQL_LEAVE,
    SQL_STAR,
    SQL_ALL,
    SQL_MARK_FREE,
    SQL_MARK,
    SQL_UNMARK,
    SQL_MARKED,
    SQL_MARKS,
    SQL_ASKED,
    SQL_FORGET,
    SQL_QUESTIONS,
    SQL_SET,
    SQL_GET,
    N_STATEMENTS
};

#define MARK_COLUMNS "number, letter, mark.id, mark.paragraph, mark.offset, quote, text, file, title, time, part, source, day FROM mark LEFT JOIN report USING (id)"

static const char *const sql[N_STATEMENTS] = {
    [SQL_OF] = "SELECT paragraph, offset, seen, star FROM report WHERE id = ?1",
    [SQL_LEAVE] = "INSERT INTO report (id, file, part, title, paragraph, offset, seen, source, day) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
                  " ON CONFLICT (id) DO UPDATE SET file = ?2, part = ?3, title = ?4, paragraph = ?5, offset = ?6, seen = max(seen, ?7),"
                  " source = ?8, day = ?9",
    [SQL_STAR] = "INSERT INTO report (id, star) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET star = ?2",
    [SQL_ALL] = "SELECT id, paragraph, offset, seen, star FROM report",
    [SQL_MARK_FREE] = "DELETE FROM mark WHERE letter = ?1 AND letter <> '' AND (?1 < 'a' OR id = ?2)",
    [SQL_MARK] = "INSERT OR REPLACE INTO mark (number, letter, id, paragraph, offset, quote, text, time) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    [SQL_UNMARK] = "DELETE FROM mark WHERE number = ?1",
    [SQL_MARKED] = "SELECT " MARK_COLUMNS " WHERE letter = ?1 AND (?1 < 'a' OR mark.id = ?2)",
    [SQL_MARKS] = "SELECT " MARK_COLUMNS " WHERE ?1 IS NULL OR mark.id = ?1 ORDER BY title, mark.id, mark.paragraph, mark.offset, number",
    [SQL_ASKED] = "INSERT INTO question VALUES (?1, max(?2, (SELECT 1 + coalesce(max(time), 0) FROM question)))" /* two in a second */
                  " ON CONFLICT (text) DO UPDATE SET time = excluded.time",
    [SQL_FORGET] = "DELETE FROM question WHERE text IN (SELECT text FROM question ORDER BY time DESC LIMIT -1 OFFSET ?1)",
    [SQL_QUESTIONS] = "SELECT text FROM question ORDER BY time",
    [SQL_SET] = "INSERT INTO word VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2",
    [SQL_GET] = "SELECT value FROM word WHERE name = ?1",
};

struct state {
    sqlite3 *db;
    sqlite3_stmt *statements[N_STATEMENTS]; /* prepared when first used */
};

/* A statement ready to be bound and stepped; NULL where there is none to be had. */
static sqlite3_stmt *begin(struct state *state, enum statement which)
{
    sqlite3_stmt **statement = &state->statements[which];
    if (!*statement && sqlite3_prepare_v3(state->db, sql[which], -1, SQLITE_PREPARE_PERSISTENT, statement, NULL) != SQLITE_OK)
        *statement = NULL;
    return *statement;
}

static void end(sqlite3_stmt *statement)
{
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
}

static void bind(sqlite3_stmt *statement, int i, struct str s)
{
    sqlite3_bind_text64(statement, i, s.p, s.n, SQLITE_STATIC, SQLITE_UTF8);
}

static void bind_cstr(sqlite3_stmt *statement, int i, const char *s)
{
    sqlite3_bind_text(statement, i, s, -1, SQLITE_STATIC);
}

static void bind_place(sqlite3_stmt *statement, int i, struct place place)
{
    sqlite3_bind_int64(statement, i, (sqlite3_int64)place.paragraph); /* PLACE_TITLE is -1 */
    sqlite3_bind_int64(statement, i + 1, (sqlite3_int64)place.offset);
}

static struct place column_place(sqlite3_stmt *statement, int i)
{
    return (struct place){ (size_t)sqlite3_column_int64(statement, i), (size_t)sqlite3_column_int64(statement, i + 1) };
}

static struct str column_str(struct arena *arena, sqlite3_stmt *statement, int i)
{
    const char *p = (const char *)sqlite3_column_text(statement, i);
    return p ? arena_str(arena, (struct str){ p, (size_t)sqlite3_column_bytes(statement, i) }) : (struct str){ NULL, 0 };
}

/* Runs a statement that changes something; `statement` is NULL where it could not be prepared. */
static bool run(struct state *state, sqlite3_stmt *statement, struct err *err)
{
    int status = statement ? sqlite3_step(statement) : SQLITE_ERROR;
    bool done = status == SQLITE_DONE || status == SQLITE_ROW;
    if (!done)
        err_set(err, "cannot save: %s", sqlite3_errmsg(state->db));
    if (statement)
        end(statement);
    return done;
}

/* The version of what is in the file: 0 of an empty one. */
static int find_version(struct state *state, int *found)
{
    sqlite3_stmt *version = NULL;
    int status = sqlite3_prepare_v2(state->db, "PRAGMA user_version", -1, &version, NULL);
    if (status == SQLITE_OK && (status = sqlite3_step(version)) == SQLITE_ROW) {
        *found = sqlite3_column_int(version, 0);
        status = SQLITE_OK;
    }
    sqlite3_finalize(version);
    return status;
}

/* Makes our tables, or those of an earlier version ours: in one transaction, since another session may be at it too. */
static int make_tables(struct state *state)
{
    int found = 0;
    sqlite3_exec(state->db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL); /* stays so */
    int status = sqlite3_exec(state->db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
    if (status == SQLITE_OK)
        status = find_version(state, &found);
    if (status == SQLITE_OK && found == 0)
        status = sqlite3_exec(state->db, schema, NULL, NULL, NULL);
    if (status == SQLITE_OK && found == 1)
        status = sqlite3_exec(state->db, more, NULL, NULL, NULL);
    return status == SQLITE_OK ? sqlite3_exec(state->db, "COMMIT", NULL, NULL, NULL) : status;
}

/* Opens a file, or with NULL a memory, and brings it to our version. A reader starts with this: where all is well it only looks. */
static int connect(struct state *state, const char *path)
{
    int status = sqlite3_open(path ? path : ":memory:", &state->db), found = 0;
    if (status != SQLITE_OK)
        return status;
    sqlite3_busy_timeout(state->db, PATIENCE_MS);
    sqlite3_exec(state->db, "PRAGMA synchronous = NORMAL", NULL, NULL, NULL);
    status = find_version(state, &found);
    if (status == SQLITE_OK && found < VERSION)
        status = make_tables(state);
    return status == SQLITE_OK && found > VERSION ? SQLITE_MISMATCH : status;
}

static void disconnect(struct state *state)
{
    for (int i = 0; i < N_STATEMENTS; i++)
        sqlite3_finalize(state->statements[i]);
    memset(state->statements, 0, sizeof state->statements);
    sqlite3_close(state->db);
    state->db = NULL;
}

/* Makes folder and file, for nobody else to read: SQLite would make the file after the umask. */
static bool prepare(const char *folder, const char *path, struct err *err)
{
    if (!disk_make_folder(folder, err))
        return false;
    if (file_exists(path))
        return true;
    int fd = disk_create(path, err);
    disk_close(fd);
    return fd >= 0;
}

/* Moves a damaged file away, with what belongs to it, under the first name that is free. */
static bool set_aside(struct arena *arena, const char *folder, const char *path, struct err *err)
{
    char name[32];
    for (int i = 1; i < 1000; i++) {
        snprintf(name, sizeof name, "state.db.bad-%d", i);
        const char *bad = disk_path(arena, folder, name);
        if (file_exists(bad))
            continue;
        if (!disk_rename(path, bad, err))
            return false;
        disk_remove(disk_path(arena, folder, "state.db-wal"));
        disk_remove(disk_path(arena, folder, "state.db-shm"));
        err_set(err, "'%s' was damaged: it is kept as '%s', and marks begin anew", path, bad);
        return true;
    }
    return err_set(err, "cannot set '%s' aside", path);
}

/* Connects to the file; false where it is not to be used, with words in err. */
static bool connect_file(struct arena *arena, struct state *state, const char *folder, struct err *err)
{
    const char *path = disk_path(arena, folder, "state.db");
    if (!prepare(folder, path, err))
        return false;
    int status = connect(state, path);
    if (status == SQLITE_CORRUPT || status == SQLITE_NOTADB || status == SQLITE_ERROR) {
        disconnect(state);
        return set_aside(arena, folder, path, err) && prepare(folder, path, NULL) && connect(state, path) == SQLITE_OK;
    }
    if (status == SQLITE_MISMATCH)
        return err_set(err, "'%s' is of a newer dahui: places and marks are not kept", path);
    return status == SQLITE_OK || err_set(err, "cannot use '%s': %s", path, sqlite3_errmsg(state->db));
}

struct state *state_open(const char *folder, struct err *err)
{
    struct state *state = calloc(1, sizeof *state);
    struct arena arena = { 0 };
    if (!state)
        abort();
    err->text[0] = '\0';
    if (!folder || !connect_file(&arena, state, folder, err)) {
        disconnect(state);
        connect(state, NULL);
    }
    arena_finish(&arena);
    return state;
}

void state_close(struct state *state)
{
    if (!state)
        return;
    disconnect(state);
    free(state);
}

struct reading_state state_of(struct state *state, const char *id)
{
    struct reading_state found = { .seen = 0 };
    sqlite3_stmt *of = begin(state, SQL_OF);
    if (!of)
        return found;
    bind_cstr(of, 1, id);
    if (sqlite3_step(of) == SQLITE_ROW)
        found = (struct reading_state){ column_place(of, 0), sqlite3_column_int(of, 2), sqlite3_column_int(of, 3) != 0 };
    end(of);
    return found;
}

/* Binds id, file, part and title as the first four. */
static void bind_article(sqlite3_stmt *statement, const struct article *article)
{
    bind_cstr(statement, 1, article->id);
    bind_cstr(statement, 2, article->file);
    sqlite3_bind_int64(statement, 3, (sqlite3_int64)article->part);
    bind(statement, 4, article->title);
}

bool state_leave(struct state *state, const struct article *article, struct place place, int seen, struct err *err)
{
    sqlite3_stmt *leave = begin(state, SQL_LEAVE);
    if (leave) {
        bind_article(leave, article);
        bind_place(leave, 5, place);
        sqlite3_bind_int(leave, 7, seen);
        bind(leave, 8, article->source);
        bind(leave, 9, article_day(article));
    }
    return run(state, leave, err);
}

bool state_star(struct state *state, const char *id, bool star, struct err *err)
{
    sqlite3_stmt *statement = begin(state, SQL_STAR);
    if (statement) {
        bind_cstr(statement, 1, id);
        sqlite3_bind_int(statement, 2, star);
    }
    return run(state, statement, err);
}

void state_all(struct arena *arena, struct state *state, struct knowns *all)
{
    sqlite3_stmt *row = begin(state, SQL_ALL);
    while (row && sqlite3_step(row) == SQLITE_ROW) {
        struct known *known = PUSH(arena, all);
        const char *id = (const char *)sqlite3_column_text(row, 0);
        snprintf(known->id, sizeof known->id, "%s", id ? id : "");
        known->reading = (struct reading_state){ column_place(row, 1), sqlite3_column_int(row, 3), sqlite3_column_int(row, 4) != 0 };
    }
    if (row)
        end(row);
}

/* The letter as text: empty for a note. */
static struct str letter_of(const struct mark *mark)
{
    return (struct str){ &mark->letter, mark->letter != '\0' };
}

static bool free_letter(struct state *state, const struct mark *mark, const char *id, struct err *err)
{
    sqlite3_stmt *statement = begin(state, SQL_MARK_FREE);
    if (statement) {
        bind(statement, 1, letter_of(mark));
        bind_cstr(statement, 2, id);
    }
    return run(state, statement, err);
}

static bool put_mark(struct state *state, const char *id, const struct mark *mark, int64_t now, struct err *err)
{
    sqlite3_stmt *statement = begin(state, SQL_MARK);
    if (statement) {
        if (mark->number)
            sqlite3_bind_int64(statement, 1, mark->number);
        bind(statement, 2, letter_of(mark));
        bind_cstr(statement, 3, id);
        bind_place(statement, 4, mark->place);
        bind(statement, 6, mark->quote);
        bind(statement, 7, mark->text);
        sqlite3_bind_int64(statement, 8, now);
    }
    return run(state, statement, err);
}

bool state_mark(struct state *state, const struct article *article, const struct mark *mark, int64_t now, struct err *err)
{
    struct reading_state was = state_of(state, article->id);
    sqlite3_exec(state->db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
    bool done = state_leave(state, article, was.place, was.seen, err) /* so that path and title are known */
                && free_letter(state, mark, article->id, err) && put_mark(state, article->id, mark, now, err);
    if (sqlite3_exec(state->db, done ? "COMMIT" : "ROLLBACK", NULL, NULL, NULL) != SQLITE_OK && done)
        done = err_set(err, "cannot save: %s", sqlite3_errmsg(state->db));
    return done;
}

bool state_unmark(struct state *state, int64_t number, struct err *err)
{
    sqlite3_stmt *statement = begin(state, SQL_UNMARK);
    if (statement)
        sqlite3_bind_int64(statement, 1, number);
    return run(state, statement, err);
}

static struct mark column_mark(struct arena *arena, sqlite3_stmt *row)
{
    struct mark mark = { .number = sqlite3_column_int64(row, 0) };
    const char *letter = (const char *)sqlite3_column_text(row, 1), *id = (const char *)sqlite3_column_text(row, 2);
    mark.letter = letter ? *letter : '\0';
    snprintf(mark.id, sizeof mark.id, "%s", id ? id : "");
    mark.place = column_place(row, 3);
    mark.quote = column_str(arena, row, 5);
    mark.text = column_str(arena, row, 6);
    mark.file = column_str(arena, row, 7);
    mark.title = column_str(arena, row, 8);
    mark.time = sqlite3_column_int64(row, 9);
    mark.part = (size_t)sqlite3_column_int64(row, 10);
    mark.source = column_str(arena, row, 11);
    mark.day = column_str(arena, row, 12);
    return mark;
}

bool state_marked(struct arena *arena, struct state *state, char letter, const char *id, struct mark *mark)
{
    sqlite3_stmt *marked = begin(state, SQL_MARKED);
    if (!marked)
        return false;
    bind(marked, 1, (struct str){ &letter, 1 });
    bind_cstr(marked, 2, id);
    bool found = sqlite3_step(marked) == SQLITE_ROW;
    if (found)
        *mark = column_mark(arena, marked);
    end(marked);
    return found;
}

void state_marks(struct arena *arena, struct state *state, const char *id, struct marks *marks)
{
    sqlite3_stmt *all = begin(state, SQL_MARKS);
    if (!all)
        return;
    bind_cstr(all, 1, id);
    while (sqlite3_step(all) == SQLITE_ROW)
        *PUSH(arena, marks) = column_mark(arena, all);
    end(all);
}

bool state_asked(struct state *state, struct str question, int64_t now, struct err *err)
{
    sqlite3_stmt *asked = begin(state, SQL_ASKED), *forget = begin(state, SQL_FORGET);
    if (asked) {
        bind(asked, 1, question);
        sqlite3_bind_int64(asked, 2, now);
    }
    if (forget)
        sqlite3_bind_int(forget, 1, QUESTIONS_KEPT);
    return run(state, asked, err) && run(state, forget, err);
}

void state_questions(struct arena *arena, struct state *state, struct questions *questions)
{
    sqlite3_stmt *all = begin(state, SQL_QUESTIONS);
    if (!all)
        return;
    while (sqlite3_step(all) == SQLITE_ROW)
        *PUSH(arena, questions) = column_str(arena, all, 0);
    end(all);
}

bool state_set(struct state *state, const char *name, struct str value, struct err *err)
{
    sqlite3_stmt *set = begin(state, SQL_SET);
    if (set) {
        bind_cstr(set, 1, name);
        bind(set, 2, value);
    }
    return run(state, set, err);
}

struct str state_get(struct arena *arena, struct state *state, const char *name)
{
    struct str value = { NULL, 0 };
    sqlite3_stmt *get = begin(state, SQL_GET);
    if (!get)
        return value;
    bind_cstr(get, 1, name);
    if (sqlite3_step(get) == SQLITE_ROW)
        value = column_str(arena, get, 0);
    end(get);
    return value;
}
