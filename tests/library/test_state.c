/* What is kept between sessions: that it is, that two sessions see each other, and what a bad file or disk does. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <sqlite3.h>

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "folder.h"
#include "library/state.h"

static struct arena arena;
static struct err err;

static const struct article first = { .id = "0123456789abcdef", .file = "甲.txt", .part = 1, .title = STR_INIT("某市工会第三次代表大会") };
static const struct article second = { .id = "fedcba9876543210", .file = "乙.txt", .part = 2, .title = STR_INIT("某县妇女第五次代表大会") };

static struct state *open_well(void)
{
    struct state *state = state_open("state", &err);
    assert_string_equal(err.text, "");
    return state;
}

static void keeps_places(void **unused)
{
    (void)unused;
    struct state *state = open_well();
    struct reading_state none = state_of(state, first.id);
    assert_int_equal(none.seen, 0);
    assert_true(state_leave(state, &first, (struct place){ 3, 12 }, 400, &err));
    assert_true(state_leave(state, &first, (struct place){ 1, 6 }, 200, &err)); /* back again: what was seen stays seen */
    assert_true(state_leave(state, &second, (struct place){ PLACE_TITLE, 0 }, 1000, &err));
    assert_true(state_star(state, second.id, true, &err));
    state_close(state);
    state = open_well();
    struct reading_state read = state_of(state, first.id);
    assert_int_equal(read.place.paragraph, 1);
    assert_int_equal(read.place.offset, 6);
    assert_int_equal(read.seen, 400);
    assert_false(read.star);
    read = state_of(state, second.id);
    assert_true(read.place.paragraph == PLACE_TITLE);
    assert_true(read.star);
    state_close(state);
    struct stat st;
    assert_int_equal(stat("state/state.db", &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
}

static void set_mark(struct state *state, const struct article *article, char letter, size_t paragraph, const char *text, int64_t number)
{
    struct mark mark = { .number = number, .letter = letter, .place = { paragraph, 3 }, .quote = STR("原文"), .text = str_of(text) };
    assert_true(state_mark(state, article, &mark, 1700000000, &err));
}

static void keeps_marks(void **unused)
{
    (void)unused;
    struct state *state = open_well();
    struct mark mark;
    set_mark(state, &first, 'a', 1, "", 0);
    set_mark(state, &second, 'a', 2, "", 0); /* each report has its own a */
    set_mark(state, &first, 'A', 3, "", 0);
    set_mark(state, &second, 'A', 4, "", 0); /* there is one A */
    set_mark(state, &first, 0, 5, "一\n二 'x' ; DROP TABLE mark", 0);
    set_mark(state, &first, 0, 5, "另一条", 0);
    assert_true(state_marked(&arena, state, 'a', first.id, &mark));
    assert_int_equal(mark.place.paragraph, 1);
    assert_true(state_marked(&arena, state, 'A', first.id, &mark));
    assert_string_equal(mark.id, second.id);
    assert_true(str_eq(mark.title, second.title));
    assert_false(state_marked(&arena, state, 'b', first.id, &mark));

    struct marks marks = { 0 };
    state_marks(&arena, state, first.id, &marks);
    assert_int_equal(marks.n, 3);
    assert_int_equal(marks.v[0].letter, 'a');
    assert_true(str_eq(marks.v[1].text, STR("一\n二 'x' ; DROP TABLE mark")));
    assert_true(str_eq(marks.v[1].quote, STR("原文")));
    assert_true(str_eq(marks.v[1].file, STR("甲.txt")));
    set_mark(state, &first, 0, 5, "改过", marks.v[1].number);
    assert_true(state_unmark(state, marks.v[2].number, &err));
    marks.n = 0;
    state_marks(&arena, state, NULL, &marks);
    assert_int_equal(marks.n, 4);
    state_close(state);
}

static void keeps_questions_and_words(void **unused)
{
    (void)unused;
    struct state *state = open_well();
    for (int i = 0; i < 600; i++) {
        char text[20];
        snprintf(text, sizeof text, "问%d", i);
        assert_true(state_asked(state, str_of(text), i, &err));
    }
    assert_true(state_asked(state, STR("问590"), 700, &err));
    struct questions questions = { 0 };
    state_questions(&arena, state, &questions);
    assert_int_equal(questions.n, 500);
    assert_true(str_eq(questions.v[499], STR("问590")));
    assert_true(str_eq(questions.v[498], STR("问599")));
    assert_true(state_asked(state, STR("再问"), 700, &err)); /* in the same second, or with the clock set back */
    assert_true(state_asked(state, STR("又问"), 5, &err));
    state_questions(&arena, state, &questions);
    assert_true(str_eq(questions.v[questions.n - 1], STR("又问")));
    assert_true(str_eq(questions.v[questions.n - 2], STR("再问")));
    assert_null(state_get(&arena, state, "order").p);
    assert_true(state_set(state, "order", STR("date"), &err));
    assert_true(state_set(state, "order", STR("place"), &err));
    assert_true(str_eq(state_get(&arena, state, "order"), STR("place")));
    state_close(state);
}

static void two_sessions_see_each_other(void **unused)
{
    (void)unused;
    struct state *one = open_well(), *two = open_well();
    for (size_t i = 1; i <= 50; i++) {
        assert_true(state_leave(one, &first, (struct place){ i, 0 }, 10, &err));
        assert_int_equal(state_of(two, first.id).place.paragraph, i);
        assert_true(state_leave(two, &first, (struct place){ i, 3 }, 10, &err));
        assert_int_equal(state_of(one, first.id).place.offset, 3);
    }
    state_close(one);
    state_close(two);
}

/* A session that writes until it is killed. */
static pid_t start_writer(int ready)
{
    pid_t pid = fork();
    if (pid)
        return pid;
    struct state *state = state_open("state", &err);
    for (size_t i = 1;; i++) {
        struct mark mark = { .letter = 'm', .place = { i, i } };
        state_mark(state, &first, &mark, 1, &err);
        if (i == 1 && write(ready, "x", 1) != 1)
            _exit(1);
    }
}

static void a_kill_leaves_it_whole(void **unused)
{
    (void)unused;
    for (unsigned round = 0; round < 20; round++) {
        int ready[2];
        char x;
        assert_int_equal(pipe(ready), 0);
        pid_t pid = start_writer(ready[1]);
        assert_int_equal(read(ready[0], &x, 1), 1);
        usleep(round * 300);
        kill(pid, SIGKILL);
        waitpid(pid, NULL, 0);
        close(ready[0]);
        close(ready[1]);
        struct state *state = open_well();
        struct mark mark;
        assert_true(state_marked(&arena, state, 'm', first.id, &mark));
        assert_int_equal(mark.place.paragraph, mark.place.offset);
        state_close(state);
    }
}

static void sets_a_damaged_file_aside(void **unused)
{
    (void)unused;
    state_close(open_well());
    for (int i = 1; i <= 2; i++) {
        char bad[32];
        write_file("state/state.db", "this was a database once, and it is not one any more; far from it");
        struct state *state = state_open("state", &err);
        assert_non_null(strstr(err.text, "damaged"));
        snprintf(bad, sizeof bad, "state/state.db.bad-%d", i);
        assert_int_equal(access(bad, F_OK), 0);
        assert_true(state_leave(state, &first, (struct place){ 1, 0 }, 10, &err));
        state_close(state);
        state = open_well();
        assert_int_equal(state_of(state, first.id).seen, 10);
        state_close(state);
    }
}

/* A file of version 1 stays, and what it lacks is kept from now on. */
static void takes_over_an_older_file(void **unused)
{
    (void)unused;
    struct marks marks = { 0 };
    state_close(open_well());
    sqlite3 *db;
    assert_int_equal(sqlite3_open("state/state.db", &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, "ALTER TABLE report DROP COLUMN source; ALTER TABLE report DROP COLUMN day; PRAGMA user_version = 1;"
                                      "INSERT INTO report (id, title) VALUES ('0123456789abcdef', '旧'); INSERT INTO mark (letter, id) VALUES ('a', '0123456789abcdef')",
                                  NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
    struct state *state = open_well();
    state_marks(&arena, state, NULL, &marks);
    assert_int_equal(marks.n, 1);
    assert_true(str_eq(marks.v[0].title, STR("旧")));
    assert_int_equal(marks.v[0].source.n, 0);
    struct article article = { .id = "0123456789abcdef", .file = "乙.txt", .title = STR("旧"), .source = STR("某报"), .date = STR("2019-01-02") };
    assert_true(state_leave(state, &article, (struct place){ 0, 0 }, 1, &err));
    marks.n = 0;
    state_marks(&arena, state, NULL, &marks);
    assert_true(str_eq(marks.v[0].source, STR("某报")) && str_eq(marks.v[0].day, STR("2019-01-02")));
    state_close(state);
}

static void leaves_a_newer_file_alone(void **unused)
{
    (void)unused;
    state_close(open_well());
    FILE *file = fopen("state/state.db", "r+");
    fseek(file, 60, SEEK_SET); /* user_version in the header of an SQLite file */
    fwrite("\0\0\0\x63", 1, 4, file);
    fclose(file);
    struct state *state = state_open("state", &err);
    assert_non_null(strstr(err.text, "newer"));
    assert_true(state_leave(state, &first, (struct place){ 1, 0 }, 10, &err)); /* in memory */
    assert_int_equal(state_of(state, first.id).seen, 10);
    state_close(state);
    assert_int_not_equal(access("state/state.db.bad-1", F_OK), 0);
}

static void works_without_a_file(void **unused)
{
    (void)unused;
    struct state *state = state_open(NULL, &err);
    assert_string_equal(err.text, "");
    assert_true(state_star(state, first.id, true, &err));
    assert_true(state_of(state, first.id).star);
    state_close(state);
    write_file("file", "");
    state = state_open("file/below", &err);
    assert_string_not_equal(err.text, "");
    assert_true(state_star(state, first.id, true, &err));
    state_close(state);
}

/* A disk that is full: here, files may grow no more. */
static void says_when_nothing_can_be_written(void **unused)
{
    (void)unused;
    struct state *state = open_well();
    assert_true(state_leave(state, &first, (struct place){ 1, 0 }, 10, &err));
    struct rlimit was, none;
    getrlimit(RLIMIT_FSIZE, &was);
    none = (struct rlimit){ 0, was.rlim_max };
    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &none);
    bool saved = state_leave(state, &first, (struct place){ 2, 0 }, 20, &err);
    setrlimit(RLIMIT_FSIZE, &was);
    assert_false(saved);
    assert_non_null(strstr(err.text, "cannot save: "));
    assert_int_equal(state_of(state, first.id).seen, 10);
    assert_true(state_leave(state, &first, (struct place){ 2, 0 }, 20, &err)); /* there is room again */
    state_close(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(keeps_places),
        IN_FOLDER(keeps_marks),
        IN_FOLDER(keeps_questions_and_words),
        IN_FOLDER(two_sessions_see_each_other),
        IN_FOLDER(a_kill_leaves_it_whole),
        IN_FOLDER(sets_a_damaged_file_aside),
        IN_FOLDER(takes_over_an_older_file),
        IN_FOLDER(leaves_a_newer_file_alone),
        IN_FOLDER(works_without_a_file),
        IN_FOLDER(says_when_nothing_can_be_written),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_finish(&arena);
    return failed;
}
