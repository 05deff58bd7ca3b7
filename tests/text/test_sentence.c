/* Tests of text/sentence: where sentences begin and end. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "text/sentence.h"

static void cut_into_sentences(void **state)
{
    (void)state;
    static const struct {
        const char *text, *sentences; /* parted by / */
    } cases[] = {
        { "", "" },
        { "没有句号", "没有句号" },
        { "他说：“好。”会议结束。", "他说：“好。”/会议结束。" },
        { "好！真好！！怎么样？(很好。)完。", "好！/真好！！/怎么样？/(很好。)/完。" },
        { "增长3.5%。 次年增长4.1%。", "增长3.5%。/次年增长4.1%。" },
        { "等等……还有。", "等等……/还有。" },
        { "  ", "" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str text = str_of(cases[i].text), rest = str_of(cases[i].sentences);
        for (struct sentence s = { 0, 0 }; sentence_next(text, &s);) {
            struct str sentence = str_sub(text, s.from, s.to);
            assert_true(str_starts(rest, sentence));
            rest = str_sub(rest, sentence.n, rest.n);
            rest = str_starts(rest, STR("/")) ? str_sub(rest, 1, rest.n) : rest;
            struct sentence same = sentence_at(text, s.from), last = sentence_at(text, s.to - 1);
            assert_true(same.from == s.from && same.to == s.to && last.from == s.from);
        }
        assert_int_equal(rest.n, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(cut_into_sentences) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
