/* Tests of the cache of a library: the same answers as from the files, whatever happened to it; writers that are killed; several at once. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>

#include "article/census.h"
#include "folder.h"
#include "cached.h"
#include "host/disk.h"
#include "host/file.h"
#include "host/process.h"
#include "library/library.h"
#include "library/ordering.h"
#include "library/store.h"
#include "library/update.h"
#include "random.h"

static const char *const paths[] = { "lib" };
static const char *const places[] = { "安平市", "永丰县", "长宁区", "兴和市", "清河县" };
static const char *const numerals[] = { "一", "二", "三", "四", "五", "六", "七" };

/* A report of its own for each seed. */
static void write_report(const char *path, unsigned seed)
{
    char text[2000];
    const char *place = places[seed % 5], *numeral = numerals[seed % 7];
    sprintf(text, "%s工会第%s次代表大会%s\n\n　　%u年%u月%u日，%s工会第%s次代表大会在市礼堂举行，全体代表出席大会，编号%u。\n\n"
                  "　　大会听取了%s所作的工作报告，选举产生了新一届委员会，号召职工建功立业，增强%s四个意识%s。\n",
            place, numeral, seed % 2 ? "开幕" : "闭幕", 2000 + seed % 20, 1 + seed % 12, 1 + seed % 28, place, numeral, seed,
            seed % 11 ? "主席" : "石中玉", seed % 3 ? "" : "“", seed % 3 ? "" : "”");
    write_file(path, text);
}

static void write_numbered(unsigned number, unsigned seed)
{
    char path[64];
    sprintf(path, "lib/%u/%03u.txt", number % 3, number);
    write_report(path, seed);
}

static void make_library(unsigned n)
{
    set_cache_home();
    make_folder("lib");
    make_folder("lib/0");
    make_folder("lib/1");
    make_folder("lib/2");
    for (unsigned i = 0; i < n; i++)
        write_numbered(i, i);
}

/* Where the cache of the library lies. */
static struct cache cache_of(struct arena *arena)
{
    struct cache cache;
    struct err err;
    assert_true(cache_find(arena, paths, 1, &cache, &err));
    return cache;
}

/* Brings the cache up to date, in a process of its own. */
static void update_at_once(void)
{
    struct arena arena = { 0 };
    struct cache cache = cache_of(&arena);
    update_cache(&cache);
    arena_finish(&arena);
}

/* The same when the clock of files, which is coarse, has ticked since they were changed. */
static void update(void)
{
    sleep_ms(25);
    update_at_once();
}

static const char *const questions[] = { "石中玉", "工会 -闭幕", "place:永丰", "year:2003..2007", "no:3", "gonghui", "szy", "编号7", "\"编号13\"", "/第[二三]次/" };
enum { N_QUESTIONS = sizeof questions / sizeof *questions };

static void count_mentions(void *census, const struct mentions *mentions)
{
    census_count(census, mentions);
}

static void add_counts(struct buf *out, const struct counts *counts)
{
    for (size_t i = 0; i < counts->v.n; i++) {
        const struct counted *counted = &counts->v.v[i];
        buf_add_format(out, "%.*s %u %d-%d", (int)counted->text.n, counted->text.p, counted->n, counted->first, counted->last);
        for (size_t k = 0; k < counted->roles.n; k++)
            buf_add_format(out, " %.*s", (int)counted->roles.v[k].n, counted->roles.v[k].p);
        for (size_t k = 0; k < counted->years.n; k++)
            buf_add_format(out, " %d:%u", counted->years.v[k].year, counted->years.v[k].n);
        buf_add_cstr(out, "\n");
    }
}

/* People and phrases, counted in the order of time. */
static void add_census(struct buf *out, struct library *library)
{
    struct census census = { 0 };
    size_t n = library_count(library);
    uint32_t *numbers = NEW_N(out->arena, uint32_t, n + 1);
    const uint32_t *order = library_order(library, out->arena, ORDER_DATE, false);
    for (size_t i = 0; i < n; i++)
        numbers[i] = order[i] & LISTED_NUMBER;
    assert_int_equal(library_mentions(library, numbers, n, count_mentions, &census, NULL), n);
    add_counts(out, &census.people);
    add_counts(out, &census.terms);
    census_finish(&census);
}

