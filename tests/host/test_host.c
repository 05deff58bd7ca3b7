/* Tests of host: files of every kind, and walks through folders that somebody made difficult. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "folder.h"
#include "host/file.h"
#include "host/workers.h"

static void make_socket(const char *path)
{
    struct sockaddr_un address = { .sun_family = AF_UNIX };
    strcpy(address.sun_path, path);
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    assert_int_equal(bind(fd, (const struct sockaddr *)&address, sizeof address), 0);
    close(fd);
}

static size_t open_descriptors(void)
{
    size_t n = 0;
    DIR *dir = opendir("/proc/self/fd");
    if (!dir)
        return 0;
    while (readdir(dir))
        n++;
    closedir(dir);
    return n;
}

/* Reads a file that must be refused with these words, and leaves nothing open. */
static void assert_refused(const char *path, const char *words)
{
    struct arena arena = { 0 };
    struct bytes bytes = { NULL, 7 };
    struct err err = { "" };
    size_t before = open_descriptors();
    alarm(10); /* what blocks, fails */
    assert_false(file_read(&arena, path, &bytes, &err));
    alarm(0);
    assert_string_equal(err.text, words);
    assert_int_equal(open_descriptors(), before);
    arena_finish(&arena);
}

static void files_are_read_whole(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct bytes bytes;
    struct err err;
    write_file("甲.txt", "会议\n");
    assert_true(file_read(&arena, "甲.txt", &bytes, &err));
    assert_int_equal(bytes.n, 7);
    assert_memory_equal(bytes.p, "会议\n", 7);
    write_file("empty", "");
    assert_true(file_read(&arena, "empty", &bytes, &err));
    assert_int_equal(bytes.n, 0);
    assert_int_equal(symlink("甲.txt", "link"), 0);
    assert_true(file_read(&arena, "link", &bytes, &err));
    assert_int_equal(bytes.n, 7);
    assert_true(file_exists("link"));
    assert_false(file_exists("nothing"));
    arena_finish(&arena);
}

static void large_files_are_read_whole(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct bytes bytes;
    struct err err;
    enum { N = 3000000 };
    char *text = malloc(N + 1);
    for (size_t i = 0; i < N; i++)
        text[i] = (char)('a' + i % 23);
    text[N] = '\0';
    write_file("large", text);
    assert_true(file_read(&arena, "large", &bytes, &err));
    assert_int_equal(bytes.n, N);
    assert_memory_equal(bytes.p, text, N);
    free(text);
    arena_finish(&arena);
}

/* A file whose size the system does not know, or that lies about it. */
static void sizes_are_not_trusted(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct bytes bytes;
    struct err err;
    if (!file_exists("/proc/self/status"))
        skip();
    assert_true(file_read(&arena, "/proc/self/status", &bytes, &err));
    assert_true(bytes.n > 0);
    arena_finish(&arena);
}

static void what_is_no_file_is_refused(void **state)
{
    (void)state;
    make_folder("folder.txt");
    assert_int_equal(mkfifo("pipe", 0666), 0);
    make_socket("socket");
    assert_int_equal(symlink("b", "a"), 0);
    assert_int_equal(symlink("a", "b"), 0);
    assert_int_equal(symlink("gone", "dangling"), 0);
    assert_refused("nothing", "cannot open 'nothing': No such file or directory");
    assert_refused("nothing/here", "cannot open 'nothing/here': No such file or directory");
    assert_refused("dangling", "cannot open 'dangling': No such file or directory");
    assert_refused("a", "cannot open 'a': Too many levels of symbolic links");
    assert_refused("folder.txt", "cannot read 'folder.txt': is a folder");
    assert_refused("pipe", "cannot read 'pipe': is a named pipe");
    assert_refused("socket", "cannot read 'socket': is a socket");
    assert_refused("/dev/null", "cannot read '/dev/null': is a device");
    assert_refused("/dev/zero", "cannot read '/dev/zero': is a device");
    assert_refused("", "cannot open '': No such file or directory");
}

static void no_permission(void **state)
{
    (void)state;
    if (geteuid() == 0)
        skip(); /* root may read all */
    write_file("secret", "x");
    assert_int_equal(chmod("secret", 0), 0);
    assert_refused("secret", "cannot open 'secret': Permission denied");
}

