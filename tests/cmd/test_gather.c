/* Tests of gathering people and phrases beside the reader: all of a listing, on from what is known, stopped, and anew. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <poll.h>

#include "cmd/archive.h"
#include "cmd/gather.h"
#include "folder.h"
#include "cached.h"

enum { REPORTS = 300 };

static struct library library;
static struct archive archive;
static struct bell bell;
static struct gatherer gatherer;

/* Reports from `from` on, in a folder: each names 白玉平 and somebody of its own, and every third a phrase. */
static void write_reports(size_t from, size_t n)
{
    char path[40], text[600];
    for (size_t i = from; i < from + n; i++) {
        snprintf(path, sizeof path, "reports/%04zu.txt", i);
        snprintf(text, sizeof text, "某市工会第%zu次代表大会开幕\n\n%zu年5月6日,某市工会第%zu次代表大会开幕。市委书记白玉平出席大会并讲话。第%zu号报告。%s\n", i + 1,
                 2000 + i % 20, i + 1, i, i % 3 ? "" : "要增强“四个意识”。");
        write_file(path, text);
    }
}

static const struct listing *listing_of(size_t n)
{
    static struct listing listing;
    listing = *archive_order(&archive, ORDER_GIVEN, false);
    listing.n = n < listing.n ? n : listing.n;
    return &listing;
}

static int begin(void **state)
{
    if (enter_folder(state))
        return -1;
    make_folder("reports");
    write_reports(0, REPORTS);
    library_add(&library, "reports", NULL);
    archive_open(&archive, &library);
    return bell_open(&bell) ? 0 : -1;
}

static int end(void **state)
{
    gatherer_close(&gatherer);
    bell_close(&bell);
    archive_close(&archive);
    library_finish(&library);
    return leave_folder(state);
}

/* Waits for the bell and hears what there is. */
static struct roster next(bool terms, const struct listing *listing)
{
    struct pollfd on = { .fd = bell.ends[0], .events = POLLIN };
    do {
        poll(&on, 1, 1000);
        bell_heard(&bell);
    } while (!gatherer_gathered(&gatherer, listing));
    struct roster roster = gatherer_roster(&gatherer, terms);
    return roster;
}

static struct roster all(bool terms, const struct listing *listing)
{
    for (gatherer_go_on(&gatherer);; gatherer_go_on(&gatherer)) {
        struct roster roster = next(terms, listing);
        if (roster.progress.done == roster.progress.total)
            return roster;
    }
}

static void assert_same(struct roster a, struct roster b)
{
    assert_int_equal(a.n, b.n);
    for (size_t i = 0; i < a.n; i++) {
        assert_true(str_eq(a.v[i].text, b.v[i].text) && str_eq(a.v[i].roles, b.v[i].roles) && a.v[i].n_reports == b.v[i].n_reports);
        assert_true(a.v[i].first == b.v[i].first && a.v[i].last == b.v[i].last);
    }
}

/* Through a cache and a thread people and phrases are those of the files. */
static void a_cache_tells_the_same(void **state)
{
    (void)state;
    static const char *const paths[] = { "reports" };
    struct library read = library;
    struct gatherer here;
    gatherer_open(&here, &read, NULL);
    gatherer_ask(&here, listing_of(REPORTS), false);
    archive_close(&archive);
    make_cache("reports");
    library = (struct library){ .brief = true };
    library_open(&library, paths, 1, NULL, LIBRARY_LOOK);
    assert_true(library_has_cache(&library));
    archive_open(&archive, &library);
    gatherer_open(&gatherer, &library, &bell);
    gatherer_ask(&gatherer, listing_of(REPORTS), false);
    gatherer_go_on(&gatherer);
    assert_false(gatherer_rests(&gatherer));
    struct roster some = next(false, listing_of(REPORTS));
    assert_true(some.progress.done > 0 && some.progress.done < REPORTS);
    assert_int_equal(some.v[0].n_reports, some.progress.done);
    assert_true(gatherer_rests(&gatherer));
    struct roster all_people = all(false, listing_of(REPORTS));
    assert_same(all_people, gatherer_roster(&here, false));
    assert_same(gatherer_roster(&gatherer, true), gatherer_roster(&here, true));
    gatherer_close(&here);
    library_finish(&read);
}