/* All that a library says, in one text: its orders with what is listed, its answers, and who and what is mentioned. */
static struct str said_by(struct arena *arena, struct library *library)
{
    struct buf out = buf_make(arena, 1 << 24);
    for (int key = 0; key < N_ORDERS; key++)
        for (int reverse = 0; reverse < 2; reverse++) {
            const uint32_t *numbers = library_order(library, arena, (enum order_key)key, reverse);
            for (size_t i = 0; i < library_count(library); i++) {
                struct entry entry;
                if (!library_entry(library, arena, numbers[i] & LISTED_NUMBER, &entry))
                    continue;
                buf_add_format(&out, "%d %s#%zu %s %.*s %d\n", key, entry.file, entry.part, entry.id, (int)entry.title.n, entry.title.p,
                               (numbers[i] & LISTED_FIRST) != 0);
            }
        }
    for (size_t q = 0; q < N_QUESTIONS; q++) {
        struct findings found = { 0 };
        size_t matches = 0;
        library_find(library, arena, query_parse(arena, str_of(questions[q]), NULL), &found, NULL, NULL);
        for (size_t i = 0; i < found.n; i++)
            matches += found.v[i].answer.matches;
        buf_add_format(&out, "%s %zu %zu\n", questions[q], found.n, matches);
    }
    add_census(&out, library);
    return buf_str(&out);
}

/* The same by reading all files. */
static struct str said_by_files(struct arena *arena)
{
    struct library library = { 0 };
    library_open(&library, paths, 1, "utf-8", LIBRARY_LOOK);
    assert_null(library.folders);
    struct str said = said_by(arena, &library);
    library_finish(&library);
    return said;
}

/* What somebody is told who looks now, whatever the state of the cache, must be what the files say; true where it came from the cache. */
static bool assert_says(struct str wanted)
{
    struct arena arena = { 0 };
    struct library library = { 0 };
    struct str said;
    library_open(&library, paths, 1, NULL, LIBRARY_LOOK);
    do
        said = said_by(&arena, &library);
    while (library_refresh(&library) == LIBRARY_CHANGED);
    bool cached = library.folders != NULL;
    if (!str_eq(said, wanted))
        fail_msg("another answer than from the files");
    library_finish(&library);
    arena_finish(&arena);
    return cached;
}

static void assert_cached(bool wanted)
{
    struct arena arena = { 0 };
    assert_int_equal(assert_says(said_by_files(&arena)), wanted);
    arena_finish(&arena);
}

/* The words to be offered, of a library that is in the cache or not. */
static struct str words_of(struct arena *arena, const char *encoding)
{
    struct library library = { 0 };
    struct word_list words = { 0 };
    struct buf out = buf_make(arena, 1 << 20);
    library_open(&library, paths, 1, encoding, LIBRARY_LOOK);
    assert_int_equal(library.folders != NULL, encoding == NULL);
    library_words(&library, arena, 6, &words);
    for (size_t i = 0; i < words.n; i++)
        buf_add_format(&out, "%.*s %u\n", (int)words.v[i].text.n, words.v[i].text.p, words.v[i].weight);
    library_finish(&library);
    return buf_str(&out);
}

static void words_are_those_of_the_reports(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    make_library(203); /* each place another number of times */
    remove("lib/0/000.txt");
    update();
    struct str words = words_of(&arena, NULL);
    assert_true(str_eq(words, words_of(&arena, "utf-8")));
    assert_true(str_has(words, STR("永丰县 41\n")) && str_has(words, STR("安平市 40\n")));
    arena_finish(&arena);
}

static void mentions_are_those_of_the_files(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    make_library(40);
    update();
    assert_cached(true); /* whatever there is, it is the same */
    struct str said = said_by_files(&arena);
    assert_true(str_has(said, STR("\n石中玉 4 ")) && str_has(said, STR("\n四个意识 ")));
    assert_false(str_has(said, STR("\n四个意识 14 "))); /* quoted by fourteen */
    arena_finish(&arena);
}

