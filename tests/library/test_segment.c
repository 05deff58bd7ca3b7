/* Tests of the files of a cache: what was written is read, what was spoiled is noticed, and lists of pairs against what they were made of. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <fcntl.h>

#include "find/record.h"
#include "folder.h"
#include "library/sealed.h"
#include "library/segment.h"
#include "random.h"

static unsigned char byte_at(size_t i)
{
    return (unsigned char)(i * 7 + i / 4088 * 3 + i / 251);
}

/* A file of two parts, the second of n bytes. */
static void write_sealed(const char *path, size_t n, uint64_t seal)
{
    struct sealing sealing;
    unsigned char *p = malloc(n + 1);
    for (size_t i = 0; i < n; i++)
        p[i] = byte_at(i);
    assert_true(sealing_start(&sealing, path, seal));
    sealing_begin(&sealing, 1);
    sealing_put(&sealing, "head", 4);
    sealing_begin(&sealing, 2);
    sealing_begin(&sealing, 3);
    for (size_t at = 0, piece; at < n; at += piece) {
        piece = n - at < 3000 ? n - at : 1 + at % 3000;
        sealing_put(&sealing, p + at, piece);
    }
    assert_true(sealing_end(&sealing, "test", true));
    free(p);
}

static bool opens(struct sealed *sealed, const char *path, const char *sort, uint64_t seal)
{
    bool there;
    return sealed_open(sealed, path, sort, seal, &there, NULL);
}

static void what_was_put_is_there(void **state)
{
    (void)state;
    static const size_t sizes[] = { 0, 1, 4084, 4085, 4088, 100000, 261632, 261633, 700000 };
    struct dice dice = { 3 };
    for (size_t k = 0; k < sizeof sizes / sizeof *sizes; k++) {
        struct sealed sealed;
        struct window window = { 0 };
        size_t n = sizes[k];
        unsigned char *all = malloc(n + 1);
        write_sealed("file", n, 17);
        assert_false(opens(&sealed, "file", "test", 18));
        assert_false(opens(&sealed, "file", "other", 17));
        assert_true(opens(&sealed, "file", "test", 17));
        assert_int_equal(sealed.parts[2].n, 0);
        assert_int_equal(sealed.parts[3].n, n);
        assert_true(sealed_read(&sealed, &window, 3, 0, all, n));
        for (size_t i = 0; i < n; i++)
            assert_int_equal(all[i], byte_at(i));
        for (int i = 0; n && i < 300; i++) {
            size_t at = roll_below(&dice, n), length = roll_below(&dice, n - at) % 9000;
            const unsigned char *p = sealed_at(&sealed, &window, 3, at, length, roll_below(&dice, 2) * 20000);
            assert_non_null(p);
            for (size_t b = 0; b < length; b++)
                assert_int_equal(p[b], byte_at(at + b));
        }
        assert_null(sealed_at(&sealed, &window, 3, n, 1, 0));
        assert_null(sealed_at(&sealed, &window, 3, 0, n + 1, 0));
        window_finish(&window);
        sealed_close(&sealed);
        free(all);
    }
}

/* Any byte that is another than it was. */
static void what_was_spoiled_is_noticed(void **state)
{
    (void)state;
    enum { N = 9000 };
    struct dice dice = { 5 };
    unsigned char all[N];
    write_sealed("file", N, 17);
    int fd = open("file", O_RDWR);
    for (off_t at = 0; at < 4 * 4096; at += 1 + (off_t)roll_below(&dice, 20)) {
        struct sealed sealed;
        struct window window = { 0 };
        unsigned char byte, other;
        assert_int_equal(pread(fd, &byte, 1, at), 1);
        other = byte ^ (unsigned char)(1 << roll_below(&dice, 8));
        assert_int_equal(pwrite(fd, &other, 1, at), 1);
        if (opens(&sealed, "file", "test", 17)) {
            assert_false(sealed_read(&sealed, &window, 3, 0, all, N));
            sealed_close(&sealed);
        }
        assert_int_equal(pwrite(fd, &byte, 1, at), 1);
        window_finish(&window);
    }
    struct sealed sealed;
    struct window window = { 0 };
    assert_true(opens(&sealed, "file", "test", 17));
    assert_int_equal(ftruncate(fd, 2 * 4096 + 100), 0); /* cut while it is open */
    assert_false(sealed_read(&sealed, &window, 3, 0, all, N));
    sealed_close(&sealed);
    window_finish(&window);
    close(fd);
}

