/* Tests of library/pack: what a report mentions comes back from its bytes, and bytes that are something else are refused. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "library/pack.h"
#include "random.h"

static struct arena arena;

static struct str *roll_texts(struct dice *dice, size_t *n)
{
    static const char *const usual[] = { "主席", "副主席", "市总工会副主席", "四个意识", "" };
    *n = roll_below(dice, 6);
    struct str *texts = NEW_N(&arena, struct str, *n + 1);
    for (size_t i = 0; i < *n; i++)
        texts[i] = roll_below(dice, 2) ? str_of(usual[roll_below(dice, 5)]) : roll_text(&arena, dice, roll_below(dice, 40) ? 12 : 9000);
    return texts;
}

static struct mentions roll_mentions(struct dice *dice)
{
    struct mentions mentions = { .year = (int)roll_below(dice, 2100), .n_people = roll_below(dice, 20) };
    mentions.people = NEW_N(&arena, struct person, mentions.n_people + 1);
    for (size_t i = 0; i < mentions.n_people; i++) {
        mentions.people[i].name = roll_text(&arena, dice, 5);
        mentions.people[i].roles = roll_texts(dice, &mentions.people[i].n_roles);
    }
    mentions.quoted = roll_texts(dice, &mentions.n_quoted);
    mentions.numbered = roll_texts(dice, &mentions.n_numbered);
    return mentions;
}

static void assert_same_texts(const struct str *a, size_t n_a, const struct str *b, size_t n_b)
{
    assert_int_equal(n_a, n_b);
    for (size_t i = 0; i < n_a; i++)
        assert_true(str_eq(a[i], b[i]));
}

static struct bytes pack(const struct mentions *mentions)
{
    struct buf out = buf_make(&arena, (size_t)1 << 30);
    mentions_pack(&out, mentions);
    return (struct bytes){ (const unsigned char *)out.p, out.n };
}

static void mentions_come_back(void **state)
{
    (void)state;
    struct dice dice = { 23 };
    for (int round = 0; round < 300; round++) {
        struct mentions was = roll_mentions(&dice), is;
        assert_true(mentions_unpack(&arena, pack(&was), &is));
        assert_int_equal(is.year, was.year);
        assert_int_equal(is.n_people, was.n_people);
        for (size_t i = 0; i < is.n_people; i++) {
            assert_true(str_eq(is.people[i].name, was.people[i].name));
            assert_same_texts(is.people[i].roles, is.people[i].n_roles, was.people[i].roles, was.people[i].n_roles);
        }
        assert_same_texts(is.quoted, is.n_quoted, was.quoted, was.n_quoted);
        assert_same_texts(is.numbered, is.n_numbered, was.numbered, was.n_numbered);
        arena_reset(&arena);
    }
    struct mentions none;
    assert_true(mentions_unpack(&arena, (struct bytes){ NULL, 0 }, &none));
    assert_true(none.year == 0 && none.n_people == 0 && none.n_quoted == 0 && none.n_numbered == 0);
}

/* Bytes in a room of their own, so that a look behind their end shows. */
static bool unpacks(struct bytes bytes, struct mentions *mentions)
{
    unsigned char *p = malloc(bytes.n + !bytes.n);
    memcpy(p, bytes.p, bytes.n);
    bool good = mentions_unpack(&arena, (struct bytes){ p, bytes.n }, mentions);
    free(p);
    return good;
}

static void assert_valid(const struct str *texts, size_t n)
{
    for (size_t i = 0; i < n; i++)
        assert_true(utf8_valid((struct bytes){ (const unsigned char *)texts[i].p, texts[i].n }));
}

/* What is cut or has a byte more is refused; what was changed is refused, or is text. */
static void other_bytes_are_refused(void **state)
{
    (void)state;
    struct dice dice = { 29 };
    for (int round = 0; round < 300; round++) {
        struct mentions mentions = roll_mentions(&dice), is;
        struct bytes good = pack(&mentions);
        unsigned char *bad = memcpy(NEW_N(&arena, unsigned char, good.n + 1), good.p, good.n);
        assert_false(unpacks((struct bytes){ bad, good.n + 1 }, &is));
        for (int i = 0; i < 20; i++)
            assert_false(unpacks((struct bytes){ bad, 1 + roll_below(&dice, good.n - 1) }, &is));
        for (size_t n = 1 + roll_below(&dice, 4); n > 0; n--)
            bad[roll_below(&dice, roll_below(&dice, 2) ? good.n : good.n / 16 + 1)] = (unsigned char)roll(&dice);
        if (unpacks((struct bytes){ bad, good.n }, &is)) {
            assert_valid(is.quoted, is.n_quoted);
            assert_valid(is.numbered, is.n_numbered);
            for (size_t i = 0; i < is.n_people; i++)
                assert_valid(is.people[i].roles, is.people[i].n_roles);
        }
        arena_reset(&arena);
    }
    static const unsigned char many[] = { 0, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 0, 0 }, unknown[] = { 0, 0, 1, 1, 0 };
    struct mentions is;
    assert_false(unpacks((struct bytes){ many, sizeof many }, &is));       /* people */
    assert_false(unpacks((struct bytes){ unknown, sizeof unknown }, &is)); /* the number of a text that is not there */
    assert_false(unpacks((struct bytes){ (const unsigned char *)"\0\0\0\0", 3 }, &is));
}

static int clear(void **state)
{
    (void)state;
    arena_finish(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(mentions_come_back, clear),
        cmocka_unit_test_teardown(other_bytes_are_refused, clear),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