static void answers_are_those_of_the_files(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct library library = { 0 };
    struct err err;
    uint32_t number, other;
    make_library(200);
    write_file("lib/picture", "\x89PNG\r\n\x1A\n\x01\x02\x03");
    write_file("lib/empty", "");
    assert_cached(false);
    update();
    assert_cached(true);
    library_open(&library, paths, 1, NULL, LIBRARY_LOOK);
    assert_int_equal(library.problems.n, 2);
    assert_string_equal(library.problems.v[0].message, "skipped 'lib/empty': empty file");
    assert_true(library.problems.v[1].skipped);
    const uint32_t *numbers = library_order(&library, &arena, ORDER_TITLE, false);
    const struct article *article = library_article(&library, &arena, numbers[17] & LISTED_NUMBER, &err);
    assert_non_null(article);
    assert_true(library_by_id(&library, article->id, &number));
    assert_int_equal(number, numbers[17] & LISTED_NUMBER);
    assert_false(library_by_id(&library, "0123456789abcdef", &other));
    write_report(article->file, 1000);
    assert_null(library_article(&library, &arena, number, &err));
    assert_non_null(strstr(err.text, "has changed since it was read"));
    library_finish(&library);
    arena_finish(&arena);
}

static uint64_t catalogue_inode(void)
{
    struct arena arena = { 0 };
    struct cache cache = cache_of(&arena);
    struct disk_file file = { 0 };
    disk_look(cache_catalogue(&arena, &cache), &file);
    arena_finish(&arena);
    return file.inode;
}

static size_t n_segments(void)
{
    struct arena arena = { 0 };
    struct cache cache = cache_of(&arena);
    struct catalogue_file file;
    bool there;
    assert_true(catalogue_open(&file, &arena, cache_catalogue(&arena, &cache), &there, NULL));
    size_t n = file.segments.n;
    catalogue_close(&file);
    arena_finish(&arena);
    return n;
}

static void changes_are_found(void **state)
{
    (void)state;
    make_library(100);
    write_report("lib/1.txt", 900); /* behind all of lib/1, though . comes before / */
    update();
    uint64_t inode = catalogue_inode();
    update();
    assert_int_equal(catalogue_inode(), inode); /* nothing to do, nothing written */
    write_numbered(200, 200);
    assert_cached(false);
    update();
    assert_cached(true);
    assert_int_equal(remove("lib/0/003.txt"), 0);
    write_numbered(4, 300); /* of the same size, maybe */
    update();
    assert_cached(true);
    make_folder("lib/3");
    assert_int_equal(rename("lib/1", "lib/4"), 0);
    write_report("lib/3/twin", 2); /* the same as another that stays */
    update();
    assert_cached(true);
    make_folder("lib/1");
    for (unsigned i = 0; i < 20; i++) { /* segments are merged, numbers have holes */
        char gone[64];
        write_numbered(0, 400 + i);
        write_numbered(500 + i, 500 + i);
        sprintf(gone, "lib/2/%03u.txt", 3 * i + 2);
        assert_int_equal(remove(gone), 0);
        update();
        assert_cached(true);
    }
    assert_true(n_segments() < 5);
}

/* Opened by somebody who waits for an answer: with what is told, and whether it came from the cache. */
static void assert_renewed(bool wanted, const char *told)
{
    struct arena arena = { 0 };
    struct library library = { 0 };
    struct str files = said_by_files(&arena);
    library_open(&library, paths, 1, NULL, (enum library_use)(LIBRARY_LOOK | LIBRARY_RENEW));
    assert_int_equal(library_has_cache(&library), wanted);
    assert_true(str_eq(said_by(&arena, &library), files));
    assert_int_equal(library.problems.n, told != NULL);
    if (told)
        assert_non_null(strstr(library.problems.v[0].message, told));
    library_finish(&library);
    arena_finish(&arena);
}