enum { REPORTS = 700, PAIRS = 900 };

/* Does report i hold pair p? Some pairs are in all, some in one. */
static bool holds(size_t i, size_t p)
{
    return p < 10 || (i * 2654435761u ^ p * 40503u) % (p < 300 ? 3 : p < 600 ? 50 : REPORTS) == 0;
}

static void write_segment(void)
{
    struct segment_writer writer;
    uint64_t size;
    assert_true(segment_start(&writer, "segment", 9));
    for (size_t i = 0; i < REPORTS; i++) {
        uint32_t pairs[PAIRS], n = 0;
        char entry[32], record[5000];
        for (uint32_t p = 0; p < PAIRS; p++)
            if (holds(i, p))
                pairs[n++] = p * 1000;
        int entry_n = sprintf(entry, "entry %zu", i), record_n = sprintf(record, "%0*zu", (int)(i % 4000 + 1), i);
        segment_add(&writer, &(struct segment_report){ .id = i / 2,
                                                       .entry = { (unsigned char *)entry, (size_t)entry_n },
                                                       .mentions = { (unsigned char *)entry, i % 7 },
                                                       .record = { (unsigned char *)record, (size_t)record_n },
                                                       .pairs = pairs,
                                                       .n_pairs = n });
    }
    assert_true(segment_end(&writer, false, &size));
}

static void segments_know_who_holds_what(void **state)
{
    (void)state;
    struct segment segment;
    struct segment_reader reader = { { 0 }, { 0 } };
    struct dice dice = { 7 };
    bool there;
    write_segment();
    assert_true(segment_open(&segment, "segment", 9, &there, NULL));
    assert_int_equal(segment.n, REPORTS);
    for (int round = 0; round < 2000; round++) {
        uint32_t asked[2] = { (uint32_t)roll_below(&dice, PAIRS), (uint32_t)roll_below(&dice, PAIRS) };
        size_t n = 1 + roll_below(&dice, 2);
        struct set set = set_all(REPORTS);
        assert_true(segment_holding(&segment, &reader, (uint32_t[]){ asked[0] * 1000, asked[1] * 1000 }, n, &set));
        for (size_t i = 0; i < REPORTS; i++)
            assert_int_equal(set_has(&set, i), holds(i, asked[0]) && (n == 1 || holds(i, asked[1])));
        set = set_all(REPORTS);
        assert_true(segment_holding(&segment, &reader, (uint32_t[]){ asked[0] * 1000 + 1 }, 1, &set));
        assert_int_equal(set_count(&set), 0);
    }
    for (size_t i = 0; i < REPORTS; i++) {
        struct bytes bytes;
        struct set set = { { 0 } };
        char entry[32];
        int n = sprintf(entry, "entry %zu", i);
        assert_true(segment_entry(&segment, &reader, i, &bytes));
        assert_int_equal(bytes.n, n);
        assert_memory_equal(bytes.p, entry, bytes.n);
        assert_true(segment_mentions(&segment, &reader, i, &bytes));
        assert_int_equal(bytes.n, i % 7);
        assert_memory_equal(bytes.p, entry, bytes.n);
        assert_true(segment_record(&segment, &reader, i, i % 2, &bytes));
        assert_true(bytes.n > i % 4000);
        assert_true(segment_by_id(&segment, &reader, i / 2, &set));
        assert_int_equal(set_count(&set), 2);
        assert_true(set_has(&set, i));
    }
    segment_reader_finish(&reader);
    segment_close(&segment);
}

/* Texts of few characters, some of them much more frequent than others, so that there are phrases of all sorts. */
enum { TEXTS = 4500, LETTERS = 40 };
static uint16_t texts[TEXTS][2 * LETTERS];