static void too_large_is_refused_at_once(void **state)
{
    (void)state;
    write_file("huge", "");
    if (truncate("huge", (off_t)FILE_LIMIT + 1) != 0)
        skip();
    assert_refused("huge", "cannot read 'huge': larger than 256 MiB");
    if (truncate("huge", (off_t)10 << 30) == 0)
        assert_refused("huge", "cannot read 'huge': larger than 256 MiB");
}

static void a_long_path_keeps_its_reason(void **state)
{
    (void)state;
    char path[3000], words[3100];
    for (size_t i = 0; i < sizeof path; i += 2)
        memcpy(path + i, "./", 2);
    strcpy(path + sizeof path - 8, "nothing");
    snprintf(words, sizeof words, "cannot open '%s': No such file or directory", path);
    assert_refused(path, words);
}

/* Walks, and puts down what was found: the files, then ! and each problem, s before those that were skipped. */
static void assert_walk(const char *path, const char *wanted)
{
    struct arena arena = { 0 };
    struct walk walk = { 0 };
    static char got[100000];
    size_t before = open_descriptors();
    got[0] = '\0';
    alarm(20);
    walk_path(&arena, path, &walk);
    alarm(0);
    for (size_t i = 0; i < walk.files.n; i++)
        strcat(strcat(got, walk.files.v[i].path), "\n");
    for (size_t i = 0; i < walk.problems.n; i++)
        strcat(strcat(strcat(got, walk.problems.v[i].skipped ? "s " : "! "), walk.problems.v[i].message), "\n");
    assert_string_equal(got, wanted);
    assert_int_equal(open_descriptors(), before);
    arena_finish(&arena);
}

static void walks_in_order_of_names(void **state)
{
    (void)state;
    write_file("b", "");
    write_file("a", "");
    write_file("10", "");
    write_file("9", "");
    make_folder("aa");
    write_file("aa/z", "");
    write_file("aa/c", "");
    write_file("会", "");
    assert_walk(".", "./10\n./9\n./a\n./aa/c\n./aa/z\n./b\n./会\n");
    assert_walk("aa/", "aa/c\naa/z\n");
    assert_walk("aa", "aa/c\naa/z\n");
}

static void walks_take_what_is_named(void **state)
{
    (void)state;
    make_folder(".hidden");
    write_file(".hidden/.a", "");
    write_file(".hidden/b", "");
    assert_walk("nothing", "nothing\n");
    assert_walk(".hidden/.a", ".hidden/.a\n");
    assert_walk(".hidden", ".hidden/b\n"); /* named, it is walked */
    assert_walk(".", "");
    make_folder("empty");
    assert_walk("empty", "");
    assert_walk("/dev/null", "/dev/null\n");
}

static void walks_pass_over_what_is_no_file(void **state)
{
    (void)state;
    write_file("a", "");
    assert_int_equal(mkfifo("b", 0666), 0);
    make_socket("c");
    assert_int_equal(symlink("/dev/zero", "d"), 0);
    assert_int_equal(symlink("gone", "e"), 0);
    assert_walk(".", "./a\n"
                     "s skipped './b': a pipe, a socket or a device\n"
                     "s skipped './c': a pipe, a socket or a device\n"
                     "s skipped './d': a pipe, a socket or a device\n"
                     "! cannot open './e': No such file or directory\n");
}

static void walks_end_where_links_go_round(void **state)
{
    (void)state;
    make_folder("a");
    make_folder("a/b");
    write_file("a/b/text", "");
    assert_int_equal(symlink("..", "a/b/up"), 0);
    assert_int_equal(symlink(".", "a/self"), 0);
    assert_int_equal(symlink("b", "a/c"), 0);
    assert_int_equal(symlink("y", "a/x"), 0);
    assert_int_equal(symlink("x", "a/y"), 0);
    assert_walk("a", "a/b/text\n"
                     "s skipped 'a/b/up': a folder that was visited already by another name\n"
                     "s skipped 'a/c': a folder that was visited already by another name\n"
                     "s skipped 'a/self': a folder that was visited already by another name\n"
                     "s skipped 'a/x': links that lead round in a circle\n"
                     "s skipped 'a/y': links that lead round in a circle\n");
}

static void walks_follow_links(void **state)
{
    (void)state;
    make_folder("a");
    make_folder("b");
    write_file("b/text", "");
    assert_int_equal(symlink("../b", "a/folder"), 0);
    assert_int_equal(symlink("../b/text", "a/file"), 0);
    assert_walk("a", "a/file\na/folder/text\n");
}