static void a_cache_is_renewed(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    make_library(50);
    assert_renewed(false, NULL); /* there is none, and none is made */
    assert_renewed(false, NULL);
    update();
    write_numbered(7, 300);
    write_numbered(60, 60);
    sleep_ms(25);
    assert_renewed(true, NULL);
    assert_cached(true);
    write_numbered(8, 301);
    struct cache cache = cache_of(&arena);
    const char *lock = disk_path(&arena, cache.folder, "lock");
    bool held;
    int fd = disk_lock(lock, &held, NULL);
    assert_renewed(false, "is not up to date"); /* another writes, and does not come to an end */
    disk_close(fd);
    for (unsigned i = 100; i < 2200; i++) /* too many to be waited for */
        write_numbered(i, i);
    assert_renewed(false, "is not up to date");
    update();
    assert_renewed(true, NULL);
    write_file(cache_catalogue(&arena, &cache), "no catalogue");
    assert_renewed(false, "is damaged");
    arena_finish(&arena);
}

/* Numbers of frequent phrases, of a library that is large enough for some to be kept: those of the cache with what goes and comes, and those
 * of who reads. */
static void assert_numbers(void)
{
    static const char *const phrases[] = { "工会", "建功立业", "代表大会在市礼堂举行，", "主席", "石中玉", "会", "大会听取了主席所作的工作报告" };
    struct arena arena = { 0 };
    struct library library = { 0 };
    library_open(&library, paths, 1, NULL, LIBRARY_LOOK);
    assert_true(library_has_cache(&library));
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
        const struct query *query = query_parse(&arena, str_of(phrases[i]), NULL);
        struct tally tally = library_tally(&library, query, NULL);
        struct findings found = { 0 };
        size_t matches = 0;
        library_find(&library, &arena, query, &found, NULL, NULL);
        for (size_t k = 0; k < found.n; k++)
            matches += found.v[k].answer.matches;
        assert_int_equal(tally.reports, found.n);
        assert_int_equal(tally.matches, matches);
        assert_true(found.n > 0);
    }
    library_finish(&library);
    arena_finish(&arena);
}

static void numbers_of_phrases(void **state)
{
    (void)state;
    enum { MANY = PHRASES_LEAST + 10 };
    make_library(MANY);
    update();
    assert_numbers();
    for (unsigned i = 0; i < 40; i++)
        write_numbered(i, MANY + i);
    update();
    assert_numbers();
    for (unsigned i = 0; i < MANY / 4; i++) {
        char path[64];
        sprintf(path, "lib/%u/%03u.txt", i % 3, i);
        assert_int_equal(remove(path), 0);
    }
    update();
    assert_numbers();
}

struct findings_kept {
    struct arena arena;
    struct findings found;
};

static bool note_found(void *context, const struct found *found)
{
    *PUSH(&((struct findings_kept *)context)->arena, &((struct findings_kept *)context)->found) = *found;
    return true;
}

/* What is found in a moment is true, though not all: of what is excluded only the reports that lack its pairs are asked. */
static void in_a_moment(void **state)
{
    (void)state;
    struct library library = { 0 };
    struct findings_kept some = { 0 }, all = { 0 };
    const struct query *query = query_parse(&all.arena, STR("-石中玉 工会 -没有这样的话"), NULL);
    make_library(60);
    write_file("lib/apart.txt", "甲市工会第三次代表大会开幕\n\n　　工会的石中。\n\n　　中玉之石，职工代表出席大会。\n"); /* the pairs, not the name */
    update();
    library_open(&library, paths, 1, NULL, LIBRARY_LOOK);
    assert_true(library_has_cache(&library));
    const uint32_t *numbers = library_order(&library, &all.arena, ORDER_DATE, false);
    size_t n = library_count(&library), at = 0;
    assert_true(library_find_in(&library, query, numbers, n, note_found, &all, NULL));
    assert_false(library_find_in(&library, query, numbers, n, note_found, &some, &(struct patience){ NULL, now_ms() + 60000 }));
    for (size_t i = 0; i < all.found.n && at < some.found.n; i++)
        at += all.found.v[i].number == some.found.v[at].number && all.found.v[i].answer.matches == some.found.v[at].answer.matches;
    assert_int_equal(at, some.found.n);
    assert_int_equal(some.found.n, 61 - 6 - 1); /* six name him */
    assert_int_equal(all.found.n, 61 - 6);
    library_finish(&library);
    arena_finish(&some.arena);
    arena_finish(&all.arena);
}