static struct units make_text(struct dice *dice, size_t i)
{
    static const uint16_t letters[] = u"会会会会工工工代代表表大第";
    for (size_t k = 0; k < LETTERS; k++)
        texts[i][k] = letters[roll_below(dice, sizeof letters / sizeof *letters - 1)];
    if (i % 7 == 0)
        memcpy(texts[i] + 10, u"建功立业在岗位不出列啊", 22);
    texts[i][5] = texts[i][LETTERS - 1] = '\n';
    return (struct units){ (const unsigned char *)texts[i], LETTERS };
}

/* A record of a text and nothing else; every ninth report is gone, with its text. */
static void write_texts(void)
{
    struct segment_writer writer;
    struct dice dice = { 11 };
    uint64_t size;
    assert_true(segment_start(&writer, "texts", 9));
    for (size_t i = 0; i < TEXTS; i++) {
        struct { uint32_t magic; uint16_t year, ordinal; uint32_t title_end, n[5]; uint16_t text[LETTERS]; } record = { .n = { LETTERS } };
        struct arena arena = { 0 };
        struct article none = { 0 };
        memcpy(&record, record_write(&arena, &none).p, sizeof record.magic);
        record.title_end = 6;
        memcpy(record.text, make_text(&dice, i).p, sizeof record.text);
        segment_add(&writer, &(struct segment_report){ .id = i, .record = { (unsigned char *)&record, i % 9 ? sizeof record : 0 } });
        arena_finish(&arena);
    }
    assert_true(segment_end(&writer, false, &size));
}

/* The numbers of a run, by trying it at each place; true where it can overlap itself. */
static bool count_run(const uint16_t *run, size_t n, struct phrase_count *count)
{
    *count = (struct phrase_count){ 0, 0 };
    for (size_t i = 0; i < TEXTS; i++) {
        uint32_t before = count->matches;
        for (size_t at = 0; i % 9 && at + n <= LETTERS; at++)
            count->matches += memcmp(texts[i] + at, run, n * sizeof *run) == 0;
        count->reports += count->matches > before;
    }
    for (size_t k = 1; k < n; k++)
        if (memcmp(run, run + k, (n - k) * sizeof *run) == 0)
            return true;
    return false;
}

static void phrases_have_their_numbers(void **state)
{
    (void)state;
    struct segment segment;
    struct segment_reader reader = { { 0 }, { 0 } };
    struct dice dice = { 13 };
    size_t n_known = 0, longest = 0;
    bool there, known;
    write_texts();
    assert_true(segment_open(&segment, "texts", 9, &there, NULL));
    for (int round = 0; round < 3000; round++) {
        const uint16_t *text = texts[roll_below(&dice, TEXTS)];
        size_t n = 1 + roll_below(&dice, PHRASE_MOST + 1), at = 6 + roll_below(&dice, LETTERS - 6 - n);
        struct phrase_count wanted, got;
        bool overlaps = count_run(text + at, n, &wanted);
        assert_true(segment_phrase(&segment, &reader, (struct units){ (const unsigned char *)(text + at), n }, &known, &got));
        if (overlaps || n > PHRASE_MOST || wanted.reports < TEXTS / PHRASE_SHARE)
            assert_false(known);
        else if (wanted.reports >= TEXTS / PHRASE_SHARE * 2) /* with fewer the sample may have missed it */
            assert_true(known);
        n_known += known;
        longest = known && n > longest ? n : longest;
        assert_true(!known || (got.reports == wanted.reports && got.matches == wanted.matches));
    }
    assert_true(n_known > 500);
    assert_int_equal(longest, PHRASE_MOST);
    assert_true(segment_phrase(&segment, &reader, (struct units){ (const unsigned char *)u"无此", 2 }, &known, NULL));
    assert_false(known);
    segment_reader_finish(&reader);
    segment_close(&segment);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(what_was_put_is_there),
        IN_FOLDER(what_was_spoiled_is_noticed),
        IN_FOLDER(segments_know_who_holds_what),
        IN_FOLDER(phrases_have_their_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
