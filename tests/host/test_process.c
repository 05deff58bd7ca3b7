/* Tests of host/process: crews whose workers crash, hang, and run out of memory. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "host/process.h"

enum { N = 200, HANGS = 11, CRASHES = 50, GREEDY = 60, LEAVES = 70, STOPS_AT = 90, LARGE = 100 };

struct tally {
    bool answered[N];
    char why[N][100];
    size_t largest;
    size_t stop_at; /* N: never */
};

static void do_one(void *context, size_t i, struct buf *answer)
{
    (void)context;
    if (i == HANGS)
        for (;;)
            sleep_ms(1000);
    if (i == CRASHES) {
        signal(SIGSEGV, SIG_DFL); /* a sanitizer's words are of no use here */
        raise(SIGSEGV);
    }
    if (i == GREEDY)
        arena_no_memory();
    if (i == LEAVES)
        _exit(7);
    for (size_t k = 0; k < (i == LARGE ? 3000000 : i); k++)
        buf_add_bytes(answer, "x", 1);
}

static bool note(void *context, size_t i, struct bytes answer, const char *why)
{
    struct tally *tally = context;
    assert_true(i < N);
    assert_false(tally->answered[i]);
    tally->answered[i] = true;
    if (why)
        strcpy(tally->why[i], why);
    else
        assert_int_equal(answer.n, i == LARGE ? 3000000 : i);
    return i != tally->stop_at;
}

static void the_rest_goes_on(void **state)
{
    (void)state;
    static struct tally tally = { .stop_at = N };
    struct crew crew = { note, do_one, &tally, N, 1, (size_t)1 << 30, 0 };
    assert_true(crew_run(&crew));
    for (size_t i = 0; i < N; i++) {
        assert_true(tally.answered[i]);
        if (i != HANGS && i != CRASHES && i != GREEDY && i != LEAVES)
            assert_string_equal(tally.why[i], "");
    }
    assert_string_equal(tally.why[HANGS], "took longer than 1 s");
    assert_string_equal(tally.why[CRASHES], "ended whoever read it: signal 11");
    assert_string_equal(tally.why[GREEDY], "needs too much memory");
    assert_string_equal(tally.why[LEAVES], "ended whoever read it");
}

static void a_crew_can_be_stopped(void **state)
{
    (void)state;
    static struct tally tally = { .stop_at = 3 };
    struct crew crew = { note, do_one, &tally, N, 1, (size_t)1 << 30, 0 };
    assert_false(crew_run(&crew));
    crew.n = 0;
    assert_true(crew_run(&crew));
}

static void tell_whether_open(void *context, size_t i, struct buf *answer)
{
    (void)i;
    buf_add_cstr(answer, fcntl(*(int *)context, F_GETFD) < 0 ? "closed" : "open");
}

static bool expect_closed(void *context, size_t i, struct bytes answer, const char *why)
{
    (void)context;
    (void)i;
    return !why && answer.n == 6;
}

/* Who is killed leaves workers that are still dying; they must not keep what it had locked. */
static void a_crew_holds_no_lock(void **state)
{
    (void)state;
    int lock = open("/dev/null", O_RDWR | O_CLOEXEC);
    assert_true(lock > 0);
    assert_true(crew_run(&(struct crew){ expect_closed, tell_whether_open, &lock, 4, 1, (size_t)1 << 30, lock }));
    assert_int_not_equal(fcntl(lock, F_GETFD), -1);
    close(lock);
}

static void fill(void *context)
{
    *(volatile int *)context = 5;
}

static void hang(void *context)
{
    (void)context;
    for (;;)
        sleep_ms(1000);
}

static void processes_share_what_is_shared(void **state)
{
    (void)state;
    struct process process;
    int *shared = shared_make(sizeof *shared), own = 1;
    assert_true(process_start(&process, fill, shared));
    assert_true(process_wait(&process, -1));
    assert_int_equal(*shared, 5);
    assert_true(process_start(&process, fill, &own));
    assert_true(process_wait(&process, -1));
    assert_int_equal(own, 1);
    assert_true(process_start(&process, hang, NULL));
    assert_false(process_wait(&process, 1));
    process_stop(&process);
    assert_true(process_wait(&process, 0));
    shared_give_back(shared, sizeof *shared);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_rest_goes_on),
        cmocka_unit_test(a_crew_can_be_stopped),
        cmocka_unit_test(a_crew_holds_no_lock),
        cmocka_unit_test(processes_share_what_is_shared),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