/* Times that lie in the future, and a file that could not be read before: both cost nothing but a look. */
static void odd_times(void **state)
{
    (void)state;
    struct timespec future[2] = { { 4000000000, 5 }, { 4000000000, 5 } };
    make_library(20);
    assert_int_equal(utimensat(AT_FDCWD, "lib/0/003.txt", future, 0), 0);
    assert_int_equal(utimensat(AT_FDCWD, "lib/1", future, 0), 0);
    assert_int_equal(symlink("nowhere", "lib/link"), 0);
    update();
    assert_cached(true);
    uint64_t inode = catalogue_inode();
    update();
    assert_int_equal(catalogue_inode(), inode);
    write_report("lib/0/003.txt", 77);
    assert_cached(false);
    update();
    assert_cached(true);
}

/* A file that is moved keeps its number, and what is open meanwhile keeps what it has. */
static void moved_files_keep_their_number(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct library library = { 0 };
    struct entry entry;
    uint32_t number;
    make_library(30);
    update();
    library_open(&library, paths, 1, NULL, LIBRARY_LOOK);
    number = library_order(&library, &arena, ORDER_SIZE, true)[3] & LISTED_NUMBER;
    assert_true(library_entry(&library, &arena, number, &entry));
    assert_int_equal(rename(entry.file, "lib/elsewhere"), 0);
    update();
    assert_true(library_entry(&library, &arena, number, &entry));
    assert_string_not_equal(entry.file, "lib/elsewhere");
    assert_int_equal(library_refresh(&library), LIBRARY_CHANGED);
    assert_true(library_entry(&library, &arena, number, &entry));
    assert_string_equal(entry.file, "lib/elsewhere");
    assert_int_equal(library_refresh(&library), LIBRARY_SAME);
    library_finish(&library);
    arena_finish(&arena);
}

/* What stands in the cache, by name; the first is the catalogue. */
static const char *cache_file(struct arena *arena, size_t i)
{
    struct cache cache = cache_of(arena);
    struct walk walk = { 0 };
    walk_path(arena, cache.folder, &walk);
    for (size_t k = 0, n = 0; k < walk.files.n; k++)
        if (!strstr(walk.files.v[k].path, "/lock") && n++ == i)
            return walk.files.v[k].path;
    return NULL;
}

enum damage { CUT, EMPTIED, FLIPPED, ZEROED, FOREIGN, GONE, A_FOLDER, A_PIPE, N_DAMAGES };

static void do_damage(const char *path, enum damage damage, struct dice *dice)
{
    struct disk_file file;
    unsigned char byte, zeros[512] = { 0 };
    assert_true(disk_look(path, &file));
    int fd = open(path, O_RDWR);
    uint64_t at = roll_below(dice, file.size);
    switch (damage) {
    case CUT: assert_int_equal(ftruncate(fd, (off_t)at), 0); break;
    case EMPTIED: assert_int_equal(ftruncate(fd, 0), 0); break;
    case FLIPPED:
        assert_int_equal(pread(fd, &byte, 1, (off_t)at), 1);
        byte ^= (unsigned char)(1 << roll_below(dice, 8));
        assert_int_equal(pwrite(fd, &byte, 1, (off_t)at), 1);
        break;
    case ZEROED: assert_true(pwrite(fd, zeros, sizeof zeros, (off_t)(at / 512 * 512)) > 0); break;
    case FOREIGN: write_file(path, "SQLite format 3"); break;
    default:
        remove(path);
        if (damage == A_FOLDER)
            make_folder(path);
        else if (damage == A_PIPE)
            assert_int_equal(mkfifo(path, 0600), 0);
    }
    close(fd);
}