static void beside_is_as_at_once(void **state)
{
    (void)state;
    gatherer_open(&gatherer, &library, NULL);
    gatherer_ask(&gatherer, listing_of(REPORTS), false);
    struct roster here = gatherer_roster(&gatherer, false), phrases = gatherer_roster(&gatherer, true);
    assert_int_equal(here.progress.done, REPORTS);
    assert_true(here.n > 0 && str_eq(here.v[0].text, STR("白玉平")));
    assert_int_equal(here.v[0].n_reports, REPORTS);
    assert_true(here.v[0].first == 2000 && here.v[0].last == 2019);
    assert_int_equal(phrases.v[0].n_reports, REPORTS / 3);
    struct gatherer kept = gatherer;
    gatherer_open(&gatherer, &library, &bell);
    gatherer_ask(&gatherer, listing_of(REPORTS), false);
    assert_int_equal(gatherer_roster(&gatherer, false).progress.done, 0);
    gatherer_go_on(&gatherer);
    struct roster some = next(false, listing_of(REPORTS));
    assert_true(some.progress.done > 0 && some.progress.done < REPORTS && some.progress.total == REPORTS);
    assert_int_equal(some.v[0].n_reports, some.progress.done);
    struct roster there = all(false, listing_of(REPORTS));
    assert_same(there, here);
    gatherer_close(&kept);
}

/* More reports: on from what was counted. Fewer: anew. */
static void goes_on(void **state)
{
    (void)state;
    gatherer_open(&gatherer, &library, &bell);
    gatherer_ask(&gatherer, listing_of(100), false);
    assert_int_equal(all(false, listing_of(100)).v[0].n_reports, 100);
    gatherer_ask(&gatherer, listing_of(250), false);
    struct roster before = gatherer_roster(&gatherer, false);
    assert_true(before.progress.done == 100 && before.progress.total == 250 && before.v[0].n_reports == 100);
    assert_int_equal(all(false, listing_of(250)).v[0].n_reports, 250);
    gatherer_ask(&gatherer, listing_of(50), true); /* the library has lost some: what was known stays till it is known anew */
    before = gatherer_roster(&gatherer, false);
    assert_true(before.progress.done == 0 && before.v[0].n_reports == 250);
    assert_int_equal(all(false, listing_of(50)).v[0].n_reports, 50);
    gatherer_ask(&gatherer, listing_of(20), false);
    assert_int_equal(gatherer_roster(&gatherer, false).n, 0);
    assert_int_equal(all(true, listing_of(20)).v[0].n_reports, 7);
}

static void stops(void **state)
{
    (void)state;
    gatherer_open(&gatherer, &library, &bell);
    gatherer_ask(&gatherer, listing_of(REPORTS), false);
    gatherer_go_on(&gatherer);
    gatherer_stop(&gatherer);
    struct roster roster = next(false, listing_of(REPORTS));
    gatherer_go_on(&gatherer);
    assert_null(gatherer.aside); /* nobody goes on */
    assert_true(roster.stopped && roster.progress.done < REPORTS);
    size_t done = roster.progress.done;
    gatherer_ask(&gatherer, listing_of(REPORTS), false);
    assert_int_equal(gatherer_roster(&gatherer, false).progress.done, done);
    gatherer_go_on(&gatherer);
    gatherer_ask(&gatherer, listing_of(REPORTS), false); /* asked while a batch is under way */
    roster = all(false, listing_of(REPORTS));
    assert_false(roster.stopped);
    assert_int_equal(roster.v[0].n_reports, REPORTS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_cache_tells_the_same, begin, end),
        cmocka_unit_test_setup_teardown(beside_is_as_at_once, begin, end),
        cmocka_unit_test_setup_teardown(goes_on, begin, end),
        cmocka_unit_test_setup_teardown(stops, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
