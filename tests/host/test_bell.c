/* Tests of bells. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <poll.h>

#include "host/bell.h"
#include "host/workers.h"

static bool rings(const struct bell *bell, int ms)
{
    struct pollfd on = { .fd = bell->ends[0], .events = POLLIN };
    return poll(&on, 1, ms) == 1;
}

static void ring(void *bell)
{
    bell_ring(bell);
}

static void rung_and_heard(void **state)
{
    (void)state;
    struct bell bell;
    assert_true(bell_open(&bell));
    assert_false(bell_heard(&bell));
    assert_false(rings(&bell, 0));
    struct aside *aside = aside_start(ring, &bell);
    assert_true(rings(&bell, -1));
    assert_true(bell_heard(&bell));
    assert_false(bell_heard(&bell)); /* once */
    aside_wait(aside, -1);
    for (int i = 0; i < 200000; i++) /* more than a pipe holds: nobody is kept waiting */
        bell_ring(&bell);
    assert_true(bell_heard(&bell));
    assert_false(rings(&bell, 0));
    bell_close(&bell);
    bell_close(&bell);
}

struct slow {
    struct bell go_on, over;
};

static void wait_and_ring(void *context)
{
    struct slow *slow = context;
    rings(&slow->go_on, -1);
    bell_ring(&slow->over);
}

/* One that is left goes on; one that has ended may be left, too. */
static void left(void **state)
{
    (void)state;
    struct slow slow;
    assert_true(bell_open(&slow.go_on) && bell_open(&slow.over));
    aside_leave(aside_start(wait_and_ring, &slow));
    assert_false(bell_heard(&slow.over));
    bell_ring(&slow.go_on);
    assert_true(rings(&slow.over, -1));
    assert_true(bell_heard(&slow.over));
    struct aside *aside = aside_start(wait_and_ring, &slow);
    assert_true(rings(&slow.over, -1));
    aside_leave(aside);
    aside_leave(NULL);
    bell_close(&slow.go_on);
    bell_close(&slow.over);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(rung_and_heard), cmocka_unit_test(left) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