static void a_damaged_cache_is_never_believed(void **state)
{
    (void)state;
    struct dice dice = { 5 };
    struct arena files = { 0 };
    make_library(40);
    struct str wanted = said_by_files(&files);
    update();
    for (int round = 0; round < 8 * N_DAMAGES; round++) {
        struct arena arena = { 0 };
        const char *path = cache_file(&arena, (size_t)round / N_DAMAGES % 2);
        if (path)
            do_damage(path, (enum damage)(round % N_DAMAGES), &dice);
        assert_says(wanted); /* where nobody asked for the spoiled piece, from the cache */
        update_at_once();
        assert_says(wanted);
        arena_finish(&arena);
    }
    arena_finish(&files);
}

/* A cache of another library, or one that stands where a folder should, and files in the place of its lock. */
static void strange_things_in_its_place(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct cache cache;
    make_library(10);
    cache = cache_of(&arena);
    struct err err;
    char *aside = arena_alloc(&arena, strlen(cache.folder) + 10, 1);
    sprintf(aside, "%s.bad-1", cache.folder);
    update();
    assert_int_equal(remove(disk_path(&arena, cache.folder, "lock")), 0);
    make_folder(disk_path(&arena, cache.folder, "lock"));
    write_numbered(11, 11);
    update();
    assert_true(file_exists(aside));
    assert_cached(true);
    cache_set_aside(&cache, 0);
    write_file(cache.folder, "a file");
    update();
    assert_cached(true);
    cache_set_aside(&cache, 0);
    assert_true(disk_make_folder(cache.folder, &err));
    update();
    assert_cached(true);
    arena_finish(&arena);
}

/* Whoever kills a writer leaves the old or the new. DAHUI_KILLS is how often. */
static void killed_writers_leave_old_or_new(void **state)
{
    (void)state;
    const char *named = getenv("DAHUI_KILLS");
    long kills = named ? strtol(named, NULL, 10) : 500;
    struct arena arena = { 0 };
    struct dice dice = { 7 };
    make_library(24);
    struct cache cache = cache_of(&arena);
    for (long i = 0; i < kills; i++) {
        struct process process;
        struct store store;
        struct err err = { "" };
        write_numbered((unsigned)roll_below(&dice, 24), (unsigned)roll_below(&dice, 1000));
        assert_true(process_start(&process, update_here, &cache));
        usleep((unsigned)roll_below(&dice, 9000));
        process_stop(&process);
        if (!store_open(&store, &cache, paths, &err)) {
            assert_string_equal(atomic_load(&store.damaged) ? err.text : "", "");
            continue;
        }
        struct store_reader reader = { 0 };
        struct arena work = { 0 };
        const uint32_t *numbers = store_order(&store, &work, ORDER_DATE, i % 2);
        assert_non_null(numbers);
        assert_true(store.catalogue.meta.n_listed <= 24);
        for (size_t k = 0; k < store.catalogue.meta.n_listed; k++) {
            struct entry entry;
            assert_true(store_entry(&store, &reader, &work, numbers[k] & LISTED_NUMBER, &entry));
        }
        assert_false(atomic_load(&store.damaged));
        arena_finish(&work);
        store_reader_finish(&reader);
        store_close(&store);
    }
    update();
    assert_cached(true);
    arena_finish(&arena);
}

static void change_and_update(void *context)
{
    struct dice dice = { *(unsigned *)context };
    for (int i = 0; i < 30; i++) {
        write_numbered((unsigned)roll_below(&dice, 40), (unsigned)roll_below(&dice, 1000));
        update();
    }
}

/* Two that change files and bring the cache up to date, and one that reads. */
static void several_processes(void **state)
{
    (void)state;
    struct process writers[2];
    unsigned seeds[2] = { 1, 2 };
    struct arena arena = { 0 };
    struct library library = { 0 };
    make_library(40);
    update();
    library_open(&library, paths, 1, NULL, LIBRARY_LOOK);
    for (int i = 0; i < 2; i++)
        assert_true(process_start(&writers[i], change_and_update, &seeds[i]));
    while (!process_wait(&writers[0], 0) || !process_wait(&writers[1], 0)) {
        library_refresh(&library);
        assert_non_null(library.folders);
        said_by(&arena, &library);
        arena_reset(&arena);
    }
    assert_int_equal(library.problems.n, 0);
    library_finish(&library);
    update();
    assert_cached(true);
    arena_finish(&arena);
}