static void walks_go_no_deeper_than_they_may(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct walk walk = { 0 };
    for (int i = 0; i < 100; i++) {
        write_file("text", "");
        make_folder("d");
        assert_int_equal(chdir("d"), 0);
    }
    assert_int_equal(chdir(folder), 0);
    walk_path(&arena, ".", &walk);
    assert_int_equal(walk.files.n, 65); /* the folder that was named, and 64 below it */
    assert_int_equal(walk.problems.n, 1);
    assert_false(walk.problems.v[0].skipped);
    assert_non_null(strstr(walk.problems.v[0].message, "more than 64 folders deep"));
    arena_finish(&arena);
}

static void walks_keep_names_as_they_are(void **state)
{
    (void)state;
    static const char *const names[] = { "\x01\x1B[31m", "a\nb", "\xB9\xA4\xBB\xE1", "\xFF", "-", "#1", "%s%n", "a'b\"c" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        write_file(names[i], "x");
    assert_walk(".", "./\x01\x1B[31m\n./#1\n./%s%n\n./-\n./a\nb\n./a'b\"c\n./\xB9\xA4\xBB\xE1\n./\xFF\n");
    struct arena arena = { 0 };
    struct bytes bytes;
    struct err err;
    assert_true(file_read(&arena, "./\xB9\xA4\xBB\xE1", &bytes, &err));
    arena_finish(&arena);
}

static void walks_tell_of_closed_folders(void **state)
{
    (void)state;
    if (geteuid() == 0)
        skip();
    make_folder("closed");
    write_file("closed/a", "");
    write_file("open", "");
    assert_int_equal(chmod("closed", 0), 0);
    assert_walk(".", "./open\n! cannot open folder './closed': Permission denied\n");
    assert_int_equal(chmod("closed", 0700), 0);
}

static void walks_through_many(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct walk walk = { 0 };
    enum { N = 3000 };
    for (int i = 0; i < N; i++) {
        char name[32];
        snprintf(name, sizeof name, "%04d", (i * 7) % N);
        write_file(name, "");
    }
    walk_path(&arena, ".", &walk);
    assert_int_equal(walk.files.n, N);
    for (size_t i = 1; i < N; i++)
        assert_true(strcmp(walk.files.v[i - 1].path, walk.files.v[i].path) < 0);
    arena_finish(&arena);
}

/* Which jobs were done, each by whom; a worker's own count needs no lock. */
struct tally {
    unsigned char done[10000];
    size_t by[WORKERS_MOST];
};

static void tick(void *context, size_t worker, size_t i)
{
    struct tally *tally = context;
    tally->done[i]++;
    tally->by[worker]++;
}

static void every_job_is_done_once(void **state)
{
    (void)state;
    static const size_t counts[] = { 0, 1, 2, 3, 100, 10000 };
    assert_in_range(workers_count(), 1, WORKERS_MOST);
    for (size_t k = 0; k < sizeof counts / sizeof *counts; k++) {
        struct tally tally = { .done = { 0 } };
        size_t sum = 0;
        workers_run(counts[k], tick, &tally);
        for (size_t i = 0; i < 10000; i++)
            assert_int_equal(tally.done[i], i < counts[k]);
        for (size_t i = 0; i < WORKERS_MOST; i++)
            sum += tally.by[i];
        assert_int_equal(sum, counts[k]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(files_are_read_whole),
        IN_FOLDER(large_files_are_read_whole),
        IN_FOLDER(sizes_are_not_trusted),
        IN_FOLDER(what_is_no_file_is_refused),
        IN_FOLDER(no_permission),
        IN_FOLDER(too_large_is_refused_at_once),
        IN_FOLDER(a_long_path_keeps_its_reason),
        IN_FOLDER(walks_in_order_of_names),
        IN_FOLDER(walks_take_what_is_named),
        IN_FOLDER(walks_pass_over_what_is_no_file),
        IN_FOLDER(walks_end_where_links_go_round),
        IN_FOLDER(walks_follow_links),
        IN_FOLDER(walks_go_no_deeper_than_they_may),
        IN_FOLDER(walks_keep_names_as_they_are),
        IN_FOLDER(walks_tell_of_closed_folders),
        IN_FOLDER(walks_through_many),
        cmocka_unit_test(every_job_is_done_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