/* Refreshes until what the library says is what the files say. */
static bool comes_to_agree(struct library *library)
{
    bool same = false;
    for (int i = 0; i < 2000 && !same; i++) {
        struct arena arena = { 0 };
        library_refresh(library);
        same = str_eq(said_by(&arena, library), said_by_files(&arena));
        arena_finish(&arena);
        sleep_ms(same ? 0 : 5);
    }
    return same;
}

static void a_kept_library_follows_its_folder(void **state)
{
    (void)state;
    struct library library = { 0 };
    make_library(120);
    library_open(&library, paths, 1, NULL, LIBRARY_KEEP);
    assert_true(comes_to_agree(&library));
    assert_non_null(library.folders);
    write_numbered(7, 2000);
    assert_int_equal(remove("lib/0/003.txt"), 0);
    assert_true(comes_to_agree(&library));
    make_folder("lib/new");
    assert_true(comes_to_agree(&library));
    write_report("lib/new/1", 3000);
    assert_true(comes_to_agree(&library));
    library_finish(&library);
    library = (struct library){ 0 };
    library_open(&library, paths, 1, NULL, LIBRARY_KEEP); /* what is there is shown; who keeps it comes behind */
    write_report("lib/new/2", 3001);
    library_keep(&library);
    library_keep(&library); /* once is enough */
    assert_true(comes_to_agree(&library));
    library_finish(&library);
}

/* A library whose cache cannot be written is read into memory, and that is said once. */
static void assert_does_without(void)
{
    struct arena arena = { 0 };
    struct library library = { 0 };
    library_open(&library, paths, 1, NULL, LIBRARY_KEEP);
    library_keep(&library);
    for (int i = 0; i < 1000 && library.folders; i++, sleep_ms(5))
        library_refresh(&library);
    assert_null(library.folders);
    assert_int_equal(library.problems.n, 1);
    assert_true(library.problems.v[0].skipped);
    assert_true(str_eq(said_by(&arena, &library), said_by_files(&arena)));
    library_finish(&library);
    arena_finish(&arena);
}

static void no_place_for_a_cache(void **state)
{
    (void)state;
    make_library(20);
    setenv("XDG_CACHE_HOME", "/dev/null/here", 1);
    assert_does_without();
    unsetenv("XDG_CACHE_HOME");
    char *home = getenv("HOME") ? strdup(getenv("HOME")) : NULL;
    unsetenv("HOME");
    assert_does_without();
    if (home)
        setenv("HOME", home, 1);
    free(home);
}

static void a_full_disk(void **state)
{
    (void)state;
    struct rlimit before, small;
    make_library(200);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    for (unsigned kb = 0; kb < 100; kb += 30) { /* nothing can be written; a part of it */
        small = (struct rlimit){ kb << 10, before.rlim_max };
        assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
        assert_does_without();
        assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    }
    update();
    assert_cached(true);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(answers_are_those_of_the_files),
        IN_FOLDER(words_are_those_of_the_reports),
        IN_FOLDER(mentions_are_those_of_the_files),
        IN_FOLDER(changes_are_found),
        IN_FOLDER(a_cache_is_renewed),
        IN_FOLDER(numbers_of_phrases),
        IN_FOLDER(in_a_moment),
        IN_FOLDER(odd_times),
        IN_FOLDER(moved_files_keep_their_number),
        IN_FOLDER(a_damaged_cache_is_never_believed),
        IN_FOLDER(strange_things_in_its_place),
        IN_FOLDER(killed_writers_leave_old_or_new),
        IN_FOLDER(several_processes),
        IN_FOLDER(a_kept_library_follows_its_folder),
        IN_FOLDER(no_place_for_a_cache),
        IN_FOLDER(a_full_disk),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
